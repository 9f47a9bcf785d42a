// What stands before a surname: a title, another given name, a head that makes it a thing's name, an article, or
// a capital of unknown meaning. What stands behind it: surname-behind.ts.
import { isArticleBefore, isLittle } from './appositions.ts';
import { setsNounsSideBySide } from './body-names.ts';
import { endsName, isNobodys, isOtherWord, judgeCapital, mayBeSubjectsName, mayEndPhrase } from './capitals.ts';
import { agreesInCase, isShortestForm } from './cases.ts';
import { isWeak } from './figures.ts';
import { beginsName } from './gazetteer.ts';
import { isGivenName, isOtherBearer, isPlaceOfTwoWords, isWifeOf, sharesSurname } from './given-names.ts';
import { hasHeadBefore, isBehindIsland, isBehindVillage, isBesideThing } from './heads.ts';
import { isAnother } from './namesakes.ts';
import { isPredicate } from './predicates.ts';
import { isFamily } from './relatives.ts';
import { isHerArticle, readSexOfArticle } from './sexes.ts';
import type { SurnameReading } from './surname-behind.ts';
import { judgeTitle, takeTitle } from './surname-titles.ts';
import { isArticle, isBehindVillageOf, isFirmCalledSo, mayBeFirmCalledSo } from './things-of-places.ts';
import { endsSentence, isAbbreviated, titleBefore, titleEnding } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

const LONG_WORD = 4; // letters
const THING_BEHIND = 3; // UTF-16 code units behind "the Maduro"
const LONGEST_ABBREVIATION = 5; // letters: "GOP Trump"
const LONGEST_SMALL_ABBREVIATION = 3; // "ml. Trump"; a longer word ends a sentence ("… її брат. Трамп …")

/** The word before the name: a title, a relative's given name, a head, a plural article, or an unknown capital. */
export function readBefore(reading: SurnameReading, left: Token): void {
  const { vocabulary, figure, candidate } = reading;
  const { previous: before, gapBefore: gap } = left;
  if (!before) return;
  if (gap === 'other') {
    if (hasHeadBefore(vocabulary, left)) candidate.context = 'partOfName';
    return;
  }
  const isFull = candidate.form === 'full';
  const title = titleBefore(vocabulary, before, figure);
  // "… її брат. Трамп …": a relative's noun is no abbreviation.
  const isApart = gap === 'stop' && vocabulary.kin.has(before.folded);
  if (title && !isApart && !endsSentence(title)) {
    takeTitle(reading, title, before);
    if (isFull) return;
    judgeTitle(reading, title);
  } else if (isFull || gap === 'stop') {
    // A whole name needs no more, unless it is the son's ("ifjabb Donald Trump"); a full stop ends what came before.
    const longest = before.isSmall ? LONGEST_SMALL_ABBREVIATION : LONGEST_ABBREVIATION;
    const isShort = gap === 'space' || before.folded.length <= longest;
    if (isShort && isOtherBearer(vocabulary, candidate.figure, before.folded)) candidate.context = 'otherPerson';
  } else readWordBefore(reading, before, gap === 'space', gap === 'hyphen');
  candidate.isAnother = !isFull && gap === 'space' && isAnother(vocabulary, before, reading.name, isWeak(figure));
  if (candidate.isAnother) candidate.context = 'namesake';
  // Before a whole name an article may be a pronoun: "η αδελφή του Ντέλσι Ροντρίγκες".
  if (!isFull) readSexOfArticle(reading, left, title);
  const isBare = !isFull && !title;
  if (isBare) readArticle(reading, before);
  if (candidate.context !== 'clear') return;
  const isVillage =
    isBare && !isWeak(figure) && (isBehindVillage(vocabulary, left) || isBehindVillageOf(vocabulary, left));
  const isPart = isBare && isWeak(figure) && isBehindIsland(vocabulary, left);
  const isFirm = isBare && isFirmCalledSo(vocabulary, left, candidate.figure);
  candidate.maybeOtherPerson ||= isBare && mayBeFirmCalledSo(vocabulary, left, candidate.figure);
  if (isVillage || isPart || isFirm || hasHeadBefore(vocabulary, left)) candidate.context = 'partOfName';
  candidate.isThing ||= isBare && isWeak(figure) && candidate.context === 'partOfName';
  // A firm with a weak surname may stand beside the figure ("Trump y Petro hablaron de la empresa Petro").
  const isCalledSoAgain = candidate.context === 'partOfName' && isBesideThing(vocabulary, left);
  candidate.isAnother = isVillage || (isCalledSoAgain && !(isFirm && isWeak(figure)));
}

