// Whose a strong surname ("Trump") is: the figure's, unless the page speaks of another bearer more than of this one.
import { type FigureEvidence, onOneLine, type PlacedName } from './figure-evidence.ts';
import { type Figures, indexOf, isWeak } from './figures.ts';
import type { JudgedNames } from './judged-names.ts';
import {
  firstOther,
  isIntroducer,
  isKinsOwner,
  isMostlyOthers,
  isNamedInPassing,
  isPageOfOther,
  maybeWord,
  mayMeanOther,
  type NameEvidence,
  namedForItself,
  namedInFull,
  PLAIN_BLOCKS,
  type Silence,
} from './name-evidence.ts';
import type { PageEvidence } from './page-evidence.ts';
import type { AcceptedOffice } from './resolve-offices.ts';
import { UNSPACED } from './scripts.ts';

const PLAIN_FOR_EACH_OTHER = 3;
const PLAIN_FOR_EACH_CAPITAL = 2; // in mid-sentence
const MANY_CAPITALS = 2; // different ones
const MOST_BESIDE_HER = 20; // names from his whole name to hers

/** Gives strong surnames to their figures. */
export function giveStrongSurnames(names: JudgedNames): void {
  const { figures, page, clear, present } = names;
  const { frontPage, offices } = names.facts;
  const plainSurnames = plainSurnamesIn(clear);
  const inStory = figuresInStory(figures, page.figures, present);
  for (const placed of clear) {
    const { form, figure } = placed.name;
    if (form !== 'surname' || isWeak(names.figureOf(placed))) continue;
    const evidence = names.evidenceOf(placed);
    const isCompany = (other: number) => names.areCompany(other, figure);
    // "Deshaun Maduro joins Arsenal": of a front page's other headlines none says who that is.
    const isInDoubt = frontPage === true && placed.name.maybeOtherPerson;
    const isOfficeOfStory = (one: AcceptedOffice) =>
      names.areOfOneStory(one.figure, figure) && isBefore(one, evidence.firstDoubt);
    const company = inStory.filter(isCompany);
    // "Councillor Maureen Trump … the White House on Quay Lane … Trump": a house is no company for another's surname.
    const isOnlyOthers = evidence.fullNames === 0 && page.names[evidence.firstOtherBearer]?.name.form === 'surname';
    const needsPerson = isOnlyOthers && !evidence.isPlainInText && frontPage !== true;
    const isEnough = (one: number) => !needsPerson || figures.get(one)?.kind === 'person';
    const isAboutStory =
      (!isInDoubt && (company.some(isEnough) || offices.some(isOfficeOfStory))) ||
      // "Petro Meets Trump"
      (frontPage === true && [...(plainSurnames.get(placed.block) ?? [])].some(isCompany));
    // "The US president … ‖ At Brellwire Trump"
    const isOfficeNamed = offices.some((one) => one.figure === figure && isBefore(one, evidence.firstDoubt));
    // A country is no evidence in kana, where nothing tells a name from a word: cards are printed in America.
    const { country } = names.figureOf(placed);
    const isCountryNamed = !UNSPACED.test(placed.text) && present.has(indexOf(figures, country));
    const isInPassing =
      isNamedInPassing(evidence, page.names) &&
      !(isAboutStory && isStoryElsewhere(names, figure, inStory.filter(isCompany), offices.filter(isOfficeOfStory)));
    const says = { isAboutStory, isInPassing, isOfficeNamed, isCountryNamed };
    const judge = (isFrontPage: boolean) => strongSurname(placed, evidence, page.names, { ...says, isFrontPage });
    const judged = judge(frontPage === true);
    if (typeof judged !== 'string') names.accept(placed, judged);
    else names.leave(placed, judged, frontPage === undefined && typeof judge(true) !== 'string');
  }
}

