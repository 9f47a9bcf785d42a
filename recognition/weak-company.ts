// Whose company gives a weak surname to its figure: names joined to it or near it, its country, its office, public
// affairs.
import type { FigureEvidence, PlacedName } from './figure-evidence.ts';
import { countryOfPlace, type GazetteerFigure, indexOf } from './figures.ts';
import type { JudgedNames } from './judged-names.ts';
import type { NamedSentences, Sentences } from './page-sentences.ts';
import type { AcceptedOffice } from './resolve-offices.ts';

const PLAIN_BLOCKS = 2; // with the surname plainly, before the first other bearer
const PLAIN_FOR_EACH_OTHER = 2;
const NEAR_OFFICE = 2; // blocks between an office and the surname of who holds it
const LEAST_OTHERS = 2; // whom a page about the story names besides
const MANY_OTHERS = 3; // where it has the surname only once
const LEAST_PLAIN = 2; // times that the page has a surname plainly, before a name near it says whose it is

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

/**
 * The figures whose surname the page joins to that of one of these people ("Trump and Petro"), or has in one block
 * with its own country and somebody of another ("Trump threatens Colombia and calls Petro a criminal"), or in one
 * sentence with one of them, where it stands plainly twice ("Rubio waits. Trump decides, and Rubio explains"). Public
 * affairs say as much, and another weak surname.
 */
export function pairedIn(
  names: JudgedNames,
  people: readonly number[],
  countries: ReadonlySet<string>,
  sentences: NamedSentences,
): Set<number> {
  const { figures, clear } = names;
  const isWeakSurname = (figure: number) => figures.get(figure)?.person?.strength === 'weak';
  const isPlain = (figure: number) => isWeakSurname(figure) || countries.has(figures.get(figure)?.country ?? '');
  const isSure = (one: PlacedName) => one.name.form === 'surname' && isSurelyName(one.name, names.evidenceOf(one));
  const plain = new Set(clear.filter((one) => isPlain(one.name.figure) && isSure(one)).map(({ name }) => name.figure));
  const houses = [...names.present].filter((figure) => figures.get(figure)?.kind === 'organization');
  const firstBlocks = new Map([...clear].reverse().map(({ name, block }) => [name.figure, block]));
  const inBlocks = new Map<string, SentencesOfCountry>();
  const isAbout = new Map<number, boolean>();
  const isPaired = (placed: PlacedName) => {
    const { figure, form, maybeOtherPerson, partners, near } = placed.name;
    if (maybeOtherPerson) return false;
    const company = people.filter((other) => names.areCompany(other, figure));
    if (partners.some((one) => company.includes(one))) return true;
    if (!isWeakSurname(figure) || company.length === 0) return false;
    // "Trump met Petro and Rubio": either alone may be anybody.
    if (partners.some((one) => isWeakSurname(one) && names.areCompany(one, figure))) return true;
    const evidence = names.evidenceOf(placed);
    // "La empresa Petro exporta a Colombia. Trump no compra a Petro": a thing is in nobody's company.
    if (form !== 'surname' || evidence.things > 0) return false;
    if (isInAffairs(placed, names, company, countries)) return true;
    const { country } = names.figureOf(placed);
    // "In Kramatorsk, Petro …. Rubio and Trump …": a page of one country may have anybody else's Petro.
    const scene = new Set([...countries, ...company.map((one) => figures.get(one)?.country)]);
    const isOfStory = scene.size >= 2 || countries.has(country ?? '');
    if (isOfStory && isBesideWeak(placed, names, plain)) return true;
    const beside = company.filter((one) => names.isIn(one, placed.block));
    // "Trump expects Petro at the White House"; "Colombia is glad. ‖ Petro is invited to the White House"
    const isNearSomebody = near.some((one) => beside.includes(one));
    if (houses.length > 0 && isBesideHouse(placed, names, houses, isNearSomebody, sentences)) return true;
    const abroad = beside.filter((one) => figures.get(one)?.country !== country);
    // "Colombia waits. ‖ Trump wrote a post. Petro gave a speech": in the block of somebody from abroad.
    const isOfCountry = abroad.length > 0 && countries.has(country ?? '');
    // "Petro lights the stove. ‖ Trump waits, Petro says": whoever is introduced alone may be anybody.
    const isIntroduced = isOfStory || scene.has(country) || firstBlocks.get(figure) === placed.block;
    const isNear = (isOfCountry || (isIntroduced && isNearSomebody)) && isSurelyName(placed.name, evidence);
    const isOnce = evidence.plainSurnames + evidence.maybeWords < LEAST_PLAIN;
    // "Rubio wrote a song about Trump": whom the page names once, in passing, is not in his company.
    if (isNear && !isOnce && evidence.affairs > 0) return true;
    if (isNear && !isAbout.has(figure)) isAbout.set(figure, isAboutStory(figure, names, isOnce));
    if (isNear && isAbout.get(figure)) return true;
    if (abroad.length === 0) return false;
    const key = `${placed.block} ${figure}`;
    const known = inBlocks.get(key) ?? countryIn(placed.block, sentences, indexOf(figures, country), abroad);
    inBlocks.set(key, known);
    if (known.isFree || known.sentences.has(sentences.sentenceOf(placed))) return true;
    return isSurelyName(placed.name, evidence) && isBesideCapital(placed, known, sentences);
  };
  const paired = new Set<number>();
  for (const placed of clear) if (!paired.has(placed.name.figure) && isPaired(placed)) paired.add(placed.name.figure);
  return paired;
}

