// Decides which names are a figure's, from the evidence of the whole page. A wrong person is worse than a missed one:
// where evidence is balanced, the name stays unmarked.

import { type Figures, type GazetteerFigure, indexOf, isWeak, needsOther, shareStory } from './figures.ts';
import { sharedHeadlines } from './front-page.ts';
import { type FigureEvidence, figuresInStory, type PageEvidence, type PlacedName } from './page-evidence.ts';
import type { AcceptedOffice } from './resolve-offices.ts';
import { UNSPACED } from './scripts.ts';
import {
  type GivenNameBeside,
  givenName,
  type NameEvidence,
  type Silence,
  strongSurname,
  weakSurname,
} from './surname-rules.ts';

/** What is known of the page besides its names. */
export interface NameFacts {
  /** Whether each block may be about something else; undefined: not known, so it may be. */
  frontPage: boolean | undefined;
  /** The offices that were given to their holders: a page that has one is about its holder. */
  offices: readonly AcceptedOffice[];
  /** Is told of each name that stays unmarked although nothing right beside it speaks against it. */
  onSilence?: (placed: PlacedName, why: Silence) => void;
}

/** A name that was given to its figure. */
export interface AcceptedName extends PlacedName {
  evidence: NameEvidence[];
}

export interface ResolvedNames {
  accepted: AcceptedName[];
  /** A name hangs on whether the page is a front page, and that is not known. */
  needsFrontPage: boolean;
}

const NEAR_OFFICE = 2; // blocks between an office and the surname of who holds it
const NEAR_BLOCKS = 1; // on a front page a full name counts for its own block and so many behind it

