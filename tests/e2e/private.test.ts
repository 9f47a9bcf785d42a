// Private windows leave nothing behind: no rule, no correction, no note, no mark of what was read, nobody muted; story
// and side panel are read in the private window itself. Chromium only: nobody can allow an extension in Firefox's
// private windows from outside.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { browsersFor } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';
import { type Driver, launch } from './driver/launch.mjs';
import { until } from './driver/wait.mjs';
import { article } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser & {
  developerPrivate: Record<string, (settings: object) => Promise<void>>;
};

/** As long as an article. */
const HARBOUR = ['Ruth Adeyemi', 'Paolo Serra']
  .map(
    (name) =>
      `<p>The harbour of Velmouth will stay closed for another week, said ${name}, because the crane fell on the quay.</p>
      <p>Nobody was hurt when it came down, ${name} said on Thursday, but eleven ships have been waiting since then.</p>`,
  )
  .join('');

describe.runIf(inject('engine') === 'chromium')('in chromium', () => {
  let driver: Driver;
  let server: Awaited<ReturnType<typeof serve>>;
  /** A document of the extension in an ordinary window. */
  let control: Page;

  beforeAll(async () => {
    server = await serve({
      '/call': article('<p>Donald Trump spoke with Gustavo Petro.</p>'),
      '/harbour': article(HARBOUR),
    });
    const [installed] = await browsersFor(['chromium']);
    driver = await launch(installed!, join(root, '.output/chrome-mv3'), { offline: true, still: true });
    const id = await driver.inExtension(() => chrome.runtime.id);
    const extensions = await driver.browser.newPage();
    await extensions.goto('chrome://extensions');
    await extensions.evaluate(async (extensionId) => {
      await chrome.developerPrivate.updateProfileConfiguration?.({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration?.({ extensionId, incognitoAccess: true });
    }, id);
    control = await until('the extension to come back', () => driver.extensionPage('icon/16.png'));
    // It begins anew there: what it writes by itself is written before the test looks at what is stored.
    await until('the stories to be compiled', () =>
      control.evaluate(async () => {
        const found = await chrome.storage.local.get(['data:current', 'data:begun', 'version']);
        return Boolean(found['data:current'] && found.version && !found['data:begun']);
      }),
    );
  });
  afterAll(async () => {
    await driver?.close();
    server.close();
  });

  const pageAt = (what: string, fits: (url: string) => boolean): Promise<Page> =>
    until(what, () =>
      driver.browser
        .targets()
        .find((target) => target.type() === 'page' && fits(target.url()))
        ?.asPage(),
    );
  /** A page in a private window of its own. */
  async function privatePage(url: string): Promise<Page> {
    await control.evaluate((address) => chrome.windows.create({ incognito: true, url: address }).then(() => {}), url);
    return pageAt('the private page', (address) => address === url);
  }
  async function popupOver(page: Page): Promise<Page> {
    await page.bringToFront();
    const actions = (await driver.browser.extensions()).values().next().value;
    return until('the popup', async () => {
      await actions?.triggerAction(page);
      return pageAt('the popup', (address) => address.endsWith('/popup.html'));
    });
  }
  /** What is stored besides the dataset. */
  const stored = async () =>
    Object.entries(await control.evaluate(() => chrome.storage.local.get(null))).filter(
      ([key]) => !key.startsWith('data:'),
    );
  const painted = (page: Page) =>
    page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));

  test('what the reader does in a private window is not stored', async () => {
    const url = server.url('/call', 'www.example.net');
    const before = await stored();
    const page = await privatePage(url);
    await expect.poll(() => painted(page)).toBe(2);
    const popup = await popupOver(page);
    expect(await popup.evaluate(() => chrome.extension.inIncognitoContext)).toBe(true);
    expect(await popup.evaluate(() => chrome.runtime.sendMessage({ type: 'mute', figure: 'petro' }))).toBe(false);
    // An article is not even read before the reader has agreed.
    const pressIn = (name: string) =>
      until(name, () =>
        popup.evaluate((wanted) => {
          const found = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === wanted);
          found?.click();
          return found !== undefined;
        }, name),
      );
    await pressIn('Keep this article');
    await until('the question', () => popup.evaluate(() => document.body.innerText.includes('private window')));
    expect(await stored()).toEqual(before);
    await until('the switch', () => popup.evaluate(() => document.querySelector('[role=switch]') !== null));
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await expect.poll(() => painted(page)).toBe(0);
    // The popup closes over it.
    void popup.evaluate(() => chrome.runtime.sendMessage({ type: 'story', hash: '#figure/petro' })).catch(() => {});
    const story = await pageAt('the story', (address) => address.endsWith('/story.html#figure/petro'));
    expect(await story.evaluate(() => chrome.extension.inIncognitoContext)).toBe(true);
    // That it has been read leaves no mark, and no note is taken.
    await until('the figures', () => story.evaluate(() => document.querySelector('[id="figure/petro"]') !== null));
    await story.bringToFront();
    const note = {
      type: 'note',
      story: before.find(([key]) => key.startsWith('story:'))?.[0].slice(6),
      figure: 'petro',
    };
    expect(await story.evaluate((of) => chrome.runtime.sendMessage({ ...of, text: 'Hm.' }), note)).toBe(false);
    expect(await control.evaluate((of) => chrome.runtime.sendMessage({ ...of, text: 'Hm.' }), note)).toBe(true);
    await control.evaluate((key) => chrome.storage.local.remove(key), `note:${note.story}/petro`);
    expect(await stored()).toEqual(before);
  });

  test('the side panel of a private window tells of its page, and stores nothing', async () => {
    const before = await stored();
    const url = server.url('/call', 'www.example.org');
    const page = await privatePage(url);
    await expect.poll(() => painted(page)).toBe(2);
    const popup = await popupOver(page);
    const open = await popup.waitForSelector('.open-panel');
    await open?.click();
    const panel = await pageAt('the panel', (address) => address.endsWith('/sidepanel.html'));
    await expect
      .poll(() => panel.evaluate(() => [...document.querySelectorAll('.figures .figure')].map((of) => of.textContent)))
      .toEqual(['Donald Trump', 'Gustavo Petro']);
    expect(await panel.evaluate(() => chrome.extension.inIncognitoContext)).toBe(true);
    expect(await stored()).toEqual(before);
  });
  test('what is kept from a private window is kept only after asking, and its review is not stored', async () => {
    const url = server.url('/harbour', 'www.example.net');
    await control.evaluate((address) => chrome.windows.create({ incognito: true, url: address }).then(() => {}), url);
    const page = await pageAt('the private page', (address) => address === url);
    const popup = await popupOver(page);
    const pressIn = (on: Page, name: string) =>
      until(name, () =>
        on.evaluate((wanted) => {
          const found = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === wanted);
          found?.click();
          return found !== undefined;
        }, name),
      );
    await pressIn(popup, 'Keep this article');
    await pressIn(popup, 'Keep it all the same').catch(() => {}); // the popup closes over it
    const keep = await pageAt('the draft', (address) => address.includes('/keep.html#'));
    await until('the cast', () => keep.evaluate(() => document.body.innerText.includes('Ruth Adeyemi')));
    await keep.evaluate(() => document.querySelector<HTMLInputElement>('.figure input[type=checkbox]')?.click());
    const keys = async () => (await stored()).map(([key]) => key).filter((key) => key !== 'story:trump-petro-2026');
    expect((await keys()).filter((key) => /^(?:review|story):/.test(key))).toEqual([]);
    await pressIn(keep, 'Keep');
    await until('the story', async () => (await keys()).some((key) => key.startsWith('story:')));
    expect((await keys()).filter((key) => /^(?:review|capture):/.test(key))).toEqual([]);
  });
});
