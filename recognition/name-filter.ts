// The name filter: can a name or an office of the stories stand in this text at all? It says so in every language at
// once, without blocks or evidence, so that a page without names costs next to nothing. It may say yes in vain, never
// no.
//
// A filter is a string, so that one get brings it from the storage and nothing has to be opened. It holds the first
// letters of all phrases, which one native regular expression looks for. Where that finds them, a hash table of the
// phrases is asked (folded, in small letters).
import { foldAll, needsFolding, unmix } from './fold.ts';
import { hashStep } from './hash.ts';

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

/** Folded phrases (words joined by one space), each with its flags. */
export type FilterKeys = ReadonlyMap<string, number>;

/** `perhaps`: the text has a name if a block ends inside a run of letters ("Trump|politics"). */
export type FilterAnswer = 'name' | 'perhaps' | 'none';

export interface NameFilter {
  /**
   * Reads texts of one tree one after the other: a name may begin in one and end in the next.
   * @param exact the texts say where blocks end, so that a name inside a longer run of letters is none
   */
  matcher(exact: boolean): (text: string) => FilterAnswer;
}

/**
 * From the end of one word to the beginning of the other: "Colombian interim president", "Delcy Eloína Rodríguez";
 * UTF-16 code units.
 */
const NEAR = 24;
const LONGEST_NAME = 80;
const LONGEST_TAIL = 6;
const LONGEST_WORD = 20;
/** A name inside a run of capitals ("WORLDCOLOMBIA") is looked for from so many letters on. */
const SHORTEST_INSIDE = 3;

// First letters: as many as leave the expression short, for compiling it costs every page.
const MOST_LETTERS = 4;
const LONGEST_STARTS = 6000;

// Each entry of the table is two characters of fifteen bits: 21 bits of the hash and the nine flags. None of them is a
// surrogate or a control.
const BASE = 0x1000;
const FLAG_BITS = 9;
const HASH_BITS = 21;
const FULLEST = 0.8;
/** 64 kB. A filter that would be larger lets every text through. */
const MOST_ENTRIES = 16_384;
const EVERYTHING = '*';

const SEED = 0x811c9dc5;
/** The slot at which an entry is looked for first. The low bits of the hash alone would cluster. */
const slotOf = (hash: number, entries: number): number => (hash ^ (hash >>> 15)) & (entries - 1);
const SPACE = 32;
const DOLLAR = 36;

/** Writes a filter: the starts of what is looked for, those of what is looked for near it, and the table. */
export function writeNameFilter(keys: FilterKeys): string {
  let entries = 64;
  while (entries * FULLEST < keys.size) entries *= 2;
  if (entries > MOST_ENTRIES) return EVERYTHING;
  const table: number[] = [];
  for (const [phrase, flags] of keys) {
    let hash = SEED;
    for (let at = 0; at < phrase.length; at++) hash = hashStep(hash, phrase.charCodeAt(at));
    const mark = hash >>> (32 - HASH_BITS);
    let at = slotOf(hash, entries);
    // Phrases with the same hash share one entry, with the flags of both.
    while (at in table && (table[at] as number) >>> FLAG_BITS !== mark) at = (at + 1) % entries;
    table[at] = (table[at] ?? 0) | (mark << FLAG_BITS) | flags;
  }
  const written = Array.from({ length: entries }, (_, at) => {
    const entry = table[at] ?? 0;
    return String.fromCharCode(BASE + (entry >>> 15), BASE + (entry & 0x7fff));
  });
  /** Whether a phrase counts only near another. */
  const isOnlyPartner = (flags: number) => (flags & ~(Flag.post | Flag.beside | Flag.stem)) === 0;
  const phrases = [...keys];
  const first = phrases.filter(([, flags]) => !isOnlyPartner(flags)).map(([phrase]) => phrase);
  const second = phrases.filter(([, flags]) => flags & (Flag.post | Flag.beside)).map(([phrase]) => phrase);
  return `${startsOf(first)} ${startsOf(second)} ${written.join('')}`;
}

/**
 * The first letters of phrases, joined by "|", those of Latin script before the others. In scripts without capitals
 * names have few letters, and often something written onto them, so only the first one counts.
 */
function startsOf(phrases: readonly string[], letters = MOST_LETTERS): string {
  const starts = new Set(
    phrases.map((phrase) => (phrase.split(' ')[0] as string).slice(0, isCased(phrase) ? letters : 1)),
  );
  const written = [...starts].sort().join('|');
  return written.length > LONGEST_STARTS && letters > 1 ? startsOf(phrases, letters - 1) : written;
}

