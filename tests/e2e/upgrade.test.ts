// Whoever comes from 0.1.0 finds everything as it was. The fixture is what a reader of that version had stored who had
// gone through options, popup and cards; the version itself was built from the last commit before stories were stored.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textOf } from './form.ts';
import { article, inBothBrowsers } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const STORAGE = readFileSync(new URL('./upgrade/storage-0.1.0.json', import.meta.url), 'utf8');
/** The page on which “Marco Rubio” was said to be somebody else. */
const CORRECTED = 'http://news.example.com/2026/01/08/call';

const CALL = article(`<p>On Wednesday Donald Trump spoke with Gustavo Petro about Venezuela and the White House.</p>
  <p>The Colombian president was relieved. Marco Rubio and Delcy Rodríguez listened; Nicolás Maduro did not.</p>
  <p>Venezuela was quiet, and so was the White House. Donald Trump had dinner.</p>`);

inBothBrowsers((stage) => {
  test('settings, sites, corrections and muted figures of 0.1.0 hold after the update', async () => {
    const { driver } = stage;
    const tab = await stage.show(CALL, 'news.example.com');
    const address = await tab.page.evaluate(() => location.href);
    const stored = JSON.parse(STORAGE.replaceAll(CORRECTED, address)) as Record<string, unknown>;
    await driver.empty();
    await driver.settings(stored);
    await driver.install();
    await driver.compiled();
    const decided = Object.entries(stored).filter(([key]) => !key.startsWith('data:'));
    await expect.poll(driver.stored).toEqual(Object.fromEntries(decided));
    const left = () => driver.inExtension((keys) => chrome.storage.local.get(keys), Object.keys(stored));
    expect(await left()).toEqual(Object.fromEntries(decided)); // what 0.1.0 had compiled is gone

    // People once, places each time, institutions never; Maduro is muted, and this page's Rubio somebody else.
    await tab.page.bringToFront();
    await expect
      .poll(tab.painted)
      .toEqual(['Donald Trump', 'Gustavo Petro', 'Venezuela', 'Delcy Rodríguez', 'Venezuela']);
    // The office was rejected on the whole site, Rubio only on that page.
    const second = await stage.show(CALL, 'www.example.com');
    await expect.poll(second.painted).toContain('Marco Rubio');
    expect(await second.mentions()).not.toContainEqual(expect.objectContaining({ text: 'Colombian president' }));
    // A card opens on a click alone.
    await second.hover('Gustavo Petro');
    await second.after(Number(stored.dwell));
    expect(await second.cardIsOpen()).toBe(false);
    const { left: x, top: y, height } = (await second.ranges()).find(({ text }) => text === 'Gustavo Petro')!;
    await second.page.mouse.click(x + 5, y + height / 2);
    expect(await (await second.card()).text()).toContain('President of Colombia');

    expect(await (await stage.show(CALL, 'paper.example.org')).status()).toMatchObject({ state: 'switched-off' });
    const recipe = '<!doctype html><html lang="en"><title>Recipes</title><p>Donald Trump never ate fried plantain.</p>';
    await expect.poll((await stage.show(recipe, 'cooking.example.net')).painted).toEqual(['Donald Trump']);

    const options = await driver.extensionPage('options.html');
    for (const words of ['example.org', 'Nicolás Maduro is never marked', '“Colombian president” is not Gustavo Petro'])
      await expect.poll(() => textOf(options)).toContain(words);
    await options.close();
  });
});