/**
 * Its sentence has a house of the story, and somebody of it near ("Trump expects Petro at the White House"); or its
 * block has one in another country, and the page the figure's own. "Petro sells papers at the White House. Trump never
 * buys any, Petro says" is about a neighbour.
 */
function isBesideHouse(
  placed: PlacedName,
  names: JudgedNames,
  houses: readonly number[],
  isNearSomebody: boolean,
  { namesIn, sentenceOf }: NamedSentences,
): boolean {
  const { figures, present, facts } = names;
  const { figure } = placed.name;
  const { country } = names.figureOf(placed);
  if (facts.frontPage || !isSurelyName(placed.name, names.evidenceOf(placed))) return false;
  const isCountryNamed = present.has(indexOf(figures, country));
  const isAbroad = ({ country: other }: GazetteerFigure) => other !== undefined && other !== country;
  const isInSentence = (one: number) =>
    namesIn(placed.block).some((other) => other.name.figure === one && sentenceOf(other) === sentenceOf(placed));
  const isTelling = (one: number) =>
    (isNearSomebody && isInSentence(one)) || (isCountryNamed && isAbroad(figures.get(one) as GazetteerFigure));
  return houses.some((one) => names.areCompany(one, figure) && isTelling(one) && names.isIn(one, placed.block));
}

/** Where a block has the country of a surname: the sentences; and whether any of them says enough for all of it. */
interface SentencesOfCountry {
  isFree: boolean;
  sentences: ReadonlySet<number>;
  /** The sentences with somebody of the story from abroad. */
  withPeople: ReadonlySet<number>;
}

/**
 * A country stands in one sentence with the surname, or with one of these people in its block, or opens its own ("Petro
 * meets Trump. Colombia waits"). "Beans from Colombia. If Trump wins, Petro costs more" is about coffee.
 */
function countryIn(
  block: number,
  { namesIn, sentenceOf, opens }: NamedSentences,
  country: number,
  people: readonly number[],
): SentencesOfCountry {
  const inBlock = namesIn(block);
  const places = inBlock.filter(({ name }) => name.figure === country);
  const withPeople = new Set(inBlock.filter(({ name }) => people.includes(name.figure)).map(sentenceOf));
  const sentences = new Set(places.map(sentenceOf));
  const isFree = places.some(opens) || [...sentences].some((one) => withPeople.has(one));
  return { isFree, sentences, withPeople };
}

/**
 * Its country's capital stands in one sentence with somebody from abroad ("Trump threatens Bogotá and calls Petro a
 * criminal"), or opens one where they stand in that of the surname ("Petro answers Trump. Bogotá waits"). A concert may
 * be in the capital, so it says less than the country.
 */
