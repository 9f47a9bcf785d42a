// What words of a sentence are by the lists: a title, a given name, a place, a part of a name.
import type { Vocabulary } from './vocabulary.ts';
import { stemKey } from './word-lists.ts';
import type { Word } from './words.ts';

const LONGEST_PLACE = 5; // words

/** A plain gap inside a name; a nickname in quotation marks may stand between. */
export const isPlain = (gap: string): boolean => /^[ \u00A0\u202F]$/.test(gap) || gap === '. ' || gap === ' & ';
const isNickname = (gap: string): boolean => /^ ?["“”'‘’«»] ?$|^["”’'»] $/u.test(gap);

/** True of a word that can be part of a name by its capital alone. */
export function canBeName(word: Word): boolean {
  if (!word.capital || /^\p{N}/u.test(word.text) || isCompound(word.text)) return false;
  if (word.text.length === 1) return /\p{Lu}/u.test(word.text);
  return true;
}

/** "United-garderoben": a common noun with a name before it. */
const isCompound = (text: string): boolean => /-\p{Ll}{5,}$/u.test(text);

/** 'John “Goyo” Petro': a quotation mark inside a name stands behind a given name, or closes what one opened there. */
function isInsideName(words: readonly Word[], at: number, v: Vocabulary): boolean {
  const { gap } = words[at] as Word;
  if (!isNickname(gap)) return false;
  const isClosing = /^["“”'‘’«»] ?$/u.test(gap);
  const opening = isClosing ? words[at - 1] : words[at];
  const name = words[isClosing ? at - 2 : at - 1];
  return opening !== undefined && name !== undefined && /^ ["“”'‘’«»]$/u.test(opening.gap) && v.given.has(name.folded);
}

/** True where the word at `at` goes on with the run that ends before it. */
export function joins(words: readonly Word[], at: number, v: Vocabulary): boolean {
  const word = words[at] as Word;
  const before = words[at - 1] as Word;
  if (!word.capital || before.possessive || before.outerEnd - before.end > 2) return false;
  if (word.elided || !canBeName(word)) return false;
  if (isPlain(word.gap)) return word.gap !== '. ' || before.text.length === 1 || v.abbreviations.has(before.folded);
  return isInsideName(words, at, v);
}

/** Words of the title that begins at `at`; 0 where none does, or where it is the whole run. */
export function titleAt(words: readonly Word[], at: number, to: number, v: Vocabulary): number {
  for (let length = Math.min(v.titles.longest, to - at); length > 0; length--)
    if (v.titles.has(phraseOf(words, at, at + length))) return length;
  return 0;
}

export const phraseOf = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ folded }) => folded.replace(/\.$/, ''))
    .join(' ')
    .replaceAll('-', ' ');

export function organizationIn(words: readonly Word[], from: number, to: number, v: Vocabulary): number {
  for (let at = from; at < to; at++) {
    const { folded } = words[at] as Word;
    if (v.organizations.has(folded)) return at;
  }
  return -1;
}

export function givenIn(words: readonly Word[], from: number, to: number, v: Vocabulary): number {
  for (let at = from; at < to; at++) {
    const { folded, capitals } = words[at] as Word;
    const isListed =
      v.given.has(folded) || (folded.includes('-') && folded.split('-').every((one) => v.given.has(one)));
    if (folded.length > 1 && isListed && !(capitals && folded.length < 4) && !v.places.has(folded)) return at;
  }
  return -1;
}

/** Words of the longest place that begins at `at`; little words of its name are in small letters ("Rio de Janeiro"). */
export function placeAt(words: readonly Word[], at: number, v: Vocabulary): number {
  let name = '';
  let found = 0;
  for (let length = 1; length <= LONGEST_PLACE && at + length <= words.length; length++) {
    const word = words[at + length - 1] as Word;
    if (length > 1 && !isPlain(word.gap) && word.gap !== '. ') break;
    name += (name && ' ') + word.folded;
    if (word.capital && isPlace(name, v)) found = length;
  }
  return found;
}

/** Words of the longest known organisation that begins at `at`. */
export function knownAt(words: readonly Word[], at: number, v: Vocabulary): number {
  for (let length = Math.min(v.knownOrganizations.longest, words.length - at); length > 0; length--) {
    const inside = words.slice(at + 1, at + length);
    if (!inside.every(({ gap }) => isPlain(gap))) continue;
    // An acronym is one in capitals only: "UN" is not Spanish "Un".
    if (length === 1 && (words[at] as Word).text.length < 5 && !(words[at] as Word).capitals) continue;
    if (v.knownOrganizations.has(phraseOf(words, at, at + length))) return length;
  }
  return 0;
}

/** True of a place of the lists, also with an ending. */
export function isPlace(folded: string, v: Vocabulary): boolean {
  if (v.places.has(folded) || v.placeStems.has(stemKey(folded))) return true;
  return inflected(folded, v, (stem) => v.places.has(stem));
}

/** The code of the country or continent that a name means, also with an ending. */
export function countryOf(folded: string, v: Vocabulary): string | undefined {
  let code = v.countries.get(folded);
  if (code === undefined)
    inflected(folded, v, (stem) => {
      code = v.countries.get(stem);
      return code !== undefined;
    });
  return code;
}

/** True where a word without one of the language's endings, and perhaps with another, is accepted. */
export function inflected(folded: string, v: Vocabulary, accepts: (stem: string) => boolean): boolean {
  for (const ending of v.endings) {
    if (!folded.endsWith(ending) || folded.length - ending.length < 3) continue;
    const stem = folded.slice(0, -ending.length);
    if (accepts(stem)) return true;
    for (const other of v.endings) if (other.length < 3 && accepts(stem + other)) return true;
  }
  return false;
}

/** Plurals count as their singular. */
export const isCommon = (folded: string, v: Vocabulary): boolean =>
  v.commonWords.has(folded) || (folded.endsWith('s') && v.commonWords.has(folded.slice(0, -1)));
