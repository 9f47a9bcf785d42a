// @ts-check
// Drives a real browser with the built extension, Chromium and Firefox alike, from outside: through the messages and storage
// keys that the extension promises to any tool, real pointer movements, and what is painted. Used by `npm start` and by the end-to-end tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('./browsers.mjs').InstalledBrowser} InstalledBrowser */
/** @typedef {{ active: boolean, host: string, state: string, news: { kind: 'article' | 'front' | 'other', because: string[] }, date: string | null, figures: { id: string, count: number }[] }} Status */
/** @typedef {{ figure: string, text: string, evidence: unknown }} Mention */
/** @typedef {{ left: number, top: number, width: number, height: number }} Box in CSS pixels of the viewport */

const FIREFOX_UUID = '6b1c6a2e-2f5f-4d3e-9a53-3f0a3b4d5c6d';

/** Between the steps of a pointer that a hand moves; ms. */
const PACE = 20;

/** The open card's host; a page may have elements of the same name. */
const HOST = 'dramatis-card:popover-open';

/** How long anything may take on a slow and busy machine; ms. */
const PATIENCE = 1000 * Number(process.env.PATIENCE ?? 60);

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks again and again until the answer is neither null, undefined nor false.
 * @template T
 * @param {string} what for the error: `the card to open`
 * @param {() => Promise<T | null | undefined | false> | T | null | undefined | false} ask a throw counts as not yet
 * @param {number} [timeout] in ms
 * @returns {Promise<T>}
 */
export async function until(what, ask, timeout = PATIENCE) {
  const end = Date.now() + timeout;
  /** @type {unknown} */
  let last;
  do {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  } while (Date.now() < end);
  throw new Error(`Waited ${timeout} ms in vain for ${what}.`, { cause: last });
}

/**
 * @param {InstalledBrowser} installed
 * @param {{ headless: boolean, offline: boolean, proxy: number, width: number, height: number, scale: number, language: string }} options
 * @param {string} [geckoId]
 * @returns {Promise<Browser>}
 */
