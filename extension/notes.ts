// The reader's own notes on figures: one storage key for each, `note:<story>/<figure>`, plain text. They are shown on
// our own pages alone, never in a card on a page, and go into a backup, never into a shared file.
import { FIGURE_KEY } from './merging.ts';
import type { Outcome } from './outcome.ts';
import { type Stored, write } from './stored.ts';

export const NOTE_PREFIX = 'note:';
/** UTF-16 code units. */
export const LONGEST_NOTE = 2000;

/** Notes by `story/figure`. */
export type Notes = ReadonlyMap<string, string>;

export const isNote = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_NOTE;

const noteKey = (story: string, figure: string): string => `${NOTE_PREFIX}${story}/${figure}`;

export function notesIn(stored: Stored): Notes {
  const notes = new Map<string, string>();
  for (const [key, value] of Object.entries(stored)) {
    const figure = key.startsWith(NOTE_PREFIX) ? key.slice(NOTE_PREFIX.length) : '';
    if (FIGURE_KEY.test(figure) && isNote(value) && value.trim() !== '') notes.set(figure, value);
  }
  return notes;
}

/** The notes on figures of one story, by figure. */
export function notesOn(notes: Notes, story: string): Notes {
  const own = [...notes].filter(([key]) => key.startsWith(`${story}/`));
  return new Map(own.map(([key, text]): [string, string] => [key.slice(story.length + 1), text]));
}

/** The keys of all notes on figures of a story, also of figures that it no longer has. */
export const noteKeysOf = (keys: readonly string[], story: string): string[] =>
  keys.filter((key) => key.startsWith(`${NOTE_PREFIX}${story}/`));

/** Writes a note; an empty one is removed. */
export async function writeNote(story: string, figure: string, text: string): Promise<Outcome<void>> {
  if (!FIGURE_KEY.test(`${story}/${figure}`) || !isNote(text)) return { ok: false, fault: 'This is no note.' };
  return write({ [noteKey(story, figure)]: text.trim() === '' ? undefined : text });
}
