// What a page says of each figure's name, gathered in one pass. How often is the figure named in full, and where? Who
// else bears the name? Is the name a word here? Names are resolved by it.
import type { NameCandidate, OfficeCandidate } from './candidate.ts';
import type { Figures } from './figures.ts';
import { hasCase } from './scripts.ts';

/** A block with the candidates found in it. */
export interface ReadBlock {
  text: string;
  candidates: readonly (NameCandidate | OfficeCandidate)[];
}

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

/** An office where it stands on the page. */
export interface PlacedOffice {
  office: OfficeCandidate;
  block: number;
  text: string;
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
  otherInHeadline: boolean;
  /** A headline names another bearer of whom nothing says that it is a woman. */
  otherNoWomanInHeadline: boolean;
  /** Headlines name the figure, and only as whose relative somebody is ("Trump's granddaughter tees off"). */
  headlineOfRelative: boolean;
  /** How many of the full names say no more than that. */
  asRelative: number;
  /** How often the surname stands with a title that matches. */
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
  /** How often such a capital opens the sentence, as a subject's given name does. */
  openingCapitals: number;
  /** Those capitals, and whether one stands so twice. */
  unknownCapitals: Set<string>;
  hasCapitalTwice: boolean;
  /** The first name of another bearer, or behind a capital that may be another given name. */
  firstDoubt: PlacedName | null;
  /** How often it is written small, as a word. */
  commonWords: number;
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
  /** How often a town of that name is named, and a thing with an article. */
  towns: number;
  things: number;
}

export interface PageEvidence {
  /** Of the blocks. */
  texts: readonly string[];
  /** In document order. */
  names: readonly PlacedName[];
  offices: readonly PlacedOffice[];
  /** By the figures' indexes. */
  figures: ReadonlyMap<number, FigureEvidence>;
}

/** White space as one line has it. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Gathers the evidence of a page.
 * @param headlines lines that name the page's subject: evidence, and no mentions
 */
export function gatherEvidence(
  known: Figures,
  blocks: readonly ReadBlock[],
  headlines: readonly ReadBlock[],
): PageEvidence {
  const names: PlacedName[] = [];
  const offices: PlacedOffice[] = [];
  const figures = new Map([...known.keys()].map((figure) => [figure, noEvidence()]));
  const lastFullNames = new Map<number, number>();
  const lastOtherBearers = new Map<number, number>();
  const lastOtherWomen = new Map<number, number>();
  const lastOtherNoMen = new Map<number, number>();
  const lastOtherNoWomen = new Map<number, number>();
  const lastDoubts = new Map<number, number>();
  /** "Rodríguezová" is never the brother; nor is "Mr. Trump" his wife. */
  const othersThat = ({ isWomans, saidSex }: NameCandidate) => {
    if (isWomans) return lastOtherWomen;
    if (saidSex) return saidSex === 'female' ? lastOtherNoMen : lastOtherNoWomen;
    return lastOtherBearers;
  };
  /** The last block in which the surname stood plainly. */
  const lastPlain = new Map<number, number>();
  blocks.forEach(({ text: blockText, candidates }, block) => {
    for (const candidate of candidates) {
      const text = blockText.slice(candidate.start, candidate.end);
      if (candidate.form === 'office') {
        offices.push({ office: candidate, block, text });
        continue;
      }
      const { figure, isWomans, saidSex } = candidate;
      const placed: PlacedName = {
        name: candidate,
        block,
        text,
        fullNameBefore: lastFullNames.get(figure) ?? -1,
        otherBearerBefore: othersThat(candidate).get(figure) ?? -1,
        doubtBefore: lastDoubts.get(figure) ?? -1,
      };
      const place = names.push(placed) - 1;
      const evidence = figures.get(figure);
      if (!evidence) continue;
      const { fullNames, otherBearers, plainSurnames } = evidence;
      addName(evidence, placed, place, isNamedByTitle(known, candidate));
      if (evidence.plainSurnames > plainSurnames && evidence.unknownGivenNames + evidence.otherBearers === 0) {
        if (lastPlain.get(figure) !== block) evidence.plainBlocksBefore++;
        evidence.isPlainInText ||= !candidate.isBehindCapital && !headlines.some((one) => one.text === blockText);
        lastPlain.set(figure, block);
      }
      if ((candidate.isBehindCapital && candidate.context === 'clear') || candidate.isAnother)
        lastDoubts.set(figure, place);
      if (evidence.fullNames > fullNames) lastFullNames.set(figure, place);
      if (evidence.otherBearers > otherBearers) {
        lastOtherBearers.set(figure, place);
        if (isWomans) lastOtherWomen.set(figure, place);
        if (saidSex !== 'male') lastOtherNoMen.set(figure, place);
        if (saidSex !== 'female') lastOtherNoWomen.set(figure, place);
      }
    }
  });
  addHeadlines(figures, headlines, known);
  return { texts: blocks.map(({ text }) => text), names, offices, figures };
}

