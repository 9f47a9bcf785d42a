// Writes a name filter (name-filter.ts reads it): five lists of how phrases begin, three of how what is looked for near
// them begins, the names that only their accents tell from other words, and the hash table of all phrases.
import { type Beginning, branches } from './branches.ts';
import { hashStep } from './hash.ts';
import { BASE, FLAG_BITS, Flag, GAP, HASH_BITS, LONGEST_TAIL, SEED, slotOf } from './name-filter-format.ts';

/** Folded phrases (words joined by one space), each with its flags. */
export type FilterKeys = ReadonlyMap<string, number>;

// First letters: as many as leave the expression short, for compiling it costs every page. The more there are, the
// fewer other words begin with them, and have to be read closely.
const MOST_LETTERS = 7;
const LONGEST_LIST = 3000; // UTF-16 code units
/** Where fewer letters are taken, the list may be twice as long. */
const FEW_LETTERS = 4;
/** What is shorter would be found inside of too many words. */
const SHORTEST_BEGINNING = 5;
const PHRASES_A_STEP = 4096;
const FULLEST = 0.8;
const FEWEST_ENTRIES = 64;
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
  const entries = Math.max(FEWEST_ENTRIES, Math.ceil(keys.size / FULLEST));
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
  const first = yield* beginningsOf(keys);
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
  let done = 0;
  for (const key of keys) {
    if (++done % PHRASES_A_STEP === 0) yield;
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

/** What counts only near another phrase has no other flags. */
const PARTNER = Flag.post | Flag.beside | Flag.stem;
/** Whether a phrase is looked for by itself. */
const isFirst = (flags: number): boolean => (flags & ~(Flag.begins | PARTNER)) !== 0;

/**
 * How phrases begin, as five lists. In Latin script: beginnings in any letters; short words that begin with a capital,
 * those in small letters, and those in capitals that may hide in a longer run. And beginnings in other scripts.
 */
function* beginningsOf(keys: FilterKeys): Generator<void, string[], void> {
  const long = new Set<string>();
  const capital = new Set<string>();
  const small = new Set<string>();
  const abbreviations = new Set<string>();
  let done = 0;
  for (const [phrase, flags] of keys) {
    if (++done % PHRASES_A_STEP === 0) yield;
    if (!isFirst(flags) || !isLatin(phrase)) continue;
    const letters = phrase.replaceAll(' ', '').length;
    if (flags & Flag.capitals) (letters > 2 ? abbreviations : capital).add(withGaps(phrase.toUpperCase()));
    if ((flags & ~(Flag.capitals | Flag.begins)) === 0) continue;
    if (flags & Flag.stem || letters >= SHORTEST_BEGINNING) long.add(phrase.slice(0, MOST_LETTERS));
    else {
      small.add(withGaps(phrase));
      // An ending may follow an abbreviation: "USAs".
      for (let end = 1; end < phrase.length; end++)
        capital.add(withGaps(phrase.slice(0, end).toUpperCase() + phrase.slice(end)));
      (letters > 2 ? abbreviations : capital).add(withGaps(phrase.toUpperCase()));
    }
  }
  yield;
  const others = yield* startsOf(keys, (flags, phrase) => isFirst(flags) && !isLatin(phrase));
  return [beginnings(long), listOf(capital), listOf(small), listOf(abbreviations), others.at(-1) as string];
}

/** The first letters of phrases, whatever their words. */
function beginnings(phrases: ReadonlySet<string>): string {
  let starts = phrases;
  for (let letters = MOST_LETTERS; ; letters--) {
    starts = new Set(Array.from(starts, (start) => start.slice(0, letters).trim()));
    const longest = letters > FEW_LETTERS ? LONGEST_LIST : 2 * LONGEST_LIST;
    // Each takes one character at least: so many are not even tried.
    if (starts.size > longest && letters > 1) continue;
    const list = branches(Array.from(starts, inPieces)).join('|') || NOTHING;
    if (letters === 1 || list.length <= longest) return list;
  }
}

/** Those that begin with none of the others. */
function withoutLonger(starts: Iterable<string>): string[] {
  const kept: string[] = [];
  for (const start of [...starts].sort()) {
    const last = kept.at(-1);
    if (last === undefined || !start.startsWith(last)) kept.push(start);
  }
  return kept;
}

/** Letter by letter; what may stand between two words is a group, and so no letter among others. */
const inPieces = (start: string): Beginning => Array.from(start, (letter) => (letter === ' ' ? `(?:${GAP})` : letter));
const withGaps = (phrase: string): string => phrase.replaceAll(' ', GAP);
const isLatin = (phrase: string): boolean => /^[a-z]/.test(phrase);

/** How first words begin, as three lists: short ones and first letters in Latin script, first letters in others. */
function* startsOf(
  keys: FilterKeys,
  isWanted: (flags: number, phrase: string) => boolean,
): Generator<void, string[], void> {
  let starts = new Set<string>();
  let done = 0;
  for (const [phrase, flags] of keys) {
    if (++done % PHRASES_A_STEP === 0) yield;
    if (isWanted(flags, phrase)) starts.add((phrase.split(' ', 1)[0] as string).slice(0, FEW_LETTERS));
  }
  for (let letters = FEW_LETTERS; ; letters--) {
    starts = new Set(Array.from(starts, (start) => start.slice(0, letters)));
    const latin = [...starts].filter(isLatin);
    const lists = [
      listOf(latin.filter(({ length }) => length < letters)),
      listOf(latin.filter(({ length }) => length === letters)),
      listOf(withoutLonger([...starts].filter((start) => !isLatin(start)))),
    ];
    if (letters === 1 || lists.join('|').length <= 2 * LONGEST_LIST) return lists;
    yield;
  }
}

const listOf = (starts: Iterable<string>): string => [...starts].sort().join('|') || NOTHING;

/** Whether a phrase is written in a script with capitals. */
const isCased = (phrase: string): boolean => /^[a-z]/.test(phrase) || phrase.toUpperCase() !== phrase;
