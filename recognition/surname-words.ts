// Words that belong to a surname: particles and first halves before it, second surnames behind it, and a given name
// that stands last.
import type { NameCandidate } from './candidate.ts';
import type { GazetteerFigure } from './figures.ts';
import { foldText } from './fold.ts';
import { split } from './lists.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Gap, isJoined, type Token } from './words.ts';

const BESIDE: readonly Gap[] = ['space', 'hyphen', 'apostrophe'];

/**
 * Takes the words before a surname that belong to it ("von der Leyen", "O'Neill", "Ocasio-Cortez") into its candidate.
 * Returns the leftmost word; null where they are missing, so that it is another surname.
 */
export function takeSurnameWords(surname: Token, candidate: NameCandidate, { person }: GazetteerFigure): Token | null {
  if (!person?.before) return surname;
  let found: Token | null = null;
  for (const phrase of split(person.before)) {
    let left: Token | null = surname;
    for (const word of phrase.split(' ').reverse()) {
      const isApart: boolean = left === null || !BESIDE.includes(left.gapBefore) || left.previous?.folded !== word;
      left = isApart ? null : (left?.previous ?? null);
    }
    if (left && left.start < (found ?? surname).start) found = left;
  }
  if (found) candidate.start = found.start;
  return found ?? (person.mayBeBare ? surname : null);
}

/**
 * Takes second surnames that leave it the same person ("Maduro Moros"), and given names that stand last ("Xi Jinping",
 * in Hungarian "Orbán Viktor").
 */
export function takeWordsBehind(
  { givens, surnameFirst }: Vocabulary,
  surname: Token,
  candidate: NameCandidate,
  { person }: GazetteerFigure,
): void {
  const own = split(person?.after);
  const standsFirst = surnameFirst || split(person?.given).some((name) => own.includes(foldText(name)));
  for (let last = surname; last.next && isJoined(last.gapAfter); last = last.next) {
    const { next, gapAfter: gap } = last;
    const isGiven = standsFirst && givens.get(next.folded)?.includes(candidate.figure) === true;
    if (!(isGiven || own.includes(next.folded)) || (next.isSmall && gap !== 'hyphen')) return;
    if (gap === 'hyphen' && !standsFirst) return;
    if (isGiven) candidate.form = 'full';
    candidate.end = next.end;
  }
}
