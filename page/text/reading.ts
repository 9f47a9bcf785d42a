// The living page: keeps blocks, candidates and mentions in step with the document as it changes, and lets go of what
// the page lets go of. One piece of work follows the other, in slices between which the page gets control.
import type { Answer, MentionedFigure, PageRecogniser } from '../../recognition/page-recogniser.ts';
import type { Needs, PageFacts } from '../../recognition/resolve.ts';
import { tellFault } from '../faults.ts';
import { ignoreIfFrameGone } from '../native.ts';
import { createTimeSlicer } from '../time-slices.ts';
import { createBlockIndex } from './block-index.ts';
import type { Block } from './blocks.ts';
import { readChanges } from './change-reader.ts';
import { createLanguageSamples } from './languages.ts';
import { type PlacedMention, placeMentions } from './mentions.ts';
import { createMutationLog } from './mutation-log.ts';
import { createTreeReader } from './tree-reader.ts';
import { createTrees, type Tree } from './trees.ts';

export interface Reading {
  /**
   * All mentions in document order, once everything that is there has been read, and what nobody has answered has been
   * asked again.
   */
  whole(): Promise<readonly PlacedMention[]>;
  /** What is known now. */
  readonly mentions: readonly PlacedMention[];
  /** By their ids, those that mentions may mean. */
  readonly figures: ReadonlyMap<string, MentionedFigure>;
  /** The document, its open shadow roots and its same-origin frames' documents, as far as they are known. */
  readonly trees: ReadonlySet<Tree>;
  /** The facts have changed (a correction): resolves mentions again, reads nothing again. */
  resolveAgain(): void;
}

export interface ReadingOptions {
  signal: AbortSignal;
  /** Asked for with each question: a page that is built by its scripts gets its headlines late. */
  facts(): PageFacts;
  /** Called when mentions wait for facts that are not known yet; call `resolveAgain` when they are. */
  onNeeds(needs: Needs): void;
  /** Called with all mentions after the first reading, and whenever they have changed. */
  onChange(mentions: readonly PlacedMention[]): void;
  /** Called for each tree before its mentions are known, and again when one is written anew. */
  onTree(tree: Tree): void;
  /**
   * The page may say another language than before: a browser's translation. What was read was read with the wrong
   * names then. Or something has come in languages that the recogniser was not made for: these.
   */
  onLanguage(found: readonly string[]): void;
}

/** Waits before a question that nobody has answered is asked again; ms. */
const RETRIES = [1000, 5000];
/** A page that goes on changing is read so often at once, when all of it is asked for. */
const MOST_ROUNDS = 20;

/** A piece of work that reads nothing: what is known is resolved once more. */
const resolveOnly = async () => {};

/** Nothing was asked. */
const NOBODY: Answer = {
  mentions: [],
  needs: { date: false, frontPage: false },
  nameless: [],
  figures: [],
  missing: [],
};

