// What a page says of each figure's name, gathered in one pass. How often is the figure named in full, and where? Who
// else bears the name? Is the name a word here? Names are resolved by it.
import type { NameCandidate, OfficeCandidate } from './candidate.ts';
import { addName, type FigureEvidence, noEvidence, onOneLine, type PlacedName } from './figure-evidence.ts';
import type { Figures } from './figures.ts';
import { foldText, withoutInvisible } from './fold.ts';
import { split } from './lists.ts';

/** A capital, and behind it a word in small letters or a comma. */
const IN_SENTENCE = /^\s\p{Lu}[^\s,]*(?:,|\s\p{Ll})/u;
const LONGEST_NAME = 40; // UTF-16 code units, with its space and those that nobody sees

/** A block with the candidates found in it. */
export interface ReadBlock {
  text: string;
  candidates: readonly (NameCandidate | OfficeCandidate)[];
}

/** An office where it stands on the page. */
export interface PlacedOffice {
  office: OfficeCandidate;
  block: number;
  text: string;
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
  const { men, doubleSurnames } = othersIn(known, [...headlines, ...blocks]);
  blocks.forEach(({ text: blockText, candidates }, block) => {
    for (const read of candidates) {
      const text = blockText.slice(read.start, read.end);
      if (read.form === 'office') {
        offices.push({ office: read, block, text });
        continue;
      }
      const isOthers = read.isBeforeCapital && doubleSurnames.has(doubleSurname(blockText, read));
      const isMan = read.context === 'otherPerson' && men.has(bearerOf(blockText, read));
      const candidate: NameCandidate = isMan
        ? { ...read, saidSex: 'male' }
        : isOthers
          ? { ...read, context: 'otherPerson' }
          : read;
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
  for (const evidence of figures.values())
    if (evidence.plainSurnames === 0) evidence.unknownGivenNames += evidence.maybeGivenNames;
  addHeadlines(figures, headlines, known);
  return { texts: blocks.map(({ text }) => text), names, offices, figures };
}

/**
 * What a page says once of other bearers, and means again: that one is a man ("Her brother *Jorge* Rodríguez … Jorge
 * Rodríguez said. Ms. Rodríguez left"), by figure and given name; and that he has two surnames ("Ricardo *Maduro
 * Cárdenas* asked … Maduro Cárdenas"), by figure and second surname. Where it has one other given name only, and the
 * story knows that, who is called "Mr. Rodríguez" is that one.
 */
function othersIn(known: Figures, blocks: readonly ReadBlock[]): { men: Set<string>; doubleSurnames: Set<string> } {
  const men = new Set<string>();
  const doubleSurnames = new Set<string>();
  const bearers = new Map<number, Set<string>>();
  const misters = new Set<number>();
  for (const { text, candidates } of blocks)
    for (const candidate of candidates) {
      if (candidate.form === 'office' || candidate.context !== 'otherPerson') continue;
      const { figure, saidSex, title } = candidate;
      const bearer = bearerOf(text, candidate);
      if (saidSex === 'male') men.add(bearer);
      if (title === '' && bearer !== '') bearers.set(figure, (bearers.get(figure) ?? new Set()).add(bearer));
      else if (saidSex === 'male') misters.add(figure);
      if (candidate.form === 'surname' && isInSentence(text, candidate))
        doubleSurnames.add(doubleSurname(text, candidate));
    }
  for (const figure of misters) {
    const [only = '', ...more] = bearers.get(figure) ?? [];
    const others = split(known.get(figure)?.person?.others).map((given) => `${figure} ${foldText(given)}`);
    if (more.length === 0 && others.includes(only)) men.add(only);
  }
  men.delete('');
  doubleSurnames.delete('');
  return { men, doubleSurnames };
}

/** Where a capital or nothing stands behind, this may be a headline ("Melania Trump Visits Rome"). */
const isInSentence = (text: string, { end }: NameCandidate): boolean =>
  IN_SENTENCE.test(withoutInvisible(text.slice(end, end + LONGEST_NAME)));

/** A figure and the capital behind a surname; "" where none stands there. */
function doubleSurname(text: string, { figure, end }: NameCandidate): string {
  const [second] = /^\s\p{Lu}[\p{L}\p{M}]+/u.exec(withoutInvisible(text.slice(end, end + LONGEST_NAME))) ?? [];
  return second ? `${figure} ${foldText(second.trim())}` : '';
}

/** A figure and the word before a surname; "" where none stands there. */
function bearerOf(text: string, { figure, start }: NameCandidate): string {
  const [given] =
    /[\p{L}\p{M}]+(?=\s$)/u.exec(withoutInvisible(text.slice(Math.max(0, start - LONGEST_NAME), start))) ?? [];
  return given ? `${figure} ${foldText(given)}` : '';
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
      const { form, maybeOtherPerson, maybeCommonWord, isBeforeCapital } = candidate;
      evidence.plainInHeadline ||= form === 'surname' && !maybeOtherPerson && !maybeCommonWord && !isBeforeCapital;
      evidence.headlineOfRelative = !plainlyNamed.has(candidate.figure);
      // "Interim president Rodríguez sworn in", on a page with her full name
      const isActing = candidate.isActing && evidence.fullNames > 0;
      if (candidate.form !== 'full' && !isActing && !isNamedByTitle(known, candidate)) continue;
      evidence.inHeadline = true;
      evidence.fullName ||= onOneLine(text.slice(candidate.start, candidate.end));
    }
}

/**
 * "Colombian President Petro": as good as the full name, in a headline and before other bearers. Of a common surname
 * somebody else may preside over that country's assembly, but not for a while.
 */
const isNamedByTitle = (known: Figures, name: NameCandidate): boolean => {
  const isSure = name.isActing || known.get(name.figure)?.person?.strength !== 'common';
  return name.form === 'surname' && ((name.titleMatches && name.besideCountry && isSure) || name.holdsOffice);
};
