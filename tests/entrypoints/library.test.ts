// The library page: what the reader presses or chooses while what came before is still being saved or read.
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeAll, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readPasted, readStoryFiles } from '../../entrypoints/library/story-files.ts';
import { deleteStories, importStories } from '../../extension/library-changes.ts';
import type { Incoming, IncomingStory } from '../../stories/story-import.ts';
import { keptStory } from '../components/stories.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('../../extension/library-changes.ts', { spy: true });
vi.mock('../../entrypoints/library/story-files.ts', () => ({ readPasted: vi.fn(), readStoryFiles: vi.fn() }));

const stored = () => browser.storage.local.get(null);
const incoming = (at: number): Incoming[] =>
  [{ kind: 'story', file: `${at}.json`, story: keptStory(at), standing: 'new', replaces: null } as never].map(
    (one: Incoming) => Object.assign(one, { newer: false, notes: [], merged: [], offered: [] }),
  );
const choose = (...names: string[]) =>
  fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: names.map((name) => ({ name })) } });

beforeAll(async () => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  const story = keptStory(0);
  await browser.storage.local.set({ [`story:${story.id}`]: story, [`kept:${story.id}`]: { added: '2026-01-12' } });
  await import('../../entrypoints/library/main.tsx');
});

test('a story that is deleted by a double press can be put back', async () => {
  const before = await stored();
  const remove = await screen.findByRole('button', { name: 'library_deleteNamed' });
  fireEvent.click(remove);
  fireEvent.click(remove);
  expect(deleteStories).toHaveBeenCalledOnce();
  fireEvent.click(await screen.findByRole('button', { name: 'options_undo' }));
  await waitFor(async () => expect(await stored()).toEqual(before));
});

test('what is imported by a double press can be taken back', async () => {
  const before = await stored();
  vi.mocked(readStoryFiles).mockResolvedValueOnce(incoming(1));
  choose('1.json');
  const button = await screen.findByRole('button', { name: 'incoming_do' });
  fireEvent.click(button);
  fireEvent.click(button);
  expect(importStories).toHaveBeenCalledOnce();
  fireEvent.click(await screen.findByRole('button', { name: 'options_undo' }));
  await waitFor(async () => expect(await stored()).toEqual(before));
});

test('a story that came in another tab meanwhile is replaced only after asking', async () => {
  vi.mocked(importStories).mockClear();
  const there = { ...incoming(3)[0], standing: 'different', replaces: 1 } as Incoming;
  vi.mocked(readStoryFiles).mockResolvedValueOnce(incoming(3)).mockResolvedValueOnce([there]);
  choose('3.json');
  await screen.findByText('incoming_new');
  const { story } = incoming(3)[0] as IncomingStory;
  await browser.storage.local.set({ [`story:${story.id}`]: story, [`kept:${story.id}`]: { added: '2026-01-12' } });
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'library_deleteNamed' })).toHaveLength(2));
  fireEvent.click(screen.getByRole('button', { name: 'incoming_do' }));
  expect(await screen.findByText('incoming_different')).toBeTruthy();
  expect(importStories).not.toHaveBeenCalled();
  // Who ticks it all the same has been asked.
  fireEvent.click(screen.getByRole('checkbox', { checked: false }));
  fireEvent.click(screen.getByRole('button', { name: 'incoming_do' }));
  await waitFor(() => expect(importStories).toHaveBeenCalledOnce());
});

test('of files that are read at the same time, those that were chosen last are shown', async () => {
  let show: (read: Incoming[]) => void = () => {};
  vi.mocked(readStoryFiles)
    .mockReturnValueOnce(
      new Promise((resolve) => {
        show = resolve;
      }),
    )
    .mockResolvedValueOnce(incoming(2));
  choose('1.json');
  expect(await screen.findByText('incoming_reading')).toBeTruthy();
  choose('2.json');
  expect(await screen.findByText('2.json')).toBeTruthy();
  show(incoming(1));
  await waitFor(() => expect(screen.queryByText('incoming_reading')).toBeNull());
  expect(screen.queryByText('1.json')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'options_cancel' }));
});

test('that something could not be read at all is told', async () => {
  vi.mocked(readPasted).mockRejectedValueOnce(new Error('no words'));
  fireEvent.input(screen.getByLabelText('library_pasteLabel'), { target: { value: '{}' } });
  fireEvent.click(screen.getByText('library_read'));
  expect(await screen.findByText('no words')).toBeTruthy();
  expect(screen.queryByText('incoming_reading')).toBeNull();
});
