// Builds a language's prefilter: the regular expression that passes over text where no name can begin.
import { type Beginning, branches } from '../recognition/branches.ts';
import { foldAll, isAscii } from '../recognition/fold.ts';
import { hasCase } from '../recognition/scripts.ts';
import { tokens } from './patterns.ts';
import type { Steps } from './steps.ts';

/** A name that the prefilter finds, in small letters too where `small`. */
export interface Prefiltered {
  name: string;
  small: boolean;
}

// How many letters of a name the prefilter looks for: enough to pass over most other words, few enough to stay small.
// Of a very long list fewer: V8 does not optimise patterns of more than 20 kB (kRegExpTooLargeToOptimize), which then
// run fifty times slower.
const MOST_LETTERS = 6;
const LONGEST_PATTERN = 18_000; // characters
const CAPITAL_LETTERS = 3; // of a name in capitals in a very long list: texts hardly have any
// Letters that texts also write in these ways; the prefilter looks at raw text.
const VARIANTS: Record<string, string> = {
  ß: 'ss',
  σ: 'ς',
  ا: 'أإآ',
  أ: 'اإآ',
  ی: 'يى',
  ي: 'یى',
  ک: 'ك',
  ك: 'ک',
  ه: 'ة',
  ة: 'ه',
  য: '\u09DF',
};
/** Letters of words that are bounded. */
const SHORTEST_UNBOUNDED = 3;
const NO_LETTER = /[^\p{L}\p{M}]/u;
const SURROGATE = /[\uD800-\uDFFF]/;
const NAMES_A_STEP = 2000;
const BEGINNINGS_A_STEP = 500;
const MARKS = /[\u0300-\u036F]/g;

/**
 * The beginnings of a name, of at most so many letters: as names are written and in capitals, accents composed,
 * decomposed or left out; with `small` in small letters too. Short names are bounded, so that "US" is not found in
 * "BUSINESS". Where two words make the name, the second one's initial goes with the first.
 */
function beginningsOf({ name, small }: Prefiltered, most: number): Beginning[] {
  const stem = name.endsWith('*');
  const [first = '', second] = tokens(name);
  if (!hasCase(first)) {
    const kept = [...first].slice(0, 3).join('');
    return [kept, kept.normalize('NFC'), kept.normalize('NFD')].map((form) =>
      [...form].map((letter) => (VARIANTS[letter] ? `[${letter}${VARIANTS[letter]}]` : letter)),
    );
  }
  const letters = [...first.normalize('NFC')];
  const short = letters.length <= 3 && !stem;
  // Of "U.S." nothing else would be left than a letter.
  const paired = second && (short || most === MOST_LETTERS);
  const kept = letters.slice(0, paired ? 14 : most).join('');
  const abbreviation = letters.length > 1 && first === first.toUpperCase();
  const inCapitals = kept.toUpperCase();
  const forms = abbreviation
    ? [inCapitals]
    : [
        kept.charAt(0).toUpperCase() + kept.slice(1),
        most < MOST_LETTERS ? inCapitals.slice(0, CAPITAL_LETTERS) : inCapitals,
        ...(small && (!short || paired) ? [kept.toLowerCase()] : []),
      ];
  const spellings = forms.flatMap((form) => {
    if (isAscii(form)) return [form];
    const decomposed = form.normalize('NFD');
    const variants = Object.entries(VARIANTS).filter(([letter]) => form.includes(letter));
    return [
      form,
      decomposed,
      decomposed.replace(MARKS, ''),
      // "Walesa", "Sorensen": ł and ø are one letter with their stroke.
      foldAll(form),
      ...variants.map(([one, other]) => form.replace(one, other)),
    ];
  });
  return spellings.map((form) => {
    if (paired) return [...form, `[\\s.\\-\\u2010-\\u2013]{1,9}[${initials(second)}]`];
    return short ? [...form, `(?<![${LETTER}]${form})(?![${LETTER}])`] : [...form];
  });
}

// Without the u flag \b knows only ASCII letters.
const LETTER = 'A-Za-z\\u00C0-\\u024F\\u0370-\\u052F\\u1E00-\\u1EFF';

const initials = (word: string): string => {
  const first = word.charAt(0);
  const plain = first.normalize('NFD').charAt(0);
  return [...new Set([first.toLowerCase(), first.toUpperCase(), plain.toLowerCase(), plain.toUpperCase()])].join('');
};

