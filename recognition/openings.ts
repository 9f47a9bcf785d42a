// Whether what opens a sentence ends with the capital before a surname: "At Davos Trump …", "Asked about Nvidia Trump
// shrugged".
import { isLittle } from './appositions.ts';
import { hasCases, isDeclined } from './cases.ts';
import { isPredicate } from './predicates.ts';
import type { Vocabulary } from './vocabulary.ts';
import { fitsOne, type WordSet } from './word-sets.ts';
import { isBehindComma, isJoined, type Token } from './words.ts';

const LONGEST_PHRASE = 4; // words of a place's name before the surname ("Mar-a-Lago", "New York")
const LONGEST_OPENING = 8; // words of a sentence before its subject
const LONGEST_PARTICLE = 3; // letters: "der"

/**
 * "At Davos Trump said", "Speaking to Newsmax Trump said": a preposition opens the sentence, its place is done, and the
 * surname is the subject. Before an article it is none: "To Orville Trump the flood was the end".
 */
export function isPlaceThatOpens(vocabulary: Vocabulary, capital: Token, name: Token): boolean {
  const { places, toward, openers, links, definite, indefinite, regions, isCountry } = vocabulary;
  const { next } = name;
  if (!next?.isSmall || name.gapAfter !== 'space') return false;
  const isWhole = (form: string) => regions.has(form) || isCountry(form);
  const isBeforeArticle = definite.has(next.folded) || indefinite.has(next.folded);
  let first = capital;
  for (let words = 0; words <= LONGEST_PHRASE; words++) {
    const { previous: word, gapBefore: gap } = first;
    if (!word || !(isJoined(gap) || gap === 'apostrophe')) return false;
    // "Mar-a-Lago" has no preposition in it.
    const isInside = gap === 'hyphen';
    const isPlace = !isInside && places.has(word.folded);
    // "In Ohio Wendell Trump opened": the place ends before the given name.
    if (isPlace && first !== capital && isWhole(first.folded)) return false;
    // "Secondo il Corriere Trump ha perso": a given name has no article.
    // "O Grenlandii Trump milczał": in the preposition's case it is none of a name in the nominative.
    const isCase = hasCases(vocabulary);
    const isWithThing = (isCase || definite.has(first.folded)) && vocabulary.with.has(word.folded) && !isInside;
    // "Выступая в Айове Трамп обещал": right behind it the capital has another case than the surname.
    // "Для Елены Трамп сшили": a woman's surname has no ending.
    if (isCase && first === capital && (isPlace || isWithThing)) return !isDeclined(vocabulary, capital.folded);
    if (isPlace || isWithThing || (!isInside && toward.has(word.folded))) {
      const { previous: before } = word;
      const opens = word.opensSentence || isBehindComma(word);
      const isBehindOpener = before?.opensSentence && word.gapBefore === 'space' && openers.has(before.folded);
      if (opens || isBehindOpener) return isPlace || isWithThing || !isBeforeArticle;
      return isInOpening(vocabulary, word) && (isPlace || (!isBeforeArticle && !isBehindArticle(vocabulary, word)));
    }
    if (!isInside && vocabulary.with.has(word.folded) && !links.has(word.folded))
      return !isBeforeArticle && endsWithSubject(vocabulary, word, next);
    const isInsidePlace = links.has(word.folded) || definite.has(word.folded) || isInside;
    // "На Урсула фон дер Лайен Тръмп каза": little words inside a surname.
    // "I Bodø har Torleif Trump": where the verb stands second, a short word may be the verb.
    const isInName =
      word.isSmall && word.folded.length <= LONGEST_PARTICLE && word.gapBefore === 'space' && !vocabulary.verbSecond;
    if (!isInsidePlace && !isInName && !word.isCapitalised) return false;
    first = word;
  }
  return false;
}

/** "With Giorgia Meloni Trump agrees": one of these prepositions is in what opens the sentence; no article follows. */
export function isBehind(vocabulary: Vocabulary, prepositions: WordSet, first: Token, name: Token): boolean {
  let { previous: word, gapBefore } = first;
  // "Според анализатора Любомир Кючуков Тръмп иска"
  const isRole = (form: string) => vocabulary.titles.get(form) !== undefined || fitsOne(vocabulary.trades, form);
  if (word?.isSmall && gapBefore === 'space' && isRole(word.folded)) ({ previous: word, gapBefore } = word);
  const { next } = name;
  if (!word || gapBefore !== 'space' || !prepositions.has(word.folded)) return false;
  if (!next?.isSmall || vocabulary.definite.has(next.folded) || vocabulary.indefinite.has(next.folded)) return false;
  return word.opensSentence || isBehindComma(word) || isInOpening(vocabulary, word);
}

/** "During a dinner in Davos Trump said": the sentence opens with a preposition or the like, and has no comma yet. */
function isInOpening({ openers, places, toward }: Vocabulary, preposition: Token): boolean {
  let word = preposition;
  for (let words = 0; words < LONGEST_OPENING; words++) {
    const { previous, gapBefore } = word;
    if (!previous || !(isJoined(gapBefore) || gapBefore === 'apostrophe')) return false;
    word = previous;
    if (word.opensSentence) return [openers, places, toward].some((list) => list.has(word.folded));
  }
  return false;
}

/**
 * "Asked about Nvidia Trump shrugged", "Después de cenar con Bukele Trump dio …": what opens the sentence ends with the
 * capital, since a verb follows the surname. Where a verb may stand before its subject ("Pour Ermeline Trump a sonné
 * l'heure"), a word with a meaning of its own must stand before the preposition, and no noun with an article.
 */
function endsWithSubject(vocabulary: Vocabulary, preposition: Token, next: Token): boolean {
  const { openers, dropsThat, verbSecond } = vocabulary;
  const { previous: before, gapBefore } = preposition;
  if (verbSecond) return false;
  if (!dropsThat) {
    const isPhrase = before !== null && gapBefore === 'space' && !isLittle(vocabulary, before);
    return isPhrase && isInOpening(vocabulary, preposition) && !isBehindArticle(vocabulary, preposition);
  }
  const isBehindOpener = before?.opensSentence && gapBefore === 'space' && openers.has(before.folded);
  return (preposition.opensSentence || isBehindOpener === true) && isPredicate(vocabulary, next);
}

/**
 * An article stands before this word in its sentence: with it a noun, which may be the subject. One right behind what
 * opens the sentence belongs to that, if a preposition ("On *the* way to Svalbard Trump slept").
 */
function isBehindArticle(vocabulary: Vocabulary, preposition: Token): boolean {
  const { definite, indefinite, places, toward } = vocabulary;
  const isPreposition = ({ folded, opensSentence }: Token) =>
    opensSentence && (places.has(folded) || toward.has(folded));
  let word = preposition.opensSentence ? null : preposition.previous;
  for (let words = 0; words < LONGEST_OPENING && word; words++) {
    const { previous } = word;
    // "Al llegar a Doral": an article that is written onto a preposition.
    const isItsOwn = isPreposition(word) || (previous !== null && isPreposition(previous));
    if (!isItsOwn && (definite.has(word.folded) || indefinite.has(word.folded))) return true;
    word = word.opensSentence ? null : previous;
  }
  return false;
}
