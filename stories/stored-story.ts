// Tells a story in the storage from what is none, for surfaces, which show stories that lack what their records name.
// What recognition is compiled from is checked whole: story-file.ts.
import * as v from 'valibot';
import { type Story, StorySchema } from './format.ts';

/** A story with every default filled in; null for what is none. */
export function storyIn(value: unknown): Story | null {
  const checked = v.safeParse(StorySchema, value);
  return checked.success ? checked.output : null;
}
