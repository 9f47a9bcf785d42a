// @ts-check
// What Firefox alone lets a driver do, through WebDriver BiDi and scripts in Firefox's own window.

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('./chromium.mjs').Hold} Hold */

/**
 * An extension in Firefox.
 * @param {Browser} browser started with `--remote-allow-system-access`
 * @param {string} id
 */
export function createFirefoxControls(browser, id) {
  /** Runs a script in Firefox's own window. @param {string} expression */
  const inFirefox = async (expression) => {
    const { connection } = /** @type {any} */ (browser);
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const target = { context: result.contexts[0].context };
    return connection.send('script.evaluate', { expression, awaitPromise: true, target });
  };
  return {
    /** Ends the background, as browsers do when it has been idle; the next event starts it again. */
    endBackground: () =>
      inFirefox(
        `WebExtensionPolicy.getByID('${id}').extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      ),
    /** @param {boolean} enabled */
    setEnabled(enabled) {
      const addons = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager`;
      return inFirefox(`${addons}.getAddonByID('${id}').then((addon) => addon.${enabled ? 'enable' : 'disable'}())`);
    },
    /** Presses the key of a command, Alt+Shift and a letter, as the window gets it. @param {string} letter */
    pressKey: (letter) =>
      inFirefox(
        `[...document.querySelectorAll('keyset[id^="ext-keyset"] key')].find((key) => key.getAttribute('key') === '${letter}').doCommand()`,
      ),
    /** Sizes Firefox's window so that its pages have this size. @param {number} width px @param {number} height */
    resize: (width, height) =>
      inFirefox(`(async () => {
        const box = gBrowser.selectedBrowser;
        while (box.clientWidth !== ${width} || box.clientHeight !== ${height}) {
          resizeBy(${width} - box.clientWidth, ${height} - box.clientHeight);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })()`),
    /** Closes the sidebar of Firefox's window. */
    hideSidebar: () => inFirefox('SidebarController.hide()'),
    /** Gives back access that was withdrawn, as a reader does in Firefox's settings. @param {string[]} origins */
    grant: (origins) =>
      inFirefox(`{
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const permissions = { permissions: [], origins: ${JSON.stringify(origins)} };
        ExtensionPermissions.add('${id}', permissions, WebExtensionPolicy.getByID('${id}').extension);
      }`),
  };
}

/**
 * A closed shadow root, through WebDriver BiDi, which puppeteer speaks to Firefox and does not wrap where shadow trees
 * are concerned.
 * @param {Page} page
 * @param {string} host selector
 * @returns {Promise<Hold | null>}
 */
export async function shadowRootInFirefox(page, host) {
  const { connection } = /** @type {any} */ (page.browser());
  const target = { context: /** @type {any} */ (page.mainFrame())._id };
  /** @param {string} functionDeclaration @param {Record<string, unknown>} more */
  const call = async (functionDeclaration, more) =>
    (await connection.send('script.callFunction', { functionDeclaration, awaitPromise: false, target, ...more })).result
      .result;
  const element = await call(`() => document.querySelector('${host}')`, {
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    resultOwnership: 'root',
  });
  const sharedId = element?.value?.shadowRoot?.sharedId;
  if (!sharedId) return null;
  return { call: async (body) => (await call(body, { arguments: [{ sharedId }] })).value, release: async () => {} };
}
