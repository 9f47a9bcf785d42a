// The names of a figure in parts, from its name and the surface forms that were taken for it: for figures that a reader
// has changed. A person of whom no whole name is known gets none by which a page could be marked.
import { foldText } from '../recognition/fold.ts';
import { UNSPACED } from '../recognition/scripts.ts';
import type { Figure } from '../stories/format.ts';
import { INNER_PARTICLES, SUFFIXES } from '../stories/name-words.ts';
import { noNames } from './unknown-figure.ts';

/** What stands between the words of a name. */
const BETWEEN = /[\s·•・]+/;

/** Of a name in signs: a Japanese one of two is a surname, a Chinese or Korean one of two may be whole. */
const FEWEST_SIGNS = { ja: 3, others: 2 };

/** Whether a person's name is more than a surname or a given name. */
export function isWholeName(name: string, language: string): boolean {
  if (wordsOfName(name).length > 1) return true;
  if (!UNSPACED.test(name) && !/\p{Script=Hangul}/u.test(name)) return false;
  return [...name.trim()].length >= (/^ja\b/.test(language) ? FEWEST_SIGNS.ja : FEWEST_SIGNS.others);
}

/**
 * Names in parts; all of them weak, so that a surname counts only where the whole name stands on the page too.
 * @param forms as they stand in the article
 * @param order whether the surname comes first
 */
export function namesFrom(
  { kind, names }: Pick<Figure, 'kind' | 'names'>,
  name: string,
  forms: readonly string[],
  { language, surnameFirst }: { language: string; surnameFirst: boolean },
): Figure['names'] {
  const empty = { ...noNames(), sex: kind === 'person' ? names.sex : null };
  const all = [...new Set([name, ...forms])];
  if (kind !== 'person') return { ...empty, full: [name], aliases: all.slice(1) };
  const full = all.filter((form) => isWholeName(form, language));
  if (!isWholeName(name, language)) return { ...empty, full, surname: [name] };
  const words = wordsOfName(name);
  return words.length === 1 ? { ...empty, full } : { ...empty, full, ...partsOf(words, surnameFirst, INNER_PARTICLES) };
}

/** The words of a name, between which a space or a middle dot stands. */
export const wordsOfName = (name: string): string[] => name.trim().split(BETWEEN);

/** Without "Jr." and the like behind it, which are no part of the surname. */
function withoutSuffixes(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 2 && SUFFIXES.has(foldText(words[end - 1] as string).replaceAll('.', ''))) end--;
  return words.slice(0, end).map((word, at) => (at === end - 1 && end < words.length ? word.replace(/,$/, '') : word));
}

/** A person's name of several words in parts; a particle belongs to the surname ("von der Leyen"). */
export function partsOf(
  all: readonly string[],
  surnameFirst: boolean,
  particles: ReadonlySet<string>,
): Pick<Figure['names'], 'given' | 'middle' | 'surname'> {
  const words = withoutSuffixes(all);
  const first = words.slice(1).findIndex((word) => particles.has(word.toLowerCase()));
  const at = first < 0 ? words.length - 1 : first + 1;
  const [given, surname] = surnameFirst ? [words.slice(1), words.slice(0, 1)] : [words.slice(0, at), words.slice(at)];
  const middle = given.slice(1).filter((word) => /\p{L}/u.test(word));
  return { given: given.slice(0, 1), middle, surname: [surname.join(' ')] };
}
