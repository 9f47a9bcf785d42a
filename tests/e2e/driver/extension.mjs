// @ts-check
// The extension's own pages, and its API, called from one of them.
import { until } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin of the extension's pages
 */
export async function openExtension(browser, origin) {
  /**
   * Opens a page of the extension.
   * @param {string} path
   * @param {{ behind?: Page, viewport?: import('puppeteer-core').Viewport }} [options] behind: a page to stay in
   *   front of it; then it sees that one as the active tab, as the real popup does. All that takes a window's turn
   *   comes before: behind another tab Firefox is in no hurry.
   */
  async function openPage(path, { behind, viewport } = {}) {
    const page = await browser.newPage();
    if (viewport) await page.setViewport(viewport);
    await behind?.bringToFront();
    await page.goto(`${origin}/${path}`, { waitUntil: [] }).catch(async (error) => {
      await page.close();
      throw error;
    });
    await until(`${path} to load`, () =>
      page.evaluate(() => document.readyState === 'complete' && location.protocol.endsWith('extension:')),
    );
    return page;
  }

  // Any document of the extension may call its APIs: a picture does so without running any of our code.
  const openControl = () => openPage('icon/16.png');
  let control = await openControl();

  /**
   * Runs a function where the extension's API is at hand.
   * @template {unknown[]} A
   * @template T
   * @param {(...args: A) => T} body
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  const run = (body, ...args) =>
    /** @type {Promise<Awaited<T>>} */ (
      control.evaluate(/** @type {(...args: unknown[]) => unknown} */ (/** @type {unknown} */ (body)), ...args)
    );

  return {
    openPage,
    run,
    /** Whether this is the page in which functions run. @param {Page} page */
    isControl: (page) => page === control,
    /** Waits until an extension that was away can be driven again. */
    async back() {
      control = await until('the extension to come back', openControl);
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openExtension>>} Extension */
