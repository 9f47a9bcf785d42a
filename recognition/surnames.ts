// What stands around a surname, as every reader of the news would take it: the figure's own names beside it, and in
// which order the words before it (surname-before.ts) and behind it (surname-behind.ts) are asked.
import { isBesideSports, takeAffairs } from './affairs.ts';
import { hasTitleBehindComma } from './appositions.ts';
import { setsNounsSideBySide } from './body-names.ts';
import { type NameCandidate, nameCandidate } from './candidate.ts';
import { isBehindPreposition, isShortestForm } from './cases.ts';
import {
  fitsWord,
  isBesideItsNoun,
  isBesideSaying,
  isPlainWord,
  isPluralWord,
  isWordWithLink,
  looksLikeWord,
} from './common-words.ts';
import { type GazetteerFigure, isWeak } from './figures.ts';
import { takeOwnNames } from './given-names.ts';
import { isInHeadlineCase } from './headline-case.ts';
import { isQuotedThing } from './heads.ts';
import { mayBeListedPlace } from './listed-places.ts';
import { isCalledSo, isQuotedAlone, isQuotedAtStart, isSpokenTo } from './namesakes.ts';
import { takeCompany } from './pairs.ts';
import { readTown } from './place-surnames.ts';
import { readSex } from './sexes.ts';
import { readBefore } from './surname-before.ts';
import { isBaseForm, readBehind, readTitleBehind, readVerbs, type SurnameReading } from './surname-behind.ts';
import { takeSurnameWords, takeWordsBehind } from './surname-words.ts';
import { isOfGovernment, presides, sharesTitle } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

/** Reads the surroundings of a surname of the figure with this index. */
export function readSurname(vocabulary: Vocabulary, surname: Token, at: number): NameCandidate {
  const figure = vocabulary.figures.get(at) as GazetteerFigure;
  const candidate = nameCandidate(surname, at, 'surname');
  const inHeadline = isInHeadlineCase(vocabulary, surname);
  const first = takeSurnameWords(surname, candidate, figure);
  // "$TRUMP" is a coin or a share.
  if (!first || surname.source.text[surname.start - 1] === '$') {
    candidate.context = 'partOfName';
    return candidate;
  }
  const left = takeOwnNames(vocabulary, first, candidate, figure);
  // An initial before it ("D. Trump") makes it a name.
  if (left === surname) candidate.maybeCommonWord = looksLikeWord(vocabulary, surname, inHeadline);
  candidate.speaks = isBesideSaying(vocabulary, surname);
  candidate.fitsCommonWord = candidate.maybeCommonWord && fitsWord(vocabulary, surname);
  takeWordsBehind(vocabulary, surname, candidate, figure);
  if (left === surname && candidate.form === 'surname' && isWordHere(vocabulary, surname, candidate, figure)) {
    candidate.context = 'commonWord';
    return candidate;
  }
  const name = surname.source.token(candidate.start, candidate.end);
  const reading: SurnameReading = { vocabulary, figure, candidate, name, inHeadline };
  readFormOfWoman(reading, surname);
  if (candidate.context === 'clear') readBefore(reading, left);
  if (candidate.context === 'clear' && candidate.form === 'surname' && isPlayer(reading))
    candidate.context = 'otherPerson';
  if (!candidate.title && vocabulary.titlesAfter) readTitleBehind(reading);
  readBehind(reading);
  if (candidate.context === 'clear') readVerbs(reading);
  readOffice(reading);
  readWhatElseItMayBe(reading, surname);
  readCompany(reading);
  readQuotationMarks(reading);
  if (candidate.context === 'otherPerson') candidate.titleMatches ||= sharesTitle(vocabulary, name, figure);
  readSex(reading);
  return candidate;
}

/** "a maduro", "two petros": in this place it is the word and no name. */
function isWordHere(
  vocabulary: Vocabulary,
  surname: Token,
  { maybeCommonWord }: NameCandidate,
  figure: GazetteerFigure,
): boolean {
  const isNoun =
    isPluralWord(vocabulary, surname) || (figure.person?.strength === 'common' && isWordWithLink(vocabulary, surname));
  const isGoods = isBaseForm(surname, figure) && isBesideItsNoun(vocabulary, surname);
  return isPlainWord(vocabulary, surname) || isGoods || (maybeCommonWord && isNoun);
}

