// What a capitalised word of unknown meaning says before a surname: it may be a given name that no list has, and the
// surname somebody else's. Or it ends what comes before: "At Davos Trump …", "To Viktor Orbán Trump …".
import { hasTradeBehindComma, isLittle, isNamedByTrade, isSpeakersTrade } from './appositions.ts';
import {
  agreesInCase,
  isAdjectiveInCase,
  isAnyCountry,
  isDeclined,
  isInLocative,
  isInPrepositionsCase,
  isPlaceBeforeObject,
  isShortestForm,
  isStatesman,
} from './cases.ts';
import { isOtherBearer } from './given-names.ts';
import { isBehind, isPlaceThatOpens } from './openings.ts';
import { figureOf } from './packed-name.ts';
import { isPredicate } from './predicates.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fitsOne, type WordSet } from './word-sets.ts';
import { isBeforeComma, isJoined, type Token } from './words.ts';

const LONGEST_PHRASE = 4; // words of a house's name before the surname ("the White House")
const LONGEST_APPOSITION = 70; // UTF-16 code units
const APPOSITION = /^,\s[^,.;:!?]{3,},\s/;
const LONG_ENDING = 3; // letters; shorter ones end given names too
const SHORTEST_GIVEN = 3; // letters
const SHORTEST_TRADE = 5; // letters of a noun that opens a sentence

/** What an unknown capital before a surname is. */
export type CapitalBefore =
  /** It ends another phrase, so that the surname stands bare. */
  | 'apart'
  /** It is the given name of another bearer ("The plumber Orville Trump fixed …"). */
  | 'otherPerson'
  /** It belongs to the noun behind the surname, or is a given name ("the Davos Trump speech"). */
  | 'inPhrase'
  /** Nothing tells. */
  | 'unknown';

/**
 * Judges a capital directly before a surname, which no list has as a title, a country or a given name.
 * @param figure index of the figure whose surname it is
 */
export function judgeCapital(vocabulary: Vocabulary, capital: Token, name: Token, figure: number): CapitalBefore {
  const { articles, surnameFirst } = vocabulary;
  const isBase = isShortestForm(vocabulary, name, figure);
  // "По данным Bloomberg Трамп доволен": nobody's name is in two scripts.
  if (/^[a-z]/.test(capital.folded) && !/^[a-z]/.test(name.folded)) return 'apart';
  if (isTitleWithArticle(vocabulary, capital) || (!isBase && isInLocative(vocabulary, capital))) return 'apart';
  if (endsWholeName(vocabulary, capital, name, figure, isBase)) return 'apart';
  if (!isBase && !agreesInCase(vocabulary, capital, name, figure)) return 'apart';
  if (!isBase && isPlaceBeforeObject(vocabulary, capital, name)) return 'apart';
  // "На думку Качинського Трамп правий"
  if (isBase && isAdjectiveInCase(vocabulary, capital)) return 'apart';
  const isBeforeVerb = name.gapAfter === 'space' && name.next?.isSmall === true;
  // "У Боготі Петро, президент Колумбії, скликав"
  if (isBase && !isBeforeVerb && isBeforeComma(name) && isInPrepositionsCase(vocabulary, capital)) return 'apart';
  if (isBase && hasTradeBehindComma(vocabulary, name) && mayBeAnyGivenName(vocabulary, capital)) return 'otherPerson';
  if (isBase && (isNamedByTrade(vocabulary, capital) || isSpeakersTrade(vocabulary, capital))) return 'otherPerson';
  if (!isBase || !isBeforeVerb) return 'unknown';
  if (isPlaceThatOpens(vocabulary, capital, name) || isInLocative(vocabulary, capital)) return 'apart';
  if (isBehindTrade(vocabulary, capital)) return 'otherPerson';
  const { previous: article } = capital;
  const isInPhrase = articles && !surnameFirst && article?.isSmall && capital.gapBefore === 'space';
  return isInPhrase && vocabulary.definite.has(article.folded) ? 'inPhrase' : 'unknown';
}

/** "Pour Le Monde Trump n'a pas de plan": an article with a capital in mid-sentence begins a newspaper's name. */
const isTitleWithArticle = ({ articles, definite }: Vocabulary, { previous: article, gapBefore }: Token): boolean =>
  articles === 1 &&
  gapBefore === 'space' &&
  article?.isCapitalised === true &&
  !article.opensSentence &&
  definite.has(article.folded);

