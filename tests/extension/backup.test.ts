// A backup as a file: written, read with its faults, planned, and restored by merging or replacing.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as backups from '../../extension/backup.ts';
import { backUp } from '../../extension/backup.ts';
import { type Change, inverse, planImport, planReset } from '../../extension/restoring.ts';
import type { Stored } from '../../extension/stored.ts';
import { storyOrNull } from '../../stories/check-story.ts';
import { keptStory } from '../components/stories.ts';

const readBackup = (text: string) => backups.readBackup(text, storyOrNull);

const flores = { figure: 'flores', text: 'Flores' };
const stored: Stored = {
  activation: 'everywhere',
  muted: ['rubio'],
  'site:example.com': 'off',
  'site:example.org': 'on',
  'correction:example.com': [flores],
  'story:bundled': keptStory(0, { id: 'bundled' }),
  'kept:bundled': { added: '2026-01-01', from: 'bundled', looked: true, off: ['example.com'] },
  'story:kept-1': keptStory(1),
  'kept:kept-1': { added: '2026-01-12', from: 'article', looked: true, off: ['https://example.org/a'] },
  stories: { bundled: 'off', 'kept-1': 'on' },
  merging: { same: [['bundled/petro', 'kept-1/petro']], apart: [['bundled/trump', 'kept-1/trump']] },
  version: 1,
  'from the future': { kept: true },
};
/** The part of it that is no backup's business. */
const bundled = { 'story:bundled': stored['story:bundled'], 'kept:bundled': stored['kept:bundled'] };
/** What came into the stories since they were read. */
const came1 = { at: '2026-02-01T08:00:00Z', sources: ['b'], statements: ['s7', 's8'] };
const came2 = { at: '2026-02-20T08:00:00Z', sources: [], statements: ['s9'] };
const { 'story:kept-1': kept, 'kept:kept-1': came, merging } = stored;

const done = (before: Stored, changes: Change[]): Stored => {
  const after = new Map(Object.entries(before));
  for (const { key, after: value } of changes) value === undefined ? after.delete(key) : after.set(key, value);
  return Object.fromEntries(after);
};
const sound = (text: string) => {
  const { backup, faults } = readBackup(text);
  expect(faults).toEqual([]);
  if (!backup) throw new Error('refused');
  return backup;
};

test('a backup of 0.1.0 brings back all that it holds', () => {
  const { backup, faults } = readBackup(readFileSync('tests/e2e/upgrade/backup-0.1.0.json', 'utf8'));
  const before = JSON.parse(readFileSync('tests/e2e/upgrade/storage-0.1.0.json', 'utf8')) as Stored;
  const { version, 'data:41f83446:languages': _, ...decided } = before;
  expect(faults).toEqual([]);
  expect(backup && done({}, planImport({}, backup, 'replace'))).toEqual({ ...decided, activation: 'news' });
});

test('a backup is read without faults and restores everything', () => {
  const backup = sound(JSON.stringify(backUp(stored)));
  expect(backup).toEqual(backUp(stored));
  expect(backUp(done({}, planImport({}, backup, 'replace')))).toEqual(backUp(stored));
  expect(planImport(done({}, planImport({}, backup, 'merge')), backup, 'merge')).toEqual([]);
});

test('a file with as many corrections of one place as it may hold is planned in reasonable time', () => {
  const corrections = Array.from({ length: 49_000 }, (_, at) => ({ ...flores, place: 'example.com', text: `F${at}` }));
  const backup = sound(JSON.stringify({ dramatis: 1, corrections }));
  const [change] = planImport({ 'correction:example.com': [flores] }, backup, 'merge');
  expect(change?.after).toEqual(corrections.slice(-200).map(({ figure, text }) => ({ figure, text })));
});

