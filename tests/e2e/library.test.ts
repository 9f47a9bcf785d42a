// The library in a real browser: stories come in from files, mark a page, go out as files, are deleted and brought
// back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { fillStorage, freeStorage, press, textOf } from './form.ts';
import { article, inBothBrowsers, once } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const read = (name: string) => readFileSync(join(root, 'tests/e2e/stories', name), 'utf8');
const HARBOUR = read('harbour-strike.dramatis.json');
const BRIDGE = read('bridge-vote.dramatis.json');
/** Another story, of somebody else with the mayor's name. */
const NAMESAKE = (() => {
  const story = JSON.parse(BRIDGE);
  const [mayor] = story.figures;
  const singer = { ...mayor, country: null, role: { en: 'Singer of ballads' }, same: [] };
  return { ...story, figures: [singer], statements: [] };
})();
const PAGE = article(
  '<p>Inés Balcázar met Tomas Wren at the quay. Balcázar wants the bridge. Donald Trump was away.</p>',
);
const NAMES = ['Inés Balcázar', 'Tomas Wren', 'Balcázar', 'Donald Trump'];

/** Chooses files, as a reader does in the picker. */
const chooseFiles = (page: Page, texts: readonly string[]) =>
  page.evaluate((contents) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    const chosen = new DataTransfer();
    contents.forEach((text, at) => {
      chosen.items.add(new File([text], `file-${at}.json`, { type: 'application/json' }));
    });
    if (!input) throw new Error('No place for files.');
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, texts);

/** Keeps what is offered as a download. */
const catchDownloads = (page: Page) =>
  page.evaluate(() => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => document.body.setAttribute('data-file', text));
      return create(blob);
    };
  });

/** The file that pressing a button offers. */
async function offered(page: Page, button: string): Promise<string> {
  await page.evaluate(() => document.body.removeAttribute('data-file'));
  await press(page, button);
  const file = () => page.evaluate(() => document.body.getAttribute('data-file'));
  await expect.poll(file).not.toBe(null);
  return (await file()) ?? '';
}

