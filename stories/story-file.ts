// Reads and checks a story, from a file or from the storage, and writes it as a file. Both are hostile until they have
// been read: a file may have been made to harm, and any tool can write to the storage.
import * as v from 'valibot';
import { BOUNDS } from './bounds.ts';
import { type Fault, Faults } from './faults.ts';
import { FORMAT, type Story, StorySchema } from './format.ts';
import { jsonFault } from './json-fault.ts';
import { shapeFault, TOO_LARGE } from './json-shape.ts';
import { unknownFields, withoutDefaults } from './known-fields.ts';
import { type CommonWords, checkNames, NO_COMMON_WORDS } from './name-checks.ts';
import { checkReferences } from './references.ts';
import { toShare } from './sharing.ts';
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
const MOST_NOTES = 50;

/**
 * Reads a story from a file's text.
 * @param file as faults name it
 * @param common words that are no names; without them such names pass
 * @throws Faults with what is wrong: the first 50, and the number of the rest
 */
export function readStoryFile(text: string, file: string, common: CommonWords = NO_COMMON_WORDS): ReadStory {
  if (isLarger(text, BOUNDS.bytes)) throw faultOf(file, null, TOO_LARGE.wrong, TOO_LARGE.mend);
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    const { line, column, wrong } = jsonFault(json) ?? { line: 1, column: 1, wrong: 'cannot be read' };
    throw faultOf(file, line, `is no JSON: column ${column} ${wrong}`, 'Mend it there');
  }
  const read = readStory(value, file, common);
  const fields = unknownFields(StorySchema, read.story, MOST_NOTES).map((field) => ({
    ...{ file: shown(file), line: null, record: 'the story' },
    wrong: `has a field “${shown(field)}” that is not known here`,
    mend: 'It is kept and ignored',
  }));
  return { ...read, newer: read.newer || fields.length > 0, notes: [...read.notes, ...fields].slice(0, MOST_NOTES) };
}

/**
 * Checks a story that is parsed already, as the storage holds it.
 * @param file as faults name it
 * @throws Faults as `readStoryFile` does
 */
export const checkStory = (value: unknown, file: string, common: CommonWords = NO_COMMON_WORDS): Story =>
  readStory(value, file, common).story;

/**
 * Writes a story as a file, which `readStoryFile` reads.
 * @param share for others: no text of articles, no notes, of verbatim statements what may be quoted. Else a backup:
 *   everything.
 */
export function writeStoryFile(story: Story, { share }: { share: boolean }): string {
  const written = share ? toShare(story) : withoutDefaults(StorySchema, story);
  const text = `${JSON.stringify(written, null, 2)}\n`;
  // Indented, a story near the bound would not be read again.
  return isLarger(text, BOUNDS.bytes) ? JSON.stringify(written) : text;
}

function readStory(value: unknown, file: string, common: CommonWords): ReadStory {
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

const faultOf = (file: string, line: number | null, wrong: string, mend: string): Faults =>
  new Faults('The story has', [{ file: shown(file), line, record: 'the file', wrong: shown(wrong), mend }]);

/** Whether a text has more bytes in UTF-8. */
function isLarger(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  if (text.length * 3 <= bytes) return false;
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Each half of a pair takes two of its four bytes.
    size += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return size > bytes;
}