test('merging adds, replacing leaves only what the file holds; unknown keys are kept either way', () => {
  const backup = sound(
    JSON.stringify({
      dramatis: 1,
      settings: { muted: ['petro'], trigger: 'key' },
      sites: { 'example.com': 'on', 'example.net': 'off' },
      corrections: [{ place: 'example.com', figure: 'flores', text: 'C. Flores' }],
    }),
  );
  expect(done(stored, planImport(stored, backup, 'merge'))).toEqual({
    ...stored,
    muted: ['rubio', 'petro'],
    trigger: 'key',
    'site:example.com': 'on',
    'site:example.net': 'off',
    'correction:example.com': [flores, { figure: 'flores', text: 'C. Flores' }],
  });
  const { off: _, ...usedEverywhere } = stored['kept:bundled'] as { off: unknown };
  expect(done(stored, planImport(stored, backup, 'replace'))).toEqual({
    ...bundled,
    'kept:bundled': usedEverywhere,
    version: 1,
    'from the future': { kept: true },
    muted: ['petro'],
    trigger: 'key',
    'site:example.com': 'on',
    'site:example.net': 'off',
    'correction:example.com': [{ figure: 'flores', text: 'C. Flores' }],
  });
});

test('restoring leaves a story out wherever it was left out, here or in the backup', () => {
  const backup = sound(
    JSON.stringify({ ...backUp(stored), leftOut: { bundled: ['b.example'], 'kept-1': ['k.example'] } }),
  );
  const off = (after: Stored, id: string) => (after[`kept:${id}`] as { off?: unknown }).off;
  const merged = done(stored, planImport(stored, backup, 'merge'));
  expect(off(merged, 'bundled')).toEqual(['example.com', 'b.example']);
  expect(off(merged, 'kept-1')).toEqual(['https://example.org/a', 'k.example']);
  const replaced = done(stored, planImport(stored, backup, 'replace'));
  expect(replaced['kept:bundled']).toMatchObject({ from: 'bundled', off: ['b.example'] });
  expect(off(replaced, 'kept-1')).toEqual(['k.example']);
});

const withKept = (id: string, more: object): Stored => ({
  ...stored,
  [`kept:${id}`]: { ...(stored[`kept:${id}`] as object), ...more },
});
/** What is stored of how a story was read. */
const readingOf = (after: Stored, id: string) => {
  const { read, came } = after[`kept:${id}`] as { read?: unknown; came?: unknown };
  return { read, came };
};

test('a backup brings back when a story was read and what came since, also of one that comes with Dramatis', () => {
  const read = { read: '2026-01-20T08:00:00Z', came: [came1, came2] };
  const before = { ...withKept('kept-1', read), 'kept:bundled': withKept('bundled', read)['kept:bundled'] };
  const backup = sound(JSON.stringify(backUp(before)));
  for (const how of ['merge', 'replace'] as const) {
    const fresh = done(bundled, planImport(bundled, backup, how));
    expect([readingOf(fresh, 'kept-1'), readingOf(fresh, 'bundled')]).toEqual([read, read]);
  }
  expect(planImport(before, backup, 'replace').filter(({ key }) => key.startsWith('kept:'))).toEqual([]);
});

test('of two readings the last one counts, and what came since, wherever it is known', () => {
  const here = withKept('kept-1', { read: '2026-02-10T08:00:00Z', came: [came2] });
  const other = withKept('kept-1', { read: '2026-01-20T08:00:00Z', came: [came1] });
  const latest = { read: '2026-02-10T08:00:00Z', came: [came2] };
  const [ofHere, ofOther] = [here, other].map((one) => sound(JSON.stringify(backUp(one))));
  expect(readingOf(done(here, planImport(here, ofOther!, 'merge')), 'kept-1')).toEqual(latest);
  expect(readingOf(done(other, planImport(other, ofHere!, 'merge')), 'kept-1')).toEqual(latest);
  expect(readingOf(done(here, planImport(here, ofOther!, 'replace')), 'kept-1')).toEqual({
    ...{ read: '2026-01-20T08:00:00Z', came: [came1] },
  });
});

test('a backup that says nothing of readings takes none away from a story that stays', () => {
  const read = { read: '2026-01-20T08:00:00Z', came: [came1] };
  const before = withKept('bundled', read);
  const { readings: _, ...older } = backUp(stored);
  const backup = sound(JSON.stringify(older));
  for (const how of ['merge', 'replace'] as const)
    expect(readingOf(done(before, planImport(before, backup, how)), 'bundled')).toEqual(read);
});

