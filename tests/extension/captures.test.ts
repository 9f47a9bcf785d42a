// What is captured is stored before anything opens, and nothing is stored that nobody asked for.
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  capturesIn,
  keepHash,
  keepTab,
  parseKeepHash,
  readCapture,
  removeCapture,
  saveCapture,
} from '../../extension/captures.ts';

const ARTICLE = {
  ...{ title: 'Harbour stays closed', publisher: null, author: null, date: '2026-01-08', language: 'en' },
  ...{ url: 'https://www.example.com/a', paragraphs: ['The harbour stays closed.'], tagged: [], partial: false },
  problem: null,
};
const TAB = { id: 7, index: 2, windowId: 1 };
const executeScript = vi.fn();
const created: string[] = [];

function withTab(result: unknown, { incognito = false } = {}): void {
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ id: 7, incognito } as never);
  executeScript.mockReset().mockResolvedValue([{ frameId: 0, result }]);
}
const stored = () => browser.storage.local.get(null);

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.local.clear();
  created.length = 0;
  Object.assign(browser, { scripting: { executeScript } });
  vi.spyOn(browser.tabs, 'create').mockImplementation((async ({ url }: { url: string }) => {
    // What the page is to show has been written by then.
    created.push(url, ...Object.keys(await stored()));
    return {};
  }) as never);
});

test('an article is stored, then its page opens', async () => {
  withTab({ article: ARTICLE, selection: null });
  expect(await keepTab(TAB, { what: 'article' })).toEqual({ ok: true });
  const [[key, value] = ['', null]] = Object.entries(await stored());
  expect(value).toEqual({ article: ARTICLE, text: null });
  expect(created).toEqual([browser.runtime.getURL(`/keep.html#${key.slice('capture:'.length)}` as never), key]);
});

test.each([
  ['a private window', { article: ARTICLE, selection: null }, { incognito: true }, 'private', false],
  [
    'a page that is none',
    { article: { ...ARTICLE, problem: 'no-article' }, selection: ARTICLE },
    {},
    'no-article',
    true,
  ],
  ['nonsense', { article: 7 }, {}, 'failed', false],
])('nothing is stored of %s', async (_, result, tab, fault, selection) => {
  withTab(result, tab);
  expect(await keepTab(TAB, { what: 'article' })).toEqual({ ok: false, fault, selection });
  expect(await stored()).toEqual({});
  expect(created).toEqual([]);
});

test('what is selected of a private window neither, though the browser has told it', async () => {
  withTab({ article: ARTICLE, selection: ARTICLE }, { incognito: true });
  expect(await keepTab(TAB, { what: 'selection', selectionText: 'closed' })).toMatchObject({ fault: 'private' });
  expect(await stored()).toEqual({});
});

test('a selection: as captured, else as the browser tells it', async () => {
  withTab({ article: ARTICLE, selection: { ...ARTICLE, paragraphs: ['closed'] } });
  await keepTab(TAB, { what: 'selection', selectionText: 'closed' });
  expect(Object.values(await stored())).toMatchObject([{ article: { paragraphs: ['closed'] }, text: null }]);
  await browser.storage.local.clear();
  executeScript.mockRejectedValue(new Error('Cannot access this page'));
  expect(await keepTab(TAB, { what: 'selection', selectionText: 'closed' })).toEqual({ ok: true });
  expect(Object.values(await stored())).toEqual([{ article: null, text: 'closed' }]);
});

test('a storage without room is told, and no page opens', async () => {
  withTab({ article: ARTICLE, selection: null });
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  expect(await keepTab(TAB, { what: 'article' })).toEqual({ ok: false, fault: 'no-room', selection: false });
  expect(created).toEqual([]);
});

test('captures are read back, listed and removed; what is none is none', async () => {
  const saved = await saveCapture({ article: null, text: 'closed' }, 'one');
  expect(saved).toEqual({ ok: true, value: 'one' });
  await browser.storage.local.set({ 'capture:two': { article: { title: 7 }, text: null }, 'capture:three': 'closed' });
  expect(await readCapture('one')).toEqual({ ok: true, value: { article: null, text: 'closed' } });
  expect(await readCapture('two')).toEqual({ ok: true, value: null });
  expect(capturesIn(await stored()).map(({ id }) => id)).toEqual(['one']);
  await removeCapture('one');
  expect(await readCapture('one')).toEqual({ ok: true, value: null });
});

test('the address of the page', () => {
  const question = { fault: 'no-article', tab: 7, frame: 0, what: 'selection', selection: true } as const;
  expect(parseKeepHash(keepHash(question))).toEqual({ question });
  expect(parseKeepHash('#0b6f3c1e-1')).toEqual({ id: '0b6f3c1e-1' });
  for (const hash of ['', '#', '#ask/anything/1/0/article/1', '#a/b', `#${'x'.repeat(65)}`])
    expect(parseKeepHash(hash)).toBeNull();
});
