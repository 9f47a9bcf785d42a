// A language as a library needs it: what holds for it whatever the story, with the words that the stories add.
import type { LanguageFile } from './language.ts';
import type { LibraryLanguage } from './story-words.ts';

/** A language with what stories add to it. */
export type FullLanguage = LanguageFile &
  Pick<
    LibraryLanguage,
    'names' | 'people' | 'offices' | 'relatives' | 'otherNames' | 'ambiguous' | 'own' | 'ownOffices'
  >;

/** Puts what stories add behind what the language has. */
export function withStories(language: LanguageFile, own: LibraryLanguage | undefined): FullLanguage {
  if (!own) return { ...language, names: {}, people: {}, offices: {}, relatives: {}, otherNames: [], ambiguous: [] };
  const { names, people, offices, relatives, otherNames, ambiguous, ownOffices = [] } = own;
  const both = <T extends Record<string, string[] | undefined>>(
    one: T | undefined,
    other: Record<string, string[]>,
  ): T =>
    Object.fromEntries(
      Object.keys({ ...one, ...other }).map((key) => [key, [...(one?.[key] ?? []), ...(other[key] ?? [])]]),
    ) as T;
  return {
    ...language,
    ...{ names, people, offices, relatives, otherNames, ambiguous, ownOffices, own: own.own ?? [] },
    titles: both(language.titles, own.titles),
    heads: both(language.heads, own.heads),
    words: [...(language.words ?? []), ...own.words],
    verbs: [...(language.verbs ?? []), ...own.verbs],
    regions: [...(language.regions ?? []), ...own.regions],
  };
}

/** What a record has under a key of its own. */
export const valueIn = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
