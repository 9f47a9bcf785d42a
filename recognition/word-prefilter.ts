// The prefilter of a large library: its names begin in too many ways for a pattern to tell them from other words, so
// every word is asked about, by a filter of the words that begin names (first-word-filter.ts).
import { type FirstWordFilter, openFirstWordFilter } from './first-word-filter.ts';
import { foldText, unmix } from './fold.ts';
import type { Prefilter } from './prefilter.ts';
import { isInWord } from './scripts.ts';

const LONGEST_WORD = 64; // letters, as in words.ts
const TAG_EDGES = ',;|#•·:/\n\t';
/** Words that are not ASCII and were asked about. */
const MOST_KNOWN = 5000;

/**
 * Where blocks stand together without a space, a name may begin inside a row of letters with its capital, and end
 * before the row does.
 * @param words of all words that begin a name, or stand in one
 * @param small of those that count in small letters
 */
function createWordPrefilter(words: FirstWordFilter, small: FirstWordFilter): Prefilter {
  const known = new Map<string, boolean>();

  /** Whether a name may begin with the word at this offset. */
  function begins(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      // In small letters a word is whole. What is not ASCII passes, and is asked about below.
      if (unit > 96 && isAsciiWord(text, at))
        return small.mayBegin(text, at) || (standsApart(text, at) && beginsTag(text, at));
      const answer = unit > 96 ? 'unknown' : words.startsIn(text, at);
      if (answer !== 'unknown') return answer === 'yes';
    }
    let end = at + 1;
    while (end < text.length && end - at < LONGEST_WORD && isInWord(text, end)) end++;
    const word = text.slice(at, end);
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size > MOST_KNOWN) known.clear();
    const folded = unmix(foldText(word));
    const answer = words.beginsIn(folded);
    known.set(word, answer);
    return answer;
  }

  /** "gustavo petro" in small letters, as tags have it: two words of names follow each other. */
  function beginsTag(text: string, at: number): boolean {
    if (!words.mayBegin(text, at)) return false;
    let next = at;
    while (next < text.length && isInWord(text, next)) next++;
    return /^[ \u00a0-]/.test(text.charAt(next)) && words.mayBegin(text, next + 1);
  }

  return {
    next(text, from = 0) {
      let isInside = from > 0 && isInWord(text, from - 1);
      for (let at = from; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const isAscii = unit < 128;
        const isLetter = isAscii ? (unit > 96 && unit < 123) || (unit > 64 && unit < 91) : isInWord(text, at);
        const mayBegin = isLetter && (!isInside || (isAscii ? unit < 91 : isCapital(text, at)));
        if (mayBegin && begins(text, at)) return at;
        isInside = isLetter;
      }
      return -1;
    },
  };
}

/** Both filters as first-word-filter.ts writes them. */
export interface WrittenWordPrefilter {
  words: string;
  small: string;
}

/** The same from written filters. */
export const openWordPrefilter = ({ words, small }: WrittenWordPrefilter): Prefilter =>
  createWordPrefilter(openFirstWordFilter(words), openFirstWordFilter(small));

/** Whether nothing but space stands between a word and what sets tags apart, or the beginning. */
function standsApart(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 160)) at--;
  return at < 0 || TAG_EDGES.includes(text.charAt(at));
}

/** Whether a row of small letters ends before anything that is not ASCII. */
function isAsciiWord(text: string, start: number): boolean {
  let at = start;
  while (text.charCodeAt(at) > 96 && text.charCodeAt(at) < 123) at++;
  return !(text.charCodeAt(at) > 127);
}

const isCapital = (text: string, at: number): boolean => {
  const letter = text[at] as string;
  return letter !== letter.toLowerCase();
};
