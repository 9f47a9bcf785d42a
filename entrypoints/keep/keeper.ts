// The way of an article to its draft: from a capture, a pasted text or a file; and back, where the reader stops it.
import { browser } from 'wxt/browser';
import type { KeepCallbacks, KeepState } from '../../components/keep/state.ts';
import type { Localizer } from '../../components/localizer.ts';
import type { Draft } from '../../drafting/draft.ts';
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
import { createOngoing } from './ongoing.ts';
import { type OpenDraft, type OpenDraftOptions, openDraft } from './open-draft.ts';

type Empty = Extract<KeepState, { kind: 'empty' }>;

export interface Keeper {
  on: KeepCallbacks;
  /** Opens what a fragment of the page's address names. */
  open(hash: string): Promise<void>;
}

/** @param show is called with each new state of the page */
export function createKeeper(localizer: Localizer, show: (state: KeepState) => void): Keeper {
  const { begin, slowly } = createOngoing(show);
  let question: KeepQuestion | null = null;
  /** What is drafted or looked through now, and the capture that it came from. */
  let article: CapturedArticle | null = null;
  let captureId: string | null = null;
  let discarded: { capture: Capture; review: SavedReview | null } | null = null;
  let opened: OpenDraft | null = null;

  async function open(hash: string): Promise<void> {
    const signal = begin();
    opened = null;
    article = null;
    const asked = parseKeepHash(hash);
    question = asked && 'question' in asked ? asked.question : null;
    if (question?.fault === 'private') show({ kind: 'asking' });
    else if (question) await showEmpty(signal, question.fault, question.selection);
    else if (asked && 'id' in asked) {
      prepareDrafting();
      await openCapture(signal, asked.id);
    } else await showEmpty(signal, null);
  }

  async function showEmpty(signal: AbortSignal, problem: Empty['problem'], selection = false): Promise<void> {
    const waiting = await waitingCaptures();
    if (!signal.aborted) show({ kind: 'empty', problem, selection, waiting });
  }

  async function openCapture(signal: AbortSignal, id: string): Promise<void> {
    const capture = await readCapture(id);
    if (signal.aborted) return;
    if (!capture.ok || !capture.value) return showEmpty(signal, capture.ok ? 'gone' : 'unreadable');
    const found = await articleOf(capture.value);
    const review = savedReviewIn(await readReview(id));
    if (signal.aborted) return;
    captureId = id;
    await start(signal, found, review);
  }

  /** Drafts an article that has no capture yet: first it gets one. */
  async function startNew(read: (signal: AbortSignal) => Promise<CapturedArticle | null>): Promise<void> {
    const signal = begin();
    opened = null;
    article = null;
    const found = await slowly(signal, null, () => attempt(() => read(signal)));
    if (signal.aborted) return;
    if (!found.ok) return showEmpty(signal, 'unreadable');
    if (!found.value || found.value.paragraphs.length === 0) return showEmpty(signal, 'no-text');
    const saved = await saveCapture({ article: found.value, text: null });
    // It waits among the others where something else was opened meanwhile.
    if (signal.aborted) return;
    captureId = saved.ok ? saved.value : null;
    // Opened again, the page has the same article.
    if (captureId) history.replaceState(null, '', `#${captureId}`);
    await start(signal, found.value);
  }

  /** @param saved what was changed of its draft before */
  async function start(signal: AbortSignal, found: CapturedArticle, saved: SavedReview | null = null): Promise<void> {
    article = found;
    const words = wordsIn(found);
    const drafted = await slowly(signal, words, () => attempt(() => draftInWorker(found, signal)));
    if (signal.aborted) return;
    const draft = drafted.ok ? storyIn(drafted.value) : null;
    if (!draft) return show({ kind: 'failed' });
    // It may be kept while another is opened.
    const showHere = (state: KeepState) => {
      if (!signal.aborted) show(state);
    };
    const made = await openDraft({ localizer, captureId, article: found, ...draft, saved }, showHere);
    if (signal.aborted) return;
    opened = made;
    opened.show();
    performance.mark('cast'); // for the bench
  }

  async function discard(): Promise<void> {
    if (opened?.isBusy()) return;
    const signal = begin();
    const review = opened?.review() ?? null;
    opened = null;
    const id = captureId;
    const read = id ? await readCapture(id) : null;
    if (id) await removeCapture(id);
    if (signal.aborted) return;
    const capture = (read?.ok && read.value) || (article && { article, text: null });
    discarded = capture && { capture, review };
    show({ kind: 'discarded', canUndo: discarded !== null });
  }

  async function undo(): Promise<void> {
    if (opened) return opened.undo();
    if (!discarded) return;
    const signal = begin();
    const { capture, review } = discarded;
    discarded = null;
    if (captureId) await saveCapture(capture, captureId);
    if (captureId && review) await saveReview(captureId, review);
    const found = await articleOf(capture);
    if (!signal.aborted) await start(signal, found, review);
  }

  async function captureTab(what: KeepQuestion['what'], isPrivateAllowed: boolean): Promise<void> {
    const signal = begin();
    const asked = question;
    const tab = asked && (await attempt(() => browser.tabs.get(asked.tab)));
    if (!asked || !tab?.ok) return showEmpty(signal, 'gone');
    const { index, windowId } = tab.value;
    const kept = await keepTab({ id: asked.tab, index, windowId }, { what, frame: asked.frame, isPrivateAllowed });
    if (!kept.ok) return showEmpty(signal, kept.fault, kept.selection);
    if (!signal.aborted) await attempt(closeTab); // it was opened in a tab of its own
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
      const signal = begin();
      if (article) show({ kind: 'stopped', words: wordsIn(article) });
      else void showEmpty(signal, 'stopped');
    },
    startAgain: () => void (captureId ? openCapture(begin(), captureId) : article && start(begin(), article)),
    discard: () => void discard(),
    undo: () => void undo(),
    close: () => void attempt(closeTab),
  };
  return { on, open };
}

/** The story of a draft, and whether it tells of a part of its article; null where it is no sound story. */
function storyIn(draft: Draft): Pick<OpenDraftOptions, 'story' | 'isPartial'> | null {
  const story = draftedStory(draft);
  if (!story) return null;
  const { partial, ...own } = story as typeof story & { partial?: unknown };
  return { story: own as typeof story, isPartial: partial === true };
}

/** The articles that wait to be looked through. */
async function waitingCaptures(): Promise<Empty['waiting']> {
  const stored = await read(null);
  const waiting = stored.ok ? capturesIn(stored.value) : [];
  return waiting.map(({ id, capture }) => ({ id, title: titleOf(capture) }));
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
