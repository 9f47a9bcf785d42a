// What the reader says of pairs of figures, as it is kept.
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { decide, type Pair, readDecisions, takeBack } from '../../extension/merging.ts';

beforeEach(() => fakeBrowser.reset());

const stored = async () => (await browser.storage.local.get('merging')).merging;

test('what was said last of a pair holds, whichever of the two comes first', async () => {
  await decide([['fair/ann', 'town/ann']], 'same');
  await decide([['hill/bo', 'town/bo']], 'apart');
  expect(await stored()).toEqual({ same: [['fair/ann', 'town/ann']], apart: [['hill/bo', 'town/bo']] });
  await decide([['town/ann', 'fair/ann']], 'apart');
  expect(await stored()).toEqual({
    same: [],
    apart: [
      ['hill/bo', 'town/bo'],
      ['town/ann', 'fair/ann'],
    ],
  });
  await decide([['fair/ann', 'town/ann']], null);
  expect(await stored()).toEqual({ same: [], apart: [['hill/bo', 'town/bo']] });
});

test('taking a decision back says of its pairs what was said before, and leaves what was decided since', async () => {
  await decide([['fair/ann', 'town/ann']], 'apart');
  const before = readDecisions(await stored());
  const pairs: Pair[] = [
    ['town/ann', 'fair/ann'],
    ['fair/cy', 'town/cy'],
  ];
  await decide(pairs, 'same');
  await decide([['hill/bo', 'town/bo']], 'same');
  expect(await takeBack(pairs, before)).toMatchObject({ ok: true });
  expect(await stored()).toEqual({ same: [['hill/bo', 'town/bo']], apart: [['fair/ann', 'town/ann']] });
});

test('where the last decision is taken back, nothing stays stored', async () => {
  await decide([['fair/ann', 'town/ann']], 'apart');
  await takeBack([['fair/ann', 'town/ann']], { same: [], apart: [] });
  expect(await stored()).toBeUndefined();
});

test('what a newer version has added is kept', async () => {
  await browser.storage.local.set({ merging: { same: [], apart: [], perhaps: [1] } });
  await decide([['fair/ann', 'town/ann']], 'same');
  await takeBack([['fair/ann', 'town/ann']], { same: [], apart: [] });
  expect(await stored()).toEqual({ same: [], apart: [], perhaps: [1] });
});

test.each([
  null,
  7,
  'same',
  [],
  { same: 'x', apart: { 0: ['a/b', 'c/d'] } },
  { same: [['a/b'], ['a/b', 'a/b'], ['a/b', 'c/d', 'e/f'], ['a', 'b'], ['A/b', 'c/d'], [1, 2], null, '__proto__'] },
])('what is no decision says nothing: %j', (value) => {
  expect(readDecisions(value)).toEqual({ same: [], apart: [] });
});
