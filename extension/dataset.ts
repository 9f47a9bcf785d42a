// How the dataset's texts reach a page. The background carries them and writes them to the storage once.
// A content script reads the few that its page needs: without a request, a visible file or a running background.
// (Messages of a locale are no alternative: they are fetched all at once, and block the page meanwhile.)
import { TEXT_PREFIX, textIn, textKey, withLength } from './dataset-keys.ts';
import { askBackground } from './messages.ts';
import { attempt, type Outcome } from './outcome.ts';
import { read, type Stored, write } from './stored.ts';

/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

/** Writes all texts of an edition to the storage, and removes those of other editions. */
export async function installTexts(edition: string, texts: Texts): Promise<Outcome<void>> {
  const stored = await read(null);
  const old = Object.keys(stored.ok ? stored.value : {}).filter((key) => key.startsWith(TEXT_PREFIX));
  const entries: [string, string | undefined][] = old.map((key) => [key, undefined]);
  for (const name in texts) entries.push([textKey(edition, name), withLength(texts[name] as string)]);
  return write(Object.fromEntries(entries));
}

/** The texts of these names, as far as they exist. Where the storage has lost one, the background is asked. */
export async function readTexts(edition: string, names: readonly string[]): Promise<Texts> {
  const outcome = await read(names.map((name) => textKey(edition, name)));
  const stored: Stored = outcome.ok ? outcome.value : {};
  const texts = names.map((name) => [name, textIn(stored[textKey(edition, name)])] as const);
  if (texts.every(([, text]) => text !== null)) return Object.fromEntries(texts) as Texts;
  const answer = await askBackground('texts', { names });
  return answer.ok ? answer.value : {};
}

/** A content script's texts, each read once. */
export interface TextCache {
  /** Fetches the texts of these names, unless they are there. */
  fetch(names: readonly string[]): Promise<void>;
  /** A text that was fetched; empty if it was not, or does not exist. */
  get(name: string): string;
}

export function createTextCache(edition: string): TextCache {
  const texts = new Map<string, string>();
  return {
    async fetch(names) {
      const missing = names.filter((name) => !texts.has(name));
      if (missing.length === 0) return;
      for (const [name, text] of Object.entries(await readTexts(edition, missing))) texts.set(name, text);
    },
    get: (name) => texts.get(name) ?? '',
  };
}

/** The texts that a content script misses; also installs all of them again, for the pages to come. */
export function serveTexts(edition: string, all: Texts, names: readonly string[]): Texts {
  void attempt(() => installTexts(edition, all));
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(all, name) ? [[name, all[name] as string]] : [])));
}
