// The name filter: can a name or an office of the stories stand in this text at all? It says so in every language at once, without
// offsets, blocks or evidence, so that a page without names costs next to nothing. It may say yes in vain, never no in vain.
//
// A filter is a hash table of words and phrases (folded, in small letters), written as a string: one get brings it from the storage,
// and nothing has to be opened. Text is folded natively, cut into runs of letters, and each distinct run is looked up once.
import { foldAll } from './fold.ts';

/** What a word or phrase means where a text has it; the numbers are bits. */
export const Flag = {
  /** A name that says enough alone, where a capital begins it or its script has none. */
  name: 1,
  /** The same in small letters. */
  small: 2,
  /** The beginning of a longer name. */
  begins: 4,
  /** Any ending may follow ("american*"). */
  stem: 8,
  /** A country's adjective: an office when it stands near a post. */
  nation: 16,
  /** What an office is called, its first or last word. */
  post: 32,
  /** A surname that says too little alone: a name when a given name or a title stands near. */
  surname: 64,
  /** A given name or a title. */
  beside: 128,
  /** An abbreviation: a name where it is written in capitals throughout. */
  capitals: 256,
} as const;

/** Folded words and phrases (words joined by one space), each with its flags. */
export type FilterKeys = ReadonlyMap<string, number>;

/** What a text says: it has a name; it may have one if a block ends inside a run of letters ("Trump|politics"); it has none. */
export type Verdict = 'name' | 'perhaps' | 'none';

export interface NameFilter {
  /**
   * Reads texts of one tree one after the other: a name may begin in one and end in the next.
   * @param exact the text says where blocks end, so that a name inside a longer run of letters is none
   */
  reader(exact: boolean): (text: string) => Verdict;
}

/** Letters of scripts with capitals, as they are after folding. */
const CASED = 'A-Za-z\\u00C0-\\u02AF\\u0370-\\u052F\\u1E00-\\u1FFF';
/** With a dollar sign behind it, it is a currency ("US$"). */
const runs = new RegExp(`[${CASED}]+\\$?`, 'g');
/** Two words between "Colombian" and "president", or between a given name and a surname. */
const NEAR = 3;
/** The same in scripts without capitals, where words are not counted; UTF-16 code units. */
const NEAR_UNITS = 24;
/** Menus without a space make long runs ("WorldAfricaAsia"); what is longer still is in doubt. */
const LONGEST_RUN = 1000;
const LONGEST_NAME = 40;
/** A name inside a run of capitals ("WORLDCOLOMBIA") is looked for from so many letters on. */
const SHORTEST_INSIDE = 3;
const LONGEST_TAIL = 6;

// Each entry is two characters of fifteen bits: 21 bits of the hash and the nine flags. No character is a surrogate, none is a control.
const BASE = 0x1000;
const FLAG_BITS = 9;
const HASH_BITS = 21;
/** 64 kB; a filter that would be larger lets every text through. */
const MOST_ENTRIES = 16_384;
const FULLEST = 0.8;

/** FNV-1a, letter by letter (Fowler, Noll, Vo 1991). */
const SEED = 0x811c9dc5;
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const hashOf = (phrase: string): number => {
  let hash = SEED;
  for (let at = 0; at < phrase.length; at++) hash = step(hash, phrase.charCodeAt(at));
  return hash;
};
/** The low bits of FNV alone lie in rows. */
const placeOf = (hash: number, entries: number): number => (hash ^ (hash >>> 15)) & (entries - 1);

/** What may stand between the words of a name, or inside an abbreviation (ארה"ב): all that is no letter in scripts without capitals. */
const isGap = (unit: number): boolean =>
  unit < 65 ||
  unit === 0xa0 ||
  unit === 0xb7 ||
  unit === 0x5f3 ||
  unit === 0x5f4 ||
  (unit >= 0x2000 && unit <= 0x206f) ||
  unit === 0x30fb;

/** Whether a phrase is written in a script with capitals. */
const isCased = (phrase: string): boolean => phrase.toUpperCase() !== phrase;

/** Writes a filter: `size firsts table`, where `firsts` are the first letters of the phrases in scripts without capitals. */
export function writeNameFilter(keys: FilterKeys): string {
  let entries = 64;
  while (entries * FULLEST < keys.size) entries *= 2;
  if (entries > MOST_ENTRIES) return '*';
  const table: number[] = [];
  const firsts = new Set<string>();
  for (const [phrase, flags] of keys) {
    const hash = hashOf(phrase);
    const mark = (hash >>> (32 - HASH_BITS)) << FLAG_BITS;
    let at = placeOf(hash, entries);
    // Two phrases that cannot be told apart here mean what either means.
    while (at in table && (table[at] as number) >>> FLAG_BITS !== mark >>> FLAG_BITS) at = (at + 1) % entries;
    table[at] = (table[at] ?? 0) | mark | flags;
    if (!isCased(phrase)) firsts.add(phrase.charAt(0));
  }
  const written = Array.from({ length: entries }, (_, at) => {
    const entry = table[at] ?? 0;
    return String.fromCharCode(BASE + (entry >>> 15), BASE + (entry & 0x7fff));
  });
  return `${[...firsts].sort().join('')} ${written.join('')}`;
}

