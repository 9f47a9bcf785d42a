// When a page was published, and how we know. What the page states to machines comes before what it prints, what it
// prints before its address, publication before later changes; and the article's own date before any other on the page.
import { attributeText, elementsMatching, elementsNamed } from '../elements.ts';
import { headlineOf, isBeside } from '../headline.ts';
import { contains, precedes } from '../native.ts';
import type { PatternKind, Vocabulary } from '../news/vocabulary.ts';
import {
  firstMeta,
  isArticleByMeta,
  isArticleThing,
  mainThings,
  readStructured,
  type Structured,
  type Thing,
} from '../structured.ts';
import { createTimeSlicer, yieldToPage } from '../time-slices.ts';
import type { Day } from './calendar.ts';
import { createDateParser } from './dateline.ts';
import type { MonthNames } from './months.ts';
import { type DateReading, dateNearHeadline, proseBelow, readLine, shortText } from './printed.ts';

/** The day a page is from. */
export interface PageDate {
  /** "YYYY-MM-DD", by the publisher's own clock. */
  date: string;
  /** Where it stands: "json-ld datePublished", "meta article:published_time", "dateline", "address" … */
  source: string;
}

export interface DateFinder {
  /**
   * The day a page was published, else last changed; null where nothing tells. Looked for in steps between which the
   * page gets control. Never rejects. Refuses dates in the future and defaults of unset clocks (1970-01-01).
   */
  find(document: Document, url: URL): Promise<PageDate | null>;
}

/** Without names of months (null), dates that have one are not read. */
export function createDateFinder(months: MonthNames | null, vocabulary: Vocabulary): DateFinder {
  const parser = createDateParser(months);
  return {
    async find(document, url) {
      try {
        const structured = readStructured(document);
        // That was a slice of its own.
        await yieldToPage();
        const slicer = createTimeSlicer();
        slicer.start();
        const { language } = structured;
        const now = Date.now();
        const reading: DateReading = { ...parser, vocabulary, language, yesterday: dayAt(now, -24) };
        const tomorrow = dayAt(now, 24);
        for (const { date, source, ...how } of datesOf(document, url, structured, reading)) {
          if (slicer.isLate()) await slicer.pause();
          if (date && isPlausible(date, tomorrow))
            return { date: asPrinted(document, structured, date, how, reading), source };
        }
      } catch {
        // A page that is stranger than we thought has no date.
      }
      return null;
    },
  };
}

function isPlausible(date: Day, tomorrow: Day): boolean {
  return date <= tomorrow && date >= '1900-01-02' && date !== '1970-01-01';
}

/** A date as found, with its hour where the page states a moment in universal time. */
interface FoundDate {
  date: Day | null;
  source: string;
  utcHour?: number | undefined;
  /** Whether it is the day of a later change. */
  isChange?: boolean;
}

/** The day some hours after a moment. */
const dayAt = (time: number, hours: number): Day => new Date(time + hours * 36e5).toISOString().slice(0, 10);

/**
 * About the hour, from 0 to 24, of a moment that is given in universal time, which may be another day where the
 * publisher is.
 */
function hourOf(text: string): number | undefined {
  const hour = /-\d\d[T ](\d\d):.*(?:Z|[+-]00:?00)$/.exec(text)?.[1];
  return hour === undefined ? hour : Number(hour) + 0.5;
}

/**
 * The day of a moment in universal time as the page prints it, where some zone has that day then. The printed day of a
 * change says nothing of the day of publication.
 */
function asPrinted(
  document: Document,
  structured: Structured,
  date: Day,
  { utcHour, isChange = false }: Pick<FoundDate, 'utcHour' | 'isChange'>,
  reading: DateReading,
): Day {
  if (utcHour === undefined) return date;
  const headline = headlineOf(document, structured);
  const printed = besideHeadline(elementsNamed(document, 'time', MOST_MARKED_UP), headline)
    .filter((element) => isChange || !tellsOfChange(element, reading))
    .map((element) => reading.readDateline(shortText(element), reading.language));
  const line = headline && dateNearHeadline(document, headline, reading);
  const shown = printed.find(Boolean) ?? (line && (isChange || !line.isChange) ? line.date : null);
  const time = Date.parse(date) + utcHour * 36e5;
  return shown && shown >= dayAt(time, -12) && shown <= dayAt(time, 14) ? shown : date;
}

/** Whether a `time` element, or the line that it stands in, says that it is the day of a change. */
const tellsOfChange = (element: Element, reading: DateReading): boolean =>
  readLine(shortText(element.parentElement ?? element) || shortText(element), reading)?.isChange === true;

/** Names of metadata for the day of publication, the plainest first. */
const PUBLISHED = ['publishedMeta', 'issuedMeta', 'createdMeta'] as const;

/** What makes pages that go on being written: of their text the last change tells, not the day they were set up. */
const WIKI = /^MediaWiki/i;

