// What is told to be new in a story while its tab stays open.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followVisits, open } from '../../entrypoints/story/opened.ts';
import type { StoryEntry } from '../../extension/library.ts';
import { readingIn } from '../../extension/readings.ts';
import { keptStory } from '../components/stories.ts';

const story = keptStory(0);
const [first = '', second = ''] = story.statements.map(({ id }) => id);
const came = (statement: string, at: string) => ({ at, sources: [], statements: [statement] });

beforeEach(() => {
  fakeBrowser.reset();
  Object.defineProperty(browser.extension, 'inIncognitoContext', { value: false, configurable: true });
});
afterEach(() => vi.restoreAllMocks());

/** The story as the library has it now. */
async function entry(): Promise<StoryEntry> {
  const { 'kept:kept-0': kept } = await browser.storage.local.get('kept:kept-0');
  return { story, reading: readingIn(kept) } as StoryEntry;
}
const told = async () => open(await entry())?.statements ?? [];

/** What the library has got of the story since it was read last. */
async function add(statement: string, at: string): Promise<void> {
  const { 'kept:kept-0': kept } = await browser.storage.local.get('kept:kept-0');
  const { came: before = [], ...rest } = (kept ?? {}) as { came?: unknown[] };
  await browser.storage.local.set({ 'kept:kept-0': { ...rest, came: [...before, came(statement, at)] } });
}

function show(isShown: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(!isShown);
  document.dispatchEvent(new Event('visibilitychange'));
}

test('what is new stays told while it is read, more is told when it comes, and a later visit begins anew', async () => {
  followVisits();
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const wasRead = () => vi.waitFor(async () => expect((await entry()).reading.unread).toEqual([]));
  await add(first, '2026-01-09T08:00:00Z');
  expect(await told()).toEqual([first]);
  await wasRead();
  expect(await told()).toEqual([first]);

  await add(second, '2999-01-01T08:00:00Z');
  expect(await told()).toEqual([second]);
  await wasRead();

  show(false);
  now.mockReturnValue(10 * 60_000);
  show(true);
  expect(await told()).toEqual([second]);

  show(false);
  now.mockReturnValue(60 * 60_000);
  show(true);
  expect(await told()).toEqual([]);
});
