// Splits what pages read of a large library: names into buckets by the first letters of their first word, figures into
// small groups. A page fetches what its text may name (recognition/name-buckets.ts reads it).
import { LETTERS_TOLD, writeFirstWordFilter } from '../recognition/first-word-filter.ts';
import {
  bucketPart,
  figureOf,
  figurePart,
  type GazetteerFigure,
  hasCapital,
  type PackedName,
  split,
  type WrittenBucket,
  type WrittenNames,
  type WrittenWord,
} from '../recognition/gazetteer.ts';
import { type Endings, writtenForms } from '../recognition/inflected.ts';
import type { WrittenLexicon } from '../recognition/lexicon.ts';
import { bucketOf, UNSPACED_LETTERS } from '../recognition/name-buckets.ts';
import { UNSPACED } from '../recognition/scripts.ts';
import { valueIn } from './lexicon.ts';
import type { Steps } from './steps.ts';

/** Figures up to which a library is read whole: one text fewer to fetch, and hardly more to parse. */
export const MOST_WHOLE = 128;
/** Words in a bucket, about; a page fetches many buckets, and few words of each. */
const WORDS_TOGETHER = 24;

/** The parts in which the figures lie, in groups. */
export function* splitFigures(figures: readonly GazetteerFigure[]): Steps<Record<string, string>> {
  const groups = new Map<string, Record<number, GazetteerFigure>>();
  figures.forEach((figure, at) => {
    const group = groups.get(figurePart(at)) ?? {};
    group[at] = figure;
    groups.set(figurePart(at), group);
  });
  const parts: Record<string, string> = {};
  let done = 0;
  for (const [part, group] of groups) {
    parts[part] = JSON.stringify(group);
    if (++done % 64 === 0) yield;
  }
  return parts;
}

/** The parts of one language's names: what all pages need of them, and the buckets. */
export function* splitNames(
  language: string,
  names: WrittenNames,
  lexicon: WrittenLexicon,
  figures: readonly GazetteerFigure[],
): Steps<Record<string, string>> {
  const { words, stems, small } = yield* wordsOf(names, lexicon, figures);
  let count = 1;
  while (count * WORDS_TOGETHER < words.size) count *= 2;
  const buckets = Array.from({ length: count }, (): WrittenBucket => ({ words: {} }));
  for (const [word, entry] of words) {
    (buckets[bucketOf(word, count)] as WrittenBucket).words[word] = entry;
  }
  for (const [stem, holders] of stems) {
    const bucket = buckets[bucketOf(stem, count)] as WrittenBucket;
    bucket.stems = { ...bucket.stems, [stem]: holders };
  }
  yield;
  const { endings = [] } = names;
  const inForms = (all: Iterable<string>) => [...all].flatMap((word) => toldForms(word, endings));
  const filtered = [...inForms(words.keys()), ...[...stems.keys()].map((stem) => `${stem}*`)];
  yield;
  const filters = { words: writeFirstWordFilter(filtered), small: writeFirstWordFilter(inForms(small)) };
  yield;
  const empty: WrittenNames = {
    ...{ surnames: {}, givens: {}, alone: {}, names: {}, firstWords: {}, capitals: [], unspaced: [] },
    ...(names.prefilter ? { prefilter: names.prefilter } : {}),
    buckets: { count, ...filters, ...(endings.length > 0 ? { endings } : {}) },
  };
  const parts: Record<string, string> = { [language]: JSON.stringify(empty) };
  for (const [at, bucket] of buckets.entries()) {
    parts[bucketPart(language, at)] = JSON.stringify(bucket);
    if (at % 256 === 0) yield;
  }
  return parts;
}

/** The forms of a word that a filter tells apart. */
function toldForms(word: string, endings: Endings): string[] {
  const stem = word.indexOf('*');
  return stem >= LETTERS_TOLD ? [word.slice(0, stem)] : writtenForms(word, endings);
}

