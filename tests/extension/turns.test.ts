// Whatever changes the storage at the same moment takes turns: nothing of it is lost.
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readBackup } from '../../extension/backup.ts';
import { migrateStorage, mute } from '../../extension/changes.ts';
import { replaceStory } from '../../extension/edited-story.ts';
import { installStories } from '../../extension/library.ts';
import { importStories, putStories } from '../../extension/library-changes.ts';
import { markRead } from '../../extension/readings.ts';
import { apply, planImport } from '../../extension/restoring.ts';
import type { Migration } from '../../extension/settings.ts';
import { indexLeftOut, LEFT_OUT, leaveOut } from '../../extension/story-places.ts';
import { storedOrNull } from '../../stories/check-story.ts';
import { keptStory } from '../components/stories.ts';

const story = keptStory(0);
const KEPT = { added: '2026-01-12', from: 'article', looked: true };
const AT = '2026-02-03T12:00:00Z';
const importAgain = () => importStories([{ story: { ...story, revision: 3 }, isOff: false }], AT);
const stored = () => browser.storage.local.get(null);

beforeEach(async () => {
  fakeBrowser.reset();
  await browser.storage.local.set({ 'story:kept-0': story, 'kept:kept-0': KEPT });
});

test('a story is imported while it is opened and left out somewhere', async () => {
  await Promise.all([markRead('kept:kept-0', AT), importAgain(), leaveOut('kept-0', 'example.com')]);
  expect((await stored())['kept:kept-0']).toEqual({
    ...{ added: '2026-02-03', from: 'file', looked: false },
    ...{ read: AT, off: ['example.com'] },
  });
});

test('a story is imported while it is edited: undoing the import brings the edited one back', async () => {
  const edited = { ...story, title: { en: 'Another title' } };
  const [saved, done] = await Promise.all([replaceStory(edited, 1, storedOrNull), importAgain()]);
  expect([saved, done]).toMatchObject([{ ok: true }, { ok: true }]);
  if (done.ok) await putStories(done.value);
  expect((await stored())['story:kept-0']).toMatchObject({ title: edited.title, revision: 2 });
});

test('a story of a new version takes the place of the old one while that is left out somewhere', async () => {
  const statements = [{ ...story.statements[0]!, id: 'new', text: { en: 'It.' } }];
  await browser.storage.local.set({ 'kept:kept-0': { ...KEPT, from: 'bundled' } });
  await Promise.all([leaveOut('kept-0', 'example.com'), installStories([{ ...story, statements }], AT)]);
  expect((await stored())['kept:kept-0']).toMatchObject({ off: ['example.com'], came: [{ statements: ['new'] }] });
});

test('a backup is restored while a figure is muted', async () => {
  const { backup } = readBackup(JSON.stringify({ dramatis: 2, settings: { muted: ['rubio'] } }), () => null);
  await Promise.all([mute('flores'), apply(null, (now) => planImport(now, backup!, 'merge'))]);
  expect(await stored()).toMatchObject({ muted: ['flores', 'rubio'] });
});

test('a storage is migrated while a figure is muted', async () => {
  const renames: Migration = ({ silenced, muted }) => ({
    muted: [silenced, muted ?? []].flat(),
    silenced: undefined,
  });
  await browser.storage.local.set({ silenced: ['rubio'] });
  await Promise.all([migrateStorage([renames]), mute('flores')]);
  expect(await stored()).toMatchObject({ muted: ['rubio', 'flores'], version: 2 });
});

test('the index of where stories are left out is made anew while one is left out', async () => {
  await Promise.all([leaveOut('kept-0', 'example.com'), indexLeftOut()]);
  expect((await stored())[LEFT_OUT]).toEqual({ 'example.com': ['kept-0'] });
});
