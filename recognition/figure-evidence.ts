// What a page says of one figure's name, and what each name adds to it.
import type { NameCandidate } from './candidate.ts';
import { hasCase } from './scripts.ts';

/** A name where it stands on the page. */
export interface PlacedName {
  name: NameCandidate;
  /** Index of the block. */
  block: number;
  text: string;
  /**
   * The last full name of this figure before this, and the last other bearer: indexes among the page's names, or -1.
   */
  fullNameBefore: number;
  otherBearerBefore: number;
  /** The last one behind a capital that opens the sentence and may be another's given name; or -1. */
  doubtBefore: number;
}

/** Names by the index of their block, each block's in the order given. */
export function byBlock(names: readonly PlacedName[]): Map<number, PlacedName[]> {
  const found = new Map<number, PlacedName[]>();
  for (const one of names) {
    const known = found.get(one.block);
    if (known) known.push(one);
    else found.set(one.block, [one]);
  }
  return found;
}

/** What the page says of one figure's name. Places are indexes among the page's names. */
export interface FigureEvidence {
  /** How often the figure is named in full, as it is written the first time, and where first; Infinity: nowhere. */
  fullNames: number;
  fullName: string;
  firstFullName: number;
  /** How often other bearers of the surname are named, and where first. */
  otherBearers: number;
  firstOtherBearer: number;
  /** How many of them have it as a given name ("Petro Poroshenko"). */
  namedSo: number;
  /** How often it is part of another name ("Flores Timur"), and where first. */
  partsOfNames: number;
  firstPartOfName: number;
  /** How many of them have a title that the figure bears too ("presidente Andrés Petro"). */
  otherTitles: number;
  /** First letters of the words by which other bearers are introduced as relatives. */
  kin: Set<string>;
  /** Where the surname first stands before a relative's name. */
  firstIntroducer: number;
  /** Where another bearer is first named in a form that only women have. */
  firstOtherWoman: number;
  /** Where another bearer is first named of whom nothing says that it is a man; and of whom none, a woman. */
  firstOtherNoMan: number;
  firstOtherNoWoman: number;
  /** The figure, or another bearer, is named in full in a headline. */
  inHeadline: boolean;
  /** A headline has the surname plainly. */
  plainInHeadline: boolean;
  otherInHeadline: boolean;
  /** A headline names another bearer of whom nothing says that it is a woman. */
  otherNoWomanInHeadline: boolean;
  /** Headlines name the figure, and only as whose relative somebody is ("Trump's granddaughter tees off"). */
  headlineOfRelative: boolean;
  /** How many of the full names say no more than that. */
  asRelative: number;
  /** How often the whole name stands with a title that matches; and how often the surname. */
  titledFullNames: number;
  matchingTitles: number;
  /** And with the figure's country beside that title. */
  countryTitles: number;
  /** Where a title or an office first makes it as good as the full name (`isNamedByTitle`). */
  firstByTitle: number;
  /** How often it stands plainly near a statesman's name. */
  nearStatesmen: number;
  /** How often it stands beside a noun for what a president leads. */
  governments: number;
  /** How often it stands behind a capital that may be another given name, for a family, or for a namesake. */
  unknownGivenNames: number;
  /** How often it stands before a capital, where all words have one: it may be a given name. */
  maybeGivenNames: number;
  /** How often such a capital opens the sentence, as a subject's given name does. */
  openingCapitals: number;
  /** Those capitals, and whether one stands so twice. */
  unknownCapitals: Set<string>;
  hasCapitalTwice: boolean;
  /** The first name of another bearer or of a thing, or behind a capital that may be another given name. */
  firstDoubt: PlacedName | null;
  /** The first name of all. */
  firstName: PlacedName | null;
  /** How often it is written small, as a word. */
  commonWords: number;
  /** By surface form: how often it is a word, and how often the figure with a title. */
  wordForms: Map<string, number>;
  titledForms: Map<string, number>;
  /** How often a verb of saying stands beside it: whom the page means is no word. */
  speakers: number;
  /** How often it may be the word by its place alone, in a script with capitals. */
  maybeWords: number;
  /** How often it stands plainly: where it can be no word, no thing's name and nobody else's. */
  plainSurnames: number;
  /** In how many blocks it does before the first other bearer, and the first capital that may be a given name. */
  plainBlocksBefore: number;
  /** In one of them, which is no headline, no capital stands before it at all. */
  isPlainInText: boolean;
  /** How often somebody else has the figure's given name. */
  givenNameBearers: number;
  /** How often a town of that name is named; a thing with an article, or somebody whom a trade introduces. */
  towns: number;
  things: number;
  /** How often a word of public affairs stands in its sentence. */
  affairs: number;
}

