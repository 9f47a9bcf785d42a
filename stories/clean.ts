// Cleans what a story gives to recognition, where it enters: signs that mean something in patterns and lists of the
// gazetteer ("(a|b)", "word*") are no part of a name.
import { UNSPACED } from '../recognition/scripts.ts';
import type { Figure, Story, StoryLanguage } from './format.ts';
import { HEADS, TITLES } from './language.ts';

/** Most names: nothing has to be taken out of them. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
// U+E000 stands for an ending while stems are written out.
const SIGNS = /[()|*\uE000]+/g;

/** A name without such signs; "" where nothing with a letter is left. */
export function withoutSigns(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = text.replace(SIGNS, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}/u.test(clean) ? clean : '';
}

/** The same, but a "*" that ends a word stays: any ending may follow there. */
export const stemsWithoutSigns = (text: string): string =>
  text
    .split(/\s+/)
    .flatMap((word) => {
      const clean = withoutSigns(word);
      return clean ? [word.endsWith('*') ? `${clean}*` : clean] : [];
    })
    .join(' ');

type Clean = (text: string) => string;
const each = (list: readonly string[], by: Clean): string[] => list.map(by).filter(Boolean);
const eachIn = (lists: Readonly<Record<string, readonly string[]>>, by: Clean): Record<string, string[]> =>
  Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, each(list, by)]));
const onlyKeys = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));

/** A story as recognition may read it. */
export const cleanStory = (story: Story): Story => ({
  ...story,
  figures: story.figures.map(cleanFigure),
  languages: Object.fromEntries(
    Object.entries(story.languages).map(([code, language]) => [code, cleanLanguage(language)]),
  ),
});

function cleanFigure(figure: Figure): Figure {
  const { full, given, middle, surname, aliases, others, alone } = figure.names;
  const lists = eachIn({ full, given, middle, surname, aliases, others, alone }, withoutSigns);
  const name = Object.fromEntries(Object.entries(figure.name).map(([code, text]) => [code, withoutSigns(text)]));
  return { ...figure, name, names: { ...figure.names, ...lists } };
}

function cleanLanguage(language: StoryLanguage): StoryLanguage {
  const { names, people, offices, relatives, otherNames, titles, heads, regions, ambiguous, words, verbs } = language;
  return {
    names: eachIn(names, withoutSigns),
    people: Object.fromEntries(
      Object.entries(people).map(([id, { given, surname, full }]) => [
        id,
        {
          given: each(given, withoutSigns),
          surname: each(surname, withoutSigns),
          // One word is no whole name, where words have spaces between them.
          full: each(full, withoutSigns).filter((name) => /\s/.test(name) || UNSPACED.test(name)),
        },
      ]),
    ),
    offices: eachIn(offices, withoutSigns),
    relatives: eachIn(relatives, stemsWithoutSigns),
    otherNames: each(otherNames, withoutSigns),
    titles: eachIn(onlyKeys(titles, TITLES), stemsWithoutSigns),
    heads: eachIn(onlyKeys(heads, HEADS), stemsWithoutSigns),
    regions: each(regions, withoutSigns),
    ambiguous: each(ambiguous, withoutSigns),
    words: each(words, withoutSigns),
    verbs: each(verbs, withoutSigns),
  };
}