/** True for a capital that is no given name anywhere: an agency, a parliament, a country, "Mar-a-Lago", a house. */
export const isNobodys = (vocabulary: Vocabulary, capital: Token): boolean => {
  const { bodies, given, givenPlaces, capitalCities } = vocabulary;
  const { folded } = capital;
  const isCountryOrCapital = isAnyCountry(vocabulary, folded) || capitalCities.get(folded) !== undefined;
  return (
    bodies.has(folded) ||
    isStatesman(vocabulary, folded) ||
    (isCountryOrCapital && !given.has(folded) && !givenPlaces.has(folded)) ||
    isPlaceWithHyphens(capital, given) ||
    endsName(vocabulary, capital)
  );
};

/** "In the White House Petro smiled": it is the last word of a place's or an institution's name. */
export function endsName({ figures, names, firstWords }: Vocabulary, capital: Token): boolean {
  let phrase = capital.folded;
  let { previous: word, gapBefore: gap } = capital;
  for (let words = 1; words < LONGEST_PHRASE && word && isJoined(gap); words++) {
    phrase = `${word.folded} ${phrase}`;
    const name = firstWords.has(word.folded) ? names.get(phrase) : undefined;
    if (name !== undefined) return figures.get(figureOf(name))?.kind !== 'person';
    ({ previous: word, gapBefore: gap } = word);
  }
  return false;
}

/** No adverb, no epithet and no place behind its preposition. */
function mayBeAnyGivenName(vocabulary: Vocabulary, capital: Token): boolean {
  const { openerEndings, trades } = vocabulary;
  const { folded: word, previous, gapBefore, isAllCapitals } = capital;
  if (isAllCapitals || word.length < SHORTEST_GIVEN || isLittle(vocabulary, capital) || fitsOne(trades, word))
    return false;
  if (/^\p{sc=Cyrillic}+[еиоуыэюіїєё]$/u.test(word)) return false;
  if (openerEndings.all.some((ending) => ending.length > 1 && word.endsWith(ending))) return false;
  if (!previous || gapBefore !== 'space' || capital.opensSentence) return true;
  const isArticle = vocabulary.namesHaveArticles === 1 && vocabulary.definite.has(previous.folded);
  return isArticle || !isLittle(vocabulary, previous);
}

/** "Mar-a-Lago", "Stratford-upon-Avon"; but "Jean-de-Dieu" is a given name. */
function isPlaceWithHyphens({ previous: little, gapBefore }: Token, given: WordSet): boolean {
  const first = little?.previous;
  if (!first || gapBefore !== 'hyphen' || little.gapBefore !== 'hyphen') return false;
  return little.isSmall && first.isCapitalised && !given.has(first.folded);
}

/**
 * "With Giorgia Meloni Trump agrees": the capital is the surname of somebody named in full behind such a preposition;
 * or the given name has a case that the figure's has not; or the language has surnames first.
 */
function endsWholeName(vocabulary: Vocabulary, capital: Token, name: Token, figure: number, isBase: boolean): boolean {
  const { given, surnameFirst, with: beside } = vocabulary;
  const { previous: first } = capital;
  if (!first || capital.gapBefore !== 'space' || !first.isCapitalised) return false;
  if (isBase && isDeclined(vocabulary, first.folded)) return true;
  if (isOtherBearer(vocabulary, figure, first.folded)) return false;
  if (surnameFirst === 1 && given.has(first.folded)) return true;
  return isBase && isBehind(vocabulary, beside, first, name);
}

/** "Правительство Петро", "Supporting Petro": a capital that opens the sentence has an ending of other words. */
export const isOtherWord = (vocabulary: Vocabulary, capital: Token): boolean =>
  capital.opensSentence && hasOtherEnding(vocabulary, capital);

/** "devant Mediapart Trump": a preposition stands before it; where names have cases, any word in small letters. */
export const mayEndPhrase = (vocabulary: Vocabulary, { previous: word, gapBefore }: Token): boolean =>
  gapBefore === 'space' &&
  word !== null &&
  ([vocabulary.places, vocabulary.toward, vocabulary.with].some((list) => list.has(word.folded)) ||
    (word.isSmall && vocabulary.instrumentalEndings.all.length > 0));

