// Compiles what pages read: the stories that are on, with the languages, into texts in the storage. The common texts
// and the name filter whenever the stories change, a language when a page first needs it. Runs in the background, which
// may be ended at any moment: an edition holds only once all of it is written, and what was begun is done again.

import type { StoryCompiler } from '../stories/compiled-texts.ts';
import type { Texts } from './compiled.ts';
import { COMPILED_PREFIX, CURRENT, editionIn, FILTER, textIn, textKey, withLength } from './compiled-keys.ts';
import { libraryIn } from './library.ts';
import { MERGING, readDecisions } from './merging.ts';
import type { Outcome } from './outcome.ts';
import { read, type Stored, write } from './stored.ts';

/** Set before an edition is made, taken away when it is there: somebody has to make it still. */
const BEGUN = 'data:begun';

export interface Compiler {
  /** Makes a new edition where the stories have changed, or one is missing. */
  update(): Promise<void>;
  /** Texts by name, compiled now where the storage has not got them. */
  texts(names: readonly string[]): Promise<{ edition: string; texts: Texts }>;
}

/** Whether an edition has to be made: an earlier background has begun one, or the storage has none. */
export async function isEditionDue(): Promise<boolean> {
  const stored = await read([BEGUN, CURRENT]);
  return stored.ok && (stored.value[BEGUN] !== undefined || editionIn(stored.value[CURRENT]) === null);
}

export interface CompilerOptions {
  /** Puts the bundled stories into the library, unless they are there. */
  install(): Promise<unknown>;
  /** The background of private windows: which languages are read there is stored nowhere. */
  isPrivate: boolean;
}

export function createCompiler(compiler: StoryCompiler, { install, isPrivate }: CompilerOptions): Compiler {
  let updating: Promise<void> | null = null;
  let again = false;
  /** Languages that are being compiled; several pages may ask for one. */
  const compiling = new Map<string, Promise<Texts>>();

  function update(): Promise<void> {
    again = updating !== null;
    updating ??= (async () => {
      do {
        again = false;
        await makeEdition();
      } while (again);
    })().finally(() => {
      updating = null;
    });
    return updating;
  }

  /** The storage has lost a text: nothing in it is trusted. */
  async function makeAnew(): Promise<void> {
    await write({ [CURRENT]: undefined });
    await update();
  }

  async function makeEdition(): Promise<void> {
    await write({ [BEGUN]: true });
    await install();
    const stored = await read(null);
    if (!stored.ok) return;
    const library = libraryIn(stored.value, compiler.check).filter(({ on }) => on);
    const decisions = readDecisions(stored.value[MERGING]);
    const source = compiler.source(library, decisions);
    const common = { ...compiler.common(source, library, decisions), source };
    const edition = await fingerprint(JSON.stringify([compiler.version, common]));
    const before = editionIn(stored.value[CURRENT]);
    if (edition !== before || textIn(stored.value[FILTER]) === null) {
      const used = languagesIn(stored.value, before);
      const kept: Record<string, string> = { ...common };
      const all: Record<string, string> = { ...common };
      for (const code of compiler.languages) {
        const texts = compiler.language(source, code);
        Object.assign(all, texts);
        if (used.has(code)) Object.assign(kept, texts);
        await pause();
      }
      const done = await write(entriesOf(edition, kept));
      if (!done.ok) return;
      const flipped = await write({ [CURRENT]: edition, [FILTER]: withLength(compiler.filter(all)) });
      if (!flipped.ok) return;
    }
    await removeOthers(edition);
    await write({ [BEGUN]: undefined });
  }

  /** The languages that an edition has texts of: pages have needed them. */
  function languagesIn(stored: Stored, edition: string | null): Set<string> {
    const prefix = edition === null ? null : textKey(edition, '');
    const names = Object.keys(stored).flatMap((key) =>
      prefix && key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
    );
    return new Set(names.flatMap((name) => compiler.languageOf(name) ?? []));
  }

  async function texts(names: readonly string[]): Promise<{ edition: string; texts: Texts }> {
    await updating;
    let current = await readEdition(names);
    if (!current?.isWhole) {
      await makeAnew();
      current = await readEdition(names);
    }
    if (!current) throw new Error('the stories cannot be read from the storage');
    const { edition, source, found } = current;
    const missing = names.filter((name) => !Object.hasOwn(found, name));
    const codes = new Set(missing.flatMap((name) => compiler.languageOf(name) ?? []));
    const made = await Promise.all([...codes].map((code) => compileLanguage(edition, source, code)));
    return { edition, texts: Object.assign({}, found, ...made.map((one) => pick(one, names))) as Texts };
  }

  function compileLanguage(edition: string, source: string, code: string): Promise<Texts> {
    const key = textKey(edition, code);
    const known = compiling.get(key);
    if (known) return known;
    const compiled = (async () => {
      const texts = compiler.language(source, code);
      if (!isPrivate) await write(entriesOf(edition, texts));
      return texts;
    })().finally(() => compiling.delete(key));
    compiling.set(key, compiled);
    return compiled;
  }

  /** The edition that holds, with its source and what it has of these texts; null where it is spoilt or missing. */
  async function readEdition(names: readonly string[]) {
    const now = await read([CURRENT]);
    const edition = now.ok ? editionIn(now.value[CURRENT]) : null;
    if (edition === null) return null;
    const stored = await read(['source', ...names].map((name) => textKey(edition, name)));
    const source = stored.ok ? textIn(stored.value[textKey(edition, 'source')]) : null;
    if (!stored.ok || source === null) return null;
    const found: Record<string, string> = {};
    for (const name of names) {
      const text = textIn(stored.value[textKey(edition, name)]);
      if (text !== null) found[name] = text;
    }
    // Of the common texts all are there, unless the storage has lost one.
    const isWhole = names.every((name) => Object.hasOwn(found, name) || compiler.languageOf(name) !== null);
    return { edition, source, found, isWhole };
  }

  return { update, texts };
}

const entriesOf = (edition: string, texts: Texts): Stored =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [textKey(edition, name), withLength(text)]));

const pick = (texts: Texts, names: readonly string[]): Texts =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(texts, name) ? [[name, texts[name] as string]] : [])));

/** Removes the texts of all other editions. */
async function removeOthers(edition: string): Promise<Outcome<void>> {
  const stored = await read(null);
  const kept = [CURRENT, FILTER, BEGUN];
  const old = Object.keys(stored.ok ? stored.value : {}).filter(
    (key) => key.startsWith(COMPILED_PREFIX) && !key.startsWith(textKey(edition, '')) && !kept.includes(key),
  );
  return write(Object.fromEntries(old.map((key) => [key, undefined])));
}

/** The first 16 hexadecimal digits of a text's SHA-256. */
async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Lets messages and events through. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