/** Gives names to their figures. */
export function resolveNames(
  figures: Figures,
  page: PageEvidence,
  { frontPage, offices, onSilence }: NameFacts,
): ResolvedNames {
  const resolved: ResolvedNames = { accepted: [], needsFrontPage: false };
  /** Indexes of the figures that were named so far, and each with the block it stands in. */
  const present = new Set<number>();
  const presentIn = new Set<string>();
  const accept = (placed: PlacedName, evidence: NameEvidence) => {
    const { figure } = placed.name;
    resolved.accepted.push({ ...placed, evidence: [evidence] });
    present.add(figure);
    presentIn.add(`${figure} ${placed.block}`);
  };
  const clear = page.names.filter(({ name }) => name.context === 'clear' && figures.get(name.figure));
  const figureOf = ({ name }: PlacedName) => figures.get(name.figure) as GazetteerFigure;
  const ofOneStory = (one: number, other: number) =>
    shareStory(figures.get(one) as GazetteerFigure, figures.get(other) as GazetteerFigure);
  const evidenceOf = ({ name }: PlacedName) => page.figures.get(name.figure) as FigureEvidence;
  const plainPlaces = new Set(
    clear
      .filter((placed) => !placed.name.maybeOtherPerson && !isSurnameNear(placed, page.names))
      .map(({ name }) => name.figure),
  );
  const placesNamed = new Set(clear.filter(({ name }) => name.isInPlace).map(({ name }) => name.figure));
  const isStoryNamed = clear.some(
    (one) => figureOf(one).kind !== 'place' && (one.name.form !== 'surname' || !isWeak(figureOf(one))),
  );

  // "The mayor of Casa Blanca … in Casa Blanca": on a page that names nobody else of the story it is the town. So it is
  // where another house is called so ("Белый дом" in Bishkek).
  const isOther = ({ name }: PlacedName) => name.context === 'namesake' || name.isNearOther;
  const isTown = new Set(page.names.filter(isOther).map(({ name }) => name.figure));
  for (const house of housesOfAnybody(figures, clear)) isTown.add(house);
  const isAlone = (figure: number) =>
    !clear.some(({ name }) => name.figure !== figure && ofOneStory(name.figure, figure)) &&
    !offices.some((office) => ofOneStory(office.figure, figure));

  const things = offices.length === 0 ? quotedThings(figures, clear) : new Set<number>();

  // 1. Names that stand for themselves: full names, places, institutions; then strong surnames.
  for (const placed of clear) {
    if (placed.name.form === 'full') accept(placed, { kind: 'full-name' });
    else if (
      placed.name.form !== 'name' ||
      needsOther(figureOf(placed), placed.text) ||
      things.has(placed.name.figure) ||
      (figureOf(placed).kind === 'organization' && isTown.has(placed.name.figure) && isAlone(placed.name.figure)) ||
      isSurname(placed, page.names, plainPlaces, isStoryNamed, placesNamed.has(placed.name.figure))
    )
      continue;
    else if (!placed.name.maybeCommonWord) accept(placed, { kind: 'unique' });
  }
  const plainSurnames = plainSurnamesIn(clear);
  const inStory = figuresInStory(figures, page.figures, present);
  for (const placed of clear) {
    if (placed.name.form !== 'surname' || isWeak(figureOf(placed))) continue;
    const { firstDoubt } = evidenceOf(placed);
    const { figure } = placed.name;
    const isAboutStory =
      inStory.some((other) => other !== figure && ofOneStory(other, figure)) ||
      // "Petro Meets Trump"
      (frontPage === true &&
        [...(plainSurnames.get(placed.block) ?? [])].some((other) => other !== figure && ofOneStory(other, figure))) ||
      offices.some((office) => ofOneStory(office.figure, figure) && isBefore(office, firstDoubt));
    // A country is no evidence in kana, where nothing tells a name from a word: cards are printed in America.
    const { country } = figureOf(placed);
    const isCountryNamed = !UNSPACED.test(placed.text) && present.has(indexOf(figures, country));
    const judge = (isFrontPage: boolean) =>
      strongSurname(placed, evidenceOf(placed), page.names, { isAboutStory, isCountryNamed, isFrontPage });
    const evidence = judge(frontPage === true);
    if (typeof evidence !== 'string') accept(placed, evidence);
    else {
      onSilence?.(placed, evidence);
      resolved.needsFrontPage ||= frontPage === undefined && typeof judge(true) !== 'string';
    }
  }
  // "det hvide hus" in small letters is any house, but where the page also has it with its capital, and somebody else.
  for (const placed of clear) {
    const { form, maybeCommonWord, figure } = placed.name;
    const isOther = (other: number) => other !== figure && ofOneStory(other, figure);
    if (form === 'name' && maybeCommonWord && present.has(figure) && [...present].some(isOther))
      accept(placed, { kind: 'unique' });
  }

  // 2. Names that lean on them: weak surnames, given names alone, names that need another figure.
  const holders = new Set(offices.map(({ figure }) => figure));
  // "Trump waits. The Colombian president is silent. Rubio …": whom the page names by the office is company too.
  const people = [...new Set([...present, ...holders])].filter((figure) => figures.get(figure)?.person);
  const firstOffices = firstInBlocks(offices);
  const company = (figure: number, all = people) => all.filter((at) => at !== figure && ofOneStory(at, figure));
  const paired = new Set(
    clear.flatMap(({ name }) =>
      !name.maybeOtherPerson && name.partners.some((one) => company(name.figure).includes(one)) ? [name.figure] : [],
    ),
  );
  for (const figure of besideOwnCountry(figures, clear, presentIn, company)) paired.add(figure);
  const headlines = frontPage === false ? null : sharedHeadlines(figures, page, clear, resolved.accepted);
  for (const placed of clear) {
    const { name, block } = placed;
    const figure = figureOf(placed);
    if (name.form === 'surname' && figure.person && isWeak(figure)) {
      const evidence = weakSurname({
        placed,
        figures,
        page,
        present,
        holders,
        isBehindOffice: isBehindOffice(placed, firstOffices),
        company: company(name.figure, [...new Set([...people, ...paired])]),
        paired,
      });
      // Each story on a front page may mean another Rodríguez: only a title or a full name nearby counts there.
      const fullName = page.names[placed.fullNameBefore];
      const isNear =
        name.titleMatches || name.holdsOffice || (fullName !== undefined && block - fullName.block <= NEAR_BLOCKS);
      const shared = headlines?.get(placed);
      if (typeof evidence !== 'string' && (isNear || frontPage === false)) accept(placed, evidence);
      else if (shared && frontPage) accept(placed, { kind: 'beside', figures: shared });
      else {
        onSilence?.(placed, typeof evidence === 'string' ? evidence : 'front-page');
        resolved.needsFrontPage ||= frontPage === undefined && (typeof evidence !== 'string' || shared !== undefined);
      }
    } else if (name.form === 'name' && needsOther(figure, placed.text)) {
      const needed = indexOf(figures, figure.needs);
      if (presentIn.has(`${needed} ${block}`)) accept(placed, { kind: 'beside', figures: [figure.needs ?? ''] });
      else onSilence?.(placed, 'without-company');
    }
  }
  // "Delcy": after the surnames, since the page may have no more of the name.
  for (const placed of clear.filter(({ name }) => name.form === 'given')) {
    const judge = (isNear: (one: AcceptedName) => boolean) =>
      givenName(placed, evidenceOf(placed), figures, besideGiven(figures, placed, resolved.accepted.filter(isNear)));
    const evidence = judge(frontPage === false ? () => true : ({ block }) => block === placed.block);
    if (evidence) accept(placed, evidence);
    else {
      onSilence?.(placed, 'no-evidence');
      resolved.needsFrontPage ||= frontPage === undefined && judge(() => true) !== null;
    }
  }
  return resolved;
}