test('readings that are none, and those of stories that are not here, are left out', () => {
  const readings = { gone: { read: '2026-01-20', unread: [] }, 'kept-1': { read: 7, unread: [] }, bundled: [] };
  const { backup, faults } = readBackup(JSON.stringify({ dramatis: 2, readings }));
  expect(faults).toMatchObject([{ at: 'readings.kept-1' }, { at: 'readings.bundled' }]);
  expect(planImport(stored, backup!, 'merge')).toEqual([]);
});

test('every plan can be undone', () => {
  const backup = sound(JSON.stringify({ dramatis: 1, settings: { dwell: 100 }, sites: { 'a.com': 'off' } }));
  for (const plan of [planImport(stored, backup, 'merge'), planImport(stored, backup, 'replace'), planReset(stored)]) {
    expect(plan).not.toEqual([]);
    expect(done(done(stored, plan), inverse(plan))).toEqual(stored);
  }
});

test('a reset takes what was decided, and leaves stories, notes and what waits to be kept', () => {
  const own = { 'note:kept-1/petro': 'A note', 'capture:a': { article: null, text: 'A text' }, 'review:a': {} };
  const left = done({ ...stored, ...own }, planReset({ ...stored, ...own }));
  expect(left).toEqual({
    ...{ ...own, 'story:bundled': stored['story:bundled'], 'story:kept-1': kept },
    'kept:bundled': { added: '2026-01-01', from: 'bundled', looked: true },
    'kept:kept-1': { added: '2026-01-12', from: 'article', looked: true },
    ...{ version: 1, 'from the future': { kept: true } },
  });
});

test.each([
  ['', 'not-json'],
  ['{"dramatis": 1', 'not-json'],
  ['[]', 'not-ours'],
  ['null', 'not-ours'],
  ['{"dramatis": "1"}', 'not-ours'],
  [`"${'x'.repeat(100_000_001)}"`, 'too-large'],
  ['['.repeat(100_000), 'not-json'],
])('a file that is not ours is refused as a whole', (text, kind) => {
  expect(readBackup(text)).toMatchObject({ backup: null, faults: [{ kind }] });
});

test('too many entries are refused', () => {
  const sites = Object.fromEntries(Array.from({ length: 50_001 }, (_, index) => [`s${index}.com`, 'on']));
  expect(readBackup(JSON.stringify({ dramatis: 1, sites })).faults).toEqual([{ kind: 'too-many' }]);
});

test.each([
  ['stories that are left out somewhere', 50_001, 1],
  ['places at which they are', 5, 10_001],
])('too many %s are refused', (_, stories, places) => {
  const off = Array.from({ length: places }, (_, at) => `p${at}.com`);
  const leftOut = Object.fromEntries(Array.from({ length: stories }, (_, at) => [`s-${at}`, off]));
  expect(readBackup(JSON.stringify({ dramatis: 2, leftOut })).faults).toEqual([{ kind: 'too-many' }]);
});

test('each faulty entry is named and left out, and the rest is kept', () => {
  const { backup, faults } = readBackup(
    `{"dramatis": 1, "settings": {"activation": "always", "dwell": 100, "density": {"person": "every"}, "colour": "red", "__proto__": {"x": 1}},
      "sites": {"example.com": "off", "not a host": "on", "example.org": "maybe", "__proto__": "on"},
      "leftOut": {"one": ["example.com"], "two": ["no place"], "No": []},
      "corrections": [{"place": "example.com", "figure": "flores", "text": "Flores", "extra": 1}, {"place": "", "figure": "flores"}, null]}`,
  );
  expect(backup).toEqual({
    dramatis: 2,
    settings: { dwell: 100 },
    sites: { 'example.com': 'off' },
    corrections: [{ place: 'example.com', ...flores }],
    stories: [],
    switches: {},
    leftOut: { one: ['example.com'] },
    readings: {},
    merging: { same: [], apart: [] },
    notes: {},
  });
  expect(faults.map((fault) => fault.kind === 'entry' && fault.at)).toEqual([
    'settings.activation',
    'settings.density',
    'settings.colour',
    'settings.__proto__',
    'sites.not a host',
    'sites.example.org',
    'sites.__proto__',
    'corrections.1',
    'corrections.2',
    'leftOut.two',
    'leftOut.No',
  ]);
});