/** Reads `document` and goes on reading it until `signal` is aborted. */
export function createReading(
  document: Document,
  recogniser: PageRecogniser,
  { signal, facts, onNeeds, onChange, onTree, onLanguage }: ReadingOptions,
): Reading {
  let mentions: readonly PlacedMention[] | null = null;
  let figures: ReadonlyMap<string, MentionedFigure> = new Map();
  /** How long the answers to the present reading took; ms. */
  let answersTook = 0;
  /** The last piece of work in the queue. */
  let work: Promise<void> = Promise.resolve();
  const retries = createRetries(document, signal, askAgain);
  const slicer = createTimeSlicer();
  const index = createBlockIndex(document);
  const log = createMutationLog(signal, () => queue(followChanges));
  const trees = createTrees(document, signal, {
    onTree,
    onFrame: (frame) =>
      queue(async () => {
        // The page that the frame has left.
        trees.forgetRemoved();
        index.forget(new Set(index.all.filter(({ nodes }) => !nodes.every(trees.isThere))));
        const inside = trees.inFrame(frame);
        if (inside) await treeReader.readTree(inside);
      }),
    onLate: () => queue(() => treeReader.readLate()),
  });
  const samples = createLanguageSamples(recogniser.isLatin);
  const parts = { document, recogniser, index, samples, trees, log, slicer, signal };
  const treeReader = createTreeReader(parts, resolveAndReport);

  signal.addEventListener('abort', () => {
    index.clear();
    mentions = [];
  });
  queue(() => treeReader.readDocument());

  /** One piece of work after the other, so that two never interleave; `false` says that nothing has changed. */
  function queue(piece: () => Promise<unknown>): void {
    work = work.then(async () => {
      if (signal.aborted) return;
      slicer.start();
      // A page stranger than we thought keeps what was found on it, and its next changes are read again.
      const isChanged = await piece().catch(tellFault);
      if (isChanged !== false) await resolveAndReport();
    });
  }

  async function followChanges(): Promise<false> {
    const records = log.take();
    let isChanged = true;
    answersTook = 0;
    if (records) isChanged = await readChanges(records, parts, treeReader, () => onLanguage([]));
    else {
      // The record that told of a translation is lost with the others.
      onLanguage([]);
      await treeReader.readAgain();
    }
    if (isChanged) await resolveAndReport();
    log.setCost(slicer.spent() + answersTook);
    return false;
  }

  async function resolveAndReport(): Promise<void> {
    if (slicer.isLate()) await slicer.pause();
    if (signal.aborted) return;
    const answer = await askAbout(index.all).catch(retries.begin);
    if (!answer || signal.aborted) return;
    let isChanged = false;
    ignoreIfFrameGone(() => {
      isChanged = take(answer);
    });
    if (isChanged && slicer.isLate()) await slicer.pause();
    if (isChanged && !signal.aborted) ignoreIfFrameGone(() => onChange(mentions ?? []));
  }

  async function askAbout(blocks: readonly Block[]): Promise<Answer> {
    if (blocks.length === 0 && samples.isEmpty()) return NOBODY;
    const heard = samples.take();
    const question = { blocks: blocks.map(({ text, lang }) => ({ text, lang })), facts: facts(), heard };
    try {
      return await slicer.awaiting(recogniser.ask(question));
    } catch (error) {
      samples.giveBack(heard);
      throw error;
    }
  }

  function askAgain(): void {
    queue(resolveOnly);
  }

  /** Whether the mentions are others than before, or may mean others. */
  function take(answer: Answer): boolean {
    const { needs, missing, nameless, took = 0 } = answer;
    answersTook += took;
    retries.end();
    if (needs.date || needs.frontPage) onNeeds(needs);
    const before = mentions;
    const blocks = index.all;
    figures = new Map(answer.figures.map((figure) => [figure.id, figure]));
    const placed = placeMentions(answer.mentions, blocks, before ?? []);
    mentions = placed.mentions;
    index.forget(new Set(nameless.map((at) => blocks[at] as Block)));
    // Marking may begin anew by that.
    if (missing.length > 0) onLanguage(missing);
    return !before || placed.isChanged;
  }

  return {
    async whole() {
      let awaited: Promise<void> | undefined;
      for (let round = 0; round < MOST_ROUNDS && (awaited !== work || log.isWaiting()); round++) {
        log.flush();
        awaited = work;
        await awaited;
        await retries.next;
      }
      return mentions ?? [];
    },
    get mentions() {
      return mentions ?? [];
    },
    get figures() {
      return figures;
    },
    trees: trees.all,
    resolveAgain: askAgain,
  };
}

/**
 * What nobody has answered is asked again: perhaps the stories are changing just now. Twice by itself; then with the
 * next change of the page, or when the reader comes back to it.
 */
function createRetries(document: Document, signal: AbortSignal, again: () => void) {
  /** Questions since the last that was answered. */
  let unanswered = 0;
  let next: Promise<void> | null = null;
  return {
    /** Until it is asked again by itself. */
    get next() {
      return next;
    },
    begin(): null {
      const wait = RETRIES[unanswered];
      unanswered += 1;
      if (wait !== undefined)
        next = new Promise((resolve) => {
          const ask = () => {
            signal.removeEventListener('abort', ask);
            next = null;
            again();
            resolve();
          };
          setTimeout(ask, wait);
          signal.addEventListener('abort', ask, { once: true });
        });
      // Listening twice to the same function is listening once.
      EventTarget.prototype.addEventListener.call(document, 'visibilitychange', again, { once: true, signal });
      return null;
    },
    end() {
      unanswered = 0;
    },
  };
}
