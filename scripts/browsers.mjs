// @ts-check
// The browsers of this machine: found, or installed where there is none. @puppeteer/browsers knows where Chrome lives
// and how to download Chrome and Firefox; the others, and what a distribution installs, are looked for here.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root, run, Trouble } from './setup.mjs';

/** @typedef {'chromium' | 'firefox'} Engine */
/** @typedef {'chrome' | 'chromium' | 'edge' | 'brave' | 'firefox'} BrowserName */
/** @typedef {{ name: BrowserName, engine: Engine, path: string }} InstalledBrowser */

/** Loaded late: this module is needed before the packages are installed. */
const puppeteerBrowsers = () => import('@puppeteer/browsers');

/** Names on PATH (Linux), application (macOS), program under Program Files (Windows). */
const PLACES = /** @type {const} */ ({
  chrome: { linux: ['google-chrome', 'google-chrome-stable'], mac: 'Google Chrome', windows: '' },
  chromium: { linux: ['chromium', 'chromium-browser'], mac: 'Chromium', windows: 'Chromium/Application/chrome.exe' },
  edge: {
    linux: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: 'Microsoft Edge',
    windows: 'Microsoft/Edge/Application/msedge.exe',
  },
  brave: {
    linux: ['brave-browser', 'brave'],
    mac: 'Brave Browser',
    windows: 'BraveSoftware/Brave-Browser/Application/brave.exe',
  },
  firefox: { linux: ['firefox', 'firefox-esr'], mac: 'Firefox', windows: 'Mozilla Firefox/firefox.exe' },
});
const NAMES = /** @type {BrowserName[]} */ (Object.keys(PLACES));
const DOWNLOADS = join(root, '.browsers');
const IS_DEBIAN = existsSync('/etc/debian_version');

/** @param {BrowserName} name @returns {Engine} */
const engineOf = (name) => (name === 'firefox' ? 'firefox' : 'chromium');

/** Where a browser may be, besides where @puppeteer/browsers looks. @param {BrowserName} name @returns {string[]} */
function placesOf(name) {
  const { linux, mac, windows } = PLACES[name];
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': programFiles32, LOCALAPPDATA } = process.env;
    return [PROGRAMFILES, programFiles32, LOCALAPPDATA].flatMap((folder) =>
      folder && windows ? [join(folder, windows)] : [],
    );
  }
  if (process.platform === 'darwin') {
    const program = `${mac}.app/Contents/MacOS/${name === 'firefox' ? 'firefox' : mac}`;
    return ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, program));
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return linux.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * The browsers of this machine, in order of preference; CHROME_PATH (any Chromium) and FIREFOX_PATH come first.
 * @returns {Promise<InstalledBrowser[]>}
 * @throws {Trouble} for a path that leads nowhere
 */
export async function findBrowsers() {
  const { CHROME_PATH, FIREFOX_PATH } = process.env;
  for (const path of [CHROME_PATH, FIREFOX_PATH])
    if (path && !existsSync(path)) throw new Trouble(`There is no browser at ${path} (CHROME_PATH, FIREFOX_PATH).`);
  const { Browser, ChromeReleaseChannel, computeSystemExecutablePath, getInstalledBrowsers } =
    await puppeteerBrowsers();
  const downloads = await getInstalledBrowsers({ cacheDir: DOWNLOADS });
  const systemChrome = computeSystemExecutablePath(
    { browser: Browser.CHROME, channel: ChromeReleaseChannel.STABLE },
    false,
  );
  /** @type {InstalledBrowser[]} */
  const found = [];
  if (CHROME_PATH) found.push({ name: 'chrome', engine: 'chromium', path: CHROME_PATH });
  if (FIREFOX_PATH) found.push({ name: 'firefox', engine: 'firefox', path: FIREFOX_PATH });
  for (const name of NAMES) {
    const downloaded = downloads.filter(({ browser }) => browser === name).map(({ executablePath }) => executablePath);
    const places = [...(name === 'chrome' ? [systemChrome] : []), ...placesOf(name), ...downloaded];
    const path = places.find(existsSync);
    if (path) found.push({ name, engine: engineOf(name), path });
  }
  return found;
}

/**
 * Installs a browser of each engine: from Debian's packages where this may be done, else by download.
 * @param {Engine[]} engines
 */
async function installBrowsers(engines) {
  console.log(`Installing ${engines.join(' and ')} …`);
  if (IS_DEBIAN && process.getuid?.() === 0) {
    const packages = engines.map((engine) => (engine === 'firefox' ? 'firefox-esr' : 'chromium'));
    /** @type {import('./setup.mjs').RunOptions} */
    const options = { output: 'of failures', env: { DEBIAN_FRONTEND: 'noninteractive' } };
    if ((await run('apt-get', ['update'], options)) && (await run('apt-get', ['install', '-y', ...packages], options)))
      return;
  }
  for (const engine of engines)
    await download(engine).catch((error) => {
      const [browsers, variable] =
        engine === 'firefox' ? ['Firefox', 'FIREFOX_PATH'] : ['Chrome, Chromium, Edge or Brave', 'CHROME_PATH'];
      const remedy = IS_DEBIAN ? ', such as by `sudo apt-get install chromium firefox-esr`,' : '';
      throw new Trouble(
        `No ${browsers} was found, and none could be downloaded (${error.message}).\nInstall one${remedy} or say where it is in ${variable}.`,
      );
    });
}

/** Downloads the stable Chrome or Firefox into `.browsers`. @param {Engine} engine */
async function download(engine) {
  const { Browser, detectBrowserPlatform, install, resolveBuildId } = await puppeteerBrowsers();
  const browser = engine === 'firefox' ? Browser.FIREFOX : Browser.CHROME;
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error('there is none for this platform');
  await install({ browser, buildId: await resolveBuildId(browser, platform, 'stable'), cacheDir: DOWNLOADS });
}

/**
 * One browser of each engine, installed if there is none.
 * @param {Engine[]} engines
 * @returns {Promise<InstalledBrowser[]>} in the order of `engines`
 */
export async function browsersFor(engines) {
  let found = await findBrowsers();
  const missing = engines.filter((engine) => !found.some((browser) => browser.engine === engine));
  if (missing.length > 0) {
    await installBrowsers(missing);
    found = await findBrowsers();
  }
  return engines.map((engine) => {
    const browser = found.find((candidate) => candidate.engine === engine);
    if (!browser) throw new Trouble(`${engine} was installed but is not to be found.`);
    return browser;
  });
}

/**
 * The browser that the reader asked for, or the best there is.
 * @param {string} [wanted] a name such as `firefox` or `edge`
 * @returns {Promise<InstalledBrowser>}
 */
export async function chooseBrowser(wanted) {
  if (wanted && !NAMES.some((name) => name === wanted))
    throw new Trouble(`--browser takes ${NAMES.join(', ')}; not “${wanted}”.`);
  const found = await findBrowsers();
  const browser = wanted ? found.find(({ name }) => name === wanted) : found[0];
  if (browser) return browser;
  if (wanted === 'edge' || wanted === 'brave') throw new Trouble(`${wanted} is not installed here.`);
  const [installed] = await browsersFor([wanted === 'firefox' ? 'firefox' : 'chromium']);
  return /** @type {InstalledBrowser} */ (installed);
}
