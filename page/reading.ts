// The living page: keeps blocks, candidates and mentions in step with the document as it changes, and lets go of what the
// page lets go of. Reads in slices that yield; after a change it reads again only what changed.

import type { Candidate } from '../recognition/read.ts';
import type { Recogniser } from '../recognition/recognise.ts';
import type { Mention, PageFacts } from '../recognition/resolve.ts';
import { type Block, blocksIn, containerOf, ownBlocks, standsUnread } from './blocks.ts';

/** A mention with the block it stands in; `start` and `end` are offsets in the block's text. */
export interface PlacedMention extends Omit<Mention, 'block'> {
  block: Block;
}

export interface Reading {
  /** All mentions in document order, once everything that is there has been read. */
  whole(): Promise<readonly PlacedMention[]>;
  /** What is known now. */
  readonly mentions: readonly PlacedMention[];
  /** New facts (the page's date, a correction): decides again, reads nothing again. */
  decide(facts: PageFacts): void;
}

interface KnownBlock extends Block {
  candidates: readonly Candidate[];
}

/** A document or an open shadow root. */
type Tree = Document | ShadowRoot;

const SLICE = 4; // ms of work before the page gets its turn
const SETTLE = 80; // ms after a change before it is read: storms of changes are read once
const SMALLEST_FRAME = 120; // px: what is smaller is an advertisement's frame or a counter

/** Gives the page its turn. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * Reads `document` and goes on reading it until `signal` is aborted.
 * @param onChange called with all mentions whenever they have changed
 * @param onTree called for the document, each open shadow root and each same-origin frame's document before its mentions are known
 */
