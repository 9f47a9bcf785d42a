// How a story is told: whether dated and signed as reports are, whether by results, whether as a list.
import { latinDigits } from '../date/dateline.ts';
import { elementsNamed } from '../elements.ts';
import { headlineOf } from '../headline.ts';
import { bodyOf, closest, walk } from '../native.ts';
import type { Structured } from '../structured.ts';
import type { Prose } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_BEFORE = 8; // text nodes
const MOST_AFTER = 24;
const LONGEST_LINE = 160; // UTF-16 code units; longer is prose
/** How far from its date a by-line may stand; text nodes. */
const NEAR = 2;

const HOUR = /(?:^|[^\d.:])(?:[01]?\d|2[0-3])\s?[:.h時时시]\s?[0-5]\d(?![\d.:])/;
/** A given name and a surname, where the script has capitals. */
const NAME = /(?:^|[\s(])\p{Lu}[\p{L}’'.-]+(?:\s\p{Ll}{1,3})?\s\p{Lu}[\p{L}’'-]+/u;

/**
 * Whether the page prints a day beside its headline, and with that an hour or who wrote: the form of a report. Few text
 * nodes around the headline are read.
 */
export function isDatedReport(
  document: Document,
  structured: Structured,
  isSigned: boolean,
  vocabulary: Vocabulary,
): boolean {
  const headline = headlineOf(document, structured);
  if (!headline) return false;
  const lines = [...linesFrom(document, headline, false), ...linesFrom(document, headline, true)];
  const dayIn = (line: string) => vocabulary.match('printedDays', line);
  const at = lines.findIndex(dayIn);
  if (at < 0) return false;
  const near = lines.slice(Math.max(0, at - NEAR), at + NEAR + 1).map((line) => line.replace(dayIn(line), ' '));
  return isSigned || near.some((line) => HOUR.test(line) || NAME.test(line));
}

/** Short lines of text before or behind the headline, up to the first prose. */
function linesFrom(document: Document, headline: Element, isBehind: boolean): string[] {
  const lines: string[] = [];
  const walker = walk(bodyOf(document) ?? headline);
  walker.currentNode = headline;
  for (let seen = 0; seen < (isBehind ? MOST_AFTER : MOST_BEFORE); seen++) {
    const node = (isBehind ? walker.nextNode() : walker.previousNode()) as Text | null;
    if (!node) break;
    const line = node.data.trim();
    if (!line || headline.contains(node) || closest(node.parentElement as Element, 'script,style')) continue;
    if (line.length > LONGEST_LINE) break;
    lines[isBehind ? 'push' : 'unshift'](latinDigits(line));
  }
  return lines;
}

/** Whether a text lets others speak: in quotation marks, or behind a dash. */
export const quotesOthers = ({ quotes, text }: Prose): boolean => quotes >= 2 || /^\s*[–—-]\s/m.test(text);

/** Scores: not ranges, which ascend, nor hours, whose second half has two digits. */
const RESULT = /(?<![\d.,:/–-])(\d{1,3})([-–:])(\d{1,3})(?![\d.,:/–-]*\d)/g;
const FEW_RESULTS = 3;

/** Whether a text tells results of games. */
export function tellsResults({ text }: Prose): boolean {
  const results = [...text.matchAll(RESULT)].filter(([, first = '', sign, second = '']) => {
    if (sign === ':' && first.length + second.length > 2) return false;
    return first === '0' || Number(first) >= Number(second);
  });
  return results.length >= FEW_RESULTS && new Set(results.map(([score]) => score)).size > 1;
}

const MANY_ITEMS = 8;
const MOST_ITEMS = 300;
const SHORT_ITEM = 60; // UTF-16 code units

/** Whether what there is to read is numbered throughout, as jokes are, and what a newspaper has counted. */
export const isNumbered = (prose: Prose): boolean =>
  hasShortParagraphs(prose) && (prose.text.match(/^\s*\d{1,3}[.)]\s/gm)?.length ?? 0) >= MANY_ITEMS;

const hasShortParagraphs = ({ paragraphs, length }: Prose): boolean =>
  paragraphs >= MANY_ITEMS && length / paragraphs < 300;

/** Whether what there is to read is a list: of items that are no links, or of short questions. */
export function isListOfItems(document: Document, prose: Prose): boolean {
  const { paragraphs, length, questions } = prose;
  if (hasShortParagraphs(prose) && questions / paragraphs >= 0.4) return true;
  const counts = new Map<Node | null, { items: number; length: number }>();
  for (const item of elementsNamed(document, 'li', MOST_ITEMS)) {
    // Comments and teasers are built of more.
    if (item.getElementsByTagName('*')[2] || item.getElementsByTagName('a')[0]) continue;
    const itemLength = item.textContent?.trim().length ?? 0;
    if (itemLength < SHORT_ITEM) continue;
    const list = counts.get(item.parentNode) ?? { items: 0, length: 0 };
    list.items++;
    list.length += itemLength;
    if (list.items >= MANY_ITEMS && list.length > length) return true;
    counts.set(item.parentNode, list);
  }
  return false;
}
