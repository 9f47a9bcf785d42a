// Scripts of writing: which characters make up words, and which scripts set no spaces between them. The compiler of the
// data and the recogniser both take it from here, since a name has to be cut the same way in both.

/**
 * Characters that a reader does not see and that may stand inside a word: soft hyphen, zero-width characters, bidi
 * controls, variation selectors. Not those that reverse the order of letters: a reader sees another name then.
 */
export const IGNORABLE =
  '\\u00AD\\u034F\\u061C\\u180B-\\u180E\\u200B-\\u200F\\u202A-\\u202C\\u2060-\\u2064\\u2066-\\u2069' +
  '\\uFE00-\\uFE0F\\uFEFF';

/** Letters and marks, as a class for patterns with the `u` flag. */
export const LETTERS = '\\p{L}\\p{M}';

/** Finds a letter of a script that sets no spaces between words: Thai, Lao, kana of both widths, Han. */
export const UNSPACED = /[\u0E00-\u0EFF\u3040-\u30FF\u31F0-\u31FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F]/;

/** True where a letter of such a script stands at `at`. */
export const isUnspacedAt = (text: string, at: number): boolean =>
  text.charCodeAt(at) > 0xdff && UNSPACED.test(text[at] ?? '');

/** Katakana of both widths, with its marks for repetition and length, without the middle dot. */
export const isKatakana = (character: string): boolean => /[\u30A1-\u30FA\u30FC-\u30FE\uFF66-\uFF9F]/.test(character);

/** True of a text whose letters have case. Georgian has capitals for whole headings only, so that they say nothing. */
export const hasCase = (text: string): boolean =>
  text.toLowerCase() !== text.toUpperCase() && !/[\u10D0-\u10FF]/.test(text);

let letter: RegExp | undefined;

/**
 * Case tells most letters; a class of Unicode is compiled for longer than a page's names are read for, so it is lazy.
 */
function isLetter(character: string): boolean {
  if (character.toLowerCase() !== character.toUpperCase()) return true;
  letter ??= new RegExp(`[${LETTERS}${IGNORABLE}]`, 'u');
  return letter.test(character);
}

/**
 * True where the code unit at `at` belongs to a word: letters, marks and invisible characters, by code point. A digit
 * ends a word, because pages set counters and footnote marks right behind names.
 */
export function isInWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return (unit > 96 && unit < 123) || (unit > 64 && unit < 91);
  // Dashes, quotation marks, dots.
  if (unit > 0x200f && unit < 0x2028) return false;
  if (unit < 0xd800 || unit > 0xdfff) return isLetter(text[at] ?? '');
  // Half of a pair: ask about the pair. A lone half is no letter.
  const start = unit >= 0xdc00 ? at - 1 : at;
  const point = text.codePointAt(start) ?? 0;
  return point > 0xffff && isLetter(String.fromCodePoint(point));
}
