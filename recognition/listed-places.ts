// A surname that heads an entry of a list of places to go ("Maduro, Peckham. Eleven stools", "Maduro (via Savona 12)",
// "Thursday 19/2 – Maduro. The rapper …").
import { withoutInvisible } from './fold.ts';
import { beginsName } from './gazetteer.ts';
import { isNounOf } from './heads.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Token } from './words.ts';

const MOST_WORDS = 3; // of the place behind the comma
const LONGEST_ADDRESS = 60; // UTF-16 code units in brackets
/** "Eat | Maduro, Brunswick East.", "DO 19/2 – Maduro."; "The winner – Trump." is a sentence. */
const LABEL = /^(?:[^.,:;!?|]{1,24}\s[|·•]|[^.,:;!?|\d]{0,20}\d[^.,:;!?|]{0,8}\s[–—])\s$/u;
const LONGEST_LABEL = 40; // UTF-16 code units, what hides in it counted
const ADDRESS = /^\s\([^()]*\d[^()]*\)/;

/**
 * The surname opens its block or stands behind a label, and behind it stands nothing but a place with capitals that
 * closes the sentence, or an address in brackets; behind a label also nothing. It may be a caption too ("Trump, Ohio.
 * …"), so that the page must show whom it means.
 */
export function mayBeListedPlace(vocabulary: Vocabulary, name: Token): boolean {
  if (!name.isCased) return false;
  if (name.start > LONGEST_LABEL) return false;
  const isLabelled = LABEL.test(withoutInvisible(name.source.text.slice(0, name.start)));
  if (name.previous !== null && !isLabelled) return false;
  if (isLabelled && /^\.\s/.test(name.source.text.slice(name.end))) return true;
  return isBeforePlaceAlone(vocabulary, name) || isBeforeAddress(vocabulary, name);
}

/** "Maduro, Peckham."; but not "Trump, Putin.", "Maduro, Caracas." */
function isBeforePlaceAlone(vocabulary: Vocabulary, name: Token): boolean {
  const { next: first, source } = name;
  if (!first?.isCapitalised || !/^,\s$/.test(source.text.slice(name.end, first.start))) return false;
  let last = first;
  for (let words = 1; last.next && last.gapAfter === 'space' && words < MOST_WORDS; words++) last = last.next;
  if (!/^\.\s/.test(source.text.slice(last.end, last.end + 2))) return false;
  for (let word: Token | null = first; word && word.start <= last.start; word = word.next)
    // “Lyon 2e”
    if ((word.isSmall && !/^\d/.test(word.seen)) || isKnown(vocabulary, word.folded)) return false;
  return true;
}

/** Somebody of the story, a statesman or a country. */
const isKnown = (vocabulary: Vocabulary, form: string): boolean =>
  vocabulary.surnames.has(form) ||
  vocabulary.statesmen.has(form) ||
  vocabulary.nationality.get(form) !== undefined ||
  beginsName(vocabulary, form);

/** "Maduro (Oranienstraße 12)": in brackets a noun for a street and a number. */
function isBeforeAddress(vocabulary: Vocabulary, { end, next, source }: Token): boolean {
  const [brackets] = ADDRESS.exec(source.text.slice(end, end + LONGEST_ADDRESS)) ?? [];
  if (!brackets) return false;
  const { headsStreet, headsBefore, headsAfter } = vocabulary;
  for (let word = next; word && word.end < end + brackets.length; word = word.next)
    for (const heads of [headsStreet, headsBefore, headsAfter])
      if (isNounOf(vocabulary, heads, word) || heads.has(word.seen)) return true;
  return false;
}
