// Folding: brings text and names to one form, in which lists are looked up. A table of offsets leads back to the
// original, since "İ" and "ﬁ" change length.
import { IGNORABLE } from './scripts.ts';

/**
 * A folded text. `offsets` has the place in the original of each of its UTF-16 code units, and the original's length.
 */
export interface FoldedText {
  text: string;
  offsets: readonly number[];
}

const ignorable = /* @__PURE__ */ new RegExp(`[${IGNORABLE}]`);
// Accents that spellings leave out: Latin, Greek and Cyrillic marks, Hebrew points, Arabic vowel signs and tatweel, the
// Indic nukta. Other marks (vowel signs of Indic scripts, kana voicing) are letters to their readers and stay.
const accent = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u093C\u09BC]/;
// Letters that Unicode does not decompose and that the press uses for one another; capitals for texts that keep theirs.
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ẞ: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Æ: 'AE',
  Œ: 'OE',
  '’': "'",
  ʼ: "'",
  '‘': "'",
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
  ς: 'σ',
};

/** Whether a text has no other characters than ASCII's. */
export const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

function foldCharacter(character: string): string {
  if (ignorable.test(character)) return '';
  let out = '';
  for (const c of character.normalize('NFKD').toLowerCase()) if (!accent.test(c)) out += LETTERS[c] ?? c;
  return out;
}

/**
 * Folds case, accents (composed or not), full-width letters, curly apostrophes and invisible characters.
 * Two texts that a reader takes for the same name fold to the same string. Runs in linear time and never throws; lone
 * surrogates stay what they are.
 */
export function fold(text: string): FoldedText {
  let out = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const piece = foldCharacter(character);
    for (let i = 0; i < piece.length; i++) offsets.push(at);
    out += piece;
    at += character.length;
  }
  offsets.push(text.length);
  return { text: out, offsets };
}

/** The folded form alone, for keys and comparisons. */
export function foldText(text: string): string {
  return isAscii(text) ? text.toLowerCase() : fold(text).text;
}

/** True where folding would change more than capitals: the text has other letters than ASCII, or rarer signs. */
export const needsFolding = (text: string): boolean =>
  /[^\0-\xa9\xab\xac\xae-\xb1\xb6\xb7\xbb\xbf\u2010-\u2027\u2030-\u205e]/.test(text);

let toRemove: RegExp | undefined;
let toReplace: RegExp | undefined;

/** Folds a long text natively, without offsets; capitals stay. What `fold` brings to one form is one form here too. */
export function foldAll(text: string): string {
  toRemove ??= new RegExp(`[${IGNORABLE}]|${accent.source}`, 'g');
  const plain = text.normalize('NFKD').replace(toRemove, '').replace(/[’ʼ‘]/g, "'");
  // Most texts have few of these: calling back for each costs most.
  toReplace ??= new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
  return plain.replace(toReplace, (letter) => LETTERS[letter] ?? '');
}

let invisible: RegExp | undefined;

/** A text without characters that a reader does not see. */
export function withoutInvisible(text: string): string {
  invisible ??= new RegExp(`[${IGNORABLE}]+`, 'g');
  return text.replace(invisible, '');
}

// Latin letters that look like a Cyrillic one, and in the same order those.
const LATIN = 'aceopxytbkmhiACEOPXYTBKMHI';
const CYRILLIC = 'асеорхутвкмніАСЕОРХУТВКМНІ';
/** Where Latin and Cyrillic letters meet in one word, as a pattern. */
export const MIXED = '[A-Za-z](?=[\\u0400-\\u04FF])|[\\u0400-\\u04FF](?=[A-Za-z])';
let mixed: RegExp | undefined;
let mixedWords: RegExp | undefined;

/** A text with Latin letters inside Cyrillic words as the letters that a reader sees ("Tpaмп" → "Трамп"); as long. */
export function unmix(text: string): string {
  mixed ??= new RegExp(MIXED);
  if (!mixed.test(text)) return text;
  mixedWords ??= new RegExp(`[A-Za-z\\u0400-\\u04FF]{0,40}(?:${MIXED})[A-Za-z\\u0400-\\u04FF]{0,40}`, 'g');
  return text.replace(mixedWords, (word) =>
    word.replace(/[A-Za-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter),
  );
}
