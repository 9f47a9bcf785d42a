// From stories in the storage to the texts that a page reads, and back again when something is lost on the way.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { compiledByBackground, createTextCache, type TextCache } from '../../extension/compiled.ts';
import { createCompiler, isEditionDue } from '../../extension/compiler.ts';
import { installStories } from '../../extension/library.ts';
import type { GazetteerFigure } from '../../recognition/figures.ts';
import { bucketPart, figurePart, type WrittenNames } from '../../recognition/gazetteer.ts';
import { bucketOf } from '../../recognition/name-buckets.ts';
import { createStoryCompiler } from '../../stories/compiled-texts.ts';
import { fairCompiler, storyOfMayor } from '../stories/fair.ts';

const fair = storyOfMayor('fair', 'Tarnow');

/** The background and a page; the page's questions are counted. */
function begin({ compile = fairCompiler, isPrivate = false } = {}) {
  const compiler = createCompiler(compile, { install: () => installStories([fair], '2031-05-06T12:00:00Z') });
  const asked: string[][] = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (...[message]: unknown[]) => {
    const { type, names } = message as { type: string; names: string[] };
    if (type !== 'texts') return null;
    asked.push(names);
    return compiler.texts(names, isPrivate);
  });
  return { compiler, asked, cache: createTextCache(compiledByBackground) };
}

/** Which figures of stories each figure is. */
const figuresIn = (cache: TextCache) =>
  Object.fromEntries((JSON.parse(cache.get('figures')) as GazetteerFigure[]).map(({ id, members }) => [id, members]));

const stored = () => browser.storage.local.get(null);
const keys = async () => Object.keys(await stored()).sort();

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

test('a page reads common texts without a background, and has it compile a language that nobody needed before', async () => {
  const { compiler, asked, cache } = begin();
  await compiler.update();
  await cache.fetch(['figures', 'press']);
  expect(asked).toEqual([]);
  expect(figuresIn(cache)).toEqual({ 'mayor-of-fair': [{ story: 'fair', figure: 'mayor-of-fair' }] });
  await cache.fetch(['press', 'pl', 'pl_around']);
  expect(asked).toEqual([['pl', 'pl_around']]);
  expect(cache.get('pl')).toContain('tarnowowi');
  // The next page finds it there.
  const next = createTextCache(compiledByBackground);
  await next.fetch(['figures', 'pl']);
  expect(asked).toHaveLength(1);
  expect(next.get('pl')).toBe(cache.get('pl'));
});

test('a story that is written is compiled, one that is off is not, and a page notices', async () => {
  const { compiler, cache } = begin();
  await compiler.update();
  await cache.fetch(['figures', 'pl']);
  expect(await cache.forgetOutdated()).toBe(false);
  await browser.storage.local.set({ 'story:port': storyOfMayor('port', 'Brandt') });
  await compiler.update();
  expect(await cache.forgetOutdated()).toBe(true);
  await cache.fetch(['figures', 'pl']);
  expect(Object.keys(figuresIn(cache))).toEqual(['mayor-of-fair', 'mayor-of-port']);
  expect(cache.get('pl')).toContain('brandtowi');
  await browser.storage.local.set({ stories: { fair: 'off' } });
  await compiler.update();
  await cache.forgetOutdated();
  await cache.fetch(['figures']);
  expect(Object.keys(figuresIn(cache))).toEqual(['mayor-of-port']);
});

test('languages that pages have needed are there again with the next edition', async () => {
  const { compiler, asked, cache } = begin();
  await compiler.update();
  await cache.fetch(['figures', 'pl']);
  await browser.storage.local.set({ 'story:port': storyOfMayor('port', 'Brandt') });
  await compiler.update();
  await createTextCache(compiledByBackground).fetch(['figures', 'pl', 'pl_around']);
  expect(asked).toHaveLength(1);
});

test('the same stories give the same edition; another one leaves nothing behind, and the settings alone', async () => {
  const { compiler } = begin();
  await browser.storage.local.set({ activation: 'chosen' });
  await compiler.update();
  const before = await stored();
  await compiler.update();
  expect(await stored()).toEqual(before);
  await browser.storage.local.set({ 'story:port': storyOfMayor('port', 'Brandt') });
  await compiler.update();
  const editions = new Set((await keys()).flatMap((key) => /^data:([0-9a-f]{16}):/.exec(key)?.[1] ?? []));
  expect([...editions]).toEqual([(await stored())['data:current']]);
  expect((await stored()).activation).toBe('chosen');
});

