// `storage.local`: reads, follows and writes it, so that no context overwrites another.
// Its values may come from another version or a tool: whoever reads one takes `unknown` and checks it.
import { browser } from 'wxt/browser';
import { isCompiled } from './compiled-keys.ts';
import { attempt, type Outcome } from './outcome.ts';

/** Stored values by key; a key without a value is missing or undefined. */
export type Stored = Readonly<Record<string, unknown>>;

/** The values of `keys`; `null` reads the whole storage. */
export function read(keys: readonly string[] | null): Promise<Outcome<Stored>> {
  return attempt(() => browser.storage.local.get(keys && [...keys]));
}

/** All keys. Chrome before 130 and Safari before 18.4 cannot tell them alone, and read everything for it. */
export async function readKeys(): Promise<Outcome<string[]>> {
  const local = browser.storage.local as typeof browser.storage.local & { getKeys?(): Promise<string[]> };
  const keys = await attempt(async () => local.getKeys?.());
  if (keys.ok && Array.isArray(keys.value)) return { ok: true, value: keys.value };
  return attempt(async () => Object.keys(await local.get(null)));
}

/** Everything but what is compiled: of many stories that is as much again. */
export async function readOwn(): Promise<Outcome<Stored>> {
  const keys = await readKeys();
  return keys.ok ? read(keys.value.filter((key) => !isCompiled(key))) : keys;
}

/** Writes each value under its key; undefined removes the key. */
export function write(values: Stored): Promise<Outcome<void>> {
  const entries = Object.entries(values);
  const kept = entries.filter(([, value]) => value !== undefined);
  const gone = entries.filter(([, value]) => value === undefined).map(([key]) => key);
  return attempt(async () => {
    if (kept.length > 0) await browser.storage.local.set(Object.fromEntries(kept));
    if (gone.length > 0) await browser.storage.local.remove(gone);
  });
}

/**
 * Changes one value in place.
 * @param change from the present value to the new one; undefined removes the key
 */
export async function amend(key: string, change: (value: unknown) => unknown): Promise<Outcome<void>> {
  const done = await amendAll([key], (stored) => ({ [key]: change(stored[key]) }));
  return done.ok ? { ok: true, value: undefined } : done;
}

/**
 * Changes several values at once. Background and extension pages take turns here, with one lock for the whole storage:
 * no change is lost, whichever keys others change. (Browsers write one after the other anyway.)
 * Content scripts cannot call this: their locks are those of the page's origin.
 * @param keys whose values are read; null: all but what is compiled
 * @param change from the present values to those that change; undefined removes a key
 * @returns what those were before
 */
export function amendAll(keys: readonly string[] | null, change: (stored: Stored) => Stored): Promise<Outcome<Stored>> {
  return attempt(() =>
    navigator.locks.request('storage', async () => {
      const stored = await (keys ? read(keys) : readOwn());
      if (!stored.ok) throw new Error(stored.fault);
      const changes = change(stored.value);
      const done = await write(changes);
      if (!done.ok) throw new Error(done.fault);
      return Object.fromEntries(Object.keys(changes).map((key) => [key, stored.value[key]]));
    }),
  );
}

/** Wait before a storage that could not be read is read again; it doubles each time up to the limit; ms. */
const FIRST_RETRY = 500;
const LAST_RETRY = 60_000;

/**
 * Calls `onChange` with the values of `keys` (null: all but what is compiled), now and after each change, until
 * `signal` aborts.
 * While the storage cannot be read, `onFault` is called instead, and the read is retried:
 * nobody should act on rules that are not known.
 */
export function watchStored(
  keys: readonly string[] | null,
  onChange: (stored: Stored) => void,
  signal?: AbortSignal,
  onFault?: (fault: string) => void,
): void {
  if (signal?.aborted) return;
  const latest = new Map<string, unknown>();
  let known = false;

  const onStorageChange = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'local') return;
    const relevant = keys
      ? keys.filter((key) => Object.hasOwn(changes, key))
      : Object.keys(changes).filter((key) => !isCompiled(key));
    for (const key of relevant) latest.set(key, changes[key]?.newValue);
    if (relevant.length > 0 && known) onChange(Object.fromEntries(latest));
  };
  browser.storage.onChanged.addListener(onStorageChange);
  // In a content script that outlives its extension, `browser.storage` is gone.
  signal?.addEventListener('abort', () => browser.storage?.onChanged.removeListener(onStorageChange), { once: true });

  const start = async (wait: number) => {
    const outcome = await (keys ? read(keys) : readOwn());
    if (signal?.aborted) return;
    if (!outcome.ok) {
      onFault?.(outcome.fault);
      if (wait < LAST_RETRY) setTimeout(start, wait, wait * 2);
      return;
    }
    // Values that changed during the read are newer than its result.
    for (const key of keys ?? Object.keys(outcome.value)) if (!latest.has(key)) latest.set(key, outcome.value[key]);
    known = true;
    onChange(Object.fromEntries(latest));
  };
  void start(FIRST_RETRY);
}

/**
 * The same for content scripts: reads now, and again when `readAgain` is called, as the background tells of changes.
 * (With a storage listener in each page, every write would wait for all of them.)
 */
export function createStoredReader(
  keys: readonly string[],
  onChange: (stored: Stored) => void,
  signal: AbortSignal,
  onFault: (fault: string) => void,
): { readAgain(): void } {
  let latest = 0;
  const load = async (wait: number) => {
    latest += 1;
    const mine = latest;
    const outcome = await read(keys);
    if (signal.aborted || mine !== latest) return;
    if (outcome.ok) {
      onChange(outcome.value);
      return;
    }
    onFault(outcome.fault);
    if (wait < LAST_RETRY) setTimeout(() => mine === latest && void load(wait * 2), wait);
  };
  void load(FIRST_RETRY);
  return { readAgain: () => void load(FIRST_RETRY) };
}