/** An ending that only women's surnames have: hers where the figure is a woman, and another's where a man. */
function readFormOfWoman({ vocabulary, figure, candidate, name }: SurnameReading, surname: Token): void {
  const written = surname.seen.toLowerCase();
  const { womens, perhapsWomens } = vocabulary;
  const hasEnding = (ending: string) => written.endsWith(ending);
  const isUndeclined = () => candidate.form === 'surname' && isBehindPreposition(vocabulary, name, candidate.figure);
  if (figure.person?.female)
    candidate.isWomans = womens.all.some(hasEnding) || perhapsWomens.all.some(hasEnding) || isUndeclined();
  else if (womens.all.some(hasEnding)) candidate.context = 'otherPerson';
}

/** Words around that say which office the bearer has, without being a title of the name. */
function readOffice({ vocabulary, figure, candidate, name }: SurnameReading): void {
  if (isWeak(figure) && !candidate.titleMatches) candidate.holdsOffice = presides(vocabulary, name, figure);
  candidate.besideCountry ||= candidate.holdsOffice;
  candidate.hasTitleBehind = isWeak(figure) && hasTitleBehindComma(vocabulary, name, figure);
  candidate.isOfGovernment = isBare(candidate) && isOfGovernment(vocabulary, name, figure);
}

/** A bare surname may be a place, or somebody's given name. */
function readWhatElseItMayBe({ vocabulary, figure, candidate, name }: SurnameReading, surname: Token): void {
  if (!isBare(candidate)) return;
  candidate.isListed = mayBeListedPlace(vocabulary, name);
  candidate.maybeOtherPerson ||= candidate.isListed;
  if (figure.person?.strength === 'town') readTown(vocabulary, candidate, surname);
  if (!isWeak(figure)) return;
  // "Petra přijela": in another form than the first, the word is a given name.
  const isGiven = candidate.maybeCommonWord && vocabulary.given.has(surname.folded);
  candidate.maybeOtherPerson ||= isGiven && !isBaseForm(surname, figure);
  // „Petro, jesi li …?“, said to Petra: in a language of cases a surname may look like the vocative of a given name.
  candidate.maybeOtherPerson ||= vocabulary.inflected === 1 && isSpokenTo(name);
}

/** Others of the story beside a weak surname, and what the block is about. */
function readCompany({ vocabulary, figure, candidate, name }: SurnameReading): void {
  if (!isWeak(figure)) return;
  // "Maduro und seine Frau Flores": the noun is a title as well.
  const isRelative = vocabulary.kin.has(name.previous?.folded ?? '');
  if (isBare(candidate) || isRelative) takeCompany(vocabulary, candidate, name);
  if (candidate.form === 'surname') takeAffairs(vocabulary, candidate, name);
}

/** A name in quotation marks, or behind a word that says what somebody or something is called. */
function readQuotationMarks({ vocabulary, figure, candidate, name }: SurnameReading): void {
  if (candidate.context === 'clear' && isQuotedThing(vocabulary, name)) {
    candidate.context = 'partOfName';
    candidate.isAnother = candidate.form === 'surname';
  }
  if (candidate.context !== 'clear' || candidate.form !== 'surname') return;
  // "под именем Трампа": his name has the ending of a case.
  if (isCalledSo(vocabulary, name) && isShortestForm(vocabulary, name, candidate.figure))
    candidate.context = 'otherPerson';
  else if (isQuotedAlone(name) || (isWeak(figure) && isQuotedAtStart(name))) candidate.context = 'namesake';
}

const isBare = ({ form, title }: NameCandidate): boolean => form === 'surname' && !title;

/** "Тренер Мадуро": not with an ending, by which he may be whose coach it is; nor in "the coach Trump praised". */
const isPlayer = ({ vocabulary, candidate, name }: SurnameReading): boolean =>
  !setsNounsSideBySide(vocabulary) &&
  isShortestForm(vocabulary, name, candidate.figure) &&
  isBesideSports(vocabulary, name);
