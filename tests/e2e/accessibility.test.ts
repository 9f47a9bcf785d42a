// The extension's own pages, judged by axe, in light and in dark. In Chromium alone: what axe judges, markup and
// styles, is the same in every build, and Firefox takes no emulated colour scheme from outside.
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { until } from './driver/wait.mjs';
import { article, inBothBrowsers, once } from './stage.ts';

/** What axe finds wrong, as rule and place; of all its rules, or of some. */
async function faults(page: Page, some?: string[]): Promise<string[]> {
  if (!some) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(rules ? { runOnly: rules } : {});
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }, some);
}

const filled = (page: Page) =>
  until('the page to be filled', () => page.evaluate(() => document.querySelector('h1, h2') !== null));

inBothBrowsers((stage) => {
  /** In light by all rules, in dark by what colours decide. */
  const judge = async (page: Page) => {
    expect(await faults(page)).toEqual([]);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await faults(page, ['color-contrast'])).toEqual([]);
  };

  once.each(['library.html', 'options.html', 'story.html', 'welcome.html'])('%s', async (path) => {
    const page = await stage.driver.extensionPage(path);
    await filled(page);
    await judge(page);
    await page.close();
  });

  once('the popup', async () => {
    const tab = await stage.show(article('<p>Donald Trump spoke with Gustavo Petro.</p>'));
    await tab.mentions();
    const popup = await stage.driver.popup(tab);
    await filled(popup);
    expect(await faults(popup)).toEqual([]);
    await popup.close();
  });

  once.each(['', '#ask/no-article/1/0/article/1', '#ask/private/1/0/article/0', 'draft'])(
    'keep.html %s',
    async (hash) => {
      const capture = {
        article: {
          ...{ title: 'Harbour stays closed', publisher: 'The Quay', author: null, date: '2026-01-08', language: 'en' },
          ...{ url: 'https://quay.example/closed', tagged: [], partial: true, problem: null },
          paragraphs: ['The harbour stays closed, Ruth Adeyemi said. Adeyemi spoke with Paolo Serra in Velmouth.'],
        },
        text: null,
      };
      if (hash === 'draft') await stage.driver.settings({ 'capture:draft': capture });
      const page = await stage.driver.extensionPage(`keep.html${hash === 'draft' ? '#draft' : hash}`);
      await filled(page);
      if (hash === 'draft') {
        await until('the cast', () => page.evaluate(() => document.querySelector('.figure .who') !== null));
        await page.evaluate(() => document.querySelector<HTMLElement>('.figure .who')?.click());
        await until('its details', () => page.evaluate(() => document.querySelector('.details') !== null));
      }
      await judge(page);
      await page.close();
    },
  );
});
