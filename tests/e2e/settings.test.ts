// What the reader decides, obeyed at once in open pages; and off means off.
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from './stage.ts';

const CALL = `<p>Donald Trump spoke with Gustavo Petro about Venezuela and the White House.</p>
  <p>Trump sounded pleased, Petro relieved. Venezuela was quiet, and so was the White House.</p>`;
const MARKED = ['Donald Trump', 'Gustavo Petro', 'Venezuela', 'White House', 'Trump', 'Petro'];
const PLAIN = '<!doctype html><title>Recipes</title><h1>Fried plantain</h1><p>Donald Trump never ate it.</p>';

inBothBrowsers((stage) => {
  test('a site that is switched off and on is unmarked and marked in every open tab at once', async () => {
    const first = await stage.show(article(CALL), 'www.example.com');
    const second = await stage.show(article(CALL), 'news.example.com');
    const other = await stage.show(article(CALL), 'www.example.org');
    await first.page.bringToFront();
    await expect.poll(first.painted).toEqual(MARKED);
    await stage.driver.settings({ 'site:example.com': 'off' });
    await expect.poll(first.painted).toEqual([]);
    await expect.poll(second.painted).toEqual([]);
    expect(await first.status()).toMatchObject({ active: false, figures: [] });
    expect(await first.mentions()).toEqual([]);
    await other.page.bringToFront();
    await expect.poll(other.painted).toEqual(MARKED);
    await first.page.bringToFront();
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(first.painted).toEqual(MARKED);
    expect(await first.status()).toMatchObject({ active: true });
  });

  test('a site that is switched on is marked, news or not', async () => {
    const tab = await stage.show(PLAIN);
    expect(await tab.status()).toMatchObject({ active: false });
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
  });

  test('activation: everywhere, chosen, news', async () => {
    const tab = await stage.show(PLAIN);
    await stage.driver.settings({ activation: 'everywhere' });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await stage.driver.settings({ activation: 'chosen' });
    await expect.poll(tab.painted).toEqual([]);
    const news = await stage.show(article(CALL));
    expect(await news.status()).toMatchObject({ active: false });
    await stage.driver.settings({ activation: 'news' });
    await expect.poll(news.painted).toEqual(MARKED);
    await expect.poll(tab.status).toMatchObject({ active: false });
  });

  test('density of each kind', async () => {
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toEqual(MARKED);
    await stage.driver.settings({ density: { person: 'first', place: 'every', organization: 'none' } });
    await expect.poll(tab.painted).toEqual(['Donald Trump', 'Gustavo Petro', 'Venezuela', 'Venezuela']);
    // Whatever is painted, everything is known.
    expect(await tab.mentions()).toHaveLength(8);
  });

  test('off means off: no host, no highlight, no observer', async () => {
    const tab = await stage.show(article(CALL));
    await tab.hover('Donald Trump');
    await tab.card();
    const observers = ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'];
    const alive = async () => {
      if (stage.engine === 'firefox') return 0; // its debugger does not count objects
      const counts = await Promise.all(observers.map(tab.countObjects));
      return counts.reduce((sum, count) => sum + count, 0);
    };
    if (stage.engine === 'chromium') expect(await alive()).toBeGreaterThan(0);
    await stage.driver.settings({ 'site:example.com': 'off' });
    const left = async () => ({
      ...(await tab.page.evaluate(() => ({
        host: document.querySelector('dramatis-card') !== null,
        highlights: [...CSS.highlights.keys()],
      }))),
      observers: await alive(),
    });
    await expect.poll(left).toEqual({ host: false, highlights: [], observers: 0 });
    await tab.page.reload();
    expect(await tab.status()).toMatchObject({ active: false });
    await expect.poll(left).toEqual({ host: false, highlights: [], observers: 0 });
  });
});
