// Puts a story that was made of an article into the library, and takes it out again.
import type { Story } from '../stories/format.ts';
import { KEPT_PREFIX, type Kept, STORY_PREFIX, SWITCHES } from './library.ts';
import type { Outcome } from './outcome.ts';
import { isRecord } from './settings.ts';
import { amend, read, type Stored, write } from './stored.ts';

/** What the storage had under a story's id. */
export interface KeptBefore {
  story: unknown;
  kept: unknown;
}

/**
 * Keeps a story, in the place of what has its id. Both keys are written at once: where the storage is full, nothing has
 * changed.
 * @returns what was there before
 */
export async function keepStory(story: Story, kept: Kept): Promise<Outcome<KeptBefore>> {
  const keys = keysOf(story.id);
  const stored = await read([keys.story, keys.kept]);
  if (!stored.ok) return stored;
  const before = { story: stored.value[keys.story], kept: stored.value[keys.kept] };
  const known = isRecord(before.kept) ? before.kept : {};
  const written = await write({ [keys.story]: story, [keys.kept]: { ...known, ...kept } });
  if (!written.ok) return written;
  // One of this id may have been deleted while it was off.
  if (before.story === undefined) await forgetSwitch(story.id);
  return { ok: true, value: before };
}

/** Undoes `keepStory`. */
export async function takeBack(id: string, before: KeptBefore): Promise<Outcome<void>> {
  const keys = keysOf(id);
  return write({ [keys.story]: before.story, [keys.kept]: before.kept });
}

/** Where it is kept what the reader said of figures of several stories: pairs of `story/figure`. */
const MERGING = 'merging';

type Pairs = readonly (readonly [string, string])[];

/** Saves which figures the reader takes for one, and which for two. */
export async function saveDecisions({ same, apart }: { same: Pairs; apart: Pairs }): Promise<Outcome<void>> {
  if (same.length === 0 && apart.length === 0) return { ok: true, value: undefined };
  const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return amend(MERGING, (value) => {
    const said = isRecord(value) ? value : {};
    return { ...said, same: [...listIn(said.same), ...same], apart: [...listIn(said.apart), ...apart] };
  });
}

const keysOf = (id: string) => ({ story: STORY_PREFIX + id, kept: KEPT_PREFIX + id });

async function forgetSwitch(id: string): Promise<void> {
  const stored = await read([SWITCHES]);
  if (!stored.ok || !isRecord(stored.value[SWITCHES]) || !Object.hasOwn(stored.value[SWITCHES], id)) return;
  await amend(SWITCHES, (value) => {
    const { [id]: _, ...others } = isRecord(value) ? value : {};
    return others;
  });
}

/** The kept stories that take most room, the largest first. @returns characters of each, as it is stored */
export function largestStories(stored: Stored): { id: string; size: number }[] {
  return Object.keys(stored)
    .filter((key) => key.startsWith(STORY_PREFIX))
    .map((key) => ({ id: key.slice(STORY_PREFIX.length), size: JSON.stringify(stored[key])?.length ?? 0 }))
    .sort((a, b) => b.size - a.size);
}
