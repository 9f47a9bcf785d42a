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
  /** Forgets all texts that are not of the edition that holds now; true where it is another, at first too. */
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
  /** Counts how often all texts were forgotten: what was asked for before does not go with what is there now. */
  let forgotten = 0;

  async function currentEdition(): Promise<string | null> {
    const stored = await read([CURRENT]);
    return stored.ok ? editionIn(stored.value[CURRENT]) : null;
  }

  function forget(next: string | null): void {
    forgotten += 1;
    texts.clear();
    edition = next;
  }

  /** Those of these names that are not there; null where all has been forgotten since. */
  async function readStored(names: readonly string[], since: number): Promise<string[] | null> {
    const known = edition ?? (await currentEdition());
    if (forgotten !== since) return null;
    edition = known;
    if (known === null) return [...names];
    const stored = await read(names.map((name) => textKey(known, name)));
    if (forgotten !== since) return null;
    for (const name of stored.ok ? names : []) {
      const text = textIn(stored.ok && stored.value[textKey(known, name)]);
      if (text !== null) texts.set(name, text);
    }
    return names.filter((name) => !texts.has(name));
  }

  async function fetch(names: readonly string[]): Promise<void> {
    const wanted = names.filter((name) => !texts.has(name));
    if (wanted.length === 0) return;
    const since = forgotten;
    const missing = await readStored(wanted, since);
    if (missing?.length === 0) return;
    const compiled = missing && (await compile(missing));
    if (forgotten !== since) return fetch(names);
    if (!compiled) return;
    // Of another edition by now: what was read before does not go with it.
    const before = edition === compiled.edition ? [] : [...texts.keys()];
    if (edition !== compiled.edition) forget(compiled.edition);
    for (const [name, text] of Object.entries(compiled.texts)) texts.set(name, text);
    return fetch(before);
  }

  return {
    fetch,
    get edition() {
      return edition;
    },
    follow(next) {
      if (edition !== next) forget(next);
    },
    get: (name) => texts.get(name) ?? '',
    async forgetOutdated() {
      const current = await currentEdition();
      if (current === edition) return false;
      forget(null);
      return true;
    },
  };
}