function start({ engine, path }, { headless, offline, proxy, width, height, scale, language }, geckoId) {
  const defaultViewport = headless ? { width, height, deviceScaleFactor: scale } : null;
  if (engine === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: path,
      headless,
      defaultViewport,
      timeout: 2 * PATIENCE,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [geckoId ?? '']: FIREFOX_UUID }),
        'extensions.webextensions.keepUuidOnUninstall': true,
        'intl.accept_languages': 'en-US, en',
        'dom.security.https_first': false,
        ...(offline ? { 'network.dns.forceResolve': '127.0.0.1', 'network.proxy.type': 0 } : {}),
        ...(proxy
          ? {
              'network.proxy.type': 1,
              'network.proxy.http': '127.0.0.1',
              'network.proxy.http_port': proxy,
              'network.proxy.ssl': '127.0.0.1',
              'network.proxy.ssl_port': proxy,
              'network.proxy.allow_hijacking_localhost': true,
            }
          : {}),
      },
    });
  }
  return puppeteer.launch({
    executablePath: path,
    headless,
    defaultViewport,
    timeout: 2 * PATIENCE,
    enableExtensions: true,
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--disable-gpu'] : []),
      '--disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-features=HttpsUpgrades'.split(
        ' ',
      ),
      `--lang=${language}`,
      ...(offline ? ['--host-resolver-rules=MAP * 127.0.0.1', '--no-proxy-server'] : []),
      ...(proxy ? [`--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
    ].flat(),
  });
}

/**
 * Starts a browser with the extension in it.
 * @param {InstalledBrowser} installed
 * @param {string} extension folder of the build for that browser
 * @param {{ headless?: boolean, offline?: boolean, proxy?: number, width?: number, height?: number, scale?: number, language?: string }} [options]
 *   offline: every host name leads to 127.0.0.1, so that pages of any domain can be served and nothing else reached; proxy: the port
 *   through which every request goes instead; language: Chromium's own
 */
export async function launch(
  installed,
  extension,
  { headless = true, offline = false, proxy = 0, width = 1280, height = 900, scale = 1, language = 'en-US' } = {},
) {
  const { engine } = installed;
  /** @type {{ browser_specific_settings?: { gecko?: { id?: string } } }} */
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const browser = await start(
    installed,
    { headless, offline, proxy, width, height, scale, language },
    manifest.browser_specific_settings?.gecko?.id,
  );
  const id = await browser.installExtension(extension);
  // While the extension is away its pages are closed: without another one Firefox would end.
  const [ground] = await browser.pages();
  const origin = engine === 'firefox' ? `moz-extension://${FIREFOX_UUID}` : `chrome-extension://${id}`;

  /**
   * Opens a page of the extension.
   * @param {string} path
   * @param {{ behind?: Page, viewport?: import('puppeteer-core').Viewport }} [options] behind: a page to stay in
   *   front of it; then it sees that one as the active tab, as the real popup does. All that takes a window's turn comes before: behind
   *   another tab Firefox is in no hurry.
   */
  async function extensionPage(path, { behind, viewport } = {}) {
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
  let control = await extensionPage('icon/16.png');
  /**
   * Runs a function where the extension's API is at hand.
   * @template {unknown[]} A
   * @template T
   * @param {(...args: A) => T} body
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  const inExtension = (body, ...args) =>
    /** @type {Promise<Awaited<T>>} */ (
      control.evaluate(/** @type {(...args: unknown[]) => unknown} */ (/** @type {unknown} */ (body)), ...args)
    );
  /** Runs a script in Firefox's own window. @param {string} expression */
  const inFirefox = async (expression) => {
    const { connection } = /** @type {any} */ (browser);
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const target = { context: result.contexts[0].context };
    return connection.send('script.evaluate', { expression, awaitPromise: true, target });
  };
  /** Calls a function of Chromium's page of extensions. @param {string} path @param {unknown[]} given */
  const configure = async (path, ...given) => {
    const page = await browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      async (/** @type {string} */ name, /** @type {unknown[]} */ args) => {
        const { chrome } = /** @type {any} */ (globalThis);
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        const [room = '', act = ''] = name.split('.');
        await chrome[room][act](...args);
      },
      path,
      given,
    );
    await page.close();
  };
  /** @type {import('puppeteer-core').CDPSession | undefined} */
  let devtools;
  /**
   * The background's worker in Chromium, while it runs. Attached to by hand: puppeteer loses one that ends and starts again at once.
   */
  const worker = async () => {
    devtools ??= await browser.target().createCDPSession();
    const { send, connection } = { send: devtools.send.bind(devtools), connection: devtools.connection() };
    const { targetInfos } = await send('Target.getTargets');
    // Of several, those that were ended may still be listed.
    for (const target of targetInfos.reverse()) {
      if (target.type !== 'service_worker' || !target.url.startsWith(origin)) continue;
      const session = await connection?.createSession(target).catch(() => null);
      if (!session) continue;
      const lives = session.send('Runtime.evaluate', { expression: 'true' }).catch(() => null);
      if (!(await Promise.race([lives, sleep(5000)]))) {
        await session.detach().catch(() => {});
        continue;
      }
      return {
        /**
         * @template {unknown[]} A
         * @template T
         * @param {(...args: A) => T} body
         * @param {A} args
         * @returns {Promise<Awaited<T>>}
         */
        async evaluate(body, ...args) {
          const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
            expression: `(${body})(...${JSON.stringify(args)})`,
            awaitPromise: true,
            returnByValue: true,
          });
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return result.value;
        },
        /** Ends it. */
        async close() {
          await send('Target.closeTarget', { targetId: target.targetId });
          await session.detach().catch(() => {});
        },
        /** Lets go of it: a worker that is looked into is not ended for being idle. */
        release: () => session.detach().catch(() => {}),
      };
    }
    return null;
  };
  let opened = 0;

  /**
   * Opens a page in a tab of its own, in front.
   * @param {string} url
   * @param {{ waitUntil?: import('puppeteer-core').PuppeteerLifeCycleEvent | [], prepare?: (page: Page) => Promise<unknown> }} [options] prepare: runs before the page is asked for
   */
  async function open(url, { waitUntil = 'load', prepare } = {}) {
    const page = await browser.newPage();
    page.setDefaultTimeout(2 * PATIENCE);
    // Which tab is this? Only the extension's own addresses are shown to it, so the tab first opens one of them.
    const sign = `${origin}/icon/16.png?${++opened}`;
    await page.goto(sign, { waitUntil: [] });
    const tabId = await until('the tab', () =>
      inExtension(
        async (/** @type {string} */ wanted) =>
          (await /** @type {any} */ (globalThis).chrome.tabs.query({})).find(
            (/** @type {{ url?: string }} */ tab) => tab.url === wanted,
          )?.id,
        sign,
      ),
    );
    await prepare?.(page);
    await page.goto(url, { waitUntil });
    return createTab(engine, page, tabId, (message) =>
      inExtension(
        (tab, body) => /** @type {any} */ (globalThis).chrome.tabs.sendMessage(tab, body, { frameId: 0 }),
        tabId,
        message,
      ),
    );
  }

  return {
    engine,
    browser,
    open,
    extensionPage,
    inExtension,
    /** Writes keys of `storage.local`. @param {Record<string, unknown>} values */
    settings: (values) =>
      inExtension((entries) => /** @type {any} */ (globalThis).chrome.storage.local.set(entries), values),
    /** Forgets all that the reader decided: every setting as on the first day. What a closed tab has asked for before is written before. */
    forget: () =>
      inExtension(async () => {
        const { chrome } = /** @type {any} */ (globalThis);
        // The background begins with what it was sent first, and its changes take turns by locks (extension/stored.ts).
        await chrome.runtime.sendMessage({ type: 'site', host: 'example.com' });
        const { held = [], pending = [] } = await navigator.locks.query();
        for (const { name = '' } of [...held, ...pending]) await navigator.locks.request(name, () => {});
        const { local } = chrome.storage;
        await local.remove(Object.keys(await local.get(null)).filter((key) => !key.startsWith('data:')));
      }),
    /** Empties `storage.local`, the dataset included. */
    empty: () => inExtension(() => /** @type {any} */ (globalThis).chrome.storage.local.clear()),
    /** Whether the reader script is in a tab's page. @param {{ id: number }} tab @returns {Promise<boolean>} */
    hasReader: (tab) =>
      inExtension(async (tabId) => {
        const { scripting } = /** @type {any} */ (globalThis).chrome;
        const look = () =>
          /** @type {Record<symbol, { waiting: unknown } | undefined>} */ (globalThis)[Symbol.for('page world')]
            ?.waiting === null;
        const [{ result }] = await scripting.executeScript({ target: { tabId, frameIds: [0] }, func: look });
        return result;
      }, tab.id),
    /** What the extension's button says over a tab. @param {Tab} tab @returns {Promise<string>} */
    badge: (tab) =>
      inExtension((id) => /** @type {any} */ (globalThis).chrome.action.getBadgeText({ tabId: id }), tab.id),
    /** What `storage.local` holds besides the dataset. @returns {Promise<Record<string, unknown>>} */
    async stored() {
      const all = await inExtension(() => /** @type {any} */ (globalThis).chrome.storage.local.get(null));
      return Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith('data:')));
    },
    /**
     * The popup over a tab. Chromium opens the real one; Firefox offers no way to, so there its page is opened behind the tab,
     * where it sees the same active tab.
     * @param {Tab} tab
     */
    async popup(tab) {
      if (engine === 'firefox') {
        const viewport = { width: 400, height: 600, deviceScaleFactor: scale };
        return extensionPage('popup.html', { behind: tab.page, viewport });
      }
      await tab.page.bringToFront();
      await (await browser.extensions()).get(id)?.triggerAction(tab.page);
      const target = await until('the popup', () =>
        browser.targets().find((candidate) => candidate.url() === `${origin}/popup.html`),
      );
      const page = await target.asPage();
      await until('the popup to load', () => page.evaluate(() => document.readyState === 'complete'));
      return page;
    },
    /** Installs the build over itself, as an update does, or anew where it was removed: what is open of the extension goes, pages stay. */
    async install() {
      await browser.installExtension(extension);
      await this.back();
    },
    remove: () => browser.uninstallExtension(id),
    /** Waits until an extension that was away can be driven again. */
    async back() {
      control = await until('the extension to come back', () => extensionPage('icon/16.png'));
    },
    /** Ends the background, as browsers do when it has been idle; the next event starts it again. */
    async endBackground() {
      if (engine === 'firefox')
        await inFirefox(
          `WebExtensionPolicy.getByID('${id}').extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
        );
      else
        await until('the background to end', async () => {
          await (await worker())?.close(); // it may be ending by itself just now
          return true;
        });
    },
    /** The background, where it can be looked into: Chromium only, and not while it is ended. */
    worker,
    /** The background, woken where it was ended. Chromium only. */
    awake: () =>
      until('the background', async () => {
        await inExtension(() =>
          /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: 'site', host: 'example.com' }),
        );
        return worker();
      }),
    /** Disables the extension, or enables it again. @param {boolean} enabled */
    async enable(enabled) {
      if (engine === 'firefox') {
        const addons = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager`;
        await inFirefox(`${addons}.getAddonByID('${id}').then((addon) => addon.${enabled ? 'enable' : 'disable'}())`);
      } else await configure('management.setEnabled', id, enabled);
      if (enabled) await this.back();
    },
    /** Gives back access that was withdrawn, as a reader does in Firefox's settings. @param {string[]} origins */
    grant: (origins) =>
      inFirefox(`{
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const permissions = { permissions: [], origins: ${JSON.stringify(origins)} };
        ExtensionPermissions.add('${id}', permissions, WebExtensionPolicy.getByID('${id}').extension);
      }`),
    /**
     * Chromium's own settings of the extension, as its page of extensions sets them.
     * @param {{ hostAccess?: 'ON_CLICK' | 'ON_ALL_SITES', incognitoAccess?: boolean }} settings
     */
    configure: (settings) =>
      configure('developerPrivate.updateExtensionConfiguration', { extensionId: id, ...settings }),
    /** Closes every page but the driver's own. */
    async closeOthers() {
      for (const page of await browser.pages())
        if (page !== control && page !== ground) await page.close().catch(() => {});
    },
    /** Firefox sometimes does not answer its own closing: then it is left to end with this process. */
    close: () => Promise.race([browser.close(), sleep(5000)]),
  };
}