/** All entries by word, the holders of offices by stem, and the words (and stems) that count in small letters. */
function* wordsOf(names: WrittenNames, lexicon: WrittenLexicon, figures: readonly GazetteerFigure[]) {
  const words = new Map<string, WrittenWord>();
  const stems = new Map<string, number[]>();
  const small = new Set<string>();
  const entryOf = (word: string): WrittenWord => {
    const known = words.get(word) ?? {};
    words.set(word, known);
    return known;
  };
  const isStrong = (bearers: readonly number[]) => bearers.some((at) => figures[at]?.person?.strength === 'strong');
  for (const [word, bearers] of Object.entries(names.surnames)) {
    const entry = entryOf(word);
    entry.surname = bearers;
    if (isStrong(bearers)) small.add(word);
    for (const at of bearers) {
      const letters = names.initials?.[at];
      if (letters) entry.initials = { ...entry.initials, [at]: letters };
    }
  }
  yield;
  for (const [word, bearers] of Object.entries(names.givens)) {
    entryOf(word).given = bearers;
    if (isStrong(bearers)) small.add(word);
  }
  for (const [word, bearers] of Object.entries(names.alone)) entryOf(word).alone = bearers;
  yield;
  const holdersOf = holdersByCountry(figures);
  let done = 0;
  for (const [phrase, name] of Object.entries(names.names)) {
    const word = phrase.split(' ', 1)[0] as string;
    const entry = entryOf(word);
    entry.names = { ...entry.names, [phrase]: name };
    const more = names.shared && valueIn(names.shared, phrase);
    if (more) entry.shared = { ...entry.shared, [phrase]: more };
    const accented = names.accented && valueIn(names.accented, phrase);
    if (accented) entry.accented = { ...entry.accented, [phrase]: accented };
    if (isWrittenSmall(name, phrase)) small.add(word);
    for (const bearer of [name, ...(more ?? [])]) {
      const holders = holdersOf.get(figures[figureOf(bearer)]?.id ?? '');
      if (holders) entry.holders = [...new Set([...(entry.holders ?? []), ...holders])];
    }
    if (++done % 1000 === 0) yield;
  }
  for (const [word, longest] of Object.entries(names.firstWords)) entryOf(word).longest = longest;
  yield;
  for (const one of names.unspaced) {
    const entry = entryOf(one.text.slice(0, UNSPACED_LETTERS));
    entry.unspaced = [...(entry.unspaced ?? []), one];
    const holders =
      one.figure < 0 ? holdersOfOffice(figures, one.office) : holdersOf.get(figures[one.figure]?.id ?? '');
    if (holders) entry.holders = [...new Set([...(entry.holders ?? []), ...holders])];
  }
  yield;
  /** Words that tell of an office: of a country, or of its own. */
  const addHolders = (phrase: string, holders: readonly number[]) => {
    const word = UNSPACED.test(phrase) ? phrase.slice(0, UNSPACED_LETTERS) : (phrase.split(' ', 1)[0] as string);
    small.add(word);
    if (word.endsWith('*')) {
      const stem = word.slice(0, -1);
      stems.set(stem, [...new Set([...(stems.get(stem) ?? []), ...holders])]);
      return;
    }
    const entry = entryOf(word);
    entry.holders = [...new Set([...(entry.holders ?? []), ...holders])];
  };
  for (const [country, list] of Object.entries(lexicon.nationality))
    for (const phrase of split(list)) addHolders(phrase, holdersOf.get(country) ?? []);
  for (const [office, list] of Object.entries(lexicon.offices))
    for (const phrase of split(list)) addHolders(phrase, holdersOfOffice(figures, office));
  return { words, stems, small };
}

/** Indexes of the figures that hold an office of each country. */
function holdersByCountry(figures: readonly GazetteerFigure[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  figures.forEach(({ country, offices }, at) => {
    if (country === undefined || offices.length === 0) return;
    const known = holders.get(country);
    if (known) known.push(at);
    else holders.set(country, [at]);
  });
  return holders;
}

const holdersOfOffice = (figures: readonly GazetteerFigure[], office: string): number[] => {
  const ids = split(office);
  return figures.flatMap(({ offices }, at) => (offices.some((one) => ids.includes(one.office)) ? [at] : []));
};

/** "det hvide hus": no word of it has a capital. */
const isWrittenSmall = (name: PackedName, phrase: string): boolean =>
  phrase.split(' ').every((_, at) => !hasCapital(name, at));
