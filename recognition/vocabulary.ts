// The vocabulary of one language: its names and its lexicon with the figures they belong to, as one object that every
// rule is given. It is opened when the first name of the language is met; until then its names are enough.
import { countriesOf, isCountrysAdjective } from './countries.ts';
import { type Figures, indexOf } from './figures.ts';
import { createFirstWordFilter, openFirstWordFilter } from './first-word-filter.ts';
import type { Gazetteer, Names, OpenNames } from './gazetteer.ts';
import { firstWords, type Lexicon, openLexicon, type WrittenLexicon, withOwnLists } from './lexicon.ts';
import { split } from './lists.ts';

export interface Vocabulary extends Names, Lexicon {
  figures: Figures;
  /** The text is in another language, of which no title is known: a capital before a name may be one. */
  isForeign: boolean;
  /** True for a country's name of one word, folded. */
  isCountry(form: string): boolean;
  /** It is made of a country's name, where adjectives stand behind their nouns. */
  isCountrysAdjective(form: string): boolean;
  /** Given names of other bearers of the surname of the figure with this index. */
  relativesOf(figure: number): readonly string[];
  /** Whether a name or an office may begin with the word at this offset; false for most words that begin none. */
  mayBegin(text: string, start: number): boolean;
  /** As it is read for one figure, by its index: with what the story of the figure adds to lists. */
  of(figure: number): Vocabulary;
  /** The same for the figure with this id. */
  ofId(id: string): Vocabulary;
}

/**
 * Opens the vocabulary of a language whose names are open already.
 * @param isForeign it is opened for a page in a language that has none
 */
export function openVocabulary(
  gazetteer: Gazetteer,
  language: string,
  names: OpenNames,
  isForeign: boolean,
): Vocabulary {
  const written = JSON.parse(gazetteer.load(`${language}_around`) || '{}') as Partial<WrittenLexicon>;
  const lexicon = openLexicon(written, gazetteer.load('given'));
  const relatives = new Map<number, string[]>();
  const ownRelatives = new Map(Object.entries(written.relatives ?? {}));
  // A clitic changes how a word begins or ends, so that the filter would not know it.
  const hasClitics = Boolean(written.prefixes || written.lists?.particles);
  const beginnings = [names.surnames, names.givens, names.names, names.firstWords, lexicon.officeFirst];
  /** By the story's place among those that add to lists. */
  const owned = new Map<number, Vocabulary>();
  const ownOf = new Map(
    (written.own ?? []).flatMap(({ figures }, at) => figures.map((figure) => [figure, at] as const)),
  );
  const vocabulary: Vocabulary = {
    ...lexicon,
    ...names,
    figures: gazetteer.figures,
    isForeign,
    isCountry: (form) => countriesOf(language).has(form),
    isCountrysAdjective: (form) => isCountrysAdjective(language, form),
    relativesOf(figure) {
      const known = relatives.get(figure);
      if (known) return known;
      const { id = '', person } = gazetteer.figures.get(figure) ?? {};
      const found = [...split(person?.others), ...split(ownRelatives.get(id))];
      relatives.set(figure, found);
      return found;
    },
    mayBegin: hasClitics
      ? () => true
      : (names.buckets
          ? openFirstWordFilter(names.buckets.words)
          : createFirstWordFilter([
              ...beginnings.flatMap((list) => [...list.keys()]),
              ...firstWords(lexicon.nationality.all),
            ])
        ).mayBegin,
    ofId: (id) => (ownOf.size > 0 ? vocabulary.of(indexOf(gazetteer.figures, id)) : vocabulary),
    of(figure) {
      const at = ownOf.get(figure);
      const own = at === undefined ? undefined : written.own?.[at];
      if (at === undefined || !own) return vocabulary;
      const known = owned.get(at) ?? { ...vocabulary, ...withOwnLists(lexicon, written, own) };
      owned.set(at, known);
      return known;
    },
  };
  return vocabulary;
}
