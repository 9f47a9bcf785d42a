// Drafts in a worker of its own: the page stays alive meanwhile, and ending the worker ends the work. What drafting
// knows of names and languages is loaded when it is needed first.
import { browser } from 'wxt/browser';
import type { Article } from '../../drafting/article.ts';
import type { Draft } from '../../drafting/draft.ts';
import type { DraftingData } from '../../drafting/vocabulary.ts';

/** Loads what drafting takes, so that it is there when the article is. */
export const prepareDrafting = (): void => void import('virtual:drafting');

/** @throws where the worker cannot, or `signal` aborts */
export async function draftInWorker(article: Article, signal: AbortSignal): Promise<Draft> {
  const worker = new Worker(browser.runtime.getURL('/drafter.js'));
  try {
    const data = await dataFor(article.language);
    return await new Promise<Draft>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
      signal.throwIfAborted();
      const start = performance.now();
      worker.addEventListener('message', ({ data: draft }: MessageEvent<Draft>) => {
        performance.measure('drafting', { start }); // for the bench
        resolve(draft);
      });
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage({ article, data });
    });
  } finally {
    worker.terminate();
  }
}

/** What drafting takes besides an article of a language: that language, and English. */
async function dataFor(language: string): Promise<DraftingData> {
  const { draftingData } = await import('virtual:drafting');
  const { languages, ...lists } = draftingData();
  const [code] = language.toLowerCase().split('-');
  const own = languages.filter((one) =>
    [one.language, ...(one.also ?? [])].some((tag) => tag === code || tag === 'en'),
  );
  return { languages: own, ...lists };
}
