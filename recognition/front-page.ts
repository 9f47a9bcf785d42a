// A page of headlines says of a weak surname what none of its headlines says alone.
import { byBlock, type FigureEvidence, type PlacedName } from './figure-evidence.ts';
import { countryOfPlace, type Figures, type GazetteerFigure, isWeak, shareStory } from './figures.ts';
import type { PageEvidence } from './page-evidence.ts';
import { hasCase } from './scripts.ts';

const SHARED_HEADLINES = 2; // with the same surname
const PEOPLE_OF_STORY = 2; // whom a page about the story names
const NEAR = 2; // headlines from one that is about the story
const NEAR_BEARER = 1; // and from one that names another bearer

/**
 * Weak surnames, and common ones of women, that the headlines of a front page give to a figure:
 * - several headlines share it, one of them with somebody else of the story ("Trump and Petro trade insults", "How
 *   Petro blinked"), and nobody else bears it;
 * - one headline has it beside another person of the story, whoever bears it in other headlines;
 * - it has it near a statesman, and the page names another person of the story ("Rubio and Lavrov meet");
 * - one headline has it beside a place or an institution of the story, and the page names two others of the story
 *   ("Rubio to visit Colombia");
 * - one headline has it near another that names two people of the story, from two countries ("Trump Meets Petro",
 *   "Rubio Keeps Smiling"), and none around names another bearer;
 * - several headlines share it, and one of these rules gives one of them to the figure.
 * @returns each such surname with the ids of who stands beside one of them
 */
export function sharedHeadlines(
  figures: Figures,
  page: PageEvidence,
  clear: readonly PlacedName[],
  accepted: readonly PlacedName[],
): Map<PlacedName, string[]> {
  const bearers = [...new Set(clear.map(({ name }) => name.figure))];
  const strengthOf = (at: number) => figures.get(at)?.person?.strength;
  const weak = bearers.filter((at) => strengthOf(at) === 'weak' || strengthOf(at) === 'common');
  return new Map(weak.flatMap((at) => [...findSharedOf(at, figures, page, clear, accepted)]));
}

/** The same of one figure, by its index. */
function findSharedOf(
  at: number,
  figures: Figures,
  page: PageEvidence,
  clear: readonly PlacedName[],
  accepted: readonly PlacedName[],
): Map<PlacedName, string[]> {
  const figureOf = ({ name }: PlacedName) => figures.get(name.figure) as GazetteerFigure;
  const isOfStory = (one: PlacedName) => figureOf(one).kind !== 'place';
  const figure = figures.get(at) as GazetteerFigure;
  // "Rodríguezová nabízí Trumpovi pomoc": of a common surname only the form that no man has.
  const isCommon = figure.person?.strength === 'common';
  const bare = clear.filter(({ name }) => name.figure === at && name.form === 'surname' && !isInFirmsName(name));
  const others = accepted.filter((one) => one.name.figure !== at && shareStory(figureOf(one), figure));
  const people = new Set(others.filter((one) => figureOf(one).person).map(({ name }) => name.figure));
  const isHome = (one: PlacedName) => countryOfPlace(figureOf(one)) === figure.country;
  const home = new Set(others.filter(isHome).map(({ block }) => block));
  const isHers = !isCommon || isSharedWithCountry(bare, home, figure, others, figureOf);
  const own = isHers ? bare : bare.filter(({ name }) => name.isWomans);
  const evidence = page.figures.get(at) as FigureEvidence;
  const { otherBearers, namedSo, unknownGivenNames, otherInHeadline, plainSurnames } = evidence;
  // Who has it as a given name has a headline of his own.
  const isAlone = otherBearers - namedSo + unknownGivenNames === 0 && !otherInHeadline;
  const blocks = new Set(own.map(({ block }) => block));
  const inBlocks = byBlock(others);
  const about = headlinesOfTwo(figures, others.concat(accepted.filter(({ name }) => name.figure === at)));
  // "Why Petro blinked ‖ Rubio heads to Bogotá": near a headline that is about another of the story's weak surnames.
  const isTelling = (one: GazetteerFigure) => one.person && isWeak(one) && one.country !== figure.country;
  const abroad = others.filter((one) => isTelling(figureOf(one)));
  if (about.size > 0) for (const one of abroad) about.set(one.block, [...(about.get(one.block) ?? []), one]);
  // Without capitals any place may be the word's ("פטרו"): then a headline with somebody else shows the name.
  const isName =
    plainSurnames > 0 ||
    own.some(({ name, block }) => isPlain(name) && inBlocks.get(block)?.some((one) => figureOf(one).person));
  const isShared = isAlone && isName && blocks.size >= SHARED_HEADLINES;
  const isAnyOfStory = others.some(isOfStory);
  const besideAny = others.filter(
    (one) => blocks.has(one.block) && (isOfStory(one) || (figureOf(one).id === figure.country && isAnyOfStory)),
  );
  const idsOf = (some: readonly PlacedName[]) => [...new Set(some.map((one) => figureOf(one).id))];
  if (isShared && besideAny.length > 0) {
    const ids = idsOf(besideAny);
    return new Map(own.map((surname) => [surname, ids]));
  }
  const otherBearersIn = new Set(
    page.names
      .filter(({ name }) => name.figure === at && (name.context !== 'clear' || name.maybeOtherPerson))
      .map(({ block }) => block),
  );
  const peopleOfItsStory = createPeopleOfItsStory(figure, others, figureOf);
  const isBeside = (one: PlacedName) => figureOf(one).person || (isAlone && people.size >= PEOPLE_OF_STORY);
  const beside = new Map([...inBlocks].map(([block, names]) => [block, onePerFigure(names.filter(isBeside))]));
  const everybody = onePerFigure(others.filter((one) => figureOf(one).person));
  const shared = new Map<PlacedName, string[]>();
  for (const surname of own) {
    const isBare = isPlain(surname.name) && page.names[surname.otherBearerBefore]?.block !== surname.block;
    const isAmongStatesmen = isAlone && surname.name.isNearStatesman;
    const company = isBare ? [...(beside.get(surname.block) ?? []), ...(isAmongStatesmen ? everybody : [])] : [];
    if (company.length === 0 && isBare && isHers && (isName || hasCase(surname.text)))
      company.push(...peopleNear(surname, about, otherBearersIn));
    if (company.length === 0 && isBare && isAlone && !isCommon) company.push(...peopleOfItsStory(surname));
    if (company.length > 0) shared.set(surname, idsOf(company));
  }
  // "Rodríguez promises *elections* in Venezuela", "Trump wants elections in Venezuela, Rodríguez does not"
  for (const surname of isHers || !isAlone ? [] : bare.filter((one) => home.has(one.block) && isPlain(one.name))) {
    const isInAffairs = surname.name.affairs === 'sentence' && people.size >= PEOPLE_OF_STORY;
    const company = isInAffairs ? everybody : everybody.filter((one) => one.block === surname.block);
    if (company.length > 0) shared.set(surname, idsOf(company));
  }
  const given = own.find((surname) => shared.has(surname));
  const rest = isShared && given ? own.filter((surname) => !shared.has(surname) && isPlain(surname.name)) : [];
  for (const surname of rest) shared.set(surname, shared.get(given as PlacedName) ?? []);
  return shared;
}

