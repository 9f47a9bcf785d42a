// The oldest browsers that we support have every API that we call, or the call is optional. Checked against Mozilla's
// compatibility data, without a browser. The background also runs here with only what Firefox for Android has.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { root } from '../../scripts/setup.mjs';

afterEach(() => vi.unstubAllGlobals());

interface Support {
  version_added: string | false;
}
type Api = Record<string, Record<string, { __compat?: { support: Record<string, Support | Support[]> } }>>;

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifest = (target: string) => JSON.parse(read(`.output/${target}-mv3/manifest.json`));
const { gecko, gecko_android } = manifest('firefox').browser_specific_settings;
const OLDEST: Record<string, string> = {
  chrome: manifest('chrome').minimum_chrome_version,
  edge: manifest('edge').minimum_chrome_version,
  firefox: gecko.strict_min_version,
  firefox_android: gecko_android.strict_min_version,
  safari: manifest('safari').browser_specific_settings.safari.strict_min_version,
};

/**
 * Calls of the browser's API, each with whether it does without: by `?.`, or in an `attempt` whose failure is an
 * answer.
 */
const calls = ['entrypoints', 'extension'].flatMap((room) =>
  (readdirSync(join(root, room), { recursive: true }) as string[])
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [...read(join(room, file)).matchAll(/(attempt\(\(\) => )?\bbrowser\.(\w+)(\?)?\.(\w+)(\?\.)?/g)])
    .map(([, attempted, space = '', without, name = '', withoutName]) => ({
      call: `${space}.${name}`,
      guarded: Boolean(attempted || without || withoutName),
    })),
);

const { api } = JSON.parse(read('node_modules/@mdn/browser-compat-data/data.json')).webextensions as { api: Api };

test.each(Object.keys(OLDEST))('every API call exists in the oldest %s, or is guarded', (browser) => {
  const isThere = (call: string) => {
    const [space = '', name = ''] = call.replace('contextMenus', 'menus').split('.');
    const support = [api[space]?.[name]?.__compat?.support[browser] ?? []].flat()[0];
    const since = Number.parseFloat(String(support?.version_added).replace('≤', '')); // NaN where it is not there
    return since <= Number(OLDEST[browser]);
  };
  expect(calls.length).toBeGreaterThan(30);
  expect(calls.filter(({ call, guarded }) => !guarded && !isThere(call))).toEqual([]);
});

test('the background works with the API of Firefox for Android', async () => {
  const heard: Record<string, (...given: never[]) => unknown> = {};
  const event = (name: string) => ({
    addListener(listener: () => unknown) {
      heard[name] = listener;
    },
  });
  const done = vi.fn();
  const does = (name: string) => async (given: object) => {
    // There is one window and no order of tabs.
    if ('openerTabId' in given) throw new Error('openerTabId is not supported');
    done(name, given);
  };
  const id = '{a45d7967-159e-4d29-bbaf-30e830ea53cd}';
  const browser = {
    runtime: {
      id,
      getURL: (path: string) => `moz-extension://here${path}`,
      onInstalled: event('installed'),
      onMessage: event('message'),
    },
    storage: {
      onChanged: event('changed'),
      local: { get: async () => ({}), set: does('set'), remove: does('remove') },
    },
    action: { setIcon: does('setIcon'), setBadgeText: does('setBadgeText'), setBadgeBackgroundColor: does('colour') },
    tabs: {
      create: does('create'),
      query: async () => [{ id: 7 }, { id: 8, discarded: true }],
      sendMessage: async (tab: number, message: object) => done('sendMessage', tab, message),
    },
    scripting: { executeScript: does('executeScript') },
    extension: { inIncognitoContext: false },
    i18n: { getMessage: (key: string) => key },
  };
  vi.stubGlobal('browser', browser);
  vi.stubGlobal('navigator', { locks: { request: (_: string, act: () => Promise<unknown>) => act() } });
  // Under this name the browser takes callbacks.
  const setIcon = (given: object, then: () => void) => void does('setIcon')(given).then(then);
  vi.stubGlobal('chrome', { ...browser, action: { ...browser.action, setIcon } });
  await import(/* @vite-ignore */ pathToFileURL(join(root, '.output/firefox-mv3/background.js')).href);

  await heard.installed?.({ reason: 'install' } as never);
  expect(done).toHaveBeenCalledWith('set', { version: 1 });
  expect(done).toHaveBeenCalledWith('create', { url: 'moz-extension://here/welcome.html', active: true });

  const sender = { id, tab: { id: 7, index: 0, windowId: 1 } };
  const tell = (message: object) =>
    new Promise((answer) => heard.message?.(message as never, sender as never, answer as never));
  await tell({ type: 'reportFound', active: true, figures: 3 });
  expect(done).toHaveBeenCalledWith('setBadgeText', { tabId: 7, text: '3' });
  await tell({ type: 'bringReader' });
  expect(done).toHaveBeenCalledWith('executeScript', {
    target: { tabId: 7, frameIds: [0] },
    files: ['/reader.js'],
  });
  await heard.changed?.({ 'site:example.com': {}, other: {} } as never, 'local' as never);
  expect(done).toHaveBeenCalledWith('sendMessage', 7, { type: 'changed', keys: ['site:example.com'] });
  await tell({ type: 'story', hash: '#figure/petro' });
  expect(done).toHaveBeenCalledWith('create', { url: 'moz-extension://here/story.html#figure/petro' });
});
