// @ts-check
// The open card, seen and pressed from outside.
import { shadowRootInChromium } from './chromium.mjs';
import { shadowRootInFirefox } from './firefox.mjs';
import { until } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../../../scripts/browsers.mjs').Engine} Engine */
/** @typedef {import('./ranges.mjs').Box} Box */
/** @typedef {NonNullable<Awaited<ReturnType<typeof findCard>>>} Card */

/** The open card's host; a page may have elements of the same name. */
const HOST = 'dramatis-card:popover-open';

/**
 * The card in its closed shadow root, which no page may open but the browser's debugger may.
 * @param {Engine} engine
 * @param {Page} page
 */
export async function findCard(engine, page) {
  const isOpen = await page.evaluate((host) => document.querySelector(host) !== null, HOST);
  const found =
    isOpen && (engine === 'firefox' ? await shadowRootInFirefox(page, HOST) : await shadowRootInChromium(page, HOST));
  if (!found) return null;
  const { call, release } = found;
  // The host may also be open for an announcement to screen readers alone.
  if ((await call(`(root) => String(root.querySelector('[role=dialog], [role=tooltip]') !== null)`)) !== 'true') {
    await release();
    return null;
  }
  return {
    /** Lets go of the card, which is kept in memory for whoever holds it. */
    release,
    /**
     * Runs a function on the shadow root.
     * @template T
     * @template [A=undefined]
     * @param {(root: ShadowRoot, argument: A) => T} body its result must be JSON
     * @param {A} [argument]
     * @returns {Promise<T>}
     */
    evaluate: async (body, argument) =>
      JSON.parse(
        (await call(`(root) => JSON.stringify((${body})(root, ${JSON.stringify(argument)})) ?? 'null'`)) ?? 'null',
      ),
    /** The text that a reader sees. @returns {Promise<string>} */
    async text() {
      return this.evaluate((shadow) =>
        [...shadow.children]
          .map((child) => (child instanceof HTMLElement && child.tagName !== 'STYLE' ? child.innerText : ''))
          .join('\n'),
      );
    },
    /** Where the card stands in the viewport. @returns {Promise<Box>} */
    box: () =>
      page.evaluate((host) => {
        const { left, top, width, height } = document.querySelector(host)?.getBoundingClientRect() ?? new DOMRect();
        return { left, top, width, height };
      }, HOST),
    /**
     * Clicks the middle of an element in the card with the real pointer, until the click has got through to it: a card
     * takes no press before it has been in sight for a moment.
     * @param {string} selector
     */
    async click(selector) {
      // What the card refuses is stopped before this listener.
      await this.evaluate((shadow, wanted) => {
        const world = /** @type {{ gotThrough?: boolean }} */ (globalThis);
        world.gotThrough = false;
        const heard = (/** @type {Event} */ { target }) => {
          if (!(/** @type {Element} */ (target).closest(wanted))) return;
          world.gotThrough = true;
          shadow.removeEventListener('click', heard, true);
        };
        shadow.addEventListener('click', heard, true);
      }, selector);
      await until(`a click on ${selector} to get through`, async () => {
        const gotThrough = () => page.evaluate(() => /** @type {any} */ (globalThis).gotThrough);
        if (await gotThrough()) return true;
        const { x, y } = await this.evaluate((shadow, wanted) => {
          const box = shadow.querySelector(wanted)?.getBoundingClientRect();
          return { x: (box?.left ?? NaN) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 };
        }, selector);
        await page.mouse.click(x, y);
        return gotThrough();
      });
    },
  };
}
