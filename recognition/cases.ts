// What the endings of cases say of a capital before a surname: whether it belongs to the name, and where it is somebody
// else's, or a place.
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

const NOMINATIVE = ['s', 'as', 'is', 'us']; // in Baltic languages
const COUNTRY_ENDINGS = ['', 'a', 'o', 'а', 'я', 'й', 'ия', 'ія'];
const LONGEST_CASE = 3; // letters of an ending
const SHORTEST_STEM = 4; // letters of a name without its ending
const SHORTEST_GIVEN = 3; // letters of a short given name without a short ending

/** As names of men mostly do that have no ending of a case. */
export const endsInConsonant = (form: string): boolean => /[^aeiouyаеиоуыэюяіїєё]$/.test(form);

/**
 * True where no other form of the figure's surname is a beginning of this one: it has no ending. Where the nominative
 * has one itself ("Tramps", "Trumpas"), other forms have another ("Trampu", "Trumpo").
 */
export function isShortestForm({ surnames }: Vocabulary, { folded }: Token, figure: number): boolean {
  const isOwn = (form: string) => surnames.get(form)?.includes(figure) === true;
  for (let length = folded.length - 1; length >= SHORTEST_STEM; length--) {
    const stem = folded.slice(0, length);
    if (isOwn(stem)) return false;
    if (length >= folded.length - LONGEST_CASE && NOMINATIVE.some((ending) => isInstead(folded, stem + ending, isOwn)))
      return false;
  }
  return true;
}

/** Another form of the surname, to which no ending was put ("Trumps" is one of "Trump"). */
const isInstead = (form: string, nominative: string, isOwn: (form: string) => boolean): boolean =>
  form !== nominative && !nominative.startsWith(form) && isOwn(nominative);

/**
 * "Илон Маск Трампу больше не друг", "Peter Pellegrini Trumpovi zablahoželal": where names have cases, a man's given
 * name has that of his surname, so that a word without an ending is none. True where it may be one.
 */
export function agreesInCase(vocabulary: Vocabulary, capital: Token, { folded }: Token, figure: number): boolean {
  const { surnames, given, instrumentalEndings } = vocabulary;
  if (!/^\p{sc=Cyrillic}+$/u.test(folded)) {
    const { previous: first, gapBefore } = capital;
    const isBehindGiven = gapBefore === 'space' && first?.isCapitalised === true && given.has(first.folded);
    // "s Orvilem Trumpem", "Annas Trampas": the same ending.
    const hasNone = ({ folded: form }: Token) => /[^aeiouy]$/.test(form) && form.at(-1) !== folded.at(-1);
    return !(instrumentalEndings.all.length > 0 && (hasNone(capital) || (isBehindGiven && hasNone(first))));
  }
  let ending = '';
  for (let length = folded.length - 1; length >= SHORTEST_STEM; length--)
    if (surnames.get(folded.slice(0, length))?.includes(figure)) ending = folded.slice(length);
  return ending === '' || /[аеиоуыэюяіїєјм]$/.test(capital.folded);
}

/** True for a known given name with an ending of a case ("Эммануэля"). */
export function isDeclined({ given, givens, inflected }: Vocabulary, form: string): boolean {
  const isGiven = (name: string) => given.has(name) || givens.has(name);
  if (given.has(form) || !(inflected || /^\p{sc=Cyrillic}+$/u.test(form))) return false;
  for (let cut = 1; cut <= LONGEST_CASE; cut++) {
    // "Шону": of a short name only a short ending.
    if (form.length - cut < (cut < LONGEST_CASE ? SHORTEST_GIVEN : SHORTEST_STEM)) break;
    const stem = form.slice(0, -cut);
    if (['', 'ь', 'и', 'o', 'о', 'а', 'я', 's', 'as', 'is'].some((ending) => isGiven(stem + ending))) return true;
    // "Павлу", "Александру" (sr): the nominative has a vowel more.
    if (['а', 'е', 'a', 'e'].some((vowel) => given.has(stem.slice(0, -1) + vowel + stem.slice(-1)))) return true;
  }
  return false;
}

