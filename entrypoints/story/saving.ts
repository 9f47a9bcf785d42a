// Saves what the reader changes of a story and writes on its figures: the background writes it.
import { askBackground } from '../../extension/messages.ts';
import { LONGEST_NOTE, type Notes } from '../../extension/notes.ts';
import type { Outcome } from '../../extension/outcome.ts';
import type { Story } from '../../stories/format.ts';

export interface Noted {
  story: string;
  figure: string;
  text: string;
}

/** Saves a story in the place of the revision that was changed. */
export async function saveStory(story: Story, revision: number): Promise<Outcome<unknown>> {
  const answer = await askBackground('editStory', { story, revision });
  if (!answer.ok || answer.value.fault === null) return answer;
  return { ok: false, fault: answer.value.fault };
}

export async function saveNote(note: Noted): Promise<Outcome<unknown>> {
  const answer = await askBackground('note', note);
  return answer.ok && !answer.value ? { ok: false, fault: 'the note was refused' } : answer;
}

/** Saves a story together with the notes on two of its figures: that of one goes to the other, and back. */
export interface MergedNotes {
  /** The same as `saveStory`, for the story in which the two are one. */
  merge: typeof saveStory;
  /** The same for the story in which they are two again. */
  part: typeof saveStory;
}

/** What merging two figures of a story does with their notes; null where there is nothing to be done. */
export function mergedNotes(notes: Notes, story: string, figure: string, other: string): MergedNotes | null {
  const [kept = '', gone = ''] = [figure, other].map((id) => notes.get(`${story}/${id}`) ?? '');
  if (gone === '') return null;
  const both = [kept, gone].filter(Boolean).join('\n\n');
  const on = (id: string, text: string): Noted => ({ story, figure: id, text });
  return {
    merge: async (after, revision) =>
      both.length > LONGEST_NOTE
        ? { ok: false, fault: 'the notes on the two are too long for one' }
        : saveBetween(on(figure, both), () => saveStory(after, revision), on(other, ''), on(figure, kept)),
    part: (before, revision) =>
      saveBetween(on(other, gone), () => saveStory(before, revision), on(figure, kept), on(other, '')),
  };
}

/**
 * Saves a note, then the story, then another note: whatever fails, each text stays in one of them. Whether the last
 * was saved does not matter: at worst a text is in both.
 */
async function saveBetween(
  first: Noted,
  save: () => Promise<Outcome<unknown>>,
  last: Noted,
  undoFirst: Noted,
): Promise<Outcome<unknown>> {
  const noted = await saveNote(first);
  if (!noted.ok) return noted;
  const saved = await save();
  await saveNote(saved.ok ? last : undoFirst);
  return saved;
}
