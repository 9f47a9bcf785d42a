// Names that stand for themselves: full names, places, institutions. And which of these names are somebody's surname
// here, a town's, a school's or any white house's.
import type { PlacedName } from './figure-evidence.ts';
import { type GazetteerFigure, indexOf, isWeak, needsOther } from './figures.ts';
import { withoutInvisible } from './fold.ts';
import { isOthersSurname, namesakesIn } from './houses.ts';
import type { JudgedNames } from './judged-names.ts';
import { hasCase } from './scripts.ts';

const WORD = /[\p{L}\p{M}]+/gu;
const OFTEN = 2; // names of what stands in quotation marks, or with an article
const LONGEST_WORD = 64; // UTF-16 code units with the space behind it
/** What stands around a word with its capital inside a sentence. */
const BEFORE_IN_SENTENCE = /\p{Ll},?\s$/u;
const BEHIND_IN_SENTENCE = /^(?:,?\s\p{Ll}|\.)/u;
const BESIDE = 3; // UTF-16 code units that these look at

/** Gives full names, places and institutions to their figures. */
export function giveStandingNames(names: JudgedNames): void {
  const things = quotedThings(names);
  const calledSo = namesOfThings(names);
  const quoted = quotedOften(names);
  const namesakes = namesakesIn(names);
  const surnames = surnamesOfPlaces(names);
  const otherNames = new Set(names.page.names.filter(isInOtherName).map(withCapital));
  const opening = openingsOf(names);
  for (const placed of names.clear) {
    const { form, figure, maybeCommonWord } = placed.name;
    if (form === 'full') names.accept(placed, { kind: 'full-name' });
    if (form !== 'name' || maybeCommonWord || needsCompany(names, placed)) continue;
    if ((placed.name.isQuoted || placed.name.isThing) && calledSo.has(figure)) continue;
    if (placed.name.isQuoted && quoted.has(figure)) continue;
    if (things.has(figure) || namesakes.has(placed) || surnames.has(placed)) continue;
    if (otherNames.has(withCapital(placed)) || opensAsOther(names, placed, opening)) continue;
    names.accept(placed, { kind: 'unique' });
  }
}

/**
 * A place with the unknown capital before it. "Teleperformance Colombia" in a sentence says what the same two words are
 * that open one, where any word may stand before the country.
 */
const withCapital = ({ name: { figure, unknownCapital } }: PlacedName): string => `${figure} ${unknownCapital}`;

/** In a sentence, so that the capital before it is no word that opens one. */
const isInOtherName = ({ name: { context, unknownCapital } }: PlacedName): boolean =>
  context === 'partOfName' && unknownCapital !== '';

/**
 * "Avon Colombia despide", "Vecina Colombia cierra": what opens the sentence is a name where the page has it with its
 * capital inside another one, and a word where it has that small. Where it has neither, nor the place elsewhere or
 * anybody of the story, nothing tells.
 */
function opensAsOther(names: JudgedNames, placed: PlacedName, { uses, alone }: Openings): boolean {
  const word = uses.get(placed);
  if (!word || word.isSmall) return false;
  return word.isInSentence || (names.facts.offices.length === 0 && alone.has(placed.name.figure));
}

/** How a page has a word: small, and with its capital inside a sentence. */
interface Uses {
  isSmall: boolean;
  isInSentence: boolean;
}

interface Openings {
  /** The places behind a capital that opens the sentence, with how the page has that word. */
  uses: ReadonlyMap<PlacedName, Uses>;
  /** Of these the figures that the page names in no other way, and nobody of their story. */
  alone: ReadonlySet<number>;
}

function openingsOf(names: JudgedNames): Openings {
  const { clear, page } = names;
  const opening = clear.filter(({ name }) => name.maybeInOtherName);
  const isOther = (one: PlacedName, figure: number) => one.name.figure !== figure || !one.name.maybeInOtherName;
  const isAlone = (figure: number) =>
    !clear.some((one) => isOther(one, figure) && names.areOfOneStory(one.name.figure, figure));
  const words = new Map<PlacedName, string>();
  for (const placed of opening) {
    const word = wordBefore(placed, page.texts);
    if (word) words.set(placed, word);
  }
  const usesOf = wordsOn(page.texts, new Set(words.values()));
  return {
    uses: new Map(Array.from(words, ([placed, word]) => [placed, usesOf(word)])),
    alone: new Set([...new Set(opening.map(({ name }) => name.figure))].filter(isAlone)),
  };
}

function wordBefore({ name: { start }, block }: PlacedName, texts: readonly string[]): string {
  const before = texts[block]?.slice(Math.max(0, start - LONGEST_WORD), start) ?? '';
  return plain(before).match(WORD)?.at(-1) ?? '';
}

