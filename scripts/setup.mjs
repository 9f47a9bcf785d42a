// @ts-check
// What every command needs before it can begin: the packages, and where it matters a browser. Node's own modules only,
// because this runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const mac = process.platform === 'darwin';

/** A fault that the reader of the terminal can mend: printed without a stack. */
export class Trouble extends Error {}

/**
 * @typedef {{ output?: 'all' | 'of failures' | 'none' | ((printed: string) => void), env?: Record<string, string>, cwd?: string }} RunOptions
 *   output: a function is given all that was printed, at the end
 */

/**
 * Runs a command, in the project's root where nothing else is said.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<boolean>} whether it exited with 0
 */
export function run(command, args, { output = 'all', env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: output === 'all' ? 'inherit' : 'pipe',
      shell: windows && command === 'npm', // a batch file there
    });
    /** @type {Buffer[]} */
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => {
      if (code !== 0 && output === 'of failures') process.stderr.write(Buffer.concat(printed));
      if (typeof output === 'function') output(Buffer.concat(printed).toString());
      resolve(code === 0);
    });
  });
}

/**
 * Runs an installed package's program with this very Node.
 * @param {string} program its file, from node_modules
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runPackage(program, args, options) {
  return run(process.execPath, [join(root, 'node_modules', program), ...args], options);
}

/** Whether node_modules lacks something that the lock file asks for. */
function packagesAreStale() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.keys(want).some((path) => path && !want[path].optional && have[path]?.version !== want[path].version);
}

/** Installs the packages if they are missing or older than the lock file. */
export async function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Trouble(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  if (!packagesAreStale()) return;
  console.log('Installing packages (once, about a minute) …');
  if (!(await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))) {
    throw new Trouble('The packages could not be installed: is the network there? `npm ci` shows more.');
  }
}

/** @typedef {'chrome' | 'chromium' | 'edge' | 'brave' | 'firefox'} BrowserName */
/** @typedef {{ name: BrowserName, engine: 'chromium' | 'firefox', path: string }} InstalledBrowser */

/** Where each browser lives: names on PATH (Linux), applications (macOS), folders under Program Files (Windows). */
const PLACES = /** @type {const} */ ({
  chrome: {
    linux: ['google-chrome', 'google-chrome-stable'],
    mac: 'Google Chrome',
    windows: 'Google/Chrome/Application/chrome.exe',
  },
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
const downloads = join(root, '.browsers');

/** @param {BrowserName} name @returns {string[]} */
function placesOf(name) {
  const { linux, mac: application, windows: program } = PLACES[name];
  if (windows) {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
      folder ? [join(folder, program)] : [],
    );
  }
  if (mac)
    return ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, `${application}.app/Contents/MacOS/${name === 'firefox' ? 'firefox' : application}`),
    );
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return linux.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Browsers that an earlier run downloaded. @param {BrowserName} name @returns {string[]} */
function downloadsOf(name) {
  const folder = join(downloads, name);
  if (!existsSync(folder)) return [];
  const file = windows
    ? `${name}.exe`
    : mac
      ? name === 'firefox'
        ? 'MacOS/firefox'
        : 'MacOS/Google Chrome for Testing'
      : name;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(join('/', file)))
    .map((path) => join(folder, path));
}

/**
 * The browsers of this machine, in order of preference; CHROME_PATH (any Chromium) and FIREFOX_PATH come first.
 * @returns {InstalledBrowser[]}
 */
export function findBrowsers() {
  /** @type {InstalledBrowser[]} */
  const found = [];
  const { CHROME_PATH, FIREFOX_PATH } = process.env;
  if (CHROME_PATH) found.push({ name: 'chrome', engine: 'chromium', path: CHROME_PATH });
  if (FIREFOX_PATH) found.push({ name: 'firefox', engine: 'firefox', path: FIREFOX_PATH });
  for (const name of NAMES) {
    const path = [...placesOf(name), ...downloadsOf(name)].find(existsSync);
    if (path) found.push({ name, engine: name === 'firefox' ? 'firefox' : 'chromium', path });
  }
  for (const { path } of found)
    if (!existsSync(path)) throw new Trouble(`There is no browser at ${path} (CHROME_PATH, FIREFOX_PATH).`);
  return found;
}

/** Installs what is missing of Chromium and Firefox. @param {('chromium' | 'firefox')[]} engines */
async function installBrowsers(engines) {
  console.log(`Installing ${engines.join(' and ')} …`);
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const packages = engines.map((engine) => (engine === 'firefox' ? 'firefox-esr' : 'chromium'));
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    if (
      (await run('apt-get', ['update'], { output: 'of failures', env })) &&
      (await run('apt-get', ['install', '-y', ...packages], { output: 'of failures', env }))
    )
      return;
  }
  for (const engine of engines) {
    const build = engine === 'firefox' ? 'firefox@stable' : 'chrome@stable';
    if (
      !(await runPackage('@puppeteer/browsers/lib/main-cli.js', ['install', build, '--path', downloads], {
        output: 'of failures',
      }))
    ) {
      const command = existsSync('/etc/debian_version')
        ? 'sudo apt-get install chromium firefox-esr'
        : `npx @puppeteer/browsers install ${build} --path .browsers`;
      throw new Trouble(
        `No ${engine === 'firefox' ? 'Firefox' : 'Chrome, Chromium, Edge or Brave'} was found, and none could be installed. Install one:\n  ${command}\nor say where it is in ${engine === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH'}.`,
      );
    }
  }
}

/**
 * One browser of each engine, installed if there is none.
 * @param {('chromium' | 'firefox')[]} engines
 * @returns {Promise<InstalledBrowser[]>} in the order of `engines`
 */
export async function browsersFor(engines) {
  const missing = engines.filter((engine) => !findBrowsers().some((browser) => browser.engine === engine));
  if (missing.length > 0) await installBrowsers(missing);
  const found = findBrowsers();
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
  const found = findBrowsers();
  const browser = wanted ? found.find(({ name }) => name === wanted) : found[0];
  if (browser) return browser;
  if (wanted && wanted !== 'firefox' && wanted !== 'chrome' && wanted !== 'chromium')
    throw new Trouble(`${wanted} is not installed here.`);
  const [installed] = await browsersFor([wanted === 'firefox' ? 'firefox' : 'chromium']);
  return /** @type {InstalledBrowser} */ (installed);
}

/**
 * Runs a command's `main` and ends the process: with 1 and a clear message when it throws.
 * @param {() => Promise<void>} main
 */
export function runMain(main) {
  main().then(
    () => process.exit(),
    (error) => {
      console.error(error instanceof Trouble ? `\n${error.message}` : error);
      process.exit(1);
    },
  );
}