/** Indexes of the people and institutions of the story that the page surely names: then it is about the story. */
const figuresInStory = (figures: Figures, evidence: PageEvidence['figures'], present: ReadonlySet<number>): number[] =>
  [...figures].flatMap(([at, figure]) => {
    const { fullNames, inHeadline, matchingTitles, plainSurnames, commonWords, unknownGivenNames } = evidence.get(
      at,
    ) as FigureEvidence;
    const isPlain = !isWeak(figure) && plainSurnames > 0 && !commonWords && !unknownGivenNames;
    const isNamed = fullNames || inHeadline || matchingTitles || isPlain;
    return isNamed || (figure.kind === 'organization' && present.has(at)) ? [at] : [];
  });

/** What a strong surname is judged by, besides what the page says of the name. */
interface PageSays {
  /** The page names others of the story, or an office. */
  isAboutStory: boolean;
  /** It is about another bearer, and names the figure only in passing. */
  isInPassing: boolean;
  /** It names the figure's office before anybody else of that surname. */
  isOfficeNamed: boolean;
  isCountryNamed: boolean;
  isFrontPage: boolean;
}

/** The rules in order: the first that says something holds. */
function strongSurname(
  placed: PlacedName,
  evidence: FigureEvidence,
  names: readonly PlacedName[],
  { isAboutStory, isInPassing, isOfficeNamed, isCountryNamed, isFrontPage }: PageSays,
): NameEvidence | Silence {
  const { name, block, fullNameBefore, otherBearerBefore } = placed;
  const { fullNames, inHeadline, otherBearers, matchingTitles } = evidence;
  if (name.titleMatches) return { kind: 'title', text: onOneLine(name.title) };
  if (name.hasInitial || name.holdsOffice) return { kind: 'surname' };
  if (isIntroducer(name, evidence) || name.isOfGovernment) return nameOrSurname(placed, evidence);
  if (isKinsOwner(placed, evidence)) return namedInFull(placed, evidence);
  // "Andrea Petro, daughter of the president … Petro, 34, said"
  if (mayMeanOther(placed, evidence, names)) return 'other-bearers';
  const isOthersPage = isPageOfOther(name, evidence) || (evidence.headlineOfRelative && otherBearerBefore >= 0);
  if (otherBearerBefore > fullNameBefore) {
    // Another bearer in the same paragraph, and this figure not named in full since: the surname is theirs or nobody's.
    if (names[otherBearerBefore]?.block === block && !isBesideHer(placed, names)) return 'behind-another-bearer';
    // The page is about the other one.
    if (isOthersPage || isMostlyOthers(evidence, names)) return 'page-of-another-bearer';
    // "Fred Trump built a shop. ‖ Mr. Trump sold it. ‖ Donald Trump was …": nobody else has been named yet.
    // "The goalkeeper Petr Trump scored. ‖ Trump grinned": nor does the page name the figure anywhere.
    const other = names[otherBearerBefore];
    // "Donald Trump Jr. spoke. ‖ Trump listened": whoever has his whole name names him, too.
    const isRightBehind = !name.hasHonorific && other?.name.form !== 'full' && (other?.block ?? 0) >= block - 1;
    const isNowhere = evidence.plainBlocksBefore === 0 && !inHeadline && matchingTitles === 0;
    if (fullNameBefore < 0 && isNowhere && (fullNames > 0 || isRightBehind)) return 'behind-another-bearer';
  }
  // "Donald Trump was in Ohio. Trump said nothing": in its paragraph his own whole name is nearer than any headline.
  const own = names[fullNameBefore];
  const isBehindOwn = fullNameBefore > otherBearerBefore && own?.block === block && own.name.kinOf === '';
  if (isOthersPage && !isBehindOwn && otherBearers >= namedForItself(evidence)) return 'page-of-another-bearer';
  // On a front page the next headline is about somebody else.
  if (isInPassing && !isFrontPage && !isBehindOwn) return 'page-of-another-bearer';
  if (!isFrontPage && isOneMoreBearer(name, evidence)) return 'perhaps-another';
  // "一口川普 … 川普 … 美国总统特朗普": as a page writes the dialect it does not write the figure.
  if (UNSPACED.test(placed.text) && !name.title && isFormOfWord(placed, evidence)) return 'perhaps-a-word';
  const isStrangers = !isFrontPage && !isOfficeNamed && isBehindStranger(placed, evidence);
  if (fullNames > 0 || inHeadline) return isStrangers ? 'perhaps-another' : namedInFull(placed, evidence);
  // "Ottolina Trump in white" on a page of Melania Trump alone
  if (name.isBehindCapital && firstOther(name, evidence) < Infinity && !matchingTitles) return 'perhaps-another';
  // "Maduro Steel closes. ‖ Maduro Steel declined to comment."
  if (name.isBeforeCapital && !isCountryNamed && evidence.plainSurnames + evidence.maybeWords === 0)
    return 'perhaps-a-thing';
  // "The Trump administration … At Costco Trump": no stranger has a government.
  if ((isAboutStory && !isStrangers) || matchingTitles > 0 || evidence.governments > 0) return { kind: 'surname' };
  // Where the page has the name as a word too, or perhaps as another's, it must show elsewhere whom it means.
  const isOwnPage = isIntroduced(evidence);
  // "Trump Says … ‖ Melania Trump’s Film Opens": on a front page the next headline is another story.
  const isOtherStory = isFrontPage && otherBearerBefore < 0;
  if (firstOther(name, evidence) < Infinity && !isOwnPage && !isOtherStory) return 'other-bearers';
  const isStranger =
    evidence.unknownGivenNames > 0 && !hasAnyCapitals(evidence) && mayBeStranger(placed, names, isFrontPage);
  if (isStranger && (name.maybeOtherPerson || !isOwnPage)) return 'perhaps-another';
  // "トランプで遊ぶ ‖ トランプ氏": no word of these scripts has a title.
  const isAddressed = name.title !== '' && UNSPACED.test(placed.text);
  // "Maduro se declaró inocente. ‖ Queso maduro": beside a verb of saying it is a name, and so is the rest.
  const isWordToo = evidence.commonWords > 0 && !isAddressed && (evidence.speakers === 0 || name.fitsCommonWord);
  return isWordToo || (maybeWord(name, evidence) && (name.fitsCommonWord || !isCountryNamed))
    ? 'perhaps-a-word'
    : { kind: 'surname' };
}

