// Checks what is said to be a story: whoever takes one from the storage or a file asks here first. Apart from
// story-file.ts: every page of ours reads stories, one reads and writes files.
import * as v from 'valibot';
import { type Fault, Faults } from './faults.ts';
import { FORMAT, type Story, type StoryInput, StorySchema } from './format.ts';
import { shapeFault } from './json-shape.ts';
import { fillerOf, withoutDefaults } from './known-fields.ts';
import { type CommonWords, checkNames, NO_COMMON_WORDS } from './name-checks.ts';
import { checkReferences } from './references.ts';
import { createStoryFaults, type StoryFaults, shown } from './story-faults.ts';
import { reportSchemaFaults } from './story-schema-faults.ts';

export interface ReadStory {
  story: Story;
  /** Made by a newer version: its format has a higher number, or it has fields that are not known here. */
  newer: boolean;
  /** What of it was not understood: fields that are kept and ignored, and records of a newer format left out. */
  notes: readonly Fault[];
}

/** How often records are left out of a newer file: each time others may have referred to them. */
const MOST_ROUNDS = 8;
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

/** A story that was checked before, with every default filled in. Checks nothing, and may throw for anything else. */
export const filledStory = fillerOf(StorySchema) as (value: unknown) => Story;

/** How a page takes stories from the storage (extension/checked-stories.ts). */
export const STORY_CHECKER = { check: (value: unknown) => storyOrNull(value), filled: filledStory };

/**
 * Checks a story that is parsed already, as the storage holds it.
 * @param file as faults name it
 * @throws Faults as `readStoryFile` does
 */
export const checkStory = (value: unknown, file: string, common: CommonWords = NO_COMMON_WORDS): Story =>
  readStory(value, file, common).story;

/** A story as it is stored: without what every reader of it fills in, which is a third of it. */
export const asStored = (story: Story): StoryInput => withoutDefaults(StorySchema, story) as StoryInput;

/** A story from anywhere as it is to be stored; null for what is none, or has faults. */
export function storedOrNull(value: unknown): StoryInput | null {
  const story = storyOrNull(value);
  return story && asStored(story);
}

/** Reads a story that is parsed already. @throws Faults */
export function readStory(value: unknown, file: string, common: CommonWords): ReadStory {
  const fault = shapeFault(value);
  if (fault) throw faultOf(file, null, fault.wrong, fault.mend);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw faultOf(file, null, 'holds no story', 'Write it in braces: { }');
  const input = value as Record<string, unknown>;
  const newer = isNewer(input.format);
  let left = newer ? { ...input, format: FORMAT } : input;
  const notes: Fault[] = [];
  for (let round = 0; ; round++) {
    const { story, found } = check(left, file, common);
    if (story) return { story, newer, notes };
    const { records } = found;
    if (!newer || !records || round === MOST_ROUNDS) throw found.thrown();
    notes.push(...found.listed);
    left = without(left, records);
  }
}

/** The story where it is sound, else what is wrong with it. */
function check(value: Record<string, unknown>, file: string, common: CommonWords) {
  const found = createStoryFaults(file, value);
  // Most stories are sound: those are gone through once.
  const { success, output } = v.safeParse(StorySchema, value, { abortEarly: true });
  if (!success) reportSchemaFaults(value, found);
  else {
    checkReferences(output, found.reportOn);
    checkNames(output, common, found.reportOn);
  }
  return { found, story: success && found.count === 0 ? output : null };
}

/** Leaves out the records that have faults. */
function without(
  story: Record<string, unknown>,
  records: NonNullable<StoryFaults['records']>,
): Record<string, unknown> {
  const left = { ...story };
  for (const [list, faulty] of records) {
    const all = left[list];
    left[list] = Array.isArray(all)
      ? all.filter((_, at) => !faulty.has(at))
      : Object.fromEntries(Object.entries(all as object).filter(([code]) => !faulty.has(code)));
  }
  return left;
}

/** Whether a format is this one with a higher number. */
function isNewer(format: unknown): boolean {
  const number = typeof format === 'string' ? /^dramatis-story\/(\d{1,6})$/.exec(format)?.[1] : undefined;
  return number !== undefined && Number(number) > 1;
}

/** One fault of a file as a whole. */
export const faultOf = (file: string, line: number | null, wrong: string, mend: string): Faults =>
  new Faults('The story has', [{ file: shown(file), line, record: 'the file', wrong: shown(wrong), mend }]);
