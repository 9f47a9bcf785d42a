// What the extension takes from a tab, and what it refuses.
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { captureTab } from '../../extension/capture.ts';
import { CAPTURE_STOP } from '../../extension/page-world.ts';

const ARTICLE = {
  title: 'Harbour stays closed',
  publisher: null,
  author: null,
  date: '2026-01-08',
  language: 'en',
  url: 'https://www.example.com/a',
  paragraphs: ['The harbour stays closed.'],
  tagged: [],
  partial: false,
  problem: null,
};

const executeScript = vi.fn();

/** A tab, and what the capture script returns there. */
function withTab(result: unknown, { incognito = false } = {}): void {
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ id: 7, incognito } as never);
  executeScript.mockReset().mockResolvedValue([{ frameId: 0, result }]);
}

beforeEach(() => {
  vi.restoreAllMocks();
  Object.assign(browser, { scripting: { executeScript } });
});

test('the article and the selection of a tab', async () => {
  withTab({ article: ARTICLE, selection: { ...ARTICLE, paragraphs: ['closed'] } });
  const captured = await captureTab(7);
  expect(captured).toMatchObject({ ok: true, article: ARTICLE, selection: { paragraphs: ['closed'] } });
  expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 7, frameIds: [0] }, files: ['/capture.js'] });
});

test('a selection in a frame', async () => {
  withTab({ article: ARTICLE, selection: null });
  await captureTab(7, { frame: 3 });
  expect(executeScript.mock.calls[0]?.[0].target).toEqual({ tabId: 7, frameIds: [3] });
});

test('nothing from a private window, unless the reader agreed', async () => {
  withTab({ article: ARTICLE, selection: null }, { incognito: true });
  expect(await captureTab(7)).toEqual({ ok: false, fault: 'private' });
  expect(executeScript).not.toHaveBeenCalled();
  expect(await captureTab(7, { isPrivateAllowed: true })).toMatchObject({ ok: true });
});

test('a page that the browser keeps for itself', async () => {
  withTab(null);
  executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
  expect(await captureTab(7)).toEqual({ ok: false, fault: 'refused' });
});

test.each([
  ['nothing', null],
  ['no article', { article: null }],
  ['paragraphs that are no texts', { article: { ...ARTICLE, paragraphs: [{}] } }],
  ['a title that is no text', { article: { ...ARTICLE, title: {} } }],
  ['more text than capture keeps', { article: { ...ARTICLE, paragraphs: ['x'.repeat(6_000_000)] } }],
])('%s is a fault', async (_, result) => {
  withTab(result);
  expect(await captureTab(7)).toEqual({ ok: false, fault: 'failed' });
});

test('a selection that is no article is none', async () => {
  withTab({ article: ARTICLE, selection: 'closed' });
  expect(await captureTab(7)).toMatchObject({ ok: true, selection: null });
});

test('a stop is obeyed at once, and told to the script in the page', async () => {
  withTab(null);
  executeScript.mockReturnValueOnce(new Promise(() => {})).mockResolvedValue([]);
  const stop = new AbortController();
  const captured = captureTab(7, { signal: stop.signal });
  await vi.waitFor(() => expect(executeScript).toHaveBeenCalledOnce());
  const script = new AbortController();
  Object.assign(globalThis, { [Symbol.for(CAPTURE_STOP)]: script });
  stop.abort();
  expect(await captured).toEqual({ ok: false, fault: 'stopped' });
  const { target, func, args } = executeScript.mock.calls[1]?.[0] ?? {};
  expect(target).toEqual({ tabId: 7, frameIds: [0] });
  func(...args);
  expect(script.signal.aborted).toBe(true);
});
