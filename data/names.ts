// Writes out the names of one language and builds its gate, the regular expression that passes over text where no name can begin.
// Build-time only, so that no page pays for it.
import { foldText } from '../recognition/fold.ts';
import {
  type GazetteerFigure,
  type PackedName,
  packName,
  split,
  type Unspaced,
  type WrittenNames,
} from '../recognition/gazetteer.ts';
import { LETTERS, UNSPACED } from '../recognition/scripts.ts';

/** What of a lexicon names are made from; data/lexicon/README.md explains the fields. */
export interface NameSource {
  unspaced: boolean;
  names: Readonly<Record<string, string[]>>;
  people: Readonly<
    Record<string, { given?: string[] | undefined; surname?: string[] | undefined; full?: string[] | undefined }>
  >;
  inflection: readonly { ending: string; tails: string[] }[];
  nationality: Readonly<Record<string, string>>;
  offices: Readonly<Record<string, string>>;
}

/** Words of a phrase as text is cut into words: separators fall away. */
export const tokens = (phrase: string): string[] => phrase.match(new RegExp(`[${LETTERS}]+`, 'gu')) ?? [];

/** "Biał(y|ego) Dom(|u)" → the four phrases. Groups do not nest. */
export function expand(pattern: string): string[] {
  const open = pattern.indexOf('(');
  if (open < 0) return [pattern.replace(/\s+/g, ' ').trim()];
  const close = pattern.indexOf(')', open);
  if (close < 0) return [pattern];
  const [before, after] = [pattern.slice(0, open), pattern.slice(close + 1)];
  return pattern
    .slice(open + 1, close)
    .split('|')
    .flatMap((one) => expand(before + one + after));
}

/** A name's forms by the language's rules: the longest fitting `ending` is cut off and each tail put on. The name itself is always among them. */
function inflect(name: string, rules: NameSource['inflection']): string[] {
  let best: { ending: string; tails: string[] } | undefined;
  for (const rule of rules)
    if (name.endsWith(rule.ending) && rule.ending.length >= (best?.ending.length ?? 0)) best = rule;
  if (!best) return [name];
  const stem = name.slice(0, name.length - best.ending.length);
  return [name, ...best.tails.map((tail) => stem + tail)];
}

/** A name that the gate finds, in small letters too where `small`. */
interface Gated {
  name: string;
  small: boolean;
}

/** The folded phrase with the capitals of its spelling kept, words joined by one space. */
export function spelled(phrase: string): string {
  if (UNSPACED.test(phrase)) return foldText(phrase);
  return tokens(phrase)
    .map((word) => {
      const plain = foldText(word);
      const capital = word.charAt(0) !== word.charAt(0).toLowerCase();
      return capital ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
    })
    .join(' ');
}

function put(map: Map<string, number[]>, key: string, figure: number): void {
  const known = map.get(key);
  if (!known) map.set(key, [figure]);
  else if (!known.includes(figure)) known.push(figure);
}

// Invisible characters, which may hide in any word, and full-width letters; not the joiners, which several scripts are spelled with.
const HIDDEN = '[\\u00AD\\u034F\\u180B-\\u180E\\u200B\\u2060-\\u2064\\uFEFF\\uFF21-\\uFF3A]';

/** Writes out the names of one language and builds its gate. */
export function writeNames(figures: readonly GazetteerFigure[], lexicon: NameSource): WrittenNames {
  const surnames = new Map<string, number[]>();
  const givens = new Map<string, number[]>();
  const alone = new Map<string, number[]>();
  const names = new Map<string, PackedName>();
  const firstWords = new Map<string, number>();
  const unspaced: Unspaced[] = [];
  const capitals = new Set<string>();
  const gated: Gated[] = [];
  const addGates = (name: string, small: boolean) => gated.push({ name, small });
  const takeForm = (
    map: Map<string, number[]>,
    kind: Unspaced['kind'],
    form: string,
    figure: number,
    gated: 'no' | 'capital' | 'any',
  ) => {
    const folded = foldText(form);
    put(map, folded, figure);
    if (gated !== 'no') {
      addGates(form, gated === 'any');
      if (kind === 'given') put(alone, folded, figure);
    }
    if (lexicon.unspaced && UNSPACED.test(form)) unspaced.push({ text: folded, kind, figure, office: '' });
  };
  const takeName = (phrase: string, figure: number, full: boolean) => {
    addGates(phrase, false);
    if (lexicon.unspaced && UNSPACED.test(phrase)) {
      unspaced.push({ text: foldText(phrase), kind: full ? 'full' : 'name', figure, office: '' });
      return;
    }
    const spelling = spelled(phrase);
    const key = spelling.toLowerCase();
    names.set(key, packName(figure, spelling, full));
    if (phrase === phrase.toUpperCase() && phrase !== phrase.toLowerCase()) capitals.add(key);
    const words = key.split(' ');
    const first = words[0] as string;
    if (words.length > 1) firstWords.set(first, Math.max(firstWords.get(first) ?? 0, words.length));
  };
  figures.forEach((figure, at) => {
    const person = figure.person;
    if (person) {
      const rare = split(person.alone);
      for (const name of split(person.surname))
        for (const form of inflect(name, lexicon.inflection))
          takeForm(surnames, 'surname', form, at, person.strength === 'strong' ? 'any' : 'capital');
      for (const name of split(person.given))
        for (const form of inflect(name, lexicon.inflection))
          takeForm(givens, 'given', form, at, rare.includes(name) ? 'capital' : 'no');
    }
    for (const alias of split(figure.aliases)) takeName(alias, at, false);
    for (const pattern of lexicon.names[figure.id] ?? []) for (const name of expand(pattern)) takeName(name, at, false);
    const spelling = lexicon.people[figure.id];
    for (const pattern of spelling?.surname ?? [])
      for (const form of expand(pattern)) takeForm(surnames, 'surname', form, at, 'capital');
    for (const pattern of spelling?.given ?? [])
      for (const form of expand(pattern)) takeForm(givens, 'given', form, at, person?.alone ? 'capital' : 'no');
    for (const pattern of spelling?.full ?? []) for (const name of expand(pattern)) takeName(name, at, true);
  });
  for (const country in lexicon.nationality)
    for (const word of split(lexicon.nationality[country])) addGates(word, true);
  for (const office in lexicon.offices) {
    for (const phrase of split(lexicon.offices[office])) {
      addGates(phrase, true);
      if (lexicon.unspaced) unspaced.push({ text: phrase, kind: 'office', figure: -1, office });
    }
  }
  return {
    surnames: Object.fromEntries(surnames),
    givens: Object.fromEntries(givens),
    alone: Object.fromEntries(alone),
    names: Object.fromEntries(names),
    firstWords: Object.fromEntries(firstWords),
    capitals: [...capitals],
    unspaced: unspaced.sort((a, b) => b.text.length - a.text.length),
    gate: [gateFrom(gated) || '(?!)', HIDDEN],
  };
}

