// The popup: the site's switch, who is on the page, the story, and the search.
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { article, inBothBrowsers, once } from './stage.ts';

const CALL = `<p>Donald Trump spoke with Gustavo Petro about Venezuela.</p><div style="height: 3000px"></div>
  <p>Trump sounded pleased, and Marco Rubio packed his bags.</p>`;

// In Firefox the popup stands behind its page here, so it is read and pressed through its document.
const textOf = (popup: Page) => popup.evaluate(() => document.body.innerText);
/** Name and count of each figure that the popup lists. */
const figuresOf = (popup: Page) =>
  popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('li button')].map((button) => {
      const lines = button.innerText.split('\n');
      return [lines[0], Number.parseInt(lines.at(-1) ?? '', 10)];
    }),
  );
const press = (popup: Page, selector: string, text = '') =>
  popup.evaluate(
    (wanted, words) => {
      const found = [...document.querySelectorAll<HTMLElement>(wanted)].find((element) =>
        element.innerText.includes(words),
      );
      if (!found) throw new Error(`Nothing to press: ${wanted} ${words}`);
      found.click();
    },
    selector,
    text,
  );

inBothBrowsers((stage) => {
  test('shows the site, the figures on the page with counts, and the story', async () => {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('example.com');
    await expect
      .poll(() => figuresOf(popup))
      .toEqual([
        ['Donald Trump', 2],
        ['Gustavo Petro', 1],
        ['Venezuela', 1],
        ['Marco Rubio', 1],
      ]);
    expect(await popup.evaluate(() => document.querySelector('[role=switch]')?.getAttribute('aria-checked'))).toBe(
      'true',
    );
    await popup.close();
  });

  test('its switch turns the site off and on', async () => {
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).not.toEqual([]);
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => popup.evaluate(() => document.querySelector('[role=switch]') !== null)).toBe(true);
    await press(popup, '[role=switch]');
    await expect.poll(tab.painted).toEqual([]);
    expect(await stage.driver.stored()).toMatchObject({ 'site:example.com': 'off' });
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('[role=switch]')?.getAttribute('aria-checked')))
      .toBe('false');
    await press(popup, '[role=switch]');
    await expect.poll(tab.painted).not.toEqual([]);
    await popup.close();
  });

  test('a figure leads to its next mention and opens the card there', async () => {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('Marco Rubio');
    await press(popup, 'li button', 'Marco Rubio');
    const card = await tab.card();
    expect(await card.text()).toContain('Marco Rubio');
    expect(await tab.page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    if (!popup.isClosed()) await popup.close();
  });

  once('finds figures and statements, with or without accents', async () => {
    const tab = await stage.show(article(CALL));
    const popup = await stage.driver.popup(tab);
    const search = (query: string) =>
      popup.evaluate((text) => {
        const field = document.querySelector<HTMLInputElement>('input[type=search]');
        if (!field) throw new Error('No search field.');
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, query);
    await expect.poll(() => popup.evaluate(() => document.querySelector('input[type=search]') !== null)).toBe(true);
    await search('rodriguez');
    await expect.poll(() => textOf(popup)).toContain('Delcy Rodríguez');
    await search('nicolás maduro');
    await expect.poll(() => textOf(popup)).toContain('Nicolás Maduro');
    await search('take up arms');
    await expect.poll(() => textOf(popup)).toContain('take up arms');
    await popup.close();
  });

  test('a page that is not news says why, and is marked all the same when the reader asks', async () => {
    const tab = await stage.show('<!doctype html><title>Recipes</title><p>Donald Trump never ate it.</p>');
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('does not look like news');
    expect(await tab.painted()).toEqual([]);
    await press(popup, 'button', 'Mark this page anyway');
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await expect.poll(() => figuresOf(popup)).toEqual([['Donald Trump', 1]]);
    expect(await stage.driver.stored()).toEqual({});
    await popup.close();
  });

  test('says so where no figure is named', async () => {
    const tab = await stage.show(article('<p>Nothing of this story happened here today.</p>'));
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('No one from your stories is named on this page.');
    await popup.close();
  });

  test('can be used by keyboard alone', async () => {
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).not.toEqual([]);
    const popup = await stage.driver.popup(tab);
    // Behind its page it has no keyboard.
    if (stage.engine === 'firefox') return popup.close();
    await expect.poll(() => textOf(popup)).toContain('Marco Rubio');
    const focus = async (wanted: string) => {
      for (let stop = 0; stop < 30; stop++) {
        await popup.keyboard.press('Tab');
        if (await popup.evaluate((selector) => document.activeElement?.matches(selector), wanted)) return;
      }
      throw new Error(`Tab does not lead to ${wanted}.`);
    };
    await focus('[role=switch]');
    await popup.keyboard.press('Space');
    await expect.poll(tab.painted).toEqual([]);
    // The switch says so as well: what is pressed before that switches off once more.
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('[role=switch]')?.getAttribute('aria-checked')))
      .toBe('false');
    await popup.keyboard.press('Space');
    await expect.poll(tab.painted).not.toEqual([]);
    await focus('input[type=search]');
    await popup.keyboard.type('take up arms');
    await expect
      .poll(() => popup.evaluate(() => document.querySelector('.results')?.textContent))
      .toContain('take up arms');
    await focus('.results button');
    await focus('summary');
    await popup.close();
  });

  test('says so where no extension may run, and still shows the story', async () => {
    const browserPage = stage.engine === 'firefox' ? 'about:license' : 'chrome://version';
    const tab = await stage.driver.open(browserPage, { waitUntil: [] });
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => textOf(popup)).toContain('Petro');
    expect(await popup.evaluate(() => document.querySelector('[role=switch]'))).toBe(null);
    await popup.close();
    await tab.close();
  });
});
