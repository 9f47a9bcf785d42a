// Whether only the beginning of an article is there, as before a paywall. Class names of paywalls say little: many
// pages carry them, whoever reads. What counts is what a page says of itself, and whether its text breaks off.
import { isArticleThing, mainThings, type Structured, type Thing } from '../structured.ts';
import { UNSEEN } from './copy.ts';
import { plainText } from './plain-text.ts';

/** Characters below which the text of a page that says it is not free is taken for its beginning. */
const SHORT = 1800;
/** Characters below which the part of a page that has to be paid for is not there. */
const NOTHING = 200;
/** The part of the stated number of words below which an article is not whole. */
const WHOLE = 0.6;
/** Words that a page must state for the number to say something. */
const FEWEST_WORDS = 100;

const NOT_FREE = /^(?:false|no|https?:\/\/schema.org\/false)$/i;
const isNotFree = (thing: Thing): boolean => NOT_FREE.test(thing.text('isAccessibleForFree'));

const paidParts = (things: readonly Thing[]): Thing[] =>
  things.flatMap((thing) => thing.objects('hasPart')).filter(isNotFree);

/**
 * Classes of the parts that have to be paid for. A page names those by selectors (`cssSelector`). Only the name of a
 * single class is taken from one, and looked up: nothing that a page writes is used as a selector.
 */
const classesOf = (parts: readonly Thing[]): string[] =>
  parts.flatMap((part) => /^\w*\.([\w-]{1,100})$/.exec(part.text('cssSelector').trim())?.[1] ?? []);

/** The classes that a page gives to parts of its article that have to be paid for. */
export const paidClasses = (structured: Structured): string[] =>
  classesOf(paidParts(mainThings(structured).filter(isArticleThing)));

/**
 * Whether a page shows a beginning of its article only.
 * @param copy of the page, in which the parts are looked for that the page says have to be paid for
 */
export function isPartial(structured: Structured, paragraphs: readonly string[], copy: Document): boolean {
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
  const things = mainThings(structured).filter(isArticleThing);
  const words = paragraphs.reduce((sum, text) => sum + mostWordsIn(text), 0);
  const stated = Math.max(0, ...things.map((thing) => Number.parseInt(thing.text('wordCount'), 10) || 0));
  if (stated > FEWEST_WORDS && words < stated * WHOLE) return true;
  const parts = paidParts(things);
  const isLocked =
    parts.length > 0 ||
    things.some(isNotFree) ||
    /locked|premium|paid/i.test(structured.meta.get('article:content_tier')?.[0] ?? '');
  if (!isLocked) return false;
  return length < SHORT || breaksOff(paragraphs.at(-1) ?? '') || areMissing(parts, copy);
}

/** Scripts that put no space between words: there a word has one letter at least. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const mostWordsIn = (text: string): number => text.split(' ').length + (text.match(UNSPACED)?.length ?? 0);

/** "He had never seen the …", or a line that ends in mid-sentence. */
const breaksOff = (text: string): boolean =>
  /(?:…|\.\.\.)["'”’»)\]]*$/.test(text) || (text.length > SHORT_LINE && /[\p{Ll},;–-]$/u.test(text));
/** Characters; shorter lines are often no sentences. */
const SHORT_LINE = 60;

/** Whether none of the parts that have to be paid for is shown. */
function areMissing(parts: readonly Thing[], copy: Document): boolean {
  const classes = classesOf(parts);
  const isShown = (name: string): boolean =>
    [...copy.getElementsByClassName(name)].some(
      (element) => !element.closest(`[${UNSEEN}]`) && plainText(element.textContent ?? '').length >= NOTHING,
    );
  return classes.length > 0 && !classes.some(isShown);
}
