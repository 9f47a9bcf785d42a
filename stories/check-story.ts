// Checks what the storage holds: whoever takes a story from it asks here first.
import type { Story } from './format.ts';
import type { CommonWords } from './name-checks.ts';
import { checkStory } from './story-file.ts';

/**
 * A story with every default filled in; null for what is none, or has faults.
 * @param common words that are no names; without them such names pass
 */
export function storyOrNull(value: unknown, common?: CommonWords): Story | null {
  try {
    return checkStory(value, 'the storage', common);
  } catch {
    return null;
  }
}
