// The name filter: can a name or an office of the stories stand in this text at all? It says so in every language at
// once, without blocks or evidence, so that a page without names costs next to nothing. It may say yes in vain, never
// no. It is written by write-name-filter.ts.
//
// A filter is a string, so that one get brings it from the storage and nothing has to be opened. It lists how phrases
// begin. Native regular expressions look for that in a whole text, and on most pages find nothing. Where they do, a
// hash table of the phrases (folded, in small letters) is asked about what stands there.
import { foldAll, needsFolding, unmix, withoutInvisible } from './fold.ts';
import { hashStep } from './hash.ts';
import { BASE, FLAG_BITS, Flag, GAP, HASH_BITS, LISTS, LONGEST_TAIL, SEED, slotOf } from './name-filter-format.ts';

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
const LONGEST_WORD = 20;

/** Where a beginning is found, so much is read closely, with so much before and behind it; UTF-16 code units. */
const CLOSELY = 200;
const BEFORE = NEAR + 2 * LONGEST_WORD;
const BEHIND = LONGEST_NAME + NEAR + LONGEST_WORD;

const SPACE = 32;
const DOLLAR = 36;

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
/** Of a Hangul syllable that folding has taken apart. */
const isFinal = (unit: number): boolean => unit > 0x11a7 && unit < 0x1200;
const isDigit = (unit: number): boolean => unit > 47 && unit < 58;
/** Scripts with capitals: Latin, Greek, Cyrillic. */
const isCasedLetter = (unit: number): boolean => !isGap(unit) && (unit < 0x530 || (unit > 0x1dff && unit < 0x2000));

/**
 * Where a word with a capital begins without a space, a block has ended: "WorldAfrica", "USEdition" are two words each.
 */
