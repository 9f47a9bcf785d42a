// `storage.local`: read in one go, followed as it changes, written so that no context overwrites another. What it holds may have
// been written by anybody (an older version, a newer one, a tool), so that readers take `unknown` and judge each value.
import { browser } from 'wxt/browser';
import { attempt, type Outcome } from './outcome.ts';

/** What the storage holds under some of its keys; a key that it does not hold is missing or undefined. */
export type Stored = Readonly<Record<string, unknown>>;

/** What lies under `keys`, or the whole storage for `null`. */
export function read(keys: readonly string[] | null): Promise<Outcome<Stored>> {
  return attempt(() => browser.storage.local.get(keys && [...keys]));
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
 * Changes one value in place. Changes to a key take their turns, whichever of the extension's own pages or its background
 * makes them, so none is lost. Content scripts cannot call this: they would queue with the page's own locks.
 * @param change the value as it is → as it shall be; undefined removes the key
 */
export function amend(key: string, change: (value: unknown) => unknown): Promise<Outcome<void>> {
  return attempt(() =>
    navigator.locks.request(`storage ${key}`, async () => {
      const stored = await browser.storage.local.get(key);
      const outcome = await write({ [key]: change(stored[key]) });
      if (!outcome.ok) throw new Error(outcome.fault);
    }),
  );
}

/** How long to wait before a storage that could not be read is asked again: at first, and until when it is worth while; ms. */
const again = 500;
const longest = 60_000;

/**
 * Calls `onChange` with what lies under `keys` (for null: with everything), now and after each change to it, until `signal` is
 * aborted. While the storage cannot be read it is not called at all, for nobody should act on rules that are not known: the storage
 * is asked again, ever more seldom, and `onFault` is told.
 */
export function follow(
  keys: readonly string[] | null,
  onChange: (stored: Stored) => void,
  signal?: AbortSignal,
  onFault?: (fault: string) => void,
): void {
  if (signal?.aborted) return;
  const latest = new Map<string, unknown>();
  let known = false;

  const hear = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area !== 'local') return;
    const mine = (keys ?? Object.keys(changes)).filter((key) => Object.hasOwn(changes, key));
    for (const key of mine) latest.set(key, changes[key]?.newValue);
    if (mine.length > 0 && known) onChange(Object.fromEntries(latest));
  };
  browser.storage.onChanged.addListener(hear);
  // A content script that outlives its extension has no storage any more.
  signal?.addEventListener('abort', () => browser.storage?.onChanged.removeListener(hear), { once: true });

  const begin = async (wait: number) => {
    const outcome = await read(keys);
    if (signal?.aborted) return;
    if (!outcome.ok) {
      onFault?.(outcome.fault);
      if (wait < longest) setTimeout(begin, wait, wait * 2);
      return;
    }
    // What changed since the question was put is newer than the answer.
    for (const key of keys ?? Object.keys(outcome.value)) if (!latest.has(key)) latest.set(key, outcome.value[key]);
    known = true;
    onChange(Object.fromEntries(latest));
  };
  void begin(again);
}

/**
 * The same for a page's scripts, which are told of changes by the background (a listener of their own would have every write of ours wait for every
 * page): reads now, and again whenever the caller says so.
 */
export function createRereader(
  keys: readonly string[],
  onChange: (stored: Stored) => void,
  signal: AbortSignal,
  onFault: (fault: string) => void,
): { readAgain(): void } {
  let latest = 0;
  const ask = async (wait: number) => {
    latest += 1;
    const mine = latest;
    const outcome = await read(keys);
    if (signal.aborted || mine !== latest) return;
    if (outcome.ok) {
      onChange(outcome.value);
      return;
    }
    onFault(outcome.fault);
    if (wait < longest) setTimeout(() => mine === latest && void ask(wait * 2), wait);
  };
  void ask(again);
  return { readAgain: () => void ask(again) };
}
