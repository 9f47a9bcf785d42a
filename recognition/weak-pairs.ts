// Which weak surnames a page pairs with somebody of the story, so that they are no neighbours': names joined to them or
// near them, their country, a house, public affairs.
import type { FigureEvidence, PlacedName } from './figure-evidence.ts';
import { type GazetteerFigure, indexOf } from './figures.ts';
import type { JudgedNames } from './judged-names.ts';
import type { NamedSentences, Sentences } from './page-sentences.ts';
import { isSurelyName } from './weak-company.ts';

const LEAST_OTHERS = 2; // whom a page about the story names besides
const MANY_OTHERS = 3; // where it has the surname only once
const LEAST_PLAIN = 2; // times that the page has a surname plainly, before a name near it says whose it is

/** A page, as its surnames are looked at one after the other. */
interface Paired {
  names: JudgedNames;
  /** Indexes of the people whom the page surely names. */
  people: readonly number[];
  /** Ids of the countries that it is about. */
  countries: ReadonlySet<string>;
  sentences: NamedSentences;
  /** Indexes of the institutions that it names. */
  houses: readonly number[];
  /** Of the figures whose weak surnames stand plainly. */
  plain: ReadonlySet<number>;
  /** The first block that may name a figure. */
  firstBlocks: ReadonlyMap<number, number>;
  /** What was found out, by block and figure; and by figure. */
  inBlocks: Map<string, SentencesOfCountry>;
  isAbout: Map<number, boolean>;
}

/** A weak surname, and who is in its company. */
interface Surname {
  placed: PlacedName;
  evidence: FigureEvidence;
  country: string | undefined;
  /** Indexes of the people of its story whom the page names; and of those in its block from another country. */
  company: readonly number[];
  abroad: readonly number[];
  /**
   * The page is about two countries, or the figure's: one about another country alone may have anybody's Petro ("In
   * Kramatorsk, Petro …. Rubio and Trump …").
   */
  isOfStory: boolean;
  /** The page is about a country of its company, or the figure's. */
  isOnScene: boolean;
  isNearSomebody: boolean;
  isSurelyName: boolean;
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
  const isPlain = (figure: number) => isWeakSurname(names, figure) || countries.has(figures.get(figure)?.country ?? '');
  const isSure = (one: PlacedName) => one.name.form === 'surname' && isSurelyName(one.name, names.evidenceOf(one));
  const page: Paired = {
    names,
    people,
    countries,
    sentences,
    houses: [...names.present].filter((figure) => figures.get(figure)?.kind === 'organization'),
    plain: new Set(clear.filter((one) => isPlain(one.name.figure) && isSure(one)).map(({ name }) => name.figure)),
    firstBlocks: new Map([...clear].reverse().map(({ name, block }) => [name.figure, block])),
    inBlocks: new Map(),
    isAbout: new Map(),
  };
  const paired = new Set<number>();
  for (const placed of clear)
    if (!paired.has(placed.name.figure) && isPaired(page, placed)) paired.add(placed.name.figure);
  return paired;
}

const isWeakSurname = ({ figures }: JudgedNames, figure: number): boolean =>
  figures.get(figure)?.person?.strength === 'weak';

/** The rules in order: the first that says so holds. */
function isPaired(page: Paired, placed: PlacedName): boolean {
  const { names, people } = page;
  const { figure, form, maybeOtherPerson, partners } = placed.name;
  if (maybeOtherPerson) return false;
  const company = people.filter((other) => names.areCompany(other, figure));
  if (partners.some((one) => company.includes(one))) return true;
  if (!isWeakSurname(names, figure) || company.length === 0) return false;
  // "Trump met Petro and Rubio": either alone may be anybody.
  if (partners.some((one) => isWeakSurname(names, one) && names.areCompany(one, figure))) return true;
  // "La empresa Petro exporta a Colombia. Trump no compra a Petro": a thing is in nobody's company.
  if (form !== 'surname' || names.evidenceOf(placed).things > 0) return false;
  const surname = surnameOf(page, placed, company);
  const rules = [isInAffairs, isBesideWeak, isBesideHouse, isNearCompany, isWithCountry];
  return rules.some((rule) => rule(page, surname));
}

