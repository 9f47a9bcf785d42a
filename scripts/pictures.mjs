// @ts-check
// Takes pictures of every surface, in each theme and language, into .output/pictures/ (`npm run pictures`). With `--welcome` also the three
// of the welcome page, out of the built extension on the demo page, into public/welcome/: look at them before committing them.
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

/** The page with its marks, a card, the popup: the extension itself, on the demo page. @param {import('./setup.mjs').InstalledBrowser} installed */
async function photographWelcome(installed) {
  if (!(await run(process.execPath, [join(root, 'scripts/build.mjs'), 'chrome'])))
    throw new Trouble('The extension could not be built.');
  const { launch, sleep } = await import('./browser.mjs');
  const { serve } = await import('./serve.mjs');
  const server = await serve({ '/': { body: readFileSync(join(root, 'scripts/demo/article.html'), 'utf8') } });
  const driver = await launch(installed, join(root, '.output/chrome-mv3'), {
    offline: true,
    width: 640,
    height: 768,
  });
  const target = join(root, 'public/welcome');
  mkdirSync(target, { recursive: true });
  try {
    const tab = await driver.open(server.url('/', 'www.example.com'));
    await tab.mentions();
    await sleep(500);
    await tab.page.screenshot({ path: png(join(target, 'marked.png')) });
    const mention = (await tab.ranges()).find(({ top, width }) => top > 40 && width > 0);
    if (!mention) throw new Trouble('Nothing is marked on the demo page.');
    await tab.move(mention.left - 30, mention.top + mention.height + 30);
    await tab.move(mention.left + mention.width / 2, mention.top + mention.height / 2);
    await tab.card();
    await sleep(400);
    await tab.page.screenshot({ path: png(join(target, 'card.png')) });
    // The popup's page behind the tab, where it sees the same tab in front as the real one, and can be taken in any size.
    const popup = await driver.extensionPage('popup.html', { background: true });
    await popup.setViewport({ width: 360, height: 432, deviceScaleFactor: 1.5 });
    await sleep(600);
    await popup.screenshot({ path: png(join(target, 'popup.png')) });
    console.log('public/welcome/marked.png, card.png, popup.png');
  } finally {
    await driver.close();
    server.close();
  }
}

runMain(async () => {
  const { values } = parseArgs({ options: { welcome: { type: 'boolean', default: false } } });
  const [installed] = await browsersFor(['chromium']);
  if (!installed) throw new Trouble('Pictures need Chrome or Chromium.');
  if (values.welcome) await photographWelcome(installed);

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
