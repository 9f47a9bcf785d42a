// The bounds of a story file, and what makes a text inert: a file is hostile until it has passed them.
import { MIXED } from '../recognition/fold.ts';

/** The most of each that a story may have. */
export const BOUNDS = {
  /** Bytes of a file. */
  bytes: 5_000_000,
  /** Lists and records inside one another. */
  depth: 16,
  figures: 2000,
  statements: 20_000,
  sources: 200,
  /** Paragraphs of a source, and sentences of a paragraph. */
  paragraphs: 5000,
  sentences: 1000,
  /** UTF-16 code units of a text, of a name, of an address, and of a sentence of a kept article. */
  text: 1000,
  name: 100,
  url: 2000,
  sentence: 5000,
  /** Words of a name. */
  words: 8,
  /** Forms of a figure in one language, and in all. A name of four parts in six spellings and seven cases needs 200. */
  forms: 256,
  formsInAll: 1000,
  offices: 64,
  /** Phrases for an office in one language, all inflected. */
  phrases: 512,
  /** Figures that one statement is about, and sentences that it cites. */
  figuresOfOne: 64,
  cites: 64,
  /** Words of an article in one verbatim statement of a shared file. */
  sharedWords: 25,
  /** UTF-16 code units of the words by which a link finds a sentence. */
  fragment: 200,
} as const;

/** Controls, and characters that turn the direction of text: with them a text can look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_INERT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/;

/** Whether a text has no characters that make it something else than it looks. */
export const isInert = (text: string): boolean => !NOT_INERT.test(text);

/** Whether a reader sees a letter in it: fillers of Hangul are letters to Unicode, and blank. */
export const hasLetter = (text: string): boolean => /(?![\u115F\u1160\u3164\uFFA0])\p{L}/u.test(text);

/** What separates alternatives where the languages are written: a name is no pattern. */
export const hasPatternSigns = (name: string): boolean => /[()|]/.test(name);

/** What a reader has written as a name, as a story may have it; null for what can be none. */
export function asName(text: string): string | null {
  const name = text.replace(/\s+/g, ' ').trim();
  const isName =
    name.length <= BOUNDS.name &&
    name.split(' ').length <= BOUNDS.words &&
    hasLetter(name) &&
    isInert(name) &&
    !hasPatternSigns(name);
  return isName ? name : null;
}

const mixed = new RegExp(`${MIXED}|[A-Za-z](?=[\\u0370-\\u03FF])|[\\u0370-\\u03FF](?=[A-Za-z])`);

/** Whether Latin letters meet Cyrillic or Greek ones in one word: then one is there for its looks. */
export const hasMixedWord = (name: string): boolean => mixed.test(name);

/** Whether no object of JavaScript has this key by itself, as each has `constructor`. */
export const isPlainKey = (key: string): boolean => !(key in Object.prototype) && key !== 'prototype';

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether the browser takes a text for a tag of BCP 47: of one that it does not, `Intl` throws. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
