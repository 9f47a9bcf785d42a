// The gazetteer: what the data compiles to, and the index one language's text is read with. Everything here is derived
// from data; no figure, title or place is known to the code. It ships for three dozen languages in a content script, so it
// ships compact (patterns and rules, lists joined by "|") and is written out only for the languages a page is written in.
import { foldText, IGNORABLE } from './fold.ts';

/** How much a bare surname says: `strong` is plainly this figure when nothing speaks against it, `weak` needs evidence from the page, `common` needs more of it. */
export type Strength = 'strong' | 'weak' | 'common';

/** Classes of titles; `other` is an office that no figure holds, `mr` and `ms` are honorifics. */
export type TitleClass =
  | 'president'
  | 'vice-president'
  | 'minister'
  | 'secretary'
  | 'senator'
  | 'first-lady'
  | 'leader'
  | 'candidate'
  | 'mr'
  | 'ms'
  | 'other';

/** A list joined by "|". */
type List = string;

/** The names of one person, in the spelling the story uses; accents are optional in the text. */
export interface Person {
  given: List;
  middle: List;
  surname: List;
  /** Words that may follow the surname and still be the same person ("Moros", "Urrego"); folded. */
  after: List;
  /** Given names of other bearers of the surname; also what follows it in their names ("Jr", "Guerra"). */
  others: List;
  /** Given names rare enough to mean this person alone once the full name has been given ("Delcy"). */
  alone: List;
  strength: Strength;
  female: boolean;
}

/** One figure as recognition knows it. */
export interface GazetteerFigure {
  id: string;
  kind: 'person' | 'place' | 'organization' | 'group';
  person?: Person;
  /** Names of a place or an institution in the story's own spelling. */
  aliases?: List;
  /** Another figure that must be on the page, for names that other things share ("Presidential Palace"). */
  needs?: string;
  /** The figure id of the country whose office holder it is. */
  country?: string;
  /** Terms of office: the office's id, the post in it ("president"), the title it is addressed with; `to` is exclusive. */
  offices: { office: string; post: string; title: TitleClass; from: string; to: string | null }[];
}

/** One language as it ships; data/lexicon/README.md explains the fields. All but `names`, `people` and `inflection` are folded. A word that ends in "*" stands for all its forms. */
export interface Lexicon {
  /** Words stand without spaces between them (zh, ja, th). */
  unspaced?: 1;
  /** Titles stand behind the name too (ja, ko, zh). */
  titlesAfter?: 1;
  /** The country's adjective stands behind an office ("presidente colombiano"); elsewhere it belongs to what follows ("президент американской компании"). */
  adjectiveBehind?: 1;
  /** Common nouns are capitalised, so that a capital is no sign of a name (de). */
  nounsCapital?: 1;
  names?: Record<string, string[]>;
  people?: Record<string, { given?: string[]; surname?: string[]; full?: string[] }>;
  inflection?: { ending: string; tails: List }[];
  titles?: Partial<Record<TitleClass, List>>;
  /** Nationality words and country names, by the country's figure id. */
  nationality?: Record<string, List>;
  /** What an office is called, by post: "secretary of state", "interim president". */
  posts?: Record<string, List>;
  /** Offices named by one word that holds the country ("POTUS"), by office id. */
  offices?: Record<string, List>;
  relatives?: Record<string, List>;
  after?: List;
  person?: List;
  before?: List;
  links?: List;
  given?: List;
  openers?: List;
  /** Ordinary words that look like a name when a capital opens a sentence; verbs do so only inside a headline's capitals. */
  words?: List;
  verbs?: List;
  plural?: List;
  elect?: List;
  former?: List;
  indefinite?: List;
  prefixes?: List;
  particles?: List;
}

/** What recognition is given. The figures are at hand; all else is text that is loaded when a page needs it. */
export interface Gazetteer {
  figures: GazetteerFigure[];
  /** Codes of the languages that there is a lexicon for. */
  languages: readonly string[];
  /**
   * The text of a part: a language's lexicon (JSON) by its code; `given`: frequent given names of many countries, folded;
   * `hints`: JSON, language → a few very frequent words. Empty where there is none: then the story's own names still work.
   */
  load(part: string): string;
}

