// Splits what pages read of a large library: names into buckets by the first letters of their first word, figures into
// small groups. A page fetches what its text may name (recognition/name-buckets.ts reads it).

import type { GazetteerFigure } from '../recognition/figures.ts';
import { createFilterWriter, LETTERS_TOLD } from '../recognition/first-word-filter.ts';
import {
  bucketPart,
  figurePart,
  type WrittenBucket,
  type WrittenNames,
  type WrittenWord,
} from '../recognition/gazetteer.ts';
import type { Endings } from '../recognition/inflected.ts';
import type { WrittenLexicon } from '../recognition/lexicon.ts';
import { split } from '../recognition/lists.ts';
import { bucketOf, UNSPACED_LETTERS } from '../recognition/name-buckets.ts';
import { figureOf, hasCapital, type PackedName } from '../recognition/packed-name.ts';
import { UNSPACED } from '../recognition/scripts.ts';
import { beginsSmall, type CollectedNames } from './names.ts';
import { smallBeginnings } from './prefilter.ts';
import type { Steps } from './steps.ts';

/** Figures up to which a library is read whole: one text fewer to fetch, and hardly more to parse. */
export const MOST_WHOLE = 128;
/** Words in a bucket, about; a page fetches many buckets, and few words of each. */
const WORDS_TOGETHER = 24;
const WORDS_A_STEP = 1000;
const BUCKETS_A_STEP = 64;
const FIGURES_A_STEP = 1024;
/** In one part (`figurePart`). */
const FIGURES_TOGETHER = 16;

/** The parts in which the figures lie, in groups. */
export function* splitFigures(figures: readonly GazetteerFigure[]): Steps<Record<string, string>> {
  const parts: Record<string, string> = {};
  let group: Record<number, GazetteerFigure> = {};
  for (const [at, figure] of figures.entries()) {
    group[at] = figure;
    const part = figurePart(at);
    if (part === figurePart(at + 1) && at + 1 < figures.length) continue;
    parts[part] = JSON.stringify(group);
    group = {};
    if (at % FIGURES_A_STEP < FIGURES_TOGETHER) yield;
  }
  return parts;
}

/** The parts of one language's names: what all pages need of them, and the buckets. */
export function* splitNames(
  language: string,
  names: CollectedNames,
  lexicon: WrittenLexicon,
  figures: readonly GazetteerFigure[],
): Steps<Record<string, string>> {
  const { words, stems, small } = yield* wordsOf(names, lexicon, figures);
  let count = 1;
  while (count * WORDS_TOGETHER < words.size) count *= 2;
  const buckets = Array.from({ length: count }, (): WrittenBucket => ({ words: {} }));
  let done = 0;
  for (const [word, entry] of words) {
    (buckets[bucketOf(word, count)] as WrittenBucket).words[word] = entry;
    if (++done % WORDS_A_STEP === 0) yield;
  }
  for (const [stem, holders] of stems) {
    const bucket = buckets[bucketOf(stem, count)] as WrittenBucket;
    bucket.stems = { ...bucket.stems, [stem]: holders };
  }
  const { endings = [] } = names;
  const filters = {
    words: yield* filterOf([...words.keys(), ...[...stems.keys()].map((stem) => `${stem}*`)], endings),
    small: yield* filterOf([...small], endings),
    smallBeginnings: yield* smallBeginnings([...small]),
  };
  const empty: WrittenNames = {
    ...{ surnames: {}, givens: {}, alone: {}, names: {}, firstWords: {}, capitals: [], unspaced: [] },
    ...(names.prefilter ? { prefilter: names.prefilter } : {}),
    buckets: { count, ...filters, ...(endings.length > 0 ? { endings } : {}) },
  };
  const parts: Record<string, string> = { [language]: JSON.stringify(empty) };
  for (const [at, bucket] of buckets.entries()) {
    parts[bucketPart(language, at)] = JSON.stringify(bucket);
    if (at % BUCKETS_A_STEP === 0) yield;
  }
  return parts;
}

/** A filter of written words, and of stems of which any form counts ("american*"). */
function* filterOf(words: readonly string[], endings: Endings): Steps<string> {
  const endingsOf = createEndings(endings);
  const formsOf = (word: string): { stem: string; its: readonly string[] } | null => {
    const mark = word.indexOf('*');
    if (mark < 0 || mark === word.length - 1) return null;
    return { stem: word.slice(0, mark), its: endingsOf(Number(word.slice(mark + 1)), LETTERS_TOLD - mark) };
  };
  let count = 0;
  for (const word of words) count += formsOf(word)?.its.length ?? 1;
  yield;
  const filter = createFilterWriter(count);
  let done = 0;
  for (const word of words) {
    const forms = formsOf(word);
    if (forms) filter.addForms(forms.stem, forms.its);
    else filter.add(word);
    if (++done % WORDS_A_STEP === 0) yield;
  }
  yield;
  return filter.written();
}

/** The endings of a rule, as far as a filter reads them behind a stem that leaves it so many letters. */
function createEndings(endings: Endings): (rule: number, letters: number) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (rule, left) => {
    const letters = Math.max(0, left);
    const key = `${rule} ${letters}`;
    let cut = known.get(key);
    if (!cut) {
      cut = [...new Set((endings[rule] ?? []).map((ending) => ending.slice(0, letters)))];
      known.set(key, cut);
    }
    return cut;
  };
}

