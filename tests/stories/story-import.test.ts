// What an import would do: how each file stands to the library, whom it has in common with it, and what is wrong.
import { expect, test } from 'vitest';
import { checkStory } from '../../stories/check-story.ts';
import type { Story } from '../../stories/format.ts';
import type { Decisions } from '../../stories/merge.ts';
import { NO_COMMON_WORDS } from '../../stories/name-checks.ts';
import { writeStoryFile } from '../../stories/story-file.ts';
import {
  type IncomingStory,
  type Meeting,
  type PresentStory,
  planStories,
  type StoryFile,
} from '../../stories/story-import.ts';
import { keptStory } from '../components/stories.ts';

const decisions = { same: [], apart: [] };
const present = (story: Story, rest: Partial<PresentStory> = {}): PresentStory => ({
  story,
  on: true,
  bundled: false,
  ...rest,
});
const fileOf = (story: unknown, name = 'a.json'): StoryFile => ({ name, text: JSON.stringify(story) });
const plan = (files: readonly StoryFile[], there: readonly PresentStory[] = [], said: Decisions = decisions) =>
  planStories(files, there, { decisions: said, common: NO_COMMON_WORDS });
const stories = (...planned: Parameters<typeof plan>) =>
  plan(...planned).filter((one): one is IncomingStory => one.kind === 'story');

const here = keptStory(0);

test.each<[string, unknown, Partial<PresentStory> | null, Partial<IncomingStory>]>([
  ['a story that is not there', here, null, { standing: 'new', replaces: null }],
  ['the same story', here, {}, { standing: 'same' }],
  ['a newer revision', { ...here, revision: 3 }, {}, { standing: 'newer', replaces: 1 }],
  ['another story of the same id', { ...here, asOf: '2026-01-13' }, {}, { standing: 'different', replaces: 1 }],
  ['one of the same id as a bundled one', { ...here, revision: 9 }, { bundled: true }, { standing: 'bundled' }],
])('%s', (_, file, there, expected) => {
  expect(stories([fileOf(file)], there ? [present(here, there)] : [])).toMatchObject([expected]);
});

test('the same story is the same also where the storage has sorted its keys', () => {
  const sorted = JSON.parse(JSON.stringify(here), (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  expect(stories([fileOf(here)], [present(sorted)])).toMatchObject([{ standing: 'same' }]);
});

test('an older revision says so', () => {
  const planned = stories([fileOf(here)], [present({ ...here, revision: 2 })]);
  expect(planned).toMatchObject([{ standing: 'older', replaces: 2, story: { revision: 1 } }]);
});

test('what the reader has shared himself is his story, though it lacks the text', () => {
  const file = { name: 'a.json', text: writeStoryFile(here, { share: true }) };
  expect(stories([file], [present(here)])).toMatchObject([{ standing: 'same' }]);
});

test('nothing takes the id of a bundled story, nor one that is taken beside it', () => {
  const there = [present(here, { bundled: true }), present({ ...here, id: `${here.id}-2` })];
  const planned = stories([fileOf({ ...here, revision: 2 })], there);
  expect(planned[0]?.story.id).toBe(`${here.id}-3`);
  expect(planned[0]?.replaces).toBe(null);
  const long = { ...here, id: 'x'.repeat(64) };
  const [one] = stories([fileOf({ ...long, revision: 2 })], [present(long, { bundled: true })]);
  expect(one?.story.id).toBe(`${'x'.repeat(62)}-2`);
});

test('of two files with one id the second waits', () => {
  const planned = stories([fileOf(here), fileOf({ ...here, revision: 2 }, 'b.json')]);
  expect(planned.map(({ standing }) => standing)).toEqual(['new', 'twice']);
});

test('bad files are named with what is wrong, and never stop good ones', () => {
  const planned = plan([
    { name: 'large.json', text: { wrong: 'is larger than 5 MB', mend: 'Choose another' } },
    { name: 'cut.json', text: '{ "format": ' },
    fileOf({ ...here, title: 7 }, 'title.json'),
    fileOf({ ...here, id: 'constructor' }, 'key.json'),
    fileOf(here, 'good.json'),
    { name: 'empty.json', text: '' },
    { name: 'backup.json', text: '{\n  "dramatis": 2, "sites": {} }' },
  ]);
  expect(planned.map(({ kind, file }) => `${file} ${kind}`)).toEqual([
    'large.json faulty',
    'cut.json faulty',
    'title.json faulty',
    'key.json faulty',
    'good.json story',
    'empty.json faulty',
    'backup.json faulty',
  ]);
  expect(planned.at(-1)).toMatchObject({ faults: [{ wrong: 'is a backup' }] });
  for (const one of planned) if (one.kind === 'faulty') expect(one.faults[0]?.mend).not.toBe('');
});

test('a file of a newer version is read as far as it can be', () => {
  const [one] = stories([fileOf({ ...here, format: 'dramatis-story/4', mood: 'calm' })]);
  expect(one).toMatchObject({ newer: true, standing: 'new' });
  expect(one?.notes.map(({ wrong }) => wrong).join()).toContain('mood');
});

const person = (id: string, name: string, rest = {}) => ({ id, kind: 'person', name: { en: name }, ...rest });
const storyOf = (id: string, ...figures: unknown[]): Story =>
  checkStory({ ...here, id, figures, statements: [], quotations: [], summary: [], events: [] }, 'test');

test('figures that are one with some of the library are told, and those that may be', () => {
  const there = [
    present(storyOf('town', person('ann', 'Ann Orr', { same: ['wikidata:Q1'] }), person('bo', 'Bo Carver'))),
    present(storyOf('hill', person('dee', 'Dee Marsh')), { on: false }),
  ];
  const told = (meetings: readonly Meeting[]) =>
    meetings.map(({ figure, other }) => `${figure.figure.id} ${other.story.id}/${other.figure.id}`);
  const ann = person('a', 'Ann Orr', { same: ['wikidata:Q1'] });
  const [one] = stories([fileOf(storyOf('fair', ann, person('b', 'Bo Carver'), person('d', 'Dee Marsh')))], there);
  // Bo is one too: Ann is in both stories. Dee's story is off.
  expect(told(one!.merged)).toEqual(['a town/ann', 'b town/bo']);
  expect(told(one!.offered)).toEqual([]);
  const alone = stories([fileOf(storyOf('fair', person('b', 'Bo Carver')))], there);
  expect(told(alone[0]!.offered)).toEqual(['b town/bo']);
  const said = { same: [], apart: [['fair/b', 'town/bo'] as const] };
  expect(stories([fileOf(storyOf('fair', person('b', 'Bo Carver')))], there, said)).toMatchObject([{ offered: [] }]);
});

test('a story that is replaced does not meet itself', () => {
  const [one] = stories([fileOf({ ...here, revision: 2 })], [present(here)]);
  expect(one).toMatchObject({ merged: [], offered: [] });
});
