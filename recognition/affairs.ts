// Words of public affairs near a weak surname (sanctions, embassy), which no shop and no match is about; and words of
// sports, which make a player of whoever bears it.
import { hasTradeBehindComma } from './appositions.ts';
import type { NameCandidate } from './candidate.ts';
import { isAnyCountry } from './cases.ts';
import { formsOf, withoutClitics } from './clitics.ts';
import { foldText, withoutInvisible } from './fold.ts';
import { isBeforeRegion } from './heads.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fitsOne, type WordSet } from './word-sets.ts';
import { QUOTATION_MARK, type Token, textBetween, wordsAround } from './words.ts';

const MOST_WORDS = 20; // on each side
const MOST_AROUND = 120; // UTF-16 code units on each side, where no spaces part words
/** A score, a minute or an age behind a name. */
const NUMBER_BEHIND = /^\s\(?\d{1,3}(?![\d%]|\s?%|[.,]\d)/;
const TWO_WITH_NUMBERS = /(?:\p{Lu}[\p{L}\p{M}’'-]+\s\(?\d{1,3}['’.)]*[,;]\s){2}$/u;
const LONGEST_NUMBER = 20; // UTF-16 code units, those that nobody sees counted
const LONGEST_TWO = 160;
const SENTENCE_END = /[.!?\u2026\u061F\u06D4\u0964]/;
const UNSPACED_END = /[。！？!?\n]/;

/**
 * Where the nearest such word stands; the figure's country at the head of the line says as much as one beside it. A
 * trade introduces a stranger, who may have to do with them too ("Petro, a medic, …").
 */
export function takeAffairs(vocabulary: Vocabulary, candidate: NameCandidate, name: Token): void {
  candidate.hasTrade = hasTradeBehindComma(vocabulary, name);
  // "Rubio flew in to see *Colombian* officials", "Petro stays in *Bogotá*"
  const near = [...wordsAround(name, MOST_WORDS)];
  const capitals = near.flatMap((word) => capitalIn(vocabulary, word) ?? []);
  const nations = near.flatMap(({ folded }) => vocabulary.nationality.get(folded) ?? []);
  candidate.nations = [...nations, ...capitals.map(({ country }) => country)];
  const own = vocabulary.figures.get(candidate.figure)?.country;
  candidate.capitalCities = capitals.filter(({ country }) => country === own).map(({ start }) => start);
  // Петро is the Ukrainian Peter: anybody of that name may speak of elections.
  if (vocabulary.given.has(name.folded)) return;
  const isUnder = isUnderCountry(vocabulary, name, candidate.figure);
  // "Venezuela: Rodríguez and Altuve make the squad": a common one is borne in its country by thousands.
  const isCommon = vocabulary.figures.get(candidate.figure)?.person?.strength === 'common';
  candidate.affairs = isUnder && !isCommon ? 'sentence' : nearestOf(vocabulary.affairs, name);
  if (isUnder) candidate.maybeCommonWord = false;
  // "Rubio scores in stoppage time": no name joined to it, no title and no public affairs say that he is the figure.
  const isBare = candidate.partners.length === 0 && candidate.title === '' && candidate.affairs !== 'sentence';
  const isPlayer =
    nearestOf(vocabulary.sports, name) === 'sentence' || (candidate.near.length === 0 && isAmongResults(name));
  candidate.maybeOtherPerson ||= isBare && (isPlayer || isOfOtherCountry(vocabulary, name, own));
}

