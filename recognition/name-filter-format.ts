// How a name filter is written (write-name-filter.ts) and read (name-filter.ts): lists of beginnings, and a hash table
// of phrases with what each means.

/** What a word or phrase means where a text has it; the numbers are bits. */
export const Flag = {
  /** A name that says enough alone, where a capital begins it or its script has none. */
  name: 1,
  /** The same in small letters. */
  small: 2,
  /** The beginning of a longer name: whole words of it. */
  begins: 4,
  /** Any ending may follow ("american*"). */
  stem: 8,
  /** A country's adjective: an office when it stands near a post. */
  nation: 16,
  /** What an office is called, its longest word. */
  post: 32,
  /** A surname that says too little alone: a name when a given name or a title stands near. */
  surname: 64,
  /** A given name or a title. */
  beside: 128,
  /** An abbreviation: a name where it is written in capitals throughout. */
  capitals: 256,
} as const;

/** Of an ending behind a stem, letters. */
export const LONGEST_TAIL = 6;
/** Lists in a filter before its table; one space behind each. */
export const LISTS = 9;
/** Stands in them for whatever is between two words. */
export const GAP = '_';
// Each entry of the table is two characters of fifteen bits: 21 bits of the hash and the nine flags. None of them is a
// surrogate or a control.
export const BASE = 0x1000;
export const FLAG_BITS = 9;
export const HASH_BITS = 21;

export const SEED = 0x811c9dc5;
/** The slot at which an entry is looked for first. The low bits of the hash alone would cluster. */
export const slotOf = (hash: number, entries: number): number => ((hash ^ (hash >>> 15)) >>> 0) % entries;