/** All dates a page gives, best first, each read only when the ones before it were of no use. */
function* datesOf(document: Document, url: URL, structured: Structured, reading: DateReading): Generator<FoundDate> {
  const things = mainThings(structured);
  // A front page was set up years ago: the first day of a web page is that of its text only for an article.
  const stories = isArticleByMeta(structured.meta) ? things : things.filter(isArticleThing);
  if (WIKI.test(firstMeta(structured.meta, 'generator'))) {
    const pages = stories.filter(({ types }) => types.includes('Article'));
    for (const change of inThings(pages, ['dateModified'], reading)) yield { ...change, isChange: true };
  }
  yield* inThings(stories, ['datePublished', 'dateCreated'], reading);
  if (/^video/i.test(firstMeta(structured.meta, 'og:type')))
    yield* inThings(
      structured.things.filter(({ types }) => types.includes('VideoObject')),
      ['uploadDate'],
      reading,
    );
  yield* inMeta(structured.meta, PUBLISHED, reading);
  const headline = headlineOf(document, structured);
  yield* inItemprops(document, 'datePublished', headline, reading);
  const [near, far] = timeElements(document, headline);
  yield* inTimeElements(near, reading);
  for (const address of [structured.address, url.href]) yield { date: inAddress(address, reading), source: 'address' };
  const line = headline && dateNearHeadline(document, headline, reading);
  if (line && !line.isChange) yield { ...line, source: 'dateline' };
  yield* inTimeElements(far, reading);
  for (const changes of [
    inThings(things, ['dateModified'], reading),
    inMeta(structured.meta, ['changedMeta'], reading),
    inItemprops(document, 'dateModified', headline, reading),
  ])
    for (const change of changes) yield { ...change, isChange: true };
  if (line) yield { ...line, source: 'dateline of a change' };
}

function* inThings(
  things: Thing[],
  properties: string[],
  { readTimestamp, language }: DateReading,
): Generator<FoundDate> {
  for (const property of properties)
    for (const thing of things) {
      const text = thing.text(property);
      if (text) yield { date: readTimestamp(text, language), source: `json-ld ${property}`, utcHour: hourOf(text) };
    }
}

function* inMeta(
  meta: Structured['meta'],
  names: readonly PatternKind[],
  { readTimestamp, language, vocabulary }: DateReading,
): Generator<FoundDate> {
  for (const wanted of names)
    for (const [name, contents] of meta)
      if (vocabulary.match(wanted, name) && !vocabulary.match('undatedMeta', name))
        yield {
          date: readTimestamp(contents[0] ?? '', language),
          source: `meta ${name}`,
          utcHour: hourOf(contents[0] ?? ''),
        };
}

const MOST_MARKED_UP = 40;
const MOST_HEADINGS = 100;

function* inItemprops(
  document: Document,
  property: string,
  headline: Element | null,
  { readTimestamp, language }: DateReading,
): Generator<FoundDate> {
  const withItemprop = elementsMatching(
    document,
    `[itemprop~="${property}" i],[property~="${property}"],[property~="schema:${property}"]`,
    MOST_MARKED_UP,
  );
  for (const element of besideHeadline(withItemprop, headline)) {
    const text = attributeText(element, 'content') || attributeText(element, 'datetime') || shortText(element);
    yield { date: readTimestamp(text, language), source: `itemprop ${property}`, utcHour: hourOf(text) };
  }
}

/**
 * The `time` elements of the story, those near its headline apart from those behind another heading or the first prose:
 * teasers without markup of their own stand there.
 */
function timeElements(document: Document, headline: Element | null): [near: Element[], far: Element[]] {
  const own = besideHeadline(elementsNamed(document, 'time', MOST_MARKED_UP), headline);
  if (!headline || own.length === 0) return [own, []];
  const prose = proseBelow(document, headline);
  const headings = elementsMatching(document, 'h1,h2,h3,h4,h5,h6', MOST_HEADINGS);
  const isBetween = (one: Node, a: Node, b: Node) =>
    precedes(a, one) && precedes(one, b) && !contains(a, one) && !contains(one, b);
  const isNear = (element: Element) => {
    const [first, second] = precedes(headline, element) ? [headline, element] : [element, headline];
    if (prose && isBetween(prose, first, second)) return false;
    return !headings.some((heading) => isBetween(heading, first, second));
  };
  const near = own.filter(isNear);
  return [near, own.filter((element) => !near.includes(element))];
}

function* inTimeElements(
  own: readonly Element[],
  { readTimestamp, readDateline, language }: DateReading,
): Generator<FoundDate> {
  const isChange = (element: Element) =>
    /updat|modif/i.test(`${element.className} ${attributeText(element, 'itemprop')}`);
  for (const element of [...own.filter((one) => !isChange(one)), ...own.filter(isChange)]) {
    const stated = attributeText(element, 'datetime');
    yield {
      date: (stated && readTimestamp(stated, language)) || readDateline(shortText(element), language),
      source: 'time element',
      utcHour: hourOf(stated),
      isChange: isChange(element),
    };
  }
}

/**
 * The elements beside the headline, without those of teasers, comments and margins. Without a headline, the only one
 * there is.
 */
function besideHeadline(candidates: Element[], headline: Element | null): Element[] {
  if (!headline) return candidates.length === 1 ? candidates : [];
  return candidates.filter((element) => isBeside(element, headline));
}

/** "/2026/01/07/", "/2026/jan/07/", "/2026-01-07-", "/20260107/" in an address. */
function inAddress(address: string, { readTimestamp }: DateReading): Day | null {
  const path = address.slice(0, 1000).replace(/[?#].*$/, '');
  const found = /[/_-]((?:19|20)\d\d)([/-]?)([01]?\d|[a-z]{3})\2([0-3]\d|\d(?=[/-]))(?=[/_.-]|$)/.exec(path);
  if (!found) return null;
  const [, year = '', , month = '', day = ''] = found;
  return readTimestamp(/\d/.test(month) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`, 'en');
}