/** "Referee: Rubio (Paraguay)": in brackets stands where somebody else is from. */
function isOfOtherCountry(vocabulary: Vocabulary, name: Token, own: string | undefined): boolean {
  const { next: country, source } = name;
  if (!country || !/^\s\($/.test(textBetween(name, country)) || source.text[country.end] !== ')') return false;
  const known = vocabulary.nationality.get(country.folded);
  return known === undefined ? isAnyCountry(vocabulary, country.folded) : known !== own;
}

/** "Тренер Мадуро доволен", "마두로 감독은": a word of sports right beside a surname, behind it as titles stand. */
export function isBesideSports(vocabulary: Vocabulary, { previous: noun, next, gapBefore, gapAfter }: Token): boolean {
  const { sports, titles, titlesAfter, trades, dropsThat } = vocabulary;
  if (titlesAfter && next && gapAfter === 'space' && formsOf(vocabulary, next).some(({ form }) => sports.has(form)))
    return true;
  if (!noun || gapBefore !== 'space') return false;
  const phrase = noun.gapBefore === 'space' && noun.previous ? `${noun.previous.folded} ${noun.folded}` : '';
  const isSports = fitsOne(sports, noun.folded) || sports.all.includes(phrase);
  // "Semifinalen Trump såg": where a clause may follow its noun, only a trade is a title.
  return isSports && (!dropsThat || titles.get(noun.folded) === 'other' || fitsOne(trades, noun.folded));
}

/** "Colombia: Petro calls for calm", "Bogotá: …": his country or its capital heads the line. */
function isUnderCountry(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { previous: head } = name;
  if (head?.start !== 0 || !/^\s?:\s$/.test(textBetween(head, name))) return false;
  const country = vocabulary.nationality.get(head.folded) ?? capitalIn(vocabulary, head)?.country;
  return country !== undefined && country === vocabulary.figures.get(figure)?.country;
}

/** "*Bogotá* recalls its envoy": the country of a capital; not of "Bogota, New Jersey". */
function capitalIn(vocabulary: Vocabulary, word: Token): { country: string; start: number } | null {
  const { capitalCities } = vocabulary;
  if (word.isSmall || capitalCities.all.length === 0) return null;
  const forms = formsOf(vocabulary, word).flatMap(({ form }) => withoutClitics(vocabulary, form));
  const country = forms.map((form) => capitalCities.get(form)).find((one) => one !== undefined);
  return country === undefined || isBeforeRegion(vocabulary, word) ? null : { country, start: word.start };
}

/** "Rubio briefed *senators*", "Petro: No more *sanctions*": where the nearest of these words stands. */
function nearestOf(words: WordSet, name: Token): NameCandidate['affairs'] {
  if (words.all.length === 0) return '';
  let found: NameCandidate['affairs'] = '';
  for (const side of ['previous', 'next'] as const) {
    let word = name;
    let isInSentence = true;
    for (let passed = 0; passed < MOST_WORDS; passed++) {
      const beside = word[side];
      if (!beside) break;
      isInSentence &&= !SENTENCE_END.test(textBetween(word, beside));
      // “Elections have consequences,” says Rubio over his counter: anybody may speak of them.
      if (QUOTATION_MARK.test(textBetween(word, beside))) break;
      const phrase = beside.next ? `${beside.folded} ${beside.next.folded}` : '';
      if (fitsOne(words, beside.folded) || words.has(phrase)) {
        if (isInSentence) return 'sentence';
        found = 'block';
      }
      word = beside;
    }
  }
  return found;
}

/** The same in scripts without spaces, where its country's name is found by itself. */
export function takeAffairsAround(vocabulary: Vocabulary, text: string, candidate: NameCandidate): void {
  const { affairs, sports, capitalCities } = vocabulary;
  const before = foldText(text.slice(Math.max(0, candidate.start - MOST_AROUND), candidate.start));
  const behind = foldText(text.slice(candidate.end, candidate.end + MOST_AROUND));
  const block = `${before} ${behind}`;
  const sentence = `${before.split(UNSPACED_END).at(-1)} ${behind.split(UNSPACED_END)[0]}`;
  const isIn = (words: WordSet, some: string) => words.all.some((word) => some.includes(word));
  if (isIn(affairs, sentence)) candidate.affairs = 'sentence';
  else if (isIn(affairs, block)) candidate.affairs = 'block';
  const isBare = candidate.title === '' && candidate.affairs !== 'sentence';
  candidate.maybeOtherPerson ||= isBare && isIn(sports, sentence);
  candidate.nations = capitalCities.all.filter(([city]) => block.includes(city)).map(([, country]) => country);
}

/** "Goals: Usme 12, Ospina 58; *Rubio 77*." */
function isAmongResults({ source: { text }, start, end }: Token): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_TWO), start);
  return (
    NUMBER_BEHIND.test(withoutInvisible(text.slice(end, end + LONGEST_NUMBER))) &&
    TWO_WITH_NUMBERS.test(withoutInvisible(before))
  );
}
