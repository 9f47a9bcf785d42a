import { expect, test } from 'vitest';
import { defaults, type Migration, migrate, readSettings } from '../../extension/settings.ts';

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

test('what is sound beside garbage is kept', () => {
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
    dwell: 2000,
    muted: ['petro', 'rubio'],
  });
});

test('settings read once are read the same again', () => {
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

test('a fresh storage is marked with the version', () => {
  expect(migrate({})).toEqual({ version: 1 });
});
