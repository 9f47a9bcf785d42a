// The text of an article as its page states it to machines (`articleBody` in JSON-LD), and what it adds to the text
// that was found on the page.
import { isArticleThing, mainThings, type Structured } from '../structured.ts';
import { plainText } from './plain-text.ts';

/** Paragraphs of the longest `articleBody`, or none. */
export function articleBodyOf(structured: Structured): string[] {
  const bodies = mainThings(structured)
    .filter(isArticleThing)
    .map((thing) => thing.text('articleBody'));
  const longest = bodies.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest.split(/\n+/).map(plainText).filter(Boolean);
}

/** The found paragraphs, or those that are stated where they say much more of the same. */
export function withArticleBody(found: string[], stated: string[]): string[] {
  const whole = stated.join(' ');
  const length = found.reduce((sum, text) => sum + text.length, 0);
  if (whole.length < length * 1.3) return found;
  const squeezed = whole.replace(/\s+/g, '');
  const shared = found
    .filter((text) => squeezed.includes(text.replace(/\s+/g, '').slice(0, 60)))
    .reduce((sum, text) => sum + text.length, 0);
  return shared >= length * 0.7 || length < 200 ? stated : found;
}
