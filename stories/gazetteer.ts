// Compiles the figures of all stories that are on, and the languages, to the gazetteer that recognition reads: folded
// and made compact. Language by language, since a page needs one or two.
import type { GazetteerFigure } from '../recognition/figures.ts';
import { type Gazetteer, openGazetteer } from '../recognition/gazetteer.ts';
import type { WrittenLexicon } from '../recognition/lexicon.ts';
import { split } from '../recognition/lists.ts';
import { nationalityOf } from './figure-index.ts';
import { compileFigure, type FigureNames } from './figures.ts';
import { type FullLanguage, valueIn, withStories } from './full-language.ts';
import type { LanguageFile } from './language.ts';
import { compileLexicon } from './lexicon.ts';
import { grammarWords, littleWords } from './little-words.ts';
import { collectNames, writeNames } from './names.ts';
import { surnamesIn } from './namesakes.ts';
import { expand, folded, foldPhrase, join, mapped, stemmed } from './patterns.ts';
import { splitFigures, splitNames } from './split-names.ts';
import { allAtOnce, type Steps } from './steps.ts';
import type { LibraryLanguage } from './story-words.ts';

/** What a gazetteer is made from, all of it checked. */
export interface GazetteerSource {
  figures: readonly FigureNames[];
  languages: readonly LanguageFile[];
  /** What the stories write in some of the languages, by code; ids are those of `figures`. */
  storyLanguages?: Readonly<Record<string, LibraryLanguage>>;
  /** Frequent given names of many countries. */
  givenNames?: readonly string[];
}

/** Texts by the name of the part, as `Gazetteer.load` gives them. */
export type GazetteerParts = Record<string, string>;

/** A compiled gazetteer as recognition takes it, all parts in memory. */
export const gazetteerOf = (parts: Readonly<GazetteerParts>): Gazetteer => openGazetteer((part) => parts[part] ?? '');

/**
 * Compiles all of a gazetteer. Never throws.
 * @param mostWhole figures up to which names and figures are in one part each, and not in buckets
 */
export function compileGazetteer(source: GazetteerSource, mostWhole = Infinity): GazetteerParts {
  const languages = source.languages.map(({ language }) => allAtOnce(compileLanguage(source, language, mostWhole)));
  return Object.assign(allAtOnce(compileCommon(source, mostWhole)), ...languages);
}

/** Of each list of figures what recognition knows of them: each language asks for it. */
const compiledFigures = new WeakMap<readonly FigureNames[], GazetteerFigure[]>();

const FIGURES_A_STEP = 500;

/** What recognition knows of the figures of a source. */
export function* figuresOf({ figures }: Pick<GazetteerSource, 'figures'>): Steps<GazetteerFigure[]> {
  const known = compiledFigures.get(figures);
  if (known) return known;
  const compiled: GazetteerFigure[] = [];
  for (const figure of figures) {
    compiled.push(compileFigure(figure, figures));
    if (compiled.length % FIGURES_A_STEP === 0) yield;
  }
  compiledFigures.set(figures, compiled);
  return compiled;
}

/** Compiles what every page needs, whatever its language: `commonParts` of recognition/gazetteer.ts. */
export function* compileCommon(source: GazetteerSource, mostWhole = Infinity): Steps<GazetteerParts> {
  const { figures, languages, givenNames = [] } = source;
  const isWhole = figures.length <= mostWhole;
  const compiled = yield* figuresOf(source);
  const hints = languages.flatMap(({ language, frequent }) => (frequent ? [[language, frequent.join(' ')]] : []));
  return {
    figures: JSON.stringify(isWhole ? compiled : []),
    ...(isWhole ? {} : yield* splitFigures(compiled)),
    given: folded(givenNames),
    hints: JSON.stringify(Object.fromEntries(hints)),
    languages: join(languages.map(({ language, also = [] }) => [language, ...also].join(' '))),
  };
}

/** A language with what the stories add to it; null where there is none. */
export function fullLanguage(
  { languages, storyLanguages = {} }: Pick<GazetteerSource, 'languages' | 'storyLanguages'>,
  code: string,
): FullLanguage | null {
  const file = languages.find(({ language }) => language === code);
  return file ? withStories(file, valueIn(storyLanguages, code)) : null;
}

/** The same with its lexicon. */
function* lexiconOf(
  source: GazetteerSource,
  code: string,
): Steps<{ language: FullLanguage; lexicon: WrittenLexicon; commonWords: ReadonlySet<string> } | null> {
  const { figures } = source;
  const language = fullLanguage(source, code);
  if (!language) return null;
  const english = fullLanguage(source, 'en');
  const nameWords = (language.name_words ?? []).flatMap(expand).map(foldPhrase);
  const commonWords = new Set([...littleWords(language), ...nameWords]);
  const surnames = yield* surnamesIn(figures);
  const lexicon = compileLexicon(
    language,
    figures,
    english ?? undefined,
    [...surnames].filter((surname) => commonWords.has(surname)),
  );
  return { language, lexicon, commonWords };
}

/**
 * Compiles the parts of one language: its names, and its lexicon. Nothing for a language that is not there.
 * @param mostWhole figures up to which its names are in one part
 */
export function* compileLanguage(source: GazetteerSource, code: string, mostWhole = Infinity): Steps<GazetteerParts> {
  const { figures } = source;
  const compiled = yield* figuresOf(source);
  yield;
  const opened = yield* lexiconOf(source, code);
  if (!opened) return {};
  const { language, lexicon, commonWords } = opened;
  yield;
  const names = yield* collectNames(compiled, {
    unspaced: language.spaced === false,
    // Where something may be written onto a word, a name begins inside of it.
    isSearchedByWords:
      figures.length > mostWhole && language.spaced !== false && !language.prefixes && !language.particles,
    accents: language.accents === true,
    names: language.names,
    people: language.people,
    inflection: language.inflection ?? [],
    // Names of things travel as they are: "USA Today", "US Open".
    otherNames: [...(code === 'en' ? [] : (fullLanguage(source, 'en')?.otherNames ?? [])), ...language.otherNames],
    // As it is written, for the prefilter looks at raw text.
    nationality: mapped(nationalityOf(language, figures), (list) => stemmed(list, (phrase) => phrase)),
    offices: language.spaced === false ? lexicon.offices : asWritten(language, lexicon.offices),
    unwritten: new Set(figures.flatMap(({ writtenIn }, at) => (writtenIn && !writtenIn.includes(code) ? [at] : []))),
    commonWords,
    grammarWords: grammarWords(language),
  });
  const around = { [`${code}_around`]: JSON.stringify(lexicon) };
  if (figures.length <= mostWhole) return { [code]: JSON.stringify(writeNames(names)), ...around };
  return { ...(yield* splitNames(code, names, lexicon, compiled)), ...around };
}

/** Offices as their patterns write them: "líder de la Casa Blanca" begins with an accent, which folding takes away. */
function asWritten(
  { offices, ownOffices = [] }: FullLanguage,
  folded: WrittenLexicon['offices'],
): Record<string, string> {
  const patterns = [...Object.values(offices), ...ownOffices.map(({ phrases }) => phrases)].flat();
  const spellings = new Map(patterns.flatMap(expand).map((phrase) => [foldPhrase(phrase), phrase]));
  const lists = Object.entries(folded).map(([id, list]) => [id, split(list)] as const);
  return mapped(Object.fromEntries(lists), (list) => join(list.map((phrase) => spellings.get(phrase) ?? phrase)));
}
