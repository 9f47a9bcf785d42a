// Heads: words that make a name part of another thing's name, before it ("Banco de Venezuela") or behind it ("Trump
// Tower").
import { formsOf, withoutClitics } from './clitics.ts';
import type { WordSet } from './lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

const MOST_LINKS = 2; // little words between a head and the name

/** True where a head stands before the name, perhaps with little words between; "torre Trump" only without. */
export function hasHeadBefore(vocabulary: Vocabulary, name: Token): boolean {
  let word = name.previous;
  // "Фонд «Трамп»"
  const isQuoted = word && /^\s+[„“"«]$/.test(name.source.text.slice(word.end, name.start));
  let gap = isQuoted ? 'space' : name.gapBefore;
  for (let links = 0; word && links <= MOST_LINKS && gap !== 'other' && gap !== 'stop'; links++) {
    if (isHead(vocabulary, vocabulary.headsBefore, word, links === 0)) return true;
    if (!vocabulary.links.has(word.folded)) return false;
    gap = word.gapBefore;
    word = word.previous;
  }
  return false;
}

/** True where the word behind a name is one of these heads; a particle may be written onto it ("트럼프 타워에서"). */
export function isHeadBehind(vocabulary: Vocabulary, heads: WordSet, word: Token): boolean {
  // "Trump National Security Adviser": the word belongs to the next.
  if (word.next && vocabulary.words.has(`${word.folded} ${word.next.folded}`)) return false;
  return isHead(vocabulary, heads, word, true) || formsOf(vocabulary, word).some(({ form }) => heads.has(form));
}

/** Heads that the list has with a capital need it in the text; those in small letters need to stand beside the name. */
function isHead(vocabulary: Vocabulary, heads: WordSet, word: Token, beside: boolean): boolean {
  const form = word.folded;
  if (beside && withoutClitics(vocabulary, form).some((one) => heads.has(one))) return true;
  return word.isCapitalised && heads.has(form.charAt(0).toUpperCase() + form.slice(1));
}
