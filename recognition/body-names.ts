// A place's name that ends the name of a firm, a body or a stranger ("Teleperformance Colombia", "Zoraima Colombia").
import { isLittle } from './appositions.ts';
import { hasOtherEnding } from './capitals.ts';
import { hasCases, isDeclined, isInPrepositionsCase } from './cases.ts';
import { isInHeadlineCase } from './headline-case.ts';
import { isInQuotationMarks } from './namesakes.ts';
import { isPlaceThatOpens } from './openings.ts';
import { isInBase, isOfFigure, mayBeGivenName } from './place-surnames.ts';
import { isPredicate } from './predicates.ts';
import { titleEnding } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Token, wordsAround } from './words.ts';

const WORDS_AROUND = 4; // looked at on each side
const LEAST_SMALL = 2; // of these, in a sentence
const SHORTEST_NAME = 3; // letters
const LONGEST_TOWN = 3; // words with capitals
const LONGEST_NAME = 4; // words of a subject
const LONGEST_OPENING = 6; // words before the subject
const LONG_WORD = 5; // letters: has a capital in headlines

/**
 * A place right behind an unknown capital makes one name with it, whoever bears that: in a sentence, in quotation
 * marks, behind "according to". What is known to end before the country is none: a town behind its preposition, a day,
 * an agency, an epithet, a title, what opens the sentence.
 */
export function endsOtherName(vocabulary: Vocabulary, place: Token, figure: number): boolean {
  const { previous: name } = place;
  if (!name || !isBehindName(vocabulary, name, place, figure)) return false;
  // «Роснефть Венесуэла»
  if (isInQuotationMarks(name.source.token(name.start, place.end))) return true;
  if (name.opensSentence || titleEnding(vocabulary, name)) return false;
  if (isBehindAccording(vocabulary, name)) return endsSource(vocabulary, place);
  if (mayStandApart(vocabulary) || endsBeforeCountry(vocabulary, name) || !isInSentence(vocabulary, place))
    return false;
  return !isInHeadline(vocabulary, place) && !endsPhrase(vocabulary, name, place);
}

/**
 * "Avon Colombia despide", which opens its sentence like "Vecina Colombia cierra": only the page tells the name from
 * the word.
 */
export function mayEndOtherName(vocabulary: Vocabulary, place: Token, figure: number): boolean {
  const { previous: name, next } = place;
  if (!name?.opensSentence || !next?.isSmall || !isBehindName(vocabulary, name, place, figure)) return false;
  if (mayStandApart(vocabulary) || titleEnding(vocabulary, name) || hasOtherEnding(vocabulary, name)) return false;
  return !endsBeforeCountry(vocabulary, name) && !isBeforeAnyNoun(vocabulary, next);
}

/**
 * An unknown capital stands right before the place, which is in the nominative: behind a noun with a capital the
 * genitive is the country's ("МИД Колумбии").
 */
function isBehindName(vocabulary: Vocabulary, name: Token, place: Token, figure: number): boolean {
  if (place.gapBefore !== 'space' || place.gapAfter === 'hyphen' || place.isAllCapitals) return false;
  if (name.folded.length < SHORTEST_NAME || isLittle(vocabulary, name) || isOfFigure(vocabulary, name)) return false;
  if (!mayBeGivenName(vocabulary, name) || !isInBase(vocabulary, place, figure)) return false;
  return !mayBeObject(vocabulary, place);
}

/** Where nouns have capitals, or a country stands beside its noun, the two words say little together. */
const mayStandApart = ({ nounsCapital, ownerBeside, isForeign }: Vocabulary): boolean =>
  Boolean(nounsCapital || ownerBeside || isForeign);

/** "Mao Ning Spojené státy vyzvala": in languages with cases the object looks so as well, and no firm is called so. */
const mayBeObject = ({ instrumentalEndings }: Vocabulary, { written }: Token): boolean =>
  instrumentalEndings.all.length > 0 && /\s/.test(written);

/** "According to Ada Caracas", "Según Transparencia Venezuela" */
function isBehindAccording({ according, toward, with: beside }: Vocabulary, { previous, gapBefore }: Token): boolean {
  if (!previous || gapBefore !== 'space') return false;
  const { folded: word, previous: before, gapBefore: gap } = previous;
  if (according.has(word)) return true;
  return gap === 'space' && (toward.has(word) || beside.has(word)) && according.has(before?.folded ?? '');
}

/**
 * Who says so ends with a comma, or where the verb stands second before that ("Volgens Ada Caracas *komt* …"). Without,
 * the country may begin what is said ("Según Reuters Colombia exporta …").
 */
const endsSource = ({ verbSecond }: Vocabulary, { gapAfter, next, source, end }: Token): boolean =>
  gapAfter === 'space' ? Boolean(verbSecond) && next?.isSmall === true : source.text[end] === ',';

/** "Santa Marta Colombia", "Escobars Colombia", "Илону Венесуэла": a town, an owner, somebody in another case. */
function endsBeforeCountry(vocabulary: Vocabulary, { folded, previous }: Token): boolean {
  const { givenPlaces, genitive } = vocabulary;
  if (givenPlaces.has(folded) || givenPlaces.has(previous?.folded ?? '')) return true;
  return (genitive === 1 && folded.endsWith('s')) || isDeclined(vocabulary, folded);
}

