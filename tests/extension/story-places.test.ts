// Where stories are left out: what is stored of it, and the index by which pages know it.
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { leftOutIn } from '../../extension/library.ts';
import { followLeftOut, indexLeftOut, LEFT_OUT, leaveOut, leftOutAt } from '../../extension/story-places.ts';

const KEPT = { added: '2026-01-12', from: 'article', looked: true };
/** The fake storage tells of a removed key with null where browsers have none. */
const stored = async () =>
  Object.fromEntries(Object.entries(await browser.storage.local.get(null)).filter(([, value]) => value !== null));
const indexNow = async () => (await stored())[LEFT_OUT];

beforeEach(() => fakeBrowser.reset());

test('a story is left out at a place and taken in again; what else is known of it stays', async () => {
  await browser.storage.local.set({ 'kept:one': KEPT });
  await leaveOut('one', 'example.com');
  await leaveOut('one', 'https://example.org/a');
  await leaveOut('one', 'example.com');
  expect(await stored()).toEqual({ 'kept:one': { ...KEPT, off: ['https://example.org/a', 'example.com'] } });
  await leaveOut('one', 'example.com', false);
  await leaveOut('one', 'https://example.org/a', false);
  expect(await stored()).toEqual({ 'kept:one': KEPT });
});

test('of a story of which nothing is known, nothing stays', async () => {
  await leaveOut('tool', 'example.com');
  expect(await stored()).toEqual({ 'kept:tool': { off: ['example.com'] } });
  await leaveOut('tool', 'example.com', false);
  expect(await stored()).toEqual({});
});

test('what is no place is left out nowhere', () => {
  expect(leftOutIn({ off: ['example.com', 'example.com', 7, '__proto__', 'a b', null] })).toEqual(['example.com']);
  expect(leftOutIn({ off: 'example.com' })).toEqual([]);
  expect(leftOutIn(undefined)).toEqual([]);
});

test('the index follows what changes, story by story', async () => {
  await followLeftOut({
    'kept:one': { newValue: { ...KEPT, off: ['example.com', 'example.org'] } },
    'kept:two': { newValue: { off: ['example.com'] } },
    'story:two': { newValue: {} },
  });
  expect(await indexNow()).toEqual({ 'example.com': ['one', 'two'], 'example.org': ['one'] });
  await followLeftOut({ 'kept:one': { oldValue: { off: ['example.com', 'example.org'] }, newValue: KEPT } });
  expect(await indexNow()).toEqual({ 'example.com': ['two'] });
  await followLeftOut({ 'kept:two': { oldValue: { off: ['example.com'] } } });
  expect(await indexNow()).toBeUndefined();
});

test('it is made anew from what is stored', async () => {
  await browser.storage.local.set({ 'kept:one': { off: ['example.com'] }, [LEFT_OUT]: { 'gone.example': ['two'] } });
  await indexLeftOut();
  expect(await indexNow()).toEqual({ 'example.com': ['one'] });
});

test('a page is at itself, its host and the domains above', () => {
  const index = {
    'https://www.example.com/a': ['page'],
    'example.com': ['site'],
    'www.example.com': ['host'],
    'other.example.com': ['other'],
    com: ['never'],
  };
  expect(leftOutAt({ [LEFT_OUT]: index }, 'https://www.example.com/a?b#c')).toEqual(['page', 'host', 'site']);
  expect(leftOutAt({ [LEFT_OUT]: index }, 'https://example.com/')).toEqual(['site']);
  expect(leftOutAt({ [LEFT_OUT]: index, stories: { off: 'off', on: 'on' } }, 'https://example.com/')).toEqual([
    'off',
    'site',
  ]);
  expect(leftOutAt({ stories: 'spoilt' }, 'https://example.com/')).toEqual([]);
  expect(leftOutAt({ [LEFT_OUT]: 'spoilt' }, 'https://example.com/')).toEqual([]);
  expect(leftOutAt({ [LEFT_OUT]: { 'example.com': 7 } }, 'https://example.com/')).toEqual([]);
});
