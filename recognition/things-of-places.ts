// Villages, streets, lodgings, ships and firms beside a place's name or a surname: the place's own, or called after it.
import { isLittle } from './appositions.ts';
import { setsNounsSideBySide } from './body-names.ts';
import { endsInConsonant, hasCases, isAnyCountry, isInLocative, isShortestForm } from './cases.ts';
import { type GazetteerFigure, isWeak } from './figures.ts';
import { foldText, withoutInvisible } from './fold.ts';
import { isNounOf } from './heads.ts';
import { isInBase, isOfFigure } from './place-surnames.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fitsOne } from './word-sets.ts';
import type { Token } from './words.ts';

const LETTERS_BEHIND = /^\s\((\p{Lu}{2})\)/u;
const LONGEST_LETTERS = 8; // UTF-16 code units, what hides in it counted
const WORDS_BEFORE_NOUN = 2; // an article or the like, and a preposition

/**
 * "Kapal Venezuela ditahan": a country's ship. "Кафе Каракаса закрыты", "Улицы Каракаса пусты": in the genitive the
 * lodgings and streets of a town are its own, while streets are called after countries so.
 */
export function isPlacesOwn(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { headsQuoted, headsStreet } = vocabulary;
  const { folded: noun = '' } = name.previous ?? {};
  if (vocabulary.figures.get(figure)?.kind !== 'place') return false;
  if (mayOwnBeside(vocabulary, name)) return headsQuoted.has(noun);
  const isInCase = hasCases(vocabulary) && !isInBase(vocabulary, name, figure);
  return isInCase && !isAnyCountry(vocabulary, name.folded) && (headsQuoted.has(noun) || headsStreet.has(noun));
}

/**
 * Where a country's name stands beside its things as it is ("Kapal Venezuela", "Laev Venezuela rannikul"). With cases
 * only the genitive does, which ends in a vowel ("Kuunar Caracas" is no owner).
 */
const mayOwnBeside = ({ ownerBeside, inflected }: Vocabulary, { folded }: Token): boolean =>
  ownerBeside === 1 && !(inflected && endsInConsonant(folded));

/**
 * "We wsi Wenezuela", "Kuunari Caracas", "a Venezuela presszó": right beside a noun for a village, a lodging or a ship
 * a place in the nominative is what that is called. A town may be called a town. Where a country stands so before or
 * behind its own things ("kapal Venezuela"), it says nothing.
 */
export function isThingCalledSo(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { dropsThat, nounsCapital, surnameFirst, headsStreet, headsQuoted } = vocabulary;
  const { previous: before, next: behind, gapBefore, gapAfter, isCased } = name;
  if (!isCased || !isInBase(vocabulary, name, figure)) return false;
  const isTown = !vocabulary.isCountry(name.folded);
  const isStreetsNoun = (word: Token) => !isTown && !nounsCapital && isNounOf(vocabulary, headsStreet, word);
  const isHead = (word: Token) => isStreetsNoun(word) || isNounOf(vocabulary, headsQuoted, word);
  // With an ending the noun is the country's ("Venezuela hajói").
  if (surnameFirst)
    return (
      behind?.isSmall === true &&
      gapAfter === 'space' &&
      (isTown ? [headsQuoted] : [headsStreet, headsQuoted]).some(({ all }) => all.includes(behind.folded))
    );
  if (!isTown && isBehindVillageOf(vocabulary, name)) return true;
  if (mayOwnBeside(vocabulary, name) || !before || gapBefore !== 'space' || !isHead(before)) return false;
  const { previous: article, opensSentence } = before;
  // "for the ship Venezuela sent"
  if (dropsThat && !opensSentence) return false;
  // "Cosa hanno in comune Venezuela e Colombia": where nouns need an article, there is one.
  const mustHaveArticle = vocabulary.articles && !vocabulary.verbSecond && !opensSentence;
  if (mustHaveArticle && !(article && isArticle(vocabulary, article))) return false;
  return isStreetsNoun(before) || !isBehindLittle(vocabulary, before);
}

/**
 * "the village of Venezuela": in English that is what it is called. "A village of Venezuela" lies there, as does "la
 * ciudad de Colombia con más bares". A "mayor of Malta" may be the story's.
 */
export function isBehindVillageOf(vocabulary: Vocabulary, name: Token): boolean {
  const { headsStreet, links } = vocabulary;
  const { previous: link, gapBefore, gapAfter } = name;
  const noun = link?.previous;
  if (!setsNounsSideBySide(vocabulary) || !noun || gapBefore !== 'space' || gapAfter === 'apostrophe') return false;
  if (!links.has(link.folded) || link.gapBefore !== 'space' || !headsStreet.has(noun.folded)) return false;
  if (fitsOne(vocabulary.trades, noun.folded)) return false;
  return noun.opensSentence || vocabulary.definite.has(noun.previous?.folded ?? '');
}

