// What holds for every story file, however spoilt: it is read, or refused with faults that can be shown; and what was
// read is written and read again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadStoryFile } from '../../scripts/dataset/load.ts';
import { isInert } from '../../stories/bounds.ts';
import { checkStory } from '../../stories/check-story.ts';
import { Faults } from '../../stories/faults.ts';
import type { Story } from '../../stories/format.ts';
import { readStoryFile, writeStoryFile } from '../../stories/story-file.ts';
import { mutatedJson } from '../fuzz/json.ts';
import { patient, runs } from '../fuzz/runs.ts';
import { mutated } from '../fuzz/texts.ts';
import { common, EXAMPLE } from './example.ts';

const example: unknown = JSON.parse(EXAMPLE);
const strike: unknown = loadStoryFile('.', 'tests/stories/harbour-strike');

/** A story that was read, or null where it was refused as it must be. */
function readOrRefused(read: () => Story): Story | null {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(Faults);
    const { faults, message } = error as Faults;
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(50);
    expect(isInert(message)).toBe(true);
    for (const { wrong, mend, record } of faults) expect([wrong, mend, record].every((part) => part !== '')).toBe(true);
    return null;
  } finally {
    expect(Object.keys(Object.prototype)).toEqual([]);
  }
}

/** What holds for every story that was read. */
function expectSound(story: Story): void {
  expect(checkStory(story, 'fair.json', common)).toEqual(story);
  expect(readStoryFile(writeStoryFile(story, { share: false }), 'fair.json', common).story).toEqual(story);
  const shared = readStoryFile(writeStoryFile(story, { share: true }), 'fair.json', common).story;
  expect(shared.sources.map(({ text }) => text)).toEqual(story.sources.map(() => null));
  expect(shared.figures.map(({ id, names }) => [id, names.surname, names.aliases])).toEqual(
    story.figures.map(({ id, names }) => [id, names.surname, names.aliases]),
  );
  expect(writeStoryFile(shared, { share: true })).toBe(writeStoryFile(story, { share: true }));
  const ids = new Set(story.figures.map(({ id }) => id));
  for (const { figures, by } of story.statements)
    expect([...figures, by ?? figures[0]].every((id) => !id || ids.has(id))).toBe(true);
  for (const { url } of story.sources) if (url !== null) expect(url).toMatch(/^https?:\/\//i);
}

test('a file with anything replaced is read or refused', patient, () => {
  const values = fc.oneof(mutatedJson(example, 4), mutatedJson(strike, 4));
  fc.assert(
    fc.property(values, (value) => {
      const story = readOrRefused(() => checkStory(value, 'fair.json', common));
      if (story) expectSound(story);
    }),
    runs(200),
  );
});

test('a file of a newer version is read or refused', patient, () => {
  fc.assert(
    fc.property(mutatedJson(example, 6), (value) => {
      const newer = typeof value === 'object' && value !== null ? { ...value, format: 'dramatis-story/2' } : value;
      const story = readOrRefused(() => readStoryFile(JSON.stringify(newer), 'fair.json', common).story);
      if (story) expectSound(story);
    }),
    runs(200),
  );
});

test('any text is read or refused', patient, () => {
  const texts = fc.oneof(mutated(fc.constant(EXAMPLE)), fc.string({ unit: 'binary' }), fc.json());
  fc.assert(
    fc.property(texts, fc.string({ unit: 'binary' }), (text, file) => {
      const story = readOrRefused(() => readStoryFile(text, file, common).story);
      if (story) expectSound(story);
    }),
    runs(200),
  );
});

test('any value is read or refused', patient, () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (value) => {
      readOrRefused(() => checkStory(value, 'fair.json', common));
      const story = { ...(example as object), figures: value, languages: value };
      readOrRefused(() => checkStory(story, 'fair.json', common));
    }),
    runs(150),
  );
});

test('names and texts of any characters are read as they are, or refused', patient, () => {
  const text = mutated(fc.constantFrom('Ilse Marrow', 'Marrow', 'The light', 'Маяк', '灯塔'));
  fc.assert(
    fc.property(text, text, (name, title) => {
      const story = { ...(example as Story), title: { en: title } };
      story.figures = story.figures.map((figure) => ({ ...figure, names: { ...figure.names, full: [name] } }));
      const read = readOrRefused(() => readStoryFile(JSON.stringify(story), 'fair.json', common).story);
      if (!read) return;
      expect([read.title.en, read.figures[0]?.names.full]).toEqual([title, [name]]);
      expectSound(read);
    }),
    runs(150),
  );
});