/** Opens a filter as `writeNameFilter` wrote it. */
export function openNameFilter(written: string): NameFilter {
  const space = written.indexOf(' ');
  if (space < 0) return { reader: () => () => 'name' };
  const firsts = written.slice(0, space);
  const table = space + 1;
  const entries = (written.length - table) / 2;
  const starts = firsts ? new RegExp(`[${firsts}]`, 'g') : null;

  const flagsAt = (hash: number): number => {
    const wanted = hash >>> (32 - HASH_BITS);
    for (let at = placeOf(hash, entries); ; at = (at + 1) & (entries - 1)) {
      const high = written.charCodeAt(table + 2 * at) - BASE;
      const entry = (high << 15) | (written.charCodeAt(table + 2 * at + 1) - BASE);
      if (entry === 0) return 0;
      if (entry >>> FLAG_BITS === wanted) return entry & ((1 << FLAG_BITS) - 1);
    }
  };

  /** What one run of letters says, whatever stands around it; `before` are hashes of phrases that it may go on. */
  interface Run {
    flags: number;
    verdict: Verdict;
    /** Hashes of what a longer name may begin with, up to the run's end. */
    begins: readonly number[];
  }
  const readRun = (run: string, hashes: readonly number[] | null): Run => {
    const lower = run.toLowerCase();
    const length = Math.min(run.length, LONGEST_RUN);
    const isCapital = (at: number) => run[at] !== lower[at];
    const begins: number[] = [];
    let all = 0;
    let verdict: Verdict = run.length > length ? 'perhaps' : 'none';
    const readFrom = (start: number, seed: number) => {
      // Inside a run of capitals a name may begin anywhere, and hardly ever does.
      const isStart = start === 0 || !isCapital(start - 1);
      let hash = seed;
      let inside = false;
      for (let end = start + 1; end <= length && end - start < LONGEST_NAME; end++) {
        hash = step(hash, lower.charCodeAt(end - 1));
        const flags = flagsAt(hash);
        if (flags === 0) continue;
        const isWhole = end === length || (isCapital(end) && !isCapital(end - 1));
        const isName =
          flags & (isCapital(start) ? Flag.name | Flag.small : Flag.small) ||
          (flags & Flag.capitals && run.slice(start, end) === run.slice(start, end).toUpperCase());
        if (isStart && (isWhole || (flags & Flag.stem && length - end <= LONGEST_TAIL))) {
          all |= flags;
          if (isName) verdict = 'name';
          if (flags & Flag.begins && end === length) begins.push(hash);
          // A word of its own is no other word with something behind it.
          if (end === length) inside = false;
        } else if (isName && (isStart || end - start >= SHORTEST_INSIDE)) inside = true;
      }
      if (inside && verdict === 'none') verdict = 'perhaps';
    };
    if (hashes) for (const hash of hashes) readFrom(0, step(hash, 32));
    else for (let start = 0; start < length; start++) if (start === 0 || isCapital(start)) readFrom(start, SEED);
    return { flags: all, verdict, begins };
  };

  /** Scripts without capitals: a phrase may begin and end anywhere, for articles, particles and endings are written onto words. */
  const readUncased = (text: string): Verdict => {
    if (!starts) return 'none';
    let nation = -Infinity;
    let post = -Infinity;
    let beside = -Infinity;
    let surname = -Infinity;
    starts.lastIndex = 0;
    for (let hit = starts.exec(text); hit; hit = starts.exec(text)) {
      let hash = SEED;
      let space = false;
      for (let at = hit.index; at < text.length && at - hit.index < LONGEST_NAME; at++) {
        const unit = text.charCodeAt(at);
        if (isGap(unit)) {
          space = true;
          continue;
        }
        if (space) hash = step(hash, 32);
        space = false;
        hash = step(hash, unit);
        const flags = flagsAt(hash);
        if (flags === 0) continue;
        if (flags & Flag.name) return 'name';
        if (flags & Flag.nation) nation = at;
        if (flags & Flag.post) post = at;
        if (flags & Flag.beside) beside = at;
        if (flags & Flag.surname) surname = at;
        if (Math.abs(nation - post) < NEAR_UNITS || Math.abs(beside - surname) < NEAR_UNITS) return 'name';
      }
    }
    return 'none';
  };

  const known = new Map<string, Run>();
  const knownRun = (run: string): Run => {
    let found = known.get(run);
    if (!found) {
      found = readRun(run, null);
      known.set(run, found);
    }
    return found;
  };

  return {
    reader(exact) {
      let count = 0;
      let begun: readonly number[] = [];
      let nation = -Infinity;
      let post = -Infinity;
      let beside = -Infinity;
      let surname = -Infinity;
      return (raw) => {
        const text = foldAll(raw);
        let verdict: Verdict = readUncased(text);
        for (const run of text.match(runs) ?? []) {
          if (verdict === 'name') return verdict;
          if (run.endsWith('$')) continue;
          const { flags, verdict: alone, begins } = knownRun(run);
          count++;
          if (alone === 'name' || (alone === 'perhaps' && !exact)) verdict = alone;
          if (begun.length > 0) {
            const longer = readRun(run, begun);
            if (longer.verdict === 'name' || (longer.verdict === 'perhaps' && !exact)) verdict = longer.verdict;
            begun = [...begins, ...longer.begins];
          } else begun = begins;
          if (flags === 0) continue;
          if (flags & Flag.nation) nation = count;
          if (flags & Flag.post) post = count;
          if (flags & Flag.beside) beside = count;
          if (flags & Flag.surname) surname = count;
          if (Math.abs(nation - post) <= NEAR || Math.abs(beside - surname) <= NEAR) verdict = 'name';
        }
        return verdict;
      };
    },
  };
}