/**
 * "La firma Petro", "Statek Maduro": right beside a noun for a firm or a ship a surname without an ending is its name.
 * Where a clause may follow its noun ("the ship Maduro boarded"), a strong one may be the person; and in "компания
 * Мадуро", where the surname has no cases, its owner.
 */
export const isFirmCalledSo = (vocabulary: Vocabulary, name: Token, figure: number): boolean =>
  !(vocabulary.dropsThat && !isWeak(vocabulary.figures.get(figure) as GazetteerFigure)) &&
  mayBeFirmCalledSo(vocabulary, name, figure);

/** The same of a strong surname where a clause may follow its noun: it may be the thing. */
export function mayBeFirmCalledSo(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { headsQuoted, places } = vocabulary;
  const { previous: noun, gapBefore, folded } = name;
  if (!noun || gapBefore !== 'space' || !isNounOf(vocabulary, headsQuoted, noun)) return false;
  if (isAnyCase(folded) || !isShortestForm(vocabulary, name, figure)) return false;
  return !isInLocative(vocabulary, noun) && !places.has(noun.previous?.folded ?? '');
}

/** A surname in a vowel, where names have cases and no endings tell them ("Мадуро"). */
const isAnyCase = (form: string): boolean => /\p{sc=Cyrillic}$/u.test(form) && !endsInConsonant(form);

/** "На танкере Венесуэла перевозит нефть", "Mit dem Schiff Venezuela verlassen": behind a preposition nothing tells. */
function isBehindLittle(vocabulary: Vocabulary, noun: Token): boolean {
  let word = noun;
  for (let words = 0; words < WORDS_BEFORE_NOUN && !word.opensSentence && word.previous; words++) {
    word = word.previous;
    if (isLittle(vocabulary, word) && !isArticle(vocabulary, word)) return true;
  }
  return false;
}

export const isArticle = ({ definite, indefinite }: Vocabulary, { folded }: Token): boolean =>
  definite.has(folded) || indefinite.has(folded);

/** "Casa Branca (SP)" has the letters of a state behind it; not its own, "White House (WH)", nor a country's. */
export function isBeforeState({ names }: Vocabulary, house: Token): boolean {
  const state = lettersBehind(house);
  if (state === null) return false;
  const initials = house.folded.split(/\s+/).map((word) => word.charAt(0));
  return !names.has(state) && !initials.join('').endsWith(state);
}

/** "Mococa enfrenta a de Colômbia (SP)": behind a country they must be a state's, for agencies stand so ("(AP)"). */
export const isInState = ({ regions }: Vocabulary, country: Token): boolean =>
  regions.has(lettersBehind(country) ?? '');

function lettersBehind({ source, end }: Token): string | null {
  const [, letters] = LETTERS_BEHIND.exec(withoutInvisible(source.text.slice(end, end + LONGEST_LETTERS))) ?? [];
  return letters === undefined ? null : foldText(letters);
}

/**
 * "South America", "America Ferrera", "Bank of America", "Süd-Amerika": beside a capital that nothing explains, also
 * over a link, an ambiguous name is part of another one. Where nouns have capitals, one behind it says nothing.
 */
export function isInOthersName(vocabulary: Vocabulary, name: Token): boolean {
  const { links, nounsCapital } = vocabulary;
  const { previous: before, gapBefore, next: behind, gapAfter } = name;
  if (gapBefore === 'hyphen' || (!nounsCapital && behind && gapAfter === 'space' && isUnknown(vocabulary, behind)))
    return true;
  if (!before || !/^(?:space|apostrophe)$/.test(gapBefore)) return false;
  if (gapBefore === 'space' && isUnknown(vocabulary, before)) return true;
  const { previous: noun } = before;
  return links.has(before.folded) && before.gapBefore === 'space' && noun !== null && isUnknown(vocabulary, noun);
}

/** A capital that is nobody of the story, no title, no country and no little word. */
function isUnknown(vocabulary: Vocabulary, word: Token): boolean {
  if (!word.isCapitalised || isLittle(vocabulary, word) || isOfFigure(vocabulary, word)) return false;
  if (word.opensSentence && (vocabulary.openers.has(word.folded) || vocabulary.links.has(word.folded))) return false;
  return vocabulary.titles.get(word.folded) === undefined && !isAnyCountry(vocabulary, word.folded);
}
