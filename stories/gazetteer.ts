// Compiles the figures of all stories that are on, and the languages, to the gazetteer that recognition reads: folded
// and made compact. Language by language, since a page needs one or two.
import { type Gazetteer, openGazetteer } from '../recognition/gazetteer.ts';
import { compileFigure, type FigureNames } from './figures.ts';
import type { LanguageFile } from './language.ts';
import { compileLexicon, grammarWords, littleWords, mapped, nationalityOf, valueIn, withStories } from './lexicon.ts';
import { writeNames } from './names.ts';
import { surnamesOf } from './namesakes.ts';
import { expand, folded, foldPhrase, join, stemmed } from './patterns.ts';
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

/** Compiles all of a gazetteer. Never throws. */
export function compileGazetteer(source: GazetteerSource): GazetteerParts {
  const languages = source.languages.map(({ language }) => compileLanguage(source, language));
  return Object.assign(compileCommon(source), ...languages);
}

/** Compiles what every page needs, whatever its language: `commonParts` of recognition/gazetteer.ts. */
export function compileCommon({ figures, languages, givenNames = [] }: GazetteerSource): GazetteerParts {
  const hints = languages.flatMap(({ language, frequent }) => (frequent ? [[language, frequent.join(' ')]] : []));
  return {
    figures: JSON.stringify(figures.map((figure) => compileFigure(figure, figures))),
    given: folded(givenNames),
    hints: JSON.stringify(Object.fromEntries(hints)),
    languages: join(languages.map(({ language, also = [] }) => [language, ...also].join(' '))),
  };
}

/** Compiles the two parts of one language: its names, and its lexicon. Nothing for a language that is not there. */
export function compileLanguage(source: GazetteerSource, code: string): GazetteerParts {
  const { figures, languages, storyLanguages = {} } = source;
  const of = (wanted: string) => {
    const file = languages.find(({ language }) => language === wanted);
    return file && withStories(file, valueIn(storyLanguages, wanted));
  };
  const language = of(code);
  if (!language) return {};
  const english = of('en');
  const nameWords = (language.name_words ?? []).flatMap(expand).map(foldPhrase);
  const commonWords = new Set([...littleWords(language), ...nameWords]);
  const lexicon = compileLexicon(
    language,
    figures,
    english?.heads ?? {},
    english?.given_places ?? [],
    [...new Set(figures.flatMap(surnamesOf))].filter((surname) => commonWords.has(surname)),
  );
  const names = writeNames(
    figures.map((figure) => compileFigure(figure, figures)),
    {
      unspaced: language.spaced === false,
      accents: language.accents === true,
      names: language.names,
      people: language.people,
      inflection: language.inflection ?? [],
      otherNames: language.otherNames,
      // As it is written, for the prefilter looks at raw text.
      nationality: mapped(nationalityOf(language, figures), (list) => stemmed(list, (phrase) => phrase)),
      offices: lexicon.offices,
      unwritten: new Set(figures.flatMap(({ writtenIn }, at) => (writtenIn && !writtenIn.includes(code) ? [at] : []))),
      commonWords,
      grammarWords: grammarWords(language),
    },
  );
  return { [code]: JSON.stringify(names), [`${code}_around`]: JSON.stringify(lexicon) };
}
