// Decides which names are a figure's, from the evidence of the whole page. A wrong person is worse than a missed one:
// where evidence is balanced, the name stays unmarked.
import { sharedHeadlines } from './front-page.ts';
import { type GazetteerFigure, isWeak, shareStory } from './gazetteer.ts';
import { type FigureEvidence, figuresInStory, onOneLine, type PageEvidence, type PlacedName } from './page-evidence.ts';
import type { AcceptedOffice } from './resolve-offices.ts';

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
  /** It looks like a word, and the page has it nowhere as a name. */
  | 'perhaps-a-word'
  /** It says too little alone, and nothing on the page speaks for the figure. */
  | 'no-evidence'
  /** On a front page, the figure is named in full too far away. */
  | 'front-page'
  /** It needs another figure beside it. */
  | 'without-company';

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

const PLAIN_BLOCKS = 2; // with a plain surname before the first one that is or may be another's
const PLAIN_FOR_EACH_OTHER = 3;
const NEAR_BLOCKS = 1; // on a front page a full name counts for its own block and so many behind it

/** Gives names to their figures. */
export function resolveNames(
  figures: readonly GazetteerFigure[],
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
  const clear = page.names.filter(({ name }) => name.context === 'clear' && figures[name.figure]);
  const figureOf = ({ name }: PlacedName) => figures[name.figure] as GazetteerFigure;
  const ofOneStory = (one: number, other: number) =>
    shareStory(figures[one] as GazetteerFigure, figures[other] as GazetteerFigure);
  const evidenceOf = ({ name }: PlacedName) => page.figures[name.figure] as FigureEvidence;

  // 1. Names that stand for themselves: full names, places, institutions; then strong surnames.
  for (const placed of clear) {
    if (placed.name.form === 'full') accept(placed, { kind: 'full-name' });
    else if (placed.name.form !== 'name' || figureOf(placed).needs || isSurnameNear(placed, page.names)) continue;
    else if (!placed.name.maybeCommonWord) accept(placed, { kind: 'unique' });
  }
  // "det hvide hus" in small letters is any house, but where the page also has it with its capital, and somebody else.
  for (const placed of clear) {
    const { form, maybeCommonWord, figure } = placed.name;
    const isOther = (other: number) => other !== figure && ofOneStory(other, figure);
    if (form === 'name' && maybeCommonWord && present.has(figure) && [...present].some(isOther))
      accept(placed, { kind: 'unique' });
  }
  const inStory = figuresInStory(figures, page.figures, present);
  for (const placed of clear) {
    if (placed.name.form !== 'surname' || isWeak(figureOf(placed))) continue;
    const { firstDoubt } = evidenceOf(placed);
    const { figure } = placed.name;
    const isAboutStory =
      inStory.some((other) => other !== figure && ofOneStory(other, figure)) ||
      offices.some((office) => ofOneStory(office.figure, figure) && isBefore(office, firstDoubt));
    // A country is no evidence where a word has no capital: cards are printed in America.
    const { country } = figureOf(placed);
    const isCountryNamed = /\p{Lu}/u.test(placed.text) && present.has(figures.findIndex(({ id }) => id === country));
    const judge = (isFrontPage: boolean) =>
      strongSurname(placed, evidenceOf(placed), page.names, { isAboutStory, isCountryNamed, isFrontPage });
    const evidence = judge(frontPage === true);
    if (typeof evidence !== 'string') accept(placed, evidence);
    else {
      onSilence?.(placed, evidence);
      resolved.needsFrontPage ||=
        frontPage === undefined && evidence === 'perhaps-another' && typeof judge(true) !== 'string';
    }
  }

  // 2. Names that lean on them: weak surnames, given names alone, names that need another figure.
  const people = [...present].filter((figure) => figures[figure]?.person);
  const holders = new Set(offices.map(({ figure }) => figure));
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
        company: people.filter((at) => at !== name.figure && ofOneStory(at, name.figure)),
      });
      // Each story on a front page may mean another Rodríguez: only a title or a full name nearby counts there.
      const fullName = page.names[placed.fullNameBefore];
      const isNear =
        name.titleMatches || name.presides || (fullName !== undefined && block - fullName.block <= NEAR_BLOCKS);
      const shared = headlines?.get(placed);
      if (typeof evidence !== 'string' && (isNear || frontPage === false)) accept(placed, evidence);
      else if (shared && frontPage) accept(placed, { kind: 'beside', figures: shared });
      else {
        onSilence?.(placed, typeof evidence === 'string' ? evidence : 'front-page');
        resolved.needsFrontPage ||= frontPage === undefined && (typeof evidence !== 'string' || shared !== undefined);
      }
    } else if (name.form === 'given') {
      const evidence = givenName(placed, evidenceOf(placed));
      if (evidence) accept(placed, evidence);
      else onSilence?.(placed, 'no-evidence');
    } else if (name.form === 'name' && figure.needs) {
      const needed = figures.findIndex((other) => other.id === figure.needs);
      if (presentIn.has(`${needed} ${block}`)) accept(placed, { kind: 'beside', figures: [figure.needs] });
      else onSilence?.(placed, 'without-company');
    }
  }
  return resolved;
}

