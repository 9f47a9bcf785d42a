// A place's name that is somebody's surname ("The cellist Ximena Caracas"); a surname that is a town's.
import { hasTradeBehindComma, isLittle } from './appositions.ts';
import type { NameCandidate } from './candidate.ts';
import { hasOtherEnding, isNobodys } from './capitals.ts';
import { hasApostrophes, isInLocative } from './cases.ts';
import { formsOf } from './clitics.ts';
import { speaks } from './common-words.ts';
import { foldedAliases } from './figures.ts';
import { beginsName } from './gazetteer.ts';
import { isGivenName as isListed } from './given-names.ts';
import { isBehindStreet } from './heads.ts';
import { type Title, titleEnding } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { endsWithOne, fitsOne } from './word-sets.ts';
import { isBeforeComma, type Token } from './words.ts';

const LONGEST_ABBREVIATION = 3; // letters: "Mrs"
const LONGEST_DEGREE = 4; // letters: "Prof. Ottoline Caracas"
const LONGEST_HONORIFIC = 2; // letters: "Dr"; "Rep. Colombia" is the republic
const SHORTEST_TRADE = 3; // letters

/** True of a place's name of one word, without an ending, beside which a given name or an honorific stands. */
export function isPlaceSurname(vocabulary: Vocabulary, place: Token, figure: number): boolean {
  const { figures, titlesAfter } = vocabulary;
  const { previous: before, next, gapAfter } = place;
  if (figures.get(figure)?.kind !== 'place' || /\s/.test(place.written)) return false;
  if (titlesAfter && next && gapAfter === 'space' && isHonorific(vocabulary, next)) return true;
  const isSomebodys =
    isGivenName(vocabulary, place) ||
    (before !== null && isBehindHonorific(vocabulary, before)) ||
    isBeforeGivenName(vocabulary, place) ||
    isBehindTitle(vocabulary, place) ||
    isBehindGivenName(vocabulary, place, figure);
  return isSomebodys && mayBeInBase(vocabulary, place, figure);
}

/**
 * A given name before it. Where that is a place too, or is on no list, a title or a trade must stand before it: in
 * other languages than those with titles behind a name.
 */
function isBehindGivenName(vocabulary: Vocabulary, place: Token, figure: number): boolean {
  const { given, givenPlaces, titlesAfter, titleCase, surnameFirst } = vocabulary;
  const { previous: name, gapBefore, next, gapAfter } = place;
  if (!name || gapBefore !== 'space' || name.isSmall || name.isAllCapitals || isOfFigure(vocabulary, name))
    return false;
  // In a headline's capitals anything may follow a name ("Pope Francis Venezuela Visit").
  if (titleCase && next?.isCapitalised && gapAfter === 'space') return false;
  const first = wordBefore(vocabulary, name, place);
  if (first && givenPlaces.has(first.folded)) return false;
  // "Szijjártó Péter Kolumbia nagykövetét": his name is whole.
  if (surnameFirst && first?.isCapitalised && !isLittle(vocabulary, first)) return false;
  // "Wie Néstor Lorenzo Kolumbien zur WM führte": a whole name ends before it, for surnames are not translated.
  if (first?.isCapitalised && name.gapBefore === 'space' && isTranslated(vocabulary, place, figure)) return false;
  if (given.has(name.folded) && !givenPlaces.has(name.folded)) return isListed(vocabulary, name);
  // "Президент Конгресса Колумбии", "Ministras Vašingtone JAV kolegai padėkojo"
  if (!mayBeGivenName(vocabulary, name)) return false;
  const title = first && !first.isAllCapitals ? titleEnding(vocabulary, first) : null;
  // "Teknik direktör Batista Venezuela'yı savundu": what has the ending of a case is whom or what he means.
  if (title && gapAfter === 'apostrophe' && next?.isSmall && hasApostrophes(vocabulary)) return false;
  if (title) return !isMinistersName(vocabulary, title, place);
  if (isLittle(vocabulary, name)) return false;
  // "Order Banning Venezuela": a participle is no given name.
  if (hasOtherEnding(vocabulary, name)) return false;
  // "Ainhoa Caracas zurginak"
  if (titlesAfter && isBeforeTrade(vocabulary, place)) return true;
  // "Addio a Renzo Colombia, orologiaio"; "Calcio Colombia, attaccante …" is a label.
  if (!name.opensSentence && hasTradeBehindComma(vocabulary, place)) return true;
  // "…, dice Ada Caracas."
  const isSpeaker = first !== null && !vocabulary.dropsThat && vocabulary.saying.has(first.folded);
  const isSubject = first !== null && !isSecond(vocabulary, first) && endsTrade(vocabulary, first);
  return (isSpeaker && gapAfter !== 'space') || isSubject;
}

