// Surnames that are ordinary words too: whether one may be the word where it stands.
import { formsOf } from './clitics.ts';
import { isPredicate } from './predicates.ts';
import type { Vocabulary } from './vocabulary.ts';
import { endsWithOne } from './word-sets.ts';
import type { Token } from './words.ts';

/** True where the surname is an ordinary word of the language too, and its capital says nothing here. */
export function looksLikeWord(vocabulary: Vocabulary, surname: Token, inHeadline: boolean): boolean {
  const { words, verbs } = vocabulary;
  const opens = surname.opensSentence;
  // "Baldwin's Trump Yearns": what somebody owns is no verb.
  const isOwned = surname.previous?.folded === 's' && surname.previous.gapBefore === 'apostrophe';
  if (verbs.has(surname.folded) && inHeadline && !opens && !isOwned) return true;
  if (!words.has(surname.folded) || speaks(vocabulary, surname)) return false;
  // A word in small letters follows, as in a sentence and not in a label.
  return !surname.isCased || (opens && !inHeadline && surname.next?.isSmall === true);
}

/**
 * "Maduro-Zigarren", "doutník Maduro": beside such a noun the surname is the word. Before it no noun counts where a
 * clause needs no word of its own ("the cigar Trump smoked"). One that is a verb too needs another verb behind it:
 * "Maduro leaves are dark", but "Maduro leaves prison". The card that trumps stands behind it only: "ग्रीन कार्ड ट्रंप
 * प्रशासन …" is about another card.
 */
export function isBesideItsNoun(vocabulary: Vocabulary, surname: Token): boolean {
  const { headsWord, headsCard, dropsThat } = vocabulary;
  const { previous, next, gapBefore, gapAfter } = surname;
  const isNoun = (word: Token | null, gap: string, heads = headsWord) =>
    word !== null &&
    (gap === 'space' || gap === 'hyphen') &&
    formsOf(vocabulary, word).some(({ form }) => heads.has(form));
  const isVerb = next !== null && isPredicate(vocabulary, next) && !(next.next && isPredicate(vocabulary, next.next));
  if (isNoun(next, gapAfter, headsCard)) return true;
  return (isNoun(next, gapAfter) && !isVerb) || (!dropsThat && isNoun(previous, gapBefore));
}

const SHORTEST_PLURAL = 4; // letters
const LONGEST_LITTLE = 3; // letters between a name and its verb of saying
const LONGEST_RELATION = 3; // words: "la seva dona" (ca)
const SHORT = 2; // letters of a surname that is a word of grammar as well ("Li" in Italian)

/**
 * True where a surname that is a frequent word ("May", "Grant", "Wu") can only be that word: behind a preposition of
 * place, a hyphen or beside a number ("in May", "mid-May", "May 5"), or opening a sentence that goes on as the word
 * does ("May the …").
 */
export function isPlainWord(vocabulary: Vocabulary, surname: Token): boolean {
  const { nameWords, definite, indefinite, links, places, toward } = vocabulary;
  if (!nameWords.has(surname.folded)) return false;
  const { previous, next, source, start, end, gapBefore } = surname;
  if (
    /\d[.,]?\s*$/.test(source.text.slice(Math.max(0, start - 5), start)) ||
    /^\s*\d/.test(source.text.slice(end, end + 4))
  )
    return true;
  if (previous && gapBefore === 'hyphen' && previous.isSmall) return true;
  if (previous && gapBefore === 'space' && places.has(previous.folded)) return true;
  if (!surname.opensSentence || !next?.isSmall) return false;
  const goesOn = [definite, indefinite, links, places, toward];
  return surname.folded.length <= SHORT || goesOn.some((list) => list.has(next.folded));
}

/** "Trumpas: muitai liks", "לדברי טרמפ": no word of the language speaks. */
export const speaks = (vocabulary: Vocabulary, name: Token): boolean =>
  /^:\s+[^\s\d]/.test(name.source.text.slice(name.end, name.end + 4)) || isBesideSaying(vocabulary, name);

/** A verb of saying stands beside it, or behind a little word ("Maduro *se* declaró inocente"). */
export function isBesideSaying({ saying }: Vocabulary, { previous, next, opensSentence }: Token): boolean {
  const isLittle = opensSentence && next?.isSmall && next.gapAfter === 'space' && next.folded.length <= LONGEST_LITTLE;
  return [previous, next, isLittle ? next.next : null].some((word) => word !== null && saying.has(word.folded));
}

/** True of "Flores blancas": the adjective has the plural as well, in which no verb of one person ends. */
export function isPluralWord({ openers }: Vocabulary, { next, gapAfter, seen }: Token): boolean {
  const isPlural = (word: string) => word.length > SHORTEST_PLURAL && word.endsWith('s');
  return next !== null && gapAfter === 'space' && isPlural(seen) && isPlural(next.seen) && !openers.has(next.folded);
}

/** True of "Flores de todos los colores": what somebody is called goes on with a capital ("Flores de Maduro"). */
export const isWordWithLink = ({ companions, links }: Vocabulary, { next, gapAfter }: Token): boolean =>
  next?.next?.isSmall === true &&
  gapAfter === 'space' &&
  next.gapAfter === 'space' &&
  companions.has(next.folded) &&
  links.has(next.folded);

/** True of "Maduro y dulce", "Trumpas susitikimas": a little word, or a noun in the same case, goes with the word. */
export function fitsWord(vocabulary: Vocabulary, { next, seen, isCased }: Token): boolean {
  const { accusative, companions, articles } = vocabulary;
  if (!next) return false;
  const agrees =
    next.seen.slice(-1) === seen.slice(-1) || (endsWithOne(accusative, next.seen) && endsWithOne(accusative, seen));
  // "Petro è un amico": a letter with its accent is another word than "e".
  const isSpelledSo = next.folded.length > 1 || next.seen.toLowerCase() === next.folded;
  // "Rubio y Trump preparan …": what a capital follows joins two names.
  const isJoined =
    isSpelledSo &&
    companions.has(next.folded) &&
    next.next?.isCapitalised !== true &&
    !isBeforeRelative(vocabulary, next);
  // Where articles would show a noun, endings say nothing; nor do they where words have no cases (he).
  return isJoined || (articles !== 1 && isCased && agrees);
}

/** "Maduro y *su esposa* comparecieron": no adjective is joined to somebody's relative. */
function isBeforeRelative({ kin }: Vocabulary, and: Token): boolean {
  let word = and.next;
  for (let words = 0; words < LONGEST_RELATION && word?.isSmall; words++) {
    if (kin.has(word.folded)) return words > 0;
    word = word.gapAfter === 'space' ? word.next : null;
  }
  return false;
}
