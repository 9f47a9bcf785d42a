// The way of an article to its draft: from a capture, a pasted text or a file; and back, where the reader stops it.
import { browser } from 'wxt/browser';
import type { KeepCallbacks, KeepState } from '../../components/keep/state.ts';
import type { Localizer } from '../../components/localizer.ts';
import type { CapturedArticle } from '../../extension/capture.ts';
import {
  type Capture,
  capturesIn,
  type KeepQuestion,
  keepTab,
  parseKeepHash,
  readCapture,
  readReview,
  removeCapture,
  saveCapture,
  saveReview,
} from '../../extension/captures.ts';
import { attempt } from '../../extension/outcome.ts';
import { read } from '../../extension/stored.ts';
import { draftedStory } from '../../stories/mend-names.ts';
import { articleOf, articleOfFile, articleOfText, wordsIn } from './articles.ts';
import { type SavedReview, savedReviewIn } from './changes.ts';
import { draftInWorker, prepareDrafting } from './drafting.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';

/** Drafting that takes longer is told of; ms. */
const SLOW = 400;

type Empty = Extract<KeepState, { kind: 'empty' }>;

export interface Keeper {
  on: KeepCallbacks;
  /** Opens what a fragment of the page's address names. */
  open(hash: string): Promise<void>;
}

