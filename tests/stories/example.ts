// The story of docs/, as tests spoil it: parsed anew for each.
import { readFileSync } from 'node:fs';
import { loadCommonWords } from '../../scripts/dataset/load.ts';
import { Faults, faultText } from '../../stories/faults.ts';
import type { StoryInput } from '../../stories/format.ts';
import { readStoryFile } from '../../stories/story-file.ts';

export const EXAMPLE = readFileSync('docs/example-story.json', 'utf8');

export const common = loadCommonWords('.');

/** Every field, and any other: tests write what the format does not allow. */
// biome-ignore lint/suspicious/noExplicitAny: what is spoilt has no type
export type Spoilt = any;

/** The example with something done to it. */
export function spoilt(spoil: (story: Spoilt) => void): StoryInput {
  const story = JSON.parse(EXAMPLE) as StoryInput;
  spoil(story);
  return story;
}

/** The faults of a file, each as one line without the file's name; none where it is sound. */
export function faultsIn(text: string): string[] {
  try {
    readStoryFile(text, 'fair.json', common);
    return [];
  } catch (error) {
    if (!(error instanceof Faults)) throw error;
    return error.faults.map((fault) =>
      faultText(fault)
        .replace(/^fair\.json:/, '')
        .trim(),
    );
  }
}
