// Cuts a sentence into words, each with what its shape and the gap before it say.
import { foldText } from '../recognition/fold.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a sentence. Offsets are UTF-16 code units of the sentence. */
export interface Word {
  /** As it stands, without an elided article before it, a possessive or an ending behind an apostrophe. */
  text: string;
  /** Folded, without full stops: "U.S." is "us". */
  folded: string;
  start: number;
  end: number;
  /** Where the word with what was taken off ends. */
  outerEnd: number;
  /** What stands between it and the word before. */
  gap: string;
  /** It begins with a capital. */
  capital: boolean;
  /** Two letters or more, and all of them capitals. */
  capitals: boolean;
  /** A capital here says little: the sentence, a quotation or an item begins. */
  opens: boolean;
  /** An article was written onto it ("l’"). */
  elided: boolean;
  /** The possessive of English stood behind it. */
  possessive: boolean;
}

/** Words of one sentence that are looked at; a sentence has a bound in code units already. */
const MOST = 400;

// Letters, marks and digits; inside them apostrophes, hyphens, "&" and dots; or letters with a full stop each ("U.S.").
// A geresh may end a word of Hebrew ("ברקוביץ׳").
const WORD = /(?:\p{L}\.){2,8}\p{L}?|[\p{L}\p{M}\p{N}]+(?:['’ʼ`´׳״&.·‐‑-][\p{L}\p{M}\p{N}]+)*(?:(?<=[גזצץת])['’׳])?/gu;

export function wordsOf(sentence: string, vocabulary: Vocabulary): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of sentence.matchAll(WORD)) {
    const word = wordAt(sentence, match.index, match[0], end, vocabulary);
    if (word) words.push(word);
    end = match.index + match[0].length;
    if (words.length >= MOST) break;
  }
  return words;
}

function wordAt(sentence: string, at: number, written: string, before: number, vocabulary: Vocabulary): Word | null {
  let text = written;
  let start = at;
  const gap = sentence.slice(before, at);
  let elided = false;
  let possessive = false;
  const first = /['’ʼ`´]/u.exec(text);
  if (first && vocabulary.elisions.has(foldText(text.slice(0, first.index)))) {
    // "d’Arc" in the middle of a sentence keeps a capital D.
    if (!/^\p{Lu}/u.test(text) || before === 0 || /["“„«»]\s?$/u.test(gap) || text.length - first.index < 3) {
      start += first.index + 1;
      text = text.slice(first.index + 1);
      elided = true;
    }
  }
  const last = /['’ʼ`´](\p{Ll}[\p{L}\p{M}]{0,5})$/u.exec(text);
  if (last && last.index > 0 && (last[1] === 's' || vocabulary.code !== 'en')) {
    possessive = last[1] === 's';
    text = text.slice(0, last.index);
  }
  // "HDZ-a", "MÁV-nál": an acronym with an ending.
  const acronym = vocabulary.code !== 'en' && /^(\p{Lu}{2,7})[-‐‑]\p{Ll}{1,4}$/u.exec(text);
  if (acronym) text = acronym[1] as string;
  if (!text) return null;
  const letters = text.replace(/[^\p{L}]/gu, '');
  return {
    text,
    folded: foldText(text).replaceAll('.', ''),
    start,
    end: start + text.length,
    outerEnd: at + written.length,
    gap,
    capital: /^\p{Lu}|^\p{Lt}/u.test(text) || /^\p{Ll}{1,2}\p{Lu}/u.test(text),
    capitals: letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
    opens: before === 0 || /[.!?…:;«„“”"»*•|–—-]\s*$|[‘'(]$|["“„«]/u.test(gap.replace(/^["”“»’']/u, '')),
    elided,
    possessive,
  };
}
