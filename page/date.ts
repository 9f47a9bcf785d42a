// When a page was published, and how we know. What the page states to machines comes before what it prints, what it prints
// before its address, publication before later changes; and the article's own date before any other on the page.
import { readDateline, readTimestamp } from './dateline.ts';
import { closest, contains, walk } from './native.ts';
import { type Saying, says } from './sections.ts';
import {
  attribute,
  elements,
  find,
  first,
  isArticle,
  mainThings,
  readStructured,
  type Structured,
  select,
  type Thing,
} from './structured.ts';
import { createTimeSlicer } from './time-slices.ts';

/** The day a page is from. */
export interface PageDate {
  /** "YYYY-MM-DD", as the publisher's own clock had it. */
  date: string;
  /** Where it stands: "json-ld datePublished", "meta article:published_time", "dateline", "address" … */
  source: string;
}

/**
 * The day a page was published, else last changed; null where nothing tells. Looked for in steps between which the page gets its
 * turn. Never rejects. Refuses dates in the future and those that a clock shows before it is set.
 */
export async function pageDate(doc: Document, url: URL): Promise<PageDate | null> {
  // Not started, it is late at once: what the page says of itself is read in a turn of its own.
  const slicer = createTimeSlicer();
  try {
    const structured = readStructured(doc);
    const latest = dayOf(Date.now(), 24);
    for (const { date, source, utc } of dates(doc, url, structured)) {
      if (slicer.isLate()) await slicer.pause();
      if (date && isPlausible(date, latest))
        return { date: utc ? asPrinted(doc, structured, date, utc) : date, source };
    }
  } catch {
    // A page that is stranger than we thought has no date.
  }
  return null;
}

function isPlausible(date: string, latest: string): boolean {
  return date <= latest && date >= '1900-01-02' && date !== '1970-01-01';
}

/** A date as found; of a moment in universal time also the hour. */
type Found = { date: string | null; source: string; utc?: number | undefined };

const dayOf = (time: number, hours: number): string => new Date(time + hours * 36e5).toISOString().slice(0, 10);

/** About the hour, from 0 to 24, of a moment that is given in universal time, which may be another day where the publisher is. */
function hourOf(text: string): number | undefined {
  const hour = /-\d\d[T ](\d\d):.*(?:Z|[+-]00:?00)$/.exec(text)?.[1];
  return hour === undefined ? hour : Number(hour) + 0.5;
}

/** The day of a moment in universal time as the page prints it, where some zone has that day then. */
function asPrinted(doc: Document, structured: Structured, date: string, hour: number): string {
  const headline = headlineOf(doc, structured);
  const { language } = structured;
  const printed = ownOnes(elements(doc, 'time', MOST_MARKED_UP), headline).map((element) =>
    readDateline(shortText(element), language),
  );
  const shown = printed.find(Boolean) ?? (headline && nearHeadline(doc, headline, language)?.date);
  const time = Date.parse(date) + hour * 36e5;
  return shown && shown >= dayOf(time, -12) && shown <= dayOf(time, 14) ? shown : date;
}

/** Names of metadata for the day of publication, the plainest first. */
const PUBLISHED = ['publishedMeta', 'issuedMeta', 'createdMeta'] as const;

/** All dates a page gives, best first, each read only when the ones before it were of no use. */
function* dates(doc: Document, url: URL, structured: Structured): Generator<Found> {
  const { language } = structured;
  const things = mainThings(structured);
  // A front page was set up years ago; only of an article does a web page's first day say when its text is from.
  const isStory = /^article$/i.test(first(structured.meta, 'og:type'));
  const stories = isStory ? things : things.filter(isArticle);
  yield* inThings(stories, ['datePublished', 'dateCreated'], language);
  if (/^video/i.test(first(structured.meta, 'og:type')))
    yield* inThings(
      structured.things.filter(({ types }) => types.includes('VideoObject')),
      ['uploadDate'],
      language,
    );
  yield* inMeta(structured.meta, PUBLISHED, language);
  const headline = headlineOf(doc, structured);
  yield* inItemprops(doc, 'datePublished', headline, language);
  yield* inTimeElements(doc, headline, language);
  for (const address of [structured.address, url.href]) yield { date: inAddress(address), source: 'address' };
  const line = headline && nearHeadline(doc, headline, language);
  if (line && !line.isChange) yield { ...line, source: 'dateline' };
  yield* inThings(things, ['dateModified'], language);
  yield* inMeta(structured.meta, ['changedMeta'], language);
  yield* inItemprops(doc, 'dateModified', headline, language);
  if (line) yield { ...line, source: 'dateline of a change' };
}

