// @ts-check
// Takes pictures. Look at them before you commit them.
//   npm run pictures                     every surface in each theme and language, into .output/pictures/
//   npm run pictures -- --references     those that the tests compare with, into tests/pictures/
//   npm run pictures -- --welcome        the built extension on the demo page, for the welcome page (public/welcome/)
//   npm run pictures -- --store          the same for the stores (store/pictures/)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../tests/e2e/driver/launch.mjs';
import { sleep } from '../tests/e2e/driver/wait.mjs';
import { nameOf, openGallery, references, wear } from '../tests/gallery/open.mjs';
import { browsersFor } from './browsers.mjs';
import { serve } from './serve.mjs';
import { installPackages, root, run, runMain, Trouble } from './setup.mjs';

/** @typedef {import('../tests/e2e/driver/launch.mjs').Driver} Driver */
/** @typedef {import('../tests/e2e/driver/tab.mjs').Tab} Tab */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./browsers.mjs').InstalledBrowser} InstalledBrowser */
/** @typedef {import('../tests/gallery/open.mjs').Gallery} Gallery */
/** @typedef {import('../tests/gallery/open.mjs').Picture} Picture */

const folder = join(root, '.output/pictures');
const locales = ['en', 'es', 'pt', 'fr', 'de', 'it', 'pl', 'uk', 'ar', 'ja'];

/** The states that look different. @type {{ surface: Picture['surface'], states: string[] }[]} */
const shown = [
  { surface: 'card', states: ['person', 'place', 'organization', 'before', 'more', 'correcting', 'back'] },
  { surface: 'popup', states: ['news', 'switched-off', 'not-news', 'nothing', 'no-access', 'search'] },
  { surface: 'story', states: ['whole', 'search'] },
  { surface: 'library', states: ['several', 'incoming', 'people', 'search'] },
  { surface: 'options', states: ['full', 'faulty'] },
  { surface: 'welcome', states: ['false'] },
];

/** Each in which every state is shown. @type {Omit<Picture, 'surface' | 'state'>[]} */
const looks = [
  ...locales.flatMap((locale) => /** @type {const} */ (['light', 'dark']).map((theme) => ({ locale, theme }))),
  { theme: 'forced' },
  { rtl: true },
  { narrow: true },
];

/** @param {string} path */
const png = (path) => /** @type {`${string}.png`} */ (path);

/** @param {Gallery} gallery */
async function photographGallery({ photograph }) {
  for (const { surface, states } of shown) {
    for (const state of states) {
      for (const look of looks) {
        const picture = { surface, state, ...look };
        writeFileSync(join(folder, `${nameOf(picture)}.png`), await photograph(picture, { scale: 2, whole: true }));
      }
    }
    console.log(`${surface}: ${states.join(', ')}`);
  }
}

/**
 * The card beside words in the middle, over two lines, far below and at the right edge, in a wide and in a narrow
 * window.
 * @param {Gallery} gallery
 */
async function photographCardOnPage({ page, address }) {
  for (const [width, height] of /** @type {const} */ ([
    [1000, 700],
    [360, 640],
  ])) {
    await page.setViewport({ width, height });
    await wear(page, 'light');
    await page.goto(`${address}page.html`);
    await page.waitForFunction('window.dramatis');
    for (let word = 0; word < 5; word += 1) {
      await page.evaluate(async (at) => {
        document.querySelectorAll('[data-figure]')[at]?.scrollIntoView({ block: 'center' });
        await new Promise(requestAnimationFrame);
        /** @type {any} */ (window).dramatis.show(at, 'hover');
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      }, word);
      await page.screenshot({ path: png(join(folder, `page-${width}-${word + 1}.png`)) });
    }
  }
  console.log('page: the card beside five words, in two windows');
}

/** @param {Gallery} gallery */
async function photographReferences({ photograph, drawnWith }) {
  const target = join(root, 'tests/pictures');
  mkdirSync(target, { recursive: true });
  for (const picture of references) writeFileSync(join(target, `${nameOf(picture)}.png`), await photograph(picture));
  writeFileSync(join(target, 'drawn-with.json'), `${JSON.stringify(await drawnWith(), null, 2)}\n`);
  console.log(`${references.length} pictures in tests/pictures/`);
}

/** The demo page in a language. @param {string} language */
function demo(language) {
  const read = (/** @type {string} */ file) => readFileSync(join(root, 'scripts/demo', file), 'utf8');
  const english = read('article.html');
  if (language === 'en') return english;
  return read(`article-${language}.html`).replace(
    '<style></style>',
    /<style>[\s\S]*?<\/style>/.exec(english)?.[0] ?? '',
  );
}

/**
 * The extension itself on the demo page.
 * @param {InstalledBrowser} installed
 * @param {{ width: number, height: number, language: string }} options
 * @param {(driver: Driver, tab: Tab) => Promise<void>} shoot once the page is marked
 */
async function onDemo(installed, options, shoot) {
  const server = await serve({ '/': { body: demo(options.language) } });
  const driver = await launch(installed, join(root, '.output/chrome-mv3'), { ...options, offline: true });
  try {
    const tab = await driver.open(server.url('/', 'www.example.com'));
    await tab.mentions();
    await sleep(500);
    await shoot(driver, tab);
  } finally {
    await driver.close();
    server.close();
  }
}