/** A statesman's surname, in languages with cases also with an ending ("Emmanuel Macronek Trumpen gutuna"). */
export function isStatesman({ statesmen, inflected }: Vocabulary, form: string): boolean {
  if (statesmen.has(form)) return true;
  for (let cut = 1; inflected === 1 && cut <= LONGEST_CASE && form.length - cut > SHORTEST_STEM; cut++)
    if (statesmen.has(form.slice(0, -cut))) return true;
  return false;
}

/** A country's name, where names have cases in any of them ("Brazylię", "Бразилии"). */
export function isAnyCountry({ isCountry, inflected }: Vocabulary, form: string): boolean {
  if (isCountry(form)) return true;
  if (!(inflected || /^\p{sc=Cyrillic}+$/u.test(form))) return false;
  for (let cut = 1; cut <= 2 && form.length - cut >= SHORTEST_GIVEN; cut++)
    if (COUNTRY_ENDINGS.some((ending) => isCountry(form.slice(0, -cut) + ending))) return true;
  return false;
}

/** Names have endings in this language, and not of the genitive only. */
export const hasCases = ({ inflected, instrumentalEndings, genitive }: Vocabulary): boolean =>
  !genitive && (inflected === 1 || instrumentalEndings.all.length > 0);

/** "В Боготе Петро": right behind a preposition a capital has its case, in languages that have some. */
export function isInPrepositionsCase(vocabulary: Vocabulary, capital: Token): boolean {
  const { places, with: beside } = vocabulary;
  const { previous: word, gapBefore } = capital;
  if (!word || gapBefore !== 'space' || !hasCases(vocabulary)) return false;
  return (places.has(word.folded) || beside.has(word.folded)) && !isDeclined(vocabulary, capital.folded);
}

/**
 * "V Bratislave Trumpa nečakajú": behind a preposition of place a capital whose ending is not that of the surname is
 * the place. The dative has two endings in one name ("Karlu Trumpovi").
 */
export function isPlaceBeforeObject(vocabulary: Vocabulary, capital: Token, { folded }: Token): boolean {
  const { previous: word } = capital;
  if (!word || !vocabulary.places.has(word.folded) || /[iu]$/.test(folded) || !/[aeiouy]$/.test(capital.folded))
    return false;
  return capital.folded.at(-1) !== folded.at(-1) && isInPrepositionsCase(vocabulary, capital);
}

/**
 * "z Rodríguez" (pl): behind a preposition a man's surname has the ending of a case, where names have cases; a woman's
 * that ends in a consonant has none.
 */
export function isBehindPreposition(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { places, with: beside, instrumentalEndings } = vocabulary;
  const { previous: word, gapBefore, folded } = name;
  if (instrumentalEndings.all.length === 0 || !word || gapBefore !== 'space') return false;
  if (!places.has(word.folded) && !beside.has(word.folded)) return false;
  return endsInConsonant(folded) && isShortestForm(vocabulary, name, figure);
}

/** Endings of a place's name stand behind an apostrophe ("Ankara'da"). */
export const hasApostrophes = ({ locative }: Vocabulary): boolean =>
  locative.all.some((ending) => ending.startsWith("'"));

/** "Davosissa", "Davosban": what a place is named with, while the surname behind it is in the nominative. */
export function isInLocative({ locative }: Vocabulary, capital: Token): boolean {
  const written = capital.seen.toLowerCase();
  return locative.all.some((ending) => written.length >= ending.length + SHORTEST_STEM && written.endsWith(ending));
}

/** "На Качинського Трамп …": a surname that is an adjective has another case than the figure's. */
export function isAdjectiveInCase({ surnameCases }: Vocabulary, { folded }: Token): boolean {
  return surnameCases.all.some((ending) => folded.length > ending.length + 1 && folded.endsWith(ending));
}
