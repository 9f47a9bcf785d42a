// Stories put into the library and taken out: all at once, and back again.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keptIn, switchStory } from '../../extension/library.ts';
import { deleteStories, importStories, putStories } from '../../extension/library-changes.ts';
import { leaveOut } from '../../extension/story-places.ts';
import { keptStory } from '../components/stories.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

/** The fake storage tells of a removed key with null where browsers have none. */
const stored = async () =>
  Object.fromEntries(Object.entries(await browser.storage.local.get(null)).filter(([, value]) => value !== null));
const [one, other] = [keptStory(0), keptStory(1)];
const imported = (...stories: (typeof one)[]) =>
  importStories(
    stories.map((story) => ({ story, isOff: false })),
    '2026-02-03T12:00:00Z',
  );

test('imported stories say how they came, and are on', async () => {
  expect(await imported(one, other)).toMatchObject({ ok: true });
  expect(await stored()).toEqual({
    'story:kept-0': one,
    'kept:kept-0': { added: '2026-02-03', from: 'file', looked: false },
    'story:kept-1': other,
    'kept:kept-1': { added: '2026-02-03', from: 'file', looked: false },
    stories: { 'kept-0': 'on', 'kept-1': 'on' },
  });
});

test('deleting takes a story away whole, and undoing brings all of it back', async () => {
  await imported(one, other);
  await switchStory('kept-0', false);
  const before = await stored();
  const deleted = await deleteStories(['kept-0']);
  expect(Object.keys(await stored()).sort()).toEqual(['kept:kept-1', 'stories', 'story:kept-1']);
  await switchStory('kept-1', false);
  if (deleted.ok) await putStories(deleted.value);
  // What was changed in between stays.
  expect(await stored()).toEqual({ ...before, stories: { 'kept-0': 'off', 'kept-1': 'off' } });
});

test('undoing an import brings back what it has replaced', async () => {
  await browser.storage.local.set({
    'story:kept-0': { ...one, fromTomorrow: 1 },
    'kept:kept-0': { added: '2026-01-01', from: 'article', looked: true, read: '2026-01-02' },
  });
  const before = await stored();
  const done = await imported({ ...one, revision: 2 }, other);
  expect(await stored()).toMatchObject({ 'story:kept-0': { revision: 2 }, 'story:kept-1': {} });
  if (done.ok) await putStories(done.value);
  expect(await stored()).toEqual(before);
});

/** The first story with a statement more. */
const [statement] = one.statements;
const withNews = {
  ...one,
  revision: 2,
  statements: [...one.statements, { ...statement!, id: 'new', text: { en: 'It.' } }],
};

test('after undoing an import nothing of the story is news, and how it was read is as before', async () => {
  const kept = { added: '2026-01-01', from: 'article', looked: true, read: '2026-01-02' };
  await browser.storage.local.set({ 'story:kept-0': one, 'kept:kept-0': kept });
  const done = await imported(withNews);
  expect((await stored())['kept:kept-0']).toMatchObject({ came: [{ statements: ['new'] }] });
  if (done.ok) await putStories(done.value);
  expect((await stored())['kept:kept-0']).toEqual(kept);
});

test('where a story is left out after an import stays when that is undone', async () => {
  const kept = { added: '2026-01-01', from: 'article', looked: true, off: ['example.com'] };
  await browser.storage.local.set({ 'story:kept-0': one, 'kept:kept-0': kept });
  const done = await imported(withNews);
  await leaveOut('kept-0', 'example.org');
  if (done.ok) await putStories(done.value);
  expect((await stored())['kept:kept-0']).toEqual({ ...kept, off: ['example.com', 'example.org'] });
});

test('a story that is kept or imported once more is left out where it was before', async () => {
  await browser.storage.local.set({ 'story:kept-0': one, 'kept:kept-0': { off: ['example.com'] } });
  await imported({ ...one, revision: 2 });
  expect((await stored())['kept:kept-0']).toEqual({
    ...{ added: '2026-02-03', from: 'file', looked: false },
    off: ['example.com'],
  });
});

test('where the storage is full, nothing has changed', async () => {
  await imported(one);
  const before = await stored();
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('Resource::kQuotaBytes quota exceeded'));
  expect(await imported({ ...one, revision: 2 }, other)).toEqual({
    ok: false,
    fault: 'Resource::kQuotaBytes quota exceeded',
  });
  expect(await stored()).toEqual(before);
});

test('how a story came is told by a day of the calendar', () => {
  const kept = { added: '2026-01-08', from: 'file', looked: false };
  expect(keptIn(kept)).toEqual(kept);
  for (const added of ['2026-13-40', 'on the web at\u202e evil.example', '2026-01-08, they say'])
    expect(keptIn({ ...kept, added })).toBeNull();
});