/** @typedef {{ call: (body: string) => Promise<string | undefined>, release: () => Promise<void> }} Hold a shadow root that functions can be called on */
/** @typedef {Awaited<ReturnType<typeof launch>>} Driver */
/** @typedef {ReturnType<typeof createTab>} Tab */
/** @typedef {NonNullable<Awaited<ReturnType<typeof findCard>>>} Card */

/**
 * @param {'chromium' | 'firefox'} engine
 * @param {Page} page
 * @param {number} id as the extension knows the tab
 * @param {(message: { type: string }) => Promise<unknown>} send to the content script of this tab
 */
function createTab(engine, page, id, send) {
  /**
   * The painted ranges in document order, each once. The first that says `wanted` is scrolled to the middle; then `place` is where it
   * stands, once it stands still.
   * @param {string} [wanted]
   * @returns {Promise<{ all: (Box & { text: string })[], place: Box | null }>}
   */
  const look = (wanted) =>
    page.evaluate(async (words) => {
      /** The node, or the host of the shadow tree it stands in. @param {Node} node @returns {Node} */
      const outer = (node) => {
        const tree = node.getRootNode();
        return tree instanceof ShadowRoot ? outer(tree.host) : node;
      };
      /** @param {Range} a @param {Range} b */
      const order = (a, b) => {
        const [first, second] = [a.startContainer, b.startContainer];
        if (first.getRootNode() === second.getRootNode()) return a.compareBoundaryPoints(Range.START_TO_START, b);
        return outer(first).compareDocumentPosition(outer(second)) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      };
      const painted = () =>
        [...CSS.highlights.values()]
          .flatMap((highlight) => [...highlight])
          .map(({ startContainer, startOffset, endContainer, endOffset }) => {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return range;
          })
          .sort(order)
          .filter(
            (range, index, sorted) =>
              !sorted[index - 1] || order(/** @type {Range} */ (sorted[index - 1]), range) !== 0,
          );
      /** @param {Range} range */
      const boxOf = (range) => {
        const { left, top, width, height } = range.getClientRects()[0] ?? new DOMRect();
        return { left, top, width, height };
      };
      const find = () => painted().find((range) => range.toString() === words);
      const found = words === undefined ? undefined : find();
      let place = null;
      if (found) {
        found.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const before = boxOf(found);
        // The scrolling is told to the page, what comes near the viewport is painted, and may stand before it.
        for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
        const again = find();
        const now = again && boxOf(again);
        if (now?.left === before.left && now.top === before.top) place = now;
      }
      return { all: painted().map((range) => ({ text: range.toString(), ...boxOf(range) })), place };
    }, wanted);
  const ranges = async () => (await look()).all;
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
        async () => (await look(text)).place,
      );
      await page.mouse.move(left + width / 2 - 30, top + height + 20);
      await sleep(PACE);
      await this.move(left + width / 2, top + height / 2);
    },
    /**
     * Waits until what was to happen after so many ms, told from now or from before, has happened: timers of a page, and of ours in it, run
     * in the order in which they are due, however slow the machine.
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
    /** How many objects of a class, such as `MutationObserver`, live in the extension's own world of the page. Chromium only. @param {string} name */
    countObjects: (name) => countObjects(page, name),
    close: () => page.close(),
  };
}