/** @param show is called with each new state of the page */
export function createKeeper(localizer: Localizer, show: (state: KeepState) => void): Keeper {
  let question: KeepQuestion | null = null;
  /** What is drafted or looked through now, and the capture that it came from. */
  let article: CapturedArticle | null = null;
  let captureId: string | null = null;
  let discarded: { capture: Capture; review: SavedReview | null } | null = null;
  let drafting: AbortController | null = null;
  let opened: OpenDraft | null = null;

  async function open(hash: string): Promise<void> {
    drafting?.abort();
    opened = null;
    const asked = parseKeepHash(hash);
    question = asked && 'question' in asked ? asked.question : null;
    if (question?.fault === 'private') show({ kind: 'asking' });
    else if (question) await showEmpty(question.fault, question.selection);
    else if (asked && 'id' in asked) {
      prepareDrafting();
      await openCapture(asked.id);
    } else await showEmpty(null);
  }

  async function showEmpty(problem: Empty['problem'], selection = false): Promise<void> {
    const stored = await read(null);
    const waiting = stored.ok ? capturesIn(stored.value) : [];
    show({
      ...{ kind: 'empty', problem, selection },
      waiting: waiting.map(({ id, capture }) => ({ id, title: titleOf(capture) })),
    });
  }

  async function openCapture(id: string): Promise<void> {
    const capture = await readCapture(id);
    if (!capture.ok || !capture.value) return showEmpty(capture.ok ? 'gone' : 'unreadable');
    captureId = id;
    await start(await articleOf(capture.value), savedReviewIn(await readReview(id)));
  }

  /** Drafts an article that has no capture yet: first it gets one. */
  async function startNew(read: (signal: AbortSignal) => Promise<CapturedArticle | null>): Promise<void> {
    const controller = new AbortController();
    drafting = controller;
    article = null;
    const found = await slowly(null, () => attempt(() => read(controller.signal)));
    if (controller.signal.aborted) return;
    if (!found.ok) return showEmpty('unreadable');
    if (!found.value || found.value.paragraphs.length === 0) return showEmpty('no-text');
    const saved = await saveCapture({ article: found.value, text: null });
    captureId = saved.ok ? saved.value : null;
    // Opened again, the page has the same article.
    if (captureId) history.replaceState(null, '', `#${captureId}`);
    await start(found.value);
  }

  /** Says what is being read, and where it takes long, how to stop it. @param words as far as they are known */
  async function slowly<T>(words: number | null, work: () => Promise<T>): Promise<T> {
    show({ kind: 'drafting', words, slow: false });
    const timer = setTimeout(() => show({ kind: 'drafting', words, slow: true }), SLOW);
    const done = await work();
    clearTimeout(timer);
    return done;
  }

  /** @param saved what was changed of its draft before */
  async function start(found: CapturedArticle, saved: SavedReview | null = null): Promise<void> {
    article = found;
    const words = wordsIn(found);
    const controller = new AbortController();
    drafting = controller;
    const drafted = await slowly(words, () => attempt(() => draftInWorker(found, controller.signal)));
    if (controller.signal.aborted) return;
    const story = drafted.ok ? draftedStory(drafted.value) : null;
    if (!drafted.ok || !story) return show({ kind: 'failed' });
    const { partial, ...own } = story as typeof story & { partial?: unknown };
    const made = await openDraft(
      { localizer, captureId, article: found, story: own as typeof story, isPartial: partial === true, saved },
      show,
    );
    if (controller.signal.aborted) return;
    opened = made;
    opened.show();
    performance.mark('cast'); // for the bench
  }

  async function discard(): Promise<void> {
    drafting?.abort();
    const review = opened?.review() ?? null;
    opened = null;
    const read = captureId ? await readCapture(captureId) : null;
    const capture = (read?.ok && read.value) || (article && { article, text: null });
    discarded = capture && { capture, review };
    if (captureId) await removeCapture(captureId);
    show({ kind: 'discarded', canUndo: discarded !== null });
  }

  async function undo(): Promise<void> {
    if (opened) return opened.undo();
    if (!discarded) return;
    const { capture, review } = discarded;
    discarded = null;
    if (captureId) await saveCapture(capture, captureId);
    if (captureId && review) await saveReview(captureId, review);
    await start(await articleOf(capture), review);
  }

  async function captureTab(what: KeepQuestion['what'], isPrivateAllowed: boolean): Promise<void> {
    const asked = question;
    const tab = asked && (await attempt(() => browser.tabs.get(asked.tab)));
    if (!asked || !tab?.ok) return showEmpty('gone');
    const { index, windowId } = tab.value;
    const kept = await keepTab({ id: asked.tab, index, windowId }, { what, frame: asked.frame, isPrivateAllowed });
    if (!kept.ok) return showEmpty(kept.fault, kept.selection);
    await attempt(closeTab); // it was opened in a tab of its own
  }

  const on: KeepCallbacks = {
    ...draftCallbacks(() => opened),
    allowPrivate: () => void captureTab(question?.what ?? 'article', true),
    keepSelection: () => void captureTab('selection', question?.fault === 'private'),
    paste: (text) => void startNew(() => articleOfText(text)),
    readFile: (file) => void startNew((signal) => articleOfFile(file, signal)),
    openCapture(id) {
      location.hash = id;
    },
    stop() {
      drafting?.abort();
      if (article) show({ kind: 'stopped', words: wordsIn(article) });
      else void showEmpty('stopped');
    },
    startAgain: () => void (captureId ? openCapture(captureId) : article && start(article)),
    discard: () => void discard(),
    undo: () => void undo(),
    close: () => void attempt(closeTab),
  };
  return { on, open };
}

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

const titleOf = ({ article, text }: Capture): string =>
  (article?.title ?? article?.paragraphs[0] ?? text ?? '').slice(0, 100);

/** The callbacks of a draft that is looked through, while there is one. */
function draftCallbacks(opened: () => OpenDraft | null): OpenDraft['on'] {
  const names = [
    ...(['retitle', 'toggle', 'rename', 'setKind', 'setRole', 'merge', 'split', 'add', 'addForm', 'decide'] as const),
    ...(['setLooked', 'addTo', 'keep', 'openStory', 'openArticle'] as const),
  ];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (...given: unknown[]) => (opened()?.on[name] as ((...all: unknown[]) => void) | undefined)?.(...given),
    ]),
  ) as unknown as OpenDraft['on'];
}
