// The story page in a tab of its own: what an address points to, filters, search, the graph by keyboard.
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inBothBrowsers } from './stage.ts';

const seen = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);

inBothBrowsers((stage) => {
  const open = async (hash = '') => {
    const page = await stage.driver.extensionPage(`story.html${hash}`);
    await expect.poll(() => seen(page, '#statements li')).toBeGreaterThan(20);
    return page;
  };
  const hrefOf = (page: Page, selector: string) =>
    page.evaluate((wanted) => document.querySelector(wanted)?.getAttribute('href') ?? '', selector);

  test('an address scrolls to its figure, statement or event, marks it and focuses it', async () => {
    const page = await open('#figure/rubio');
    const here = () =>
      page.evaluate(() => {
        const { id = '', classList } = document.activeElement ?? {};
        const { top = -1, bottom = Infinity } = document.activeElement?.getBoundingClientRect() ?? {};
        return { id, marked: classList?.contains('here') ?? false, inSight: top >= 0 && bottom <= innerHeight };
      });
    await expect.poll(here).toEqual({ id: 'figure/rubio', marked: true, inSight: true });
    for (const link of ['.timeline li + li .cite', '.summary .cite']) {
      const hash = await hrefOf(page, link);
      await page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), link);
      const id = decodeURIComponent(hash).replace('#story/trump-petro-2026/', '');
      await expect.poll(here).toEqual({ id, marked: true, inSight: true });
    }
    await page.close();
  });

  test('a first view is at most 4,000 px long, and the map of relations fits a laptop’s window', async () => {
    const page = await open();
    await page.setViewport({ width: 1280, height: 720 });
    const measured = () =>
      page.evaluate(() => ({
        page: document.documentElement.scrollHeight,
        map: document.querySelector('.graph')?.getBoundingClientRect().height ?? Infinity,
        beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
    await expect.poll(async () => (await measured()).page).toBeLessThanOrEqual(4000);
    const { map, beyond } = await measured();
    expect(map).toBeLessThanOrEqual(620);
    expect(beyond).toBe(0);
    await page.close();
  });

  // The rest is the same in every browser: tests/components/story/ has it as well.
  if (stage.engine === 'firefox') return;

  test('an address that points to nothing shows the story all the same', async () => {
    const page = await open('#figure/%E0%A4%A');
    expect(await seen(page, '.here')).toBe(0);
    await page.close();
  });

  test('statements can be filtered by figure and by kind', async () => {
    const page = await open();
    const all = await seen(page, '#statements li');
    await page.evaluate(() => {
      const list = document.querySelector<HTMLSelectElement>('.filter select')!;
      list.value = 'flores';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect.poll(() => seen(page, '#statements li')).toBeLessThan(all / 4);
    expect(await seen(page, '#statements li')).toBeGreaterThan(0);
    await page.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLElement>('.filter input')) box.click();
    });
    await expect.poll(() => seen(page, '#statements li')).toBe(0);
    await page.close();
  });

  test('a search result has its words marked, and leads to its place', async () => {
    const page = await open('#search/take%20up%20arms');
    const marks = () =>
      page.evaluate(() => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent));
    await expect.poll(marks).toEqual(['take', 'up', 'arms']);
    await page.evaluate(() => document.querySelector('mark')?.closest('button')?.click());
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#story\/trump-petro-2026\/quotation\//);
    await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('here'))).toBe(true);
    expect(await seen(page, 'mark')).toBe(0);
    await page.close();
  });

  test('focusing a figure in the graph brings its lines and rows forward', async () => {
    const page = await open();
    const followed = () =>
      page.evaluate(() => ({
        rows: [...document.querySelectorAll<HTMLElement>('tr.followed th')].map(({ textContent }) => textContent),
        lines: document.querySelectorAll('.relation.followed').length,
      }));
    expect(await followed()).toEqual({ rows: [], lines: 0 });
    await page.evaluate(() => document.querySelector<SVGAElement>('a.node[href$="/figure/rubio"]')?.focus());
    await expect.poll(async () => (await followed()).lines).toBe(2);
    for (const row of (await followed()).rows) expect(row).toContain('Marco Rubio');
    await page.evaluate(() => document.querySelector<SVGAElement>('a.node[href$="/figure/rubio"]')?.blur());
    await expect.poll(followed).toEqual({ rows: [], lines: 0 });
    await page.close();
  });
});
