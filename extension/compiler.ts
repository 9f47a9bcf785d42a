// Compiles what pages read: the stories that are on, with the languages, into texts in the storage. The common texts
// and the name filter whenever the stories change, a language when a page first needs it. Runs in the background, which
// may be ended at any moment: an edition holds only once all of it is written, and what was begun is done again.

import type { CompiledSource, StoryCompiler } from '../stories/compiled-texts.ts';
import { createCheckedStories, markOf, storiesIn } from './checked-stories.ts';
import type { Texts } from './compiled.ts';
import {
  BEGUN,
  CHECKED,
  CURRENT,
  editionIn,
  FILTER,
  marksIn,
  REFUSED,
  textIn,
  textKey,
  withLength,
} from './compiled-keys.ts';
import { currentEdition, fingerprint, readEdition, removeOthers, removeTexts, textsOf, writeTexts } from './edition.ts';
import { concernsLibrary, libraryIn, type StoryEntry } from './library.ts';
import { MERGING, readDecisions } from './merging.ts';
import { inSlices } from './slices.ts';
import { read, readKeys, type Stored, write } from './stored.ts';

/** Stories that are read at once. */
const STORIES_TOGETHER = 20;

export interface Compiler {
  /** Makes a new edition where the stories have changed, or one is missing. */
  update(): Promise<void>;
  /**
   * Texts by name, compiled now where the storage has not got them.
   * @param isPrivate for a private window: which languages are read there is stored nowhere
   */
  texts(names: readonly string[], isPrivate: boolean): Promise<{ edition: string; texts: Texts }>;
}

/**
 * Whether an edition has to be made: the storage has none, an earlier background has begun one, or another version of
 * Dramatis has made it.
 * @param version of the compiler
 */
export async function isEditionDue(version: string): Promise<boolean> {
  const stored = await read([BEGUN, CURRENT, CHECKED]);
  if (!stored.ok) return false;
  const { [BEGUN]: begun, [CURRENT]: current, [CHECKED]: checked } = stored.value;
  return begun !== undefined || editionIn(current) === null || Object(checked).version !== version;
}

export interface CompilerOptions {
  /** Puts the bundled stories into the library, unless they are there. */
  install(): Promise<unknown>;
}

