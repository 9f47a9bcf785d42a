// What is read of the stories: texts that the background has compiled into the storage. A content script reads the few
// that its cards need: without a request, a visible file or a running background. The background reads names.
// (Messages of a locale are no alternative: they are fetched all at once, and block the page meanwhile.)
import { CURRENT, editionIn, textIn, textKey } from './compiled-keys.ts';
import { askBackground } from './messages.ts';
import { read } from './stored.ts';

/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

/** Texts, all of one edition, each read once. */
export interface TextCache {
  /** Fetches the texts of these names, unless they are there. What nobody needed before is compiled. */
  fetch(names: readonly string[]): Promise<void>;
  /** The edition that they are of; null while it is not known. */
  readonly edition: string | null;
  /** From now on the texts are of this edition; those of another are forgotten. */
  follow(edition: string): void;
  /** A text that was fetched; empty if it was not, or does not exist. */
  get(name: string): string;
  /** Forgets all texts if they are not of the edition that holds now; returns whether that is so. */
  forgetOutdated(): Promise<boolean>;
}

/** Has texts compiled that the storage has not got. */
export type CompileTexts = (names: readonly string[]) => Promise<{ edition: string; texts: Texts } | null>;

/** For a page: the background compiles. */
export const compiledByBackground: CompileTexts = async (names) => {
  const answer = await askBackground('texts', { names });
  return answer.ok ? answer.value : null;
};

export function createTextCache(compile: CompileTexts): TextCache {
  const texts = new Map<string, string>();
  let edition: string | null = null;

  async function currentEdition(): Promise<string | null> {
    const stored = await read([CURRENT]);
    return stored.ok ? editionIn(stored.value[CURRENT]) : null;
  }

  return {
    async fetch(names) {
      let missing = names.filter((name) => !texts.has(name));
      if (missing.length === 0) return;
      edition ??= await currentEdition();
      if (edition !== null) {
        const mine = edition;
        const stored = await read(missing.map((name) => textKey(mine, name)));
        for (const name of stored.ok ? missing : []) {
          const text = textIn(stored.ok && stored.value[textKey(mine, name)]);
          if (text !== null) texts.set(name, text);
        }
        missing = names.filter((name) => !texts.has(name));
        if (missing.length === 0) return;
      }
      const compiled = await compile(missing);
      if (!compiled) return;
      // Of another edition by now: what was read before does not go with it.
      if (edition !== compiled.edition) {
        const before = [...texts.keys()];
        texts.clear();
        edition = compiled.edition;
        if (before.length > 0) await this.fetch(before);
      }
      for (const [name, text] of Object.entries(compiled.texts)) texts.set(name, text);
    },
    get edition() {
      return edition;
    },
    follow(next) {
      if (edition !== next) texts.clear();
      edition = next;
    },
    get: (name) => texts.get(name) ?? '',
    async forgetOutdated() {
      const current = await currentEdition();
      if (current === edition) return false;
      texts.clear();
      edition = null;
      return true;
    },
  };
}
