// When a page was published, and how we know. What the page states to machines comes before what it prints, what it prints
// before its address, publication before later changes; and the article's own date before any other on the page.
import { readDateline, readTimestamp } from './dateline.ts';
import { attribute, elements, headlineOf, mainThings, readStructured, type Structured, select } from './structured.ts';

/** The day a page is from. */
export interface PageDate {
  /** "YYYY-MM-DD", as the publisher's own clock had it. */
  date: string;
  /** Where it stands: "json-ld datePublished", "meta article:published_time", "dateline", "address" … */
  source: string;
}

/**
 * The day a page was published, else last changed; null where nothing tells. Dates in the future, before the printing press's online days, or left at
 * a clock's zero are refused.
 * @param structured what the page says of itself, when the caller has read it already
 */
export function pageDate(doc: Document, url: URL, structured: Structured = readStructured(doc)): PageDate | null {
  try {
    const latest = new Date(Date.now() + 864e5).toISOString().slice(0, 10);
    for (const { date, source } of dates(doc, url, structured))
      if (date && isPlausible(date, latest)) return { date, source };
  } catch {
    // A page that is stranger than we thought has no date.
  }
  return null;
}

function isPlausible(date: string, latest: string): boolean {
  return date <= latest && date >= '1900-01-02' && date !== '1970-01-01';
}

type Found = { date: string | null; source: string };

const PUBLISHED_META = [
  /^(?:og:)?(?:article|vr|content|bt|cxenseparse:recs|cxenseparse)[:.](?:published_?(?:time|date)?|publish_?(?:time|date)|pubdate)$/,
  /(?:^|[^n])publi\w*[-_.:]?(?:date|time|at$|on$)|date[-_.:]?publi|pub[-_]?date|dat\w*[-_.:]issued?|release[-_.]?date|^ptime$|^pdate$/,
  /^(?:dc|dcterms|sailthru|srf)\.(?:date|created)$|^date$|date\.?(?:created|available)|created[-_.]?(?:at|on|date|time)/,
];
const CHANGED_META = [
  /modif\w*[-_.:]?(?:date|time|at$|on$)|date\.?modif|last-?modif|updated[-_.:]?(?:date|time|at$|on$)|(?:date|content)\.?updated?/,
];
const NO_DATE_OF_ARTICLE = /expir|unpubl|valid|render|build|embargo|founding|birth|image|video/;

/** All dates a page gives, best first, each read only when the ones before it were of no use. */
export function* dates(doc: Document, url: URL, structured: Structured): Generator<Found> {
  const { language } = structured;
  const things = mainThings(structured);
  yield* inThings(things, ['datePublished', 'dateCreated', 'uploadDate'], language);
  yield* inMeta(structured.meta, PUBLISHED_META, language);
  const headline = headlineOf(doc, structured);
  yield* inItemprops(doc, 'datePublished', headline, language);
  yield* inTimeElements(doc, headline, language);
  if (headline) yield { date: nearHeadline(headline, language), source: 'dateline' };
  for (const address of [structured.address, url.href]) yield { date: inAddress(address), source: 'address' };
  yield* inThings(things, ['dateModified'], language);
  yield* inMeta(structured.meta, CHANGED_META, language);
  yield* inItemprops(doc, 'dateModified', headline, language);
}

function* inThings(things: ReturnType<typeof mainThings>, properties: string[], language: string): Generator<Found> {
  for (const property of properties)
    for (const thing of things) {
      const text = thing.text(property);
      if (text) yield { date: readTimestamp(text, language), source: `json-ld ${property}` };
    }
}

function* inMeta(meta: Structured['meta'], names: RegExp[], language: string): Generator<Found> {
  for (const wanted of names)
    for (const [name, contents] of meta)
      if (wanted.test(name) && !NO_DATE_OF_ARTICLE.test(name))
        yield { date: readTimestamp(contents[0] ?? '', language), source: `meta ${name}` };
}

const MOST_MARKED_UP = 40;

