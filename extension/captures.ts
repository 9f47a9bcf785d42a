// Articles that wait to be kept: each under a key `capture:<id>` of its own, from the moment it was captured until it
// is kept or discarded; what its reader changes of the draft is under `review:<id>`. So nothing is lost where the
// browser, the popup or a page ends in between.
import { browser } from 'wxt/browser';
import { type CapturedArticle, type CaptureFault, captureTab, isArticle, LONGEST_CAPTURE } from './capture.ts';
import { type Opener, openTab } from './open-tab.ts';
import type { Outcome } from './outcome.ts';
import { isRecord } from './settings.ts';
import { read, type Stored, write } from './stored.ts';

const CAPTURE_PREFIX = 'capture:';
const REVIEW_PREFIX = 'review:';

/** What was captured: an article, or text alone, as the context menu gives it where the page may not be read. */
export interface Capture {
  article: CapturedArticle | null;
  text: string | null;
}

/** Why there is nothing to keep. `no-room`: the storage has refused it. */
export type KeepFault = CaptureFault | 'no-article' | 'no-room';

export type Keeping =
  | { ok: true }
  /** `selection`: something is selected on the page, and can be kept instead. */
  | { ok: false; fault: KeepFault; selection: boolean };

export interface KeepOptions {
  what: 'article' | 'selection';
  isPrivateAllowed?: boolean;
  frame?: number;
  signal?: AbortSignal;
  /** What is selected, as the browser itself tells it. */
  selectionText?: string | undefined;
}

/** Captures what a tab shows, saves it, and opens the page on which it is looked through and kept. */
export async function keepTab(
  tab: { id: number; index: number; windowId: number },
  { what, selectionText, ...options }: KeepOptions,
): Promise<Keeping> {
  const captured = await captureTab(tab.id, options);
  if (!captured.ok) {
    const { fault } = captured;
    if (fault === 'private' || !selectionText) return { ok: false, fault, selection: false };
    return keepCapture({ article: null, text: selectionText }, tab);
  }
  const { article, selection } = captured;
  if (what === 'selection' && selection) return keepCapture({ article: selection, text: null }, tab);
  if (what === 'selection' && selectionText) return keepCapture({ article: null, text: selectionText }, tab);
  if (article.problem) return { ok: false, fault: article.problem, selection: selection !== null };
  return keepCapture({ article, text: null }, tab);
}

async function keepCapture(capture: Capture, tab: { id: number; index: number; windowId: number }): Promise<Keeping> {
  const saved = await saveCapture(capture);
  if (!saved.ok) return { ok: false, fault: 'no-room', selection: false };
  await openKeepPage(`#${saved.value}`, tab);
  return { ok: true };
}

/** @param id of a capture that is put back; a new one where left out */
export async function saveCapture(capture: Capture, id: string = crypto.randomUUID()): Promise<Outcome<string>> {
  const outcome = await write({ [CAPTURE_PREFIX + id]: capture });
  return outcome.ok ? { ok: true, value: id } : outcome;
}

/** A capture; null for one that is gone, or is none. */
export async function readCapture(id: string): Promise<Outcome<Capture | null>> {
  const stored = await read([CAPTURE_PREFIX + id]);
  return stored.ok ? { ok: true, value: captureIn(stored.value[CAPTURE_PREFIX + id]) } : stored;
}

export const removeCapture = (id: string): Promise<Outcome<void>> =>
  write({ [CAPTURE_PREFIX + id]: undefined, [REVIEW_PREFIX + id]: undefined });

/**
 * Saves what its reader has changed of a draft, apart from the capture, which may be large. In a private window nothing
 * is saved of it.
 */
export const saveReview = async (id: string, review: unknown): Promise<Outcome<void>> =>
  browser.extension.inIncognitoContext ? { ok: true, value: undefined } : write({ [REVIEW_PREFIX + id]: review });

/** What was saved of a draft, to be checked by whoever reads it; undefined for nothing. */
export async function readReview(id: string): Promise<unknown> {
  const stored = await read([REVIEW_PREFIX + id]);
  return stored.ok ? stored.value[REVIEW_PREFIX + id] : undefined;
}

/** All that wait, in no order. */
export function capturesIn(stored: Stored): { id: string; capture: Capture }[] {
  return Object.keys(stored).flatMap((key) => {
    const capture = key.startsWith(CAPTURE_PREFIX) ? captureIn(stored[key]) : null;
    return capture ? [{ id: key.slice(CAPTURE_PREFIX.length), capture }] : [];
  });
}

function captureIn(value: unknown): Capture | null {
  if (!isRecord(value)) return null;
  const article = isArticle(value.article) ? value.article : null;
  const text = typeof value.text === 'string' ? value.text.slice(0, LONGEST_CAPTURE) : null;
  return article || text ? { article, text } : null;
}

/**
 * Opens the page on which an article is looked through.
 * @param hash `#` and the id of a capture, or what `parseKeepHash` reads; empty for one without an article
 * @param beside the tab next to which it is opened
 */
export const openKeepPage = (hash = '', beside?: Opener | null): Promise<Outcome<unknown>> =>
  openTab(browser.runtime.getURL('/keep.html') + hash, beside);

/** Where the page is opened to say or to ask something: what went wrong, and which tab it is about. */
export interface KeepQuestion {
  fault: KeepFault;
  tab: number;
  frame: number;
  what: 'article' | 'selection';
  selection: boolean;
}

export const keepHash = ({ fault, tab, frame, what, selection }: KeepQuestion): string =>
  `#ask/${fault}/${tab}/${frame}/${what}/${selection ? 1 : 0}`;

/** The id of a capture, a question, or null for a page without an article. */
export function parseKeepHash(hash: string): { id: string } | { question: KeepQuestion } | null {
  const asked =
    /^#ask\/(private|refused|failed|no-article|no-room)\/(\d{1,10})\/(\d{1,15})\/(article|selection)\/([01])$/.exec(
      hash,
    );
  if (asked) {
    const [, fault, tab, frame, what, selection] = asked as unknown as [
      string,
      KeepFault,
      string,
      string,
      string,
      string,
    ];
    return {
      question: {
        ...{ fault, tab: Number(tab), frame: Number(frame) },
        ...{ what: what === 'selection' ? 'selection' : 'article', selection: selection === '1' },
      },
    };
  }
  const id = /^#([\w-]{1,64})$/.exec(hash)?.[1];
  return id === undefined ? null : { id };
}