/** Reads one language's lexicon; an empty one where it cannot be had. */
export const lexiconOf = (gazetteer: Gazetteer, language: string): Lexicon =>
  JSON.parse(gazetteer.load(language) || '{}') as Lexicon;

/** A name in a script without spaces. */
export interface Unspaced {
  text: string;
  kind: 'full' | 'surname' | 'given' | 'name' | 'role';
  figure: number;
  office: string;
}

/** Words of one list; a word also counts when it is a form of an entry that ends in "*". */
export interface Words {
  has(word: string): boolean;
}

/** Phrases with what they mean. */
export interface Phrases<V> {
  get(phrase: string): V | undefined;
}

/** The names of one language: what a gate and a first look at a word need. */
export interface Names {
  surnames: ReadonlyMap<string, readonly number[]>;
  givens: ReadonlyMap<string, readonly number[]>;
  /** Given names that mean one person alone. */
  alone: ReadonlyMap<string, readonly number[]>;
  /** Folded phrase → the figure, the spelling with the capitals it must have, and whether it is a person's whole name. */
  names: ReadonlyMap<string, { figure: number; spelling: string; full: boolean }>;
  /** First word of a phrase in `names` → how many words the longest has. */
  firstWords: ReadonlyMap<string, number>;
  /** Longest first; empty where words are spaced. */
  unspaced: readonly Unspaced[];
  /** Matches in raw text wherever a name may begin, and more. */
  gate: RegExp;
}

/** Everything else that reading around a name needs; built when the first name is met. */
export interface Index extends Names {
  spaced: boolean;
  titlesAfter: boolean;
  nounsCapital: boolean;
  adjectiveBehind: boolean;
  /** Names take endings. */
  inflected: boolean;
  middles: ReadonlyMap<string, readonly number[]>;
  relatives: ReadonlyMap<number, readonly string[]>;
  titles: Phrases<TitleClass>;
  nationality: Phrases<string>;
  /** First words of nationalities of two words ("norte-americano"). */
  nationalityFirst: ReadonlySet<string>;
  posts: ReadonlyMap<string, readonly string[]>;
  offices: ReadonlyMap<string, string>;
  /** First words of the phrases in `offices`. */
  officeFirst: ReadonlySet<string>;
  /** Titles and nationalities as they ship, for scripts where they are found without word boundaries. */
  titleList: readonly (readonly [string, TitleClass])[];
  nationalityList: readonly (readonly [string, string])[];
  /** Words that make another thing's name: with a capital they need one in the text, in small letters they count right beside the name. */
  headsAfter: Words;
  headsPerson: Words;
  headsBefore: Words;
  headsAfterList: readonly string[];
  headsBeforeList: readonly string[];
  links: ReadonlySet<string>;
  given: ReadonlySet<string>;
  openers: Words;
  words: ReadonlySet<string>;
  verbs: ReadonlySet<string>;
  plural: ReadonlySet<string>;
  elect: Words;
  former: Words;
  indefinite: Words;
  prefixes: readonly string[];
  particles: ReadonlySet<string>;
}

/** "a|b" → ["a", "b"]; nothing → []. */
export const split = (list: List | undefined): string[] => (list ? list.split('|') : []);

/** Words of a phrase as text is cut into words: separators fall away. */
export const tokens = (phrase: string): string[] => phrase.match(/[\p{L}\p{M}]+/gu) ?? [];

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
export function inflect(name: string, rules: Lexicon['inflection'] = []): string[] {
  let best: { ending: string; tails: List } | undefined;
  for (const rule of rules)
    if (name.endsWith(rule.ending) && rule.ending.length >= (best?.ending.length ?? 0)) best = rule;
  if (!best) return [name];
  const stem = name.slice(0, name.length - best.ending.length);
  return [name, ...best.tails.split('|').map((tail) => stem + tail)];
}

function put<K>(map: Map<K, number[]>, key: K, figure: number): void {
  const known = map.get(key);
  if (!known) map.set(key, [figure]);
  else if (!known.includes(figure)) known.push(figure);
}

