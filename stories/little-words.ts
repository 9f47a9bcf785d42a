// Words of a language that are part of nobody's name, from its own lists.
import type { LanguageFile } from './language.ts';
import { expand, foldPhrase } from './patterns.ts';

const wordsOf = (lists: readonly (readonly string[] | undefined)[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => (list ?? []).flatMap(expand).map(foldPhrase)));

/** Articles, prepositions and the like, by the language's own lists: no part of anybody's name. */
export const grammarWords = ({ frequent, links, places, toward, definite }: LanguageFile): ReadonlySet<string> =>
  wordsOf([frequent, links, places, toward, definite]);

/** Words that are no name of a thing and no office; some are people's names ("Will"). */
export function littleWords(language: LanguageFile): ReadonlySet<string> {
  const { openers, indefinite, bare, copulas, companions } = language;
  return new Set([...grammarWords(language), ...wordsOf([openers, indefinite, bare, copulas, companions])]);
}
