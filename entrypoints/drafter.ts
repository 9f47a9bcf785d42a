// The worker in which drafting runs: a long article does not stop the page, and whoever has waited enough ends it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Article } from '../drafting/article.ts';
import { draft } from '../drafting/draft.ts';
import type { DraftingData } from '../drafting/vocabulary.ts';

/** Answers each question with a draft. */
export default defineUnlistedScript(() => {
  addEventListener('message', ({ data }: MessageEvent<{ article: Article; data: DraftingData }>) => {
    postMessage(draft(data.article, data.data));
  });
});
