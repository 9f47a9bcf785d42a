// Story files that the reader chose, dropped or pasted: read, and compared with the library. What they are checked
// with, the words of all languages, is loaded with the first of them.
import { readText } from '../../extension/downloads.ts';
import { BOUNDS } from '../../stories/bounds.ts';
import { commonWords } from '../../stories/common-words.ts';
import type { Decisions } from '../../stories/merge.ts';
import type { CommonWords } from '../../stories/name-checks.ts';
import { type Incoming, type PresentStory, planStories, type StoryFile } from '../../stories/story-import.ts';

let words: CommonWords | null = null;

async function loadCommonWords(): Promise<CommonWords> {
  if (!words) {
    const { languageData } = await import('virtual:languages');
    const { languages, givenNames } = languageData();
    words = commonWords(languages, givenNames);
  }
  return words;
}

/** What importing these files would do. Of those that are too large none is read. */
export async function readStoryFiles(
  files: readonly File[],
  present: readonly PresentStory[],
  decisions: Decisions,
): Promise<Incoming[]> {
  const read: StoryFile[] = [];
  // One after the other: a hundred of 5 MB each need not be in memory at once.
  for (const file of files) read.push(await readOne(file));
  return planStories(read, present, { decisions, common: await loadCommonWords() });
}

/** The same for a text that was pasted. */
export const readPasted = async (
  text: string,
  present: readonly PresentStory[],
  decisions: Decisions,
): Promise<Incoming[]> =>
  planStories([{ name: 'JSON', text }], present, { decisions, common: await loadCommonWords() });

async function readOne(file: File): Promise<StoryFile> {
  const read = await readText(file, BOUNDS.bytes);
  if ('text' in read) return { name: file.name, text: read.text };
  const why =
    read.fault === 'too-large'
      ? { wrong: 'is larger than 5 MB', mend: 'Choose another, or restore a backup in the options' }
      : { wrong: `cannot be read: ${read.detail}`, mend: 'Choose it again' };
  return { name: file.name, text: why };
}