/** It has an ending that no given name has ("Banning"). */
export const hasOtherEnding = ({ openerEndings }: Vocabulary, { folded }: Token): boolean =>
  openerEndings.all.some((ending) => ending.length >= LONG_ENDING && folded.endsWith(ending));

/**
 * "Orville Trump fixed the pipe", "Orville Trump, a plumber, …": a capital that opens the sentence and has no ending of
 * another word may be a given name, if an apposition follows; a verb says so where subjects stand before verbs. "Former
 * Trump aides" are no Former's.
 */
export function mayBeSubjectsName(vocabulary: Vocabulary, capital: Token, name: Token, figure: number): boolean {
  const { openerEndings, predicates } = vocabulary;
  const word = capital.folded;
  if (capital.isAllCapitals || word.length < SHORTEST_GIVEN) return false;
  // "Публично Трамп молчал", "Республиканец Трамп решил": an adverb and an epithet are no given names.
  if (/^\p{sc=Cyrillic}+$/u.test(word) && (/[аеиоуыэюяіїєёјм]$/.test(word) || fitsOne(vocabulary.trades, word)))
    return false;
  if (openerEndings.all.some((ending) => word.endsWith(ending)) || !isShortestForm(vocabulary, name, figure))
    return false;
  const { next, source, end, gapAfter } = name;
  const isApposition = APPOSITION.test(source.text.slice(end, end + LONGEST_APPOSITION));
  if (isApposition && vocabulary.nounsCapital) return true;
  if (!next?.isSmall) return false;
  if (isApposition) return true;
  if (predicates.all.length === 0) return false;
  if (isBeforeComma(name)) return true;
  return gapAfter === 'space' && isPredicate(vocabulary, next);
}

/**
 * "The plumber Orville Trump fixed": a noun that is no title opens the sentence, with its article where there are
 * articles. Elsewhere the capital behind a noun that is on no list must look like a man's name in the nominative, or it
 * may be whose the noun is.
 */
function isBehindTrade(vocabulary: Vocabulary, capital: Token): boolean {
  const { articles, definite, indefinite, nounsCapital, links, openers, places, toward } = vocabulary;
  const { previous: noun, gapBefore } = capital;
  if (!noun || gapBefore !== 'space') return false;
  const form = noun.folded;
  const isKnown = [links, openers, places, toward].some((list) => list.has(form)) || vocabulary.nationality.get(form);
  const title = vocabulary.titles.get(form);
  if (isKnown || (title && title !== 'other')) return false;
  if (articles) {
    // "Klempner Orwin Trump reparierte": German needs no article there.
    if (nounsCapital && noun.opensSentence && fitsOne(vocabulary.trades, form)) return true;
    const { previous: article } = noun;
    const isNoun = nounsCapital ? noun.isCapitalised : noun.isSmall;
    const isArticle = article && (definite.has(article.folded) || indefinite.has(article.folded));
    return isNoun && isArticle === true && article.opensSentence && noun.gapBefore !== 'other';
  }
  return (
    noun.opensSentence &&
    noun.isCapitalised &&
    form.length >= SHORTEST_TRADE &&
    !vocabulary.given.has(form) &&
    !vocabulary.surnames.has(form) &&
    !vocabulary.names.has(form) &&
    (title === 'other' || /[^aeiouyаеиоуыэюяіє]$/.test(capital.seen.toLowerCase()))
  );
}

/**
 * "Trump Zsombor vízszerelő": where surnames come first, a capital of unknown meaning behind the bare form, and a small
 * word behind that, may be a given name.
 */
export function isGivenNameBehind(vocabulary: Vocabulary, name: Token, figure: number): boolean {
  const { surnameFirst, openers, surnames, titles } = vocabulary;
  const { next: after } = name;
  if (!surnameFirst || !after?.isCapitalised || name.gapAfter !== 'space' || after.isAllCapitals) return false;
  // "Trump Davosba megy": a town in its case
  if (isInLocative(vocabulary, after)) return false;
  const form = after.folded;
  const isKnown = openers.has(form) || surnames.has(form) || vocabulary.names.has(form) || titles.get(form);
  if (isKnown || vocabulary.firstWords.has(form) || vocabulary.nationality.get(form)) return false;
  return after.gapAfter === 'space' && after.next?.isSmall === true && isShortestForm(vocabulary, name, figure);
}
