// The rules by which a part of a name, alone, is its figure's: strong surnames, weak ones, given names.
import { type Figures, type GazetteerFigure, indexOf } from './figures.ts';
import { type FigureEvidence, onOneLine, type PageEvidence, type PlacedName } from './page-evidence.ts';

/** Why a name was taken for a figure. */
export type NameEvidence =
  | { kind: 'full-name' }
  | { kind: 'unique' }
  | { kind: 'surname' }
  | { kind: 'named-in-full'; text: string; where: 'above' | 'below' | 'headline' }
  | { kind: 'title'; text: string }
  | { kind: 'beside'; figures: string[] };

/** Why a name that may be a figure's stays unmarked. */
export type Silence =
  /** Another bearer is named before it in its paragraph, or was the last one named. */
  | 'behind-another-bearer'
  /** The page's headline, or the first bearer whom it names in full, is somebody else. */
  | 'page-of-another-bearer'
  /** The page names other bearers, and nothing says that this is not one of them. */
  | 'other-bearers'
  /** The paragraph before names the figure and another bearer. */
  | 'behind-a-pair'
  /** A capital of unknown meaning stands before it, here or elsewhere on the page: a given name perhaps. */
  | 'perhaps-another'
  /** It looks like a word or a town, and the page has it nowhere as a name, or has the town. */
  | 'perhaps-a-word'
  /** It says too little alone, and nothing on the page speaks for the figure. */
  | 'no-evidence'
  /** On a front page, the figure is named in full too far away. */
  | 'front-page'
  /** It needs another figure beside it. */
  | 'without-company';

const PLAIN_BLOCKS = 2; // with a plain surname before the first one that is or may be another's
const PLAIN_FOR_EACH_OTHER = 3;
const MANY_CAPITALS = 2; // different ones
const MOST_BESIDE_HER = 20; // names from his whole name to hers

function namedInFull({ fullNameBefore, text }: PlacedName, { fullNames, fullName }: FigureEvidence): NameEvidence {
  const elsewhere = fullNames > 0 ? 'below' : 'headline';
  // "Donald and Melania Trump" is no text that could be quoted as the name.
  const quoted = fullName || onOneLine(text);
  return { kind: 'named-in-full', text: quoted, where: fullNameBefore >= 0 ? 'above' : elsewhere };
}

/** The page has the name nowhere but where it may be a word: once, or beside what goes with the word. */
const maybeWord = (name: PlacedName['name'], { plainSurnames, maybeWords, commonWords }: FigureEvidence): boolean =>
  name.maybeCommonWord && plainSurnames === 0 && (name.fitsCommonWord || commonWords > 0 || maybeWords < 2);

/** With an age behind it, the name may be that of another bearer who was named last, or together with the figure. */
function introducesOther(
  { name, otherBearerBefore, fullNameBefore }: PlacedName,
  names: readonly PlacedName[],
): boolean {
  const other = names[otherBearerBefore];
  return name.hasAge && other !== undefined && other.block >= (names[fullNameBefore]?.block ?? 0);
}

/** What a strong surname is judged by, besides what the page says of the name. */
interface PageSays {
  /** The page names others of the story, or an office. */
  isAboutStory: boolean;
  isCountryNamed: boolean;
  isFrontPage: boolean;
}