function* inItemprops(doc: Document, property: string, headline: Element | null, language: string): Generator<Found> {
  const marked = select(
    doc,
    `[itemprop~="${property}" i],[property~="${property}"],[property~="schema:${property}"]`,
    MOST_MARKED_UP,
  );
  for (const element of ownOnes(marked, headline))
    yield {
      date: readTimestamp(
        attribute(element, 'content') || attribute(element, 'datetime') || shortText(element),
        language,
      ),
      source: `itemprop ${property}`,
    };
}

function* inTimeElements(doc: Document, headline: Element | null, language: string): Generator<Found> {
  for (const element of ownOnes(elements(doc, 'time', MOST_MARKED_UP), headline)) {
    const stated = attribute(element, 'datetime');
    yield {
      date: (stated && readTimestamp(stated, language)) || readDateline(shortText(element), language),
      source: 'time element',
    };
  }
}

/** Of elements that carry dates, those which stand by the headline, and none that belong to teasers, comments or margins. */
function ownOnes(candidates: Element[], headline: Element | null): Element[] {
  if (!headline) return candidates.length === 1 ? candidates : [];
  return candidates.filter((element) => isBeside(element, headline));
}

/** Whether an element belongs to the same story as the headline: no other heading stands between them, no margin encloses it. */
function isBeside(element: Element, headline: Element): boolean {
  if (headline.contains(element)) return true;
  const scope = element.closest('article,aside,nav,footer,[itemscope]');
  if (scope && !scope.contains(headline)) return false;
  // A list of bylines has dates of its own; an item that is a teaser has a link besides.
  const item = element.closest('li');
  return !item || item.contains(headline) || !item.querySelector('h1,h2,h3,h4,a');
}

const MOST_NODES = 80;
const SHORT = 120;
/** Where a date is not the story's: pictures, margins, menus, and what is not text. */
const NO_LINE = 'script,style,noscript,template,select,figure,figcaption,aside,nav,footer';

/** The first date in the short lines around a headline: a little before it, and after it up to the story's prose. */
function nearHeadline(headline: Element, language: string): string | null {
  return dateAlong(headline, 'nextNode', MOST_NODES, language) ?? dateAlong(headline, 'previousNode', 12, language);
}

function dateAlong(
  headline: Element,
  step: 'nextNode' | 'previousNode',
  most: number,
  language: string,
): string | null {
  const root = headline.ownerDocument.getRootNode();
  const walker = Document.prototype.createTreeWalker.call(headline.ownerDocument, root, NodeFilter.SHOW_TEXT);
  walker.currentNode = headline;
  let prose = 0;
  for (let seen = 0; seen < most && prose < 2; ) {
    const node = walker[step]();
    if (!node) break;
    const text = (node as Text).data;
    if (!/\S/.test(text)) continue;
    const parent = node.parentElement;
    if (!parent || parent.closest(NO_LINE)) continue;
    seen++;
    if (text.length > SHORT || (parent.closest('p,td,dd,blockquote')?.textContent ?? '').length > 2 * SHORT) {
      prose++;
      continue;
    }
    if (!/\p{Nd}/u.test(text)) continue;
    const date =
      readDateline(text, language) ??
      readDateline(shortText(parent), language) ??
      (parent.parentElement && readDateline(shortText(parent.parentElement), language));
    if (date) return date;
  }
  return null;
}

/** The text of an element if there is little of it, else ''. */
function shortText(element: Element): string {
  const text = element.textContent ?? '';
  return text.length <= 4 * SHORT
    ? text
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, SHORT + 1)
    : '';
}

/** "/2026/01/07/", "/2026-01-07-", "/20260107/" in an address. */
function inAddress(address: string): string | null {
  const path = address.slice(0, 1000).replace(/[?#].*$/, '');
  const found = /[/_-]((?:19|20)\d\d)([/-]?)([01]?\d)\2([0-3]\d|\d(?=[/-]))(?=[/_.-]|$)/.exec(path);
  if (!found) return null;
  const [, year = '', , month = '', day = ''] = found;
  return readTimestamp(`${year}-${month}-${day}`, '');
}