/**
 * "Tenor Ozella Trump sings … ‖ Trump bowed": a capital in mid-sentence that may be a given name, or a thing of that
 * name ("Bar Maduro") brought the surname onto the page, and the figure has neither the whole name before this nor a
 * title or a government anywhere.
 */
function isBehindStranger({ name, block, fullNameBefore }: PlacedName, evidence: FigureEvidence) {
  const { plainBlocksBefore, inHeadline, plainInHeadline, matchingTitles, governments, firstDoubt } = evidence;
  if (fullNameBefore >= 0 || plainBlocksBefore + matchingTitles + governments > 0) return false;
  if (inHeadline || plainInHeadline) return false;
  if (!firstDoubt || firstDoubt.block > block || (firstDoubt.block === block && firstDoubt.name.start > name.start))
    return false;
  const { isAnother, maybeOtherPerson, isBehindCapital, inPhrase, isBeforeCapital } = firstDoubt.name;
  return isAnother || (maybeOtherPerson && !isBehindCapital && !inPhrase && !isBeforeCapital);
}

/**
 * The page has this surface form as a word, and more often than with a title; or as often, where the name may be that
 * word ("使うのはトランプだけ").
 */
function isFormOfWord({ name, text }: PlacedName, { wordForms, titledForms }: FigureEvidence): boolean {
  const words = wordForms.get(text) ?? 0;
  const titled = titledForms.get(text) ?? 0;
  return words > titled || (name.maybeCommonWord && words > 0 && words === titled);
}

/**
 * "He is no relation of Donald Trump, and was never at the White House": others of the story who stand only where the
 * figure has its whole name are named in passing, too.
 */