const GLUED = /[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g;
/** But where few small letters follow capitals, they may be the ending of an abbreviation: "AEBetako". */
const ENDED = /(?<![A-Za-z])[A-Z]{2,5}[a-z]{1,6}(?![A-Za-z])/g;
/**
 * A single Han letter is a part of many words ("美" in "美女"): it is a name only where Korean stands behind it, whose
 * syllables folding takes apart.
 */
const PART_OF_WORD = /^[\u4e00-\u9fff](?!.*[\u1100-\u11ff])/;
const BLOCK_END = '\u0001';
/** Rows of words in other scripts than Latin. A single letter is a sign ("α"), but may end an abbreviation. */
const OTHER_WORDS =
  /[\u0370-\u1dff\u1f00-\u1fff\u3041-\ud7ff\uf900-\ufaff]{2,}(?:.{1,2}[\u0370-\u1dff\u1f00-\u1fff\u3041-\ud7ff\uf900-\ufaff]+)*/g;

/** What finds beginnings of phrases in any letters and anywhere: where a block ends, no space need stand. */
const anywhere = (beginnings: string): RegExp => new RegExp(beginnings.replaceAll(GAP, '[^a-z]*'), 'gi');

/**
 * What finds short words, which many others contain. Those that begin with a capital stand behind none, and "US$" is a
 * currency. The letter before belongs to what is found: as a lookbehind it would take five times as long.
 */
const shortWords = (capital: string, small: string, abbreviations: string): RegExp =>
  new RegExp(
    `[^A-Z](?:${capital})(?![a-z$]|(?<=[A-Z])[A-Z](?![a-z]))|[^A-Za-z](?:${small})(?![a-z])|${abbreviations}`.replaceAll(
      GAP,
      '[^A-Za-z]*',
    ),
    'g',
  );

/** What finds the beginnings of words beside others; a short one is a whole word. */
const startsBeside = (words: string, beginnings: string): RegExp =>
  new RegExp(`(?<![a-z])(?:(?:${words})(?![a-z])|${beginnings})`, 'g');

/** Opens a filter as `writeNameFilter` wrote it; anything else lets every text through. */
export function openNameFilter(written: string): NameFilter {
  const lists = written.split(' ', LISTS);
  try {
    if (lists.length === LISTS && !/[^A-Za-z|_()?:[\]\u00aa-\uffff]/.test(lists.join('')))
      return new OpenFilter(written, lists);
  } catch {
    // Its groups are not closed.
  }
  return { matcher: () => () => 'name' };
}

/** A class, for the gate's sake: the browser parses functions within a function once more when that first runs. */
class OpenFilter implements NameFilter {
  readonly #written: string;
  readonly #lists: readonly string[];
  /** Where the table begins. */
  readonly #table: number;
  readonly #entries: number;
  readonly #inLatin: readonly RegExp[];
  /** Made when first needed: most pages are in Latin script and name nobody. */
  readonly #expressions: RegExp[] = [];

  constructor(written: string, lists: readonly string[]) {
    this.#written = written;
    this.#lists = lists;
    this.#table = lists.join(' ').length + 1;
    this.#entries = (written.length - this.#table) / 2;
    const [beginnings, capital, small, abbreviations] = lists as [string, string, string, string];
    this.#inLatin = [anywhere(beginnings), shortWords(capital, small, abbreviations)];
  }

  matcher(exact: boolean): (raw: string) => FilterAnswer {
    let answer: FilterAnswer = 'none';
    /** The end of the text before, which is read again with this one. */
    let tail = ' ';
    return (part) => {
      const raw = tail + part;
      tail = raw.slice(-LONGEST_NAME);
      const isPlain = !needsFolding(raw);
      const text = isPlain ? raw : unmix(foldAll(raw));
      for (const starts of this.#inLatin) answer = this.#readWhere(starts, text, exact, answer);
      if (!isPlain && answer !== 'name') answer = this.#readOthers(raw, text, exact, answer);
      return answer;
    };
  }

  /** Reads a text closely where a phrase may begin. */
  #readWhere(starts: RegExp, text: string, exact: boolean, before: FilterAnswer): FilterAnswer {
    let answer = before;
    starts.lastIndex = 0;
    for (let hit = starts.exec(text); hit && answer !== 'name'; hit = starts.exec(text)) {
      const from = Math.max(0, hit.index - BEFORE);
      const end = hit.index + CLOSELY;
      const part = text.slice(from, end + BEHIND);
      // What begins behind `end` is read next.
      const unread = end + BEHIND < text.length ? BEHIND : 0;
      answer = this.#read(part.replace(GLUED, `$&${BLOCK_END}`), starts, exact, answer, hit.index - from, unread);
      const ended = answer === 'name' ? null : part.match(ENDED);
      if (ended) answer = this.#read(` ${ended.join(' ')}`, starts, exact, answer);
      starts.lastIndex = end;
    }
    return answer;
  }

  /** What is not plain Latin: other scripts, and names that only their accents tell from other words. */
  #readOthers(raw: string, text: string, exact: boolean, before: FilterAnswer): FilterAnswer {
    if (this.#listed(8, 'i').test(withoutInvisible(raw).normalize('NFC'))) return 'name';
    // Only the words of other scripts are looked through: the list of their beginnings is long.
    const words = text.match(OTHER_WORDS);
    return words ? this.#read(words.join(' '), this.#listed(4, 'gi'), exact, before) : before;
  }

  /** What finds the entries of a list. */
  #listed(at: number, flags = 'g'): RegExp {
    this.#expressions[at] ??= new RegExp(this.#lists[at] as string, flags);
    return this.#expressions[at];
  }

  /** Reads what begins in a text, from a place on and up to `unread` before its end. */
  #read(text: string, starts: RegExp, exact: boolean, before: FilterAnswer, from = 0, unread = 0): FilterAnswer {
    // No name has letters whose length depends on case. A text with some is read as if it were all capitals.
    const small = text.toLowerCase();
    const seen = text.length === small.length ? text : small.toUpperCase();
    let answer = before;
    starts.lastIndex = from;
    for (let hit = starts.exec(seen); hit && answer !== 'name'; hit = starts.exec(seen)) {
      const { index } = hit;
      if (index >= small.length - unread) break;
      // A short word is found with the letter before it.
      for (const start of [index, index + 1]) {
        const says = this.#readFrom(seen, small, start, 0);
        if (says === 'name' || (says === 'perhaps' && !exact && answer !== 'name')) answer = says;
      }
      // Another phrase may begin within what was found.
      starts.lastIndex = index + 1;
    }
    return answer;
  }

  /**
   * What begins at a place of a text. Where flags are wanted, only whether a word with one of them does.
   * @param small the same text in small letters
   */
  #readFrom(text: string, small: string, start: number, wanted: number): FilterAnswer {
    const isCased = isCasedLetter(small.charCodeAt(start));
    // Inside a word nothing begins; where small letters meet a capital, a block end was put between them. In a run of
    // capitals a block may end anywhere ("WORLDCOLOMBIA").
    const isInside = isCased && start > 0 && isCasedLetter(small.charCodeAt(start - 1));
    if (isInside && (text[start] === small[start] || text[start - 1] === small[start - 1])) return 'none';
    const enough = isCased && text[start] === small[start] ? Flag.small : Flag.name | Flag.small;
    let hash = SEED;
    let mayGoOn = false;
    let isInDoubt = false;
    for (let end = start + 1; end <= small.length && end - start < LONGEST_NAME; end++) {
      const unit = small.charCodeAt(end - 1);
      if (isGap(unit)) {
        // A phrase of several words.
        if (!mayGoOn) break;
        if (!isGap(small.charCodeAt(end))) hash = hashStep(hash, SPACE);
        continue;
      }
      hash = hashStep(hash, unit);
      const flags = this.#flagsAt(hash);
      mayGoOn = (flags & Flag.begins) !== 0;
      const next = small.charCodeAt(end);
      const isEnd = end === small.length || isGap(next);
      if (isEnd && flags === 0) break;
      // "US$" is a currency, and what a final consonant ends is another syllable ("미" in "국민").
      if (flags === 0 || next === DOLLAR || isFinal(next)) continue;
      const isAbbreviation = (flags & Flag.capitals) !== 0 && isAllCapitals(text.slice(start, end));
      // Part of a code ("DZ300EU"), unless a block ends behind the digit.
      const isCode = isAbbreviation && end - start === 2 && isDigit(small.charCodeAt(start - 1));
      if (end - start === 1 && PART_OF_WORD.test(text.slice(start, start + NEAR))) continue;
      const isName = (flags & enough) !== 0 || (isAbbreviation && !isCode);
      if (!isCased || isEnd || (flags & Flag.stem && isTail(small, end))) {
        if (flags & wanted) return isInside ? 'none' : 'name';
        const partner = (flags & Flag.nation ? Flag.post : 0) | (flags & Flag.surname ? Flag.beside : 0);
        if (!wanted && (isName || (partner && this.#hasNear(text, small, start, end, partner))))
          return isInside ? 'perhaps' : 'name';
        // A whole word is not the beginning of a longer run of letters.
        isInDoubt &&= !isEnd;
      } else isInDoubt ||= isName;
      isInDoubt ||= isCode;
    }
    return isInDoubt && !wanted ? 'perhaps' : 'none';
  }

  /** True where a word with one of these flags stands near: a post near a nationality, a title near a surname. */
  #hasNear(text: string, small: string, start: number, end: number, wanted: number): boolean {
    const isLatin = small.charCodeAt(start) < 0x250;
    if (isLatin) this.#expressions[5] ??= startsBeside(this.#lists[5] as string, this.#lists[6] as string);
    const starts = this.#listed(isLatin ? 5 : 7);
    const from = Math.max(0, start - NEAR - LONGEST_WORD);
    const around = small.slice(from, end + NEAR);
    starts.lastIndex = 0;
    for (let hit = starts.exec(around); hit; hit = starts.exec(around))
      if (this.#readFrom(text, small, from + hit.index, wanted) === 'name') return true;
    return false;
  }

  #flagsAt(hash: number): number {
    const wanted = hash >>> (32 - HASH_BITS);
    const written = this.#written;
    const table = this.#table;
    const entries = this.#entries;
    for (let at = slotOf(hash, entries); ; at = (at + 1) % entries) {
      const entry =
        ((written.charCodeAt(table + 2 * at) - BASE) << 15) | (written.charCodeAt(table + 2 * at + 1) - BASE);
      if (entry === 0) return 0;
      if (entry >>> FLAG_BITS === wanted) return entry & ((1 << FLAG_BITS) - 1);
    }
  }
}

const isAllCapitals = (text: string): boolean => text === text.toUpperCase();

/** Whether at most an ending follows. */
function isTail(lower: string, end: number): boolean {
  for (let at = end; at <= end + LONGEST_TAIL; at++) if (at >= lower.length || isGap(lower.charCodeAt(at))) return true;
  return false;
}