/** Whether a phrase is written in a script with capitals. */
const isCased = (phrase: string): boolean => phrase.toUpperCase() !== phrase;

/**
 * No letter, in a folded text in small letters: what may stand between the words of a name or inside an abbreviation
 * (ארה"ב).
 */
const isGap = (unit: number): boolean =>
  unit < 97 ||
  (unit > 122 && unit < 0xc0) ||
  (unit > 0x1fff && unit < 0x2070) ||
  (unit > 0x2fff && unit < 0x3040) ||
  unit === 0x5f3 ||
  unit === 0x5f4 ||
  unit === 0x30fb;
/** Scripts with capitals: Latin, Greek, Cyrillic. */
const isCasedLetter = (unit: number): boolean => !isGap(unit) && (unit < 0x530 || (unit > 0x1dff && unit < 0x2000));

/** The expressions that find the beginnings of phrases, made when they are first needed. */
function createStarts(starts: string): { latin(): RegExp; others(): RegExp } {
  const split = starts.search(/\|[^a-z|]/);
  let latin: RegExp | undefined;
  let others: RegExp | undefined;
  return {
    latin() {
      latin ??= new RegExp(
        `(?<![a-z])(?:${wholeOrBegun((split < 0 ? starts : starts.slice(0, split)).split('|'))})`,
        'g',
      );
      return latin;
    },
    others() {
      others ??= new RegExp(split < 0 ? '(?!)' : starts.slice(split + 1), 'g');
      return others;
    },
  };
}

/** Beginnings that are shorter than the others are whole words, and so they end there. Nothing begins with none. */
function wholeOrBegun(starts: readonly string[]): string {
  if (starts[0] === '') return '(?!)';
  const longest = Math.max(...starts.map(({ length }) => length));
  const words = starts.filter(({ length }) => length < longest);
  return [
    ...(words.length > 0 ? [`(?:${words.join('|')})(?![a-z])`] : []),
    ...starts.filter((one) => !words.includes(one)),
  ].join('|');
}

/**
 * Where a word with a capital begins without a space, a block has ended: "WorldAfrica", "USEdition" are two words each.
 */
