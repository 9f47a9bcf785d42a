// @ts-check
// Starts Chromium or Firefox as the tests need it: quiet, in English, and on request cut off from the network.
import { PATIENCE } from './wait.mjs';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('../../../scripts/browsers.mjs').InstalledBrowser} InstalledBrowser */

/**
 * @typedef {object} StartOptions
 * @property {boolean} headless
 * @property {boolean} offline every host name leads to 127.0.0.1, so that nothing else is reached
 * @property {number} proxy the port through which every request goes; 0: none
 * @property {number} width of the window, px
 * @property {number} height
 * @property {number} scale device pixels per px
 * @property {string} language Chromium's own
 * @property {boolean} still Chromium only: nothing moves in its own window, and pages hear that no motion is wanted
 */

/** The extension's host name in Firefox, which otherwise makes one up at each installation. */
export const FIREFOX_UUID = '6b1c6a2e-2f5f-4d3e-9a53-3f0a3b4d5c6d';

/**
 * Starts a browser without extensions.
 * @param {InstalledBrowser} installed
 * @param {StartOptions} options
 * @param {string} [geckoId] of the extension that will be installed in Firefox
 * @returns {Promise<Browser>}
 */
export async function start(
  { engine, path },
  { headless, offline, proxy, width, height, scale, language, still },
  geckoId,
) {
  // Not before: scripts that may have to install it first import this file.
  const { default: puppeteer } = await import('puppeteer-core');
  // To emulate a size takes Firefox as long as to open a tab: where pixels are as they are, its window gets it instead
  // (firefox.mjs).
  const isEmulated = headless && !(engine === 'firefox' && scale === 1);
  const defaultViewport = isEmulated ? { width, height, deviceScaleFactor: scale } : null;
  if (engine === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: path,
      headless,
      defaultViewport,
      timeout: 2 * PATIENCE,
      // Now and then Firefox never answers for a page that is just being opened: what waits for it asks again.
      protocolTimeout: PATIENCE / 2,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [geckoId ?? '']: FIREFOX_UUID }),
        'extensions.webextensions.keepUuidOnUninstall': true,
        'intl.accept_languages': 'en-US, en',
        'dom.security.https_first': false,
        // Of the pages' processes one is enough; to start one for a tab takes as long as all else that it needs.
        ...(headless ? { 'dom.ipc.processCount': 1, 'dom.ipc.processPrelaunch.enabled': false } : {}),
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
      ...(still ? ['--force-prefers-reduced-motion'] : []),
      ...(offline ? ['--host-resolver-rules=MAP * 127.0.0.1', '--no-proxy-server'] : []),
      ...(proxy ? [`--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
    ].flat(),
  });
}
