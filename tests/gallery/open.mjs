// @ts-check
// Opens the gallery of the surfaces (tests/gallery) in a browser of its own, shows any surface in any state and look,
// and takes its picture. `npm run pictures` and the tests of the gallery go through it.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { browsersFor } from '../../scripts/browsers.mjs';
import { root, Trouble } from '../../scripts/setup.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {'light' | 'dark' | 'forced'} Theme */
/** @typedef {{ surface: keyof typeof widths, state: string, locale?: string, rtl?: boolean }} Shown */
/**
 * @typedef {Shown & { theme?: Theme, narrow?: boolean, part?: string }} Picture narrow: 320 px wide; part: selector of
 *   what is cut out
 */

/** Of the window, for each surface, px. */
const widths = {
  card: 376,
  popup: 376,
  panel: 360,
  story: 1280,
  keep: 1280,
  library: 900,
  options: 800,
  welcome: 1000,
};
const narrowest = 320;
/**
 * What is cut out of the window where nothing else is asked for.
 * @type {Partial<Record<keyof typeof widths, string>>}
 */
const parts = { card: '.card-frame', popup: '.popup' };

/**
 * Pictures that are kept in tests/pictures/ and compared: every surface, each theme, several languages, right to left
 * and narrow.
 * @type {Picture[]}
 */
export const references = [
  { surface: 'card', state: 'person' },
  { surface: 'card', state: 'person', theme: 'forced' },
  { surface: 'card', state: 'place', theme: 'dark', locale: 'es' },
  { surface: 'card', state: 'correcting', theme: 'dark', locale: 'fr' },
  { surface: 'card', state: 'back', rtl: true },
  { surface: 'popup', state: 'news' },
  { surface: 'popup', state: 'not-news', theme: 'dark', locale: 'pt' },
  { surface: 'panel', state: 'few' },
  { surface: 'panel', state: 'crowded', theme: 'dark', narrow: true },
  { surface: 'story', state: 'whole', part: '.graph' },
  { surface: 'story', state: 'event', theme: 'dark', locale: 'es', part: '.timeline' },
  { surface: 'library', state: 'several', locale: 'fr' },
  { surface: 'library', state: 'incoming', theme: 'dark', narrow: true, part: '.preview' },
  { surface: 'options', state: 'full', locale: 'de' },
  { surface: 'options', state: 'faulty', theme: 'dark', narrow: true, part: '.preview' },
  { surface: 'welcome', state: 'false' },
];

/** @param {Picture} picture */
export function nameOf({ surface, state, theme = 'light', locale = 'en', rtl, narrow, part }) {
  return [surface, state, theme, locale, rtl && 'rtl', narrow && narrowest, part?.slice(1)].filter(Boolean).join('-');
}

/** @param {'chromium' | 'firefox'} [engine] */
export async function openGallery(engine = 'chromium') {
  // Not before: scripts that may have to install them first import this file.
  const { launch } = await import('puppeteer-core');
  const { createServer } = await import('vite');
  const [installed] = await browsersFor([engine]);
  if (!installed) throw new Trouble(`The gallery needs ${engine === 'firefox' ? 'Firefox' : 'Chrome or Chromium'}.`);
  const server = await createServer({
    configFile: join(root, 'tests/gallery/vite.config.ts'),
    // Nothing is watched: a page that is reloaded while it is looked at makes no picture.
    server: { port: 0, hmr: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser = await launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: installed.path,
    args: engine === 'firefox' ? [] : ['--no-sandbox', '--disable-gpu', '--disable-quic', '--hide-scrollbars'],
  });
  const page = await browser.newPage();

  /** Shows another state where the gallery is open already, without a load. @param {Shown} what */
  const turnTo = ({ surface, state, locale = 'en', rtl = false }) =>
    page.evaluate((...shown) => /** @type {any} */ (window).turnTo(...shown), surface, state, locale, rtl);
  /** Opens the list of all surfaces, unless it is open still. */
  async function openList() {
    if (page.url() !== address) await page.goto(address);
    await page.waitForFunction('window.gallery');
  }

  return {
    address,
    page,
    turnTo,
    /** The states of a surface. @param {string} surface @returns {Promise<string[]>} */
    async states(surface) {
      await openList();
      return page.evaluate((name) => /** @type {any} */ (window).gallery[name], surface);
    },
    /**
     * A picture as PNG.
     * @param {Picture} picture
     * @param {{ scale?: number, whole?: boolean }} [options] whole: the whole page, where no part is cut out
     */
    async photograph(picture, { scale = 1, whole = false } = {}) {
      const width = picture.narrow ? narrowest : widths[picture.surface];
      await page.setViewport({ width, height: 700, deviceScaleFactor: scale });
      await wear(page, picture.theme ?? 'light');
      await openList();
      await turnTo(picture);
      const part = picture.part ?? parts[picture.surface];
      const cut = part ? await page.waitForSelector(part) : null;
      return cut ? cut.screenshot() : page.screenshot({ fullPage: whole });
    },
    /** What decides about each pixel besides the code: the browser, and the fonts as it draws them. */
    async drawnWith() {
      await page.setViewport({ width: 800, height: 600, deviceScaleFactor: 1 }); // letters stand otherwise on finer pixels
      await page.goto(address);
      const letters = await page.evaluate(() => {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d');
        [
          '17px Charter, Georgia, serif',
          'italic 15px Charter, Georgia, serif',
          '14px system-ui, sans-serif',
          '600 12px system-ui, sans-serif',
        ].forEach((font, line) => {
          if (pen) pen.font = font;
          pen?.fillText('Hamburgefonstiv ¶1.3 → ñáç “7”', 2, 24 * (line + 1));
        });
        return canvas.toDataURL();
      });
      const fonts = createHash('sha256').update(letters).digest('hex').slice(0, 16);
      return { browser: await browser.version(), fonts };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openGallery>>} Gallery */

/**
 * What a page wears goes with the session that it was put on by.
 * @type {WeakMap<Page, import('puppeteer-core').CDPSession>}
 */
const sessions = new WeakMap();

/** Puts a theme on; nothing moves in any. Chromium only. @param {Page} page @param {Theme} theme */
export async function wear(page, theme) {
  const devtools = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, devtools);
  await devtools.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'dark' ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
    ],
  });
}