export function createReading(
  document: Document,
  recogniser: Recogniser,
  firstFacts: PageFacts,
  {
    signal,
    onChange,
    onTree,
  }: { signal: AbortSignal; onChange: (mentions: readonly PlacedMention[]) => void; onTree: (tree: Tree) => void },
): Reading {
  let facts = firstFacts;
  let blocks: KnownBlock[] = [];
  let mentions: readonly PlacedMention[] = [];
  let reading: Promise<void> = Promise.resolve();
  const trees = new Set<Tree>();
  const dirty = new Set<Element>();
  const added = new Set<Node>();
  let removed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(note);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    blocks = [];
    mentions = [];
    trees.clear();
    dirty.clear();
    added.clear();
  });
  // Frames that arrive or move on to another page; the capture phase hears of them, for `load` does not bubble.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLIFrameElement) schedule(() => takeFrame(target));
    },
    { capture: true, signal },
  );

  queue(async () => {
    await takeTree(document);
    for (const frame of document.getElementsByTagName('iframe')) await takeFrame(frame);
  });

  /** One piece of work after the other, so that two never interleave. */
  function queue(work: () => Promise<void>): void {
    reading = reading.then(async () => {
      if (signal.aborted) return;
      await work();
      if (!signal.aborted) decide(facts);
    });
  }

  function schedule(work?: () => Promise<void>): void {
    if (work) queue(work);
    else
      timer ??= setTimeout(() => {
        timer = undefined;
        queue(readChanges);
      }, SETTLE);
  }

  async function takeTree(tree: Tree): Promise<void> {
    if (trees.has(tree) || signal.aborted) return;
    trees.add(tree);
    onTree(tree);
    observer.observe(tree, { subtree: true, childList: true, characterData: true });
    const root = tree instanceof ShadowRoot ? tree : (tree.body ?? tree.documentElement);
    if (!root || standsUnread(root instanceof ShadowRoot ? root.host : root)) return;
    await readBelow(root);
    await takeShadows(root);
  }

  async function takeFrame(frame: HTMLIFrameElement): Promise<void> {
    if (frame.clientWidth < SMALLEST_FRAME || frame.clientHeight < SMALLEST_FRAME) return;
    const inside = frame.contentDocument;
    if (inside?.body) await takeTree(inside);
  }

  /** Open shadow roots of custom elements; the search itself is native. */
  async function takeShadows(root: Node): Promise<void> {
    for (const host of customElementsIn(root)) {
      const shadow = host.shadowRoot;
      if (shadow) await takeTree(shadow);
    }
  }

  async function readBelow(root: Node): Promise<void> {
    const found: KnownBlock[] = [];
    let deadline = performance.now() + SLICE;
    for (const block of blocksIn(root, recogniser.gate)) {
      if (block) found.push(read(block));
      if (performance.now() < deadline) continue;
      await turn();
      if (signal.aborted) return;
      deadline = performance.now() + SLICE;
    }
    insert(found);
  }

  function read(block: Block): KnownBlock {
    return { ...block, candidates: recogniser.read(block) };
  }

  /** Puts blocks of one place of the document among the others, in document order. */
  function insert(found: KnownBlock[]): void {
    const kept = found.filter((block) => block.candidates.length > 0);
    const first = kept[0];
    if (!first) return;
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comesBefore((blocks[middle] as KnownBlock).nodes[0] as Text, first.nodes[0] as Text)) low = middle + 1;
      else high = middle;
    }
    blocks.splice(low, 0, ...kept);
  }

  function note(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type === 'characterData') {
        const container = containerOf(record.target);
        if (container) dirty.add(container);
        continue;
      }
      if (record.removedNodes.length > 0) {
        removed = true;
        // Text or inline content that goes leaves its neighbours standing together.
        const container = containerOf(record.target);
        if (container) dirty.add(container);
      }
      for (const node of record.addedNodes) added.add(node);
    }
    schedule();
  }

  async function readChanges(): Promise<void> {
    const containers = new Set(dirty);
    const roots: Element[] = [];
    for (const node of added) {
      if (!node.isConnected) continue;
      const container = containerOf(node);
      if (node.nodeType === 1 && container === node) {
        if (!standsUnread(node)) roots.push(container);
      } else if (container) containers.add(container);
    }
    const gone = removed;
    dirty.clear();
    added.clear();
    removed = false;
    const outer = roots.filter((root) => !roots.some((other) => other !== root && other.contains(root)));
    const before = blocks.length;
    if (gone || containers.size > 0 || outer.length > 0) {
      blocks = blocks.filter(
        (block) =>
          !containers.has(block.container) &&
          block.nodes.every((node) => node.isConnected) &&
          !outer.some((root) => root.contains(block.container)),
      );
    }
    let changed = blocks.length !== before;
    for (const container of containers) {
      if (!container.isConnected || standsUnread(container) || outer.some((root) => root.contains(container))) continue;
      for (const block of ownBlocks(container, recogniser.gate)) {
        insert([read(block)]);
        changed = true;
      }
    }
    for (const root of outer) {
      const length = blocks.length;
      await readBelow(root);
      await takeShadows(root);
      if (root instanceof HTMLIFrameElement) await takeFrame(root);
      changed ||= blocks.length !== length;
    }
    for (const tree of trees) if (tree instanceof ShadowRoot && !tree.isConnected) trees.delete(tree);
    void changed;
  }

  function decide(next: PageFacts): void {
    facts = next;
    const resolved = recogniser.resolve(blocks, facts);
    mentions = resolved.map(({ block, ...mention }) => ({ ...mention, block: blocks[block] as KnownBlock }));
    onChange(mentions);
  }

  return {
    async whole() {
      for (let last: Promise<void> | undefined; last !== reading; ) {
        last = reading;
        await last;
      }
      return mentions;
    },
    get mentions() {
      return mentions;
    },
    decide: (next) => {
      facts = next;
      queue(async () => {});
    },
  };
}

function comesBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Elements with a hyphen in their name, below or at `root`. */
function customElementsIn(root: Node): Element[] {
  const document = root.ownerDocument ?? (root as Document);
  const found: Element[] = [];
  // XPath cannot start in a shadow root; what stands in one is walked.
  if (root instanceof ShadowRoot) {
    for (const element of root.querySelectorAll('*')) if (element.localName.includes('-')) found.push(element);
    return found;
  }
  const result = document.evaluate(
    "descendant-or-self::*[contains(local-name(), '-')]",
    root,
    null,
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
  );
  for (let at = 0; at < result.snapshotLength; at++) found.push(result.snapshotItem(at) as Element);
  return found;
}