const GLUED = /[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g;
/** But where few small letters follow capitals, they may be the ending of an abbreviation: "AEBetako". */
const ENDED = /(?<![A-Za-z])[A-Z]{2,5}[a-z]{1,6}(?![A-Za-z])/g;
const BLOCK_END = '\u0001';
const ALL_CAPITALS = /[A-Z]{7,}/g;
const OTHER_LETTERS = '[\\u0370-\\u1dff\\u1f00-\\u1fff\\u3041-\\ud7ff\\uf900-\\ufaff]';
/** Rows of words in other scripts than Latin. A single letter is a sign ("α"), but may end an abbreviation. */
const OTHER_WORDS = new RegExp(`${OTHER_LETTERS}{2,}(?:.{1,2}${OTHER_LETTERS}+)*`, 'g');

/** Opens a filter as `writeNameFilter` wrote it; anything else lets every text through. */
export function openNameFilter(written: string): NameFilter {
  const [first, second] = written.split(' ', 2) as [string, string?];
  if (second === undefined || /[^a-z|\u00aa-\uffff]/.test(first + second)) return { matcher: () => () => 'name' };
  const table = first.length + second.length + 2;
  const entries = (written.length - table) / 2;
  const names = createStarts(first);
  const beside = createStarts(second);

  const flagsAt = (hash: number): number => {
    const wanted = hash >>> (32 - HASH_BITS);
    for (let at = slotOf(hash, entries); ; at = (at + 1) & (entries - 1)) {
      const entry =
        ((written.charCodeAt(table + 2 * at) - BASE) << 15) | (written.charCodeAt(table + 2 * at + 1) - BASE);
      if (entry === 0) return 0;
      if (entry >>> FLAG_BITS === wanted) return entry & ((1 << FLAG_BITS) - 1);
    }
  };

  function createMatcher(exact: boolean): (raw: string) => FilterAnswer {
    let answer: FilterAnswer = 'none';
    /** The end of the text before, which is read again with this one. */
    let tail = '';
    return (raw) => {
      const plain = !needsFolding(raw);
      const text = tail + (plain ? raw : unmix(foldAll(raw))).replace(GLUED, `$&${BLOCK_END}`);
      answer = read(text, names.latin(), exact, answer);
      const ended = answer === 'name' ? null : text.replaceAll(BLOCK_END, '').match(ENDED);
      if (ended) answer = read(ended.join(' '), names.latin(), exact, answer);
      // Only the words of other scripts are looked through for those: the list of their beginnings is long.
      const words = plain ? null : text.match(OTHER_WORDS);
      if (words && answer !== 'name') answer = read(words.join(' '), names.others(), exact, answer);
      if (!exact && answer === 'none' && text.match(ALL_CAPITALS)?.some(mayHide)) answer = 'perhaps';
      tail = text.slice(-LONGEST_NAME);
      return answer;
    };
  }

  function read(text: string, pattern: RegExp, exact: boolean, before: FilterAnswer): FilterAnswer {
    // No name has letters whose length depends on case. A text with some is read as if it were all capitals.
    const small = text.toLowerCase();
    const seen = text.length === small.length ? text : small.toUpperCase();
    let answer = before;
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(small); hit && answer !== 'name'; hit = pattern.exec(small)) {
      const says = readFrom(seen, small, hit.index, 0);
      if (says === 'name' || (says === 'perhaps' && !exact)) answer = says;
    }
    return answer;
  }

  /**
   * What begins at a place of a text. Where flags are wanted, only whether a word with one of them does.
   * @param small the same text in small letters
   */
  function readFrom(text: string, small: string, start: number, wanted: number): FilterAnswer {
    const cased = isCasedLetter(small.charCodeAt(start));
    const isCapital = (at: number) => text[at] !== small[at];
    // Inside a word nothing begins; where small letters meet a capital, a block end was put between them.
    if (cased && start > 0 && isCasedLetter(small.charCodeAt(start - 1))) return 'none';
    const capital = cased && isCapital(start);
    const isName = (flags: number, end: number) =>
      flags & (capital || !cased ? Flag.name | Flag.small : Flag.small) ||
      (flags & Flag.capitals && text.slice(start, end) === text.slice(start, end).toUpperCase());
    let hash = SEED;
    let mayGoOn = false;
    let inDoubt = false;
    for (let end = start + 1; end <= small.length && end - start < LONGEST_NAME; end++) {
      const unit = small.charCodeAt(end - 1);
      if (isGap(unit)) {
        // A phrase of several words.
        if (!mayGoOn) break;
        if (!isGap(small.charCodeAt(end))) hash = hashStep(hash, SPACE);
        continue;
      }
      hash = hashStep(hash, unit);
      const flags = flagsAt(hash);
      mayGoOn = (flags & Flag.begins) !== 0;
      const next = small.charCodeAt(end);
      const isEnd = end === small.length || isGap(next);
      if (isEnd && flags === 0) break;
      // "US$" is a currency.
      if (flags === 0 || next === DOLLAR) continue;
      if (!cased || isEnd || (flags & Flag.stem && isTail(small, end))) {
        if (flags & wanted) return 'name';
        const partner = (flags & Flag.nation ? Flag.post : 0) | (flags & Flag.surname ? Flag.beside : 0);
        if (!wanted && (isName(flags, end) || (partner && hasNear(text, small, start, end, partner)))) return 'name';
        // A whole word is not the beginning of a longer run of letters.
        inDoubt &&= !isEnd;
      } else inDoubt ||= Boolean(isName(flags, end));
    }
    return inDoubt && !wanted ? 'perhaps' : 'none';
  }

  /** True where a word with one of these flags stands near: a post near a nationality, a title near a surname. */
  function hasNear(text: string, small: string, start: number, end: number, wanted: number): boolean {
    const pattern = small.charCodeAt(start) < 0x250 ? beside.latin() : beside.others();
    const from = Math.max(0, start - NEAR - LONGEST_WORD);
    const around = small.slice(from, end + NEAR);
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(around); hit; hit = pattern.exec(around))
      if (readFrom(text, small, from + hit.index, wanted) === 'name') return true;
    return false;
  }

  /** Whether a name may stand inside a run of capitals: "WORLDCOLOMBIA". */
  function mayHide(run: string): boolean {
    const small = run.toLowerCase();
    for (let start = 1; start <= small.length - SHORTEST_INSIDE; start++)
      for (let end = start, hash = SEED; end < small.length; end++) {
        hash = hashStep(hash, small.charCodeAt(end));
        if (end - start >= SHORTEST_INSIDE - 1 && flagsAt(hash) & (Flag.name | Flag.begins | Flag.capitals))
          return true;
      }
    return false;
  }
  return { matcher: createMatcher };
}

/** Whether at most an ending follows. */
function isTail(lower: string, end: number): boolean {
  for (let at = end; at <= end + LONGEST_TAIL; at++) if (at >= lower.length || isGap(lower.charCodeAt(at))) return true;
  return false;
}