/** What the names that are surely somebody's say of a given name alone. */
function besideGiven(figures: Figures, { name }: PlacedName, accepted: readonly AcceptedName[]): GivenNameBeside {
  const own = figures.get(name.figure) as GazetteerFigure;
  const figureOf = (at: number) => figures.get(at) as GazetteerFigure;
  const others = [...new Set(accepted.map((one) => one.name.figure))].filter(
    (at) => at !== name.figure && shareStory(figureOf(at), own),
  );
  return {
    isSurnameNamed: accepted.some((one) => one.name.figure === name.figure && one.name.form === 'surname'),
    company: others.filter((at) => figureOf(at).person),
    isCountryNamed: others.some((at) => isOfCountry(figureOf(at), own.country)),
  };
}

/** The country itself, or a place in it. */
const isOfCountry = ({ id, kind, country }: GazetteerFigure, wanted: string | undefined): boolean =>
  wanted !== undefined && (id === wanted || (kind === 'place' && country === wanted));

/** "Biały dom stoi za młynem": houses that only open sentences, and have no other capital. */
function housesOfAnybody(figures: Figures, clear: readonly PlacedName[]): Set<number> {
  const houses = new Set<number>();
  const plain = new Set<number>();
  for (const { name } of clear) {
    if (name.form !== 'name' || figures.get(name.figure)?.kind !== 'organization') continue;
    (name.maybeOtherPerson || name.maybeCommonWord ? houses : plain).add(name.figure);
  }
  for (const house of plain) houses.delete(house);
  return houses;
}

/** "Trump threatens Colombia and calls Petro a criminal": in one block with its own country and somebody of another. */
function besideOwnCountry(
  figures: Figures,
  clear: readonly PlacedName[],
  presentIn: ReadonlySet<string>,
  company: (figure: number) => number[],
): number[] {
  return clear.flatMap(({ name: { figure, form, maybeOtherPerson }, block }) => {
    const { country, person } = figures.get(figure) as GazetteerFigure;
    const isIn = (one: number) => presentIn.has(`${one} ${block}`);
    const isForeigner = (one: number) => figures.get(one)?.country !== country && isIn(one);
    const isBare = form === 'surname' && person?.strength === 'weak' && !maybeOtherPerson;
    return isBare && isIn(indexOf(figures, country)) && company(figure).some(isForeigner) ? [figure] : [];
  });
}

