// Compiles a story's figures and the languages to the gazetteer that recognition reads: folded and made compact.
import { type Gazetteer, openGazetteer } from '../recognition/gazetteer.ts';
import { compileFigure, type FigureNames } from './figures.ts';
import type { LanguageFile, StoryLanguageFile } from './language.ts';
import { compileLexicon, mapped, nationalityOf, withStory } from './lexicon.ts';
import { writeNames } from './names.ts';
import { folded, join, stemmed } from './patterns.ts';

/** What a gazetteer is made from, all of it checked. */
export interface GazetteerSource {
  figures: readonly FigureNames[];
  languages: readonly LanguageFile[];
  /** What the story itself writes in some of the languages. */
  storyLanguages?: readonly StoryLanguageFile[];
  /** Frequent given names of many countries. */
  givenNames?: readonly string[];
}

/** A gazetteer as it is written into a build: texts by part, as `Gazetteer.load` gives them. */
export type GazetteerParts = Record<string, string>;

/** A compiled gazetteer as recognition takes it, all parts in memory. */
export const gazetteerOf = (parts: Readonly<GazetteerParts>): Gazetteer => openGazetteer((part) => parts[part] ?? '');

/** Compiles the gazetteer. Never throws. */
export function compileGazetteer(source: GazetteerSource): GazetteerParts {
  const { figures, languages, storyLanguages = [], givenNames = [] } = source;
  const compiled = figures.map((figure) => compileFigure(figure, figures));
  const hints = languages.flatMap(({ language, frequent }) => (frequent ? [[language, frequent.join(' ')]] : []));
  const parts: GazetteerParts = {
    figures: JSON.stringify(compiled),
    given: folded(givenNames),
    hints: JSON.stringify(Object.fromEntries(hints)),
    languages: join(languages.map(({ language, also = [] }) => [language, ...also].join(' '))),
  };
  const both = languages.map((file) =>
    withStory(
      file,
      storyLanguages.find(({ language }) => language === file.language),
    ),
  );
  const english = both.find(({ language }) => language === 'en');
  for (const language of both) {
    const lexicon = compileLexicon(language, figures, english?.heads ?? {}, english?.given_places ?? []);
    const names = writeNames(compiled, {
      unspaced: language.spaced === false,
      accents: language.accents === true,
      names: language.names ?? {},
      people: language.people ?? {},
      inflection: language.inflection ?? [],
      otherNames: language.other_names ?? [],
      // As it is written, for the prefilter looks at raw text.
      nationality: mapped(nationalityOf(language, figures), (list) => stemmed(list, (phrase) => phrase)),
      offices: lexicon.offices,
    });
    parts[language.language] = JSON.stringify(names);
    parts[`${language.language}_around`] = JSON.stringify(lexicon);
  }
  return parts;
}
