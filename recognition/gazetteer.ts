// The gazetteer: what the data compiles to, and the index one language's text is read with. Everything here is derived
// from data; no figure, title or place is known to the code. It ships for three dozen languages in a content script, so it
// ships as text (lists joined by "|") and is opened only for the languages a page is written in.
import { foldText } from './fold.ts';
import { createGate, type Gate, type WrittenGate } from './gate.ts';

/**
 * How much a bare surname says: `strong` is plainly this figure when nothing speaks against it, `weak` needs evidence from the page, and
 * where a `town` bears it too the company of others is none; `common` needs more of it.
 */
export type Strength = 'strong' | 'weak' | 'town' | 'common';

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
  /** Terms of office: the office's id, the post in it ("president"), the title it is addressed with; `to` is exclusive, `elected` the day from which the holder was elect. */
  offices: { office: string; post: string; title: TitleClass; from: string; to: string | null; elected?: string }[];
}

/** Lists of words that say something of a name beside them; data/lexicon/README.md explains each. */
export type WordList =
  | 'headsAfter'
  | 'headsPerson'
  | 'headsBefore'
  | 'links'
  | 'given'
  | 'openers'
  /** Ordinary words that look like a name when a capital opens a sentence; verbs do so only inside a headline's capitals. */
  | 'words'
  | 'verbs'
  | 'plural'
  | 'elect'
  | 'former'
  | 'indefinite'
  | 'generic'
  | 'bare'
  | 'definite'
  | 'regions'
  | 'masculine'
  | 'feminine'
  /** Endings that make a surname a woman's; never a man's. */
  | 'womens'
  | 'particles';

/** What holds for a whole language. */
export interface Traits {
  /** Words stand without spaces between them (zh, ja, th). */
  spaceless?: 1;
  /** Titles stand behind the name too (ja, ko, zh). */
  titlesAfter?: 1;
  /** The country's adjective stands behind an office ("presidente colombiano"); elsewhere it belongs to what follows ("президент американской компании"). */
  adjectiveBehind?: 1;
  /** Common nouns are capitalised, so that a capital is no sign of a name (de). */
  nounsCapital?: 1;
  /** Headlines set every word with a capital. */
  titleCase?: 1;
  /** A relative clause needs no word of its own ("the judge Trump appointed"). */
  dropsThat?: 1;
  /** An office that somebody holds has an article ("the president of …"). */
  articles?: 1;
  /** Names take endings. */
  inflected?: 1;
  /** One of them is -s. */
  genitive?: 1;
}

/** One language as it ships. All of it is folded. A word that ends in "*" stands for all its forms. */
export interface Lexicon extends Traits {
  titles: Partial<Record<TitleClass, List>>;
  /** Nationality words and country names, by the country's figure id. */
  nationality: Record<string, List>;
  /** What an office is called, by post: "secretary of state", "interim president". */
  posts: Record<string, List>;
  /** Offices named by one word that holds the country ("POTUS"), by office id. */
  offices: Record<string, List>;
  /** Given names of other bearers, by figure id. */
  relatives: Record<string, List>;
  /** Clitics written onto a word, longest first. */
  prefixes: List;
  lists: Record<WordList, List>;
}

/** What recognition is given: text of the dataset, loaded when a page needs it. */
export interface Gazetteer {
  figures: readonly GazetteerFigure[];
  /** The lexicon of each language by its code; languages that are read with another's share one ("nb" → "no"). */
  lexicons: ReadonlyMap<string, string>;
  /**
   * The text of a part. `figures`: JSON; `languages` (each lexicon's codes, its own first) and `given` (frequent given names of many countries): lists; `hints`: JSON, language → a
   * few very frequent words; a language's code: its names as JSON; the code with `_around`: its lexicon as JSON. Empty where there is none.
   */
  load(part: string): string;
}

/** Opens the gazetteer whose parts `load` gives. */
export const openGazetteer = (load: Gazetteer['load']): Gazetteer => ({
  figures: JSON.parse(load('figures') || '[]') as GazetteerFigure[],
  lexicons: new Map(
    split(load('languages')).flatMap((list) => {
      const codes = list.split(' ');
      return codes.map((code) => [code, codes[0] as string] as const);
    }),
  ),
  load,
});

/** "pt-BR" → "pt"; languages that share a lexicon are named as one. */
export const languageKey = (gazetteer: Gazetteer, tag: string | null): string | null =>
  gazetteer.lexicons.get(tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '') ?? null;

