import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTextCache, installTexts, readTexts, serveTexts } from '../../extension/dataset.ts';

const all = { press: '{}', de: '{"Petro":1}', de_around: '' };

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

/** A background that answers with `all`. @returns which names it was asked for */
function background(): string[] {
  const asked: string[] = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...[message]: unknown[]) => {
    const { type, names } = message as { type: string; names: string[] };
    if (type !== 'texts') return null;
    asked.push(...names);
    return serveTexts('1', all, names);
  });
  return asked;
}

test('installed texts are read without a background', async () => {
  await installTexts('1', all);
  expect(await readTexts('1', ['de', 'de_around'])).toEqual({ de: all.de, de_around: '' });
});

test('another edition replaces the one before, and leaves the reader’s settings', async () => {
  await browser.storage.local.set({ activation: 'chosen', 'data:0:press': 'old' });
  await installTexts('1', all);
  const keys = Object.keys(await browser.storage.local.get(null)).sort();
  expect(keys).toEqual(['activation', 'data:1:de', 'data:1:de_around', 'data:1:press']);
});

test('a text that the storage has lost comes from the background, which installs all of them again', async () => {
  const asked = background();
  expect(await readTexts('1', ['press', 'de'])).toEqual({ press: all.press, de: all.de });
  expect(asked).toEqual(['press', 'de']);
  await expect.poll(async () => Object.keys(await browser.storage.local.get(null)).length).toBe(3);
  expect(await readTexts('1', ['press'])).toEqual({ press: all.press });
  expect(asked).toEqual(['press', 'de']);
});

test('a text of the wrong type is fetched from the background, an unknown name is left out', async () => {
  background();
  await browser.storage.local.set({ 'data:1:de': 7 });
  expect(await readTexts('1', ['de', 'constructor'])).toEqual({ de: all.de });
});

test.each([
  ['anything else', 'garbage'],
  ['nothing', ''],
  ['a blank', ' '],
  ['no length', ' {"Petro":1}'],
  ['a text that was cut off', '11 {"Petr'],
])('a text that holds %s is fetched from the background, and installed again', async (_, text) => {
  const asked = background();
  await installTexts('1', all);
  await browser.storage.local.set({ 'data:1:de': text });
  expect(await readTexts('1', ['de'])).toEqual({ de: all.de });
  expect(asked).toEqual(['de']);
  await expect.poll(async () => (await browser.storage.local.get('data:1:de'))['data:1:de']).toBe(`11 ${all.de}`);
});

test('without storage and background there are no texts', async () => {
  expect(await readTexts('1', ['de'])).toEqual({});
});

test('a cache reads each text once, and has an empty one for what does not exist', async () => {
  await installTexts('1', all);
  const get = vi.spyOn(browser.storage.local, 'get');
  const cache = createTextCache('1');
  expect(cache.get('press')).toBe('');
  await cache.fetch(['press', 'de_around']);
  await cache.fetch(['press']);
  await cache.fetch(['press', 'de']);
  expect(get.mock.calls).toEqual([[['data:1:press', 'data:1:de_around']], [['data:1:de']]]);
  expect([cache.get('press'), cache.get('de'), cache.get('constructor')]).toEqual([all.press, all.de, '']);
});