/** "Ivanka Trump met the US president" is about her: an office tells whom the page means where it comes first. */
const isBefore = ({ block, office }: AcceptedOffice, doubt: PlacedName | null): boolean =>
  !doubt || block < doubt.block || (block === doubt.block && office.start < doubt.name.start);

/** "Ximena Caracas … Caracas": in one block a place's name stays the surname that it was. */
const isSurnameNear = ({ block, otherBearerBefore }: PlacedName, names: readonly PlacedName[]): boolean =>
  names[otherBearerBefore]?.block === block;

function namedInFull({ fullNameBefore, text }: PlacedName, { fullNames, fullName }: FigureEvidence): NameEvidence {
  const elsewhere = fullNames > 0 ? 'below' : 'headline';
  // "Donald and Melania Trump" is no text that could be quoted as the name.
  const quoted = fullName || onOneLine(text);
  return { kind: 'named-in-full', text: quoted, where: fullNameBefore >= 0 ? 'above' : elsewhere };
}

/** The page has the name nowhere but where it may be a word: once, or beside what goes with the word. */
const maybeWord = (name: PlacedName['name'], { plainSurnames, maybeWords, commonWords }: FigureEvidence): boolean =>
  name.maybeCommonWord && plainSurnames === 0 && (name.fitsCommonWord || commonWords > 0 || maybeWords < 2);

/** What a strong surname is judged by, besides what the page says of the name. */
interface PageSays {
  /** The page names others of the story, or an office. */
  isAboutStory: boolean;
  isCountryNamed: boolean;
  isFrontPage: boolean;
}

/** A strong surname is the figure's unless the page speaks of another bearer more than of this one. */
function strongSurname(
  placed: PlacedName,
  evidence: FigureEvidence,
  names: readonly PlacedName[],
  { isAboutStory, isCountryNamed, isFrontPage }: PageSays,
): NameEvidence | Silence {
  const { name, block, fullNameBefore, otherBearerBefore } = placed;
  const { fullNames, inHeadline, otherInHeadline, otherBearers, matchingTitles } = evidence;
  if (name.titleMatches) return { kind: 'title', text: onOneLine(name.title) };
  const isOthersPage = otherInHeadline && !inHeadline;
  if (otherBearerBefore > fullNameBefore) {
    // Another bearer in the same paragraph, and this figure not named in full since: the surname is theirs or nobody's.
    if (names[otherBearerBefore]?.block === block) return 'behind-another-bearer';
    // The page is about the other one.
    if (isOthersPage) return 'page-of-another-bearer';
  }
  if (isOthersPage && otherBearers >= fullNames + matchingTitles) return 'page-of-another-bearer';
  if (fullNames > 0 || inHeadline) return namedInFull(placed, evidence);
  if (isAboutStory || matchingTitles > 0) return { kind: 'surname' };
  // Where the page has the name as a word too, or perhaps as another's, it must show elsewhere whom it means.
  const isOwnPage = isIntroduced(evidence);
  if (otherBearers > 0 && !isOwnPage) return 'other-bearers';
  const isStranger = evidence.unknownGivenNames > 0 && mayBeStranger(placed, names, isFrontPage);
  if (isStranger && (name.maybeOtherPerson || !isOwnPage)) return 'perhaps-another';
  return evidence.commonWords > 0 || (maybeWord(name, evidence) && (name.fitsCommonWord || !isCountryNamed))
    ? 'perhaps-a-word'
    : { kind: 'surname' };
}

