// Writes a name filter (name-filter.ts reads it): three lists of how phrases begin, three of how what is looked for
// near them begins, the names that only their accents tell from other words, and the hash table of all phrases.
import { hashStep } from './hash.ts';
import { BASE, FLAG_BITS, Flag, HASH_BITS, LONGEST_TAIL, SEED, slotOf } from './name-filter.ts';

/** Folded phrases (words joined by one space), each with its flags. */
export type FilterKeys = ReadonlyMap<string, number>;

// First letters: as many as leave the expression short, for compiling it costs every page.
const MOST_LETTERS = 4;
const LONGEST_LIST = 6000; // UTF-16 code units

const PHRASES_A_STEP = 4096;
const FULLEST = 0.8;
/** 256 kB. A filter that would be larger lets every text through. */
const MOST_ENTRIES = 65_536;
const EVERYTHING = '*';
/** Forms that share a stem, at most, on average: where there are more keys, stems are too many as well. */
const MOST_FORMS = 8;
/** Of a stem: enough letters to tell it from most words. */
const SHORTEST_STEM = 4;
/** Last letters of a word that its endings may change. */
const CHANGING = 2;
/** Stands in an empty list: nothing begins with it. */
const NOTHING = '\uffff';

/**
 * Writes a filter.
 * @param accented names that count only as they are written here, in small letters ("mỹ" is not "my")
 */
export function writeNameFilter(keys: FilterKeys, accented: Iterable<string> = []): string {
  const steps = writeFilterInSteps(keys, accented);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `writeNameFilter`, yielding where it may be interrupted. */
export function* writeFilterInSteps(keys: FilterKeys, accented: Iterable<string> = []): Generator<void, string, void> {
  if (keys.size > MOST_ENTRIES * FULLEST) {
    if (keys.size > MOST_ENTRIES * MOST_FORMS) return EVERYTHING;
    const fewer = yield* withStems(keys);
    return fewer.size < keys.size ? yield* writeFilterInSteps(fewer, accented) : EVERYTHING;
  }
  let entries = 64;
  while (entries * FULLEST < keys.size) entries *= 2;
  const table = new Int32Array(entries);
  let done = 0;
  for (const [phrase, flags] of keys) {
    if (++done % PHRASES_A_STEP === 0) yield;
    let hash = SEED;
    for (let at = 0; at < phrase.length; at++) hash = hashStep(hash, phrase.charCodeAt(at));
    const mark = hash >>> (32 - HASH_BITS);
    let at = slotOf(hash, entries);
    // Phrases with the same hash share one entry, with the flags of both.
    for (let known = table[at]; known && known >>> FLAG_BITS !== mark; known = table[at]) at = (at + 1) % entries;
    table[at] = (table[at] as number) | (mark << FLAG_BITS) | flags;
  }
  yield;
  const written = new Array<string>(entries);
  for (const [at, entry] of table.entries()) {
    if (at % PHRASES_A_STEP === 0) yield;
    written[at] = String.fromCharCode(BASE + (entry >>> 15), BASE + (entry & 0x7fff));
  }
  /** Whether a phrase counts only near another. */
  const isOnlyPartner = (flags: number) => (flags & ~(Flag.post | Flag.beside | Flag.stem)) === 0;
  const first = yield* startsOf(keys, (flags) => !isOnlyPartner(flags));
  const second = yield* startsOf(keys, (flags) => (flags & (Flag.post | Flag.beside)) !== 0);
  return [...first, ...second, listOf(accented), written.join('')].join(' ');
}

/**
 * Words that differ only in their endings, as one stem each: with many names a language with cases fills the table
 * thirty times as fast as one without. Finds all that the words themselves find, and some words more.
 */
function* withStems(keys: FilterKeys): Generator<void, Map<string, number>, void> {
  const fewer = new Map<string, number>();
  const byStart = new Map<string, [phrase: string, flags: number][]>();
  for (const key of keys) {
    const start = key[0].slice(0, LETTERS_SORTED);
    const known = byStart.get(start);
    if (known) known.push(key);
    else byStart.set(start, [key]);
  }
  for (const some of byStart.values()) {
    addStems(fewer, some);
    yield;
  }
  return fewer;
}

/** Letters by which phrases are told apart before they are sorted. */
const LETTERS_SORTED = 2;

function addStems(fewer: Map<string, number>, keys: [phrase: string, flags: number][]): void {
  let stem = '';
  for (const [phrase, flags] of keys.sort(([one], [other]) => (one < other ? -1 : 1))) {
    const mayHaveStem =
      (flags & (Flag.begins | Flag.capitals | Flag.stem)) === 0 && isCased(phrase) && !phrase.includes(' ');
    if (!mayHaveStem || phrase.length < SHORTEST_STEM) {
      fewer.set(phrase, (fewer.get(phrase) ?? 0) | flags);
      continue;
    }
    const isEnding = stem !== '' && phrase.startsWith(stem) && phrase.length - stem.length <= LONGEST_TAIL;
    if (!isEnding) stem = phrase.slice(0, Math.max(SHORTEST_STEM, phrase.length - CHANGING));
    fewer.set(stem, (fewer.get(stem) ?? 0) | flags | Flag.stem);
  }
}

/**
 * How phrases begin, as three lists: short words and first letters in Latin script, first letters in others. In scripts
 * without capitals names have few letters, and often something written onto them, so only the first one counts.
 */
function* startsOf(keys: FilterKeys, isWanted: (flags: number) => boolean): Generator<void, string[], void> {
  let starts = new Set<string>();
  const others = new Set<string>();
  let done = 0;
  for (const [phrase, flags] of keys) {
    if (++done % PHRASES_A_STEP === 0) yield;
    if (!isWanted(flags)) continue;
    const word = phrase.split(' ', 1)[0] as string;
    if (isCased(phrase)) starts.add(word.slice(0, MOST_LETTERS));
    else others.add(word.slice(0, 1));
  }
  for (let letters = MOST_LETTERS; ; letters--) {
    starts = new Set(Array.from(starts, (start) => start.slice(0, letters)));
    const latin = [...starts].filter((start) => /^[a-z]/.test(start));
    const lists = [
      listOf(latin.filter(({ length }) => length < letters)),
      listOf(latin.filter(({ length }) => length === letters)),
      listOf(new Set([...starts, ...others].filter((start) => !/^[a-z]/.test(start)))),
    ];
    if (letters === 1 || lists.join('|').length <= LONGEST_LIST) return lists;
    yield;
  }
}

const listOf = (starts: Iterable<string>): string => [...starts].sort().join('|') || NOTHING;

/** Whether a phrase is written in a script with capitals. */
const isCased = (phrase: string): boolean => /^[a-z]/.test(phrase) || phrase.toUpperCase() !== phrase;
