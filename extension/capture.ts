// Captures the article of a tab: injects the capture script, and checks what comes back.
import { browser } from 'wxt/browser';
import type { ScriptPath } from './access.ts';
import { attempt } from './outcome.ts';
import { CAPTURE_STOP } from './page-world.ts';

/** Carries everything that it needs (entrypoints/capture.ts). */
const CAPTURE: ScriptPath = '/capture.js';

/** An article as the capture script hands it over; page/article/article.ts tells what its fields are. */
export interface CapturedArticle {
  title: string | null;
  publisher: string | null;
  author: string | null;
  date: string | null;
  language: string;
  url: string | null;
  paragraphs: string[];
  tagged: string[];
  partial: boolean;
  problem: null | 'no-article';
}

/**
 * `private`: the window is, and nobody has allowed it. `refused`: the browser lets nobody read this page. `stopped`: by
 * the reader.
 */
export type CaptureFault = 'private' | 'refused' | 'failed' | 'stopped';

export type Captured =
  | { ok: true; article: CapturedArticle; selection: CapturedArticle | null }
  | { ok: false; fault: CaptureFault };

export interface CaptureOptions {
  /** The reader was asked whether to keep something from a private window, and has agreed. */
  isPrivateAllowed?: boolean;
  /** The frame in which something is selected; 0 is the page itself. */
  frame?: number;
  /** Stops the capture: at once for who waits, in the page at its next step. */
  signal?: AbortSignal;
}

/**
 * Captures what a tab shows now, and what is selected there. The browser allows it for the tab over which the reader
 * has opened the popup, the context menu or a command (`activeTab`), and where the extension has access anyway.
 */
export async function captureTab(
  tab: number,
  { isPrivateAllowed = false, frame = 0, signal }: CaptureOptions = {},
): Promise<Captured> {
  const asked = await attempt(() => browser.tabs.get(tab));
  if (!asked.ok) return { ok: false, fault: 'failed' };
  if (asked.value.incognito && !isPrivateAllowed) return { ok: false, fault: 'private' };
  const target = { tabId: tab, frameIds: [frame] };
  const injected = await attempt(() => {
    const capturing = browser.scripting.executeScript({ target, files: [CAPTURE] });
    return signal ? Promise.race([capturing, stopping(signal, target)]) : capturing;
  });
  if (signal?.aborted) return { ok: false, fault: 'stopped' };
  if (!injected.ok) return { ok: false, fault: 'refused' };
  // The page's own process could have sent anything.
  const { article, selection } = (injected.value[0]?.result ?? {}) as Record<string, unknown>;
  if (!isArticle(article)) return { ok: false, fault: 'failed' };
  return { ok: true, article, selection: isArticle(selection) ? selection : null };
}

/** Rejects when the reader stops, and ends the script in the page. */
const stopping = (signal: AbortSignal, target: { tabId: number; frameIds: number[] }): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('stopped'));
      void attempt(() => browser.scripting.executeScript({ target, func: stopCapture, args: [CAPTURE_STOP] }));
    });
  });

/** Runs in the page's isolated world, and knows nothing but what it is given. */
const stopCapture = (name: string): void =>
  (globalThis as unknown as Record<symbol, AbortController | undefined>)[Symbol.for(name)]?.abort();

/** Of what is captured; UTF-16 code units. */
export const LONGEST_CAPTURE = 5_000_000;
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Whether a value is an article as capture hands it over; the storage may hold anything too. */
export function isArticle(value: unknown): value is CapturedArticle {
  if (typeof value !== 'object' || value === null) return false;
  const { title, publisher, author, date, language, url, paragraphs, tagged, partial, problem } = value as Record<
    string,
    unknown
  >;
  return (
    [title, publisher, author, date, url].every(isTextOrNull) &&
    typeof language === 'string' &&
    areTexts(paragraphs) &&
    paragraphs.reduce((sum, text) => sum + text.length, 0) <= LONGEST_CAPTURE &&
    areTexts(tagged) &&
    typeof partial === 'boolean' &&
    (problem === null || problem === 'no-article')
  );
}
