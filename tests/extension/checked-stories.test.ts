// Stories that were checked before are not checked again, and any other story is.
import * as v from 'valibot';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createCheckedStories, createLibraryReader, markOf } from '../../extension/checked-stories.ts';
import { CHECKED, marksIn } from '../../extension/compiled-keys.ts';
import { createCompiler } from '../../extension/compiler.ts';
import { loadStory } from '../../scripts/dataset/load.ts';
import { asStored, filledStory, STORY_CHECKER, storyOrNull } from '../../stories/check-story.ts';
import { createStoryCompiler } from '../../stories/compiled-texts.ts';
import { type StoryInput, StorySchema } from '../../stories/format.ts';
import { keptStory } from '../components/stories.ts';

const kept = asStored(keptStory(0));
const bundled = loadStory(process.cwd());
/** What a file may leave out, and a field that nobody knows. */
const short: StoryInput & { colour: string } = {
  format: 'dramatis-story/1',
  id: 'short',
  title: { en: 'The ferry' },
  asOf: '2031-05-06',
  colour: 'blue',
  sources: [{ id: 'a', language: 'en', paragraphs: [1] }],
  figures: [{ id: 'ferry', kind: 'place', name: { en: 'The Long Ferry' } }],
};
/** A link that runs something where an address should be. */
const hostile = { ...kept, sources: kept.sources.map((source) => ({ ...source, url: 'javascript:alert(1)' })) };

const storyCompiler = createStoryCompiler('1', {
  languages: [{ language: 'en', source: ['made up'] }],
  givenNames: [],
  fixed: { press: '{}', months: '{}' },
});

const checker = () => ({ check: vi.fn(storyOrNull), filled: vi.fn(filledStory) });
const marksOf = async (...stories: { id: string }[]) =>
  new Map(await Promise.all(stories.map(async (story) => [story.id, await markOf(story)] as const)));

beforeEach(() => fakeBrowser.reset());

test.each([
  ['a kept one', kept],
  ['the one that comes with Dramatis', asStored(bundled)],
  ['one that leaves out what it may', short],
])('a story that is filled in is as one that is parsed: %s', (_, story) => {
  expect(JSON.stringify(filledStory(story))).toBe(JSON.stringify(v.parse(StorySchema, story)));
});

test('what two stories leave out is not shared between them', () => {
  filledStory(short).statements.push({} as never);
  expect(filledStory(short).statements).toEqual([]);
});

test('a story with its mark is filled in and not checked, one without is checked once', async () => {
  const spies = checker();
  const stories = createCheckedStories(spies);
  const stored = { 'story:kept-0': kept, 'story:short': short, stories: { short: 'off' } };
  await stories.look(stored, await marksOf(kept));
  await stories.look(stored, await marksOf(kept));
  expect(stories.of(kept)).toEqual(storyOrNull(kept));
  expect(stories.of(short)).toEqual(storyOrNull(short));
  expect(spies.check.mock.calls).toEqual([[short]]);
  expect(spies.filled.mock.calls).toEqual([[kept]]);
});

test('a story in the place of one that was checked is checked; so is one under a mark of something else', async () => {
  const spies = checker();
  const entries = await createLibraryReader(spies)({
    'story:kept-0': hostile,
    'story:short': short,
    [CHECKED]: { version: '1', marks: { 'kept-0': await markOf(kept), short: 7 } },
  });
  expect(entries.map(({ story }) => story.id)).toEqual(['short']);
  expect(spies.filled).not.toHaveBeenCalled();
});

test.each([null, 7, 'marks', [], { marks: null }, { marks: [1] }])(
  'marks that are none are none: %j',
  async (marks) => {
    const entries = await createLibraryReader(STORY_CHECKER)({ 'story:short': short, [CHECKED]: marks });
    expect(entries.map(({ story }) => story.id)).toEqual(['short']);
  },
);

test('the background marks what it found sound, and nothing else', async () => {
  await browser.storage.local.set({ 'story:kept-0': kept, 'story:short': { ...short, figures: 'none' } });
  await createCompiler(storyCompiler, { install: async () => {} }).update();
  const marks = async () => marksIn((await browser.storage.local.get(CHECKED))[CHECKED]);
  expect(await marks()).toEqual(await marksOf(kept));
  await browser.storage.local.set({ 'story:kept-0': hostile });
  await createCompiler(storyCompiler, { install: async () => {} }).update();
  expect((await marks()).size).toBe(0);
});

test('marks of another version are not trusted', async () => {
  await browser.storage.local.set({
    'story:kept-0': hostile,
    [CHECKED]: { version: '0', marks: { 'kept-0': await markOf(hostile) } },
  });
  await createCompiler(storyCompiler, { install: async () => {} }).update();
  expect(marksIn((await browser.storage.local.get(CHECKED))[CHECKED]).size).toBe(0);
});
