// Reads whole trees: the page at first, then every shadow root and frame that comes, and parts of them.
import type { PageRecogniser } from '../../recognition/page-recogniser.ts';
import { bodyOf, findAll, isShadowRoot, rootOf } from '../native.ts';
import type { TimeSlicer } from '../time-slices.ts';
import type { BlockIndex } from './block-index.ts';
import { type Block, blocksIn, PIECE } from './blocks.ts';
import { partInView, pieceFor, whenSettled } from './first-look.ts';
import type { LanguageSamples } from './languages.ts';
import type { MutationLog } from './mutation-log.ts';
import { standsUnread } from './readable.ts';
import type { Tree, Trees } from './trees.ts';

/** What reading works with; one set for a page. */
export interface ReadingParts {
  document: Document;
  recogniser: PageRecogniser;
  index: BlockIndex;
  /** Text that has come, and may be in a language that the recogniser was not made for. */
  samples: LanguageSamples;
  trees: Trees;
  log: MutationLog;
  slicer: TimeSlicer;
  signal: AbortSignal;
}

export interface TreeReader {
  /** Reads the document once its style is settled, of a large one first the part that the reader sees. */
  readDocument(): Promise<void>;
  /** Reads a tree with all that are in it. A tree seen before has been moved; it is queued for `readMoved`. */
  readTree(tree: Tree): Promise<void>;
  /** Reads the trees at and below a node. */
  readTreesIn(root: Node): Promise<void>;
  /** Reads shadow roots that have come without an event; true where there were any. */
  readLate(): Promise<boolean>;
  /** Reads moved trees again, and puts all blocks in order; false where no tree has come or moved. */
  readMoved(): Promise<boolean>;
  /** Reads everything again. */
  readAgain(): Promise<void>;
  /** Blocks below a node, in document order, with pauses between them. */
  blocksBelow(root: Node, isKnown: (node: Text) => boolean): AsyncGenerator<Block>;
}

/** Elements of a page above which what the reader sees is read first. */
const LARGE = 5000;
/** Of a long page so much is asked about before it is read on; UTF-16 code units. Of most pages it is all. */
const ASKED_TOGETHER = 500_000;

/** @param onPart has the recogniser asked about what has been read so far */
export function createTreeReader(parts: ReadingParts, onPart: () => Promise<void>): TreeReader {
  const { document, recogniser, index, samples, trees, log, slicer, signal } = parts;
  /** How many elements are read in one piece. */
  let piece = PIECE;
  /** Whether style and layout may be asked without the page having to make them. */
  let isSettled = false;
  /** How much has been read since the recogniser was asked; UTF-16 code units. */
  let unasked = 0;
  const moved = new Set<Tree>();
  /** Trees were added before stale blocks were removed; the order of blocks may be wrong. */
  let isUnordered = false;

  async function readTree(tree: Tree): Promise<void> {
    if (signal.aborted) return;
    isUnordered = true;
    // Its host was moved: its place in the order has changed, and perhaps whether its text is read at all.
    if (!trees.add(tree)) {
      moved.add(tree);
      return;
    }
    log.observe(tree);
    await readContents(tree);
  }

  async function readTreesIn(root: Node): Promise<void> {
    for (const tree of trees.inside(root)) {
      if (slicer.isLate()) await slicer.pause();
      if (tree) await readTree(tree);
    }
  }

  async function readContents(tree: Tree): Promise<void> {
    const root = isShadowRoot(tree) ? tree : bodyOf(tree);
    if (!root || standsUnread(root)) return;
    if (tree === document) {
      const size = findAll(root, '*').length;
      piece = pieceFor(size);
      const seen = isSettled && size > LARGE ? partInView(document, LARGE / 5) : null;
      if (seen) {
        await readBelow(seen);
        await onPart();
      }
    }
    await readBelow(root);
    if (!signal.aborted) samples.add([root]);
    await readTreesIn(root);
  }

  async function readBelow(root: Node): Promise<void> {
    for await (const block of blocksBelow(root, index.has)) {
      index.insert(block);
      unasked += block.text.length;
      if (unasked < ASKED_TOGETHER) continue;
      unasked = 0;
      await onPart();
    }
  }

  async function* blocksBelow(root: Node, isKnown: (node: Text) => boolean): AsyncGenerator<Block> {
    for (const block of blocksIn(root, recogniser.prefilter, isKnown, piece)) {
      if (block) yield block;
      if (slicer.isLate()) await slicer.pause();
      if (signal.aborted) return;
    }
  }

  return {
    async readDocument() {
      isSettled = await whenSettled(document);
      await readTree(document);
    },
    readTree,
    readTreesIn,
    async readLate() {
      const late = trees.takeLate();
      for (const shadow of late) await readTree(shadow);
      return late.length > 0;
    },
    async readMoved() {
      for (const tree of moved) {
        // What stands right in it has the language of where it stands now.
        index.forget(new Set(index.all.filter(({ nodes }) => rootOf(nodes[0] as Text) === tree)));
        await readContents(tree);
      }
      moved.clear();
      const wasUnordered = isUnordered;
      if (wasUnordered) index.sort();
      isUnordered = false;
      return wasUnordered;
    },
    async readAgain() {
      index.forget(new Set(index.all));
      trees.forgetRemoved();
      for (const tree of [...trees.all]) {
        if (signal.aborted) return;
        // It may have been written anew: nobody was told.
        if (!isShadowRoot(tree)) trees.listenIn(tree);
        log.observe(tree);
        await readContents(tree);
      }
      moved.clear();
    },
    blocksBelow,
  };
}
