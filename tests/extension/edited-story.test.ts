// A story that its reader has changed, in the place of what is stored.
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { replaceStory } from '../../extension/edited-story.ts';
import { storyOrNull } from '../../stories/check-story.ts';
import { keptStory } from '../components/stories.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await browser.storage.local.set({ 'story:kept-0': story, 'kept:kept-0': { added: '2026-01-12', from: 'article' } });
});

const story = keptStory(0);
const other = { ...story, title: { en: 'Another title' } };
const replace = (value: unknown, revision: number) => replaceStory(value, revision, storyOrNull);
const stored = async () => (await browser.storage.local.get('story:kept-0'))['story:kept-0'];

test('it becomes the next revision, and can be put back', async () => {
  expect(await replace(other, 1)).toEqual({ ok: true, value: undefined });
  expect(await stored()).toEqual({ ...other, revision: 2 });
  expect(await replace(story, 2)).toMatchObject({ ok: true });
  expect(await stored()).toEqual({ ...story, revision: 3 });
});

/** As Chrome gives an object back. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [next]) => (one < next ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
};

test('who asks again, as no answer came, is told that it is saved, and it is saved once', async () => {
  await replace(other, 1);
  await browser.storage.local.set({ 'story:kept-0': sorted(await stored()) });
  expect(await replace(other, 1)).toEqual({ ok: true, value: undefined });
  expect(await stored()).toEqual({ ...other, revision: 2 });
  expect(await replace({ ...other, title: { en: 'A third title' } }, 1)).toMatchObject({ ok: false });
  expect(await stored()).toEqual({ ...other, revision: 2 });
});

test.each([
  ['is no story', { ...story, figures: 7 }, 1],
  ['is another revision', other, 2],
  ['is not in the library', { ...other, id: 'elsewhere' }, 1],
])('what %s is refused', async (_, value, revision) => {
  expect(await replace(value, revision)).toMatchObject({ ok: false });
  expect(await stored()).toEqual(story);
  expect((await browser.storage.local.get('story:elsewhere'))['story:elsewhere'] ?? null).toBeNull();
});

test('a story that came with Dramatis is not changed', async () => {
  await browser.storage.local.set({ 'kept:kept-0': { added: '2026-01-12', from: 'bundled', looked: true } });
  expect(await replace(other, 1)).toMatchObject({ ok: false });
  expect(await stored()).toEqual(story);
});
