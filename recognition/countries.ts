// The names of countries in a language, as the engine knows them (Intl.DisplayNames, from Unicode CLDR): of no use as
// anybody's given name, nor as a second surname.
import { foldText } from './fold.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const PRIVATE_CODE = /^(?:EU|EZ|UN|QO|X[A-JL-Z])$/; // no countries

const opened = new Map<string, ReadonlySet<string>>();

const SHORTEST_STEM = 4; // letters

const stems = new Map<string, readonly string[]>();

/** "angolano", "brésilien": a word that goes on with a country's name, its last vowels left out. */
export function isCountrysAdjective(language: string, form: string): boolean {
  const known = stems.get(language) ?? [...countriesOf(language)].map((name) => name.replace(/[aeiou]+$/, ''));
  stems.set(language, known);
  return known.some((stem) => stem.length >= SHORTEST_STEM && form.length > stem.length && form.startsWith(stem));
}

/** Names of countries of one word, folded; empty where the engine does not know the language. Never throws. */
export function countriesOf(language: string): ReadonlySet<string> {
  const known = opened.get(language);
  if (known) return known;
  const found = new Set<string>();
  try {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
      const name = PRIVATE_CODE.test(code) ? undefined : names.of(code);
      if (name && !/[\s(]/.test(name)) found.add(foldText(name));
    }
  } catch {
    // A language that the engine does not know has no names for countries.
  }
  opened.set(language, found);
  return found;
}
