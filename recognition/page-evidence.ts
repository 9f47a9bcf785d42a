// What a page says of each figure's name, gathered in one pass. How often is the figure named in full, and where? Who
// else bears the name? Is the name a word here? Names are resolved by it.
import type { NameCandidate, OfficeCandidate } from './candidate.ts';

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
  /** The figure, or another bearer, is named in full in a headline. */
  inHeadline: boolean;
  otherInHeadline: boolean;
  /** How often the surname stands with a title that matches. */
  matchingTitles: number;
  /** How often it stands behind a capital that may be another given name, or for a family. */
  unknownGivenNames: number;
  /** How often it is written small, as a word; and whether it stands once where it can be no word. */
  commonWords: number;
  /** How often it may be the word by its place alone, in a script with capitals. */
  maybeWords: number;
  plainSurname: boolean;
  /** How often somebody else has the figure's given name. */
  givenNameBearers: number;
}

export interface PageEvidence {
  /** In document order. */
  names: readonly PlacedName[];
  offices: readonly PlacedOffice[];
  /** By the figures' indexes. */
  figures: readonly FigureEvidence[];
}

/** White space as one line has it. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Gathers the evidence of a page.
 * @param headlines lines that name the page's subject: evidence, and no mentions
 */
export function gatherEvidence(
  figureCount: number,
  blocks: readonly ReadBlock[],
  headlines: readonly ReadBlock[],
): PageEvidence {
  const names: PlacedName[] = [];
  const offices: PlacedOffice[] = [];
  const figures = Array.from({ length: figureCount }, noEvidence);
  const lastFullNames = new Map<number, number>();
  const lastOtherBearers = new Map<number, number>();
  blocks.forEach(({ text: blockText, candidates }, block) => {
    for (const candidate of candidates) {
      const text = blockText.slice(candidate.start, candidate.end);
      if (candidate.form === 'office') {
        offices.push({ office: candidate, block, text });
        continue;
      }
      const { figure } = candidate;
      const placed: PlacedName = {
        name: candidate,
        block,
        text,
        fullNameBefore: lastFullNames.get(figure) ?? -1,
        otherBearerBefore: lastOtherBearers.get(figure) ?? -1,
      };
      const place = names.push(placed) - 1;
      const evidence = figures[figure];
      if (!evidence) continue;
      const { fullNames, otherBearers } = evidence;
      addName(evidence, placed, place);
      if (evidence.fullNames > fullNames) lastFullNames.set(figure, place);
      if (evidence.otherBearers > otherBearers) lastOtherBearers.set(figure, place);
    }
  });
  for (const { text, candidates } of headlines)
    for (const candidate of candidates) {
      const evidence = candidate.form !== 'office' && figures[candidate.figure];
      if (!evidence) continue;
      if (candidate.context === 'otherPerson') evidence.otherInHeadline = true;
      else if (candidate.context === 'clear' && candidate.form === 'full') {
        evidence.inHeadline = true;
        evidence.fullName ||= onOneLine(text.slice(candidate.start, candidate.end));
      }
    }
  return { names, offices, figures };
}

const noEvidence = (): FigureEvidence => ({
  fullNames: 0,
  fullName: '',
  firstFullName: Infinity,
  otherBearers: 0,
  firstOtherBearer: Infinity,
  inHeadline: false,
  otherInHeadline: false,
  matchingTitles: 0,
  unknownGivenNames: 0,
  commonWords: 0,
  maybeWords: 0,
  plainSurname: false,
  givenNameBearers: 0,
});

/** Adds what one name says; `place` is its index among the page's names. */
function addName(evidence: FigureEvidence, { name, text }: PlacedName, place: number): void {
  const { form, context } = name;
  if (context === 'commonWord') evidence.commonWords++;
  else if (context === 'family') evidence.unknownGivenNames++;
  else if (context === 'otherPerson') {
    // "Donald Tusk", "Donald Trump Jr.": nobody is "Donald" alone then.
    if (form !== 'surname') evidence.givenNameBearers++;
    if (form !== 'given') {
      evidence.otherBearers++;
      evidence.firstOtherBearer = Math.min(evidence.firstOtherBearer, place);
    }
  }
  const isFullName = context === 'clear' && form === 'full';
  if (isFullName || name.sharedSurname) {
    evidence.fullNames++;
    evidence.firstFullName = Math.min(evidence.firstFullName, place);
  }
  if (isFullName) evidence.fullName ||= onOneLine(text);
  if (context !== 'clear' || form !== 'surname') return;
  if (name.titleMatches) evidence.matchingTitles++;
  if (name.maybeOtherPerson) evidence.unknownGivenNames++;
  else if (!name.maybeCommonWord) evidence.plainSurname = true;
  else if (!name.fitsCommonWord && text.toLowerCase() !== text.toUpperCase()) evidence.maybeWords++;
}
