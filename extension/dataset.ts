// How the dataset's texts reach a page. The background carries them; it lays them into the storage once, where a content script reads the
// few that its page needs: without a request, without files that pages can see, and whether a background runs or not.
// (Messages of a locale, which were tried, are fetched all at once and block the page until they are there.)
import { askBackground } from './messages.ts';
import { attempt, type Outcome } from './outcome.ts';
import { read, type Stored, write } from './stored.ts';

/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

const PREFIX = 'data:';
const keyOf = (edition: string, name: string): string => `${PREFIX}${edition}:${name}`;

/** Lays all texts of an edition into the storage, and takes those of others away. */
export async function layOut(edition: string, texts: Texts): Promise<Outcome<void>> {
  const stored = await read(null);
  const old = Object.keys(stored.ok ? stored.value : {}).filter((key) => key.startsWith(PREFIX));
  const entries: [string, string | undefined][] = old.map((key) => [key, undefined]);
  for (const name in texts) entries.push([keyOf(edition, name), sealed(texts[name] as string)]);
  return write(Object.fromEntries(entries));
}

/** Those of `names` that there are; asked of the background where the storage was emptied or holds something else. */
export async function readTexts(edition: string, names: readonly string[]): Promise<Texts> {
  const outcome = await read(names.map((name) => keyOf(edition, name)));
  const stored: Stored = outcome.ok ? outcome.value : {};
  const texts = names.map((name) => [name, unsealed(stored[keyOf(edition, name)])] as const);
  if (texts.every(([, text]) => text !== null)) return Object.fromEntries(texts) as Texts;
  const answer = await askBackground('texts', { names });
  return answer.ok ? answer.value : {};
}

/** Answers what a content script misses, and lays it out anew for those that will come. */
export function handOut(edition: string, all: Texts, names: readonly string[]): Texts {
  void attempt(() => layOut(edition, all));
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(all, name) ? [[name, all[name] as string]] : [])));
}

/** A text with its length before it: what lies in the storage may have been cut off there, or be anybody's. */
const sealed = (text: string): string => `${text.length} ${text}`;

function unsealed(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const start = value.indexOf(' ') + 1;
  return start > 1 && value.length - start === Number(value.slice(0, start)) ? value.slice(start) : null;
}