function isStoryElsewhere(
  { clear }: JudgedNames,
  figure: number,
  company: readonly number[],
  offices: readonly AcceptedOffice[],
): boolean {
  const own = new Set(clear.filter(({ name }) => name.figure === figure && name.form === 'full').map(blockOf));
  return [...clear.filter(({ name }) => company.includes(name.figure)), ...offices].some(
    (one) => !own.has(blockOf(one)),
  );
}

const blockOf = ({ block }: { block: number }): number => block;

/**
 * "Ruud Maduro, George Maduro, thank heavens no Nicolás Maduro. ‖ The striker Hedwiges Maduro …": where the page names
 * more other bearers than the figure, an unknown capital in mid-sentence is one more given name.
 */
const isOneMoreBearer = (name: PlacedName['name'], evidence: FigureEvidence): boolean =>
  name.maybeOtherPerson &&
  !name.isBehindCapital &&
  !name.inPhrase &&
  !name.isBeforeCapital &&
  evidence.otherBearers > namedForItself(evidence);

/**
 * "President Donald Trump and first lady Melania Trump arrived. Trump said": in a paragraph that has his whole name,
 * and behind it nobody else but a woman with her title, the bare surname is his.
 */
function isBesideHer({ name, block, fullNameBefore, otherBearerBefore }: PlacedName, names: readonly PlacedName[]) {
  if (names[fullNameBefore]?.block !== block || otherBearerBefore - fullNameBefore > MOST_BESIDE_HER) return false;
  return names
    .slice(fullNameBefore, otherBearerBefore + 1)
    .every(({ name: one }) => one.figure !== name.figure || one.context === 'clear' || one.saidSex === 'female');
}

const nameOrSurname = (placed: PlacedName, evidence: FigureEvidence): NameEvidence =>
  evidence.fullNames > 0 || evidence.inHeadline ? namedInFull(placed, evidence) : { kind: 'surname' };

/**
 * True where the page has the surname plainly before anybody else of that name, and far more often. An unknown capital
 * in mid-sentence weighs less than a stranger's name: "Trump slept late. ‖ Farmers told Brellwire Trump was rude. Later
 * Trump watched himself." No text but a headline introduces a stranger by the surname alone.
 */
function isIntroduced(evidence: FigureEvidence): boolean {
  const { plainSurnames, plainBlocksBefore, otherBearers, unknownGivenNames, openingCapitals } = evidence;
  const doubts = otherBearers + unknownGivenNames;
  if (plainBlocksBefore >= PLAIN_BLOCKS && plainSurnames >= doubts * PLAIN_FOR_EACH_OTHER) return true;
  const isMidSentence = otherBearers === 0 && openingCapitals === 0 && !evidence.hasCapitalTwice;
  return isMidSentence && evidence.isPlainInText && plainSurnames >= unknownGivenNames * PLAIN_FOR_EACH_CAPITAL;
}

/**
 * "Pour Bruxelles Trump … Devant Mediapart Trump … Trump": a stranger has one given name, and it comes again. Two
 * different ones that do not are other words, where the surname stands plainly as often.
 */
const hasAnyCapitals = ({ unknownCapitals, hasCapitalTwice, unknownGivenNames, plainSurnames }: FigureEvidence) =>
  !hasCapitalTwice &&
  unknownCapitals.size >= MANY_CAPITALS &&
  unknownCapitals.size === unknownGivenNames &&
  plainSurnames >= unknownCapitals.size;

/**
 * True where a capital of unknown meaning stands before the surname, or before another one of which this may be the
 * rest: "The plumber Orville Trump … Trump". On a front page a stranger in one headline is nobody's in the next.
 */
const mayBeStranger = ({ name, block }: PlacedName, names: readonly PlacedName[], isFrontPage: boolean): boolean =>
  !isFrontPage ||
  names.some(
    ({ name: other, block: itsBlock }) =>
      itsBlock === block &&
      other.figure === name.figure &&
      (other.context === 'family' || (other.maybeOtherPerson && !other.inPhrase)),
  );

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