function surnameOf({ names, countries }: Paired, placed: PlacedName, company: readonly number[]): Surname {
  const countryOf = (one: number) => names.figures.get(one)?.country;
  const { country } = names.figureOf(placed);
  const evidence = names.evidenceOf(placed);
  const scene = new Set([...countries, ...company.map(countryOf)]);
  const beside = company.filter((one) => names.isIn(one, placed.block));
  const isOfStory = scene.size >= 2 || countries.has(country ?? '');
  return {
    placed,
    evidence,
    country,
    company,
    abroad: beside.filter((one) => countryOf(one) !== country),
    isOfStory,
    isOnScene: isOfStory || scene.has(country),
    isNearSomebody: placed.name.near.some((one) => beside.includes(one)),
    isSurelyName: isSurelyName(placed.name, evidence),
  };
}

/**
 * "Rubio briefed senators", "Petro vows to outlive the sanctions": in public affairs, on a page that names his country
 * or somebody from it besides, a plain surname is no neighbour's.
 */
function isInAffairs(
  { names, countries }: Paired,
  { placed, country, company, isSurelyName: isSure }: Surname,
): boolean {
  const { figures } = names;
  const { affairs } = placed.name;
  if (affairs === '' || !isSure) return false;
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
function isBesideWeak({ names, plain }: Paired, { placed, isOfStory }: Surname): boolean {
  const { figures, facts, present } = names;
  const { figure } = placed.name;
  if (!isOfStory || facts.frontPage || !plain.has(figure)) return false;
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

/**
 * Its sentence has a house of the story, and somebody of it near ("Trump expects Petro at the White House"); or its
 * block has one in another country, and the page the figure's own ("Colombia is glad. ‖ Petro is invited to the White
 * House"). "Petro sells papers at the White House. Trump never buys any, Petro says" is about a neighbour.
 */
function isBesideHouse(page: Paired, surname: Surname): boolean {
  const { names, houses, sentences } = page;
  const { figures, present, facts } = names;
  const { placed, country, isSurelyName: isSure } = surname;
  if (houses.length === 0 || facts.frontPage || !isSure) return false;
  const isCountryNamed = present.has(indexOf(figures, country));
  const isAbroad = ({ country: other }: GazetteerFigure) => other !== undefined && other !== country;
  const sentence = sentences.sentenceOf(placed);
  const isInSentence = (one: number) =>
    sentences
      .namesIn(placed.block)
      .some((other) => other.name.figure === one && sentences.sentenceOf(other) === sentence);
  const isTelling = (one: number) =>
    (surname.isNearSomebody && isInSentence(one)) || (isCountryNamed && isAbroad(figures.get(one) as GazetteerFigure));
  return houses.some(
    (one) => names.areCompany(one, placed.name.figure) && isTelling(one) && names.isIn(one, placed.block),
  );
}

/**
 * In a block with somebody from abroad, on a page about the figure's country ("Colombia waits. ‖ Trump wrote a post.
 * Petro gave a speech"), or near somebody of the story. "Petro lights the stove. ‖ Trump waits, Petro says": whoever is
 * introduced alone may be anybody. "Rubio wrote a song about Trump": so may whom the page names once, in passing.
 */
function isNearCompany({ names, countries, firstBlocks, isAbout }: Paired, surname: Surname): boolean {
  const { placed, evidence, country, abroad, isOnScene, isNearSomebody } = surname;
  const { figure } = placed.name;
  const isOfCountry = abroad.length > 0 && countries.has(country ?? '');
  const isIntroduced = isOnScene || firstBlocks.get(figure) === placed.block;
  if (!surname.isSurelyName || !(isOfCountry || (isIntroduced && isNearSomebody))) return false;
  const isOnce = evidence.plainSurnames + evidence.maybeWords < LEAST_PLAIN;
  if (!isOnce && evidence.affairs > 0) return true;
  const known = isAbout.get(figure) ?? isAboutStory(figure, names, isOnce);
  isAbout.set(figure, known);
  return known;
}

/** In a block that has its country beside somebody from abroad, or the capital. */
function isWithCountry({ names, sentences, inBlocks }: Paired, surname: Surname): boolean {
  const { placed, country, abroad } = surname;
  if (abroad.length === 0) return false;
  const key = `${placed.block} ${placed.name.figure}`;
  const known = inBlocks.get(key) ?? countryIn(placed.block, sentences, indexOf(names.figures, country), abroad);
  inBlocks.set(key, known);
  if (known.isFree || known.sentences.has(sentences.sentenceOf(placed))) return true;
  return surname.isSurelyName && isBesideCapital(placed, known, sentences);
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