const UNSPACED = /[\u0E00-\u0EFF\u3040-\u30FF\u3400-\u9FFF]/;

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

/** Writes out the names of one language and builds its gate. */
export function namesOf(gazetteer: Gazetteer, lexicon: Lexicon): Names {
  const surnames = new Map<string, number[]>();
  const givens = new Map<string, number[]>();
  const alone = new Map<string, number[]>();
  const names = new Map<string, { figure: number; spelling: string; full: boolean }>();
  const firstWords = new Map<string, number>();
  const unspaced: Unspaced[] = [];
  const gate = new Set<string>();
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
      addGates(gate, form, gated === 'any');
      if (kind === 'given') put(alone, folded, figure);
    }
    if (lexicon.unspaced && UNSPACED.test(form)) unspaced.push({ text: folded, kind, figure, office: '' });
  };
  const takeName = (phrase: string, figure: number, full: boolean) => {
    addGates(gate, phrase, false);
    if (lexicon.unspaced && UNSPACED.test(phrase)) {
      unspaced.push({ text: foldText(phrase), kind: full ? 'full' : 'name', figure, office: '' });
      return;
    }
    const spelling = spelled(phrase);
    const key = spelling.toLowerCase();
    names.set(key, { figure, spelling, full });
    const words = key.split(' ');
    const first = words[0] as string;
    firstWords.set(first, Math.max(firstWords.get(first) ?? 0, words.length));
  };
  gazetteer.figures.forEach((figure, at) => {
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
    for (const pattern of lexicon.names?.[figure.id] ?? [])
      for (const name of expand(pattern)) takeName(name, at, false);
    const spelling = lexicon.people?.[figure.id];
    for (const pattern of spelling?.surname ?? [])
      for (const form of expand(pattern)) takeForm(surnames, 'surname', form, at, 'capital');
    for (const pattern of spelling?.given ?? [])
      for (const form of expand(pattern)) takeForm(givens, 'given', form, at, person?.alone ? 'capital' : 'no');
    for (const pattern of spelling?.full ?? []) for (const name of expand(pattern)) takeName(name, at, true);
  });
  for (const country in lexicon.nationality)
    for (const word of split(lexicon.nationality[country])) addGates(gate, word, true);
  for (const office in lexicon.offices) {
    for (const phrase of split(lexicon.offices[office])) {
      addGates(gate, phrase, true);
      if (lexicon.unspaced) unspaced.push({ text: phrase, kind: 'role', figure: -1, office });
    }
  }
  return {
    surnames,
    givens,
    alone,
    names,
    firstWords,
    unspaced: unspaced.sort((a, b) => b.text.length - a.text.length),
    gate: gateFrom(gate),
  };
}

