// Words of a text, found lazily around an offset: a block is long and a name in it short, so nothing is cut into words
// that nobody asks about. All offsets are UTF-16 code units of the block's text.
import { foldText } from './fold.ts';
import { IGNORABLE, isInWord as inWord } from './scripts.ts';

/** A word as it stands in the text: its span, and whether a capital opens it. */
export interface Word {
  start: number;
  end: number;
}

// A word longer than this is no word (hostile or broken text); stopping here keeps the scan linear.
const LONGEST = 64;

/** The word that covers offset `at`, or null where none does. */
export function wordAt(text: string, at: number): Word | null {
  if (at < 0 || at >= text.length || !inWord(text, at)) return null;
  let start = at;
  let end = at + 1;
  while (start > 0 && at - start < LONGEST && inWord(text, start - 1)) start--;
  while (end < text.length && end - at < LONGEST && inWord(text, end)) end++;
  return { start, end };
}

/** What lies between two neighbouring words: only white space, only a hyphen or dash, an abbreviation's full stop and white space, or more than that. */
export type Gap = 'space' | 'hyphen' | 'stop' | 'apostrophe' | 'dot' | 'other';

const hyphen = /^[-\u2010\u2011\u2012\u2013\u30A0\uFF0D]$/;
const middleDot = /^[\u00B7\u2022\u2027\u30FB\uFF65\uFF1D=\u30A0]$/;
// With the marks that Hebrew sets inside abbreviations (ארה"ב) and the colon before a Swedish or Finnish ending (USA:s).
const apostrophe = /^['’ʼ‘＇׳״":]$/;

function gapOf(between: string): Gap {
  if (/^[\s\u00A0]+$/.test(between)) return 'space';
  if (hyphen.test(between)) return 'hyphen';
  if (middleDot.test(between)) return 'dot';
  if (apostrophe.test(between)) return 'apostrophe';
  if (/^\.[\s\u00A0]*$/.test(between)) return 'stop';
  return 'other';
}

// Two words further apart than this have something between them that is no mere separator.
const WIDEST_GAP = 40;

/** A neighbouring word and what stands between. */
export interface Neighbour extends Word {
  gap: Gap;
}

/** The word before `start`, or null at the block's beginning. */
export function wordBefore(text: string, start: number): Neighbour | null {
  let end = start;
  while (end > 0 && start - end < WIDEST_GAP && !inWord(text, end - 1)) end--;
  const word = end > 0 ? wordAt(text, end - 1) : null;
  return word && { start: word.start, end, gap: gapOf(text.slice(end, start)) };
}

/** The word behind `end`, or null at the block's end. */
export function wordAfter(text: string, end: number): Neighbour | null {
  let start = end;
  while (start < text.length && start - end < WIDEST_GAP && !inWord(text, start)) start++;
  const word = start < text.length ? wordAt(text, start) : null;
  return word && { start, end: word.end, gap: gapOf(text.slice(end, start)) };
}

const invisible = new RegExp(`[${IGNORABLE}]+`, 'g');

/** A word as a reader sees it: composed, without invisible characters. */
export const seen = (text: string, word: Word): string =>
  text.slice(word.start, word.end).replace(invisible, '').normalize('NFC');

/** True where the word opens with a capital letter (invisible characters before it are passed over). */
export function isCapitalised(text: string, word: Word): boolean {
  const first = String.fromCodePoint(seen(text, word).codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** True where the word has letters of a script with case and none of them is small. */
export function isAllCapitals(text: string, word: Word): boolean {
  const bare = text.slice(word.start, word.end);
  return bare !== bare.toLowerCase() && bare === bare.toUpperCase();
}

/** True where the word has a letter with case. */
export function isCased(text: string, word: Word): boolean {
  const bare = text.slice(word.start, word.end);
  return bare.toLowerCase() !== bare.toUpperCase();
}

/** The folded form of a word. */
export function folded(text: string, word: Word): string {
  return foldText(text.slice(word.start, word.end));
}

/** True where a sentence, a quotation or a list item begins at `start`, so that a capital there says nothing. */
export function opensSentence(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && start - at < WIDEST_GAP && /[\s\u00A0]/.test(text[at] ?? '')) at--;
  return at < 0 || /[.!?…:;。！？"“”„«»‹›‘'’()[\]|•·–—*/>¿¡#]/.test(text[at] ?? '');
}

/** True where nothing but a space, a hyphen or a middle dot stands between the two words. */
export const isJoined = (neighbour: Neighbour): boolean =>
  neighbour.gap === 'space' || neighbour.gap === 'hyphen' || neighbour.gap === 'dot';
