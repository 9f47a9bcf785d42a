// Where a page shows its headline, and what belongs to the same story.
import { elementsNamed, firstMatching } from './elements.ts';
import { closest, contains, walk } from './native.ts';
import { firstMeta, type Structured } from './structured.ts';

const MOST_HEADINGS = 40;

/**
 * The element that shows the page's headline: the longest heading that the page's title repeats, else its longest
 * first-level heading.
 */
export function headlineOf(document: Document, { meta }: Structured): Element | null {
  const shown = firstMatching(document, 'title')?.textContent ?? '';
  const title = oneLine(`${firstMeta(meta, 'og:title')} ${firstMeta(meta, 'twitter:title')} ${shown}`);
  let best: Element | null = null;
  let length = 5;
  let isRepeated = false;
  for (const tag of ['h1', 'h2', 'h3'])
    for (const heading of elementsNamed(document, tag, MOST_HEADINGS)) {
      const text = oneLine(heading.textContent ?? '');
      const isTitle =
        text.length >= 6 &&
        (title.includes(text) || (text.length >= 20 && title.includes(text.slice(0, 20)))) &&
        !isNameOfSite(text, title);
      if (!isTitle && (isRepeated || tag !== 'h1')) continue;
      // The first heading that the title repeats wins over all others; after it the longest, as a logo is repeated too.
      const isFirstRepeated = isTitle && !isRepeated;
      if (!isFirstRepeated && text.length <= length) continue;
      best = heading;
      length = text.length;
      isRepeated = isTitle;
      if (isTitle && length >= 25) return best;
    }
  return best ?? lineOf(document, title);
}

const MOST_LINES = 1000;

/** The first line that the title repeats, on pages that set their headline as bold text; links lead to other pages. */
function lineOf(document: Document, title: string): Element | null {
  const walker = walk(document);
  for (let seen = 0; seen < MOST_LINES; seen++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return null;
    if (node.length < 20 || node.length > 300) continue;
    const text = oneLine(node.data);
    if (text.length >= 20 && title.includes(text) && !closest(node.parentElement as Element, 'a,title,script,style'))
      return node.parentElement;
  }
  return null;
}

/** A short heading that is only the end of the title names the site. */
function isNameOfSite(text: string, title: string): boolean {
  return text.length < 25 && title.endsWith(text) && title.indexOf(text) > 0;
}

/** The beginning of a text, in lower case and without line breaks. */
function oneLine(text: string): string {
  return text.slice(0, 1000).replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether an element may belong to the same story as the headline: no margin, teaser or comment encloses it. */
export function isBeside(element: Element, headline: Element): boolean {
  if (headline.contains(element)) return true;
  const scope = closest(
    element,
    'article,aside,nav,header,footer,[itemscope]:not([itemprop~="author"]),[class*="comment"],[id*="comment"]',
  );
  if (scope && !contains(scope, headline)) return false;
  // A list of bylines has dates of its own; an item that is a teaser has a link besides.
  const item = closest(element, 'li');
  return !item || item.contains(headline) || !item.querySelector('h1,h2,h3,h4,a');
}