/**
 * "Venezuela: Rodríguez names a minister", "Trump: Rodríguez knows": headlines share a common surname, one of them with
 * her country, another with a person of the story.
 */
function isSharedWithCountry(
  own: readonly PlacedName[],
  home: ReadonlySet<number>,
  { country }: GazetteerFigure,
  others: readonly PlacedName[],
  figureOf: (one: PlacedName) => GazetteerFigure,
): boolean {
  const foreigners = others.filter((one) => figureOf(one).person && figureOf(one).country !== country);
  const withPerson = new Set(foreigners.map(({ block }) => block));
  const blocks = [...new Set(own.map(({ block }) => block))];
  const [first, ...more] = blocks.filter((block) => home.has(block));
  if (first === undefined) return false;
  return blocks.some((block) => withPerson.has(block) && (block !== first || more.length > 0));
}

// "Rubio, a singer, …": a trade introduces a stranger.
/** "Saudi Refiner Petro Rabigh Posts a Loss" */
const isInFirmsName = ({ isBehindCapital, isBeforeCapital }: PlacedName['name']): boolean =>
  isBehindCapital && isBeforeCapital;

const isPlain = ({ maybeOtherPerson, isBehindCapital, fitsCommonWord, hasTrade }: PlacedName['name']): boolean =>
  !maybeOtherPerson && !isBehindCapital && !fitsCommonWord && !hasTrade;

const onePerFigure = (names: readonly PlacedName[]): PlacedName[] => [
  ...new Map(names.map((one) => [one.name.figure, one])).values(),
];

/** What this block and up to `most` on each side have, block by block. */
function* around<T>(blocks: ReadonlyMap<number, readonly T[]>, block: number, most: number): Generator<readonly T[]> {
  for (let other = block - most; other <= block + most; other++) {
    const here = blocks.get(other);
    if (here) yield here;
  }
}

/** By block: the people in headlines that name two of them, from two countries. */
function headlinesOfTwo(figures: Figures, accepted: readonly PlacedName[]): Map<number, PlacedName[]> {
  const figureOf = ({ name }: PlacedName) => figures.get(name.figure) as GazetteerFigure;
  const people = byBlock(accepted.filter((one) => figureOf(one).person));
  const isAbroad = (one: PlacedName) => (other: PlacedName) => figureOf(one).country !== figureOf(other).country;
  return new Map([...people].filter(([, named]) => named.some((one) => named.some(isAbroad(one)))));
}

/**
 * People of the story on the page whose headlines say that this one is about it too: "Rubio to brief senators", where
 * the page names his country or somebody from it; "Petro is ready to talk" beside "Colombia recalls its envoy", near a
 * headline with somebody from abroad.
 */
function createPeopleOfItsStory(
  { country }: GazetteerFigure,
  others: readonly PlacedName[],
  figureOf: (one: PlacedName) => GazetteerFigure,
): (surname: PlacedName) => readonly PlacedName[] {
  const isOwn = (one: PlacedName) => figureOf(one).id === country || figureOf(one).country === country;
  const people = others.filter((one) => figureOf(one).person);
  const everybody = onePerFigure(people);
  const own = others.filter(isOwn);
  const ownPlaces = byBlock(own.filter((one) => figureOf(one).kind === 'place'));
  const foreigners = byBlock(people.filter((one) => !isOwn(one)));
  return ({ name, block }) => {
    if (name.affairs !== '' && own.length > 0) return everybody;
    const [place] = around(ownPlaces, block, NEAR_BEARER);
    return place ? [...around(foreigners, block, NEAR)].flat() : [];
  };
}

/** Others of the story in such a headline near the surname's own, where none around names another bearer. */
function peopleNear(
  { name, block }: PlacedName,
  about: ReadonlyMap<number, readonly PlacedName[]>,
  otherBearersIn: ReadonlySet<number>,
): readonly PlacedName[] {
  for (let other = block - NEAR_BEARER; other <= block + NEAR_BEARER; other++) if (otherBearersIn.has(other)) return [];
  const [near] = around(about, block, NEAR);
  return near?.filter((one) => one.name.figure !== name.figure) ?? [];
}
