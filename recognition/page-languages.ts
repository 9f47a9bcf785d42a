// The languages of a page: its own, and those of its parts. A part says its language in the markup, or its script
// tells.
import { type Gazetteer, languageKey } from './gazetteer.ts';
import { languageOf, languageOfScript, scriptsOf } from './language.ts';

export interface PageLanguages {
  /** Their keys, the page's own first. */
  readonly all: readonly string[];
  /** The one to read a text in; `lang` is the BCP 47 tag that its markup gives it, if any. */
  keyFor(text: string, lang: string | null): string;
  /** The one that a text would have to be read in and that is none of these, if any; a sample of it will do. */
  missing(text: string, lang: string | null): string | null;
  /** Whether the page's own is written in Latin letters. */
  isLatin(): boolean;
}

/** @param others BCP 47 tags that parts of the page are marked with, and what was `missing` before */
export function createPageLanguages(gazetteer: Gazetteer, own: string, others: readonly string[]): PageLanguages {
  const all = [...new Set([own, ...others.flatMap((tag) => languageKey(gazetteer, tag) ?? [])])].filter(
    (key) => key === own || gazetteer.load(key),
  );
  /** The first of them in each script but Latin; opened when a text is in another language than the page. */
  let byScript: Map<string, string> | undefined;

  /** Very frequent words of the languages that share a script with others. */
  let hints: Record<string, string> | undefined;
  let ownScripts: ReadonlySet<string | null> | undefined;

  /** The most frequent languages of the scripts that a language is written in; null for Latin. */
  function scripts(key: string): ReadonlySet<string | null> {
    hints ??= JSON.parse(gazetteer.load('hints') || '{}') as Record<string, string>;
    // Where a script has one language only, nothing has to tell it from others.
    return hints[key] === undefined ? new Set([key]) : scriptsOf(hints[key]);
  }

  function isLatin(): boolean {
    ownScripts ??= scripts(own);
    return ownScripts.has(null);
  }

  function byScriptOf(text: string): string | undefined {
    const script = all.length > 1 ? languageOfScript(text) : null;
    if (!script) return undefined;
    if (!byScript) {
      byScript = new Map();
      for (const key of [...all].reverse()) for (const one of scripts(key)) byScript.set(one ?? '', key);
    }
    return byScript.get(script);
  }

  return {
    all,
    keyFor(text, lang) {
      const key = languageKey(gazetteer, lang);
      // What came up after the parts were fetched is read like the page's own.
      return (key && gazetteer.load(key) && gazetteer.load(`${key}_around`) ? key : byScriptOf(text)) ?? own;
    },
    missing(text, lang) {
      const key = languageKey(gazetteer, lang);
      if (key) return all.includes(key) ? null : key;
      const script = languageOfScript(text);
      // Han characters alone are as good Japanese as Chinese. Latin ones on a page in Latin tell nothing.
      if (script ? all.includes(script) || (script === 'zh' && own === 'ja') : isLatin()) return null;
      const told = languageKey(gazetteer, languageOf(gazetteer, text, own));
      return told && !all.includes(told) ? told : null;
    },
    isLatin,
  };
}
