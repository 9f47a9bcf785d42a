// Stories from the storage, each checked once. What checks a story goes through all of it, which for hundreds takes
// as long as a page may take to open. So the background notes the mark of each story that it found sound. Whoever
// reads it with that mark fills in its defaults, and checks nothing again.
//
// A mark is a digest of the whole story: one that was written over by something else has another, and is checked.
import type { Story } from '../stories/format.ts';
import { CHECKED, marksIn } from './compiled-keys.ts';
import { KEPT_PREFIX, libraryIn, STORY_PREFIX, type StoryEntry, SWITCHES } from './library.ts';
import type { Outcome } from './outcome.ts';
import { isRecord } from './settings.ts';
import { inSlices } from './slices.ts';
import { read, readOwn, type Stored, watchStored } from './stored.ts';

/** What takes a stored value for a story. */
export interface StoryChecker {
  /** Checks a value; null for what is no story. */
  check(value: unknown): Story | null;
  /** A value that was checked before, with its defaults filled in. May throw for any other. */
  filled(value: unknown): Story;
}

export interface CheckedStories {
  /** Checks the stories among stored values by key, those apart that have their mark still. In slices. */
  look(stored: Stored, marks: ReadonlyMap<string, string>): Promise<void>;
  /** The story that a value is that was looked at; null where it is none. */
  of(value: unknown): Story | null;
}

/** Looks at each value once: pages that follow the storage get the same value again with every change. */
export function createCheckedStories({ check, filled }: StoryChecker): CheckedStories {
  const known = new WeakMap<object, Story | null>();
  return {
    async look(stored, marks) {
      const values = storiesIn(stored).filter(([, value]) => !known.has(value));
      const marked = await Promise.all(values.map(([id, value]) => hasMark(value, marks.get(id))));
      await inSlices(
        (function* () {
          for (const [at, [, value]] of values.entries()) {
            known.set(value, (marked[at] && filledOrNull(filled, value)) || check(value));
            yield;
          }
        })(),
      );
    },
    of: (value) => (isRecord(value) ? (known.get(value) ?? null) : null),
  };
}

/** Reads the library out of stored values, whenever they have changed. */
export function createLibraryReader(checker: StoryChecker): (stored: Stored) => Promise<StoryEntry[]> {
  const stories = createCheckedStories(checker);
  return async (stored) => {
    await stories.look(stored, marksIn(stored[CHECKED]));
    return libraryIn(stored, stories.of);
  };
}

/**
 * Reads the library once, for the extension's own pages.
 * @param ids of the stories that are wanted; all where left out
 */
export async function readLibrary(checker: StoryChecker, ids?: readonly string[]): Promise<Outcome<StoryEntry[]>> {
  const stored = ids
    ? await read([SWITCHES, CHECKED, ...ids.flatMap((id) => [STORY_PREFIX + id, KEPT_PREFIX + id])])
    : await readOwn();
  return stored.ok ? { ok: true, value: await createLibraryReader(checker)(stored.value) } : stored;
}

/** Calls back with the library and all else that is stored, now and whenever any of it changes. */
export function watchLibrary(
  checker: StoryChecker,
  onChange: (entries: StoryEntry[], stored: Stored) => void,
  onFault?: (fault: string) => void,
): void {
  const readEntries = createLibraryReader(checker);
  let latest: Stored | null = null;
  const onStored = async (stored: Stored) => {
    latest = stored;
    const entries = await readEntries(stored);
    // What has changed meanwhile is read already.
    if (latest === stored) onChange(entries, stored);
  };
  watchStored(null, (stored) => void onStored(stored), undefined, onFault);
}

/** The mark of a value of JSON: half of a SHA-256, in hexadecimal digits. */
export async function markOf(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const hasMark = async (value: unknown, mark: string | undefined): Promise<boolean> =>
  mark !== undefined && (await markOf(value)) === mark;

/** What may be stories in stored values, by their ids. */
export const storiesIn = (stored: Stored): [id: string, value: object][] =>
  Object.entries(stored).flatMap(([key, value]): [string, object][] =>
    key.startsWith(STORY_PREFIX) && isRecord(value) ? [[key.slice(STORY_PREFIX.length), value]] : [],
  );

function filledOrNull(filled: StoryChecker['filled'], value: object): Story | null {
  try {
    return filled(value);
  } catch {
    return null;
  }
}