/** "I aften *møder* Batista Venezuela": behind one word, or a preposition with one, stands the verb and no trade. */
function isSecond({ verbSecond, nounsCapital, places, toward, prepositions }: Vocabulary, word: Token): boolean {
  const { previous: first, gapBefore } = word;
  if (!verbSecond || nounsCapital || !first || gapBefore !== 'space') return false;
  if (first.opensSentence) return true;
  const { previous: preposition, gapBefore: gap } = first;
  if (!preposition?.opensSentence || gap !== 'space') return false;
  return [places, toward, prepositions].some((list) => list.has(preposition.folded));
}

/** "Välisminister Tsahkna Venezuela visiit": where a country stands beside its noun, a title is the surname's. */
const isMinistersName = ({ ownerBeside }: Vocabulary, { title }: Title, { next, gapAfter }: Token): boolean =>
  ownerBeside === 1 && gapAfter === 'space' && next?.isSmall === true && title !== 'other';

/** A capital that is no agency and no town in its case. */
export const mayBeGivenName = (vocabulary: Vocabulary, name: Token): boolean =>
  name.isCapitalised && !isNobodys(vocabulary, name) && !isInLocative(vocabulary, name);

/** "Renzo Colombia riparava": on a page that has somebody of that surname the capital may be his given name. */
export function isBehindUnknownCapital(vocabulary: Vocabulary, { previous: name, gapBefore }: Token): boolean {
  if (!name || gapBefore !== 'space' || isOfFigure(vocabulary, name)) return false;
  return mayBeGivenName(vocabulary, name) && !isLittle(vocabulary, name) && !titleEnding(vocabulary, name);
}

/** A figure's name or nationality, or the beginning of one: no stranger's given name. */
export const isOfFigure = (vocabulary: Vocabulary, { folded }: Token): boolean =>
  vocabulary.surnames.has(folded) ||
  vocabulary.givens.has(folded) ||
  vocabulary.nationality.get(folded) !== undefined ||
  beginsName(vocabulary, folded);

/**
 * "la poeta Venezuela Portuguez": right behind a trade, and before a capital, it is a given name. Before another given
 * name, or behind an office, it is the country ("кандидат у президенти Колумбії Іван").
 */
function isGivenName(vocabulary: Vocabulary, place: Token): boolean {
  const { previous: trade, gapBefore, next, gapAfter, isAllCapitals } = place;
  const isNoun = trade !== null && (trade.isSmall || trade.opensSentence || vocabulary.nounsCapital);
  if (vocabulary.titleCase || !isNoun || gapBefore !== 'space' || isAllCapitals) return false;
  if (!next?.isCapitalised || gapAfter !== 'space' || next.isAllCapitals || isOfFigure(vocabulary, next)) return false;
  const isOffice = (vocabulary.titles.get(trade.folded) ?? 'other') !== 'other';
  return !isOffice && !vocabulary.given.has(next.folded) && isTrade(vocabulary, trade);
}

/** The word before a given name, also in "Prof. Ottoline Caracas" and "the foreman, Earl Caracas, read". */
function wordBefore({ titles }: Vocabulary, name: Token, { source, end }: Token): Token | null {
  const { previous: word, gapBefore } = name;
  if (!word || gapBefore === 'space') return word;
  if (gapBefore === 'stop') return word.folded.length <= LONGEST_DEGREE && titles.get(word.folded) ? word : null;
  return source.text[end] === ',' && /^,\s$/.test(source.text.slice(word.end, name.start)) ? word : null;
}

/** "Caracas Ilona festőművész": where surnames come first, a given name behind one, or any beside a trade. */
function isBeforeGivenName(vocabulary: Vocabulary, place: Token): boolean {
  const { surnameFirst, given } = vocabulary;
  const { previous: before, gapBefore, next: after, gapAfter } = place;
  if (!surnameFirst || !after?.isCapitalised || gapAfter !== 'space' || after.isAllCapitals) return false;
  if (isOfFigure(vocabulary, after)) return false;
  if (given.has(after.folded) || isBeforeTrade(vocabulary, after)) return true;
  return before !== null && gapBefore === 'space' && endsTrade(vocabulary, before);
}

const isBeforeTrade = (vocabulary: Vocabulary, { next: trade, gapAfter }: Token): boolean =>
  trade?.isSmall === true && gapAfter === 'space' && isTrade(vocabulary, trade);

/** "Wielrenster Anouk Venezuela", "la nuotatrice azzurra Ornella Caracas": an adjective may stand between. */
function endsTrade(vocabulary: Vocabulary, word: Token): boolean {
  if (isLittle(vocabulary, word)) return false;
  if (isTrade(vocabulary, word)) return true;
  const { previous: noun, gapBefore: gap } = word;
  return !vocabulary.nounsCapital && word.isSmall && noun !== null && gap === 'space' && isTrade(vocabulary, noun);
}

