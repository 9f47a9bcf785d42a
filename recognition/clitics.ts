// What is written onto a word without being part of it: clitics before it (Arabic, Hebrew), particles behind it
// (Korean). A word is looked up as it stands and without them.
import { fold } from './fold.ts';
import { beginsName } from './gazetteer.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

const LONGEST_ENDING = 4; // letters

/** A word as it may stand in a list: whole, and without a particle ("타워에서" → "타워"). `end`: its end in the text. */
export function formsOf({ particles }: Vocabulary, word: Token): { form: string; end: number }[] {
  const forms = [{ form: word.folded, end: word.end }];
  if (particles.all.length === 0) return forms;
  const { text, offsets } = fold(word.written);
  for (let to = text.length - 1; to > 1; to--)
    if (particles.has(text.slice(to))) forms.push({ form: text.slice(0, to), end: word.start + (offsets[to] ?? 0) });
  return forms;
}

/** A folded word as it stands, and with each clitic that may be written onto it taken off ("وإيفانكا"). */
export const withoutClitics = ({ prefixes }: Vocabulary, form: string): string[] => [
  form,
  ...prefixes.filter((one) => form.startsWith(one)).map((one) => form.slice(one.length)),
];

/**
 * The part of a word that is a name, or begins one ("وترامب", "트럼프가"); null where no part is. Where nothing is written
 * onto it, it is the word itself.
 */
export function nameIn(vocabulary: Vocabulary, word: Token): Token | null {
  const { surnames, givens, nationality, nationalityFirst, officeFirst, prefixes, particles } = vocabulary;
  const isKnown = (form: string) =>
    surnames.has(form) ||
    beginsName(vocabulary, form) ||
    givens.has(form) ||
    nationality.get(form) !== undefined ||
    nationalityFirst.has(form);
  if (isKnown(word.folded)) return word;
  if (prefixes.length + particles.all.length > 0) {
    const { text, offsets } = fold(word.written);
    const starts = [0, ...prefixes.filter((one) => text.startsWith(one)).map((one) => one.length)];
    for (const from of starts)
      for (let to = text.length; to > from + 1; to--) {
        if (to < text.length && !particles.has(text.slice(to))) continue;
        const form = text.slice(from, to);
        if (isKnown(form))
          return word.source.token(word.start + (offsets[from] ?? 0), word.start + (offsets[to] ?? 0), form);
      }
  }
  // An office may begin with a word that holds the country's name ("베네수엘라의 대통령"), which is read first.
  return officeFirst.has(word.folded) ? word : null;
}

/** True of what is written onto an abbreviation as its case ending: "SAD-a", "ABD'nin", "USA:n". */
export function isEndingOfAbbreviation({ inflected }: Vocabulary, word: Token): boolean {
  const { gapBefore: gap, previous } = word;
  if (!inflected || !word.isSmall || word.end - word.start > LONGEST_ENDING) return false;
  return (gap === 'hyphen' || gap === 'apostrophe') && previous !== null && previous.isAllCapitals;
}
