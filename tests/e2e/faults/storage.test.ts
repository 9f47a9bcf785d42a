// The storage fails: many writers at once, garbage in it, emptied, full; and a background that was ended.
import { expect, test } from 'vitest';
import en from '../../../locales/en.json' with { type: 'json' };
import { until } from '../../../scripts/browser.mjs';
import { article, inBothBrowsers } from '../stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const CALL = article('<p>Donald Trump spoke with Gustavo Petro.</p>');
const MARKED = ['Donald Trump', 'Gustavo Petro'];
const contexts = 8;

inBothBrowsers((stage) => {
  /** Runs a function in eight documents of the extension at once; each is given its number. */
  const inEight = async <T>(body: (number: number) => Promise<T>) => {
    const pages = await Promise.all(Array.from({ length: contexts }, () => stage.driver.extensionPage('icon/16.png')));
    const results = await Promise.all(pages.map((page, number) => page.evaluate(body, number)));
    for (const page of pages) await page.close();
    return results;
  };

  test('eight contexts write 5,000 rules at once, and none is lost', async () => {
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(MARKED);
    await inEight(async (number) => {
      const own = Array.from({ length: 625 }, (_, index) => `site:s${number * 625 + index}.example.org`);
      if (number === 3) own[17] = 'site:example.com';
      await Promise.all(own.map((key) => chrome.storage.local.set({ [key]: 'off' })));
    });
    const stored = Object.entries(await stage.driver.stored()).filter(([key]) => key.startsWith('site:'));
    expect(stored).toHaveLength(5000);
    expect(stored.every(([, rule]) => rule === 'off')).toBe(true);
    await expect.poll(tab.painted).toEqual([]);
  });

  test('eight contexts mute figures at once, and none is lost', async () => {
    const answers = await inEight((number) =>
      Promise.all(
        Array.from({ length: 25 }, (_, index) =>
          chrome.runtime.sendMessage({ type: 'mute', figure: `figure-${number * 25 + index}` }),
        ),
      ),
    );
    expect(answers.flat()).toEqual(Array.from({ length: 200 }, () => true));
    expect((await stage.driver.stored()).muted).toHaveLength(200);
  });

  test.each([[null], ['garbage'], [7], [[]], [{ person: 'many' }], [[[null]]]])(
    'a storage full of %j is like an empty one',
    async (garbage) => {
      await stage.driver.settings(
        Object.fromEntries(
          [
            'activation',
            'density',
            'trigger',
            'dwell',
            'muted',
            'version',
            'site:example.com',
            'correction:example.com',
          ].map((key) => [key, garbage]),
        ),
      );
      const tab = await stage.show(CALL);
      await expect.poll(tab.painted).toEqual(MARKED);
      const popup = await stage.driver.popup(tab);
      await expect.poll(() => popup.evaluate(() => document.body.innerText)).toContain('Gustavo Petro');
      await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
      await expect.poll(tab.painted).toEqual([]);
      await popup.close();
    },
  );

  test('the storage is emptied under open pages', async () => {
    await stage.driver.settings({ 'site:example.com': 'off' });
    const tab = await stage.show(CALL);
    expect(await tab.status()).toMatchObject({ active: false });
    await stage.driver.forget();
    await expect.poll(tab.painted).toEqual(MARKED);
  });

  test('a full storage loses nothing, is told of, and is forgiven once there is room', async () => {
    if (stage.engine === 'firefox') return; // its storage ends with the disk
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(MARKED);
    const popup = await stage.driver.popup(tab);
    const text = () => popup.evaluate(() => document.body.innerText);
    const press = () => popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await expect.poll(text).toContain('subdomains');
    await stage.driver.inExtension(async () => {
      const room = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse());
      await chrome.storage.local.set({ filler: 'x'.repeat(room - '"filler"'.length) });
    });
    await press();
    await expect.poll(text).toContain(en.unsaved);
    expect(await stage.driver.stored()).not.toHaveProperty('site:example.com');
    expect(await tab.painted()).toEqual(MARKED);
    await stage.driver.settings({ filler: '' });
    await press();
    await expect.poll(tab.painted).toEqual([]);
    await expect.poll(text).not.toContain(en.unsaved);
    await popup.close();
  });

  test('a background that was ended is there again for the popup’s switch, for a mute and for the badge', async () => {
    if (stage.engine === 'firefox') return; // its event page cannot be ended from outside
    const ended = async () => {
      const worker = stage.driver.browser.targets().find((one) => one.type() === 'service_worker');
      await (await worker?.worker())?.close();
      return true;
    };
    // It may be ending by itself just now.
    const end = () => until('the background to end', ended);
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(MARKED);
    await end();
    const popup = await stage.driver.popup(tab);
    await until('the switch', () => popup.evaluate(() => document.querySelector('[role=switch]') !== null));
    expect(await popup.evaluate(() => document.body.innerText)).toContain('subdomains');
    await end();
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await expect.poll(tab.painted).toEqual([]);
    await popup.close();
    await end();
    expect(await stage.driver.inExtension(() => chrome.runtime.sendMessage({ type: 'mute', figure: 'petro' }))).toBe(
      true,
    );
    await end();
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    const badges = () =>
      stage.driver.inExtension(async () => {
        const tabs = await chrome.tabs.query({});
        return Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id as number })));
      });
    await expect.poll(badges).toContain('1');
  });
});