/** A noun for people that is no title. */
const isTrade = (vocabulary: Vocabulary, word: Token): boolean =>
  word.folded.length >= SHORTEST_TRADE &&
  !(vocabulary.nounsCapital && word.isSmall) &&
  !isLittle(vocabulary, word) &&
  fitsOne(vocabulary.trades, word.folded);

/** With an ending it is the country's: "paavi Leo Venezuelan tilanteesta". In other scripts endings are not told. */
const mayBeInBase = (vocabulary: Vocabulary, place: Token, figure: number): boolean =>
  !endsWithOne(vocabulary.accusative, place.seen) &&
  (!(vocabulary.inflected && /^[a-z]+$/.test(place.folded)) || isInBase(vocabulary, place, figure));

/**
 * A country in Latin letters, not as it spells itself ("Kolombiya"). A town may be somebody's surname in any spelling
 * ("Karakaş").
 */
function isTranslated({ figures }: Vocabulary, { folded }: Token, figure: number): boolean {
  const known = figures.get(figure);
  if (known?.country !== undefined || !/^[a-z]+$/.test(folded)) return false;
  return ![...foldedAliases(known)].some((alias) => folded.startsWith(alias));
}

/** As the language spells the place in the nominative, from which only an accent may tell the accusative (lt -ą). */
export const isInBase = (
  { figures, bases, accusative }: Vocabulary,
  { folded, seen }: Token,
  figure: number,
): boolean => !endsWithOne(accusative, seen) && (bases.has(folded) || foldedAliases(figures.get(figure)).has(folded));

/** "Mr. Caracas", "Frau Caracas", "Dr. Caracas"; but "г. Каракас" is the town, and "señor, Caracas …" none. */
function isBehindHonorific({ titles, words, notGiven }: Vocabulary, before: Token): boolean {
  const { folded, gapAfter, previous } = before;
  if (notGiven.has(before.seen.toLowerCase())) return false;
  // "thứ ba": on Tuesday.
  if (previous && words.has(`${previous.folded} ${folded}`)) return false;
  const title = titles.get(folded) ?? '';
  if (title === 'other') return gapAfter === 'stop' && folded.length <= LONGEST_HONORIFIC;
  const isBeside = gapAfter === 'space' || (gapAfter === 'stop' && folded.length <= LONGEST_ABBREVIATION);
  return isBeside && folded !== 'г' && /^m[rs]$/.test(title);
}

/** "El doctor Caracas": behind a title stands its own town with a little word ("el alcalde *de* Caracas"). */
function isBehindTitle(vocabulary: Vocabulary, { previous: title, gapBefore, folded }: Token): boolean {
  const { articles, genitive, dropsThat, titles, definite, isCountry } = vocabulary;
  if (!articles || genitive || dropsThat || !title?.isSmall || gapBefore !== 'space' || isCountry(folded)) return false;
  return titles.get(title.folded) === 'other' && definite.has(title.previous?.folded ?? '');
}

/** "카라카스 씨" */
const isHonorific = (vocabulary: Vocabulary, word: Token): boolean =>
  formsOf(vocabulary, word).some(({ form }) => /^m[rs]$/.test(vocabulary.titles.get(form) ?? ''));

/**
 * "Landslides in Villavicencio", "À Villavicencio, la ministre …": behind a preposition of place a surname that a town
 * bears is the town. Elsewhere it may be, but where it opens its sentence or says something.
 */
export function readTown(vocabulary: Vocabulary, candidate: NameCandidate, surname: Token): void {
  const { previous, gapBefore, gapAfter } = surname;
  const { places, linksTo, titles } = vocabulary;
  // "A Villavicencio, ministra degli Esteri, …": to whom
  const isBeforeTitle = titles.get(surname.next?.folded ?? '') !== undefined;
  const isWhither =
    previous?.opensSentence === true && linksTo.has(previous.folded) && isBeforeComma(surname) && !isBeforeTitle;
  const isBehind = previous !== null && gapBefore === 'space' && (places.has(previous.folded) || isWhither);
  // "the Bogotá–Villavicencio road"
  const { text } = surname.source;
  const isWay = previous?.isCapitalised === true && /^[-–—]$/.test(text.slice(previous.end, surname.start));
  // "la ciudad de Villavicencio"
  candidate.isInPlace = (isBehind && gapAfter !== 'apostrophe') || isWay || isBehindStreet(vocabulary, surname);
  if (candidate.isInPlace) candidate.context = 'partOfName';
  candidate.maybeTown = !surname.opensSentence && !speaks(vocabulary, surname) && !isBehindPartner(vocabulary, surname);
}

/** "Petro y Villavicencio irán": joined to somebody of the story before it; behind it a clause may begin. */
function isBehindPartner({ and, surnames }: Vocabulary, { previous: link, gapBefore }: Token): boolean {
  const partner = link?.previous;
  if (!link || !partner || gapBefore !== 'space' || link.gapBefore !== 'space' || !and.has(link.folded)) return false;
  return surnames.has(partner.folded);
}