test.each(['settings', 'sites', 'corrections', 'stories', 'switches', 'readings', 'merging', 'notes'])(
  'a part of the wrong type is named: %s',
  (part) => {
    const { backup, faults } = readBackup(JSON.stringify({ dramatis: 1, [part]: 'x' }));
    expect(backup).not.toBe(null);
    expect(faults).toMatchObject([{ kind: 'entry', at: part }]);
  },
);

test('for any file, nothing throws, no prototype changes, and only keys of ours are written', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.constantFrom('settings', 'sites', 'corrections', 'stories', 'switches', 'readings', 'merging'),
      (json, part) => {
        const { backup } = readBackup(`{"dramatis": 1, "${part}": ${json}}`);
        const plan = backup ? planImport(stored, backup, 'merge') : [];
        expect(({} as Record<string, unknown>).x).toBe(undefined);
        for (const { key } of plan)
          expect(key).toMatch(
            /^(activation|density|trigger|dwell|muted|stories|merging|(?:site|correction|story|kept):.+)$/,
          );
      },
    ),
  );
});

test('stories come back with their texts, how they came, whether they are on, and who is who', () => {
  const backup = sound(JSON.stringify(backUp(stored)));
  expect(backup.stories.map(({ story }) => story.id)).toEqual(['kept-1']);
  // Elsewhere the bundled story is there already.
  const fresh = { ...bundled, stories: { other: 'off' } };
  const restored = done(fresh, planImport(fresh, backup, 'merge'));
  expect(restored).toMatchObject({ 'story:kept-1': kept, 'kept:kept-1': came, merging });
  expect(restored.stories).toEqual({ other: 'off', bundled: 'off', 'kept-1': 'on' });
  expect(JSON.stringify(restored)).toContain('good coffee & few speeches');
});

test('a backup replaces no story that came with Dramatis, nor says that one has come so', () => {
  const intruder = {
    story: keptStory(2, { id: 'bundled' }),
    kept: { added: '2026-01-01', from: 'bundled', looked: true },
  };
  const other = { ...intruder, story: keptStory(2, { id: 'other' }) };
  const backup = sound(JSON.stringify({ dramatis: 2, stories: [intruder, other] }));
  const restored = done(stored, planImport(stored, backup, 'replace'));
  expect(restored['story:bundled']).toEqual(stored['story:bundled']);
  expect(restored).toMatchObject({ 'kept:other': { from: 'file' } });
  expect(restored).not.toHaveProperty('story:kept-1');
});

test('what is no story is named and left out, and the stories beside it are kept', () => {
  const { backup, faults } = readBackup(
    JSON.stringify({ dramatis: 2, stories: [{ story: keptStory(1) }, { story: { id: 'broken' } }, 7] }),
  );
  expect(backup?.stories).toHaveLength(1);
  expect(faults).toMatchObject([{ at: 'stories.broken' }, { at: 'stories.2' }]);
});

test('a backup of a newer version is read as far as it can be, and says so', () => {
  const { backup, faults } = readBackup(
    '{"dramatis": 3, "sites": {"example.com": "off"}, "notebooks": [1], "settings": {"tempo": 9}}',
  );
  expect(backup?.sites).toEqual({ 'example.com': 'off' });
  expect(faults).toMatchObject([{ kind: 'newer' }, { kind: 'entry', at: 'settings.tempo' }]);
});

test('what the first version has exported is read', () => {
  expect(sound('{"dramatis": 1, "settings": {"dwell": 100}, "sites": {}, "corrections": []}').settings).toEqual({
    dwell: 100,
  });
});