/** What an article before a surname says where names have none: it is a woman's, or may be a word. */
function readArticle({ vocabulary, figure, candidate, name }: SurnameReading, before: Token): void {
  // "Jorge Rodríguez … la Rodríguez"
  const hasHerArticle = isHerArticle(vocabulary, before);
  const isHers = figure.person?.female === true && hasHerArticle;
  candidate.isWomans ||= isHers;
  // "encender *una* Maduro sin prisa": what has her article is a woman or a thing. But "à la Trump" is a manner, and in
  // "la Trump mania" the article is the noun's.
  const { next, gapAfter } = name;
  const isApart =
    /^(?:other|stop|edge)$/.test(gapAfter) || (gapAfter === 'space' && next && isLittle(vocabulary, next));
  if (figure.person?.male && hasHerArticle && isApart && !vocabulary.toward.has(before.previous?.folded ?? '')) {
    candidate.context = 'namesake';
    candidate.isAnother = true;
    return;
  }
  // "the Petro", "un Rubio": an article makes a weak surname a word as likely as not.
  const isWeakName = isWeak(figure);
  // "The Maduro, built in 1998, ran aground": in English nobody is called so.
  if (!isWeakName && setsNounsSideBySide(vocabulary) && vocabulary.definite.has(before.folded)) {
    const behind = name.source.text.slice(name.end, name.end + THING_BEHIND);
    if (!/^(?:,\s\p{Ll}|[.!?](?:\s|$))/u.test(behind)) return;
    candidate.context = 'namesake';
    candidate.isAnother = true;
  } else if (!isHers && isWeakName && isArticleBefore(vocabulary, before, name)) {
    candidate.maybeOtherPerson = true;
    candidate.isThing = /^(?:other|stop|apostrophe|edge)$/.test(name.gapAfter);
  }
}

/** A given name of the language, and of no figure. */
const isStrangersGivenName = ({ given, givens }: Vocabulary, { folded, isCapitalised }: Token): boolean =>
  isCapitalised && given.has(folded) && !givens.has(folded);

/** What a word that is no title says of a bare surname behind it. */
function readWordBefore(reading: SurnameReading, before: Token, isSpaced: boolean, isHyphened: boolean): void {
  const { vocabulary, figure, candidate, name } = reading;
  const form = before.folded;
  // "Le Colombien Rubio", "el colombiano Rubio": somebody of another country. "A la Colombia Rubio no volvió" is none.
  const country = vocabulary.names.has(form) ? undefined : vocabulary.nationality.get(form);
  const isForeign = country !== undefined && country !== figure.country && isWeak(figure);
  if (isForeign && vocabulary.definite.has(before.previous?.folded ?? '')) candidate.context = 'otherPerson';
  else if (vocabulary.wifeOf.has(form) && isWifeOf(vocabulary, before, candidate.figure))
    candidate.context = 'otherPerson';
  else if (vocabulary.plural.has(form) && isSpaced && isFamily(vocabulary, before, name, candidate.figure))
    candidate.context = 'family';
  else if (!before.isSmall && isOtherBearer(vocabulary, candidate.figure, form)) {
    candidate.context = 'otherPerson';
    candidate.sharedSurname = sharesSurname(vocabulary, before, candidate.figure);
  } else if (!before.isCased) {
    if (isGivenName(vocabulary, before)) candidate.context = 'otherPerson';
  } else if (before.isCapitalised) {
    readCapital(reading, before, isHyphened);
    if (candidate.maybeOtherPerson && mayEndPhrase(vocabulary, before)) candidate.unknownCapital = form;
  }
}

