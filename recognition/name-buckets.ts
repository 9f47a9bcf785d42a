// Of a large library a page opens only the names and figures that its text may have. Names lie in buckets by the first
// letters of their first word. A filter tells which words of a text have an entry, and only those are opened, with the
// figures that they may name: so whatever a rule asks of a word of the text is answered as if all names were open.

import type { GazetteerFigure } from './figures.ts';
import { openFirstWordFilter, SHORTEST_STEM } from './first-word-filter.ts';
import { foldText, unmix } from './fold.ts';
import {
  bucketPart,
  figurePart,
  type Gazetteer,
  type OpenNames,
  type Unspaced,
  type WrittenBucket,
  type WrittenWord,
} from './gazetteer.ts';
import { hashStep } from './hash.ts';
import { writtenForms } from './inflected.ts';
import { figureOf, type PackedName } from './packed-name.ts';
import { isInWord, isUnspacedAt } from './scripts.ts';

/** Where words have no spaces between them, two letters stand for a word; UTF-16 code units. */
export const UNSPACED_LETTERS = 2;
const LONGEST_WORD = 64; // letters, as in words.ts
/** In a list of tags names are set small; so many words behind what sets tags apart. */
const WORDS_OF_TAG = 4;
const TAG_EDGE = /[,;|#•·:/\n]/;
const SHORTEST_BEGINNING = 3; // letters
const LONGEST_LABEL = 60; // UTF-16 code units, as in read.ts

/** Which bucket a folded word lies in: forms of a word and stems of it (from four letters on) lie together. */
export function bucketOf(word: string, count: number): number {
  let hash = 0;
  for (let at = 0; at < word.length && at < SHORTEST_STEM; at++) hash = hashStep(hash, word.charCodeAt(at));
  return (hash ^ (hash >>> 15)) & (count - 1);
}

/** What may be written onto a word, folded: prefixes, and whether something is a particle. */
export interface Clitics {
  prefixes: readonly string[];
  isParticle(text: string): boolean;
}

export interface NameBuckets {
  /** Opens what these texts may have; null where that is open. */
  open(texts: readonly string[]): Promise<unknown> | null;
}

/**
 * @param names are filled
 * @param clitics null where the language has none
 */
export function createNameBuckets(
  gazetteer: Gazetteer,
  language: string,
  names: OpenNames,
  clitics: Clitics | null,
): NameBuckets | null {
  const { buckets: written } = names;
  if (!written) return null;
  const { count, endings = [] } = written;
  const words = openFirstWordFilter(written.words);
  const small = openFirstWordFilter(written.small);
  /** Words that were looked at, as they stand in a text; behind a tab where they may be names though they are small. */
  const seen = new Set<string>();
  const opened = new Set<string>();
  const buckets = new Map<number, WrittenBucket>();
  /** While words are being opened. */
  let opening: Promise<unknown> | null = null;

  function wordsIn(text: string): string[] {
    const found: string[] = [];
    const isLabel = text.trim().length < LONGEST_LABEL && text === text.toLowerCase();
    let sinceEdge = 0;
    for (let at = 0; at < text.length; at++) {
      if (text[at] === ' ') continue;
      if (!isInWord(text, at)) {
        if (TAG_EDGE.test(text[at] as string)) sinceEdge = 0;
        continue;
      }
      // Most of a text: passed over where it stands, without cutting it out.
      const end = clitics || isLabel || sinceEdge < WORDS_OF_TAG ? at : smallWordEnd(text, at);
      if (end > at && !small.mayBegin(text, at)) {
        at = end - 1;
        continue;
      }
      const start = at;
      at = wordEnd(text, start);
      const word = text.slice(start, at);
      at--;
      const maySmall = isLabel || sinceEdge++ < WORDS_OF_TAG;
      const key = maySmall ? `\t${word}` : word;
      if (seen.has(key)) continue;
      seen.add(key);
      // A name may go on behind a row that was cut.
      if (isUnspacedAt(word, 0)) found.push(...unspacedIn(text.slice(start, at + UNSPACED_LETTERS)));
      const filter = maySmall || !isSmall(word) ? words : small;
      for (const form of formsWithClitics(unmix(foldText(word)), clitics))
        if (filter.has(form)) found.push(...beginningsOf(form).filter((one) => !opened.has(one) && words.has(one)));
    }
    return found;
  }

  /** The beginnings of names inside a row of letters. */
  function unspacedIn(row: string): string[] {
    const folded = foldText(row);
    const found: string[] = [];
    for (let at = 0; at < folded.length; at++)
      for (let length = 1; length <= UNSPACED_LETTERS; length++) {
        const beginning = folded.slice(at, at + length);
        if (!opened.has(beginning) && words.has(beginning)) found.push(beginning);
      }
    return found;
  }

  /** Whether an entry is of a word, or of a stem of which that is a form. */
  const isFormOf = (key: string, word: string): boolean =>
    key === word || (word.startsWith(key.split('*', 1)[0] as string) && writtenForms(key, endings).includes(word));

  async function openWords(found: readonly string[]): Promise<void> {
    const numbers = [...new Set(found.map((word) => bucketOf(word, count)))].filter((one) => !buckets.has(one));
    if (numbers.length > 0) {
      await gazetteer.fetch(numbers.map((one) => bucketPart(language, one)));
      for (const one of numbers)
        buckets.set(one, JSON.parse(gazetteer.load(bucketPart(language, one)) || '{"words":{}}') as WrittenBucket);
    }
    const entries: [string, WrittenWord][] = [];
    const figures: number[] = [];
    for (const word of found) {
      const bucket = buckets.get(bucketOf(word, count)) as WrittenBucket;
      for (const [key, entry] of Object.entries(bucket.words))
        if (isFormOf(key, word)) {
          entries.push([word, entry]);
          figures.push(...figuresOf(entry));
        }
      for (const [stem, holders] of Object.entries(bucket.stems ?? {}))
        if (word.startsWith(stem)) figures.push(...holders);
    }
    await openFigures(figures);
    for (const [word, entry] of entries) if (!opened.has(word)) add(word, entry);
    for (const word of found) opened.add(word);
    names.unspaced.sort(longestFirst);
  }

  async function openFigures(wanted: readonly number[]): Promise<void> {
    const missing = [...new Set(wanted)].filter((at) => !gazetteer.figures.has(at));
    const parts = [...new Set(missing.map(figurePart))];
    await gazetteer.fetch(parts);
    const read = new Map(parts.map((part) => [part, JSON.parse(gazetteer.load(part) || '{}') as FigureRecord]));
    for (const at of missing) {
      const figure = read.get(figurePart(at))?.[at];
      if (figure) gazetteer.add(at, figure);
    }
  }

  /** Adds an entry of a word; another name may have the same form. */
  function add(word: string, entry: WrittenWord): void {
    join(names.surnames, word, entry.surname);
    join(names.givens, word, entry.given);
    join(names.alone, word, entry.alone);
    if (entry.longest) names.firstWords.set(word, entry.longest);
    for (const [key, name] of [...Object.entries(entry.names ?? {}), ...Object.entries(entry.shared ?? {})])
      for (const phrase of writtenForms(key, endings)) addNames(phrase, [name].flat());
    for (const [phrase, spelling] of Object.entries(entry.accented ?? {})) names.accented.set(phrase, spelling);
    for (const [figure, letters] of Object.entries(entry.initials ?? {})) names.initials.set(Number(figure), letters);
    if (entry.unspaced) names.unspaced.push(...entry.unspaced);
  }

  /** The first figure of a phrase goes before others; what is a figure's name is no other thing's. */
  function addNames(phrase: string, more: readonly PackedName[]): void {
    const known = [names.names.get(phrase) ?? [], names.shared.get(phrase) ?? [], more].flat();
    const byFigure = new Map(known.map((name) => [figureOf(name), name]));
    const [first, ...others] = [...byFigure.values()].sort((a, b) => a - b);
    names.names.set(phrase, first as PackedName);
    const shared = others.filter((name) => gazetteer.figures.has(figureOf(name)));
    if (shared.length > 0) names.shared.set(phrase, shared);
  }

  return {
    open(texts) {
      const found = [...new Set(texts.flatMap(wordsIn))];
      // What is being opened for another page may be of this one too: its words count as seen.
      if (found.length === 0) return opening;
      const mine = Promise.all([opening, openWords(found)])
        .catch((error: unknown) => {
          // Asked for again with the next text.
          seen.clear();
          throw error;
        })
        .finally(() => {
          if (opening === mine) opening = null;
        });
      opening = mine;
      return mine;
    },
  };
}

/** Adds figures to those of a word, in the order of figures. */
function join(map: Map<string, readonly number[]>, word: string, figures: readonly number[] = []): void {
  if (figures.length > 0)
    map.set(
      word,
      [...new Set([...(map.get(word) ?? []), ...figures])].sort((a, b) => a - b),
    );
}

/** Figures by index, as a part has them. */
type FigureRecord = Record<number, GazetteerFigure>;

/** Where a word of small ASCII letters ends; its own offset where it has others. */
function smallWordEnd(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) > 96 && text.charCodeAt(at) < 123) at++;
  return isInWord(text, at) ? start : at;
}

