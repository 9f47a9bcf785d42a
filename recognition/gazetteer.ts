// The gazetteer: the figures, and their names in each language, as the data compiles them. No figure and no place is
// known to the code. It holds more than fifty languages, so it ships as text and is opened only for those of a page.
import type { Figures, GazetteerFigure } from './figures.ts';
import { type List, split } from './lists.ts';
import type { PackedName } from './packed-name.ts';
import type { Prefilter, WrittenPrefilter } from './prefilter.ts';
import { type AnyWrittenPrefilter, NO_NAMES, openPrefilter } from './prefilters.ts';
import type { WrittenWordPrefilter } from './word-prefilter.ts';

/** What recognition is given: text of the dataset, loaded when a page needs it. */
export interface Gazetteer {
  /** Of a large library they come as names of theirs are opened (name-buckets.ts). */
  figures: Figures;
  /** The lexicon of each language by its code; languages that are read with another's share one ("nb" → "no"). */
  lexicons: ReadonlyMap<string, string>;
  /**
   * The text of a part, or "" where there is none. `figures`: JSON, empty where they lie in `figures.<n>`.
   * `languages`: a list of each lexicon's codes, its own first. `given`: a list of frequent given names of many
   * countries. `hints`: JSON, language → a few very frequent words. A language's code: its names as JSON; of a large
   * library in `<code>.<n>` too. The code with `_around`: its lexicon as JSON.
   */
  load(part: string): string;
  /** Brings parts, so that `load` has them. */
  fetch(parts: readonly string[]): Promise<void>;
  /** Adds figures that were not there. */
  add(at: number, figure: GazetteerFigure): void;
}

/**
 * Opens the gazetteer whose parts `load` gives.
 * @param fetch brings further ones; none is needed where `load` has all
 */
export function openGazetteer(load: Gazetteer['load'], fetch: Gazetteer['fetch'] = async () => {}): Gazetteer {
  const figures = new Map((JSON.parse(load('figures') || '[]') as GazetteerFigure[]).entries());
  return {
    figures,
    load,
    fetch,
    add: (at, figure) => figures.set(at, figure),
    lexicons: new Map(
      split(load('languages')).flatMap((list) => {
        const codes = list.split(' ');
        return codes.map((code) => [code, codes[0] as string] as const);
      }),
    ),
  };
}

/** "pt-BR" → "pt"; languages that share a lexicon are named as one. */
export const languageKey = (gazetteer: Gazetteer, tag: string | null): string | null =>
  gazetteer.lexicons.get(tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '') ?? null;

/** What a language without a lexicon is read with, by the script that it is written in; Latin has English. */
const BY_SCRIPT: Readonly<Record<string, string>> = { Cyrl: 'ru', Deva: 'hi', Arab: 'ar', Beng: 'bn', Hebr: 'he' };

/** The lexicon that text in a language is read with: where it has none, that of its script ("ky" → Russian's names). */
export function lexiconFor(gazetteer: Gazetteer, tag: string | null): string {
  const key = languageKey(gazetteer, tag);
  if (key || !tag) return key ?? 'en';
  try {
    const script = new Intl.Locale(tag.trim().replaceAll('_', '-')).maximize().script ?? '';
    return languageKey(gazetteer, BY_SCRIPT[script] ?? null) ?? 'en';
  } catch {
    // No tag at all: "utf-8 text".
    return 'en';
  }
}

/** The parts that every page needs. */
export const commonParts: readonly string[] = ['figures', 'languages', 'hints', 'given'];

/** The parts that text in these languages (BCP 47 tags) needs. */
export function partsOf(gazetteer: Gazetteer, tags: readonly (string | null)[]): string[] {
  const keys = new Set(tags.map((tag) => lexiconFor(gazetteer, tag)));
  return [...keys].flatMap((key) => [key, `${key}_around`]);
}

/** A name or an office in a script without spaces: folded, with the figure's index or the office's id. */
export interface Unspaced {
  text: string;
  kind: 'full' | 'surname' | 'given' | 'name' | 'office';
  figure: number;
  office: string;
}

/**
 * The names of one language as the data compiles them, folded, with the figures' indexes: all forms written out, or
 * of a large library stems with the number of a rule (inflected.ts).
 */