/** A strong surname is the figure's unless the page speaks of another bearer more than of this one. */
export function strongSurname(
  placed: PlacedName,
  evidence: FigureEvidence,
  names: readonly PlacedName[],
  { isAboutStory, isCountryNamed, isFrontPage }: PageSays,
): NameEvidence | Silence {
  const { name, block, fullNameBefore, otherBearerBefore } = placed;
  const { fullNames, inHeadline, otherBearers, matchingTitles } = evidence;
  if (name.titleMatches) return { kind: 'title', text: onOneLine(name.title) };
  if (name.hasInitial || name.holdsOffice) return { kind: 'surname' };
  if (isIntroducer(name, evidence) || name.isOfGovernment) return nameOrSurname(placed, evidence);
  if (isKinsOwner(name, evidence)) return namedInFull(placed, evidence);
  // "Andrea Petro, daughter of the president … Petro, 34, said"
  if (introducesOther(placed, names)) return 'other-bearers';
  const isOthersPage = isPageOfOther(name, evidence) || (evidence.headlineOfRelative && otherBearerBefore >= 0);
  if (otherBearerBefore > fullNameBefore) {
    // Another bearer in the same paragraph, and this figure not named in full since: the surname is theirs or nobody's.
    if (names[otherBearerBefore]?.block === block && !isBesideHer(placed, names)) return 'behind-another-bearer';
    // The page is about the other one.
    if (isOthersPage || isMostlyOthers(evidence, names)) return 'page-of-another-bearer';
    // "Fred Trump built a shop. ‖ Mr. Trump sold it. ‖ Donald Trump was …": nobody else has been named yet.
    if (fullNameBefore < 0 && evidence.plainBlocksBefore === 0 && !inHeadline && matchingTitles === 0 && fullNames > 0)
      return 'behind-another-bearer';
  }
  // "Donald Trump was in Ohio. Trump said nothing": in its paragraph his own whole name is nearer than any headline.
  const own = names[fullNameBefore];
  const isBehindOwn = fullNameBefore > otherBearerBefore && own?.block === block && !own.name.isAsRelative;
  if (isOthersPage && !isBehindOwn && otherBearers >= namedForItself(evidence)) return 'page-of-another-bearer';
  if (fullNames > 0 || inHeadline) return namedInFull(placed, evidence);
  // "Ottolina Trump in white" on a page of Melania Trump alone
  if (name.isBehindCapital && firstOther(name, evidence) < Infinity && !matchingTitles) return 'perhaps-another';
  if (isAboutStory || matchingTitles > 0) return { kind: 'surname' };
  // Where the page has the name as a word too, or perhaps as another's, it must show elsewhere whom it means.
  const isOwnPage = isIntroduced(evidence);
  // "Trump Says … ‖ Melania Trump’s Film Opens": on a front page the next headline is another story.
  const isOtherStory = isFrontPage && otherBearerBefore < 0;
  if (firstOther(name, evidence) < Infinity && !isOwnPage && !isOtherStory) return 'other-bearers';
  const isStranger =
    evidence.unknownGivenNames > 0 && !hasAnyCapitals(evidence) && mayBeStranger(placed, names, isFrontPage);
  if (isStranger && (name.maybeOtherPerson || !isOwnPage)) return 'perhaps-another';
  // "Maduro se declaró inocente. ‖ Queso maduro": beside a verb of saying it is a name, and so is the rest.
  const isWordToo = evidence.commonWords > 0 && (evidence.speakers === 0 || name.fitsCommonWord);
  return isWordToo || (maybeWord(name, evidence) && (name.fitsCommonWord || !isCountryNamed))
    ? 'perhaps-a-word'
    : { kind: 'surname' };
}

/** The headline names another bearer (a woman is none for "Mr. Trump"), and the figure at most as that one's relative. */
const isPageOfOther = ({ saidSex }: PlacedName['name'], evidence: FigureEvidence): boolean =>
  (saidSex === 'male' ? evidence.otherNoWomanInHeadline : evidence.otherInHeadline) &&
  (!evidence.inHeadline || evidence.headlineOfRelative);

/** How often the page names the figure in full or with its title, and not only as whose relative somebody is. */
const namedForItself = ({ fullNames, asRelative, matchingTitles }: FigureEvidence): number =>
  fullNames - asRelative + matchingTitles;

/** True where the page names others of the surname in a block before the figure, and far more often. */
const isMostlyOthers = (evidence: FigureEvidence, names: readonly PlacedName[]): boolean =>
  evidence.fullNames > 0 &&
  (names[evidence.firstOtherBearer]?.block ?? Infinity) < (names[evidence.firstFullName]?.block ?? 0) &&
  evidence.plainBlocksBefore === 0 &&
  evidence.otherBearers >= Math.max(1, namedForItself(evidence)) * PLAIN_FOR_EACH_OTHER;

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

/** "The son of Trump, Donald Trump Jr.": nobody else of that name was named before the figure was. */
const isIntroducer = (
  { hasRelative }: PlacedName['name'],
  { firstIntroducer, firstFullName, firstOtherBearer }: FigureEvidence,
): boolean => hasRelative && Math.min(firstIntroducer, firstFullName) < firstOtherBearer;

/** "The son of Petro is on trial. Nicolás Petro, the president's son, …": who is the son himself has none here. */
const isKinsOwner = ({ kinOf }: PlacedName['name'], { kin, fullNames, inHeadline }: FigureEvidence): boolean =>
  kinOf !== '' && kin.has(kinOf) && (fullNames > 0 || inHeadline);

const nameOrSurname = (placed: PlacedName, evidence: FigureEvidence): NameEvidence =>
  evidence.fullNames > 0 || evidence.inHeadline ? namedInFull(placed, evidence) : { kind: 'surname' };

/** Where the page first names another bearer whose the name may be: "Mrs. Trump" is none for "Mr. Trump". */
function firstOther({ isWomans, saidSex }: PlacedName['name'], evidence: FigureEvidence): number {
  if (isWomans) return evidence.firstOtherWoman;
  if (saidSex) return saidSex === 'female' ? evidence.firstOtherNoMan : evidence.firstOtherNoWoman;
  return evidence.firstOtherBearer;
}