/** White space as one line has it. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const noEvidence = (): FigureEvidence => ({
  fullNames: 0,
  fullName: '',
  firstFullName: Infinity,
  otherBearers: 0,
  firstOtherBearer: Infinity,
  namedSo: 0,
  partsOfNames: 0,
  firstPartOfName: Infinity,
  otherTitles: 0,
  kin: new Set(),
  firstIntroducer: Infinity,
  firstOtherWoman: Infinity,
  firstOtherNoMan: Infinity,
  firstOtherNoWoman: Infinity,
  inHeadline: false,
  plainInHeadline: false,
  otherInHeadline: false,
  otherNoWomanInHeadline: false,
  headlineOfRelative: false,
  asRelative: 0,
  titledFullNames: 0,
  matchingTitles: 0,
  countryTitles: 0,
  firstByTitle: Infinity,
  nearStatesmen: 0,
  governments: 0,
  unknownGivenNames: 0,
  maybeGivenNames: 0,
  openingCapitals: 0,
  unknownCapitals: new Set(),
  hasCapitalTwice: false,
  firstDoubt: null,
  firstName: null,
  commonWords: 0,
  wordForms: new Map(),
  titledForms: new Map(),
  speakers: 0,
  maybeWords: 0,
  plainSurnames: 0,
  plainBlocksBefore: 0,
  isPlainInText: false,
  givenNameBearers: 0,
  towns: 0,
  things: 0,
  affairs: 0,
});

/** Adds what one name says; `place` is its index among the page's names. */
export function addName(evidence: FigureEvidence, placed: PlacedName, place: number, isByTitle: boolean): void {
  const { name, text } = placed;
  const { form, context } = name;
  const isOthers = context === 'family' || (context === 'otherPerson' && form !== 'given');
  const isInDoubt = isOthers || name.isAnother || (context === 'clear' && form === 'surname' && name.maybeOtherPerson);
  if (isInDoubt) evidence.firstDoubt ??= placed;
  evidence.firstName ??= placed;
  if (form === 'surname' && name.isInPlace) evidence.towns++;
  if (name.isThing || name.hasTrade) evidence.things++;
  if (context === 'clear' && name.affairs === 'sentence') evidence.affairs++;
  if (context === 'partOfName' && form === 'surname') {
    evidence.partsOfNames++;
    evidence.firstPartOfName = Math.min(evidence.firstPartOfName, place);
  }
  if (context === 'commonWord') {
    evidence.commonWords++;
    countForm(evidence.wordForms, text);
  } else if (context === 'family' || name.isAnother) evidence.unknownGivenNames++;
  else if (context === 'otherPerson') {
    // "Donald Tusk", "Donald Trump Jr.": nobody is "Donald" alone then.
    if (form !== 'surname') evidence.givenNameBearers++;
    if (form !== 'given') {
      evidence.otherBearers++;
      if (name.isGivenName) evidence.namedSo++;
      if (name.kin) evidence.kin.add(name.kin);
      if (name.titleMatches) evidence.otherTitles++;
      evidence.firstOtherBearer = Math.min(evidence.firstOtherBearer, place);
      if (name.saidSex !== 'male') evidence.firstOtherNoMan = Math.min(evidence.firstOtherNoMan, place);
      if (name.saidSex !== 'female') evidence.firstOtherNoWoman = Math.min(evidence.firstOtherNoWoman, place);
      if (name.isWomans) evidence.firstOtherWoman = Math.min(evidence.firstOtherWoman, place);
    }
  }
  const isFullName = context === 'clear' && form === 'full';
  if (isFullName || name.sharedSurname) {
    evidence.fullNames++;
    if (name.kinOf) evidence.asRelative++;
    evidence.firstFullName = Math.min(evidence.firstFullName, place);
  }
  if (isFullName) {
    evidence.fullName ||= onOneLine(text);
    if (name.titleMatches) evidence.titledFullNames++;
  }
  if (context !== 'clear' || form !== 'surname') return;
  if (name.hasRelative) evidence.firstIntroducer = Math.min(evidence.firstIntroducer, place);
  if (name.titleMatches || name.holdsOffice || name.hasInitial) {
    evidence.matchingTitles++;
    countForm(evidence.titledForms, text);
  }
  if (name.titleMatches && name.besideCountry) evidence.countryTitles++;
  if (isByTitle) evidence.firstByTitle = Math.min(evidence.firstByTitle, place);
  if (name.speaks && !name.maybeOtherPerson) evidence.speakers++;
  if (name.unknownCapital) {
    evidence.hasCapitalTwice ||= evidence.unknownCapitals.has(name.unknownCapital);
    evidence.unknownCapitals.add(name.unknownCapital);
  }
  if (name.isOfGovernment) evidence.governments++;
  if (name.isNearStatesman && !name.maybeOtherPerson && !name.isBehindCapital) evidence.nearStatesmen++;
  if (name.maybeOtherPerson && name.isBehindCapital) evidence.openingCapitals++;
  // "Petro Siap Bertemu": whoever has it as a given name is called by the other one in the text.
  if (name.maybeOtherPerson && name.isBeforeCapital) evidence.maybeGivenNames++;
  // "Trump, Butler. Rain on the runway", on a page that has had him plainly, is a caption.
  else if (name.isListed && evidence.plainSurnames > 0) return;
  else if (name.maybeOtherPerson) evidence.unknownGivenNames++;
  // "Maduro Steel" may be a firm.
  else if (!name.maybeCommonWord && !name.isBeforeCapital) evidence.plainSurnames++;
  else if (!name.isBeforeCapital && !name.fitsCommonWord && hasCase(text)) evidence.maybeWords++;
}

const countForm = (forms: Map<string, number>, text: string): void => void forms.set(text, (forms.get(text) ?? 0) + 1);
