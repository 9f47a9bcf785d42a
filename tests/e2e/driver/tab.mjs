// @ts-check
// A tab: what its page answers to messages, what is painted in it, and a reader's pointer.
import { findCard } from './card.mjs';
import { countObjects } from './chromium.mjs';
import { paintedRanges } from './ranges.mjs';
import { PATIENCE, sleep, until } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../../../scripts/browsers.mjs').Engine} Engine */
/**
 * The answer to `status`.
 * @typedef {object} Status
 * @property {boolean} active
 * @property {string} host
 * @property {string} state
 * @property {{ kind: 'article' | 'front' | 'other', because: string[] }} news
 * @property {string | null} date
 * @property {{ id: string, count: number, stories: { story: string, figure: string }[] }[]} figures
 */
/**
 * One answer to `mentions`.
 * @typedef {{ figure: string, text: string, evidence: unknown, stories: { story: string, figure: string }[] }} Mention
 */
/** @typedef {ReturnType<typeof createTab>} Tab */
/**
 * A browser with the extension.
 * @typedef {object} Started
 * @property {Engine} engine
 * @property {import('puppeteer-core').Browser} browser
 * @property {import('./extension.mjs').Extension} extension
 * @property {string} origin of the extension's pages
 */
/**
 * @typedef {object} OpenOptions
 * @property {import('puppeteer-core').PuppeteerLifeCycleEvent | []} [waitUntil]
 * @property {(page: Page) => Promise<unknown>} [prepare] runs before the page is asked for
 */

/** Between the steps of a pointer that a hand moves; ms. */
const PACE = 20;

/** So long a page may take to be left until its tab is given up; ms. */
const LEAVING = 10_000;

/**
 * Opens a page in a tab of its own, in front.
 * @param {Started} started
 * @param {string} url
 * @param {OpenOptions} [options]
 */
export async function openTab({ engine, browser, extension, origin }, url, { waitUntil = 'load', prepare } = {}) {
  const page = await browser.newPage();
  page.setDefaultTimeout(2 * PATIENCE);
  // Which tab is this? Only the extension's own addresses are shown to it, so the tab first opens one of them.
  const sign = `${origin}/icon/16.png?${crypto.randomUUID()}`;
  await page.goto(sign, { waitUntil: [] });
  const id = await until('the tab', () =>
    extension.run(
      async (/** @type {string} */ wanted) =>
        (await /** @type {any} */ (globalThis).chrome.tabs.query({})).find(
          (/** @type {{ url?: string }} */ tab) => tab.url === wanted,
        )?.id,
      sign,
    ),
  );
  await prepare?.(page);
  await page.goto(url, { waitUntil });
  const send = (/** @type {object} */ message) =>
    extension.run(
      (tab, body) => /** @type {any} */ (globalThis).chrome.tabs.sendMessage(tab, body, { frameId: 0 }),
      id,
      message,
    );
  return createTab(engine, page, id, send);
}

/**
 * A tab with a page in it.
 * @param {Engine} engine
 * @param {Page} page
 * @param {number} id as the extension knows the tab
 * @param {(message: { type: string }) => Promise<unknown>} send to the content script of this tab
 */
function createTab(engine, page, id, send) {
  const viewport = page.viewport();
  let isSpent = false;
  const ranges = async () => (await paintedRanges(page)).all;
  const cardIsOpen = async () => {
    const card = await findCard(engine, page);
    await card?.release();
    return card !== null;
  };
  return {
    page,
    id,
    /** Sends a message of our own kind. */
    send,
    /** What the page's content script says of itself, as soon as it answers. */
    status: () => until('an answer to `status`', () => /** @type {Promise<Status>} */ (send({ type: 'status' }))),
    /** Every mention on the page, when all of it has been read. */
    mentions: () =>
      until('an answer to `mentions`', () => /** @type {Promise<Mention[]>} */ (send({ type: 'mentions' }))),
    ranges,
    /** The texts of the painted ranges, in document order. */
    painted: async () => (await ranges()).map(({ text }) => text),
    /**
     * Moves the pointer and lets it rest: its last step is slow, so that it is not taken for passing through.
     * @param {number} x
     * @param {number} y
     */
    async move(x, y) {
      await page.mouse.move(x, y, { steps: 4 });
      await sleep(PACE);
      await page.mouse.move(x + 1, y);
    },
    /**
     * Rests the pointer on a painted mention, scrolled to the middle of the viewport.
     * @param {string} text the mention as it stands on the page
     */
    async hover(text) {
      const { left, top, width, height } = await until(
        `“${text}” to be painted and to stand still`,
        async () => (await paintedRanges(page, text)).place,
      );
      await page.mouse.move(left + width / 2 - 30, top + height + 20);
      await sleep(PACE);
      await this.move(left + width / 2, top + height / 2);
    },
    /**
     * Waits until what was to happen after so many ms, told from now or from before, has happened: timers of a page,
     * and of ours in it, run in the order in which they are due, however slow the machine.
     * @param {number} ms a delay of ours
     */
    after: (ms) =>
      page.evaluate(
        (delay) =>
          new Promise((resolve) => {
            setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), delay);
          }),
        ms,
      ),
    /** The open card. */
    card: () => until('the card to open', () => findCard(engine, page)),
    /** Waits until no card is open. */
    cardGone: () => until('the card to close', async () => !(await cardIsOpen())),
    /** Whether a card is open now. */
    cardIsOpen,
    /**
     * How many objects of a class, such as `MutationObserver`, live in the extension's own world of the page. Chromium
     * only.
     * @param {string} name
     */
    countObjects: (name) => countObjects(page, name),
    /**
     * Is not used again in Firefox after this test: of a tab that has come back from its back/forward cache it no
     * longer tells when it has left a page.
     */
    spend() {
      isSpent = engine === 'firefox';
    },
    /** Whether another page can come into it as into a new tab. */
    isFresh: () => !isSpent && !page.isClosed() && page.viewport() === viewport,
    /**
     * Leaves the page for one without content, which fails where it takes too long.
     * @param {string} empty of the site that comes next: then its process stays
     */
    leave: (empty) => page.goto(empty, { timeout: LEAVING }),
    /** Shows a page as a new tab does: in front, the pointer in its corner. @param {string} url */
    async turnTo(url) {
      await page.bringToFront();
      await page.mouse.reset();
      await page.mouse.move(0, 0);
      await page.goto(url, { waitUntil: 'load' });
    },
    close: () => page.close(),
  };
}
