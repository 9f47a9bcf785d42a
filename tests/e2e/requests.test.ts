// The extension asks nothing of anybody. Both browsers run behind a proxy that writes down every request, of pages, of
// the background and of the extension's own pages; every flow is gone through, and all that was asked for are the pages
// that the reader opened.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { browsersFor } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';
import { type Driver, launch } from './driver/launch.mjs';
import type { Tab } from './driver/tab.mjs';
import { until } from './driver/wait.mjs';
import { press as pressNamed } from './form.ts';
import { article } from './stage.ts';

type Event = { dispatch(...given: unknown[]): void };
declare const chrome: typeof import('wxt/browser').browser & { contextMenus: { onClicked: Event } };

const HOST = 'news.example.com';
const PAGES = {
  '/2026/01/08/call': article(
    '<p>On Wednesday Donald Trump spoke with Gustavo Petro about Venezuela.</p><p>Petro agreed.</p>',
  ),
  '/2026/01/08/other': article('<p>Marco Rubio spoke with Gustavo Petro.</p>'),
  '/2026/01/08/rich': article(longArticle(), '<link rel="dns-prefetch" href="//named.example.net">'),
};
/** A story that links to its article, as others share it. */
const SHARED = readFileSync(join(root, 'tests/e2e/stories/harbour-strike.dramatis.json'), 'utf8');

/** An article with all that makes a document ask for more, so far below that the page itself does not ask for it. */
function longArticle(): string {
  const far = (name: string) => `http://media.example.net/${name}`;
  const paragraphs = Array.from(
    { length: 12 },
    (
      _,
      at,
    ) => `<p>On Thursday Ruth Adeyemi of the harbour told Paolo Serra for the ${at}th time that the pier is closed,
      and <a href="${far(`page-${at}`)}" ping="${far('ping')}">nobody knows</a> who will pay for the new one.</p>
      <figure><img loading="lazy" alt="" src="${far(`${at}.png`)}" srcset="${far(`${at}-2x.png`)} 2x"></figure>
      <picture><source srcset="${far(`${at}.webp`)}"><img loading="lazy" alt="" src="${far(`${at}.jpg`)}"></picture>`,
  );
  return `<p style="margin-bottom: 9000px">Nobody was hurt.</p>${paragraphs.join('')}
    <noscript><img src="${far('noscript.gif')}"><object data="${far('object')}"></object></noscript>
    <video preload="none" src="${far('film')}"></video>`;
}

/** What browsers ask of their makers by themselves, with or without us; and the icon of every site. */
const OF_THE_BROWSER =
  /^(?:https?:\/\/)?[\w.-]*\b(?:mozilla\.(?:com|net|org)|firefox\.com|mozgcp\.net|google(?:apis|usercontent)?\.com|gstatic\.com|gvt1\.com|chromium\.org)(?::|\/|$)|\/favicon\.ico$/;

const engine = inject('engine');

