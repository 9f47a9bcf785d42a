// Settings out of a storage that may hold anything, and their migration from older versions.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, isMigrationDue, migrateStorage, mute } from '../../extension/changes.ts';
import { correct, readRejected } from '../../extension/corrections.ts';
import { defaults, longestDwell, type Migration, migrate, readSettings } from '../../extension/settings.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

test('an empty storage gives the defaults', () => {
  expect(readSettings({})).toEqual({
    activation: 'news',
    density: { person: 'every', place: 'first', organization: 'first' },
    trigger: 'hover',
    dwell: 250,
    muted: [],
  });
});

test.each([
  null,
  undefined,
  0,
  true,
  '',
  'garbage',
  [],
  {},
  [[[]]],
  { person: 'many', place: null, organization: [] },
  { __proto__: { person: 'none' } },
  Number.NaN,
  { length: 3 },
])('garbage counts as the default: %j', (value) => {
  const stored = { activation: value, density: value, trigger: value, dwell: value === 0 ? '0' : value, muted: value };
  expect(readSettings(stored)).toEqual(defaults);
});

test('valid values beside garbage are kept', () => {
  const stored = {
    activation: 'everywhere',
    density: { person: 'none', place: 'all', extra: 1 },
    trigger: 'key',
    dwell: 99_999,
    muted: ['petro', 7, 'petro', '', 'Not An Id', 'rubio'],
    unknown: 'kept by others',
  };
  expect(readSettings(stored)).toEqual({
    activation: 'everywhere',
    density: { person: 'none', place: 'first', organization: 'first' },
    trigger: 'key',
    dwell: longestDwell,
    muted: ['petro', 'rubio'],
  });
});

test('reading is idempotent', () => {
  expect(readSettings({ ...readSettings({ dwell: 17.4, density: { place: 'none' } }) })).toEqual(
    readSettings({ dwell: 17.4, density: { place: 'none' } }),
  );
});

const renames: Migration = ({ mode, activation }) =>
  mode === undefined ? {} : { activation: activation ?? mode, mode: undefined };
const doubles: Migration = ({ dwell }) => (typeof dwell === 'number' && dwell < 50 ? { dwell: dwell * 10 } : {});

test.each([
  [
    'first version',
    { mode: 'chosen', dwell: 25, other: 1 },
    { activation: 'chosen', mode: undefined, dwell: 250, version: 3 },
  ],
  ['second version', { version: 2, dwell: 25, mode: 'kept' }, { dwell: 250, version: 3 }],
  ['this version', { version: 3, dwell: 25 }, {}],
  ['newer version', { version: 9, dwell: 25, mode: 'x' }, {}],
  ['garbage for a version', { version: 'x', mode: 'chosen' }, { activation: 'chosen', mode: undefined, version: 3 }],
  ['emptied and filled since', { activation: 'news' }, { version: 3 }],
])('migrates a storage of the %s', (_, stored, changes) => {
  expect(migrate(stored, [renames, doubles])).toEqual(changes);
});

test('migrating twice changes nothing more', () => {
  const stored = { mode: 'chosen', dwell: 25 };
  const once = { ...stored, ...migrate(stored, [renames, doubles]) };
  expect(migrate(once, [renames, doubles])).toEqual({});
});

test('an empty storage gets the version', () => {
  expect(migrate({})).toEqual({ version: 1 });
});

const stored = () => browser.storage.local.get(null);

test('fields of a newer version are kept when we write', async () => {
  const later = { figure: 'flores', until: '2027-01-01' };
  await browser.storage.local.set({ density: { person: 'first', group: 'every' }, muted: ['rubio', later] });
  await changeSettings({ density: { person: 'none', place: 'every', organization: 'first' } });
  await mute('petro');
  await mute('rubio', false);
  expect(await stored()).toEqual({
    density: { person: 'none', place: 'every', organization: 'first', group: 'every' },
    muted: [later, 'petro'],
  });
});

test.each([null, 'every', 7, ['every'], undefined])('a density of the wrong type is replaced: %j', async (density) => {
  await browser.storage.local.set({ density });
  await changeSettings({ density: defaults.density });
  expect(await stored()).toEqual({ density: defaults.density });
});

test('a storage is migrated in place, and unknown keys are kept', async () => {
  await browser.storage.local.set({ mode: 'chosen', dwell: 25, unknown: [1], 'site:a.com': 'off' });
  expect(await migrateStorage([renames, doubles])).toEqual({ ok: true, value: undefined });
  expect(await stored()).toEqual({ activation: 'chosen', dwell: 250, unknown: [1], 'site:a.com': 'off', version: 3 });
  const newer = { version: 9, mode: 'x', dwell: 25 };
  await browser.storage.local.clear();
  await browser.storage.local.set(newer);
  await migrateStorage([renames, doubles]);
  expect(await stored()).toEqual(newer);
});

test.each([
  [null, 0, false],
  [null, 2, true],
  [2, 2, true],
  [3, 2, false],
  [9, 2, false],
  ['x', 2, true],
])('whether a migration is due in a storage of version %j, of %i steps: %s', async (version, steps, isDue) => {
  await browser.storage.local.set({ version });
  expect(await isMigrationDue([renames, doubles].slice(0, steps))).toBe(isDue);
});

test.each(['set', 'remove'] as const)(
  'a migration that is interrupted at “%s” runs again the next time',
  async (call) => {
    const old = { mode: 'chosen', activation: 'everywhere' };
    await browser.storage.local.set(old);
    const steps = [renames];
    vi.spyOn(browser.storage.local, call).mockRejectedValueOnce(new Error('ended'));
    await migrateStorage([...steps, doubles]);
    expect((await stored()).version).not.toBe(3);
    expect(await isMigrationDue([...steps, doubles])).toBe(true);
    await migrateStorage([...steps, doubles]);
    expect(await stored()).toEqual({ activation: 'everywhere', version: 3 });
  },
);

test.each(['made-7/mayor', 'mayor', '-a/-b'])(
  '%s is muted and corrected, and found in the storage again',
  async (figure) => {
    const page = 'https://www.example.com/call';
    expect(await mute(figure)).toMatchObject({ ok: true });
    expect(await correct({ place: page, figure, text: 'Flores' })).toMatchObject({ ok: true });
    const stored = await browser.storage.local.get(null);
    expect(readSettings(stored).muted).toEqual([figure]);
    expect(readRejected(stored, page)).toEqual([{ figure, text: 'Flores' }]);
  },
);

test.each(['a/b/c', '/mayor', 'made-7/', 'A/b', `${'a'.repeat(65)}/b`, 'a b'])('%s is no figure', async (figure) => {
  expect(await correct({ place: 'example.com', figure, text: 'Flores' })).toMatchObject({ ok: false });
  await mute(figure);
  expect(readSettings(await browser.storage.local.get(null)).muted).toEqual([]);
});
