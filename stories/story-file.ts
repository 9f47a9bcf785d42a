// Reads a story from a file, and writes it as one. Files are hostile until they have been read.
import { BOUNDS } from './bounds.ts';
import { faultOf, type ReadStory, readStory } from './check-story.ts';
import { type Story, StorySchema } from './format.ts';
import { jsonFault } from './json-fault.ts';
import { TOO_LARGE } from './json-shape.ts';
import { unknownFields, withoutDefaults } from './known-fields.ts';
import { type CommonWords, NO_COMMON_WORDS } from './name-checks.ts';
import { toShare } from './sharing.ts';
import { shown } from './story-faults.ts';

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
 * Writes a story as a file, which `readStoryFile` reads.
 * @param share for others: no text of articles, of verbatim statements what may be quoted. Else a backup:
 *   everything.
 */
export function writeStoryFile(story: Story, { share }: { share: boolean }): string {
  const written = share ? toShare(story) : withoutDefaults(StorySchema, story);
  const text = `${JSON.stringify(written, null, 2)}\n`;
  // Indented, a story near the bound would not be read again.
  return isLarger(text, BOUNDS.bytes) ? JSON.stringify(written) : text;
}

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
