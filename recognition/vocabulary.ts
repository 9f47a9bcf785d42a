// The vocabulary of one language: its names and its lexicon with the figures they belong to, as one object that every
// rule is given. It is opened when the first name of the language is met; until then its names are enough.
import { createFirstWordFilter } from './first-word-filter.ts';
import { foldText } from './fold.ts';
import { type Gazetteer, type GazetteerFigure, type Names, split } from './gazetteer.ts';
import { firstWords, type Lexicon, openLexicon, type WrittenLexicon, withOwnLists } from './lexicon.ts';

export interface Vocabulary extends Names, Lexicon {
  figures: readonly GazetteerFigure[];
  /** The text is in another language, of which no title is known: a capital before a name may be one. */
  isForeign: boolean;
  /** Middle names; like all maps to numbers, to the indexes of figures. */
  middles: ReadonlyMap<string, readonly number[]>;
  /** Given names of other bearers of a surname, by the figure's index. */
  relatives: ReadonlyMap<number, readonly string[]>;
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
export function openVocabulary(gazetteer: Gazetteer, language: string, names: Names, isForeign: boolean): Vocabulary {
  const written = JSON.parse(gazetteer.load(`${language}_around`) || '{}') as Partial<WrittenLexicon>;
  const lexicon = openLexicon(written, gazetteer.load('given'));
  const middles = new Map<string, number[]>();
  const relatives = new Map<number, string[]>();
  const relativesOf = new Map(Object.entries(written.relatives ?? {}));
  gazetteer.figures.forEach(({ id, person }, at) => {
    for (const name of split(person?.middle).map(foldText)) {
      const bearers = middles.get(name) ?? [];
      if (!bearers.includes(at)) middles.set(name, [...bearers, at]);
    }
    relatives.set(at, [...split(person?.others), ...split(relativesOf.get(id))]);
  });
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
    middles,
    relatives,
    mayBegin: hasClitics
      ? () => true
      : createFirstWordFilter([
          ...beginnings.flatMap((list) => [...list.keys()]),
          ...firstWords(lexicon.nationality.all),
        ]),
    ofId: (id) => (ownOf.size > 0 ? vocabulary.of(gazetteer.figures.findIndex((one) => one.id === id)) : vocabulary),
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
