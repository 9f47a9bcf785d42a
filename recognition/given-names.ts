// Given names beside a surname, the figure's own and other people's; and given names that stand alone ("Delcy").
import { type NameCandidate, nameCandidate } from './candidate.ts';
import { withoutClitics } from './clitics.ts';
import { foldText } from './fold.ts';
import { type GazetteerFigure, split } from './gazetteer.ts';
import { titleEnding } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isJoined, type Token } from './words.ts';

const MOST_GIVEN_NAMES = 4;
const SHORTEST_STEM = 3; // letters
const LONGEST_ENDING = 3; // letters

/** True for the given name of another bearer of the surname, in any of its forms: endings differ, the stem does not. */
export function isOtherBearer(vocabulary: Vocabulary, figure: number, form: string): boolean {
  const names = vocabulary.relatives.get(figure) ?? [];
  if (names.length === 0) return false;
  const forms = withoutClitics(vocabulary, form);
  return names.some((name) => {
    if (forms.includes(name)) return true;
    let stem = '';
    if (name.endsWith('*')) stem = name.slice(0, -1);
    else if (vocabulary.inflected && name.length > SHORTEST_STEM) stem = name.replace(/[aeoiyаяиейοας]$/, '');
    return stem.length >= SHORTEST_STEM && form.startsWith(stem) && form.length - stem.length <= LONGEST_ENDING;
  });
}

const initialsOf = (names: string | undefined): string[] => split(names).map((name) => foldText(name).charAt(0));

/**
 * Takes the figure's own given names, middle names and initials into a candidate that has only the surname yet.
 * Returns the leftmost word taken.
 */
export function takeOwnNames(
  vocabulary: Vocabulary,
  surname: Token,
  candidate: NameCandidate,
  { person }: GazetteerFigure,
): Token {
  const { givens, middles, titles } = vocabulary;
  let left = surname;
  // "John Trump", "A. Rubio": a middle name without the given name before it is somebody else's.
  let isMiddleOnly = false;
  for (let taken = 0; taken < MOST_GIVEN_NAMES; taken++) {
    const { previous: word, gapBefore: gap } = left;
    if (!word || gap === 'other' || gap === 'apostrophe') break;
    const form = word.folded;
    const isLetter = [...form].length === 1;
    if ((gap === 'stop' && !isLetter) || word.isSmall) break;
    const given = withoutClitics(vocabulary, form).find((one) => givens.get(one)?.includes(candidate.figure));
    if (given !== undefined) {
      candidate.form = 'full';
      candidate.start = word.start + form.length - given.length;
      isMiddleOnly = false;
    } else if (isLetter && word.isCased) {
      const isGiven = initialsOf(person?.given).includes(form);
      if (!isGiven && !initialsOf(person?.middle).includes(form)) {
        // "E. Trump" is somebody else; a letter without a full stop is a word of its own ("A Trump victory").
        if (gap === 'stop' && !titles.get(form)) candidate.context = 'otherPerson';
        break;
      }
      isMiddleOnly = !isGiven && candidate.form !== 'full' && gap === 'stop';
    } else if (middles.get(form)?.includes(candidate.figure)) isMiddleOnly = candidate.form !== 'full';
    else break;
    left = word;
  }
  if (isMiddleOnly) candidate.context = 'otherPerson';
  return left;
}

/** "Cilia Flores de Maduro": what is in front of "de" is another person's name. */
export function isWifeOf({ givens, surnames }: Vocabulary, de: Token, figure: number): boolean {
  const name = de.previous;
  if (!name || de.gapBefore !== 'space' || !name.isCapitalised) return false;
  return [givens, surnames].some((names) => names.get(name.folded)?.includes(figure) === false);
}

/** "Donald and Melania Trump": the figure's own given name stands before the relative's. */
export function sharesSurname({ givens }: Vocabulary, relative: Token, figure: number): boolean {
  const and = relative.previous;
  if (!and?.previous || relative.gapBefore !== 'space' || and.gapBefore !== 'space') return false;
  return givens.get(and.previous.folded)?.includes(figure) === true;
}

/** A given name that means one person alone, with no surname of that person behind it; null for any other word. */
export function readGivenName(vocabulary: Vocabulary, name: Token, figure: number): NameCandidate | null {
  const { surnames, middles } = vocabulary;
  const { next } = name;
  if (next && [surnames, middles].some((names) => names.get(next.folded)?.includes(figure))) return null;
  const candidate = nameCandidate(name, figure, 'given');
  if (!standsAlone(vocabulary, name, figure)) candidate.context = 'otherPerson';
  return candidate;
}

/** No surname behind it, no other name before it, and not in a row with relatives ("Donald, Ivanka and Eric"). */
function standsAlone(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { previous, next, gapBefore, gapAfter } = name;
  if (next && isJoined(gapAfter) && next.isCapitalised) return false;
  if (!previous && !next) return false;
  if ([previous, next, next?.next].some((word) => word && isOtherBearer(vocabulary, figure, word.folded))) return false;
  if (!previous || gapBefore !== 'space' || !previous.isCased || !previous.isCapitalised) return true;
  return titleEnding(vocabulary, previous) !== null || previous.opensSentence;
}
