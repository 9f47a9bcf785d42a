// What a page says beside a weak surname: its country, its office, and whether somebody or something else is
// called so. Who is in its company: weak-pairs.ts.
import type { FigureEvidence, PlacedName } from './figure-evidence.ts';
import { countryOfPlace } from './figures.ts';
import type { JudgedNames } from './judged-names.ts';
import type { Sentences } from './page-sentences.ts';
import type { AcceptedOffice } from './resolve-offices.ts';

const PLAIN_BLOCKS = 2; // with the surname plainly, before the first other bearer
const PLAIN_FOR_EACH_OTHER = 2;
const MANY_BLOCKS = 3; // with the bare surname, before anything of the story
const NEAR_OFFICE = 2; // blocks between an office and the surname of who holds it

/**
 * "In Caracas, Rodríguez named three ministers": tells whether the figure's country or a place in it stands in the
 * sentence of its surname, and nothing says that anybody else is called so. No stranger is introduced by that.
 */
export function createIsAtHome(names: JudgedNames, { sentenceOf }: Sentences): (placed: PlacedName) => boolean {
  const keyOf = (country: string | undefined, one: PlacedName) => `${country} ${one.block} ${sentenceOf(one)}`;
  let homes: Set<string> | null = null;
  return (placed) => {
    if (!isSurelyName(placed.name, names.evidenceOf(placed))) return false;
    homes ??= new Set(names.accepted.map((one) => keyOf(countryOfPlace(names.figureOf(one)), one)));
    return homes.has(keyOf(names.figureOf(placed).country, placed));
  };
}

/** Ids of the countries that the page is about: it names them, a place or a house of theirs, or their people. */
export function countriesOf({ figures, present, clear }: JudgedNames): Set<string> {
  const places = [...present].map((at) => figures.get(at)).filter((figure) => figure && !figure.person);
  return new Set([
    ...places.flatMap((place) => (place ? [place.country ?? place.id] : [])),
    ...clear.flatMap(({ name }) => name.nations),
  ]);
}

/** "Petro answers. ‖ Petro is calm. ‖ … See also: Anna Petro-Wilk": others come last, and half as often at most. */
export const namesOthersLate = (evidence: FigureEvidence): boolean =>
  evidence.plainBlocksBefore >= PLAIN_BLOCKS &&
  evidence.plainSurnames >= (evidence.otherBearers + evidence.unknownGivenNames) * PLAIN_FOR_EACH_OTHER;

/** Nothing on the page says that somebody or something else has the name; an honorific may make a neighbour of him. */
export function isSurelyName(name: PlacedName['name'], evidence: FigureEvidence): boolean {
  const { plainSurnames, otherBearers, unknownGivenNames, commonWords, things, towns } = evidence;
  if (name.hasHonorific || name.isBehindCapital || plainSurnames === 0 || commonWords + things + towns > 0)
    return false;
  return otherBearers + unknownGivenNames === 0 || namesOthersLate(evidence);
}

/** Where in each block each figure's first office begins. */
export function firstInBlocks(offices: readonly AcceptedOffice[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { figure, block, office } of offices) {
    const key = `${figure} ${block}`;
    first.set(key, Math.min(first.get(key) ?? Infinity, office.start));
  }
  return first;
}

export function isBehindOffice({ name, block }: PlacedName, firstOffices: ReadonlyMap<string, number>): boolean {
  if ((firstOffices.get(`${name.figure} ${block}`) ?? Infinity) < name.start) return true;
  for (let before = 1; before <= NEAR_OFFICE; before++)
    if (firstOffices.has(`${name.figure} ${block - before}`)) return true;
  return false;
}

/**
 * "Rubio cumple 40 días a oscuras ‖ En Rubio … ‖ … de Rubio ‖ un cartel: «Marco Rubio, ven a tu pueblo»": the figures
 * whose bare surname a page has in many blocks before it names anything of the story, and never with a title.
 */
export function bareBeforeStory(names: JudgedNames, weak: readonly PlacedName[]): Set<number> {
  const found = new Set<number>();
  for (const figure of new Set(weak.map(({ name }) => name.figure))) {
    const { fullNames, matchingTitles, inHeadline } = names.page.figures.get(figure) as FigureEvidence;
    if (fullNames === 0 || matchingTitles > 0 || inHeadline) continue;
    const isOfStory = (one: { figure: number }) => names.areOfOneStory(one.figure, figure);
    const story = [
      ...names.accepted.map(({ name, block }) => ({ figure: name.figure, block })),
      ...names.facts.offices,
    ];
    const first = story.filter(isOfStory).reduce((least, { block }) => Math.min(least, block), Infinity);
    const before = weak.filter(({ name, block }) => name.figure === figure && block < first);
    if (new Set(before.map(({ block }) => block)).size >= MANY_BLOCKS) found.add(figure);
  }
  return found;
}

/** "Maduro and Flores plead not guilty", where the first of them surely is the figure. */
export const isBesidePartner = (names: JudgedNames, { name, block }: PlacedName): boolean =>
  name.partners.some((one) => names.areCompany(one, name.figure) && names.isIn(one, block));

/** "M. Trump est parti ; M. Rubio est resté": two whom a page addresses alike. But "M. Rubio bakes for Trump". */
export const isAddressedAlike = ({ clear }: JudgedNames, { name, block }: PlacedName, company: readonly number[]) =>
  name.hasHonorific &&
  clear.some((one) => one.block === block && one.name.hasHonorific && company.includes(one.name.figure));
