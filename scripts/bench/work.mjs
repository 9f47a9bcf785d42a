// @ts-check
// All script work on a page's main thread, start-up and compilation included. The built extension stands beside small
// ones: they do nothing, walk over the text, search it with one regular expression, or let mark.js do it. Each has a
// browser of its own, and they take turns. Read from the browser's trace, in time of the thread, until nothing runs.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { sleep, until } from '../../tests/e2e/driver/wait.mjs';
import { root } from '../setup.mjs';
import { median, short } from './figures.mjs';
import { emptyPage, madePages, namelessPages, servePages } from './pages.mjs';
import { PATTERN, PEERS } from './peers.mjs';
import { realPages } from './real.mjs';
import { devtoolsOf, worked } from './thread.mjs';
import { scriptsIn, traced } from './trace.mjs';

/** @typedef {import('../../tests/e2e/driver/launch.mjs').Driver} Driver */
/** @typedef {'everywhere' | 'news'} Activation the reader's setting */
/** @typedef {{ group: string, activation: Activation, name: string, html: string }} BenchPage */
/**
 * What one load costs, in ms.
 * @typedef {object} Load
 * @property {number} work all script, in time of the thread
 * @property {number} longest piece of script, by the clock
 * @property {number} longestOfThread piece of script, in time of the thread
 * @property {number} nodes elements in the page
 * @property {number} mentions
 * @property {boolean} hasReader
 */
/** @typedef {BenchPage & { best: Record<string, Load> }} Row the smallest of each variant's loads */

const NOTHING = 'nothing';
const REGEX = 'regex per text node';
const MARK = 'mark.js markRegExp';
const OURS = 'Dramatis';
/** What the built extension is compared with, and the file that each needs besides. */
const SMALL = /** @type {const} */ ([
  [NOTHING],
  ['bare walk'],
  [REGEX],
  [MARK, join(root, 'node_modules/mark.js/dist/mark.min.js')],
]);
const LATE = 1200; // ms after which ours has begun all that it begins late; the small ones are done within their first task
const LEAST = 0.05; // ms, of what is divided by

/** @param {number} count of real pages of each kind @returns {BenchPage[]} */
function benchPages(count) {
  const group = (
    /** @type {string} */ name,
    /** @type {Activation} */ activation,
    /** @type {Record<string, string>} */ pages,
  ) => Object.entries(pages).map(([page, html]) => ({ group: name, activation, name: page, html }));
  return [
    ...group('an empty page', 'news', { 'an empty page': emptyPage() }),
    ...group('made, with names, marked everywhere', 'everywhere', madePages()),
    ...group('real, with names, marked everywhere', 'everywhere', realPages(count, 'somebody')),
    ...group('made, without names, settings of the first day', 'news', namelessPages()),
    ...group('real, without names, settings of the first day', 'news', realPages(count, 'nobody')),
  ];
}

/**
 * An extension with one content script.
 * @param {string} folder
 * @param {keyof typeof PEERS} peer
 * @param {string[]} libraries
 * @param {string} icon
 */
function writeExtension(folder, peer, libraries, icon) {
  const code = PEERS[peer];
  mkdirSync(join(folder, 'icon'), { recursive: true });
  copyFileSync(icon, join(folder, 'icon/16.png')); // by which the driver calls the extension's API
  for (const library of libraries) copyFileSync(library, join(folder, basename(library)));
  writeFileSync(join(folder, 'content.js'), `${code.includes('pattern') ? PATTERN : ''}\n${code};\ngo();\n`);
  const js = [...libraries.map((library) => basename(library)), 'content.js'];
  const scripts = [{ matches: ['http://*/*', 'https://*/*'], js, run_at: 'document_idle' }];
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: peer,
      version: '1.0',
      ...(peer === NOTHING ? {} : { content_scripts: scripts }),
    }),
  );
}

/** All mentions of the page in front, and its tab. @param {Driver} driver */
const askForMentions = (driver) =>
  until('an answer to `mentions`', () =>
    driver.inExtension(async () => {
      const { tabs } = /** @type {any} */ (globalThis).chrome;
      const [{ id }] = await tabs.query({ active: true });
      return { id, mentions: (await tabs.sendMessage(id, { type: 'mentions' }, { frameId: 0 })).length };
    }),
  );

/**
 * Opens a page, until nothing runs any more. Not by the driver's own `open`: a process that begins with the load may be
 * traced too late.
 * @param {Driver} driver
 * @param {string} url
 * @param {boolean} isOurs
 * @returns {Promise<Load>}
 */
export async function load(driver, url, isOurs) {
  const page = await driver.browser.newPage();
  const devtools = await devtoolsOf(page);
  let answer = { id: 0, mentions: 0 };
  const trace = await traced(page, async () => {
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    if (isOurs) {
      await sleep(LATE);
      // What was put off is done and paid for now.
      answer = await askForMentions(driver);
      await sleep(LATE);
    }
    await worked(devtools);
  });
  const scripts = scriptsIn(trace, url);
  const nodes = await page.evaluate(() => document.getElementsByTagName('*').length);
  const hasReader = isOurs && (await driver.hasReader(answer));
  await page.close();
  return {
    work: scripts.reduce((sum, { thread }) => sum + thread, 0),
    longest: Math.max(0, ...scripts.map(({ clock }) => clock)),
    longestOfThread: Math.max(0, ...scripts.map(({ thread }) => thread)),
    nodes,
    mentions: answer.mentions,
    hasReader,
  };
}

