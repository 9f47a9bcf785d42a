// The background after an installation or an update: what it does at once does not wait until stories are compiled,
// which may take a minute, fail, or be cut off by the background's end.
import { bundledStories } from 'virtual:stories';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background/index.ts';
import { installStories } from '../../extension/library.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ manifest_version: 3, name: 'Dramatis', version: '9' });
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
  vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([] as never);
  // The fake browser has none of these.
  for (const event of [browser.commands.onCommand, browser.contextMenus.onClicked])
    vi.spyOn(event, 'addListener').mockImplementation(() => {});
  vi.spyOn(browser.contextMenus, 'create').mockReturnValue('');
  vi.spyOn(browser.contextMenus, 'update').mockResolvedValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

const stored = () => browser.storage.local.get(null);

test('updated: open pages get their gate, and the index is made, while stories are being compiled', async () => {
  await browser.storage.local.set({ 'kept:one': { off: ['example.com'] } });
  const set = browser.storage.local.set.bind(browser.storage.local);
  // It has begun, and does not come to an end.
  vi.spyOn(browser.storage.local, 'set').mockImplementation((values) =>
    'data:begun' in values ? new Promise(() => {}) : set(values),
  );
  background.main();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '8' });
  expect(browser.scripting.executeScript).toHaveBeenCalledWith(expect.objectContaining({ files: ['/gate.js'] }));
  expect(await stored()).toMatchObject({ version: 1, 'stories-off': { 'example.com': ['one'] } });
});

test('installed: the welcome page is opened though compiling fails', async () => {
  await installStories(bundledStories(), '2026-02-03T12:00:00Z');
  vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new Error('no digest'));
  const created = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  background.main();
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
  expect(created).toHaveBeenCalledWith(expect.objectContaining({ url: expect.stringContaining('welcome.html') }));
  expect(await stored()).toMatchObject({ 'data:begun': true });
});