export function createCompiler(compiler: StoryCompiler, { install }: CompilerOptions): Compiler {
  let updating: Promise<void> | null = null;
  let again = false;
  /** Languages that are being compiled; several pages may ask for one. */
  const compiling = new Map<string, Promise<Texts>>();
  /** What is stored nowhere is kept here: a page asks for the buckets of a large library one time after the other. */
  let unstored: { key: string; texts: Promise<Texts> } | null = null;

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

  /** The storage has lost an edition, or a text of it: nothing in it is trusted. */
  async function makeAnew(): Promise<void> {
    await write({ [CURRENT]: undefined });
    await update();
  }

  async function makeEdition(): Promise<void> {
    await write({ [BEGUN]: true });
    await install();
    const keys = await readKeys();
    const stored = await read([CURRENT, FILTER, MERGING]);
    const entries = keys.ok ? await readStories(keys.value) : null;
    if (!keys.ok || !stored.ok || !entries) return;
    const decisions = readDecisions(stored.value[MERGING]);
    const library = await inSlices(
      compiler.library(
        entries.filter(({ on }) => on),
        decisions,
      ),
    );
    const { source } = library;
    const texts = textsOf(library);
    const edition = await fingerprint([compiler.version, ...Object.entries(texts).flat()]);
    const before = editionIn(stored.value[CURRENT]);
    if (edition !== before || textIn(stored.value[FILTER]) === null) {
      for (const code of languagesIn(compiler, keys.value, before))
        Object.assign(texts, await inSlices(compiler.language(source, code)));
      const filter = await inSlices(compiler.filter(source));
      const done = await writeTexts(edition, texts);
      if (!done.ok) return;
      const flipped = await write({ [CURRENT]: edition, [FILTER]: withLength(filter) });
      if (!flipped.ok) return;
    }
    await removeOthers(edition);
    await write({ [BEGUN]: undefined });
  }

  /**
   * The stories of the library, read a few at a time; null where they cannot be. Notes which are refused, and why, and
   * the marks of those that are sound.
   */
  async function readStories(keys: readonly string[]): Promise<StoryEntry[] | null> {
    const stored: Record<string, unknown> = {};
    const refused: Record<string, string> = {};
    const marks: Record<string, string> = {};
    const before = await read([REFUSED, CHECKED]);
    if (!before.ok) return null;
    // An older version may have let something pass.
    const isSameVersion = Object(before.value[CHECKED]).version === compiler.version;
    const known = isSameVersion ? marksIn(before.value[CHECKED]) : new Map<string, string>();
    const stories = createCheckedStories(compiler);
    const own = keys.filter(concernsLibrary);
    for (let from = 0; from < own.length; from += STORIES_TOGETHER) {
      const some = await read(own.slice(from, from + STORIES_TOGETHER));
      if (!some.ok) return null;
      Object.assign(stored, some.value);
      await stories.look(some.value, known);
      for (const [id, value] of storiesIn(some.value)) {
        const fault = stories.of(value) ? null : compiler.refusal(value);
        if (fault !== null) refused[id] = fault;
        if (stories.of(value)) marks[id] = await markOf(value);
      }
    }
    await writeNotes(before.value, {
      [REFUSED]: Object.keys(refused).length > 0 ? refused : undefined,
      // In the order in which the storage gives it back.
      [CHECKED]: { marks, version: compiler.version },
    });
    return libraryIn(stored, stories.of);
  }

  async function texts(names: readonly string[], isPrivate: boolean): Promise<{ edition: string; texts: Texts }> {
    await updating;
    let current = await readEdition(compiler, names);
    if (!current) {
      await makeAnew();
      current = await readEdition(compiler, names);
    }
    if (!current) throw new Error('the stories cannot be read from the storage');
    const { edition, source, found } = current;
    const missing = names.filter((name) => !Object.hasOwn(found, name));
    const codes = new Set(missing.flatMap((name) => compiler.languageOf(name) ?? []));
    const compile = isPrivate ? compileUnstored : compileLanguage;
    const made = await Promise.all([...codes].map((code) => compile(edition, source, code)));
    return { edition, texts: Object.assign({}, found, ...made.map((one) => pick(one, names))) as Texts };
  }

  function compileLanguage(edition: string, source: CompiledSource, code: string): Promise<Texts> {
    const key = textKey(edition, code);
    const known = compiling.get(key);
    if (known) return known;
    const compiled = (async () => {
      const texts = await inSlices(compiler.language(source, code));
      await writeTexts(edition, texts);
      // Another edition may hold by now, which has removed what there was of this one.
      if ((await currentEdition()) !== edition) await removeTexts(edition, Object.keys(texts));
      return texts;
    })();
    compiled.finally(() => compiling.delete(key)).catch(() => {});
    compiling.set(key, compiled);
    return compiled;
  }

  function compileUnstored(edition: string, source: CompiledSource, code: string): Promise<Texts> {
    const key = textKey(edition, code);
    if (unstored?.key !== key) unstored = { key, texts: inSlices(compiler.language(source, code)) };
    return unstored.texts;
  }

  return { update, texts };
}

/** Writes what is noted of stories, where it is something else than before. */
async function writeNotes(before: Stored, now: Stored): Promise<void> {
  const changed = Object.entries(now).filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value));
  if (changed.length > 0) await write(Object.fromEntries(changed));
}

/** The languages that an edition has texts of: pages have needed them. */
function languagesIn(compiler: StoryCompiler, keys: readonly string[], edition: string | null): Set<string> {
  const prefix = edition === null ? null : textKey(edition, '');
  const names = keys.flatMap((key) => (prefix && key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  return new Set(names.flatMap((name) => compiler.languageOf(name) ?? []));
}

const pick = (texts: Texts, names: readonly string[]): Texts =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(texts, name) ? [[name, texts[name] as string]] : [])));