inBothBrowsers((stage) => {
  const open = async () => {
    const page = await stage.driver.extensionPage('library.html');
    await expect.poll(() => textOf(page)).toContain('Back up everything');
    return page;
  };
  const importFiles = async (page: Page, ...texts: string[]) => {
    await chooseFiles(page, texts);
    await expect.poll(() => textOf(page)).toContain('Before anything is stored');
  };
  /** Presses a button once it is there: the preview is drawn anew when the library has changed. */
  const pressWhenThere = async (page: Page, name: string) => {
    await expect.poll(() => textOf(page)).toContain(name);
    await press(page, name);
  };

  test('two stories from files mark one page, are shared, switched off, deleted and brought back', async () => {
    const tab = await stage.show(PAGE);
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    const page = await open();
    await catchDownloads(page);
    await importFiles(page, HARBOUR, '{ "format": "dramatis-story/1", ', BRIDGE);
    expect(Object.keys(await stage.driver.stored()).filter((key) => key.startsWith('story:'))).toEqual([]);
    const preview = await textOf(page);
    for (const told of ['Strike at Puerto Alondra', 'A bridge for Alondra', 'This cannot be imported', 'made by'])
      expect(preview).toContain(told);
    await pressWhenThere(page, 'Import 2 stories');
    await expect.poll(() => textOf(page)).toContain('2 stories were imported.');
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(NAMES);

    // Shared, and imported into a library that has neither
    await page.bringToFront();
    const shared = [
      await offered(page, 'Share “Strike at Puerto Alondra” as a file'),
      await offered(page, 'Share “A bridge for Alondra” as a file'),
    ];
    await press(page, 'Undo');
    await expect.poll(stage.driver.stored).not.toHaveProperty('story:harbour-strike');
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await page.bringToFront();
    await importFiles(page, ...shared);
    await pressWhenThere(page, 'Import 2 stories');
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(NAMES);

    // Switched off, deleted, brought back
    await page.bringToFront();
    await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('[role=switch]')];
      all.find((one) => one.ariaLabel === 'A bridge for Alondra')?.click();
    });
    await expect.poll(stage.driver.stored).toMatchObject({ stories: { 'bridge-vote': 'off' } });
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(['Inés Balcázar', 'Balcázar', 'Donald Trump']);
    await page.bringToFront();
    await press(page, 'Delete “Strike at Puerto Alondra”');
    await expect.poll(() => textOf(page)).toContain('“Strike at Puerto Alondra” was deleted.');
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await page.bringToFront();
    await press(page, 'Undo');
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(['Inés Balcázar', 'Balcázar', 'Donald Trump']);
    await page.close();
  });

  once('a backup brings stories, settings, rules and decisions back', async () => {
    const page = await open();
    await catchDownloads(page);
    await importFiles(page, HARBOUR);
    await pressWhenThere(page, 'Import 1 story');
    await expect.poll(stage.driver.stored).toHaveProperty('story:harbour-strike');
    await stage.driver.settings({
      activation: 'everywhere',
      'site:example.org': 'off',
      merging: { same: [], apart: [['harbour-strike/mayor', 'bridge-vote/mayor']] },
    });
    await expect.poll(() => textOf(page)).toContain('1 decision of yours');
    // The version of what is stored is no decision of the reader.
    const { version: _, ...before } = await stage.driver.stored();
    const file = await offered(page, 'Back up everything');
    await page.close();
    await stage.driver.forget();
    expect(await stage.driver.stored()).toEqual({});

    const options = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(options)).toContain('Reset settings and corrections');
    await chooseFiles(options, [file]);
    await expect.poll(() => textOf(options)).toContain('story:harbour-strike');
    await press(options, 'Restore');
    await expect.poll(stage.driver.stored).toMatchObject(before);
    await options.close();
    const tab = await stage.show(PAGE);
    await expect.poll(tab.painted).toEqual(['Inés Balcázar', 'Balcázar', 'Donald Trump']);
  });

  once(
    'a name of two people opens a card with both, which asks whether they are one until the reader has said',
    async () => {
      await stage.driver.settings({ 'story:harbour-strike': JSON.parse(HARBOUR), 'story:bridge-vote': NAMESAKE });
      const tab = await stage.show(article('<p>Inés Balcázar spoke.</p>'));
      const shown = async () => {
        await tab.hover('Inés Balcázar');
        return tab.card();
      };
      const card = await shown();
      const text = await card.text();
      expect(text).toContain('Two of this name in your stories');
      expect(text).toContain('Mayor of Puerto Alondra');
      expect(text).toContain('Singer of ballads');
      // Popup and side panel tell of both too.
      expect((await tab.status()).figures.map(({ stories }) => stories[0]?.story)).toEqual([
        'bridge-vote',
        'harbour-strike',
      ]);
      await card.click('footer button:nth-of-type(2)');
      await expect
        .poll(stage.driver.stored)
        .toMatchObject({ merging: { apart: [['bridge-vote/mayor', 'harbour-strike/mayor']] } });
      await tab.cardGone();
      await tab.move(1, 1);
      const again = await (await shown()).text();
      expect(again).toContain('Singer of ballads');
      expect(again).not.toContain('One person');
    },
  );

  once('what the reader says of two people holds on pages', async () => {
    await stage.driver.settings({ 'story:harbour-strike': JSON.parse(HARBOUR), 'story:bridge-vote': NAMESAKE });
    const page = await open();
    await expect.poll(() => textOf(page)).toContain('The same person?');
    const tab = await stage.show(article('<p>Inés Balcázar spoke.</p>'));
    const figures = async () => (await tab.status()).figures.map(({ stories }) => stories.length);
    await page.bringToFront();
    await press(page, 'Inés Balcázar: one person');
    await expect.poll(stage.driver.stored).toHaveProperty('merging');
    await tab.page.bringToFront();
    await expect.poll(figures).toEqual([2]);
    await page.bringToFront();
    await press(page, 'Undo');
    await expect.poll(stage.driver.stored).not.toHaveProperty('merging');
    await page.close();
  });

  once('a storage that is full says so, names what takes room, and nothing has changed', async () => {
    const page = await open();
    await importFiles(page, HARBOUR);
    await fillStorage(page);
    await pressWhenThere(page, 'Import 1 story');
    const alert = () => page.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? '');
    await expect.poll(alert).toContain('The storage is full: this was not saved');
    expect(await stage.driver.stored()).not.toHaveProperty('story:harbour-strike');
    // What could not be stored is there still.
    await freeStorage(page);
    await pressWhenThere(page, 'Import 1 story');
    await expect.poll(() => textOf(page)).toContain('1 story was imported.');
    expect(await alert()).toBe('');
    await page.close();
  });
});
