// How the dataset's texts reach a page. The background carries them; it lays them into the storage once, where a content script reads the
// few that its page needs: without a request, without files that pages can see, and whether a background runs or not.
// (Messages of a locale, which were tried, are fetched all at once and block the page until they are there.)
import { TEXT_PREFIX, textIn, textKey, withLength } from './dataset-keys.ts';
import { askBackground } from './messages.ts';
import { attempt, type Outcome } from './outcome.ts';
import { read, type Stored, write } from './stored.ts';

/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

/** Lays all texts of an edition into the storage, and takes those of others away. */
export async function layOut(edition: string, texts: Texts): Promise<Outcome<void>> {
  const stored = await read(null);
  const old = Object.keys(stored.ok ? stored.value : {}).filter((key) => key.startsWith(TEXT_PREFIX));
  const entries: [string, string | undefined][] = old.map((key) => [key, undefined]);
  for (const name in texts) entries.push([textKey(edition, name), withLength(texts[name] as string)]);
  return write(Object.fromEntries(entries));
}

/** Those of `names` that there are; asked of the background where the storage was emptied or holds something else. */
export async function readTexts(edition: string, names: readonly string[]): Promise<Texts> {
  const outcome = await read(names.map((name) => textKey(edition, name)));
  const stored: Stored = outcome.ok ? outcome.value : {};
  const texts = names.map((name) => [name, textIn(stored[textKey(edition, name)])] as const);
  if (texts.every(([, text]) => text !== null)) return Object.fromEntries(texts) as Texts;
  const answer = await askBackground('texts', { names });
  return answer.ok ? answer.value : {};
}

/** Answers what a content script misses, and lays it out anew for those that will come. */
export function handOut(edition: string, all: Texts, names: readonly string[]): Texts {
  void attempt(() => layOut(edition, all));
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(all, name) ? [[name, all[name] as string]] : [])));
}
