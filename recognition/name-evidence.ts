// What speaks for and against giving a name to its figure, and the rules that strong and weak surnames have in common.
import { type FigureEvidence, onOneLine, type PlacedName } from './figure-evidence.ts';

export const PLAIN_BLOCKS = 2; // with a plain surname before the first one that is or may be another's
const FEW_PLAIN = 3; // surnames on a page that names the figure once
const MANY_PLAIN = 5; // surnames for each other bearer: hardly all his
const FAR_MORE = 3; // other bearers for each time that the figure is named

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
  /** The page has it only before a capital of unknown meaning: a firm's name perhaps. */
  | 'perhaps-a-thing'
  /** It says too little alone, and nothing on the page speaks for the figure. */
  | 'no-evidence'
  /** On a front page, the figure is named in full too far away. */
  | 'front-page'
  /** It needs another figure beside it. */
  | 'without-company';

export function namedInFull(
  { fullNameBefore, text }: PlacedName,
  { fullNames, fullName }: FigureEvidence,
): NameEvidence {
  const elsewhere = fullNames > 0 ? 'below' : 'headline';
  // "Donald and Melania Trump" is no text that could be quoted as the name.
  const quoted = fullName || onOneLine(text);
  return { kind: 'named-in-full', text: quoted, where: fullNameBefore >= 0 ? 'above' : elsewhere };
}

/**
 * The page has the name nowhere but where it may be a word: once, or beside what goes with the word. What is joined to
 * a figure's name is none ("Petro y Trump se vieron").
 */
export const maybeWord = (
  name: PlacedName['name'],
  { plainSurnames, maybeWords, commonWords }: FigureEvidence,
): boolean =>
  name.maybeCommonWord &&
  name.partners.length === 0 &&
  plainSurnames === 0 &&
  (name.fitsCommonWord || commonWords > 0 || maybeWords < 2);

/**
 * With an age behind it, the name may mean another bearer who was named last, or together with the figure ("Petro, 34,
 * said"); or it stands behind a relative of the figure.
 */
export function mayMeanOther(placed: PlacedName, evidence: FigureEvidence, names: readonly PlacedName[]): boolean {
  const { name, otherBearerBefore, fullNameBefore } = placed;
  const other = names[otherBearerBefore];
  const isLast = other !== undefined && other.block >= (names[fullNameBefore]?.block ?? 0);
  return (name.hasAge && isLast) || isBehindRelative(placed, evidence, names);
}

/**
 * "Nicolás Petro, son of President Gustavo Petro, was charged. Petro said": behind both of them in their block the bare
 * surname is hardly his of whom the page says there only whose relative somebody is, unless its headline names him.
 */
function isBehindRelative(
  { name, block, fullNameBefore, otherBearerBefore }: PlacedName,
  { inHeadline }: FigureEvidence,
  names: readonly PlacedName[],
): boolean {
  const [own, other] = [names[fullNameBefore], names[otherBearerBefore]];
  if (inHeadline || own?.block !== block || other?.block !== block || !own.name.isAside) return false;
  return otherBearerBefore < fullNameBefore && !name.titleMatches;
}

/** The headline names another bearer, no woman for "Mr. Trump", and the figure at most as that one's relative. */
export const isPageOfOther = ({ saidSex }: PlacedName['name'], evidence: FigureEvidence): boolean =>
  (saidSex === 'male' ? evidence.otherNoWomanInHeadline : evidence.otherInHeadline) &&
  (!evidence.inHeadline || evidence.headlineOfRelative);

/** How often the page names the figure in full or with its title, and not only as whose relative somebody is. */
export const namedForItself = ({ fullNames, asRelative, matchingTitles }: FigureEvidence): number =>
  fullNames - asRelative + matchingTitles;

/** "The son of Trump, Donald Trump Jr.": nobody else of that name was named before the figure was. */
export const isIntroducer = (
  { hasRelative }: PlacedName['name'],
  { firstIntroducer, firstFullName, firstOtherBearer }: FigureEvidence,
): boolean => hasRelative && Math.min(firstIntroducer, firstFullName) < firstOtherBearer;

