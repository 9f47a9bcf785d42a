// Whose a given name alone ("Delcy") is.
import type { PlacedName } from './figure-evidence.ts';
import type { GazetteerFigure } from './figures.ts';
import type { AcceptedName, JudgedNames } from './judged-names.ts';
import { type NameEvidence, namedInFull } from './name-evidence.ts';

/** Gives given names alone to their figures; after the surnames, since the page may have no more of the name. */
export function giveGivenNames(names: JudgedNames): void {
  const { frontPage } = names.facts;
  const surelyNamed = [...names.accepted];
  for (const placed of names.clear) {
    if (placed.name.form !== 'given') continue;
    const inBlock = surelyNamed.filter(({ block }) => block === placed.block);
    // On a front page "Delcy" counts for its own block; "Delcy governs in Caracas" beside all others of the story.
    const beside = frontPage === false || isAtHome(names, placed, inBlock) ? surelyNamed : inBlock;
    const judged = givenName(names, placed, beside);
    if (judged) names.accept(placed, judged);
    else names.leave(placed, 'no-evidence', frontPage === undefined && givenName(names, placed, surelyNamed) !== null);
  }
}

/**
 * A given name alone needs that it is more often this figure's than somebody else's, and the full name. Where the page
 * has it nowhere, the surname will do, or two other people of the story, or one and the figure's country.
 * @param beside the names that were given to figures, on the page or in the block
 */
function givenName(names: JudgedNames, placed: PlacedName, beside: readonly AcceptedName[]): NameEvidence | null {
  const { figure } = placed.name;
  const evidence = names.evidenceOf(placed);
  const { fullNames, fullName, inHeadline, givenNameBearers, otherBearers } = evidence;
  if (givenNameBearers > 0 && givenNameBearers >= fullNames) return null;
  if (fullNames > 0 && fullName) return namedInFull(placed, evidence);
  if (inHeadline) return { kind: 'named-in-full', text: fullName, where: 'headline' };
  const isSurnameNamed = beside.some(({ name }) => name.figure === figure && name.form === 'surname');
  if (isSurnameNamed && otherBearers === 0) return { kind: 'surname' };
  const others = new Set(beside.filter(({ name }) => names.areCompany(name.figure, figure)).map(names.figureOf, names));
  const people = [...others].filter(({ person }) => person);
  const { country } = names.figureOf(placed);
  const isCountryNamed = country !== undefined && [...others].some((other) => isOfCountry(other, country));
  if (people.length < (isCountryNamed ? 1 : 2)) return null;
  return { kind: 'beside', figures: people.map(({ id }) => id) };
}

/** Its block names the figure's country, or a place in it. */
function isAtHome(names: JudgedNames, placed: PlacedName, inBlock: readonly AcceptedName[]): boolean {
  const { country } = names.figureOf(placed);
  return country !== undefined && inBlock.some((one) => isOfCountry(names.figureOf(one), country));
}

/** The country itself, or a place in it. */
const isOfCountry = ({ id, kind, country }: GazetteerFigure, wanted: string): boolean =>
  id === wanted || (kind === 'place' && country === wanted);
