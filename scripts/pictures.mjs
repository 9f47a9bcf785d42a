// @ts-check
// Takes pictures of every surface, in each theme and language, into .output/pictures/ (`npm run pictures`). With `--welcome` also the three
// of the welcome page, out of the built extension on the demo page, into public/welcome/, with `--store` those of the stores into
// store/pictures/: look at them before committing them.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browsersFor, root, run, runMain, Trouble } from './setup.mjs';

const folder = join(root, '.output/pictures');
const themes = ['light', 'dark'];
const locales = ['en', 'es', 'pt', 'fr', 'de'];

/** What is shown of each surface, how wide its window is, and what of it is cut out. @type {{ surface: string, states: string[], width: number, part?: string }[]} */
const shown = [
  {
    surface: 'card',
    states: ['person', 'place', 'organization', 'before', 'more', 'correcting', 'back'],
    width: 376,
    part: '.card-frame',
  },
  { surface: 'popup', states: ['marked', 'off', 'not-news', 'nothing', 'no-access'], width: 360, part: '.popup' },
  { surface: 'story', states: ['whole', 'search'], width: 1280 },
  { surface: 'options', states: ['full', 'faulty'], width: 800 },
  { surface: 'welcome', states: ['false'], width: 1000 },
];

/** @param {import('puppeteer-core').Page} page @param {string} theme */
const wear = (page, theme) =>
  page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);

/** @param {string} path */
const png = (path) => /** @type {`${string}.png`} */ (path);

/** @param {import('puppeteer-core').Browser} browser @param {string} address of the gallery */
async function photographGallery(browser, address) {
  const page = await browser.newPage();
  let count = 0;
  for (const { surface, states, width, part } of shown) {
    await page.setViewport({ width, height: 700, deviceScaleFactor: 2 });
    for (const state of states) {
      for (const locale of locales) {
        await page.goto(`${address}?surface=${surface}&state=${state}&locale=${locale}`);
        const piece = await page.waitForSelector(part ?? '.surface');
        for (const theme of themes) {
          await wear(page, theme);
          const path = png(join(folder, `${surface}-${state}-${theme}-${locale}.png`));
          if (part) await piece?.screenshot({ path });
          else await page.screenshot({ path, fullPage: true });
          count++;
        }
      }
    }
    console.log(`${surface}: ${states.join(', ')}`);
  }
  console.log(`${count} pictures in .output/pictures/`);
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
 * @param {import('./setup.mjs').InstalledBrowser} installed
 * @param {{ width: number, height: number, language: string }} options
 * @param {(driver: import('./browser.mjs').Driver, tab: import('./browser.mjs').Tab) => Promise<void>} shoot once the page is marked
 */
async function onDemo(installed, options, shoot) {
  const { launch, sleep } = await import('./browser.mjs');
  const { serve } = await import('./serve.mjs');
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

/** Opens the card of the first mention that can be seen, or of the first with this text. @param {import('./browser.mjs').Tab} tab @param {string} [text] */
async function openCard(tab, text) {
  const { sleep } = await import('./browser.mjs');
  const mention = (await tab.ranges()).find((one) => one.top > 40 && one.width > 0 && one.text === (text ?? one.text));
  if (!mention) throw new Trouble('Too little is marked on the demo page.');
  await tab.move(mention.left - 30, mention.top + mention.height + 30);
  await tab.move(mention.left + mention.width / 2, mention.top + mention.height / 2);
  await tab.card();
  await sleep(400);
}

/** The popup's page behind the tab, where it sees the same tab in front as the real one, and can be taken in any size. @param {import('./browser.mjs').Driver} driver @param {import('puppeteer-core').Viewport} size */
async function popup(driver, size) {
  const { sleep } = await import('./browser.mjs');
  const page = await driver.extensionPage('popup.html', { background: true });
  await page.setViewport(size);
  await sleep(600);
  return page;
}

/** The three of the welcome page. @param {import('./setup.mjs').InstalledBrowser} installed */
async function photographWelcome(installed) {
  const target = join(root, 'public/welcome');
  await onDemo(installed, { width: 640, height: 768, language: 'en' }, async (driver, tab) => {
    await tab.page.screenshot({ path: png(join(target, 'marked.png')) });
    await openCard(tab);
    await tab.page.screenshot({ path: png(join(target, 'card.png')) });
    const page = await popup(driver, { width: 360, height: 432, deviceScaleFactor: 1.5 });
    await page.screenshot({ path: png(join(target, 'popup.png')) });
    console.log('public/welcome/marked.png, card.png, popup.png');
  });
}

/** For the stores: a card on the page, the popup over the page, the story. @param {import('./setup.mjs').InstalledBrowser} installed @param {string} language */
async function photographStore(installed, language) {
  const size = { width: 1280, height: 800 };
  const path = (/** @type {number} */ number) => png(join(root, `store/pictures/${language}-${number}.png`));
  await onDemo(installed, { ...size, language }, async (driver, tab) => {
    const behind = await tab.page.screenshot({ encoding: 'base64' });
    const above = await (await popup(driver, { width: 360, height: 600 })).screenshot({ encoding: 'base64' });
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
    await story.screenshot({ path: path(3) });
    console.log(`store/pictures/${language}-1.png, -2.png, -3.png`);
  });
}

runMain(async () => {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const { values } = parseArgs({ options: { welcome: flag, store: flag } });
  const [installed] = await browsersFor(['chromium']);
  if (!installed) throw new Trouble('Pictures need Chrome or Chromium.');
  if (values.welcome || values.store) {
    if (!(await run(process.execPath, [join(root, 'scripts/build.mjs'), 'chrome'])))
      throw new Trouble('The extension could not be built.');
    if (values.welcome) await photographWelcome(installed);
    if (values.store) for (const language of ['en', 'es']) await photographStore(installed, language);
    return;
  }

  const { createServer } = await import('vite');
  const { launch } = await import('puppeteer-core');
  const server = await createServer({
    configFile: join(root, 'tests/gallery/vite.config.ts'),
    server: { port: 0, hmr: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  const browser = await launch({
    executablePath: installed.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--hide-scrollbars'],
  });
  mkdirSync(folder, { recursive: true });
  try {
    await photographGallery(browser, server.resolvedUrls?.local[0] ?? '');
  } finally {
    await browser.close();
    await server.close();
  }
});
