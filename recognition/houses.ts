// Houses: which names of institutions that are called after their house are those of another house on this page.
import { byBlock, type PlacedName } from './figure-evidence.ts';
import type { JudgedNames } from './judged-names.ts';
import { cutSentences, type Sentences } from './page-sentences.ts';
import { hasCase } from './scripts.ts';

const OFTEN = 2; // names of another house before anything of the story, or without an article

/** Where something of the story stands on the page. */
interface Company {
  block: number;
  start: number;
}

/**
 * The names that are those of other houses and places of the name. "The mayor of Casa Blanca … in Casa Blanca": on a
 * page that names nothing else of the story a house is the town. So it is where another house is called so ("Белый дом"
 * in Bishkek), or any ("Biały dom stoi za młynem"), or one stands in quotation marks where nothing else of the story
 * does (the »Hvide Hus« of some town has a new cook), or twice without its article ("a estação em *Casa Branca*"), on a
 * page that has the institution with it ("à Casa Branca americana").
 */
export function namesakesIn(names: JudgedNames): Set<PlacedName> {
  const { figures, page, clear } = names;
  const isNamesake = ({ name }: PlacedName) =>
    (name.context === 'namesake' || name.isNearOther) && figures.get(name.figure)?.kind !== 'person';
  const found: Apart = {
    namesakes: page.names.filter(isNamesake),
    quoted: clear.filter((one) => isQuotedHouse(names, one)),
    bare: clear.filter(({ name }) => name.article === 'missing'),
    anybodys: housesOfAnybody(names),
  };
  const apart = [...found.namesakes, ...found.quoted, ...found.bare];
  const bearers = new Set([...apart.map(({ name }) => name.figure), ...found.anybodys]);
  if (bearers.size === 0) return new Set();
  // "Casa Branca (SP) recebe Colômbia (SP)": of two towns neither is company for the other.
  const towns = new Set(found.namesakes.filter(({ name }) => name.isInState).map(({ name }) => name.figure));
  const surely = clear.filter((one) => !isOthersSurname(names, one) && !towns.has(one.name.figure));
  const blocks = byBlock(surely);
  const { sentenceOf } = cutSentences(page.texts, (block) => blocks.get(block) ?? []);
  return new Set(
    [...bearers].flatMap((figure) => othersOf(names, figure, found, companyOf(names, figure, surely), sentenceOf)),
  );
}

/** What may make names of houses those of others. */
interface Apart {
  /** Another house, or a word near it that speaks of one. */
  namesakes: readonly PlacedName[];
  /** In quotation marks; and without an article behind a preposition. */
  quoted: readonly PlacedName[];
  bare: readonly PlacedName[];
  /** Indexes of the figures whose name any house may have, as the page has it. */
  anybodys: ReadonlySet<number>;
}

/** @param surely the names that are no other bearer's */
function companyOf(names: JudgedNames, figure: number, surely: readonly PlacedName[]): Company[] {
  const isCompany = (other: number) => names.areCompany(other, figure);
  const offices = names.facts.offices.filter((one) => isCompany(one.figure));
  return [
    ...surely.filter(({ name }) => isCompany(name.figure)).map(({ name, block }) => ({ block, start: name.start })),
    ...offices.map(({ block, office }) => ({ block, start: office.start })),
  ];
}

/** The names of one figure that are those of others. */
function othersOf(
  { clear }: JudgedNames,
  figure: number,
  { namesakes, quoted, bare, anybodys }: Apart,
  company: readonly Company[],
  sentenceOf: Sentences['sentenceOf'],
): readonly PlacedName[] {
  const isIts = ({ name }: PlacedName) => name.figure === figure;
  const hasArticle = ({ name }: PlacedName) => name.article === 'before';
  const besideSome = new Set(company.map(({ block }) => block));
  const isAlone = (one: PlacedName) => isIts(one) && !besideSome.has(one.block);
  const own = clear.filter(isIts);
  const others = namesakes.filter(isIts);
  const towns = [...bare, ...others.filter((one) => !hasArticle(one))].filter(isAlone);
  const isTown = towns.length >= OFTEN && own.some(hasArticle);
  if (others.length === 0 && !quoted.some(isIts) && !anybodys.has(figure) && !isTown) return [];
  const mayBeOthers = isTown ? own.filter((one) => !hasArticle(one)) : own;
  if (company.length === 0) return mayBeOthers;
  const apart = [...others, ...[...quoted, ...(isTown ? bare : [])].filter(isAlone)];
  return besideNothing(mayBeOthers, apart, company, sentenceOf);
}

/** Quotation marks tell what a thing is called only where names have capitals: elsewhere they may stress it. */
const isQuotedHouse = (names: JudgedNames, placed: PlacedName): boolean => {
  const { kind, country } = names.figureOf(placed);
  return placed.name.isQuoted && kind === 'organization' && country !== undefined && hasCase(placed.text);
};

/**
 * On a page that speaks of the other house before it names anything of the story, only a sentence with some of that
 * means this one ("la station *Maison Blanche*. ‖ « On habite *Maison Blanche*. » ‖ « Appelez Trump ! »"): the names in
 * the other sentences. Where only a word near it speaks of the other house, the page must have named it twice by then.
 * On any other page it is the other one up to the end of the block that speaks of that.
 */
function besideNothing(
  own: readonly PlacedName[],
  namesakes: readonly PlacedName[],
  company: readonly Company[],
  sentenceOf: Sentences['sentenceOf'],
): readonly PlacedName[] {
  const first = company.reduce((least, { block }) => Math.min(least, block), Infinity);
  const said = namesakes.filter(({ name }) => name.context === 'namesake' || !name.isNearOther);
  const isNamedOften = own.filter(({ block }) => block < first).length >= OFTEN;
  const isOthersPage = (said.length > 0 || isNamedOften) && namesakes.some(({ block }) => block <= first);
  const placeOf = (block: number, start: number) => `${block} ${sentenceOf({ block, name: { start } })}`;
  const sentences = new Set(company.map(({ block, start }) => placeOf(block, start)));
  const alone = own.filter(({ name, block }) => !sentences.has(placeOf(block, name.start)));
  if (isOthersPage) return alone;
  const starts = new Map<number, number>();
  for (const { name, block } of said) starts.set(block, Math.min(starts.get(block) ?? Infinity, name.start));
  return alone.filter(({ name, block }) => (starts.get(block) ?? Infinity) <= name.start);
}

/** Houses that only open sentences, and have no other capital. */
function housesOfAnybody({ figures, clear }: JudgedNames): Set<number> {
  const houses = new Set<number>();
  const plain = new Set<number>();
  for (const { name } of clear) {
    if (name.form !== 'name' || figures.get(name.figure)?.kind !== 'organization') continue;
    (name.maybeOtherPerson || name.maybeCommonWord ? houses : plain).add(name.figure);
  }
  for (const house of plain) houses.delete(house);
  return houses;
}

/** On a page of another bearer whom nothing gives to the figure, its bare surname names nobody of the story. */
export function isOthersSurname(names: JudgedNames, one: PlacedName): boolean {
  const { otherBearers, fullNames, inHeadline } = names.evidenceOf(one);
  return one.name.form === 'surname' && !one.name.titleMatches && otherBearers > 0 && fullNames === 0 && !inHeadline;
}
