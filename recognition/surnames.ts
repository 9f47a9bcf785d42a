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
  const isNoun =
    isPluralWord(vocabulary, surname) || (figure.person?.strength === 'common' && isWordWithLink(vocabulary, surname));
  const isGoods = isBaseForm(surname, figure) && isBesideItsNoun(vocabulary, surname);
  const isWord = isPlainWord(vocabulary, surname) || isGoods || (candidate.maybeCommonWord && isNoun);
  if (left === surname && candidate.form === 'surname' && isWord) {
    candidate.context = 'commonWord';
    return candidate;
  }
  const name = surname.source.token(candidate.start, candidate.end);
  const reading: SurnameReading = { vocabulary, figure, candidate, name, inHeadline };
  const written = surname.seen.toLowerCase();
  const { womens, perhapsWomens } = vocabulary;
  const hasEnding = (ending: string) => written.endsWith(ending);
  const isUndeclined = () => candidate.form === 'surname' && isBehindPreposition(vocabulary, name, at);
  if (figure.person?.female)
    candidate.isWomans = womens.all.some(hasEnding) || perhapsWomens.all.some(hasEnding) || isUndeclined();
  else if (womens.all.some(hasEnding)) candidate.context = 'otherPerson';
  if (candidate.context === 'clear') readBefore(reading, left);
  if (candidate.context === 'clear' && candidate.form === 'surname' && isPlayer(reading))
    candidate.context = 'otherPerson';
  if (!candidate.title && vocabulary.titlesAfter) readTitleBehind(reading);
  readBehind(reading);
  if (candidate.context === 'clear') readVerbs(reading);
  if (isWeak(figure) && !candidate.titleMatches) candidate.holdsOffice = presides(vocabulary, name, figure);
  candidate.besideCountry ||= candidate.holdsOffice;
  candidate.hasTitleBehind = isWeak(figure) && hasTitleBehindComma(vocabulary, name, figure);
  const isBare = candidate.form === 'surname' && !candidate.title;
  candidate.isListed = isBare && mayBeListedPlace(vocabulary, name);
  candidate.maybeOtherPerson ||= candidate.isListed;
  candidate.isOfGovernment = isBare && isOfGovernment(vocabulary, name, figure);
  if (figure.person?.strength === 'town' && isBare) readTown(vocabulary, candidate, surname);
  // "Petra přijela": in another form than the first, the word is a given name.
  const isGiven = candidate.maybeCommonWord && vocabulary.given.has(surname.folded);
  candidate.maybeOtherPerson ||= isBare && isWeak(figure) && isGiven && !isBaseForm(surname, figure);
  // „Petro, jesi li …?“, said to Petra: in a language of cases a surname may look like the vocative of a given name.
  candidate.maybeOtherPerson ||= isBare && isWeak(figure) && vocabulary.inflected === 1 && isSpokenTo(name);
  // "Maduro und seine Frau Flores": the noun is a title as well.
  const isRelative = vocabulary.kin.has(name.previous?.folded ?? '');
  if ((isBare || isRelative) && isWeak(figure)) takeCompany(vocabulary, candidate, name);
  if (candidate.form === 'surname' && isWeak(figure)) takeAffairs(vocabulary, candidate, name);
  if (candidate.context === 'clear' && isQuotedThing(vocabulary, name)) {
    candidate.context = 'partOfName';
    candidate.isAnother = candidate.form === 'surname';
  }
  if (candidate.context === 'clear' && candidate.form === 'surname') {
    // "под именем Трампа": his name has the ending of a case.
    if (isCalledSo(vocabulary, name) && isShortestForm(vocabulary, name, at)) candidate.context = 'otherPerson';
    else if (isQuotedAlone(name) || (isWeak(figure) && isQuotedAtStart(name))) candidate.context = 'namesake';
  }
  if (candidate.context === 'otherPerson') candidate.titleMatches ||= sharesTitle(vocabulary, name, figure);
  readSex(reading);
  return candidate;
}

/** "Тренер Мадуро": not with an ending, by which he may be whose coach it is; nor in "the coach Trump praised". */
const isPlayer = ({ vocabulary, candidate, name }: SurnameReading): boolean =>
  !setsNounsSideBySide(vocabulary) &&
  isShortestForm(vocabulary, name, candidate.figure) &&
  isBesideSports(vocabulary, name);
