// Puts stories into the library and takes them out, many as one: with how they came, and whether they are on.
import type { StoryInput } from '../stories/format.ts';
import { KEPT_PREFIX, type Kept, leftOutIn, STORY_PREFIX, SWITCHES, switchesIn } from './library.ts';
import { noteKeysOf } from './notes.ts';
import type { Outcome } from './outcome.ts';
import { withAddition } from './readings.ts';
import { isRecord } from './settings.ts';
import { amendAll, readKeys, type Stored } from './stored.ts';
import { withLeftOut } from './story-places.ts';
import { today } from './today.ts';

/** What the storage has of a story, or is to have; undefined where it has nothing. */
export interface StoredStory {
  story: unknown;
  kept: unknown;
  switch: unknown;
  /** The reader's notes on its figures, by key; those of other keys stay as they are. */
  notes?: Readonly<Record<string, unknown>>;
}

/** Stories by id. */
export type StoredStories = Readonly<Record<string, StoredStory>>;

const NOTHING: StoredStory = { story: undefined, kept: undefined, switch: undefined };

/**
 * Puts stories in the place of what is stored under their ids. All of them are written at once: where the storage is
 * full, nothing has changed.
 * @param at the time, ISO 8601 in UTC, from which what is new in them is news; left out where they are put back
 * @returns what was there before; putting that back undoes it
 */
export async function putStories(stories: StoredStories, at?: string): Promise<Outcome<StoredStories>> {
  const ids = Object.keys(stories);
  const noteKeys = ids.flatMap((id) => Object.keys(stories[id]?.notes ?? {}));
  const keys = [...ids.flatMap((id) => [STORY_PREFIX + id, KEPT_PREFIX + id]), ...noteKeys];
  const before = await amendAll([SWITCHES, ...keys], (stored) => {
    const changes: Record<string, unknown> = { [SWITCHES]: switchesWith(stored, stories) };
    for (const [id, one] of Object.entries(stories)) {
      Object.assign(changes, one.notes);
      changes[STORY_PREFIX + id] = one.story;
      changes[KEPT_PREFIX + id] = keptAfter(one, stored[STORY_PREFIX + id], stored[KEPT_PREFIX + id], at);
    }
    return changes;
  });
  if (!before.ok) return before;
  const { value: stored } = before;
  const switches = switchesIn(stored);
  return {
    ok: true,
    value: Object.fromEntries(
      ids.map((id) => [
        id,
        {
          story: stored[STORY_PREFIX + id],
          kept: stored[KEPT_PREFIX + id],
          switch: Object.hasOwn(switches, id) ? switches[id] : undefined,
          ...notesBefore(stored, stories[id]?.notes),
        },
      ]),
    ),
  };
}

/**
 * What is to be stored of how a story came. Where it is left out stays, whatever takes its place. What else is known of
 * it stays too, except where a story is put back: then it is as it was.
 */
function keptAfter({ story, kept }: StoredStory, storyNow: unknown, keptNow: unknown, at: string | undefined): unknown {
  if (!isRecord(kept)) return kept;
  const known = isRecord(keptNow) ? keptNow : null;
  if (at === undefined) return known ? withLeftOut(kept, leftOutIn(known)) : kept;
  const merged = { ...known, ...kept };
  return isRecord(story) ? withAddition(merged, storyNow, story as never, at) : merged;
}

/**
 * Puts stories that came as files. A story that is replaced stays off where it was.
 * @param at the time, ISO 8601 in UTC
 */
export function importStories(
  stories: readonly { story: StoryInput; isOff: boolean }[],
  at: string,
): Promise<Outcome<StoredStories>> {
  const kept: Kept = { added: today(new Date(at)), from: 'file', looked: false };
  return putStories(
    Object.fromEntries(stories.map(({ story, isOff }) => [story.id, { story, kept, switch: isOff ? 'off' : 'on' }])),
    at,
  );
}

const notesBefore = (stored: Stored, notes: StoredStory['notes']): Pick<StoredStory, 'notes'> =>
  notes ? { notes: Object.fromEntries(Object.keys(notes).map((key) => [key, stored[key]])) } : {};

/** Deletes stories, with the notes on their figures. */
export async function deleteStories(ids: readonly string[]): Promise<Outcome<StoredStories>> {
  const stored = await readKeys();
  if (!stored.ok) return stored;
  return putStories(
    Object.fromEntries(
      ids.map((id): [string, StoredStory] => {
        const keys = noteKeysOf(stored.value, id);
        const notes = Object.fromEntries(keys.map((key) => [key, undefined]));
        return [id, keys.length > 0 ? { ...NOTHING, notes } : NOTHING];
      }),
    ),
  );
}

/** The switches with those of these stories; undefined where there are none left. */
function switchesWith(stored: Stored, stories: StoredStories): unknown {
  const all = { ...switchesIn(stored) };
  for (const [id, { switch: on }] of Object.entries(stories)) {
    if (on === undefined) delete all[id];
    else all[id] = on;
  }
  return Object.keys(all).length > 0 ? all : undefined;
}
