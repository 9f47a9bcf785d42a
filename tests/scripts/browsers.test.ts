// Finding a browser: what the developer names comes first, and a wrong name is reported.
import { afterEach, expect, test, vi } from 'vitest';
import { chooseBrowser, findBrowsers } from '../../scripts/browsers.mjs';
import { Trouble } from '../../scripts/setup.mjs';

afterEach(() => vi.unstubAllEnvs());

test('CHROME_PATH and FIREFOX_PATH come before what is installed', async () => {
  vi.stubEnv('CHROME_PATH', process.execPath);
  vi.stubEnv('FIREFOX_PATH', process.execPath);
  expect((await findBrowsers()).slice(0, 2)).toEqual([
    { name: 'chrome', engine: 'chromium', path: process.execPath },
    { name: 'firefox', engine: 'firefox', path: process.execPath },
  ]);
});

test('a path that leads nowhere is reported', async () => {
  vi.stubEnv('CHROME_PATH', '/no/such/browser');
  await expect(findBrowsers()).rejects.toThrow(/\/no\/such\/browser/);
});

test('a browser is chosen by its name', async () => {
  vi.stubEnv('FIREFOX_PATH', process.execPath);
  await expect(chooseBrowser('firefox')).resolves.toMatchObject({ engine: 'firefox', path: process.execPath });
  await expect(chooseBrowser('netscape')).rejects.toThrow(Trouble);
});