/**
 * Opens the card of the first mention that can be seen, or of the first with this text.
 * @param {Tab} tab
 * @param {string} [text]
 */
async function openCard(tab, text) {
  const mention = (await tab.ranges()).find((one) => one.top > 40 && one.width > 0 && one.text === (text ?? one.text));
  if (!mention) throw new Trouble('Too little is marked on the demo page.');
  await tab.move(mention.left - 30, mention.top + mention.height + 30);
  await tab.move(mention.left + mention.width / 2, mention.top + mention.height / 2);
  await tab.card();
  await sleep(400);
}

/**
 * The popup's page behind the tab, where it sees the same tab in front as the real one, and can be taken in any size.
 * @param {Driver} driver
 * @param {Tab} tab
 * @param {import('puppeteer-core').Viewport} viewport
 */
async function popup(driver, tab, viewport) {
  const page = await driver.extensionPage('popup.html', { behind: tab.page, viewport });
  await sleep(600);
  return page;
}

/**
 * Presses "Keep this article" in the popup's page, and unfolds the first figure of the draft.
 * @param {Driver} driver
 * @param {Page} popup
 * @param {import('puppeteer-core').Viewport} viewport
 */
async function openDraft(driver, popup, viewport) {
  await popup.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('button.keep'))?.click());
  const draft = await driver.ownPage('keep.html');
  await draft.setViewport(viewport);
  await draft.bringToFront();
  await (await draft.waitForSelector('.figure .who'))?.evaluate((figure) =>
    /** @type {HTMLElement} */ (figure).click(),
  );
  await draft.waitForSelector('.details');
  await draft.evaluate(() => {
    scrollTo(0, 0);
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
  });
  await sleep(400);
  return draft;
}

/** The four of the welcome page, in light and in dark. @param {InstalledBrowser} installed */
async function photographWelcome(installed) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    const path = (/** @type {string} */ name) =>
      png(join(root, `public/welcome/${name}${theme === 'dark' ? '-dark' : ''}.png`));
    await onDemo(installed, { width: 640, height: 768, language: 'en' }, async (driver, tab) => {
      await wear(tab.page, theme);
      await tab.page.screenshot({ path: path('marked') });
      await openCard(tab);
      await tab.page.screenshot({ path: path('card') });
      const page = await popup(driver, tab, { width: 360, height: 432, deviceScaleFactor: 1.5 });
      await wear(page, theme);
      await page.screenshot({ path: path('popup') });
      const draft = await openDraft(driver, page, { width: 960, height: 600, deviceScaleFactor: 1.5 });
      await wear(draft, theme);
      await draft.screenshot({ path: path('keep') });
    });
  }
  console.log('public/welcome/marked.png, card.png, popup.png, keep.png, and each in dark');
}

/**
 * For the stores: a card on the page, the popup over the page, the story, an article that is kept.
 * @param {InstalledBrowser} installed
 * @param {string} language
 */
async function photographStore(installed, language) {
  const size = { width: 1280, height: 800 };
  const path = (/** @type {number} */ number) => png(join(root, `store/pictures/${language}-${number}.png`));
  await onDemo(installed, { ...size, language }, async (driver, tab) => {
    const behind = await tab.page.screenshot({ encoding: 'base64' });
    const opened = await popup(driver, tab, { width: 360, height: 600 });
    const above = await opened.screenshot({ encoding: 'base64' });
    const both = await driver.browser.newPage();
    // As it hangs from its button, which no picture of a page shows.
    await both.setContent(`<body style="margin: 0; background: url(data:image/png;base64,${behind})">
      <img src="data:image/png;base64,${above}" style="position: absolute; right: 40px; top: 8px; border-radius: 8px; box-shadow: 0 6px 28px #0006">`);
    await both.screenshot({ path: path(2) });
    await both.close();
    await tab.page.bringToFront();
    await openCard(tab, 'Gustavo Petro');
    await tab.page.screenshot({ path: path(1) });
    const story = await driver.extensionPage('story.html');
    await story.setViewport(size);
    await story.waitForSelector('h1');
    await story.bringToFront(); // nothing is drawn of a tab behind another
    await story.screenshot({ path: path(3) });
    await tab.page.bringToFront();
    await (await openDraft(driver, opened, size)).screenshot({ path: path(4) });
    console.log(`store/pictures/${language}-1.png to -4.png`);
  });
}

/** What is asked for out of the built extension. @param {{ welcome: boolean, store: boolean }} wanted */
async function photographExtension({ welcome, store }) {
  const [installed] = await browsersFor(['chromium']);
  if (!installed) throw new Trouble('Pictures need Chrome or Chromium.');
  if (!(await run(process.execPath, [join(root, 'scripts/build.mjs'), 'chrome'])))
    throw new Trouble('The extension could not be built.');
  if (welcome) await photographWelcome(installed);
  if (store) for (const language of ['en', 'es']) await photographStore(installed, language);
}

runMain(async () => {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const { values } = parseArgs({ options: { references: flag, welcome: flag, store: flag } });
  await installPackages();
  if (values.welcome || values.store) return photographExtension(values);

  const gallery = await openGallery();
  try {
    if (values.references) return await photographReferences(gallery);
    mkdirSync(folder, { recursive: true });
    await photographGallery(gallery);
    await photographCardOnPage(gallery);
    console.log('in .output/pictures/');
  } finally {
    await gallery.close();
  }
});