/** True where the page has the surname plainly before anybody else of that name, and far more often. */
const isIntroduced = ({ plainSurnames, plainBlocksBefore, otherBearers, unknownGivenNames }: FigureEvidence): boolean =>
  plainBlocksBefore >= PLAIN_BLOCKS && plainSurnames >= (otherBearers + unknownGivenNames) * PLAIN_FOR_EACH_OTHER;

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

/** What a weak surname is judged by. */
interface WeakSurname {
  placed: PlacedName;
  figures: Figures;
  page: PageEvidence;
  present: ReadonlySet<number>;
  /** Indexes of the figures whose office the page names. */
  holders: ReadonlySet<number>;
  /** One of its offices is named shortly before it: in its block, or in one of the two before. */
  isBehindOffice: boolean;
  /** Indexes of the other people of the story whom the page surely names. */
  company: readonly number[];
  /** The figures whose surname the page joins to that of one of the company ("Trump and Petro"). */
  paired: ReadonlySet<number>;
}

/** A weak surname needs the full name (the nearest one decides), a title that matches, or the company of two others. */
export function weakSurname(weak: WeakSurname): NameEvidence | Silence {
  const { placed, figures, page, present, holders, company, paired } = weak;
  const { name, block, fullNameBefore, otherBearerBefore, doubtBefore } = placed;
  const figure = figures.get(name.figure) as GazetteerFigure;
  const evidence = page.figures.get(name.figure) as FigureEvidence;
  const { fullNames, inHeadline, otherInHeadline, otherBearers, namedSo, matchingTitles } = evidence;
  const strength = figure.person?.strength;
  const isCommon = strength === 'common';
  const isCountryNamed = name.besideCountry || present.has(indexOf(figures, figure.country));
  // "the Colombian president Petro", whoever else of that name is on the page; but "the Venezuelan assembly's president
  // Rodríguez" is her brother.
  // "Interim President Rodríguez": none of that name presides for a while over anything else.
  const isActing = isCommon && name.isActing && (isCountryNamed || fullNames > 0);
  if (isActing || (name.titleMatches && name.besideCountry && (!isCommon || name.isWomans)))
    return { kind: 'title', text: onOneLine(name.title) };
  const blockOfOther = page.names[otherBearerBefore]?.block;
  // "Jorge Rodríguez, brother of Delcy Rodríguez": whose it is in the paragraphs behind, only the headline can say.
  if (name.holdsOffice) return name.titleMatches ? { kind: 'title', text: onOneLine(name.title) } : { kind: 'surname' };
  if (name.isOfGovernment && !isCommon && (fullNames > 0 || inHeadline)) return namedInFull(placed, evidence);
  if (isIntroducer(name, evidence) && fullNameBefore >= 0) return namedInFull(placed, evidence);
  if (isKinsOwner(name, evidence)) return namedInFull(placed, evidence);
  // "Her brother, Jorge Rodríguez, swore her in": named beside her as well.
  const isAside = Boolean(page.names[otherBearerBefore]?.name.kin) && fullNameBefore >= 0;
  // "Rodríguez, whose sister is acting president Delcy Rodríguez"
  const isAsRelative = page.names[fullNameBefore]?.name.isAsRelative === true && isPageOfOther(name, evidence);
  const isPair =
    blockOfOther !== undefined &&
    (isAside || isAsRelative || blockOfOther === page.names[fullNameBefore]?.block) &&
    blockOfOther < block;
  if (isCommon && isPair && !inHeadline) return 'behind-a-pair';
  // "His son Nicolás Petro spoke. ‖ President Petro …": none of the others is addressed so.
  if (name.titleMatches && !isCommon && fullNameBefore >= 0 && evidence.otherTitles === 0)
    return { kind: 'title', text: onOneLine(name.title) };
  if (otherBearerBefore > fullNameBefore) {
    // Out of their paragraph, and on a page whose headline names this figure, it is this figure again.
    // "Petro Poroshenko spoke. ‖ Petro dined": who has it as a given name is called by the surname later.
    const isGivenName = otherBearers === namedSo && fullNameBefore >= 0;
    // "The fourth meeting of Petro and Maduro", on a page about his brother.
    const isBesideCompany = fullNameBefore >= 0 && name.partners.some((one) => company.includes(one));
    const isOwnPage = isGivenName || isBesideCompany || (inHeadline && !otherInHeadline && fullNames >= otherBearers);
    const isOthers = isCommon && !isPair;
    const isAddressedSo = name.titleMatches && page.names[otherBearerBefore]?.name.titleMatches === true;
    // "The driver, Petro Lukić, waited, but Petro and Trump dined": joined to another of the story it is a surname.
    const isJoined = isGivenName && name.partners.some((one) => company.includes(one));
    if (isOthers || !isOwnPage || isAddressedSo || (blockOfOther === block && !isJoined))
      return 'behind-another-bearer';
  }
  if (introducesOther(placed, page.names)) return 'other-bearers';
  if (name.titleMatches && (!isCommon || isCountryNamed || company.length > 0))
    return { kind: 'title', text: onOneLine(name.title) };
  if (isAsRelative && otherBearers >= namedForItself(evidence)) return 'page-of-another-bearer';
  if (name.isBehindCapital) return 'perhaps-another';
  // "Kiefer Rodríguez homered. Rodríguez is nineteen": in the paragraph, and a common surname also behind it.
  if (doubtBefore > fullNameBefore && (isCommon || page.names[doubtBefore]?.block === block)) return 'perhaps-another';
  // "Flights to Villavicencio" on a page that has the town.
  if (name.maybeTown && evidence.towns > 0) return 'perhaps-a-word';
  if (fullNameBefore >= 0) return namedInFull(placed, evidence);
  // "D. Trumpas … G. Petro"
  if (name.initialMatches && strength === 'weak' && company.length > 0) return { kind: 'surname' };
  // "The interim president of Venezuela spoke. ‖ Rodríguez promised …": whoever of that name comes later. An honorific
  // makes somebody of a town ("Ms Villavicencio").
  const mayBeHolder =
    (strength !== 'town' || name.title !== '') && otherBearerBefore < 0 && doubtBefore < 0 && !name.maybeOtherPerson;
  const isPlainWord = name.maybeCommonWord && (name.fitsCommonWord || evidence.commonWords > 0);
  if (weak.isBehindOffice && mayBeHolder && !isPlainWord) return { kind: 'surname' };
  // Nobody named before: the first full name decides, or the title with its country.
  const firstOwn = Math.min(evidence.firstFullName, isCommon ? Infinity : evidence.firstCountryTitle);
  if (firstOther(name, evidence) < firstOwn || (otherInHeadline && !inHeadline)) return 'page-of-another-bearer';
  if (fullNames > 0 || inHeadline) return namedInFull(placed, evidence);
  if (name.maybeOtherPerson) return 'perhaps-another';
  const isHolder = holders.has(name.figure) && otherBearers + evidence.commonWords === 0;
  // People of one country are company for many.
  const countries = new Set(company.map((other) => figures.get(other)?.country));
  const isOfTwo = company.length >= 2 && (countries.size >= 2 || isCountryNamed);
  // "He forbade them to buy the Petro": what the page has as a thing is in nobody's company.
  const isInCompany = strength === 'weak' && isOfTwo && evidence.things === 0;
  const isSurelyName = isHolder || matchingTitles > 0 || (isInCompany && isCountryNamed && evidence.commonWords === 0);
  if (maybeWord(name, evidence) && !(isSurelyName && !name.fitsCommonWord)) return 'perhaps-a-word';
  // "President Petro" once, or "the Colombian president", and nobody else of that name: the bare surname is his too.
  // "Maduro and Flores": nor of a common one, where its country is named.
  const isNamed = matchingTitles > 0 || isHolder || (strength !== 'town' && paired.has(name.figure));
  const isSure = strength === 'weak' || (isCommon && (isCountryNamed || evidence.countryTitles > 0));
  if (isNamed && evidence.unknownGivenNames === 0 && isSure) return { kind: 'surname' };
  if (!isInCompany) return 'no-evidence';
  return { kind: 'beside', figures: company.map((other) => figures.get(other)?.id ?? '') };
}

