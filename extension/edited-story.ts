// Writes a story that its reader has changed on the story page.
import type { StoryInput } from '../stories/format.ts';
import { KEPT_PREFIX, keptIn, STORY_PREFIX } from './library.ts';
import type { Outcome } from './outcome.ts';
import { isSame } from './same-value.ts';
import { isRecord } from './settings.ts';
import { amendAll } from './stored.ts';

/**
 * Puts a changed story in the place of what is stored under its id, as a revision of its own. Refused where that came
 * with Dramatis, is gone, or is no longer what was changed. Done where it stands there already.
 * @param revision of the story that was changed
 * @param check gives a story as it is to be stored; null for what is none
 */
export async function replaceStory(
  value: unknown,
  revision: number,
  check: (value: unknown) => StoryInput | null,
): Promise<Outcome<void>> {
  const story = check(value);
  if (!story) return { ok: false, fault: 'what was changed is no sound story' };
  const [key, kept] = [STORY_PREFIX + story.id, KEPT_PREFIX + story.id];
  const done = await amendAll([key, kept], (stored) => {
    const before = stored[key];
    if (!isRecord(before)) throw new Error('the story is gone');
    if (keptIn(stored[kept])?.from === 'bundled') throw new Error('the story came with Dramatis');
    const after = { ...story, revision: revision + 1 };
    // Asked again, as the background was ended before it could answer.
    if (isSame(before, after)) return {};
    if ((before.revision ?? 1) !== revision) throw new Error('the story was changed elsewhere');
    return { [key]: after };
  });
  return done.ok ? { ok: true, value: undefined } : done;
}