describe(`in ${engine}`, () => {
  const log: string[] = [];
  const asked = () => log.filter((address) => !OF_THE_BROWSER.test(address));
  let driver: Driver;
  let server: Awaited<ReturnType<typeof serve>>;
  let tab: Tab;

  beforeAll(async () => {
    server = await serve(PAGES, (address) => log.push(address));
    const [installed] = await browsersFor([engine]);
    const target = engine === 'firefox' ? 'firefox' : 'chrome';
    driver = await launch(installed!, join(root, '.output', `${target}-mv3`), { proxy: server.port, still: true });
    tab = await driver.open(`http://${HOST}/2026/01/08/call`);
  });
  afterAll(async () => {
    await driver?.close();
    server.close();
  });

  const text = (page: Page) => page.evaluate(() => document.body.innerText);
  /**
   * Presses what can be pressed on a page of the extension, one thing of each name and fifty at most, and fills every
   * field.
   */
  const pressAll = (page: Page) =>
    page.evaluate(async () => {
      // What is drawn anew after a press is the same thing.
      const nameOf = (one: HTMLElement) =>
        `${one.localName} ${one.textContent} ${one.ariaLabel} ${one.getAttribute('href')} ${(one as HTMLInputElement).name}`;
      const done = new Set<string>();
      for (let turn = 0; turn < 50; turn++) {
        const found = [
          ...document.querySelectorAll<HTMLElement>('button, summary, input, select, [role=switch], a[href^="#"]'),
        ].find((one) => !done.has(nameOf(one)) && !(one as HTMLButtonElement).disabled);
        if (!found) break;
        done.add(nameOf(found));
        if (found instanceof HTMLInputElement && found.type === 'search') {
          found.value = 'Petro';
          found.dispatchEvent(new Event('input', { bubbles: true }));
        } else if (!(found instanceof HTMLInputElement && found.type === 'file'))
          found.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); // links of a drawing have no click()
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return done.size;
    });
  /** Presses what a selector finds, as soon as it is there. */
  const press = (page: Page, selector: string) =>
    until(selector, () =>
      page.evaluate((wanted) => {
        const button = document.querySelector<HTMLElement>(wanted);
        button?.click();
        return button !== null;
      }, selector),
    );

  test('reading makes no request and stores nothing', async () => {
    await expect.poll(tab.painted).toContain('Gustavo Petro');
    const before = await driver.stored();
    expect(Object.keys(before).filter((key) => key !== 'version')).toEqual([]);
    await tab.hover('Gustavo Petro');
    const card = await tab.card();
    for (const button of ['[aria-pressed]', 'footer .link', '.name', 'header .icon', 'header .tools .icon'])
      await card.click(button);
    await tab.send({ type: 'reveal', figure: null, step: 1 } as unknown as { type: string });
    await tab.send({ type: 'announce' });
    const popup = await driver.popup(tab);
    await expect.poll(() => text(popup)).toContain('Gustavo Petro');
    await popup.close();
    await tab.page.goto(`http://${HOST}/2026/01/08/other`);
    await expect.poll(tab.painted).toContain('Marco Rubio');
    expect(await driver.stored()).toEqual(before);
    expect(asked()).toEqual([`http://${HOST}/2026/01/08/call`, `http://${HOST}/2026/01/08/other`]);
  });

  test('pressing all that can be pressed: in card, popup, story, side panel, options, welcome page', async () => {
    await tab.send({ type: 'reveal', figure: 'petro', step: 1 } as unknown as { type: string });
    const card = await tab.card();
    await card.click('footer .link:last-of-type');
    await card.click('.corrections .link, footer [aria-expanded]:last-child');
    for (const path of [
      'story.html#figure/petro',
      'story.html#search/Petro',
      'sidepanel.html',
      'options.html',
      'welcome.html',
    ]) {
      const page = await driver.extensionPage(path);
      await until('its text', () => text(page));
      // Pages have text before they have anything to press.
      await until('something to press', () => page.$('button, summary, input, select, [role=switch], a[href^="#"]'));
      expect([path, await pressAll(page)]).not.toEqual([path, 0]);
      if (!page.isClosed()) await page.close();
    }
    const popup = await driver.popup(tab);
    await until('the switch', () => popup.evaluate(() => document.querySelector('[role=switch]') !== null));
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    if (!popup.isClosed()) await popup.close();
    expect(await driver.inExtension(() => chrome.runtime.sendMessage({ type: 'mute', figure: 'petro' }))).toBe(true);
    expect(asked()).toHaveLength(2);
  });

  test('the menu of a selection and the background', async () => {
    // No tool can press a browser's own menus: in Chromium the event is sent to the background, in Firefox the message
    // that ends alike.
    if (engine === 'chromium')
      await (await driver.awake()).evaluate(async () => {
        const [front] = await chrome.tabs.query({ active: true });
        chrome.contextMenus.onClicked.dispatch({ selectionText: 'Petro' }, front);
      });
    else await driver.inExtension(() => chrome.runtime.sendMessage({ type: 'story', hash: '#search/Petro' }));
    const isOpen = () =>
      driver.inExtension(async () =>
        (await chrome.tabs.query({})).some(({ url }) => url?.endsWith('/story.html#search/Petro')),
      );
    await expect.poll(isOpen).toBe(true);
    expect(asked()).toHaveLength(2);
  });

  test('an article is kept, and nobody hears of it', async () => {
    const before = asked().length;
    const popup = await driver.popup(tab);
    await press(popup, 'button.keep');
    // A page of two sentences is no article: what it offers instead is taken.
    await until('what it says', async () => (await text(popup)).includes('does not look like an article'));
    await press(popup, '.why .link');
    const page = await driver.ownPage('keep.html');
    await until('its field', () => page.evaluate(() => document.querySelector('textarea') !== null));
    await page.evaluate(() => {
      const field = document.querySelector('textarea');
      if (!field) return;
      field.value =
        'On Thursday Ruth Adeyemi spoke with Paolo Serra of the harbour at https://www.harbour.example/ again.';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press(page, 'button[type=submit]');
    await until('the cast', async () => (await text(page)).includes('Paolo Serra'));
    await press(page, 'button.primary');
    await until('it to be kept', async () => (await text(page)).includes('From now on'));
    if (!page.isClosed()) await page.close();
    expect(asked()).toHaveLength(before);
  });

  test('an article full of pictures and links is captured, looked through and told', async () => {
    await tab.page.goto(`http://${HOST}/2026/01/08/rich`);
    const before = asked().length;
    await press(await driver.popup(tab), 'button.keep');
    const page = await driver.ownPage('keep.html');
    await until('the cast', async () => (await text(page)).includes('Ruth Adeyemi'));
    await press(page, 'button.primary');
    await until('it to be kept', async () => (await text(page)).includes('From now on'));
    const [kept] = Object.keys(await driver.stored()).flatMap((key) => /^story:(two-pres.*)/.exec(key)?.[1] ?? []);
    await page.close();
    await expect.poll(async () => JSON.stringify(await driver.stored())).toContain('/2026/01/08/rich');
    const popup = await driver.popup(tab); // reads the page again, to say whether it has changed
    await until('that it is kept', async () => (await text(popup)).includes('Kept on'));
    await popup.close();
    const story = await driver.extensionPage(`story.html#story/${kept}`);
    await until('its text', async () => (await text(story)).includes('Paolo Serra'));
    expect(await pressAll(story)).toBeGreaterThan(0);
    await story.close();
    expect(asked().slice(before)).toEqual([]);
  });

  test('a story comes from a file and is shared, and everything is backed up', async () => {
    const before = asked().length;
    const page = await driver.extensionPage('library.html');
    await until('the library', async () => (await text(page)).includes('Back up everything'));
    await page.evaluate((story) => {
      const [input, files] = [document.querySelector<HTMLInputElement>('input[type=file]'), new DataTransfer()];
      files.items.add(new File([story], 'harbour.json', { type: 'application/json' }));
      Object.assign(input ?? {}, { files: files.files });
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, SHARED);
    await until('the preview', async () => (await text(page)).includes('Strike at Puerto Alondra'));
    await pressNamed(page, 'Import 1 story');
    await until('the story', async () => 'story:harbour-strike' in (await driver.stored()));
    for (const button of ['Share “Strike at Puerto Alondra” as a file', 'Back up everything']) {
      await until(button, () => pressNamed(page, button).then(() => true));
    }
    expect(await pressAll(page)).toBeGreaterThan(10);
    if (!page.isClosed()) await page.close();
    expect(asked().slice(before)).toEqual([]);
  });

  test('a planted request is in the same log', async () => {
    // The policy lets none of its pages fetch anything …
    const page = await driver.extensionPage('options.html');
    expect(await page.evaluate(() => fetch('http://planted.example/fetched').then(Boolean, () => false))).toBe(false);
    await page.close();
    // … but a tab may be opened anywhere.
    await driver.inExtension(async () => {
      await chrome.tabs.create({ url: 'http://planted.example/opened', active: false });
      await chrome.tabs.create({ url: 'https://secret.example/', active: false });
    });
    await expect.poll(asked).toContain('http://planted.example/opened');
    await expect.poll(asked).toContain('secret.example:443');
    // And nothing that came late is in it either.
    const expected = [
      `http://${HOST}/2026/01/08/call`,
      `http://${HOST}/2026/01/08/other`,
      `http://${HOST}/2026/01/08/rich`,
      'http://planted.example/opened',
      'secret.example:443',
    ];
    expect([...new Set(asked())].sort()).toEqual(expected.sort());
  });
});