/** Names of which one begins as another does, up to so many letters, once; more than any pattern holds may be left. */
function* distinctNames(names: readonly Prefiltered[], letters: number): Steps<Prefiltered[]> {
  const distinct = new Map<string, Prefiltered>();
  for (const [at, one] of names.entries()) {
    if (at % NAMES_A_STEP === NAMES_A_STEP - 1) yield;
    const { small } = one;
    const name = isAscii(one.name) ? one.name : one.name.normalize('NFC');
    // Short words are bounded, and with six letters the second word counts: those are what they are.
    const end = letters < MOST_LETTERS ? name.search(NO_LETTER) : -1;
    const isShort = end >= 0 ? end <= SHORTEST_UNBOUNDED : name.length <= SHORTEST_UNBOUNDED;
    const isCut = letters < MOST_LETTERS && !isShort && name !== name.toUpperCase() && !SURROGATE.test(name);
    distinct.set(`${isCut ? name.slice(0, letters) : name} ${small}`, one);
  }
  return [...distinct.values()];
}

/** The pattern of all the names' beginnings, with as many letters as it may hold. */
export function* prefilterFrom(names: readonly Prefiltered[]): Steps<string> {
  let left = names;
  let starts = new Set(names.map(({ name }) => name.split(' ', 1)[0] as string));
  for (let letters = MOST_LETTERS; ; letters--) {
    yield;
    starts = new Set([...starts].map((start) => start.slice(0, letters)));
    // Each takes two characters at least: so many are not even tried.
    if (2 * starts.size > LONGEST_PATTERN && letters > 1) continue;
    // What is the same with more letters is the same with fewer.
    left = yield* distinctNames(left, letters);
    const pattern = yield* patternOf(left, letters);
    if (pattern !== null) return pattern;
  }
}

/** The pattern with so many letters; null where it is too long. */
function* patternOf(names: readonly Prefiltered[], letters: number): Steps<string | null> {
  const isTooLong = (length: number) => length > LONGEST_PATTERN && letters > 1;
  const distinct = new Map<string, Beginning>();
  for (const [at, name] of names.entries()) {
    if (at % BEGINNINGS_A_STEP === BEGINNINGS_A_STEP - 1) yield;
    for (const beginning of beginningsOf(name, letters)) distinct.set(beginning.join('\n'), beginning);
    if (isTooLong(2 * distinct.size)) return null;
  }
  yield;
  // Capitals and small letters in a group each: the engine then passes over most letters with one comparison a group.
  const rows = new Map<number, Beginning[]>();
  for (const one of distinct.values()) {
    const row = (one[0]?.charCodeAt(0) ?? 0) >> 5;
    const known = rows.get(row) ?? [];
    known.push(one);
    rows.set(row, known);
  }
  const groups: string[] = [];
  let length = 0;
  for (const row of rows.values()) {
    yield;
    const group = `(?:${branches(row).join('|')})`;
    groups.push(group);
    length += group.length + (length > 0 ? 1 : 0);
    if (isTooLong(length)) return null;
  }
  return groups.join('|');
}

/**
 * The pattern of how words in small letters begin, as far as they are ASCII; more than any pattern holds may be left.
 * @param words folded, and stems ("american*", "americ*3"), of which any form counts
 */
export function* smallBeginnings(words: readonly string[]): Steps<string> {
  const inLetters = words
    .map((word) => ({ letters: /^[a-z]*/.exec(word)?.[0] ?? '', word }))
    .filter((one) => one.letters);
  for (let most = MOST_LETTERS; most > 1; most--) {
    const distinct = new Map<string, Beginning>();
    for (const [at, { letters, word }] of inLetters.entries()) {
      if (at % NAMES_A_STEP === 0) yield;
      const isWhole = letters === word && word.length <= most;
      const beginning = [...letters.slice(0, most), ...(isWhole ? ['(?![a-z])'] : [])];
      distinct.set(beginning.join(''), beginning);
      if (2 * distinct.size > LONGEST_PATTERN) break;
    }
    if (2 * distinct.size > LONGEST_PATTERN) continue;
    const pattern = branches([...distinct.values()]).join('|');
    if (pattern.length <= LONGEST_PATTERN) return pattern || '(?!)';
  }
  return '[a-z]';
}
