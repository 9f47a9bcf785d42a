// Checks what is said to be a story: whoever takes one from the storage or a file asks here first.
import * as v from 'valibot';
import { type Story, StorySchema } from './format.ts';

/** A story with every default filled in; null for what is none. */
export function checkStory(value: unknown): Story | null {
  const checked = v.safeParse(StorySchema, value);
  return checked.success ? checked.output : null;
}