/** All entries by word, the holders of offices by stem, and the words (and stems) that count in small letters. */
function* wordsOf(names: CollectedNames, lexicon: WrittenLexicon, figures: readonly GazetteerFigure[]) {
  const words = new Map<string, WrittenWord>();
  const stems = new Map<string, number[]>();
  const small = new Set<string>();
  const entryOf = (word: string): WrittenWord => {
    const known = words.get(word);
    if (known) return known;
    const entry: WrittenWord = {};
    words.set(word, entry);
    return entry;
  };
  const isStrong = (bearers: readonly number[]) => bearers.some((at) => figures[at]?.person?.strength === 'strong');
  for (const [word, bearers] of names.surnames) {
    const entry = entryOf(word);
    entry.surname = bearers;
    if (isStrong(bearers)) small.add(word);
    for (const at of bearers) {
      const letters = names.initials?.[at];
      if (letters) entry.initials = { ...entry.initials, [at]: letters };
    }
  }
  yield;
  for (const [word, bearers] of names.givens) {
    entryOf(word).given = bearers;
    if (isStrong(bearers)) small.add(word);
  }
  for (const [word, bearers] of names.alone) entryOf(word).alone = bearers;
  yield;
  const holders = yield* holdersIn(figures);
  const addHolders = createHolders();
  let done = 0;
  for (const [phrase, name] of names.names) {
    if (++done % WORDS_A_STEP === 0) yield;
    const word = phrase.split(' ', 1)[0] as string;
    const entry = entryOf(word);
    entry.names ??= {};
    entry.names[phrase] = name;
    const more = names.shared.get(phrase);
    if (more) entry.shared = { ...entry.shared, [phrase]: more };
    const accented = names.accented?.get(phrase);
    if (accented) entry.accented = { ...entry.accented, [phrase]: accented };
    if (isWrittenSmall(name, phrase)) small.add(word);
    for (const bearer of [name, ...(more ?? [])])
      addHolders(entry, holders.ofCountry(figures[figureOf(bearer)]?.id ?? ''));
  }
  for (const [word, longest] of names.firstWords) entryOf(word).longest = longest;
  yield;
  for (const one of names.unspaced) {
    if (++done % WORDS_A_STEP === 0) yield;
    const entry = entryOf(one.text.slice(0, UNSPACED_LETTERS));
    entry.unspaced ??= [];
    entry.unspaced.push(one);
    addHolders(entry, one.figure < 0 ? holders.of(one.office) : holders.ofCountry(figures[one.figure]?.id ?? ''));
  }
  yield;
  /** A word that tells of an office: of a country, or of its own. */
  const addPhrase = (phrase: string, its: readonly number[]) => {
    const word = UNSPACED.test(phrase) ? phrase.slice(0, UNSPACED_LETTERS) : (phrase.split(' ', 1)[0] as string);
    small.add(word);
    if (word.endsWith('*')) {
      const stem = word.slice(0, -1);
      stems.set(stem, [...new Set([...(stems.get(stem) ?? []), ...its])]);
    } else addHolders(entryOf(word), its);
  };
  for (const [country, list] of Object.entries(lexicon.nationality))
    for (const phrase of split(list)) addPhrase(phrase, holders.ofCountry(country) ?? []);
  yield;
  for (const [office, list] of Object.entries(lexicon.offices))
    for (const phrase of split(list)) addPhrase(phrase, holders.of(office));
  return { words, stems, small };
}

/** Adds holders of offices to words, each once: a word such as "President" has hundreds. */
function createHolders(): (entry: WrittenWord, holders: readonly number[] | undefined) => void {
  const known = new Map<WrittenWord, Set<number>>();
  return (entry, holders) => {
    if (!holders) return;
    const its = known.get(entry) ?? new Set();
    known.set(entry, its);
    entry.holders ??= [];
    for (const holder of holders)
      if (!its.has(holder)) {
        its.add(holder);
        entry.holders.push(holder);
      }
  };
}

/** Indexes of the figures that hold an office: by its country, and by its id (or several, as lists have them). */
function* holdersIn(figures: readonly GazetteerFigure[]) {
  const byCountry = new Map<string, number[]>();
  const byOffice = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, at: number) => {
    const known = map.get(key);
    if (!known) map.set(key, [at]);
    else if (known.at(-1) !== at) known.push(at);
  };
  for (const [at, { country, offices }] of figures.entries()) {
    if (at % FIGURES_A_STEP === FIGURES_A_STEP - 1) yield;
    if (country !== undefined && offices.length > 0) add(byCountry, country, at);
    for (const { office } of offices) add(byOffice, office, at);
  }
  const ofAll = (offices: string[]) =>
    [...new Set(offices.flatMap((office) => byOffice.get(office) ?? []))].sort((a, b) => a - b);
  return {
    ofCountry: (country: string): readonly number[] | undefined => byCountry.get(country),
    of(office: string): readonly number[] {
      const offices = split(office);
      return offices.length > 1 ? ofAll(offices) : (byOffice.get(office) ?? []);
    },
  };
}

/** "det hvide hus": no word of it has a capital; "palais de Nariño": the first has none. */
const isWrittenSmall = (name: PackedName, phrase: string): boolean =>
  phrase.split(' ').every((_, at) => !hasCapital(name, at)) || (!hasCapital(name, 0) && beginsSmall(phrase));