test('a language that was compiled of an edition before is not left behind', async () => {
  const { compiler } = begin();
  await compiler.update();
  let go = () => {};
  const waiting = new Promise<void>((resolve) => {
    go = resolve;
  });
  const set = browser.storage.local.set.bind(browser.storage.local);
  const written = vi.spyOn(browser.storage.local, 'set').mockImplementation(async (values) => {
    if (Object.keys(values).some((key) => key.endsWith(':pl'))) await waiting;
    return set(values);
  });
  const asked = compiler.texts(['pl'], false);
  // The language is compiled, and about to be written.
  await expect.poll(() => written.mock.calls.length).toBe(1);
  await set({ 'story:port': storyOfMayor('port', 'Brandt') });
  await compiler.update();
  go();
  expect((await asked).texts.pl).toContain('tarnowowi');
  const current = (await stored())['data:current'];
  expect((await keys()).filter((key) => /:pl(?:_around)?$/.test(key) && !key.includes(`${current}`))).toEqual([]);
});

test('the first edition is made when a page asks for it', async () => {
  const { asked, cache } = begin();
  await cache.fetch(['figures', 'en']);
  expect(asked).toEqual([['figures', 'en']]);
  expect(cache.get('figures')).toContain('mayor-of-fair');
  expect(await isEditionDue('1')).toBe(false);
});

test('an edition that another version has made is due to be made again', async () => {
  await begin().compiler.update();
  expect([await isEditionDue('1'), await isEditionDue('2')]).toEqual([false, true]);
});

test('a background that ends in the middle leaves the old edition in force, and the next one begins again', async () => {
  const { compiler, cache } = begin();
  await compiler.update();
  const old = (await stored())['data:current'];
  await browser.storage.local.set({ 'story:port': storyOfMayor('port', 'Brandt') });
  const ending = {
    ...fairCompiler,
    filter: () => {
      throw new Error('ended');
    },
  };
  await expect(begin({ compile: ending }).compiler.update()).rejects.toThrow('ended');
  expect((await stored())['data:current']).toBe(old);
  await cache.fetch(['figures']);
  expect(cache.get('figures')).not.toContain('port');
  expect(await isEditionDue('1')).toBe(true);
  await begin().compiler.update();
  expect(await isEditionDue('1')).toBe(false);
  expect((await stored())['data:current']).not.toBe(old);
});

test('what is no story is left out, also under another id', async () => {
  const { compiler, cache } = begin();
  await browser.storage.local.set({
    'story:broken': { format: 'dramatis-story/1' },
    'story:other': storyOfMayor('port', 'B'),
  });
  await compiler.update();
  await cache.fetch(['figures']);
  expect(Object.keys(figuresIn(cache))).toEqual(['mayor-of-fair']);
});

test.each([
  ['anything else', 'garbage'],
  ['nothing', ''],
  ['a blank', ' '],
  ['another type', 7],
  ['null', null],
  ['a list', ['a']],
  ['a text that was cut off', '11 {"Petr'],
])('where the storage holds %s in place of a text, it is made again', async (_, spoilt) => {
  const { compiler, asked, cache } = begin();
  await compiler.update();
  await createTextCache(compiledByBackground).fetch(['pl']);
  const whole = await stored();
  const edition = whole['data:current'];
  for (const name of ['pl', 'figures', 'story:fair']) {
    await browser.storage.local.set({ [`data:${edition}:${name}`]: spoilt });
    await cache.fetch([name]);
    expect(asked.at(-1)).toEqual([name]);
    expect(await stored()).toEqual(whole);
  }
});

test('a page that has not heard of a change asks for what is gone: the edition stays', async () => {
  const { compiler } = begin();
  await browser.storage.local.set({ 'story:port': storyOfMayor('port', 'Brandt') });
  await compiler.update();
  const before = (await stored())['data:current'];
  await browser.storage.local.remove('story:port');
  await compiler.update();
  const after = await stored();
  expect(after['data:current']).not.toBe(before);
  const written = vi.spyOn(browser.storage.local, 'set');
  const { edition, texts } = await compiler.texts(['story:port', 'figures.7', 'story:fair'], false);
  expect([edition, Object.keys(texts)]).toEqual([after['data:current'], ['story:fair']]);
  expect(written).not.toHaveBeenCalled();
  expect(await stored()).toEqual(after);
});

test('where the storage has lost what an edition has, and the note of it, it is made again', async () => {
  const { compiler } = begin();
  await compiler.update();
  const whole = await stored();
  const edition = whole['data:current'];
  await browser.storage.local.remove([`data:${edition}:story:fair`, `data:${edition}:common`]);
  expect((await compiler.texts(['story:fair'], false)).texts).toHaveProperty('story:fair');
  expect(await stored()).toEqual(whole);
});

