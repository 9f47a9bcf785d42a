// An office that is only a post: what somebody became, wants to be, has the powers of. Nobody is meant by it.
import { formsOf, withoutClitics } from './clitics.ts';
import { withApostrophe } from './heads.ts';
import { isTitleInNominative } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { endsWithOne, fitsOne } from './word-sets.ts';
import type { Token } from './words.ts';

const VERB_NEAR = 6; // words looked through for the verb before or behind a post in the instrumental
const SHORTEST_VERB = 3; // letters

/**
 * True of an office that is a post, whoever holds it.
 * @param edge the office with its articles and the little words before it
 */
export function isPost(vocabulary: Vocabulary, phrase: Token, edge: Token): boolean {
  const { bare, copulas, parts } = vocabulary;
  // "as president"; "وبصفته": "and" may be written onto it.
  const isBare = (form: string) => withoutClitics(vocabulary, form).some((one) => bare.has(one));
  if (phrase.previous && phrase.gapBefore === 'space' && isBare(phrase.previous.folded)) return true;
  const { previous: word, gapBefore: gap } = edge;
  if (word && gap === 'space') {
    const isSubject = edge === phrase && isInNominative(vocabulary, phrase);
    // "Streep plays the American president"; but "welke rol speelt de Amerikaanse president?"
    const isPart = parts.has(word.folded) && !(word.previous && isPostsNoun(vocabulary, word.previous));
    if (!isSubject && (isPart || isPostsNoun(vocabulary, word))) return true;
    // "bio je predsjednik": the little word of the verb stands between.
    const verb = word.gapBefore === 'space' ? word.previous : null;
    if (edge === phrase && copulas.has(word.folded) && verb && bare.has(verb.folded)) return true;
  }
  return isInstrumentalPost(vocabulary, phrase);
}

/** "После выборов *президент* США …": in a language of cases what belongs to a post has it in the genitive. */
const isInNominative = (vocabulary: Vocabulary, { source, start, end }: Token): boolean =>
  [source.wordAt(start), source.wordAt(end - 1)].some((word) => word !== null && isTitleInNominative(vocabulary, word));

/** "the *powers* of the president", "l'*élection* du président" */
const isPostsNoun = ({ generic }: Vocabulary, noun: Token): boolean =>
  generic.has(noun.folded) || generic.has(withApostrophe(noun));

/** "राष्ट्रपति का चुनाव", "대통령의 권한": where the country stands first, what belongs to the post stands behind it. */
export function hasPostsNounBehind(vocabulary: Vocabulary, last: Token, next: Token): boolean {
  const { generic, genericBehind, links, names, nationality } = vocabulary;
  if (names.has(last.folded) || nationality.get(last.folded)) return false;
  const noun = links.has(next.folded) && next.gapAfter === 'space' ? next.next : next;
  return (
    noun !== null &&
    formsOf(vocabulary, noun).some(
      ({ form }) => generic.has(form) || genericBehind.has(form) || genericBehind.has(`${last.folded} ${form}`),
    )
  );
}

/**
 * "Ingen har varit *amerikansk president*": where articles are written onto the first word, an office without one is a
 * post inside a sentence. Headlines, which leave articles out, begin with it.
 */
export const hasNoArticle = ({ withoutArticle }: Vocabulary, { source, start }: Token): boolean => {
  const first = source.wordAt(start);
  return first !== null && first.gapBefore === 'space' && !first.opensSentence && fitsOne(withoutArticle, first.folded);
};

/**
 * "kdy se stal prezidentem USA a kdy prezidentem Kolumbie": in the instrumental, behind a verb of being or becoming, it
 * is a post, unless a preposition says that it is somebody ("s prezidentem USA").
 */
function isInstrumentalPost(vocabulary: Vocabulary, phrase: Token): boolean {
  const { bare, instrumental, instrumentalEndings, passiveEndings } = vocabulary;
  if (instrumentalEndings.all.length === 0) return false;
  // "prezidentem USA", "JAV prezidentu"
  const { source, start, end } = phrase;
  const edges = [source.wordAt(start), source.wordAt(end - 1)];
  if (!edges.some((word) => word && endsWithOne(instrumentalEndings, word.folded))) return false;
  let { previous: word, gapBefore: gap } = phrase;
  for (let words = 0; words < VERB_NEAR && word && gap === 'space'; words++) {
    if (instrumental.has(word.folded)) return false;
    if (bare.has(word.folded)) return true;
    // "был встречен президентом США": by him.
    if (words === 0 && endsWithOne(passiveEndings, word.folded)) return false;
    gap = word.gapBefore;
    word = word.previous;
  }
  return isBeforeVerb(vocabulary, phrase);
}

/** "Prezidentom USA sa môže stať len rodený občan": the verb of being or becoming stands behind the post. */
function isBeforeVerb({ bare, copulas }: Vocabulary, { next, gapAfter }: Token): boolean {
  let word = next;
  let gap = gapAfter;
  for (let words = 0; words < VERB_NEAR && word && gap === 'space'; words++) {
    // Of little words and prepositions the list has some too (na, jako).
    if (word.folded.length >= SHORTEST_VERB && bare.has(word.folded) && !copulas.has(word.folded)) return true;
    gap = word.gapAfter;
    word = word.next;
  }
  return false;
}
