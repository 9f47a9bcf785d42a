// In whose company the page has weak surnames: joined to somebody of the story, or several of them side by side.
import { indexOf } from './figures.ts';
import type { JudgedNames } from './judged-names.ts';
import type { FigureEvidence, PlacedName } from './page-evidence.ts';

const LEAST_PLAIN = 2; // times that the page has a surname plainly, before a name near it says whose it is

/**
 * The figures whose surname the page joins to that of one of these people ("Trump and Petro"), or has in one block with
 * its own country and somebody of another ("Trump threatens Colombia and calls Petro a criminal"), or in one sentence
 * with one of them, where it stands plainly twice ("Rubio waits. Trump decides, and Rubio explains").
 */
export function pairedIn(names: JudgedNames, people: readonly number[]): Set<number> {
  const { figures, clear } = names;
  const isWeakSurname = (figure: number) => figures.get(figure)?.person?.strength === 'weak';
  const isPaired = (placed: PlacedName) => {
    const { figure, form, maybeOtherPerson, partners, near } = placed.name;
    if (maybeOtherPerson) return false;
    const company = people.filter((other) => names.areCompany(other, figure));
    if (partners.some((one) => company.includes(one))) return true;
    if (!isWeakSurname(figure) || company.length === 0) return false;
    // "Trump met Petro and Rubio": either alone may be anybody.
    if (partners.some((one) => isWeakSurname(one) && names.areCompany(one, figure))) return true;
    if (form !== 'surname') return false;
    const beside = company.filter((one) => names.isIn(one, placed.block));
    if (isOnlyPlain(placed.name, names.evidenceOf(placed)) && near.some((one) => beside.includes(one))) return true;
    const { country } = names.figureOf(placed);
    const isAbroad = (one: number) => figures.get(one)?.country !== country;
    return names.isIn(indexOf(figures, country), placed.block) && beside.some(isAbroad);
  };
  return new Set(clear.filter(isPaired).map(({ name }) => name.figure));
}

/** The page has the surname twice, and nowhere as a word or another's; no honorific makes a neighbour of him. */
const isOnlyPlain = (name: PlacedName['name'], evidence: FigureEvidence): boolean =>
  !name.hasHonorific && !name.isBehindCapital && evidence.plainSurnames >= LEAST_PLAIN && isUndoubted(evidence);

const isUndoubted = (evidence: FigureEvidence): boolean => {
  const { otherBearers, unknownGivenNames, commonWords, things, towns } = evidence;
  return otherBearers + unknownGivenNames + commonWords + things + towns === 0;
};

/** Figures whose weak surname stands on the page and is nowhere a word or another's. */
export function undoubtedSurnames(names: JudgedNames): number[] {
  const isPlain = (placed: PlacedName) =>
    !placed.name.maybeOtherPerson && !placed.name.hasHonorific && isUndoubted(names.evidenceOf(placed));
  const ofWeak = names.clear.filter((one) => names.figureOf(one).person?.strength === 'weak' && isPlain(one));
  return [...new Set(ofWeak.map(({ name }) => name.figure))];
}