test('an emptied storage gets the bundled story back', async () => {
  const { compiler } = begin();
  await compiler.update();
  const before = await keys();
  await browser.storage.local.clear();
  await compiler.update();
  expect(await keys()).toEqual(before);
});

test('a language that a private window reads is compiled and stored nowhere, whose ever the background is', async () => {
  await begin().compiler.update();
  const before = await stored();
  const { asked, cache } = begin({ isPrivate: true });
  await cache.fetch(['figures', 'pl']);
  expect(asked).toEqual([['pl']]);
  expect(cache.get('pl')).toContain('tarnowowi');
  expect(await stored()).toEqual(before);
  // An ordinary window has it stored, though the private one was first.
  const { compiler } = begin();
  await Promise.all([compiler.texts(['pl'], true), compiler.texts(['pl'], false)]);
  expect(await stored()).not.toEqual(before);
});

test('a page that could read nothing notices when there is something', async () => {
  const cache = createTextCache(compiledByBackground);
  await cache.fetch(['figures']);
  expect(cache.get('figures')).toBe('');
  expect(await cache.forgetOutdated()).toBe(false);
  await begin().compiler.update();
  expect(await cache.forgetOutdated()).toBe(true);
  await cache.fetch(['figures']);
  expect(cache.get('figures')).toContain('mayor-of-fair');
});

test('without storage and background there are no texts', async () => {
  const cache = createTextCache(compiledByBackground);
  await cache.fetch(['en', 'figures']);
  expect([cache.get('en'), cache.get('figures'), cache.get('constructor')]).toEqual(['', '', '']);
});

test('a page reads each text once', async () => {
  const { compiler, cache } = begin();
  await compiler.update();
  await cache.fetch(['press', 'given']);
  const get = vi.spyOn(browser.storage.local, 'get');
  await cache.fetch(['press']);
  await cache.fetch(['press', 'months']);
  expect(get).toHaveBeenCalledOnce();
});

test('a story with a frequent word as a name is not compiled, and it is noted why until it is mended', async () => {
  const compile = createStoryCompiler('1', {
    languages: [{ language: 'en', source: ['made up'], frequent: ['the'] }],
    givenNames: [],
    fixed: {},
  });
  const { compiler, cache } = begin({ compile });
  await browser.storage.local.set({ 'story:port': storyOfMayor('port', 'The'), 'story:none': { format: 'nothing' } });
  await compiler.update();
  await cache.fetch(['figures']);
  expect(Object.keys(figuresIn(cache))).toEqual(['mayor-of-fair']);
  expect((await stored())['data:refused']).toEqual({ port: expect.stringContaining('“The”') });
  await browser.storage.local.set({ 'story:port': storyOfMayor('port', 'Brandt') });
  await compiler.update();
  expect((await stored())['data:refused'] ?? null).toBeNull();
});

test('a large library lies in buckets, which a page is given as it asks for them', async () => {
  const figures = Array.from({ length: 200 }, (_, at) => ({
    id: `p-${at}`,
    kind: 'person',
    name: { en: `Ada Port${at}er` },
    names: { full: ['Ada Porter'], given: ['Ada'], surname: [`Port${'abcdefghij'[at % 10]}${'klmnopqrst'[at % 7]}r`] },
  }));
  const { compiler, cache } = begin();
  await browser.storage.local.set({ 'story:large': { ...storyOfMayor('large', 'Tarnow'), figures } });
  await compiler.update();
  await cache.fetch(['figures', 'en', 'en_around']);
  expect(cache.get('figures')).toBe('[]');
  const { buckets } = JSON.parse(cache.get('en')) as WrittenNames;
  const part = bucketPart('en', bucketOf('portakr', buckets?.count ?? 0));
  await cache.fetch([part, figurePart(1)]);
  expect(JSON.parse(cache.get(part)).words.portakr.surname).toContain(1);
  expect(JSON.parse(cache.get(figurePart(1)))[1]).toMatchObject({ id: 'p-0', members: [{ story: 'large' }] });
});

test('a private window keeps a language of a large library while its pages ask for parts of it', async () => {
  await begin().compiler.update();
  const language = vi.fn(fairCompiler.language);
  const { compiler } = begin({ compile: { ...fairCompiler, language } });
  await compiler.texts(['pl'], true);
  await compiler.texts(['pl', 'pl_around'], true);
  expect(language).toHaveBeenCalledOnce();
});
