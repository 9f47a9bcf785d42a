// @ts-check
// Drives a real browser with the built extension, Chromium and Firefox alike, from outside: through the messages and
// storage keys that the extension promises to any tool, real pointer movements, and what is painted. Used by the
// end-to-end tests, by `npm start`, by the bench and for pictures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChromiumControls } from './chromium.mjs';
import { openExtension } from './extension.mjs';
import { createFirefoxControls } from './firefox.mjs';
import { FIREFOX_UUID, start } from './start.mjs';
import { createStorage } from './storage.mjs';
import { openTab } from './tab.mjs';
import { sleep, until } from './wait.mjs';

/** @typedef {import('../../../scripts/browsers.mjs').InstalledBrowser} InstalledBrowser */
/** @typedef {import('./tab.mjs').Tab} Tab */
/** @typedef {Awaited<ReturnType<typeof launch>>} Driver */

/**
 * Starts a browser with the extension in it.
 * @param {InstalledBrowser} installed
 * @param {string} folder the build for that browser
 * @param {Partial<import('./start.mjs').StartOptions>} [options]
 */
export async function launch(
  installed,
  folder,
  {
    headless = true,
    offline = false,
    proxy = 0,
    width = 1280,
    height = 900,
    scale = 1,
    language = 'en-US',
    still = false,
  } = {},
) {
  const { engine } = installed;
  /** @type {{ browser_specific_settings?: { gecko?: { id?: string } } }} */
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const browser = await start(
    installed,
    { headless, offline, proxy, width, height, scale, language, still },
    manifest.browser_specific_settings?.gecko?.id,
  );
  const id = await browser.installExtension(folder);
  // While the extension is away its pages are closed: without another one Firefox would end.
  const [ground] = await browser.pages();
  const origin = engine === 'firefox' ? `moz-extension://${FIREFOX_UUID}` : `chrome-extension://${id}`;

  /** @type {string[]} */
  const faults = [];
  browser.on('targetcreated', async (target) => {
    const page = await target.page().catch(() => null);
    page?.on('console', (message) => {
      if (message.text().startsWith('Dramatis:')) faults.push(message.text());
    });
    page?.on('pageerror', (error) => {
      const stack = String(/** @type {Error} */ (error)?.stack);
      // What a page may not load is told as an error, too; and a page can spoil the class of our element.
      const isOurs = stack.split('\n').some((line) => /^\s+at /.test(line) && line.includes(origin));
      if (isOurs && !stack.includes('Custom element upgrade')) faults.push(stack);
    });
  });

  const extension = await openExtension(browser, origin);
  const chromium = createChromiumControls(browser, id);
  const firefox = createFirefoxControls(browser, id);
  const own = engine === 'firefox' ? firefox : chromium;
  if (engine === 'firefox' && headless && scale === 1) await firefox.resize(width, height);

  /**
   * The popup over a tab. Chromium opens the real one; Firefox offers no way to, so there its page is opened behind
   * the tab, where it sees the same active tab.
   * @param {Tab} tab
   */
  async function popup(tab) {
    if (engine === 'firefox') {
      const viewport = { width: 400, height: 600, deviceScaleFactor: scale };
      return extension.openPage('popup.html', { behind: tab.page, viewport });
    }
    await tab.page.bringToFront();
    await (await browser.extensions()).get(id)?.triggerAction(tab.page);
    return pageAt('popup.html');
  }

  /** A page of the extension beside a tab's. @param {string} path */
  async function pageAt(path) {
    const target = await until(path, () =>
      browser.targets().find((candidate) => candidate.url() === `${origin}/${path}`),
    );
    const page = await target.asPage();
    await until(`${path} to load`, () => page.evaluate(() => document.readyState === 'complete'));
    return page;
  }

  return {
    engine,
    browser,
    /**
     * Opens a page in a tab of its own, in front.
     * @param {string} url
     * @param {import('./tab.mjs').OpenOptions} [options]
     */
    open: (url, options) => openTab({ engine, browser, extension, origin }, url, options),
    extensionPage: extension.openPage,
    inExtension: extension.run,
    ...createStorage(extension.run),
    /** Whether the reader script is in a tab's page. @param {{ id: number }} tab @returns {Promise<boolean>} */
    hasReader: (tab) =>
      extension.run(async (tabId) => {
        const { scripting } = /** @type {any} */ (globalThis).chrome;
        const look = () =>
          /** @type {Record<symbol, { waiting: unknown } | undefined>} */ (globalThis)[Symbol.for('page world')]
            ?.waiting === null;
        const [{ result }] = await scripting.executeScript({ target: { tabId, frameIds: [0] }, func: look });
        return result;
      }, tab.id),
    /** What the extension's button says over a tab. @param {Tab} tab @returns {Promise<string>} */
    badge: (tab) =>
      extension.run((id) => /** @type {any} */ (globalThis).chrome.action.getBadgeText({ tabId: id }), tab.id),
    popup,
    /**
     * The side panel of a tab's window. In Chromium it is the real one, opened from the popup; in Firefox its page is
     * opened behind the tab, where it sees the same window.
     * @param {Tab} tab
     */
    async panel(tab) {
      if (engine === 'firefox') {
        const viewport = { width: 360, height: 800, deviceScaleFactor: scale };
        return extension.openPage('sidepanel.html', { behind: tab.page, viewport });
      }
      const over = await popup(tab);
      const open = await over.waitForSelector('.open-panel');
      // The popup closes itself, at times before the browser has said that the press is done.
      await open?.click().catch((error) => {
        if (error.name !== 'TargetCloseError') throw error;
      });
      return pageAt('sidepanel.html');
    },
    /**
     * A page that the extension itself has opened. Of such Firefox tells no address: it is opened anew.
     * @param {string} path
     */
    async ownPage(path) {
      if (engine !== 'firefox')
        return until(path, async () => (await browser.pages()).find((page) => page.url().includes(`/${path}`)));
      const address = await until(path, () =>
        extension.run(async (wanted) => {
          const { tabs, runtime } = /** @type {any} */ (globalThis).chrome;
          const tab = (await tabs.query({})).find((/** @type {{ url?: string }} */ { url }) => url?.includes(wanted));
          if (!tab) return null;
          await tabs.remove(tab.id);
          return tab.url.slice(runtime.getURL('/').length);
        }, `/${path}`),
      );
      return extension.openPage(address);
    },
    /**
     * Installs the build over itself, as an update does, or anew where it was removed: what is open of the extension
     * goes, pages stay.
     */
    async install() {
      await browser.installExtension(folder);
      await extension.back();
    },
    /** What our code has thrown in any page, or told the console, since this was asked last. */
    faults: () => faults.splice(0),
    remove: () => browser.uninstallExtension(id),
    back: extension.back,
    endBackground: own.endBackground,
    /** Disables the extension, or enables it again. @param {boolean} enabled */
    async enable(enabled) {
      await own.setEnabled(enabled);
      if (enabled) await extension.back();
    },
    /** Firefox only, all three. */
    grant: firefox.grant,
    pressKey: firefox.pressKey,
    hideSidebar: firefox.hideSidebar,
    /** Chromium only. */
    configure: chromium.configure,
    /** Chromium only. */
    worker: chromium.worker,
    /** The background, woken where it was ended. Chromium only. */
    awake: () =>
      until('the background', async () => {
        await extension.run(() =>
          /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'site', host: 'example.com' }),
        );
        return chromium.worker();
      }),
    /** Closes every page but the driver's own. @param {import('puppeteer-core').Page} [kept] stays as well */
    async closeOthers(kept) {
      for (const page of await browser.pages())
        if (!extension.isControl(page) && page !== ground && page !== kept) await page.close().catch(() => {});
    },
    /** Firefox sometimes does not answer its own closing: then it is left to end with this process. */
    close: () => Promise.race([browser.close(), sleep(5000)]),
  };
}