/** Where the word ends that begins here; scripts with and without spaces do not share one, as in words.ts. */
function wordEnd(text: string, start: number): number {
  const isUnspaced = isUnspacedAt(text, start);
  const isPart = (at: number) => isInWord(text, at) && isUnspacedAt(text, at) === isUnspaced;
  let at = start;
  while (at < text.length && at - start < LONGEST_WORD && isPart(at)) at++;
  return at;
}

const isSmall = (word: string): boolean => word === word.toLowerCase() && word !== word.toUpperCase();

/** A word, and what is left of it without what may be written onto it. */
function formsWithClitics(word: string, clitics: Clitics | null): string[] {
  if (!clitics) return [word];
  const starts = ['', ...clitics.prefixes.filter((one) => word.startsWith(one))];
  return starts.flatMap((prefix) => {
    const forms = [word.slice(prefix.length)];
    for (let to = word.length - 1; to > prefix.length + 1; to--)
      if (clitics.isParticle(word.slice(to))) forms.push(word.slice(prefix.length, to));
    return forms;
  });
}

/** A word, and its beginnings: other forms of a name tell whether it has an ending. */
function beginningsOf(form: string): string[] {
  const beginnings = [form];
  for (let length = form.length - 1; length >= SHORTEST_BEGINNING; length--) beginnings.push(form.slice(0, length));
  return beginnings;
}

function figuresOf({ surname = [], alone = [], holders = [], names, shared, unspaced = [] }: WrittenWord): number[] {
  const bearers = [...Object.values(names ?? {}), ...Object.values(shared ?? {}).flat()].map(figureOf);
  return [
    ...surname,
    ...alone,
    ...holders,
    ...bearers,
    ...unspaced.flatMap(({ figure }) => (figure < 0 ? [] : figure)),
  ];
}

/** As a whole list has them: offices last, then in the order of figures. */
const longestFirst = (a: Unspaced, b: Unspaced): number =>
  b.text.length - a.text.length || Number(a.figure < 0) - Number(b.figure < 0) || a.figure - b.figure;