/** Reads a page once, however many of its words are asked about: a hostile one may have thousands. */
function wordsOn(texts: readonly string[], asked: ReadonlySet<string>): (word: string) => Uses {
  const written = new Set<string>();
  const inSentence = new Set<string>();
  for (const text of asked.size > 0 ? texts.map(plain) : [])
    for (const { 0: word, index } of text.matchAll(WORD)) {
      written.add(word);
      const end = index + word.length;
      const isInSentence = () =>
        BEFORE_IN_SENTENCE.test(text.slice(Math.max(0, index - BESIDE), index)) &&
        BEHIND_IN_SENTENCE.test(text.slice(end, end + BESIDE));
      if (asked.has(word) && isInSentence()) inSentence.add(word);
    }
  return (word) => ({ isSmall: written.has(word.toLowerCase()), isInSentence: inSentence.has(word) });
}

/** Without what hides in words, and each letter written in one way. */
const plain = (text: string): string => withoutInvisible(text).normalize('NFC');

/** "det hvide hus" in small letters is any house, unless the page also has it with its capital, and somebody else. */
export function giveSmallNames(names: JudgedNames): void {
  const { clear, present } = names;
  for (const placed of clear) {
    const { form, maybeCommonWord, figure } = placed.name;
    if (form !== 'name' || !maybeCommonWord || !present.has(figure)) continue;
    if ([...present].some((other) => names.areCompany(other, figure))) names.accept(placed, { kind: 'unique' });
  }
}

/** A name that other things have too. */
const needsCompany = (names: JudgedNames, placed: PlacedName): boolean =>
  placed.name.isAmbiguous || needsOther(names.figureOf(placed), placed.text);

/**
 * "Presidential Palace": what other things are called too needs its other figure in the same block. "America" may be
 * the continent: the block must name the country otherwise, or a person or a house of it; or the headline such a
 * person, where the page is no front page.
 */
export function giveSharedNames(names: JudgedNames): void {
  const named = [...names.present];
  const { frontPage } = names.facts;
  for (const placed of names.clear) {
    const { name, block } = placed;
    if (name.form !== 'name' || name.maybeCommonWord || !needsCompany(names, placed)) continue;
    const figure = names.figureOf(placed);
    const isIts = (one: number) => one === name.figure || isOfCountry(names.figures.get(one), figure.id);
    const company = name.isAmbiguous ? named.filter(isIts) : [indexOf(names.figures, figure.needs)];
    const inBlock = company.filter((one) => names.isIn(one, block));
    const inHeadline = name.isAmbiguous ? company.filter((one) => isSubject(names, one)) : [];
    const beside = inBlock.length > 0 ? inBlock : frontPage ? [] : inHeadline;
    const ids = beside.map((one) => names.figures.get(one)?.id ?? '');
    const isSure = inBlock.length > 0 || frontPage === false;
    if (beside.length === 0 || !isSure) names.leave(placed, 'without-company', beside.length > 0);
    else if (inBlock.includes(name.figure)) names.accept(placed, { kind: 'unique' });
    else names.accept(placed, { kind: 'beside', figures: ids });
  }
}

/** The headline names this figure. */
const isSubject = ({ page }: JudgedNames, figure: number): boolean => {
  const evidence = page.figures.get(figure);
  return evidence?.inHeadline === true || evidence?.plainInHeadline === true;
};

const isOfCountry = (figure: GazetteerFigure | undefined, country: string): boolean =>
  figure?.kind !== 'place' && figure?.country === country;

/**
 * „Колумбия“, «Белый дом»: places and houses that a page has in quotation marks alone, and nobody else of the story
 * outside of them, are what a school or a choir is called. A house is so even where the page has it without them too:
 * "the so-called “Casa Blanca” … the sale of the Casa Blanca".
 */
function quotedThings(names: JudgedNames): Set<number> {
  const { clear, facts, page } = names;
  if (facts.offices.length > 0) return new Set();
  const isBare = (one: PlacedName) => one.name.form === 'surname' && isWeak(names.figureOf(one));
  const outside = clear.filter((one) => !one.name.isQuoted && !isBare(one) && !isOthersSurname(names, one));
  const isThing = (one: PlacedName) => {
    const { kind, country } = names.figureOf(one);
    if (!one.name.isQuoted || (kind !== 'place' && country === undefined)) return false;
    const isNamed = kind === 'place' ? names.areOfOneStory : names.areCompany;
    return !outside.some((other) => isNamed.call(names, other.name.figure, one.name.figure));
  };
  const isKnown = ({ name }: PlacedName) =>
    /^(?:clear|partOfName)$/.test(name.context) && names.figures.has(name.figure);
  return new Set(page.names.filter((one) => isKnown(one) && isThing(one)).map(({ name }) => name.figure));
}