/** Adds what the headlines say. */
function addHeadlines(figures: PageEvidence['figures'], headlines: readonly ReadBlock[], known: Figures): void {
  const plainlyNamed = new Set<number>();
  for (const { text, candidates } of headlines)
    for (const candidate of candidates) {
      const evidence = candidate.form !== 'office' && figures.get(candidate.figure);
      if (!evidence) continue;
      if (candidate.context === 'otherPerson') {
        evidence.otherInHeadline = true;
        evidence.otherNoWomanInHeadline ||= candidate.saidSex !== 'female';
      }
      if (candidate.context !== 'clear') continue;
      if (candidate.kinOf === '') plainlyNamed.add(candidate.figure);
      evidence.headlineOfRelative = !plainlyNamed.has(candidate.figure);
      if (candidate.form !== 'full' && !isNamedByTitle(known, candidate)) continue;
      evidence.inHeadline = true;
      evidence.fullName ||= onOneLine(text.slice(candidate.start, candidate.end));
    }
}

const noEvidence = (): FigureEvidence => ({
  fullNames: 0,
  fullName: '',
  firstFullName: Infinity,
  otherBearers: 0,
  firstOtherBearer: Infinity,
  namedSo: 0,
  otherTitles: 0,
  kin: new Set(),
  firstIntroducer: Infinity,
  firstOtherWoman: Infinity,
  firstOtherNoMan: Infinity,
  firstOtherNoWoman: Infinity,
  inHeadline: false,
  otherInHeadline: false,
  otherNoWomanInHeadline: false,
  headlineOfRelative: false,
  asRelative: 0,
  matchingTitles: 0,
  countryTitles: 0,
  firstByTitle: Infinity,
  nearStatesmen: 0,
  governments: 0,
  unknownGivenNames: 0,
  openingCapitals: 0,
  unknownCapitals: new Set(),
  hasCapitalTwice: false,
  firstDoubt: null,
  commonWords: 0,
  speakers: 0,
  maybeWords: 0,
  plainSurnames: 0,
  plainBlocksBefore: 0,
  isPlainInText: false,
  givenNameBearers: 0,
  towns: 0,
  things: 0,
});

/**
 * "Colombian President Petro": as good as the full name, in a headline and before other bearers. Of a common surname
 * somebody else may preside over that country's assembly, but not for a while.
 */
const isNamedByTitle = (known: Figures, name: NameCandidate): boolean => {
  const isSure = name.isActing || known.get(name.figure)?.person?.strength !== 'common';
  return name.form === 'surname' && ((name.titleMatches && name.besideCountry && isSure) || name.holdsOffice);
};

/** Adds what one name says; `place` is its index among the page's names. */
function addName(evidence: FigureEvidence, placed: PlacedName, place: number, isByTitle: boolean): void {
  const { name, text } = placed;
  const { form, context } = name;
  const isOthers = context === 'family' || (context === 'otherPerson' && form !== 'given');
  if (isOthers || (context === 'clear' && form === 'surname' && name.maybeOtherPerson)) evidence.firstDoubt ??= placed;
  if (form === 'surname' && name.isInPlace) evidence.towns++;
  if (name.isThing) evidence.things++;
  if (context === 'commonWord') evidence.commonWords++;
  else if (context === 'family' || name.isAnother) evidence.unknownGivenNames++;
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
  if (isFullName) evidence.fullName ||= onOneLine(text);
  if (context !== 'clear' || form !== 'surname') return;
  if (name.hasRelative) evidence.firstIntroducer = Math.min(evidence.firstIntroducer, place);
  if (name.titleMatches || name.holdsOffice || name.hasInitial) evidence.matchingTitles++;
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
  if (name.maybeOtherPerson) evidence.unknownGivenNames++;
  // "Maduro Steel" may be a firm.
  else if (!name.maybeCommonWord && !name.isBeforeCapital) evidence.plainSurnames++;
  else if (!name.isBeforeCapital && !name.fitsCommonWord && hasCase(text)) evidence.maybeWords++;
}
