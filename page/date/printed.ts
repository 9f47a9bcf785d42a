// The dates that a page prints in the short lines around its headline.
import { isBeside } from '../headline.ts';
import { closest, walk } from '../native.ts';
import type { Vocabulary } from '../news/vocabulary.ts';
import type { Day } from './calendar.ts';
import type { DateParser } from './dateline.ts';

const MOST_LINES_BELOW = 80;
const MOST_LINES_ABOVE = 5;
const MOST_NODES = 400;
/** The longest line that may be a dateline; longer ones are prose. */
const SHORT = 120;
/** Where text is no line of the story: in pictures, and where it is not shown as text. */
const NO_LINE = 'script,style,noscript,template,select,figure';

/** With what dates are read. */
export interface DateReading extends DateParser {
  vocabulary: Vocabulary;
  /** BCP 47 tag of the page, or ''. */
  language: string;
  yesterday: Day;
}

/** A printed date, and whether it says that it is that of a change. */
export interface PrintedDate {
  date: Day;
  isChange: boolean;
}

/** The most words that a line with nothing but a date has: "Tuesday, 3 September 2024, 10:15 CET". */
const MOST_WORDS = 3;
const WORDS = /[\p{L}\p{M}]+/gu;

/**
 * The first date in the short lines around a headline: below it up to the story's prose, else a little above it. A
 * later line that tells the day of publication comes before one that tells of a change, and before one that holds more
 * than a date: captions and standfirsts name other days.
 */
export function dateNearHeadline(document: Document, headline: Element, reading: DateReading): PrintedDate | null {
  let change: PrintedDate | null = null;
  /** In a line that holds more. */
  let unsure: PrintedDate | null = null;
  const below = linesFrom(document, headline, 'nextNode', MOST_LINES_BELOW);
  const above = linesFrom(document, headline, 'previousNode', MOST_LINES_ABOVE);
  for (const lines of [below, above]) {
    let label = '';
    for (const { data, parentElement: parent } of lines) {
      if (!parent || !/\p{Nd}/u.test(data)) {
        label = data.slice(-40);
        continue;
      }
      // A date may be spread over elements: <time><b>3</b> <i>September</i> 2024</time>.
      for (const element of [null, parent, parent.parentElement]) {
        const text = element ? shortText(element) : `${label} ${data}`;
        const line = readLine(text, reading);
        if (!line) continue;
        // Above the headline it may be today's date, in the head of the page.
        if (lines === above && line.date >= reading.yesterday) return unsure ?? change;
        if (line.isChange) change ??= line;
        else if (isPlain(shortText(parent) || data) || reading.vocabulary.match('publishWords', text.toLowerCase()))
          return line;
        else unsure ??= line;
        break;
      }
      label = '';
    }
    const found = unsure ?? change;
    if (found) return found;
  }
  return null;
}

const isPlain = (line: string): boolean => (line.match(WORDS)?.length ?? 0) <= MOST_WORDS;

/**
 * The date that a line tells as that of publication, else as that of a change: "Updated 5 September, published 3
 * September 2024".
 */
export function readLine(text: string, { language, readDateline, vocabulary }: DateReading): PrintedDate | null {
  const line = text.toLowerCase();
  const mark = vocabulary.match('changeWords', line);
  const [before = '', ...others] = mark ? line.split(mark) : [line];
  const after = others.join(' ');
  const published = vocabulary.match('publishWords', after);
  const date =
    readDateline(before, language) ??
    (published && readDateline(after.slice(after.indexOf(published)), language)) ??
    null;
  if (date) return { date, isChange: false };
  const changed = readDateline(after, language);
  return changed ? { date: changed, isChange: true } : null;
}

/** Where the story's own prose begins below a headline, at its second paragraph; null where there is none. */
export function proseBelow(document: Document, headline: Element): Node | null {
  const lines = linesFrom(document, headline, 'nextNode', MOST_LINES_BELOW);
  let line = lines.next();
  while (!line.done) line = lines.next();
  return line.value;
}

/**
 * The short texts that follow or precede a headline, until the story's own prose begins; in the end, the text at which
 * it does.
 */
function* linesFrom(
  document: Document,
  headline: Element,
  step: 'nextNode' | 'previousNode',
  most: number,
): Generator<Text, Text | null> {
  const walker = walk(document);
  walker.currentNode = headline;
  const prose = new Set<Node>();
  let node: Text | null = null;
  for (let seen = 0, lines = 0; seen < MOST_NODES && lines < most && prose.size < 2; seen++) {
    node = walker[step]() as Text | null;
    if (!node) break;
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
  return node;
}

/** The text of an element if it is no longer than a few lines, else ''. */
export function shortText(element: Element): string {
  const walker = walk(element);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    text += (node as Text).data;
    if (text.length > 4 * SHORT) return '';
  }
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 2 * SHORT ? line : '';
}
