// Decides which names are a figure's, from the evidence of the whole page. A wrong person is worse than a missed one:
// where evidence is balanced, the name stays unmarked.
import { type GazetteerFigure, isWeak } from './gazetteer.ts';
import { type FigureEvidence, onOneLine, type PageEvidence, type PlacedName } from './page-evidence.ts';

/** Why a name was taken for a figure. */
export type NameEvidence =
  | { kind: 'full-name' }
  | { kind: 'unique' }
  | { kind: 'surname' }
  | { kind: 'named-in-full'; text: string; where: 'above' | 'below' | 'headline' }
  | { kind: 'title'; text: string }
  | { kind: 'beside'; figures: string[] };

/** A name that was given to its figure. */
export interface AcceptedName extends PlacedName {
  evidence: NameEvidence[];
}

export interface ResolvedNames {
  accepted: AcceptedName[];
  /** A name hangs on whether the page is a front page, and that is not known. */
  needsFrontPage: boolean;
}

const NEAR_BLOCKS = 1; // on a front page a full name counts for its own block and so many behind it

/**
 * Gives names to their figures.
 * @param frontPage whether each block may be about something else; undefined: not known, so it may be
 */
export function resolveNames(
  figures: readonly GazetteerFigure[],
  page: PageEvidence,
  frontPage: boolean | undefined,
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
  const evidenceOf = ({ name }: PlacedName) => page.figures[name.figure] as FigureEvidence;

  // 1. Names that stand for themselves: full names, places, institutions; then strong surnames.
  for (const placed of clear) {
    if (placed.name.form === 'full') accept(placed, { kind: 'full-name' });
    else if (placed.name.form === 'name' && !figureOf(placed).needs) accept(placed, { kind: 'unique' });
  }
  const inStory = figuresInStory(figures, page.figures, present);
  for (const placed of clear) {
    if (placed.name.form !== 'surname' || isWeak(figureOf(placed))) continue;
    const isAboutStory = inStory.some((other) => other !== placed.name.figure);
    const evidence = strongSurname(placed, evidenceOf(placed), page.names, isAboutStory);
    if (evidence) accept(placed, evidence);
  }

  // 2. Names that lean on them: weak surnames, given names alone, names that need another figure.
  const people = [...present].filter((figure) => figures[figure]?.person);
  for (const placed of clear) {
    const { name, block } = placed;
    const figure = figureOf(placed);
    if (name.form === 'surname' && figure.person && isWeak(figure)) {
      const evidence = weakSurname({
        placed,
        figures,
        page,
        present,
        company: people.filter((at) => at !== name.figure),
      });
      if (!evidence) continue;
      // Each story on a front page may mean another Rodríguez: only a title or a full name nearby counts there.
      const fullName = page.names[placed.fullNameBefore];
      const isNear = name.titleMatches || (fullName !== undefined && block - fullName.block <= NEAR_BLOCKS);
      if (isNear || frontPage === false) accept(placed, evidence);
      else resolved.needsFrontPage ||= frontPage === undefined;
    } else if (name.form === 'given') {
      const evidence = givenName(placed, evidenceOf(placed));
      if (evidence) accept(placed, evidence);
    } else if (name.form === 'name' && figure.needs) {
      const needed = figures.findIndex((other) => other.id === figure.needs);
      if (presentIn.has(`${needed} ${block}`)) accept(placed, { kind: 'beside', figures: [figure.needs] });
    }
  }
  return resolved;
}

/** Indexes of the people and institutions of the story that the page surely names: then it is about the story. */
const figuresInStory = (
  figures: readonly GazetteerFigure[],
  evidence: readonly FigureEvidence[],
  present: ReadonlySet<number>,
): number[] =>
  figures.flatMap((figure, at) => {
    const { fullNames, inHeadline, matchingTitles, plainSurname, commonWords, unknownGivenNames } = evidence[
      at
    ] as FigureEvidence;
    const isPlain = !isWeak(figure) && plainSurname && !commonWords && !unknownGivenNames;
    const isNamed = fullNames || inHeadline || matchingTitles || isPlain;
    return isNamed || (figure.kind === 'organization' && present.has(at)) ? [at] : [];
  });

function namedInFull({ fullNameBefore }: PlacedName, { fullNames, fullName }: FigureEvidence): NameEvidence {
  const elsewhere = fullNames > 0 ? 'below' : 'headline';
  return { kind: 'named-in-full', text: fullName, where: fullNameBefore >= 0 ? 'above' : elsewhere };
}