function* inThings(things: Thing[], properties: string[], language: string): Generator<Found> {
  for (const property of properties)
    for (const thing of things) {
      const text = thing.text(property);
      if (text) yield { date: readTimestamp(text, language), source: `json-ld ${property}`, utc: hourOf(text) };
    }
}

function* inMeta(meta: Structured['meta'], names: readonly Saying[], language: string): Generator<Found> {
  for (const wanted of names)
    for (const [name, contents] of meta)
      if (says(wanted, name) && !says('undatedMeta', name))
        yield {
          date: readTimestamp(contents[0] ?? '', language),
          source: `meta ${name}`,
          utc: hourOf(contents[0] ?? ''),
        };
}

const MOST_HEADINGS = 40;

/** The element that shows the page's headline: the longest heading that the page's title repeats, else its longest first-level heading. */
export function headlineOf(doc: Document, { meta }: Structured): Element | null {
  const title = folded(
    `${first(meta, 'og:title')} ${first(meta, 'twitter:title')} ${find(doc, 'title')?.textContent ?? ''}`,
  );
  let best: Element | null = null;
  let length = 5;
  let isRepeated = false;
  for (const tag of ['h1', 'h2', 'h3'])
    for (const heading of elements(doc, tag, MOST_HEADINGS)) {
      const text = folded(heading.textContent ?? '');
      const isTitle =
        text.length >= 6 &&
        (title.includes(text) || (text.length >= 20 && title.includes(text.slice(0, 20)))) &&
        !isNameOfSite(text, title);
      if (!isTitle && (isRepeated || tag !== 'h1')) continue;
      // A logo is repeated too, and shorter.
      if (text.length <= length && isTitle === isRepeated) continue;
      best = heading;
      length = text.length;
      isRepeated = isTitle;
      if (isTitle && length >= 25) return best;
    }
  return best ?? lineOf(doc, title);
}

const MOST_LINES = 1000;

/** The first line that the title repeats, on pages that set their headline as bold text; links lead to other pages. */
function lineOf(doc: Document, title: string): Element | null {
  const walker = walk(doc);
  for (let seen = 0; seen < MOST_LINES; seen++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return null;
    if (node.length < 20 || node.length > 300) continue;
    const text = folded(node.data);
    if (text.length >= 20 && title.includes(text) && !closest(node.parentElement as Element, 'a,title,script,style'))
      return node.parentElement;
  }
  return null;
}

/** A short heading that is only the end of the title names the site. */
function isNameOfSite(text: string, title: string): boolean {
  return text.length < 25 && title.endsWith(text) && title.indexOf(text) > 0;
}

