// The reader's notes: written, read, deleted with their story and brought back, in a backup and never in a shared file.
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backUp, readBackup } from '../../extension/backup.ts';
import { deleteStories, importStories, putStories } from '../../extension/library-changes.ts';
import { isNote, notesIn, notesOn, writeNote } from '../../extension/notes.ts';
import { planImport } from '../../extension/restoring.ts';
import { storyOrNull } from '../../stories/check-story.ts';
import { writeStoryFile } from '../../stories/story-file.ts';
import { keptStory } from '../components/stories.ts';

beforeEach(() => fakeBrowser.reset());

/** The fake storage tells of a removed key with null where browsers have none. */
const stored = async () =>
  Object.fromEntries(Object.entries(await browser.storage.local.get(null)).filter(([, value]) => value !== null));

test('a note is plain text under the figure’s key; an empty one is removed', async () => {
  expect(await writeNote('fair', 'ann', '<b>Met her</b>\nonce.')).toMatchObject({ ok: true });
  expect(await stored()).toEqual({ 'note:fair/ann': '<b>Met her</b>\nonce.' });
  expect(notesIn(await stored())).toEqual(new Map([['fair/ann', '<b>Met her</b>\nonce.']]));
  await writeNote('fair', 'ann', ' \n');
  expect(await stored()).toEqual({});
});

test.each([
  ['fair', 'ann', 'x'.repeat(2001)],
  ['fair', '../ann', 'text'],
  ['fair/ann', 'bo', 'text'],
  ['', 'ann', 'text'],
])('what is no note on a figure is refused: %s/%s', async (story, figure, text) => {
  expect(await writeNote(story, figure, text)).toMatchObject({ ok: false });
  expect(await stored()).toEqual({});
});

test('what the storage holds beside notes is none', () => {
  const notes = notesIn({ 'note:a/b': 'yes', 'note:a/c': 7, 'note:a': 'no', 'note:A/b': 'no', 'story:a/b': 'no' });
  expect(notes).toEqual(new Map([['a/b', 'yes']]));
  expect(notesOn(new Map([...notes, ['ab/c', 'other']]), 'a')).toEqual(new Map([['b', 'yes']]));
  expect(isNote('x'.repeat(2000))).toBe(true);
});

test('a story is deleted with its notes, and undoing brings them back', async () => {
  const story = keptStory(0);
  await importStories([{ story, isOff: false }], '2026-02-03T12:00:00Z');
  await writeNote(story.id, 'petro', 'Ask Ana.');
  // A figure that the story no longer has, and a story whose id begins alike.
  await writeNote(story.id, 'gone', 'Still here.');
  await writeNote(`${story.id}-2`, 'petro', 'Another.');
  const before = await stored();
  const deleted = await deleteStories([story.id]);
  expect(await stored()).toEqual({ [`note:${story.id}-2/petro`]: 'Another.' });
  if (deleted.ok) await putStories(deleted.value);
  expect(await stored()).toEqual(before);
});

test('notes are in a backup and come back from it; a faulty one is named', () => {
  const all = { 'note:fair/ann': 'Met her.', 'story:kept-0': keptStory(0) };
  const text = JSON.stringify(backUp(all));
  const { backup, faults } = readBackup(text, storyOrNull);
  expect(faults).toEqual([]);
  if (!backup) throw new Error('refused');
  const changes = (base: Record<string, unknown>, how: 'merge' | 'replace') =>
    planImport(base, backup, how).filter(({ key }) => key.startsWith('note:'));
  expect(changes({}, 'merge')).toEqual([{ key: 'note:fair/ann', before: undefined, after: 'Met her.' }]);
  expect(changes({ 'note:fair/bo': 'Old.' }, 'replace')).toContainEqual({
    key: 'note:fair/bo',
    before: 'Old.',
    after: undefined,
  });
  const faulty = JSON.stringify({ dramatis: 2, notes: { 'fair/ann': 'x'.repeat(3000), nobody: 'text' } });
  expect(readBackup(faulty, storyOrNull).faults.map((one) => one.kind === 'entry' && one.at)).toEqual([
    'notes.fair/ann',
    'notes.nobody',
  ]);
});

test('a shared file has no note', async () => {
  const story = keptStory(0);
  await browser.storage.local.set({ [`story:${story.id}`]: story });
  await writeNote(story.id, 'petro', 'Private words.');
  expect(writeStoryFile(story, { share: true })).not.toContain('Private words');
});
