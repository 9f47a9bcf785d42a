// Compiles the lists that a story has for its own figures alone.
import type { WrittenLexicon } from '../recognition/lexicon.ts';
import { indexOf } from './figure-index.ts';
import type { FigureNames } from './figures.ts';
import type { FullLanguage } from './full-language.ts';
import { folded, mapped, spelled, stemmed } from './patterns.ts';
import type { OwnLists } from './story-words.ts';

/** Lists of single stories, with the indexes of the figures that they are for. */
export function ownLists({ own = [] }: FullLanguage, figures: readonly FigureNames[]): Pick<WrittenLexicon, 'own'> {
  const { byId } = indexOf(figures);
  const written = own.map(({ figures: ids, ...lists }) => ({
    figures: ids.flatMap((id) => byId.get(id)?.at ?? []),
    ...compileOwn(lists),
  }));
  return written.length > 0 ? { own: written } : {};
}

const compileOwn = ({ titles, heads, regions, ambiguous, words, verbs }: OwnLists) => ({
  titles: mapped(titles, (list) => stemmed(list)),
  lists: {
    headsAfter: stemmed(heads.after, spelled),
    headsPerson: stemmed(heads.person, spelled),
    headsPlace: stemmed(heads.place, spelled),
    headsBefore: stemmed(heads.before, spelled),
    headsStreet: stemmed(heads.street),
    headsElsewhere: stemmed(heads.elsewhere),
    headsWord: stemmed(heads.word),
    headsQuoted: stemmed(heads.quoted),
    regions: folded(regions),
    ambiguous: folded(ambiguous),
    words: folded(words),
    verbs: folded(verbs),
  },
});
