// A second look behind the prefilter, which knows only the first letters of a long list and stops at many other words.
import { hashStep } from './hash.ts';
import { SHORTEST_STEM } from './lexicon.ts';

const LONGEST_WORD = 64; // letters; what is longer is hostile or broken, and is not read from each of its letters

/**
 * Tells whether a name may begin with a word, by the offset of the word's first letter. A Bloom filter of one hash
 * (FNV-1a): a "no" is certain, and costs a few nanoseconds. Words that are not ASCII pass.
 * @param words folded, and stems ("american*"), of which the first letters count
 */
export function createFirstWordFilter(words: readonly string[]): (text: string, start: number) => boolean {
  // The power of two that gives each word 16 to 32 places.
  const known = new Uint8Array(1 << (36 - Math.clz32(words.length)));
  const last = known.length - 1;
  for (const word of words) {
    let hash = 0;
    const letters = word.endsWith('*') ? SHORTEST_STEM : word.length;
    for (let at = 0; at < letters; at++) hash = hashStep(hash, word.charCodeAt(at));
    known[hash & last] = 1;
  }
  return (text, start) => {
    let hash = 0;
    for (let at = start; ; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) return true;
      const letter = unit | 32; // an ASCII letter in lower case
      const isEnd = letter < 97 || letter > 122 || at > start + LONGEST_WORD;
      const isStem = at - start === SHORTEST_STEM;
      if ((isEnd || isStem) && known[hash & last]) return true;
      if (isEnd) return false;
      hash = hashStep(hash, letter);
    }
  };
}