/**
 * "The son of Petro is on trial. Nicolás Petro, the president's son, …": who is the son himself has none here. Before
 * any other bearer the same word behind one is not needed.
 */
export const isKinsOwner = (
  { name: { kinOf }, otherBearerBefore }: PlacedName,
  { kin, fullNames, inHeadline }: FigureEvidence,
): boolean => kinOf !== '' && (kin.has(kinOf) || otherBearerBefore < 0) && (fullNames > 0 || inHeadline);

/** Whoever else bears it has it as a given name ("Petro Poroshenko"), and is called by the surname later. */
export const isOthersGivenName = ({ otherBearers, namedSo }: FigureEvidence): boolean => otherBearers === namedSo;

/**
 * The page has it in other names before the figure, and as often: as the given name of more than one ("Petro Marko");
 * or, where the figure has no title, as a part of what is called so ("Flores Timur", an island's county).
 */
export function isPageOfOtherNames(evidence: FigureEvidence): boolean {
  const { firstOtherBearer, firstPartOfName, firstFullName, namedSo, partsOfNames } = evidence;
  if (evidence.fullNames === 0) return false;
  const least = namedForItself(evidence);
  if (firstOtherBearer < firstFullName && namedSo > 1 && namedSo >= least) return true;
  const isTitled = evidence.titledFullNames + evidence.matchingTitles > 0;
  return firstPartOfName < firstFullName && partsOfNames >= least && !isTitled;
}

/** True where the page names others of the surname in a block before the figure, and far more often. */
export const isMostlyOthers = (evidence: FigureEvidence, names: readonly PlacedName[]): boolean =>
  evidence.fullNames > 0 &&
  (names[evidence.firstOtherBearer]?.block ?? Infinity) < (names[evidence.firstFullName]?.block ?? 0) &&
  evidence.plainBlocksBefore === 0 &&
  evidence.otherBearers >= Math.max(1, namedForItself(evidence)) * FAR_MORE;

/**
 * "Trump reaches the final ‖ Judd Trump beat … ‖ I’ve never met Donald Trump. ‖ Trump plays on Sunday": the page
 * introduces another bearer in a block before the figure, names him as often, and gives the figure no title. Where it
 * names the figure once, a capital that may be a given name is enough ("Torkel Trump bakes …"), if the surname does not
 * stand plainly before that, nor often ("College Trump Supporters … Trump … Trump").
 */
export function isNamedInPassing(evidence: FigureEvidence, names: readonly PlacedName[]): boolean {
  const { fullNames, otherBearers, plainBlocksBefore, firstDoubt, firstName } = evidence;
  if (fullNames === 0 || evidence.titledFullNames + evidence.matchingTitles + evidence.governments > 0) return false;
  const isBeforeFigure = (one: PlacedName | null | undefined) =>
    (one?.block ?? Infinity) < (names[evidence.firstFullName]?.block ?? 0);
  if (isBeforeFigure(names[evidence.firstOtherBearer]) && otherBearers >= namedForItself(evidence))
    return plainBlocksBefore < PLAIN_BLOCKS && evidence.plainSurnames <= otherBearers * MANY_PLAIN;
  const isOpening = firstName?.name.isBehindCapital === true && isBeforeFigure(firstName);
  const most = firstDoubt?.name.isAnother ? PLAIN_BLOCKS : 1;
  const isRare = fullNames === 1 && evidence.plainSurnames <= FEW_PLAIN;
  return isRare && (isOpening || (plainBlocksBefore < most && isBeforeFigure(firstDoubt)));
}

/** Where the page first names another bearer whose the name may be: "Mrs. Trump" is none for "Mr. Trump". */
export function firstOther({ isWomans, saidSex }: PlacedName['name'], evidence: FigureEvidence): number {
  if (isWomans) return evidence.firstOtherWoman;
  if (saidSex) return saidSex === 'female' ? evidence.firstOtherNoMan : evidence.firstOtherNoWoman;
  return evidence.firstOtherBearer;
}
