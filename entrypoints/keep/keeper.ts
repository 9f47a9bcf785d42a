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
  removeCapture,
  saveCapture,
} from '../../extension/captures.ts';
import { attempt } from '../../extension/outcome.ts';
import { read } from '../../extension/stored.ts';
import { draftedStory } from '../../stories/mend-names.ts';
import { articleOf, articleOfFile, articleOfText, wordsIn } from './articles.ts';
import { draftInWorker, prepareDrafting } from './drafting.ts';
import { createLooking, type Looking } from './looking.ts';

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
  let discarded: Capture | null = null;
  let drafting: AbortController | null = null;
  let looking: Looking | null = null;

  async function open(hash: string): Promise<void> {
    drafting?.abort();
    looking = null;
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
    await start(await articleOf(capture.value));
  }

  /** Drafts an article that has no capture yet: first it gets one. */
  async function startNew(read: () => Promise<CapturedArticle | null>): Promise<void> {
    const found = await attempt(read);
    if (!found.ok) return showEmpty('unreadable');
    if (!found.value || found.value.paragraphs.length === 0) return showEmpty('no-text');
    const saved = await saveCapture({ article: found.value, text: null });
    captureId = saved.ok ? saved.value : null;
    // Opened again, the page has the same article.
    if (captureId) history.replaceState(null, '', `#${captureId}`);
    await start(found.value);
  }

  async function start(found: CapturedArticle): Promise<void> {
    article = found;
    const words = wordsIn(found);
    const controller = new AbortController();
    drafting = controller;
    show({ kind: 'drafting', words, slow: false });
    const timer = setTimeout(() => show({ kind: 'drafting', words, slow: true }), SLOW);
    const drafted = await attempt(() => draftInWorker(found, controller.signal));
    clearTimeout(timer);
    if (controller.signal.aborted) return;
    const story = drafted.ok ? draftedStory(drafted.value) : null;
    if (!drafted.ok || !story) return show({ kind: 'failed' });
    const { partial, ...own } = story as typeof story & { partial?: unknown };
    looking = await createLooking(
      { localizer, captureId, article: found, story: own as typeof story, isPartial: partial === true },
      show,
    );
    looking.show();
    performance.mark('cast'); // for the bench
  }

  async function discard(): Promise<void> {
    drafting?.abort();
    looking = null;
    const capture = captureId ? await readCapture(captureId) : null;
    discarded = capture?.ok ? capture.value : article && { article, text: null };
    if (captureId) await removeCapture(captureId);
    show({ kind: 'discarded', canUndo: discarded !== null });
  }

  async function undo(): Promise<void> {
    if (looking) return looking.undo();
    if (!discarded) return;
    if (captureId) await saveCapture(discarded, captureId);
    const capture = discarded;
    discarded = null;
    await start(await articleOf(capture));
  }

  async function captureTab(what: KeepQuestion['what'], isPrivateAllowed: boolean): Promise<void> {
    const asked = question;
    const tab = asked && (await attempt(() => browser.tabs.get(asked.tab)));
    if (!asked || !tab?.ok) return showEmpty('gone');
    const { index, windowId } = tab.value;
    const kept = await keepTab({ id: asked.tab, index, windowId }, { what, frame: asked.frame, isPrivateAllowed });
    if (!kept.ok) return showEmpty(kept.fault, kept.selection);
    close(); // it was opened in a tab of its own
  }

  const on: KeepCallbacks = {
    ...lookingCallbacks(() => looking),
    allowPrivate: () => void captureTab(question?.what ?? 'article', true),
    keepSelection: () => void captureTab('selection', question?.fault === 'private'),
    paste: (text) => void startNew(() => articleOfText(text)),
    readFile: (file) => void startNew(() => articleOfFile(file)),
    openCapture(id) {
      location.hash = id;
    },
    stop() {
      drafting?.abort();
      if (article) show({ kind: 'stopped', words: wordsIn(article) });
    },
    startAgain: () => void (article && start(article)),
    discard: () => void discard(),
    undo: () => void undo(),
  };
  return { on, open };
}

const titleOf = ({ article, text }: Capture): string =>
  (article?.title ?? article?.paragraphs[0] ?? text ?? '').slice(0, 100);

/** The callbacks of a draft that is looked through, while there is one. */
function lookingCallbacks(looking: () => Looking | null): Looking['on'] {
  const names = [
    ...(['retitle', 'toggle', 'rename', 'setKind', 'setRole', 'merge', 'split', 'add', 'addForm', 'decide'] as const),
    ...(['setLooked', 'addTo', 'keep', 'openStory', 'openArticle'] as const),
  ];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (...given: unknown[]) => (looking()?.on[name] as ((...all: unknown[]) => void) | undefined)?.(...given),
    ]),
  ) as unknown as Looking['on'];
}
