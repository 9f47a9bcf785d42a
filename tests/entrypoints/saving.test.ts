// Merging two figures joins their notes, and loses neither, whatever of it fails.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mergedNotes } from '../../entrypoints/story/saving.ts';
import { askBackground } from '../../extension/messages.ts';
import type { Outcome } from '../../extension/outcome.ts';
import { keptStory } from '../components/stories.ts';

vi.mock('../../extension/messages.ts', () => ({ askBackground: vi.fn() }));

const story = keptStory(0);
const KEPT = 'kept-0/petro';
const GONE = 'kept-0/trump';

/** What is stored, and what of it the background refuses from now on. */
let stored: Map<string, string>;
let refused: string[];

beforeEach(() => {
  stored = new Map([
    [KEPT, 'Met in Paris.'],
    [GONE, 'Wrote to us.'],
  ]);
  refused = [];
  vi.mocked(askBackground).mockImplementation((async (type: string, { figure, text }: Record<string, string>) => {
    const isNote = type === 'note';
    const key = isNote ? `kept-0/${figure}` : 'story';
    const isSaved = !refused.includes(key);
    if (isNote && isSaved) stored.set(key, text ?? '');
    return { ok: true, value: isNote ? isSaved : { fault: isSaved ? null : 'full' } };
  }) as typeof askBackground);
});
afterEach(() => vi.resetAllMocks());

const merging = () => mergedNotes(new Map(stored), 'kept-0', 'petro', 'trump')!;
const texts = () => [stored.get(KEPT), stored.get(GONE)];
const saved = (outcome: Outcome<unknown>) => outcome.ok;

test('both notes are on the figure that the two have become, and parted again with them', async () => {
  const { merge, part } = merging();
  expect(saved(await merge(story, 1))).toBe(true);
  expect(texts()).toEqual(['Met in Paris.\n\nWrote to us.', '']);
  expect(saved(await part(story, 2))).toBe(true);
  expect(texts()).toEqual(['Met in Paris.', 'Wrote to us.']);
});

test.each([[KEPT], ['story']])('where %s is refused, nothing is merged', async (key) => {
  refused = [key];
  const { merge } = merging();
  expect(saved(await merge(story, 1))).toBe(false);
  expect(texts()).toEqual(['Met in Paris.', 'Wrote to us.']);
});

test.each([[GONE], ['story']])('where %s is refused, nothing is parted', async (key) => {
  const { merge, part } = merging();
  await merge(story, 1);
  refused = [key];
  expect(saved(await part(story, 2))).toBe(false);
  expect(texts()).toEqual(['Met in Paris.\n\nWrote to us.', '']);
});

test('notes that are too long for one are not cut: nothing is merged', async () => {
  stored.set(KEPT, 'a'.repeat(1999));
  const { merge } = merging();
  expect(saved(await merge(story, 1))).toBe(false);
  expect(askBackground).not.toHaveBeenCalled();
});

test('a figure without a note leaves the other as it is', () => {
  stored.delete(GONE);
  expect(merging()).toBeNull();
});