// How many letters of a name the gate looks for: enough to pass over most other words, few enough to stay small. Of a very long
// list fewer: V8 does not optimise patterns of more than 20 kB (kRegExpTooLargeToOptimize), which then run fifty times slower.
const GATE_LETTERS = 6;
const LONGEST_GATE = 18_000; // characters
const CAPITAL_LETTERS = 3; // of a name in capitals in a very long list: texts hardly have any
// Letters that texts also write in these ways; the gate looks at raw text.
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
const MARKS = /[\u0300-\u036F]/g;

/** The beginning of a name as the gate looks for it: letter by letter, the last one perhaps a pattern of what must follow. */
type Beginning = readonly string[];

/**
 * The beginnings of a name, of at most so many letters: as names are written and in capitals (`small`: in small letters too), accents
 * composed, decomposed or left out. Short names are bounded, so that "US" is not found in "BUSINESS"; where two words make
 * the name, the second one's initial goes with the first.
 */
function beginningsOf({ name, small }: Gated, most: number): Beginning[] {
  const stem = name.endsWith('*');
  const [first = '', second] = tokens(name);
  if (first.toLowerCase() === first.toUpperCase()) {
    const kept = [...first].slice(0, 3).join('');
    return [kept, kept.normalize('NFC'), kept.normalize('NFD')].map((form) =>
      [...form].map((letter) => (VARIANTS[letter] ? `[${letter}${VARIANTS[letter]}]` : letter)),
    );
  }
  const letters = [...first.normalize('NFC')];
  const short = letters.length <= 3 && !stem;
  // Of "U.S." nothing else would be left than a letter.
  const paired = second && (short || most === GATE_LETTERS);
  const kept = letters.slice(0, paired ? 14 : most).join('');
  const abbreviation = letters.length > 1 && first === first.toUpperCase();
  const inCapitals = kept.toUpperCase();
  const forms = abbreviation
    ? [inCapitals]
    : [
        kept.charAt(0).toUpperCase() + kept.slice(1),
        most < GATE_LETTERS ? inCapitals.slice(0, CAPITAL_LETTERS) : inCapitals,
        ...(small && !short ? [kept.toLowerCase()] : []),
      ];
  const spellings = forms.flatMap((form) => {
    const decomposed = form.normalize('NFD');
    const variants = Object.entries(VARIANTS).filter(([letter]) => form.includes(letter));
    return [
      form,
      decomposed,
      decomposed.replace(MARKS, ''),
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

/** The pattern of all the names' beginnings, with as many letters as it may hold. */
function gateFrom(names: readonly Gated[], letters = GATE_LETTERS): string {
  const beginnings = names.flatMap((name) => beginningsOf(name, letters));
  // Capitals and small letters in a group each: the engine then passes over most letters with one comparison for all of a group.
  const rows = new Map<number, Beginning[]>();
  for (const one of beginnings) {
    const row = (one[0]?.charCodeAt(0) ?? 0) >> 5;
    const known = rows.get(row) ?? [];
    known.push(one);
    rows.set(row, known);
  }
  const gate = [...rows.values()].map((row) => `(?:${branches(row).join('|')})`).join('|');
  return gate.length > LONGEST_GATE && letters > 1 ? gateFrom(names, letters - 1) : gate;
}

/**
 * Alternatives that find all the beginnings. What they have in common is written once, since at every place in a text the engine tries
 * one alternative after the other; where a beginning is the beginning of another, the shorter is enough.
 */
function branches(beginnings: readonly Beginning[]): string[] {
  const rests = new Map<string, Beginning[]>();
  for (const [first, ...rest] of beginnings) {
    if (first === undefined) return [];
    const known = rests.get(first) ?? [];
    known.push(rest);
    rests.set(first, known);
  }
  const firsts = new Map<string, string[]>();
  for (const [first, rest] of [...rests].sort()) {
    const behind = branches(rest);
    const pattern = behind.length > 1 ? `(?:${behind.join('|')})` : (behind[0] ?? '');
    firsts.set(pattern, [...(firsts.get(pattern) ?? []), first]);
  }
  return [...firsts].flatMap(([pattern, all]) => {
    const letters = all.filter((one) => one.length === 1);
    const others = all.filter((one) => one.length > 1);
    if (letters.length > 1) others.unshift(`[${letters.join('')}]`);
    else others.unshift(...letters);
    return others.map((one) => one + pattern);
  });
}
