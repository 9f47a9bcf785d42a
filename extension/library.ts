// The library: the stories in the storage, and which of them are on. The bundled ones are put there like any other.
//   story:<id>  a story      stories  { [id]: 'on' | 'off' }, without an entry a story is on
//   kept:<id>   how it came, when it was read, where it is left out; absent for stories that tools have written
// Whoever reads a story gets it checked: the storage may hold anything.
import type { StoryOrigin } from '../stories/compiled-texts.ts';
import type { Story } from '../stories/format.ts';
import { isPlace } from './corrections.ts';
import { MERGING } from './merging.ts';
import type { Outcome } from './outcome.ts';
import { readingIn, withAddition } from './readings.ts';
import { isSame } from './same-value.ts';
import { isRecord } from './settings.ts';
import { amend, amendAll, type Stored } from './stored.ts';
import { today } from './today.ts';

export const STORY_PREFIX = 'story:';
export const KEPT_PREFIX = 'kept:';
export const SWITCHES = 'stories';

/** Whether this can be the id of a story. */
export const isStoryId = (id: string): boolean => /^[a-z0-9-]{1,64}$/.test(id) && !(id in Object.prototype);

/**
 * How a story came into the library: on which day (`YYYY-MM-DD`), from where (`bundled`, `article`, `file`, or what a
 * newer version knows), and whether a person has looked through what a program drafted.
 */
export type Kept = NonNullable<StoryOrigin['kept']>;

/** A story of the library. A bundled one came with Dramatis: it can be switched off, not deleted. */
export interface StoryEntry extends StoryOrigin {
  on: boolean;
  /** Sites and pages on which it is left out. */
  leftOut: readonly string[];
}

/** Whether a storage key says something of which stories there are, or which of their figures are one. */
export const concernsLibrary = (key: string): boolean =>
  key === SWITCHES || key === MERGING || key.startsWith(STORY_PREFIX) || key.startsWith(KEPT_PREFIX);

/** Whether a change of the storage is one of what pages are told of stories: not one of what is kept besides. */
export function changesLibrary(key: string, change: { oldValue?: unknown; newValue?: unknown }): boolean {
  const told = (kept: unknown) => JSON.stringify([keptIn(kept), readingIn(kept).unread]);
  return concernsLibrary(key) && (!key.startsWith(KEPT_PREFIX) || told(change.oldValue) !== told(change.newValue));
}

/**
 * The stories in a storage, bundled before others, older before newer.
 * @param storyOf what a stored value is (checked-stories.ts); null for what is no story
 */
export function libraryIn(stored: Stored, storyOf: (value: unknown) => Story | null): StoryEntry[] {
  const switches = switchesIn(stored);
  const entries = Object.keys(stored).flatMap((key): StoryEntry[] => {
    if (!key.startsWith(STORY_PREFIX)) return [];
    const id = key.slice(STORY_PREFIX.length);
    const story = storyOf(stored[key]);
    if (story?.id !== id) return [];
    const kept = keptIn(stored[KEPT_PREFIX + id]);
    const on = !Object.hasOwn(switches, id) || switches[id] !== 'off';
    const bundled = kept?.from === 'bundled';
    const value = stored[KEPT_PREFIX + id];
    return [{ story, on, kept, bundled, reading: readingIn(value), leftOut: leftOutIn(value) }];
  });
  const order = ({ story, kept, bundled }: StoryEntry) => `${bundled ? 0 : 1} ${kept?.added ?? '9'} ${story.id}`;
  return entries.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Cards and pages show it as it stands: a backup may be somebody else's. */
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

/** What a stored value says of how a story came; null where it says nothing. */
export function keptIn(value: unknown): Kept | null {
  if (!isRecord(value) || !isDay(value.added) || typeof value.from !== 'string') return null;
  return { added: value.added, from: value.from, looked: value.looked === true };
}

/** Far above what anybody chooses by hand. */
export const MOST_PLACES = 500;

/** The sites and pages on which a story is left out, by what is stored of how it came. */
export function leftOutIn(kept: unknown): string[] {
  const off = isRecord(kept) ? kept.off : null;
  return Array.isArray(off) ? [...new Set(off.filter(isPlace))].slice(-MOST_PLACES) : [];
}

/** What is stored of which stories are on, by their ids. */
export const switchesIn = (stored: Stored): Record<string, unknown> => {
  const switches = stored[SWITCHES];
  return isRecord(switches) ? switches : {};
};

/** Ids of the stories that are switched off. */
export const switchedOffIn = (stored: Stored): string[] =>
  Object.entries(switchesIn(stored)).flatMap(([id, state]) => (state === 'off' ? [id] : []));

/** Switches a story on or off. */
export function switchStory(id: string, on: boolean): Promise<Outcome<void>> {
  return amend(SWITCHES, (value) => ({ ...(isRecord(value) && value), [id]: on ? 'on' : 'off' }));
}

/**
 * Puts the bundled stories into the library, unless they are there as they are.
 * @param at the time, ISO 8601 in UTC
 */
export function installStories(stories: readonly Story[], at: string): Promise<Outcome<unknown>> {
  const keys = stories.flatMap(({ id }) => [STORY_PREFIX + id, KEPT_PREFIX + id]);
  return amendAll(keys, (stored) => {
    const changes: Record<string, unknown> = {};
    for (const story of stories) {
      const before = stored[STORY_PREFIX + story.id];
      const isThere = isSame(before, story);
      if (!isThere) changes[STORY_PREFIX + story.id] = story;
      const kept = stored[KEPT_PREFIX + story.id];
      if (keptIn(kept)?.from !== 'bundled')
        changes[KEPT_PREFIX + story.id] = { added: today(new Date(at)), from: 'bundled', looked: true };
      else if (!isThere && isRecord(kept)) changes[KEPT_PREFIX + story.id] = withAddition(kept, before, story, at);
    }
    return changes;
  });
}
