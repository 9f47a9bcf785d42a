// Puts a story that was made of an article into the library.
import type { StoryInput } from '../stories/format.ts';
import type { Kept } from './library.ts';
import { putStories } from './library-changes.ts';
import { decide, MERGING, type Pair, readDecisions, takeBack } from './merging.ts';
import type { Outcome } from './outcome.ts';
import { read } from './stored.ts';

export interface ToKeep {
  story: StoryInput;
  kept: Kept;
  /** The time, ISO 8601 in UTC. */
  at: string;
  /** What it replaces was off: then it stays off. */
  isOff: boolean;
  /** Figures of it that the reader takes for one with others, and for other people: pairs of `story/figure`. */
  same: readonly Pair[];
  apart: readonly Pair[];
}

/**
 * Keeps a story, in the place of what has its id.
 * @returns what undoes it: the stories and what was said of their figures are as they were before
 */
export async function keepStory(toKeep: ToKeep): Promise<Outcome<() => Promise<Outcome<unknown>>>> {
  const { story, kept, at, isOff, same, apart } = toKeep;
  const stored = await read([MERGING]);
  if (!stored.ok) return stored;
  const before = readDecisions(stored.value[MERGING]);
  const done = await putStories({ [story.id]: { story, kept, switch: isOff ? 'off' : 'on' } }, at);
  if (!done.ok) return done;
  // The story is kept whatever becomes of these: they can be said again on a card and in the library.
  if (same.length > 0) await decide(same, 'same');
  if (apart.length > 0) await decide(apart, 'apart');
  const said = [...same, ...apart];
  const undo = async (): Promise<Outcome<unknown>> => {
    const back = await putStories(done.value);
    return back.ok && said.length > 0 ? takeBack(said, before) : back;
  };
  return { ok: true, value: undo };
}