/** The parts that every page needs. */
export const commonParts: readonly string[] = ['figures', 'languages', 'hints', 'given'];

/** The parts that text in these languages (BCP 47 tags) needs, where there is a lexicon for them; English is read where there is none. */
export function partsOf(gazetteer: Gazetteer, tags: readonly (string | null)[]): string[] {
  const keys = new Set(tags.map((tag) => languageKey(gazetteer, tag) ?? 'en'));
  return [...keys].flatMap((key) => [key, `${key}_around`]);
}

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
  /** As they ship, for scripts where they are found without word boundaries. */
  all: readonly string[];
}

/** Phrases with what they mean. */
export interface Phrases<V> {
  get(phrase: string): V | undefined;
  all: readonly (readonly [string, V])[];
}

/** The names of one language as the data compiles them: all forms written out, folded, with the figures' indexes. */
export interface WrittenNames {
  surnames: Record<string, number[]>;
  givens: Record<string, number[]>;
  alone: Record<string, number[]>;
  names: Record<string, PackedName>;
  firstWords: Record<string, number>;
  /** The phrases in `names` that are written in capitals throughout: abbreviations. */
  capitals: string[];
  unspaced: Unspaced[];
  gate: WrittenGate;
}

/** What a phrase names, in one number, for a list may hold ten thousand: bit 0 says that it is a person's whole name, bits 1 to 8 which of its words have a capital, the rest is the figure's index. */
export type PackedName = number;

const CAPITALS = 8; // words

/** `spelling` is the folded phrase with its capitals kept, words joined by one space. */
export function packName(figure: number, spelling: string, full: boolean): PackedName {
  let packed = (figure << (CAPITALS + 1)) | Number(full);
  spelling.split(' ').forEach((word, at) => {
    if (at < CAPITALS && word !== word.toLowerCase()) packed |= 2 << at;
  });
  return packed;
}

export const figureOf = (name: PackedName): number => name >> (CAPITALS + 1);
export const isFull = (name: PackedName): boolean => (name & 1) === 1;
/** True where the spelling writes the word at this place in the phrase with a capital; of the first eight words. */
export const hasCapital = (name: PackedName, at: number): boolean => at < CAPITALS && ((name >> (at + 1)) & 1) === 1;

/** The names of one language: what a gate and a first look at a word need. */
export interface Names {
  surnames: ReadonlyMap<string, readonly number[]>;
  givens: ReadonlyMap<string, readonly number[]>;
  /** Given names that mean one person alone. */
  alone: ReadonlyMap<string, readonly number[]>;
  /** By folded phrase. */
  names: ReadonlyMap<string, PackedName>;
  /** First word of a phrase of several words in `names` → how many the longest has. */
  firstWords: ReadonlyMap<string, number>;
  /** Longest first; empty where words are spaced. */
  unspaced: readonly Unspaced[];
  gate: Gate;
}

/** Everything else that reading around a name needs; built when the first name is met. */
export interface Index extends Names, Traits, Record<WordList, Words> {
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
  prefixes: readonly string[];
  /** False of most words, by the offset of their first letter, that no name and no office begins with. */
  mayBegin(text: string, start: number): boolean;
}

/** "a|b" → ["a", "b"]; nothing → []. */
export const split = (list: List | undefined): string[] => (list ? list.split('|') : []);

function put<K>(map: Map<K, number[]>, key: K, figure: number): void {
  const known = map.get(key);
  if (!known) map.set(key, [figure]);
  else if (!known.includes(figure)) known.push(figure);
}

const mapOf = <V>(record: Record<string, V> | undefined): Map<string, V> => new Map(Object.entries(record ?? {}));

/** The names of one language, and its gate; without a part of that language nothing is found. */
export function namesOf(gazetteer: Gazetteer, language: string): Names {
  const written = JSON.parse(gazetteer.load(language) || '{}') as Partial<WrittenNames>;
  return {
    surnames: mapOf(written.surnames),
    givens: mapOf(written.givens),
    alone: mapOf(written.alone),
    names: mapOf(written.names),
    firstWords: mapOf(written.firstWords),
    unspaced: written.unspaced ?? [],
    gate: createGate(written.gate),
  };
}

/** True where a name of a place, an institution or a whole person begins with this word. */
export const beginsName = (names: Names, form: string): boolean => names.names.has(form) || names.firstWords.has(form);