/** A strong surname is the figure's unless the page speaks of another bearer more than of this one. */
function strongSurname(
  placed: PlacedName,
  evidence: FigureEvidence,
  names: readonly PlacedName[],
  isAboutStory: boolean,
): NameEvidence | null {
  const { name, block, fullNameBefore, otherBearerBefore } = placed;
  const { fullNames, inHeadline, otherInHeadline, otherBearers, matchingTitles, plainSurname } = evidence;
  if (name.titleMatches) return { kind: 'title', text: onOneLine(name.title) };
  const isOthersPage = otherInHeadline && !inHeadline;
  if (otherBearerBefore > fullNameBefore) {
    // Another bearer in the same paragraph, and this figure not named in full since: the surname is theirs or nobody's.
    if (names[otherBearerBefore]?.block === block) return null;
    // The page is about the other one.
    if (isOthersPage) return null;
  }
  if (isOthersPage && otherBearers >= fullNames + matchingTitles) return null;
  if (fullNames > 0 || inHeadline) return namedInFull(placed, evidence);
  // Where the page has the name as a word too, or perhaps as another's, it must show elsewhere whom it means.
  const isAmbiguous = evidence.commonWords + evidence.unknownGivenNames + otherBearers > 0;
  const isDoubtful = isAmbiguous || (name.maybeCommonWord && !plainSurname);
  return isDoubtful && !isAboutStory && matchingTitles === 0 ? null : { kind: 'surname' };
}

/** What a weak surname is judged by. */
interface WeakSurname {
  placed: PlacedName;
  figures: readonly GazetteerFigure[];
  page: PageEvidence;
  present: ReadonlySet<number>;
  /** Indexes of the other people of the story whom the page surely names. */
  company: readonly number[];
}

/** A weak surname needs the full name (the nearest one decides), a title that matches, or the company of two others. */
function weakSurname({ placed, figures, page, present, company }: WeakSurname): NameEvidence | null {
  const { name, block, fullNameBefore, otherBearerBefore } = placed;
  const figure = figures[name.figure] as GazetteerFigure;
  const evidence = page.figures[name.figure] as FigureEvidence;
  const { fullNames, inHeadline, otherInHeadline, otherBearers, matchingTitles, plainSurname } = evidence;
  const strength = figure.person?.strength;
  const isCommon = strength === 'common';
  const isCountryNamed = name.besideCountry || present.has(figures.findIndex(({ id }) => id === figure.country));
  const blockOfOther = page.names[otherBearerBefore]?.block;
  // "Jorge Rodríguez, brother of Delcy Rodríguez": whose it is in the paragraphs behind, only the headline can say.
  const isPair =
    blockOfOther !== undefined && blockOfOther === page.names[fullNameBefore]?.block && blockOfOther < block;
  if (isCommon && isPair && !inHeadline) return null;
  if (otherBearerBefore > fullNameBefore) {
    // Out of their paragraph, and on a page whose headline names this figure, it is this figure again.
    const isOwnPage = inHeadline && !otherInHeadline && fullNames >= otherBearers;
    if (isCommon || !isOwnPage || blockOfOther === block) return null;
  }
  if (name.titleMatches && (!isCommon || isCountryNamed || company.length > 0))
    return { kind: 'title', text: onOneLine(name.title) };
  if (fullNameBefore >= 0) return namedInFull(placed, evidence);
  // Nobody named before: the first full name decides.
  if (evidence.firstOtherBearer < evidence.firstFullName || (otherInHeadline && !inHeadline)) return null;
  if (fullNames > 0 || inHeadline) return namedInFull(placed, evidence);
  if (name.maybeOtherPerson || (name.maybeCommonWord && !plainSurname)) return null;
  // "President Petro" once, and nobody else of that name: the bare surname is his too.
  const isSure = strength === 'weak' || (isCommon && isCountryNamed);
  if (matchingTitles > 0 && evidence.unknownGivenNames === 0 && isSure) return { kind: 'surname' };
  // People of one country are company for many.
  const countries = new Set(company.map((other) => figures[other]?.country));
  if (strength !== 'weak' || company.length < 2 || (countries.size < 2 && !isCountryNamed)) return null;
  return { kind: 'beside', figures: company.map((other) => figures[other]?.id ?? '') };
}

/** A given name alone needs the full name, and that it is more often this figure's than somebody else's. */
function givenName(placed: PlacedName, evidence: FigureEvidence): NameEvidence | null {
  const { fullNames, fullName, inHeadline, givenNameBearers } = evidence;
  if (givenNameBearers > 0 && givenNameBearers >= fullNames) return null;
  if (fullNames > 0 && fullName) return namedInFull(placed, evidence);
  return inHeadline ? { kind: 'named-in-full', text: fullName, where: 'headline' } : null;
}
