// A second look behind the prefilter, which knows only the first letters of a long list and stops at many other words:
// a Bloom filter of two places a word, both from one hash (FNV-1a). A "no" is certain, and costs a few nanoseconds.
import { hashStep } from './hash.ts';

/** Letters of a stem that is looked for; what is shorter is written out. */
export const SHORTEST_STEM = 4;

/** What is longer is told by its beginning: the forms of a long name are one entry then. */
export const LETTERS_TOLD = 8;
// A written filter has eight bits a character, all of them letters: nothing of it is escaped in JSON.
const BITS = 8;
const BASE = 0x100;

export interface FirstWordFilter {
  /** Whether a name may begin with the word whose first letter is at this offset. Words that are not ASCII pass. */
  mayBegin(text: string, start: number): boolean;
  /** The same of a folded word. */
  has(word: string): boolean;
  /** Whether one that is told does, or a beginning of it of four letters or more. */
  beginsIn(word: string): boolean;
  /** The same of a row of letters that another word may be the end of; unknown where it is not ASCII. */
  startsIn(text: string, start: number): 'yes' | 'no' | 'unknown';
}

/** @param words folded, and stems ("american*"), of which the first letters count */
export function createFirstWordFilter(words: readonly string[]): FirstWordFilter {
  const writer = createFilterWriter(words.length);
  for (const word of words) writer.add(word);
  const { known } = writer;
  return filterBy(known.length - 1, (at) => known[at] === 1);
}

/** Writes a filter of so many words as a string, for `openFirstWordFilter`. */
export function createFilterWriter(count: number) {
  // The power of two that gives each word 16 to 32 places.
  const known = new Uint8Array(1 << (36 - Math.clz32(count)));
  const addHash = (hash: number) => {
    known[hash & (known.length - 1)] = 1;
    known[secondOf(hash) & (known.length - 1)] = 1;
  };
  return {
    /** Whether each place is taken. */
    known,
    add(word: string): void {
      // A long stem is told by as many letters as a word is.
      const isShortStem = word.endsWith('*') && word.length <= LETTERS_TOLD;
      addHash(hashOf(0, word, isShortStem ? SHORTEST_STEM : LETTERS_TOLD));
    },
    /** A word with each of these endings; both are folded. */
    addForms(stem: string, endings: readonly string[]): void {
      const hash = hashOf(0, stem, LETTERS_TOLD);
      for (const ending of endings) addHash(hashOf(hash, ending, Math.max(0, LETTERS_TOLD - stem.length)));
    },
    written(): string {
      const units = new Array<string>(known.length / BITS);
      for (let at = 0; at < known.length; at += BITS) {
        let bits = 0;
        for (let bit = 0; bit < BITS; bit++) bits |= (known[at + bit] as number) << bit;
        units[at / BITS] = String.fromCharCode(BASE + bits);
      }
      return `${known.length} ${units.join('')}`;
    },
  };
}

/** A hash with so many letters more, at most. */
function hashOf(before: number, text: string, letters: number): number {
  let hash = before;
  for (let at = 0; at < Math.min(text.length, letters); at++) hash = hashStep(hash, text.charCodeAt(at));
  return hash;
}

export function openFirstWordFilter(written: string): FirstWordFilter {
  const start = written.indexOf(' ') + 1;
  const isSet = (at: number) => ((written.charCodeAt(start + (at >> 3)) >> (at & 7)) & 1) === 1;
  return filterBy(Number(written.slice(0, start)) - 1, isSet);
}

/** Another hash from a hash. */
const secondOf = (hash: number): number => Math.imul(hash ^ (hash >>> 13), 0x9e3779b1) >>> 7;

function filterBy(last: number, isSet: (place: number) => boolean): FirstWordFilter {
  const isKnown = (hash: number) => isSet(hash & last) && isSet(secondOf(hash) & last);
  return {
    mayBegin(text, start) {
      let hash = 0;
      for (let at = start; ; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 127) return true;
        const letter = unit | 32; // an ASCII letter in lower case
        const isEnd = letter < 97 || letter > 122 || at === start + LETTERS_TOLD;
        if ((isEnd || at === start + SHORTEST_STEM) && isKnown(hash)) return true;
        if (isEnd) return false;
        hash = hashStep(hash, letter);
      }
    },
    beginsIn(word) {
      let hash = 0;
      for (let at = 0; at < Math.min(word.length, LETTERS_TOLD); at++) {
        hash = hashStep(hash, word.charCodeAt(at));
        if ((at + 1 >= SHORTEST_STEM || at + 1 === word.length) && isKnown(hash)) return true;
      }
      return false;
    },
    startsIn(text, start) {
      let hash = 0;
      let isSmall = false;
      for (let at = start; ; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 127) return 'unknown';
        const letter = unit | 32;
        const isEnd = letter < 97 || letter > 122;
        // A capital behind small letters may begin another word, but not in "ShBA".
        const mayEnd = isEnd || (isSmall && unit < 97);
        const length = at - start;
        if ((mayEnd || length >= SHORTEST_STEM) && length > 0 && isKnown(hash)) return 'yes';
        if (isEnd || length === LETTERS_TOLD) return 'no';
        isSmall = unit > 96;
        hash = hashStep(hash, letter);
      }
    },
    has(word) {
      let hash = 0;
      for (let at = 0; ; at++) {
        const isEnd = at === word.length || at === LETTERS_TOLD;
        if ((isEnd || at === SHORTEST_STEM) && isKnown(hash)) return true;
        if (isEnd) return false;
        hash = hashStep(hash, word.charCodeAt(at));
      }
    },
  };
}