/** @param {readonly Load[]} loads @returns {Load} */
export const smallest = (loads) => ({
  work: Math.min(...loads.map(({ work }) => work)),
  longest: Math.min(...loads.map(({ longest }) => longest)),
  longestOfThread: Math.min(...loads.map(({ longestOfThread }) => longestOfThread)),
  nodes: median(loads.map(({ nodes }) => nodes)),
  mentions: Math.max(...loads.map(({ mentions }) => mentions)),
  hasReader: loads.some(({ hasReader }) => hasReader),
});

/**
 * Loads every page with every variant, in turns.
 * @param {import('../browsers.mjs').InstalledBrowser} installed
 * @param {string} extension the built one
 * @param {number} rounds
 * @param {number} count of real pages of each kind
 * @returns {Promise<Row[]>}
 */
export async function compareWork(installed, extension, rounds, count) {
  const pages = benchPages(count);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const server = await servePages(pages.map(({ html }) => html));
  /** @type {[variant: string, driver: Driver][]} */
  const drivers = [];
  /** @type {Row[]} */
  const rows = [];
  try {
    for (const [peer, ...libraries] of SMALL) {
      writeExtension(join(folder, peer), peer, libraries, join(extension, 'icon/16.png'));
      drivers.push([peer, await launch(installed, join(folder, peer), { offline: true })]);
    }
    const ours = await launch(installed, extension, { offline: true });
    drivers.push([OURS, ours]);
    // The first load of a browser pays for what only a first load pays for.
    for (const [variant, driver] of drivers) await load(driver, server.url('/0'), variant === OURS);
    for (const [at, page] of pages.entries()) {
      await ours.settings({ activation: page.activation });
      /** @type {Record<string, Load[]>} */
      const loads = {};
      for (let round = 0; round < rounds; round++)
        for (const [variant, driver] of drivers) {
          loads[variant] ??= [];
          loads[variant].push(await load(driver, server.url(`/${at}`), variant === OURS));
        }
      const best = Object.fromEntries(Object.entries(loads).map(([variant, all]) => [variant, smallest(all)]));
      const row = { ...page, best };
      rows.push(row);
      const times = drivers.map(([variant]) => `${variant} ${short(best[variant]?.work ?? 0)}`).join('   ');
      console.log(`${page.name.slice(0, 40).padEnd(40)} ms of script: ${times}   mentions ${best[OURS]?.mentions}`);
    }
  } finally {
    for (const [, driver] of drivers) await driver.close();
    server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return rows;
}

/**
 * What a variant does beyond nothing.
 * @param {Row} row
 * @param {string} variant
 * @param {'work' | 'longest' | 'longestOfThread' | 'nodes'} what
 */
const beyond = ({ best }, variant, what) => (best[variant]?.[what] ?? 0) - (best[NOTHING]?.[what] ?? 0);

/** How many times the work of another. @param {readonly Row[]} rows @param {string} variant @param {string} other */
function timesThe(rows, variant, other) {
  const total = (/** @type {string} */ one) => rows.reduce((sum, row) => sum + beyond(row, one, 'work'), 0);
  const ratios = rows.map((row) => beyond(row, variant, 'work') / Math.max(beyond(row, other, 'work'), LEAST));
  return { median: short(median(ratios)), total: short(total(variant) / Math.max(total(other), LEAST)) };
}

/** The figures of some pages, by variant. @param {readonly Row[]} rows */
function figuresOf(rows) {
  const variants = [...SMALL.map(([peer]) => peer), OURS].filter((variant) => variant !== NOTHING);
  const figures = variants.map((variant) => {
    const regex = timesThe(rows, variant, REGEX);
    const mark = timesThe(rows, variant, MARK);
    return /** @type {const} */ ([
      variant,
      {
        'ms, median': short(median(rows.map((row) => beyond(row, variant, 'work')))),
        'times regex, median': regex.median,
        'times regex, total': regex.total,
        'times markRegExp, median': mark.median,
        'times markRegExp, total': mark.total,
        'longest task, ms': short(Math.max(...rows.map((row) => beyond(row, variant, 'longest')))),
        'in time of the thread': short(Math.max(...rows.map((row) => beyond(row, variant, 'longestOfThread')))),
        'nodes added': Math.max(...rows.map((row) => beyond(row, variant, 'nodes'))),
      },
    ]);
  });
  return Object.fromEntries(figures);
}

/** Prints the figures, group by group, and gives them. @param {readonly Row[]} rows */
export function reportWork(rows) {
  console.log('\nAll script work on the main thread, beyond what a page costs with an extension that does nothing');
  const groups = Object.fromEntries(
    [...new Set(rows.map(({ group }) => group))].map((group) => {
      const own = rows.filter((row) => row.group === group);
      const figures = figuresOf(own);
      const mentions = own.reduce((sum, { best }) => sum + (best[OURS]?.mentions ?? 0), 0);
      console.log(`\n${group}: ${own.length} pages, ${mentions} mentions`);
      console.table(figures);
      return [group, figures];
    }),
  );
  const silent = rows.filter(({ best }) => best[OURS]?.mentions === 0);
  const vain = silent.filter(({ best }) => best[OURS]?.hasReader);
  const share = Math.round((100 * vain.length) / Math.max(silent.length, 1));
  const named = vain.map(({ name }) => name).join(', ');
  console.log(
    `Pages that answer no mention: ${silent.length}; with the reader brought in vain: ${vain.length} (${share} %)${named && `: ${named}`}`,
  );
  return { groups, silent: silent.length, 'brought in vain': vain.map(({ name }) => name) };
}