/** A capitalised word directly before a surname: another given name, or only a sentence's beginning. */
function readCapital(reading: SurnameReading, before: Token, isHyphened: boolean): void {
  const { vocabulary, figure, candidate, name, inHeadline } = reading;
  const form = before.folded;
  const weak = isWeak(figure);
  const isOther = (word: Token) => isOtherBearer(vocabulary, candidate.figure, word.folded);
  const country = vocabulary.nationality.get(form);
  if (country) {
    candidate.besideCountry = country === figure.country;
    return;
  }
  const { surnames, given, givens, nounsCapital, surnameFirst } = vocabulary;
  // "le couple Maduro-Flores"
  if (isHyphened && surnames.has(form) && before.previous && vocabulary.plural.has(before.previous.folded))
    candidate.context = 'family';
  const { previous: first } = before;
  // "Carmen Flores-Rubio"
  const isDouble = isHyphened && surnames.has(form) && before.gapBefore === 'space';
  if (isDouble && first && isStrangersGivenName(vocabulary, first)) {
    candidate.context = 'otherPerson';
    return;
  }
  // "Yann Le Maduro": with a capital behind a given name an article is part of the surname.
  const isBehindGiven = first?.isCapitalised && before.gapBefore === 'space' && !givens.has(first.folded);
  if (isBehindGiven && !inHeadline && !first.isAllCapitals && isArticle(vocabulary, before)) {
    candidate.context = 'otherPerson';
    return;
  }
  // "Петро Трамп": a surname of a figure that is a given name of the language
  if (surnames.has(form) && !isHyphened && given.has(form)) candidate.context = 'otherPerson';
  if (surnames.has(form) || isLittle(vocabulary, before) || beginsName(vocabulary, form)) return;
  // "Zuzana Čaputová Trumpovi nenapísala"
  const written = before.seen.toLowerCase();
  if (vocabulary.womens.all.some((ending) => written.endsWith(ending))) return;
  // "Putin-Trump" is two people; "Sánchez-Rubio" is one and somebody else.
  if (isHyphened) {
    candidate.maybeOtherPerson = weak;
    return;
  }
  if (given.has(form) && !isPlaceOfTwoWords(vocabulary, before) && !endsName(vocabulary, before)) {
    // "Orbán Viktor Trump barátja": where surnames come first, a given name behind one is done.
    const isDone = surnameFirst && before.previous?.isCapitalised && before.gapBefore === 'space';
    // "Иван Трампа не узнал": his name has another case.
    const isBase = isShortestForm(vocabulary, name, candidate.figure);
    if (!isDone && (isBase || agreesInCase(vocabulary, before, name, candidate.figure)))
      candidate.context = 'otherPerson';
    return;
  }
  // "Trump Calls Petro at Dawn"; between two surnames of figures stands no given name
  if (inHeadline && (isPredicate(vocabulary, before) || isBetweenSurnames(vocabulary, before))) return;
  // "According to Reuters Trump …", "With Canada Trump …"
  if (isNobodys(vocabulary, before) || isOtherWord(vocabulary, before)) return;
  // "Mary Lea Trump's Book Is Out"; "Frederick Christ Trump" (de)
  if ((inHeadline || nounsCapital) && first?.isCapitalised && before.gapBefore === 'space' && isOther(first)) {
    candidate.context = 'otherPerson';
    return;
  }
  if (vocabulary.isForeign) {
    candidate.maybeOtherPerson = weak;
    candidate.isBehindCapital = weak;
    return;
  }
  if (before.isAllCapitals && !inHeadline && form.length <= LONGEST_ABBREVIATION) return;
  // "SICAK MESAJ Petro": in capitals a given name stands before no surname that is not.
  if (before.isAllCapitals && !name.isAllCapitals && form.length >= LONG_WORD) return;
  // "Dr. Wendell Trump"
  const abbreviated = before.previous && titleEnding(vocabulary, before.previous);
  const opens = before.opensSentence && !(abbreviated && isAbbreviated(abbreviated));
  const says = inHeadline ? 'unknown' : judgeCapital(vocabulary, before, name, candidate.figure);
  if (says === 'apart') return;
  // "Dr. Konrad Trump": where nouns have capitals, only what a person is addressed with makes a given name of one.
  const isAddressed =
    nounsCapital && abbreviated && isAbbreviated(abbreviated) && /^(?:other|m[rs])$/.test(abbreviated.title);
  if (says === 'otherPerson' || isAddressed) candidate.context = 'otherPerson';
  else if (inHeadline || opens || nounsCapital) {
    candidate.maybeOtherPerson =
      weak || (opens && !inHeadline && mayBeSubjectsName(vocabulary, before, name, candidate.figure));
    // Where nouns have capitals, most that stand in mid-sentence are nouns.
    candidate.isBehindCapital = (weak && inHeadline) || opens;
  } else if (weak) candidate.context = 'otherPerson';
  else {
    // In a list of labels ("Команда Трампа Экономика") a capital is no given name.
    candidate.maybeOtherPerson = !(name.next && name.gapAfter === 'space' && name.next.isCapitalised);
    candidate.inPhrase = says === 'inPhrase';
    // "Mary Anne MacLeod Trump", "Frederick Christ Trump"
    const isNamed = first?.isCapitalised && before.gapBefore === 'space' && (given.has(first.folded) || isOther(first));
    if (isNamed) candidate.context = 'otherPerson';
  }
}

/** "Trump Undang Petro": right behind another figure's surname, and not joined to it. */
const isBetweenSurnames = ({ surnames }: Vocabulary, { previous: other, gapBefore }: Token): boolean =>
  gapBefore === 'space' && other !== null && surnames.has(other.folded);
