// Whether only the beginning of an article is there.
import { isArticleThing, mainThings, type Structured } from '../structured.ts';

/** Characters below which the text of a page that says it is not free is taken for its beginning. */
const SHORT = 1800;

/** Whether a page says that its article is not free, and shows no more than a beginning. */
export function isPartial(structured: Structured, paragraphs: readonly string[]): boolean {
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
  const things = mainThings(structured).filter(isArticleThing);
  const words = paragraphs.reduce((sum, text) => sum + text.split(' ').length, 0);
  const stated = Math.max(0, ...things.map((thing) => Number.parseInt(thing.text('wordCount'), 10) || 0));
  if (stated > 100 && words < stated * 0.5) return true;
  const isLocked =
    things.some((thing) => /^(?:false|https?:\/\/schema.org\/false)$/i.test(thing.text('isAccessibleForFree'))) ||
    /locked|premium|paid/i.test(structured.meta.get('article:content_tier')?.[0] ?? '');
  return isLocked && length < SHORT;
}