/**
 * «Колумбия» fell over Texas. … What befell «Колумбия»: what the page has twice alone in quotation marks is a thing's
 * name there, for nobody writes a country so; of a house once, if it has the house without them too. Where there are no
 * capitals, the marks may stress a name.
 */
function quotedOften({ clear, figures }: JudgedNames): Set<number> {
  const quoted = new Map<number, number>();
  const plain = new Set<number>();
  for (const { name, text } of clear) {
    if (!name.isQuoted || !hasCase(text)) plain.add(name.figure);
    else quoted.set(name.figure, (quoted.get(name.figure) ?? 0) + 1);
  }
  const isThing = ([figure, count]: [number, number]) => {
    const { kind, country } = figures.get(figure) ?? {};
    const isHouse = kind === 'organization' && country !== undefined;
    return (isHouse && plain.has(figure)) || ((isHouse || kind === 'place') && count >= OFTEN);
  };
  return new Set([...quoted].filter(isThing).map(([figure]) => figure));
}

/**
 * The freighter "Caracas" left. … The "Caracas" is back, le Caracas too: what a thing is called it is called again. So
 * is a road that has its article twice ("buses por la Caracas").
 */
function namesOfThings({ figures, page, clear }: JudgedNames): Set<number> {
  const isThing = ({ name }: PlacedName) =>
    name.context === 'namesake' || (name.isQuoted && name.context === 'partOfName');
  const articles = new Map<number, number>();
  for (const { name, text } of clear) {
    // "The United States", "the Nariño Palace": countries and names of several words may have their article.
    if (!name.isThing || /\s/.test(text) || figures.get(name.figure)?.country === undefined) continue;
    articles.set(name.figure, (articles.get(name.figure) ?? 0) + 1);
  }
  const roads = [...articles].flatMap(([figure, count]) => (count >= OFTEN ? [figure] : []));
  return new Set([...page.names.filter(isThing).map(({ name }) => name.figure), ...roads]);
}

/**
 * "Ximena Caracas … Caracas": in one block a place's name stays the surname that it was. So it does in those behind it
 * where it opens its sentence, on a page that has the place nowhere else; and anywhere in the same form, on a page that
 * names nobody of the story and has no "in Caracas".
 */
function surnamesOfPlaces(names: JudgedNames): Set<PlacedName> {
  const { clear, page } = names;
  const isInBlockOf = (placed: PlacedName, bearer: PlacedName | undefined) => placed.block === bearer?.block;
  const bearerBefore = ({ otherBearerBefore }: PlacedName) => page.names[otherBearerBefore];
  const isPlain = (one: PlacedName) => !one.name.maybeOtherPerson && !isInBlockOf(one, bearerBefore(one));
  const figuresOf = (some: readonly PlacedName[]) => new Set(some.map(({ name }) => name.figure));
  const formOf = ({ name, text }: PlacedName) => `${name.figure} ${text}`;
  const plain = figuresOf(clear.filter(isPlain));
  const behindPrepositions = figuresOf(clear.filter(({ name }) => name.isInPlace));
  const isPlace = ({ kind }: GazetteerFigure) => kind === 'place';
  const isCountry = (figure: GazetteerFigure) => isPlace(figure) && figure.country === undefined;
  const isStoryNamed = clear.some(
    (one) =>
      !isPlace(names.figureOf(one)) &&
      (one.name.form !== 'surname' || !(isWeak(names.figureOf(one)) || isOthersSurname(names, one))),
  );
  // "… signed Ozzie Caracas. “I like the rain”, Caracas joked."
  const others = new Set(isStoryNamed ? [] : page.names.filter(isInOtherName).map(formOf));
  const countries = new Map<number, Set<number>>();
  for (const { name, block } of others.size > 0 ? clear.filter((one) => isCountry(names.figureOf(one))) : [])
    countries.set(block, (countries.get(block) ?? new Set()).add(name.figure));
  const isSurname = (placed: PlacedName) => {
    const { name, text } = placed;
    // "Colombia beat Venezuela": beside another country it is one.
    const isBesidePlace = [...(countries.get(placed.block) ?? [])].some((one) => one !== name.figure);
    const isBare = name.maybeOtherPerson && !plain.has(name.figure);
    if (isBare && others.has(formOf(placed)) && !isBesidePlace) return true;
    const bearer = bearerBefore(placed);
    if (!bearer || name.isInPlace) return false;
    if (isInBlockOf(placed, bearer) || (name.maybeOtherPerson && !plain.has(name.figure))) return true;
    return !isStoryNamed && !behindPrepositions.has(name.figure) && text === bearer.text;
  };
  return new Set(clear.filter(isSurname));
}