/**
 * The card in its closed shadow root, which no page may open but the browser's debugger may.
 * @param {'chromium' | 'firefox'} engine
 * @param {Page} page
 */
async function findCard(engine, page) {
  const isOpen = await page.evaluate((host) => document.querySelector(host) !== null, HOST);
  const found = isOpen && (engine === 'firefox' ? await shadowRootInFirefox(page) : await shadowRootInChromium(page));
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
     * Clicks the middle of an element in the card with the real pointer, until the click has got through to it: a card takes no press
     * before it has been in sight for a moment.
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

/**
 * Through the DevTools protocol.
 * @param {Page} page
 * @returns {Promise<Hold | null>}
 */
async function shadowRootInChromium(page) {
  const devtools = await page.createCDPSession();
  const { result: host } = await devtools.send('Runtime.evaluate', {
    expression: `document.querySelector('${HOST}')`,
  });
  const release = () => devtools.detach();
  if (!host.objectId) {
    await release();
    return null;
  }
  const { node } = await devtools.send('DOM.describeNode', { objectId: host.objectId, pierce: true, depth: 1 });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (!backendNodeId) {
    await release();
    return null;
  }
  const { object } = await devtools.send('DOM.resolveNode', { backendNodeId });
  return {
    async call(body) {
      const { result } = await devtools.send('Runtime.callFunctionOn', {
        objectId: /** @type {string} */ (object.objectId),
        functionDeclaration: `function () { return (${body})(this) }`,
        returnByValue: true,
      });
      return result.value;
    },
    release,
  };
}

/**
 * Through WebDriver BiDi, which puppeteer speaks to Firefox and does not wrap where shadow trees are concerned.
 * @param {Page} page
 * @returns {Promise<Hold | null>}
 */
async function shadowRootInFirefox(page) {
  const { connection } = /** @type {any} */ (page.browser());
  const target = { context: /** @type {any} */ (page.mainFrame())._id };
  /** @param {string} functionDeclaration @param {Record<string, unknown>} more */
  const call = async (functionDeclaration, more) =>
    (await connection.send('script.callFunction', { functionDeclaration, awaitPromise: false, target, ...more })).result
      .result;
  const host = await call(`() => document.querySelector('${HOST}')`, {
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    resultOwnership: 'root',
  });
  const sharedId = host?.value?.shadowRoot?.sharedId;
  if (!sharedId) return null;
  return { call: async (body) => (await call(body, { arguments: [{ sharedId }] })).value, release: async () => {} };
}

/** @param {Page} page @param {string} name */
async function countObjects(page, name) {
  const devtools = await page.createCDPSession();
  /** @type {{ id: number, origin: string }[]} */
  const worlds = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await devtools.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin.startsWith('chrome-extension:'));
  if (!world) throw new Error('The extension has no world in this page.');
  const { result: prototype } = await devtools.send('Runtime.evaluate', {
    expression: `${name}.prototype`,
    contextId: world.id,
  });
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId: /** @type {string} */ (prototype.objectId),
  });
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: /** @type {string} */ (objects.objectId),
    functionDeclaration: 'function () { return this.length }',
    returnByValue: true,
  });
  await devtools.detach();
  return /** @type {number} */ (result.value);
}
