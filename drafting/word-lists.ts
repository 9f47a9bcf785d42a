// Lists of words as the files of the languages write them, made ready for looking up: every form of a pattern, folded,
// with a star for further letters ("*minister", "univers*").
import { foldText } from '../recognition/fold.ts';
import { expand } from '../stories/patterns.ts';

/** A list of words. */
export interface WordList {
  /** @param folded a folded word */
  has(folded: string): boolean;
}

/** Letters that a star before and behind a word stands for at most: an ending. */
const LONGEST_ENDING = 4;
const LONGEST_WORD = 64;

/** All phrases of a list of patterns, folded. */
export const phrasesOf = (patterns: readonly string[] = []): string[] =>
  patterns.flatMap(expand).map(foldText).filter(Boolean);

/**
 * Opens a list of patterns; `a*`, `*a` and `*a*` stand for words that begin so, end so, or end so but for an ending.
 */
export function wordList(patterns: readonly string[] = []): WordList {
  const exact = new Set<string>();
  const starts = new Set<string>();
  const ends = new Set<string>();
  const inside = new Set<string>();
  for (const phrase of phrasesOf(patterns)) {
    const core = phrase.replaceAll('*', '');
    if (!core) continue;
    if (phrase.startsWith('*') && phrase.endsWith('*')) inside.add(core);
    else if (phrase.startsWith('*')) ends.add(core);
    else if (phrase.endsWith('*')) starts.add(core);
    else exact.add(core);
  }
  const startLengths = lengths(starts);
  const endLengths = lengths(ends);
  const insideLengths = lengths(inside);
  return {
    has(folded) {
      if (exact.has(folded)) return true;
      if (folded.length > LONGEST_WORD) return false;
      for (const length of startLengths) if (starts.has(folded.slice(0, length))) return true;
      for (const length of endLengths) if (length <= folded.length && ends.has(folded.slice(-length))) return true;
      for (let ending = 0; ending <= LONGEST_ENDING; ending++) {
        const stem = folded.slice(0, folded.length - ending);
        for (const length of insideLengths) if (length <= stem.length && inside.has(stem.slice(-length))) return true;
      }
      return false;
    },
  };
}

const lengths = (words: ReadonlySet<string>): number[] => [...new Set([...words].map(({ length }) => length))];

/** Phrases of one or more words, looked up by their folded words joined by a space. */
export interface PhraseList {
  /** Words of the longest phrase. */
  longest: number;
  has(phrase: string): boolean;
}

export function phraseList(patterns: readonly string[] = []): PhraseList {
  const phrases = new Set(phrasesOf(patterns).map((phrase) => phrase.replaceAll('-', ' ')));
  let longest = 0;
  for (const phrase of phrases) longest = Math.max(longest, phrase.split(' ').length);
  return { longest, has: (phrase) => phrases.has(phrase) };
}

const STEM = 5; // letters

/** The first letters of each word of a name of several: what endings leave alone. */
export function stemKey(name: string): string {
  const words = name.split(' ');
  return words.length < 2 ? '' : words.map((word) => word.slice(0, STEM)).join(' ');
}