/**
 * „Колумбия“, «Белый дом»: places and houses that a page has in quotation marks alone, and nobody else of the story
 * outside of them, are what a school or a choir is called. A house is so even where the page has it without them too:
 * "the so-called “Casa Blanca” … the sale of the Casa Blanca".
 */
function quotedThings(figures: Figures, clear: readonly PlacedName[]): Set<number> {
  const figureOf = ({ name }: PlacedName) => figures.get(name.figure) as GazetteerFigure;
  const outside = clear.filter((one) => !one.name.isQuoted && !(one.name.form === 'surname' && isWeak(figureOf(one))));
  const isThing = (one: PlacedName) => {
    const figure = figureOf(one);
    const isPlace = figure.kind === 'place' || figure.country !== undefined;
    const isNamed = (other: PlacedName) =>
      shareStory(figureOf(other), figure) && (figure.kind === 'place' || other.name.figure !== one.name.figure);
    return isPlace && one.name.isQuoted && !outside.some(isNamed);
  };
  return new Set(clear.filter(isThing).map(({ name }) => name.figure));
}

/** "Ivanka Trump met the US president" is about her: an office tells whom the page means where it comes first. */
const isBefore = ({ block, office }: AcceptedOffice, doubt: PlacedName | null): boolean =>
  !doubt || block < doubt.block || (block === doubt.block && office.start < doubt.name.start);

/** By block: indexes of the figures whose surname it has, and nothing beside it that makes it a word or another's. */
function plainSurnamesIn(clear: readonly PlacedName[]): Map<number, Set<number>> {
  const plain = new Map<number, Set<number>>();
  for (const { name, block } of clear) {
    if (name.form !== 'surname' || name.maybeCommonWord || name.maybeOtherPerson) continue;
    plain.set(block, (plain.get(block) ?? new Set()).add(name.figure));
  }
  return plain;
}

/** Where in each block the first office of each figure begins. */
function firstInBlocks(offices: readonly AcceptedOffice[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { figure, block, office } of offices) {
    const key = `${figure} ${block}`;
    first.set(key, Math.min(first.get(key) ?? Infinity, office.start));
  }
  return first;
}

function isBehindOffice({ name, block }: PlacedName, firstOffices: ReadonlyMap<string, number>): boolean {
  if ((firstOffices.get(`${name.figure} ${block}`) ?? Infinity) < name.start) return true;
  for (let before = 1; before <= NEAR_OFFICE; before++)
    if (firstOffices.has(`${name.figure} ${block - before}`)) return true;
  return false;
}

/** "Ximena Caracas … Caracas": in one block a place's name stays the surname that it was. */
const isSurnameNear = ({ block, otherBearerBefore }: PlacedName, names: readonly PlacedName[]): boolean =>
  names[otherBearerBefore]?.block === block;

/**
 * So it does in those behind it where it opens its sentence, on a page that has the place nowhere else; and anywhere in
 * the same form, on a page that names nobody of the story and has no "in Caracas".
 * @param plainPlaces indexes of figures that the page names plainly somewhere
 */
function isSurname(
  placed: PlacedName,
  names: readonly PlacedName[],
  plainPlaces: ReadonlySet<number>,
  isStoryNamed: boolean,
  isPlaceNamed: boolean,
): boolean {
  const bearer = names[placed.otherBearerBefore];
  if (!bearer) return false;
  const { name, text } = placed;
  // "In Caracas": behind a preposition of place it is the place.
  if (name.isInPlace) return false;
  return (
    isSurnameNear(placed, names) ||
    (name.maybeOtherPerson && !plainPlaces.has(name.figure)) ||
    (!isStoryNamed && !isPlaceNamed && text === bearer.text)
  );
}