/** What a given name alone is judged by besides the full name. */
export interface GivenNameBeside {
  /** The page gives the surname to the figure. */
  isSurnameNamed: boolean;
  /** Indexes of the other people of the story whom the page surely names. */
  company: readonly number[];
  isCountryNamed: boolean;
}

/**
 * A given name alone needs that it is more often this figure's than somebody else's, and the full name. Where the page
 * has it nowhere, the surname will do, or two other people of the story, or one and the figure's country.
 */
export function givenName(
  placed: PlacedName,
  evidence: FigureEvidence,
  figures: Figures,
  { isSurnameNamed, company, isCountryNamed }: GivenNameBeside,
): NameEvidence | null {
  const { fullNames, fullName, inHeadline, givenNameBearers, otherBearers } = evidence;
  if (givenNameBearers > 0 && givenNameBearers >= fullNames) return null;
  if (fullNames > 0 && fullName) return namedInFull(placed, evidence);
  if (inHeadline) return { kind: 'named-in-full', text: fullName, where: 'headline' };
  if (isSurnameNamed && otherBearers === 0) return { kind: 'surname' };
  if (company.length < (isCountryNamed ? 1 : 2)) return null;
  return { kind: 'beside', figures: company.map((other) => figures.get(other)?.id ?? '') };
}