/** True where the page has the surname plainly before anybody else of that name, and far more often. */
const isIntroduced = ({ plainSurnames, plainBlocksBefore, otherBearers, unknownGivenNames }: FigureEvidence): boolean =>
  plainBlocksBefore >= PLAIN_BLOCKS && plainSurnames >= (otherBearers + unknownGivenNames) * PLAIN_FOR_EACH_OTHER;

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
  figures: readonly GazetteerFigure[];
  page: PageEvidence;
  present: ReadonlySet<number>;
  /** Indexes of the figures whose office the page names. */
  holders: ReadonlySet<number>;
  /** Indexes of the other people of the story whom the page surely names. */
  company: readonly number[];
}

/** A weak surname needs the full name (the nearest one decides), a title that matches, or the company of two others. */
function weakSurname({ placed, figures, page, present, holders, company }: WeakSurname): NameEvidence | Silence {
  const { name, block, fullNameBefore, otherBearerBefore } = placed;
  const figure = figures[name.figure] as GazetteerFigure;
  const evidence = page.figures[name.figure] as FigureEvidence;
  const { fullNames, inHeadline, otherInHeadline, otherBearers, matchingTitles } = evidence;
  const strength = figure.person?.strength;
  const isCommon = strength === 'common';
  const isCountryNamed = name.besideCountry || present.has(figures.findIndex(({ id }) => id === figure.country));
  const blockOfOther = page.names[otherBearerBefore]?.block;
  // "Jorge Rodríguez, brother of Delcy Rodríguez": whose it is in the paragraphs behind, only the headline can say.
  const isPair =
    blockOfOther !== undefined && blockOfOther === page.names[fullNameBefore]?.block && blockOfOther < block;
  if (isCommon && isPair && !inHeadline) return 'behind-a-pair';
  if (otherBearerBefore > fullNameBefore) {
    // Out of their paragraph, and on a page whose headline names this figure, it is this figure again.
    const isOwnPage = inHeadline && !otherInHeadline && fullNames >= otherBearers;
    if (isCommon || !isOwnPage || blockOfOther === block) return 'behind-another-bearer';
  }
  if (name.titleMatches && (!isCommon || isCountryNamed || company.length > 0))
    return { kind: 'title', text: onOneLine(name.title) };
  if (name.presides) return { kind: 'surname' };
  if (fullNameBefore >= 0) return namedInFull(placed, evidence);
  // Nobody named before: the first full name decides.
  const firstOther = name.isWomans ? evidence.firstOtherWoman : evidence.firstOtherBearer;
  if (firstOther < evidence.firstFullName || (otherInHeadline && !inHeadline)) return 'page-of-another-bearer';
  if (fullNames > 0 || inHeadline) return namedInFull(placed, evidence);
  if (name.maybeOtherPerson) return 'perhaps-another';
  const isHolder = holders.has(name.figure) && otherBearers + evidence.commonWords === 0;
  if (maybeWord(name, evidence) && !(isHolder && !name.fitsCommonWord)) return 'perhaps-a-word';
  // "President Petro" once, or "the Colombian president", and nobody else of that name: the bare surname is his too.
  const isNamed = matchingTitles > 0 || isHolder;
  const isSure = strength === 'weak' || (isCommon && isCountryNamed);
  if (isNamed && evidence.unknownGivenNames === 0 && isSure) return { kind: 'surname' };
  // People of one country are company for many.
  const countries = new Set(company.map((other) => figures[other]?.country));
  if (strength !== 'weak' || company.length < 2 || (countries.size < 2 && !isCountryNamed)) return 'no-evidence';
  return { kind: 'beside', figures: company.map((other) => figures[other]?.id ?? '') };
}

/** A given name alone needs the full name, and that it is more often this figure's than somebody else's. */
function givenName(placed: PlacedName, evidence: FigureEvidence): NameEvidence | null {
  const { fullNames, fullName, inHeadline, givenNameBearers } = evidence;
  if (givenNameBearers > 0 && givenNameBearers >= fullNames) return null;
  if (fullNames > 0 && fullName) return namedInFull(placed, evidence);
  return inHeadline ? { kind: 'named-in-full', text: fullName, where: 'headline' } : null;
}
