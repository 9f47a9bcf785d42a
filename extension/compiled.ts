// What pages read of the stories: texts that the background has compiled into the storage. A content script reads the
// few that its page needs: without a request, a visible file or, once its language is there, a running background.
// (Messages of a locale are no alternative: they are fetched all at once, and block the page meanwhile.)
import { CURRENT, editionIn, textIn, textKey } from './compiled-keys.ts';
import { askBackground } from './messages.ts';
import { read } from './stored.ts';

/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

/** A content script's texts, all of one edition, each read once. */
export interface TextCache {
  /** Fetches the texts of these names, unless they are there. The background compiles what nobody needed before. */
  fetch(names: readonly string[]): Promise<void>;
  /** The edition that they are of; null while none was fetched. */
  readonly edition: string | null;
  /** A text that was fetched; empty if it was not, or does not exist. */
  get(name: string): string;
  /** Forgets all texts if they are not of the edition that holds now; returns whether that is so. */
  forgetOutdated(): Promise<boolean>;
}

export function createTextCache(): TextCache {
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
      const answer = await askBackground('texts', { names: missing });
      if (!answer.ok) return;
      // Of another edition by now: what was read before does not go with it.
      if (edition !== answer.value.edition) {
        const before = [...texts.keys()];
        texts.clear();
        edition = answer.value.edition;
        if (before.length > 0) await this.fetch(before);
      }
      for (const [name, text] of Object.entries(answer.value.texts)) texts.set(name, text);
    },
    get edition() {
      return edition;
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
