// An edition in the storage: the texts that were compiled of the same stories. Read, written and removed.
import type { CompiledLibrary, CompiledSource, StoryCompiler } from '../stories/compiled-texts.ts';
import type { Texts } from './compiled.ts';
import {
  BEGUN,
  CHECKED,
  COMPILED_PREFIX,
  CURRENT,
  editionIn,
  FILTER,
  REFUSED,
  textIn,
  textKey,
  withLength,
} from './compiled-keys.ts';
import type { Outcome } from './outcome.ts';
import { read, readKeys, write } from './stored.ts';

/** How many texts languages are compiled from; they are `source.<n>`. */
const SOURCE = 'source';
/** JSON: the names of the common texts that an edition has. */
const COMMON = 'common';
const sourcePart = (at: number): string => `${SOURCE}.${at}`;
/** Of texts that are written at once; UTF-16 code units. */
const WRITTEN_TOGETHER = 500_000;

/** The texts of an edition, but for those of languages. */
export function textsOf({ common, source }: CompiledLibrary): Record<string, string> {
  const texts: Record<string, string> = {
    ...common,
    [COMMON]: JSON.stringify(Object.keys(common)),
    [SOURCE]: String(source.length),
  };
  source.forEach((text, at) => {
    texts[sourcePart(at)] = text;
  });
  return texts;
}

/** 16 hexadecimal digits of a SHA-256 over all these texts, each by itself. */
export async function fingerprint(texts: readonly string[]): Promise<string> {
  let all = '';
  for (const text of texts) all += await digestOf(text);
  return digestOf(all);
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function currentEdition(): Promise<string | null> {
  const stored = await read([CURRENT]);
  return stored.ok ? editionIn(stored.value[CURRENT]) : null;
}

/**
 * The edition that holds, with what it has of these texts, and its source where one of a language is missing; null
 * where the edition is spoilt or missing.
 */
export async function readEdition(compiler: StoryCompiler, names: readonly string[]) {
  const edition = await currentEdition();
  if (edition === null) return null;
  const stored = await read([SOURCE, ...names].map((name) => textKey(edition, name)));
  const count = stored.ok ? textIn(stored.value[textKey(edition, SOURCE)]) : null;
  if (!stored.ok || count === null) return null;
  const found: Record<string, string> = {};
  for (const name of names) {
    const text = textIn(stored.value[textKey(edition, name)]);
    if (text !== null) found[name] = text;
  }
  const missing = names.filter((name) => !Object.hasOwn(found, name));
  const common = missing.filter((name) => compiler.languageOf(name) === null);
  if (common.length > 0 && (await isAnyLost(edition, common))) return null;
  const source = missing.length === common.length ? [] : await readSource(edition, Number(count));
  return source && { edition, source, found };
}

/**
 * Whether any of these common texts, which are not in the storage, belongs to the edition. Others may be asked for by a
 * page that has not heard of a change yet.
 */
async function isAnyLost(edition: string, names: readonly string[]): Promise<boolean> {
  const key = textKey(edition, COMMON);
  const stored = await read([key]);
  const text = stored.ok ? textIn(stored.value[key]) : null;
  if (text === null) return true;
  const common = new Set(JSON.parse(text) as string[]);
  return names.some((name) => common.has(name));
}

async function readSource(edition: string, count: number): Promise<CompiledSource | null> {
  const keys = Array.from({ length: count }, (_, at) => textKey(edition, sourcePart(at)));
  const stored = await read(keys);
  const texts = keys.map((key) => textIn(stored.ok && stored.value[key]));
  return texts.every((text) => text !== null) ? texts : null;
}

/** Writes texts of an edition, some at a time: a write of many megabytes keeps all else waiting. */
export async function writeTexts(edition: string, texts: Texts): Promise<Outcome<void>> {
  let some: Record<string, string> = {};
  let size = 0;
  for (const [name, text] of Object.entries(texts)) {
    some[textKey(edition, name)] = withLength(text);
    size += text.length;
    if (size < WRITTEN_TOGETHER) continue;
    const done = await write(some);
    if (!done.ok) return done;
    some = {};
    size = 0;
  }
  return write(some);
}

export const removeTexts = (edition: string, names: readonly string[]): Promise<Outcome<void>> =>
  write(Object.fromEntries(names.map((name) => [textKey(edition, name), undefined])));

/** Removes the texts of all other editions. */
export async function removeOthers(edition: string): Promise<Outcome<void>> {
  const keys = await readKeys();
  const kept = [CURRENT, FILTER, BEGUN, REFUSED, CHECKED];
  const old = (keys.ok ? keys.value : []).filter(
    (key) => key.startsWith(COMPILED_PREFIX) && !key.startsWith(textKey(edition, '')) && !kept.includes(key),
  );
  return write(Object.fromEntries(old.map((key) => [key, undefined])));
}