/** Builds the rest of a language's index. */
export function indexOf(gazetteer: Gazetteer, lexicon: Lexicon, names: Names): Index {
  const english = lexiconOf(gazetteer, 'en');
  const middles = new Map<string, number[]>();
  const relatives = new Map<number, string[]>();
  gazetteer.figures.forEach((figure, at) => {
    for (const name of split(figure.person?.middle)) put(middles, foldText(name), at);
    relatives.set(at, [...split(figure.person?.others), ...split(lexicon.relatives?.[figure.id])]);
  });
  const offices = pairs(lexicon.offices ?? {});
  const titleList = pairs(lexicon.titles ?? {});
  const nationalityList = pairs(lexicon.nationality ?? {}).map(
    ([phrase, country]) => [foldPhrase(phrase), country] as const,
  );
  const posts = new Map<string, string[]>();
  for (const [phrase, post] of pairs(lexicon.posts ?? {})) posts.set(phrase, [...(posts.get(phrase) ?? []), post]);
  // English heads make a thing's name in every language's press ("Trump Tower").
  const [after, person] = [
    `${lexicon.after ?? ''}|${english.after ?? ''}`,
    `${lexicon.person ?? ''}|${english.person ?? ''}`,
  ];
  return {
    ...names,
    spaced: !lexicon.unspaced,
    titlesAfter: !!lexicon.titlesAfter,
    nounsCapital: !!lexicon.nounsCapital,
    adjectiveBehind: !!lexicon.adjectiveBehind,
    inflected: !!lexicon.inflection,
    middles,
    relatives,
    titles: phrasesOf(titleList),
    nationality: phrasesOf(nationalityList),
    nationalityFirst: new Set(
      nationalityList.flatMap(([phrase]) => (phrase.includes(' ') ? [phrase.split(' ')[0] as string] : [])),
    ),
    posts,
    offices: new Map(offices),
    officeFirst: new Set(offices.map(([phrase]) => phrase.split(' ')[0] as string)),
    titleList,
    nationalityList,
    headsAfter: wordsOf(after),
    headsPerson: wordsOf(person),
    headsBefore: wordsOf(lexicon.before),
    headsAfterList: split(lexicon.after),
    headsBeforeList: split(lexicon.before),
    links: new Set(split(lexicon.links)),
    given: new Set([...split(gazetteer.load('given')), ...split(lexicon.given)]),
    openers: wordsOf(lexicon.openers),
    words: new Set(split(lexicon.words)),
    verbs: new Set(split(lexicon.verbs)),
    plural: new Set(split(lexicon.plural)),
    elect: wordsOf(lexicon.elect),
    former: wordsOf(lexicon.former),
    indefinite: wordsOf(lexicon.indefinite),
    prefixes: split(lexicon.prefixes),
    particles: new Set(split(lexicon.particles)),
  };
}

/** A phrase as text is compared: words folded, joined by one space; a stem keeps its "*". */
const foldPhrase = (phrase: string): string =>
  UNSPACED.test(phrase) ? foldText(phrase) : tokens(phrase).map(foldText).join(' ') + (phrase.endsWith('*') ? '*' : '');

function pairs<V extends string>(lists: Partial<Record<V, List>>): (readonly [string, V])[] {
  const out: (readonly [string, V])[] = [];
  for (const value in lists) for (const phrase of split(lists[value])) out.push([phrase, value]);
  return out;
}

const SHORTEST_STEM = 4;
const LONGEST_TAIL = 5;

/** The stem among the entries that a word is a form of ("american*"). */
function stemOf(known: { has(word: string): boolean }, word: string): string | undefined {
  for (let length = word.length; length >= SHORTEST_STEM && word.length - length <= LONGEST_TAIL; length--) {
    const stem = `${word.slice(0, length)}*`;
    if (known.has(stem)) return stem;
  }
  return undefined;
}

function wordsOf(list: List | undefined): Words {
  const set = new Set(split(list));
  return { has: (word) => word !== '' && (set.has(word) || stemOf(set, word) !== undefined) };
}

function phrasesOf<V>(list: readonly (readonly [string, V])[]): Phrases<V> {
  const map = new Map(list);
  const vocabulary = new Set(list.flatMap(([phrase]) => phrase.split(' ')));
  return {
    get: (phrase) => {
      const whole = map.get(phrase);
      if (whole !== undefined) return whole;
      const words = phrase.split(' ');
      const stems = words.map((word) => stemOf(vocabulary, word));
      if (!stems.some(Boolean)) return undefined;
      // A word can be an entry of its own and a form of another.
      const mixed = words.map((word, at) => (vocabulary.has(word) ? word : (stems[at] ?? word))).join(' ');
      return map.get(mixed) ?? map.get(words.map((word, at) => stems[at] ?? word).join(' '));
    },
  };
}

// How many letters of a name the gate looks for: enough to pass over most other words, few enough to stay small.
const GATE_LETTERS = 6;
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
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * Adds the beginning of a name to the gate: as names are written and in capitals (`small`: in small letters too), accents
 * composed, decomposed or left out. Short names are bounded, so that "US" is not found in "BUSINESS"; where two words make
 * the name, the second one's initial goes with the first.
 */