/** Builds the rest of a language's index. */
export function indexOf(gazetteer: Gazetteer, language: string, names: Names): Index {
  const lexicon = JSON.parse(gazetteer.load(`${language}_around`) || '{}') as Partial<Lexicon>;
  const middles = new Map<string, number[]>();
  const relatives = new Map<number, string[]>();
  gazetteer.figures.forEach((figure, at) => {
    for (const name of split(figure.person?.middle)) put(middles, foldText(name), at);
    relatives.set(at, [...split(figure.person?.others), ...split(lexicon.relatives?.[figure.id])]);
  });
  const offices = pairs(lexicon.offices);
  const nationality = pairs(lexicon.nationality);
  const posts = new Map<string, string[]>();
  for (const [phrase, post] of pairs(lexicon.posts)) posts.set(phrase, [...(posts.get(phrase) ?? []), post]);
  const lists = Object.entries(lexicon.lists ?? {}).map(([name, list]) => [name, wordsOf(list)]);
  const officeFirst = firstWords(offices);
  const beginnings = [names.surnames, names.givens, names.names, names.firstWords, officeFirst];
  const { given } = lexicon.lists ?? {};
  return {
    ...(lexicon as Traits),
    ...names,
    ...(Object.fromEntries(lists) as Record<WordList, Words>),
    given: wordsOf(`${gazetteer.load('given')}|${given}`),
    middles,
    relatives,
    titles: phrasesOf(pairs(lexicon.titles)),
    nationality: phrasesOf(nationality),
    nationalityFirst: firstWords(nationality.filter(([phrase]) => phrase.includes(' '))),
    posts,
    offices: new Map(offices),
    officeFirst,
    prefixes: split(lexicon.prefixes),
    // With a clitic before or behind it, a word is another.
    mayBegin:
      lexicon.prefixes || lexicon.lists?.particles
        ? () => true
        : sieveOf([...beginnings.flatMap((list) => [...list.keys()]), ...firstWords(nationality)]),
  };
}

/**
 * A Bloom filter of one hash (FNV-1a) over folded words and stems ("american*", by their first letters). A long list's gate is coarse,
 * and what it lets through is dealt with here in a few nanoseconds. Words that are not ASCII pass.
 */
function sieveOf(words: readonly string[]): Index['mayBegin'] {
  const known = new Uint8Array(1 << (36 - Math.clz32(words.length)));
  const last = known.length - 1;
  const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);
  for (const word of words) {
    let hash = 0;
    const letters = word.endsWith('*') ? SHORTEST_STEM : word.length;
    for (let at = 0; at < letters; at++) hash = step(hash, word.charCodeAt(at));
    known[hash & last] = 1;
  }
  return (text, start) => {
    let hash = 0;
    for (let at = start; ; at++) {
      const unit = text.charCodeAt(at);
      const letter = unit | 32;
      const ends = letter < 97 || letter > 122 || at > start + LONGEST_WORD;
      if (unit > 127 || ((ends || at - start === SHORTEST_STEM) && known[hash & last])) return true;
      if (ends) return false;
      hash = step(hash, letter);
    }
  };
}

const firstWords = (list: readonly (readonly [string, string])[]): Set<string> =>
  new Set(list.map(([phrase]) => phrase.split(' ')[0] as string));

function pairs<V extends string>(lists: Partial<Record<V, List>> | undefined): (readonly [string, V])[] {
  const out: (readonly [string, V])[] = [];
  for (const value in lists) for (const phrase of split(lists[value])) out.push([phrase, value]);
  return out;
}

const LONGEST_WORD = 64; // letters; what is longer is hostile or broken, and must not be gone through from each of its letters
const SHORTEST_STEM = 4;
const LONGEST_TAIL = 5;

/** Finds the stem among the entries that a word is a form of ("american*"). */
function stemsOf(entries: Iterable<string>): (word: string) => string | undefined {
  const stems = new Set([...entries].filter((entry) => entry.endsWith('*')));
  // Most words are a form of nothing: their first letters say so.
  const starts = new Set([...stems].map((stem) => stem.slice(0, SHORTEST_STEM)));
  return (word) => {
    if (!starts.has(word.slice(0, SHORTEST_STEM))) return undefined;
    for (let length = word.length; length >= SHORTEST_STEM && word.length - length <= LONGEST_TAIL; length--) {
      const stem = `${word.slice(0, length)}*`;
      if (stems.has(stem)) return stem;
    }
    return undefined;
  };
}

/** Opened when first asked: on most pages few of the lists are. */
function wordsOf(list: List): Words {
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

function phrasesOf<V>(all: readonly (readonly [string, V])[]): Phrases<V> {
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