function folded(text: string): string {
  return text.slice(0, 1000).replace(/\s+/g, ' ').trim().toLowerCase();
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
  const own = ownOnes(elements(doc, 'time', MOST_MARKED_UP), headline);
  const isChange = (element: Element) => /updat|modif/i.test(`${element.className} ${attribute(element, 'itemprop')}`);
  for (const element of [...own.filter((one) => !isChange(one)), ...own.filter(isChange)]) {
    const stated = attribute(element, 'datetime');
    yield {
      date: (stated && readTimestamp(stated, language)) || readDateline(shortText(element), language),
      source: 'time element',
      utc: hourOf(stated),
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
  const scope = closest(
    element,
    'article,aside,nav,header,footer,[itemscope]:not([itemprop~="author"]),[class*="comment"],[id*="comment"]',
  );
  if (scope && !contains(scope, headline)) return false;
  // A list of bylines has dates of its own; an item that is a teaser has a link besides.
  const item = closest(element, 'li');
  return !item || item.contains(headline) || !item.querySelector('h1,h2,h3,h4,a');
}

const MOST_LINES_BELOW = 80;
const MOST_LINES_ABOVE = 5;
const MOST_NODES = 400;
/** The longest line that may be a dateline; longer ones are prose. */
const SHORT = 120;
/** Where text is no line of the story: in pictures, and where it is not shown as text. */
const NO_LINE = 'script,style,noscript,template,select,figure';

/** A printed date, and whether it says that it is that of a change. */
interface Line {
  date: string;
  isChange: boolean;
}

/**
 * The first date in the short lines around a headline: below it up to the story's prose, else a little above it. A later line that
 * tells the day of publication comes before one that tells of a change.
 */
function nearHeadline(doc: Document, headline: Element, language: string): Line | null {
  let change: Line | null = null;
  const below = linesFrom(doc, headline, 'nextNode', MOST_LINES_BELOW);
  const above = linesFrom(doc, headline, 'previousNode', MOST_LINES_ABOVE);
  for (const lines of [below, above]) {
    let label = '';
    for (const { data, parentElement: parent } of lines) {
      if (!parent || !/\p{Nd}/u.test(data)) {
        label = data.slice(-40);
        continue;
      }
      // A date may be spread over elements: <time><b>3</b> <i>September</i> 2024</time>.
      for (const element of [null, parent, parent.parentElement]) {
        const line = readLine(element ? shortText(element) : `${label} ${data}`, language);
        if (!line) continue;
        // What stands above may be today's date in the head of the page.
        if (lines === above && line.date >= dayOf(Date.now(), -24)) return change;
        if (!line.isChange) return line;
        change ??= line;
        break;
      }
      label = '';
    }
    if (change) return change;
  }
  return null;
}

/** The date that a line tells as that of publication, else as that of a change: "Updated 5 September, published 3 September 2024". */
function readLine(text: string, language: string): Line | null {
  const line = text.toLowerCase();
  const mark = says('changeWords', line);
  const [before = '', ...others] = mark ? line.split(mark) : [line];
  const after = others.join(' ');
  const published = says('publishWords', after);
  const date =
    readDateline(before, language) ??
    (published && readDateline(after.slice(after.indexOf(published)), language)) ??
    null;
  if (date) return { date, isChange: false };
  const changed = readDateline(after, language);
  return changed ? { date: changed, isChange: true } : null;
}

/** The short texts that follow or precede a headline, until the story's own prose begins. */
function* linesFrom(
  doc: Document,
  headline: Element,
  step: 'nextNode' | 'previousNode',
  most: number,
): Generator<Text> {
  const walker = walk(doc);
  walker.currentNode = headline;
  const prose = new Set<Node>();
  for (let seen = 0, lines = 0; seen < MOST_NODES && lines < most && prose.size < 2; seen++) {
    const node = walker[step]() as Text | null;
    if (!node) return;
    const parent = node.parentElement;
    if (!parent || !/\S/.test(node.data) || closest(parent, NO_LINE) || !isBeside(parent, headline)) continue;
    const paragraph = closest(parent, 'p,dd,blockquote') ?? node;
    if (node.length > SHORT || prose.has(paragraph) || (paragraph !== node && !shortText(paragraph as Element)))
      prose.add(paragraph);
    else {
      lines++;
      yield node;
    }
  }
}

/** The text of an element if it is no longer than a few lines, else ''. */
function shortText(element: Element): string {
  const walker = walk(element);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    text += (node as Text).data;
    if (text.length > 4 * SHORT) return '';
  }
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 2 * SHORT ? line : '';
}

/** "/2026/01/07/", "/2026/jan/07/", "/2026-01-07-", "/20260107/" in an address. */
function inAddress(address: string): string | null {
  const path = address.slice(0, 1000).replace(/[?#].*$/, '');
  const found = /[/_-]((?:19|20)\d\d)([/-]?)([01]?\d|[a-z]{3})\2([0-3]\d|\d(?=[/-]))(?=[/_.-]|$)/.exec(path);
  if (!found) return null;
  const [, year = '', , month = '', day = ''] = found;
  return readTimestamp(/\d/.test(month) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`, 'en');
}