function addGates(gate: Set<string>, name: string, small: boolean): void {
  const stem = name.endsWith('*');
  const [first = '', second] = tokens(name);
  if (first.toLowerCase() === first.toUpperCase()) {
    const kept = [...first].slice(0, 3).join('');
    for (const form of new Set([kept, kept.normalize('NFC'), kept.normalize('NFD')]))
      gate.add(
        [...form].map((letter) => (VARIANTS[letter] ? `[${letter}${VARIANTS[letter]}]` : literal(letter))).join(''),
      );
    return;
  }
  const letters = [...first.normalize('NFC')];
  const kept = letters.slice(0, second ? 14 : GATE_LETTERS).join('');
  const short = letters.length <= 3 && !stem;
  const abbreviation = letters.length > 1 && first === first.toUpperCase();
  const forms = abbreviation
    ? [kept.toUpperCase()]
    : [
        kept.charAt(0).toUpperCase() + kept.slice(1),
        kept.toUpperCase(),
        ...(small && !short ? [kept.toLowerCase()] : []),
      ];
  for (const form of forms) {
    const decomposed = form.normalize('NFD');
    for (const one of new Set([
      form,
      decomposed,
      decomposed.replace(MARKS, ''),
      ...Object.entries(VARIANTS).flatMap(([letter, other]) =>
        form.includes(letter) ? [form.replace(letter, other)] : [],
      ),
    ])) {
      if (second) gate.add(`${literal(one)}[\\s.\\-\\u2010-\\u2013]{1,9}[${initials(second)}]`);
      else gate.add(short ? `${NO_LETTER_BEFORE}${literal(one)}${NO_LETTER_BEHIND}` : literal(one));
    }
  }
}

// Without the u flag \b knows only ASCII letters.
const LETTER = 'A-Za-z\\u00C0-\\u024F\\u0370-\\u052F\\u1E00-\\u1EFF';
const NO_LETTER_BEFORE = `(?<![${LETTER}])`;
const NO_LETTER_BEHIND = `(?![${LETTER}])`;

const initials = (word: string): string => {
  const first = word.charAt(0);
  const plain = first.normalize('NFD').charAt(0);
  return [...new Set([first.toLowerCase(), first.toUpperCase(), plain.toLowerCase(), plain.toUpperCase()])].join('');
};

/** Words with invisible characters or full-width letters are looked at whatever they are, if they begin like a name. */
function gateFrom(pieces: ReadonlySet<string>): RegExp {
  const sorted = [...pieces].filter(Boolean).sort();
  // What the longer piece finds, the shorter one that it begins with finds too; sorting puts them side by side.
  const kept: string[] = [];
  for (const piece of sorted) if (kept.length === 0 || !piece.startsWith(kept.at(-1) as string)) kept.push(piece);
  const capitals = [
    ...new Set(
      kept
        .map((piece) => piece.replace(NO_LETTER_BEFORE, '').charAt(0))
        .filter((letter) => letter !== letter.toLowerCase()),
    ),
  ].join('');
  if (capitals) kept.push(`[${capitals}][A-Za-z\\u00C0-\\u052F]{0,12}[${IGNORABLE}]`, '[\\uFF21-\\uFF3A]');
  return new RegExp(kept.join('|') || '(?!)', 'g');
}

const SCRIPTS: readonly [RegExp, string][] = [
  [/[\u0370-\u03FF\u1F00-\u1FFF]/, 'el'],
  [/[\u0400-\u052F]/, 'ru'],
  [/[\u0590-\u05FF]/, 'he'],
  [/[\u0600-\u06FF\u0750-\u077F]/, 'ar'],
  [/[\u0900-\u097F]/, 'hi'],
  [/[\u0980-\u09FF]/, 'bn'],
  [/[\u0E00-\u0E7F]/, 'th'],
  [/[\u3040-\u30FF\uFF66-\uFF9F]/, 'ja'],
  [/[\uAC00-\uD7AF\u1100-\u11FF]/, 'ko'],
  [/[\u3400-\u9FFF]/, 'zh'],
];

/** The language to read a text with that has no language of its own but one of these scripts; null for Latin. */
export function languageOfScript(text: string): string | null {
  for (const [script, language] of SCRIPTS) if (script.test(text)) return language;
  return null;
}