export interface WrittenNames {
  surnames: Record<string, number[]>;
  givens: Record<string, number[]>;
  alone: Record<string, number[]>;
  names: Record<string, PackedName>;
  firstWords: Record<string, number>;
  /** The phrases in `names` that are written in capitals throughout: abbreviations. */
  capitals: string[];
  /** Where accents tell words apart: names of one word with theirs, in small letters. */
  accented?: Record<string, string>;
  /** Phrases in `names` that further figures bear. */
  shared?: Record<string, PackedName[]>;
  unspaced: Unspaced[];
  /** By figure: initials of given names as the language spells them, where the story's own spelling has others. */
  initials?: Record<string, List>;
  /** Absent where every word is asked about (word-prefilter.ts). */
  prefilter?: WrittenPrefilter;
  /** What the rules of the language put onto stems. */
  endings?: string[][];
  /** Of a large library: its names lie in buckets, and the lists here are empty. */
  buckets?: WrittenBuckets;
}

/**
 * Buckets of names, with the prefilter of the words that have an entry. `count`: how many, a power of two. `endings` of
 * the rules of the language (inflected.ts).
 */
export interface WrittenBuckets extends WrittenWordPrefilter {
  count: number;
  endings?: string[][];
}

/** All that begins with one word, or is looked up by it. */
export interface WrittenWord
  extends Partial<Pick<WrittenNames, 'names' | 'shared' | 'accented' | 'unspaced' | 'initials'>> {
  surname?: number[];
  given?: number[];
  alone?: number[];
  /** Words of the longest name. */
  longest?: number;
  /** Figures that hold an office which a country's name or nationality, or the office's own first word, may tell of. */
  holders?: number[];
}

/** One bucket: words, and stems of which any form counts. */
export interface WrittenBucket {
  words: Record<string, WrittenWord>;
  stems?: Record<string, number[]>;
}

/** The part in which a bucket of names lies, and a figure. */
export const bucketPart = (language: string, bucket: number): string => `${language}.${bucket}`;
export const figurePart = (figure: number): string => `figures.${figure >> 4}`;

/** The names of one language: what a prefilter and a first look at a word need. */
export interface Names {
  surnames: ReadonlyMap<string, readonly number[]>;
  givens: ReadonlyMap<string, readonly number[]>;
  /** Given names that mean one person alone. */
  alone: ReadonlyMap<string, readonly number[]>;
  /** Whole names and abbreviations, by folded phrase. */
  names: ReadonlyMap<string, PackedName>;
  /** Further figures that bear a phrase in `names`. */
  shared: ReadonlyMap<string, readonly PackedName[]>;
  /** Names of one word that a text must have with these accents ("Mỹ" is not "My"), in small letters. */
  accented: ReadonlyMap<string, string>;
  /** First word of a phrase of several words in `names` → how many the longest has. */
  firstWords: ReadonlyMap<string, number>;
  /** Longest first; empty where words are spaced. */
  unspaced: readonly Unspaced[];
  initials: ReadonlyMap<number, string>;
  prefilter: Prefilter;
}

/** Names as they are opened: of a large library, word by word. */
export interface OpenNames extends Names {
  surnames: Map<string, readonly number[]>;
  givens: Map<string, readonly number[]>;
  alone: Map<string, readonly number[]>;
  names: Map<string, PackedName>;
  shared: Map<string, readonly PackedName[]>;
  accented: Map<string, string>;
  firstWords: Map<string, number>;
  unspaced: Unspaced[];
  initials: Map<number, string>;
  /** The prefilter as it is written. */
  written: AnyWrittenPrefilter;
  /** Where the rest of the names lies. */
  buckets: WrittenBuckets | null;
}

const mapOf = <V>(record: Record<string, V> | undefined): Map<string, V> => new Map(Object.entries(record ?? {}));

/** Apart from what else is written there: pages get it. */
const wordPrefilterIn = ({ words, small, smallBeginnings }: WrittenWordPrefilter): WrittenWordPrefilter => ({
  words,
  small,
  smallBeginnings,
});

/** The names of one language, and its prefilter; without a part of that language nothing is found. */
export function namesOf(gazetteer: Gazetteer, language: string): OpenNames {
  const written = JSON.parse(gazetteer.load(language) || '{}') as Partial<WrittenNames>;
  const { buckets = null } = written;
  const prefilter = written.prefilter ?? (buckets ? wordPrefilterIn(buckets) : NO_NAMES);
  return {
    surnames: mapOf(written.surnames),
    givens: mapOf(written.givens),
    alone: mapOf(written.alone),
    names: mapOf(written.names),
    shared: mapOf(written.shared),
    accented: mapOf(written.accented),
    firstWords: mapOf(written.firstWords),
    unspaced: written.unspaced ?? [],
    initials: new Map(Object.entries(written.initials ?? {}).map(([figure, letters]) => [Number(figure), letters])),
    prefilter: openPrefilter(prefilter),
    written: prefilter,
    buckets,
  };
}

/** True where a name of a place, an institution or a whole person begins with this word. */
export const beginsName = (names: Names, form: string): boolean => names.names.has(form) || names.firstWords.has(form);
