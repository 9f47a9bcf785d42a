// The prefilter of a large library: its names begin in too many ways for a pattern to tell them from other words, so
// words are asked about, by a filter of the words that begin names (first-word-filter.ts). A pattern finds which: all
// with a capital, and of those in small letters the few that may count so.
import { type FirstWordFilter, openFirstWordFilter } from './first-word-filter.ts';
import { foldText, unmix } from './fold.ts';
import type { Prefilter } from './prefilter.ts';
import { isInWord } from './scripts.ts';

const LONGEST_WORD = 64; // letters, as in words.ts
/** What sets tags apart. */
const TAG_EDGES = ',;|#•·:/\n\t';
/** Words that are not ASCII and were asked about. */
const MOST_KNOWN = 5000;

/** Both filters as first-word-filter.ts writes them. */
export interface WrittenWordPrefilter {
  /** Of all words that begin a name, or stand in one. */
  words: string;
  /** Of those that count in small letters. */
  small: string;
  /** A pattern of how the latter begin, as far as they are ASCII. */
  smallBeginnings: string;
}

/**
 * Opens a prefilter from what is written of it. Where blocks stand together without a space, a name may begin inside a
 * row of letters with its capital, and end before the row does.
 */
export function openWordPrefilter({ words, small, smallBeginnings }: WrittenWordPrefilter): Prefilter {
  return createWordPrefilter(
    openFirstWordFilter(words),
    openFirstWordFilter(small),
    // A capital; what is not ASCII; a word in small letters that may count so, or behind what sets tags apart.
    new RegExp(`[A-Z]|[^\\x00-\\x7f]+|\\b(?:(?=${smallBeginnings})|(?<=(?:^|[${TAG_EDGES}])[ \\u00a0]*))[a-z]`, 'g'),
  );
}

function createWordPrefilter(words: FirstWordFilter, small: FirstWordFilter, candidates: RegExp): Prefilter {
  const known = new Map<string, boolean>();

  /** Whether a name may begin with the word whose first letter is at this offset. */
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
    const answer = words.beginsIn(unmix(foldText(word)));
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
      candidates.lastIndex = from;
      for (let found = candidates.exec(text); found; found = candidates.exec(text)) {
        // It may stand in a word that begins with small ASCII letters: "eBay", "opéra".
        const start = startOfSmall(text, found.index, from);
        let isInside = start > 0 && isInWord(text, start - 1);
        for (let at = start; at < candidates.lastIndex; at++) {
          const isLetter = isInWord(text, at);
          if (isLetter && (!isInside || isCapital(text, at)) && begins(text, at)) return at;
          isInside = isLetter;
        }
      }
      return -1;
    },
  };
}

/** Where the row of small ASCII letters begins that ends before this offset, as far as a word is read. */
function startOfSmall(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && end - start < LONGEST_WORD && isSmallAscii(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Whether nothing but space stands between a word and what sets tags apart, or the beginning. */
function standsApart(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 160)) at--;
  return at < 0 || TAG_EDGES.includes(text.charAt(at));
}

/** Whether a row of small letters ends before anything that is not ASCII. */
function isAsciiWord(text: string, start: number): boolean {
  let at = start;
  while (isSmallAscii(text.charCodeAt(at))) at++;
  return !(text.charCodeAt(at) > 127);
}

const isSmallAscii = (unit: number): boolean => unit > 96 && unit < 123;

const isCapital = (text: string, at: number): boolean => {
  const letter = text[at] as string;
  return letter !== letter.toLowerCase();
};
