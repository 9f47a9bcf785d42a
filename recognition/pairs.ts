// Names that a word like "and" joins to a surname: "Trump and Petro", "Petro and Donald Trump".
import { isShortestForm } from './cases.ts';
import type { GazetteerFigure } from './figures.ts';
import { isBaseForm } from './surname-behind.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

/**
 * Indexes of the other figures whose names are joined to a surname. With an ending it needs one beside it too: "Trump a
 * Petra" are no two statesmen, "Trumpa a Petra" are. In Cyrillic endings are not told, but no case ends in -о; in Greek
 * "Πέτρο" is a case of another name.
 */
export function partnersOf(vocabulary: Vocabulary, name: Token, figure: number): number[] {
  const { and, figures, surnames, givens } = vocabulary;
  const { previous, next, gapBefore, gapAfter } = name;
  if (/^\p{sc=Greek}|^\p{sc=Cyrillic}+[^о]$/u.test(name.folded)) return [];
  const isJoinedBefore = gapBefore === 'space' && previous?.gapBefore === 'space' && and.has(previous.folded);
  const isJoinedBehind = gapAfter === 'space' && next?.gapAfter === 'space' && and.has(next.folded);
  const before = isJoinedBefore ? previous.previous : null;
  const behind = isJoinedBehind ? next.next : null;
  const found = [
    ...((before && surnames.get(before.folded)) ?? []).map((one) => ({ one, word: before })),
    ...((behind && (surnames.get(behind.folded) ?? givens.get(behind.folded))) ?? []).map((one) => ({
      one,
      word: behind,
    })),
  ];
  // Of a large library the figures of a given name are not all open: who is named by nothing else is no partner.
  const isBase = (word: Token, one: number) =>
    isShortestForm(vocabulary, word, one) && isBaseForm(word, figures.get(one) as GazetteerFigure);
  const isInflected = !isBase(name, figure);
  return found.flatMap(({ one, word }) =>
    word && !word.isSmall && one !== figure && figures.has(one) && !(isInflected && isBase(word, one)) ? [one] : [],
  );
}