function isBesideCapital(
  placed: PlacedName,
  { withPeople }: SentencesOfCountry,
  { sentenceOf, opens }: Sentences,
): boolean {
  const { block, name } = placed;
  const isWithName = withPeople.has(sentenceOf(placed));
  const capitals = name.capitalCities.map((start) => ({ block, name: { start } }));
  return capitals.some((one) => withPeople.has(sentenceOf(one)) || (isWithName && opens(one)));
}

/** Ids of the countries that the page is about: it names them, a place or a house of theirs, or their people. */
export function countriesOf({ figures, present, clear }: JudgedNames): Set<string> {
  const places = [...present].map((at) => figures.get(at)).filter((figure) => figure && !figure.person);
  return new Set([
    ...places.flatMap((place) => (place ? [place.country ?? place.id] : [])),
    ...clear.flatMap(({ name }) => name.nations),
  ]);
}

/**
 * "Rubio briefed senators", "Petro vows to outlive the sanctions": in public affairs, on a page that names his country
 * or somebody from it besides, a plain surname is no neighbour's.
 */
function isInAffairs(
  placed: PlacedName,
  names: JudgedNames,
  company: readonly number[],
  countries: ReadonlySet<string>,
): boolean {
  const { figures } = names;
  const { country } = names.figureOf(placed);
  const { affairs } = placed.name;
  if (affairs === '' || !isSurelyName(placed.name, names.evidenceOf(placed))) return false;
  const own = indexOf(figures, country);
  const compatriots = company.filter((one) => figures.get(one)?.country === country);
  if (affairs === 'block') return [own, ...compatriots].some((one) => names.isIn(one, placed.block));
  return countries.has(country ?? '') || compatriots.length > 0;
}

/**
 * "Petro worries that Colombia pays. ‖ Rubio waits": of two who share one story and no country, and whom the page has
 * named no other way, neither is a neighbour, where it is about one thing.
 * @param plain indexes of the figures whose weak surnames stand plainly
 */
function isBesideWeak({ name: { figure } }: PlacedName, names: JudgedNames, plain: ReadonlySet<number>): boolean {
  const { figures, facts, present } = names;
  if (facts.frontPage || !plain.has(figure)) return false;
  const countryOf = (at: number) => figures.get(at)?.country;
  const open = [...plain].filter((other) => !present.has(other) && names.areCompany(other, figure));
  return open.some((other) => countryOf(other) !== countryOf(figure));
}

/**
 * The page names an office, or two others of the story besides the figure's own country, and people of it twice. So it
 * is about more than what one of them costs a neighbour ("Since Trump threatened, Rubio has sold no cheese").
 */
function isAboutStory(figure: number, names: JudgedNames, isOnce: boolean): boolean {
  const { figures, present, facts, accepted } = names;
  if (facts.offices.length > 0 && !isOnce) return true;
  const own = indexOf(figures, figures.get(figure)?.country);
  const others = [...present].filter((one) => one !== own && names.areCompany(one, figure));
  if (others.length < (isOnce ? MANY_OTHERS : LEAST_OTHERS)) return false;
  // Where it has not the figure's country, a house says no more than where a neighbour lives.
  const isTelling = (one: PlacedName) =>
    present.has(own) ? names.figureOf(one).kind !== 'place' : names.figureOf(one).person;
  const isOther = (one: PlacedName) => isTelling(one) && others.includes(one.name.figure);
  const first = accepted.findIndex(isOther);
  return accepted.some((one, at) => at > first && isOther(one));
}

/** "Petro answers. ‖ Petro is calm. ‖ … See also: Anna Petro-Wilk": others come last, and half as often at most. */
export const namesOthersLate = (evidence: FigureEvidence): boolean =>
  evidence.plainBlocksBefore >= PLAIN_BLOCKS &&
  evidence.plainSurnames >= (evidence.otherBearers + evidence.unknownGivenNames) * PLAIN_FOR_EACH_OTHER;

/** Nothing on the page says that somebody or something else has the name; an honorific may make a neighbour of him. */
function isSurelyName(name: PlacedName['name'], evidence: FigureEvidence): boolean {
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