/** Small letters stand around it. In labels that end with it no little words do ("Especial elecciones Venezuela"). */
function isInSentence(vocabulary: Vocabulary, place: Token): boolean {
  const { links, places, toward, definite, indefinite } = vocabulary;
  const small = [...wordsAround(place, WORDS_AROUND)].filter((word) => word.isSmall);
  const isLast = place.next === null && !/\S/.test(place.source.text.charAt(place.end));
  const isLink = ({ folded }: Token) => [links, places, toward, definite, indefinite].some((list) => list.has(folded));
  return small.length >= LEAST_SMALL && (!isLast || small.some(isLink));
}

/** In a headline's capitals anything may stand before a country; no longer word behind it has small letters there. */
const isInHeadline = (vocabulary: Vocabulary, place: Token): boolean =>
  isInHeadlineCase(vocabulary, place) && !(place.next?.isSmall && place.next.folded.length >= LONG_WORD);

/**
 * "En Ginebra Venezuela rechazó", "vive en Cali Colombia", "the Chevron Venezuela license": the capital ends what a
 * preposition opened, or belongs to the noun behind the country.
 */
function endsPhrase(vocabulary: Vocabulary, name: Token, place: Token): boolean {
  const { places, with: beside, toward, openers, verbSecond } = vocabulary;
  const first = firstOfTown(vocabulary, name);
  const { previous: word, gapBefore } = first;
  if (!word || gapBefore !== 'space') return false;
  if (places.has(word.folded) || isInPrepositionsCase(vocabulary, first)) return true;
  if (verbSecond && isSubjectBehindVerb(vocabulary, name)) return true;
  // "At the United Nations Venezuela's envoy said"
  const last = place.gapAfter === 'apostrophe' && place.next?.folded === 's' ? place.next : place;
  if (last.gapAfter !== 'space' || !last.next?.isSmall) return false;
  if (isBeforeNoun(vocabulary, word, last.next)) return true;
  if (isOwnerInOpening(vocabulary, name)) return true;
  if (verbSecond) return false;
  // "Under Chávez Venezuela seized"
  const isOpener = [beside, toward, openers].some((list) => list.has(word.folded));
  return (word.opensSentence && isOpener) || isPlaceThatOpens(vocabulary, name, last);
}

/**
 * "После гола *Диаса* Колумбия повела", "Po golu *Diaza* Kolumbia …": where names have cases, a capital with the ending
 * of one owns the noun before it, with which a preposition opens the sentence.
 */
function isOwnerInOpening(vocabulary: Vocabulary, { folded, previous: noun }: Token): boolean {
  const { places, toward, with: beside, openers } = vocabulary;
  if (!hasCases(vocabulary) || !noun?.isSmall || isLittle(vocabulary, noun)) return false;
  if (!/[aeiouyаеиоуыэюяіїє]$/.test(folded)) return false;
  // "W lipcu Natura Kolumbia otworzyła": behind a place or a time the capital may be the firm's.
  if (noun.gapBefore !== 'space' || places.has(noun.previous?.folded ?? '')) return false;
  let word = noun;
  for (let words = 0; words < LONGEST_OPENING; words++) {
    const { previous, gapBefore } = word;
    if (!previous || (gapBefore !== 'space' && gapBefore !== 'hyphen')) return false;
    word = previous;
    if (word.opensSentence) return [places, toward, beside, openers].some((list) => list.has(word.folded));
  }
  return false;
}

/**
 * "W *Santa* Marcie Kolumbia", "В *Форт*-Лодердейле Венесуэла": only in languages of cases, for elsewhere a name of two
 * words may be a firm's ("en Coca-Cola Colombia").
 */
function firstOfTown(vocabulary: Vocabulary, name: Token): Token {
  let first = name;
  for (let words = 1; words < LONGEST_TOWN && hasCases(vocabulary); words++) {
    const { previous: word, gapBefore } = first;
    const isPart = gapBefore === 'hyphen' || (gapBefore === 'space' && word?.isCapitalised);
    if (!word || !isPart || word.opensSentence) break;
    first = word;
  }
  return first;
}

/** "Tirsdag forlader Løkke Colombia", "bezocht David van Weel Venezuela": no little word stands before the name. */
function isSubjectBehindVerb(vocabulary: Vocabulary, name: Token): boolean {
  let first = name;
  for (let words = 0; words < LONGEST_NAME; words++) {
    const { previous: word, gapBefore } = first;
    if (!word || gapBefore !== 'space') return false;
    const isParticle = word.isSmall && word.previous?.isCapitalised && word.gapBefore === 'space';
    if (word.isSmall && !(isParticle && vocabulary.links.has(word.folded)))
      return !isLittle(vocabulary, word) && !vocabulary.prepositions.has(word.folded);
    first = word;
  }
  return false;
}

/** "amid Exxon Venezuela talks": in English nouns stand side by side, with an article before all or any behind. */
function isBeforeNoun(vocabulary: Vocabulary, word: Token, next: Token): boolean {
  const { definite, indefinite } = vocabulary;
  const isArticle = definite.has(word.folded) || indefinite.has(word.folded);
  return isBeforeAnyNoun(vocabulary, next) || (isArticle && setsNounsSideBySide(vocabulary));
}

/** "Exxon Venezuela talks" */
const isBeforeAnyNoun = (vocabulary: Vocabulary, next: Token): boolean =>
  setsNounsSideBySide(vocabulary) && !isLittle(vocabulary, next) && !isPredicate(vocabulary, next);

/** As English does. */
export const setsNounsSideBySide = ({ titleCase, articles }: Vocabulary): boolean => Boolean(titleCase && articles);
