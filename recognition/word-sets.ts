// Lists of words and of phrases to look up, opened at the first lookup: on most pages few of them are needed.
import { SHORTEST_STEM } from './first-word-filter.ts';
import { type List, split } from './lists.ts';

const LONGEST_WORD_ENDING = 4; // letters, as drafting reads such an entry
const LONGEST_ENDING = 5; // letters

/** Words of one list; a word also counts when it is a form of an entry that ends in "*". */
export interface WordSet {
  has(word: string): boolean;
  /** As they ship, for scripts where they are found without word boundaries. */
  all: readonly string[];
}

/** True where a word ends as an entry of a list of endings. */
export const endsWithOne = ({ all }: WordSet, word: string): boolean => all.some((ending) => word.endsWith(ending));

/**
 * True where a word fits an entry of a list with a "*": "*er" ends so, "minister*" begins so, "*arzt*" ends so but for
 * an ending of four letters.
 */
export const fitsOne = ({ all }: WordSet, word: string): boolean =>
  all.some((entry) => {
    const part = entry.replaceAll('*', '');
    if (!entry.startsWith('*')) return entry.endsWith('*') ? word.startsWith(part) : word === part;
    if (!entry.endsWith('*')) return word.endsWith(part);
    const at = word.lastIndexOf(part);
    return at >= 0 && word.length - at - part.length <= LONGEST_WORD_ENDING;
  });

/** Phrases with what they mean. */
export interface Phrases<V> {
  get(phrase: string): V | undefined;
  all: readonly (readonly [string, V])[];
}

/** Finds the stem among the entries that a word is a form of ("american*"). */
function stemsOf(entries: Iterable<string>): (word: string) => string | undefined {
  const stems = new Set([...entries].filter((entry) => entry.endsWith('*')));
  // Most words are a form of nothing: their first letters say so.
  const starts = new Set([...stems].map((stem) => stem.slice(0, SHORTEST_STEM)));
  return (word) => {
    if (!starts.has(word.slice(0, SHORTEST_STEM))) return undefined;
    for (let length = word.length; length >= SHORTEST_STEM && word.length - length <= LONGEST_ENDING; length--) {
      const stem = `${word.slice(0, length)}*`;
      if (stems.has(stem)) return stem;
    }
    return undefined;
  };
}

export function openWords(list: List): WordSet {
  let opened: { all: string[]; set: Set<string>; stemOf: ReturnType<typeof stemsOf> } | undefined;
  const open = () => {
    if (!opened) {
      const all = split(list);
      opened = { all, set: new Set(all), stemOf: stemsOf(all) };
    }
    return opened;
  };
  return {
    get all() {
      return open().all;
    },
    has(word) {
      const { set, stemOf } = open();
      return word !== '' && (set.has(word) || stemOf(word) !== undefined);
    },
  };
}

export function openPhrases<V>(all: readonly (readonly [string, V])[]): Phrases<V> {
  const map = new Map(all);
  const vocabulary = new Set(all.flatMap(([phrase]) => phrase.split(' ')));
  const stemOf = stemsOf(vocabulary);
  return {
    all,
    get: (phrase) => {
      const whole = map.get(phrase);
      if (whole !== undefined) return whole;
      if (!phrase.includes(' ')) return map.get(stemOf(phrase) ?? phrase);
      const words = phrase.split(' ');
      const stems = words.map(stemOf);
      if (!stems.some(Boolean)) return undefined;
      // A word can be an entry of its own and a form of another.
      const mixed = words.map((word, at) => (vocabulary.has(word) ? word : (stems[at] ?? word))).join(' ');
      return map.get(mixed) ?? map.get(words.map((word, at) => stems[at] ?? word).join(' '));
    },
  };
}
