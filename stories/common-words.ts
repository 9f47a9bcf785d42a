// Which words of languages are too common to be names. Apart from name-checks.ts: most pages check without them.
import { foldText } from '../recognition/fold.ts';
import type { LanguageFile } from './language.ts';
import type { CommonWords } from './name-checks.ts';
import { expand } from './patterns.ts';

/**
 * Words that stand in many sentences or begin them: as names they would be found on every page.
 * @param givenNames are left out, though a language may have them as words: “Ali”, “Dan”, “Per”
 */
export function commonWords(languages: readonly LanguageFile[], givenNames: readonly string[]): CommonWords {
  const names = new Set(givenNames.map(foldText));
  const languagesOf = new Map<string, Set<string>>();
  for (const { language, frequent = [], openers = [], definite = [], links = [], copulas = [] } of languages)
    for (const pattern of [...frequent, ...openers, ...definite, ...links, ...copulas])
      for (const phrase of expand(pattern)) {
        const word = foldText(phrase);
        if (!names.has(word)) languagesOf.set(word, (languagesOf.get(word) ?? new Set()).add(language));
      }
  return {
    languagesOf,
    unspaced: new Set(languages.filter(({ spaced }) => spaced === false).map(({ language }) => language)),
  };
}
