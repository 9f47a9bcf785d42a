// Which words and phrases the name filter knows: whatever recognition could make a mention of, in all languages.

import type { GazetteerFigure, TitleClass } from '../recognition/figures.ts';
import { needsOther } from '../recognition/figures.ts';
import { foldAll, isAscii } from '../recognition/fold.ts';
import type { WrittenNames } from '../recognition/gazetteer.ts';
import type { WrittenLexicon } from '../recognition/lexicon.ts';
import { split } from '../recognition/lists.ts';
import { Flag } from '../recognition/name-filter-format.ts';
import { figureOf } from '../recognition/packed-name.ts';
import { writeNameFilter } from '../recognition/write-name-filter.ts';
import { valueIn } from './full-language.ts';
import type { OfficeWords } from './office-words.ts';
import { tokens } from './patterns.ts';

/** The filter of a compiled gazetteer, as a text of the dataset. */
export function compileNameFilter(parts: Readonly<Record<string, string>>): string {
  const words = createFilterWords(JSON.parse(parts.figures as string) as GazetteerFigure[]);
  for (const list of split(parts.languages)) {
    const language = list.split(' ')[0] as string;
    const names = JSON.parse(parts[language] as string) as WrittenNames;
    const lexicon = JSON.parse(parts[`${language}_around`] as string) as WrittenLexicon;
    words.addNames(names, new Set(split(lexicon.lists.ambiguous)));
    const alone = new Set([...names.capitals, ...Object.keys(names.accented ?? {})]);
    words.addOffices(lexicon, alone);
  }
  return writeNameFilter(words.keys, words.accented);
}

export interface FilterWords {
  /** All keys with their flags. */
  keys: Map<string, number>;
  /** Names that count only with their accents. */
  accented: Set<string>;
  /** A phrase with all its beginnings, as text is cut into runs of letters. */
  addPhrase(phrase: string, flags: number): void;
  /** @param ambiguous folded names that something else has too: they are no mention without another one */
  addNames(names: WrittenNames, ambiguous: ReadonlySet<string>): void;
  /** @param alone folded abbreviations, and names with accents: what is found by itself, whatever stands near */
  addOffices(words: OfficeWords, alone: ReadonlySet<string>): void;
}

export function createFilterWords(figures: readonly GazetteerFigure[]): FilterWords {
  const keys = new Map<string, number>();
  const accented = new Set<string>();
  const add = (phrase: string, flags: number) => keys.set(phrase, (keys.get(phrase) ?? 0) | flags);
  const addPhrase = (phrase: string, flags: number) => {
    const words = wordsOf(phrase);
    words.forEach((_, at) => {
      add(words.slice(0, at + 1).join(' '), at + 1 < words.length ? Flag.begins : flags);
    });
  };
  /** A word that may be a stem. */
  const addWord = (word: string, flags: number) => {
    const stem = word.endsWith('*');
    addPhrase(stem ? word.slice(0, -1) : word, flags | (stem ? Flag.stem : 0));
  };
  const isShared = (at: number, name: string) => {
    const figure = figures[at];
    return figure !== undefined && needsOther(figure, name);
  };
  const isStrong = (list: readonly number[]) => list.some((at) => figures[at]?.person?.strength === 'strong');
  /** Those that somebody of the story bears. */
  const titles = new Set(figures.flatMap(({ offices }) => offices.map(({ title }) => title)));

  function addNames(names: WrittenNames, ambiguous: ReadonlySet<string>): void {
    const abbreviations = new Set(names.capitals);
    for (const [form, list] of Object.entries(names.surnames)) {
      // Any other needs its full name, a title, or people of the story who are found by themselves.
      addPhrase(form, Flag.surname | (isStrong(list) ? Flag.name : 0));
    }
    for (const form of Object.keys(names.givens)) addPhrase(form, Flag.beside);
    for (const [phrase, name] of Object.entries(names.names)) {
      const bearers = [name, ...((names.shared && valueIn(names.shared, phrase)) ?? [])].map(
        (one) => figures[figureOf(one)],
      );
      // What needs another figure is no mention without it, and that one is found by itself; some names are nobody's.
      if (!bearers.some((figure) => figure && !needsOther(figure, phrase))) continue;
      if (ambiguous.has(phrase)) continue;
      const spelling = names.accented?.[phrase] ?? phrase;
      if (spelling !== phrase) accented.add(spelling);
      else addPhrase(phrase, abbreviations.has(phrase) ? Flag.capitals : Flag.name | Flag.small);
    }
    for (const { text, kind, figure } of names.unspaced)
      if (kind === 'surname') addPhrase(text, isStrong([figure]) ? Flag.name : Flag.surname);
      else if (kind === 'given') addPhrase(text, Flag.beside);
      else if (kind === 'office' || !isShared(figure, text)) addPhrase(text, Flag.name);
  }

  function addOffices(words: OfficeWords, alone: ReadonlySet<string>): void {
    const ownTitles = (words.own ?? []).flatMap((own) => Object.entries(own.titles));
    for (const [title, list] of [...Object.entries(words.titles), ...ownTitles])
      if (titles.has(title as TitleClass)) for (const phrase of split(list)) addWord(longestOf(phrase), Flag.beside);
    // In small letters, or without its accents, what is found by itself is a word of some language ("as", "us", "my").
    for (const list of Object.values(words.nationality))
      for (const phrase of split(list)) if (!alone.has(phrase)) addWord(longestOf(phrase), Flag.nation);
    for (const list of Object.values(words.posts))
      for (const phrase of split(list)) addWord(longestOf(phrase), Flag.post);
    for (const phrase of split(words.lists.presidency)) addWord(longestOf(phrase), Flag.post);
    for (const list of Object.values(words.offices))
      for (const phrase of split(list)) addPhrase(phrase, Flag.name | Flag.small);
  }

  return { keys, accented, addPhrase, addNames, addOffices };
}

const fold = (text: string): string => (isAscii(text) ? text : foldAll(text)).toLowerCase();
const wordsOf = (phrase: string): string[] => tokens(fold(phrase));

/** Of a title, a post or a nationality of several words, the word that is met least. */
const longestOf = (phrase: string): string =>
  phrase.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
