// @ts-check
// Measures in Chromium what a page pays, beside other ways to find names.
//   node scripts/bench.mjs [work | keep | popup | library] [rounds] [real pages]
//   node scripts/bench.mjs soak [pages] [stories]
//   node scripts/bench.mjs use [minutes]
//   node scripts/bench.mjs compile [stories] [language …]
// - `work` (alone with that word): all script work of the built extension on a page's main thread, beside nothing, a
//   bare walk, one regular expression and mark.js; where the reader was brought in vain; how soon a page is marked.
// - `keep` (alone with that word): from the press that keeps an article to its cast, and drafting by itself.
// - `popup` (alone with that word): how soon the popup is painted.
// - `soak` (with that word only): 300 pages with 50 stories; heaps, nodes, listeners and storage over time.
// - `library` (with that word only): pages, cards, compiling, storage and search with one story, with five hundred,
//   and with a hundred thousand names, side by side.
// - `use` (with that word only): ten minutes of reading with five hundred stories, in Chromium, then in Firefox.
// - `compile` (with that word only): what compiling so many stories costs in Node, no browser needed, and how long
//   others wait for their turn; the same digest before and after a change means the same texts.
// - the rest: what marking alone costs on an open page, beside findAndReplaceDOMText as well; what living pages pay;
//   how long pages wait for their turn; whether ten thousand aliases read as fast as forty.
// Without numbers: 3 rounds and 6 real pages of each kind for `work`, 5 and 8 for the rest. Variants take turns, so
// that a busy minute hits all of them. Trust the ratios. Prints tables, and writes them as JSON to .output/bench/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureCompiling } from './bench/compiling.mjs';
import { measureDelay } from './bench/delay.mjs';
import { median, percentile, short } from './bench/figures.mjs';
import { measureKeeping } from './bench/keeping.mjs';
import { measureLibraries } from './bench/library.mjs';
import { compareLiving } from './bench/living.mjs';
import { compareMarking } from './bench/marking.mjs';
import { madePages } from './bench/pages.mjs';
import { PEERS } from './bench/peers.mjs';
import { measurePopup } from './bench/popup.mjs';
import { realPages } from './bench/real.mjs';
import { compareSlices, extremePages } from './bench/slices.mjs';
import { soak } from './bench/soak.mjs';
import { readForMinutes } from './bench/using.mjs';
import { compareWork, reportWork } from './bench/work.mjs';
import { browsersFor } from './browsers.mjs';
import { installPackages, root, run, runMain, Trouble } from './setup.mjs';

/** @typedef {import('./browsers.mjs').InstalledBrowser} InstalledBrowser */

const only = ['work', 'keep', 'popup', 'library', 'soak', 'use', 'compile'].find((word) => word === process.argv[2]);
const [givenRounds, givenPages] = process.argv.slice(only ? 3 : 2).map(Number); // of `soak`: pages and stories; of `use`: minutes
const SLOW_ROUNDS = 3; // of what takes seconds
const ALIASES = 10_000;
/** Our own way with so many aliases more than the story's. */
const LONG_LIST = `ours, ${ALIASES} aliases more`;
const EXTENSION = join(root, '.output/chrome-mv3');
const RESULTS = join(root, '.output/bench');

/** What a reader's browser pays. @param {InstalledBrowser} installed @param {number} rounds @param {number} pages */
async function benchWork(installed, rounds, pages) {
  const rows = await compareWork(installed, EXTENSION, rounds, pages);
  const figures = reportWork(rows);
  const delay = await measureDelay(installed, EXTENSION, 2 * rounds + 1);
  console.log("From the gate's start (the browser runs it at document_idle) to the first range in CSS.highlights");
  console.table(delay);
  const loads = rows.map(({ group, name, best }) => ({ group, name, best }));
  writeFileSync(join(RESULTS, 'work.json'), `${JSON.stringify({ ...figures, delay, loads }, null, 1)}\n`);
}

/** How long keeping an article takes. @param {InstalledBrowser} installed @param {number} rounds */
async function benchKeeping(installed, rounds) {
  const rows = await measureKeeping(installed, EXTENSION, rounds);
  console.log('From the press in the popup to the cast, median');
  console.table(rows);
  writeFileSync(join(RESULTS, 'keep.json'), `${JSON.stringify(rows, null, 1)}\n`);
}

/** How soon the popup is painted. @param {InstalledBrowser} installed @param {number} rounds */
async function benchPopup(installed, rounds) {
  const rows = await measurePopup(installed, EXTENSION, rounds);
  console.log('The popup');
  console.table(rows);
  writeFileSync(join(RESULTS, 'popup.json'), `${JSON.stringify(rows, null, 1)}\n`);
}

/** Whether anything grows. @param {InstalledBrowser} installed @param {number} pages @param {number} stories */
async function benchSoak(installed, pages, stories) {
  const { samples, growth } = await soak(installed, EXTENSION, pages, stories);
  console.log(`${pages} pages in one tab, ${stories} stories more than the bundled one; then the growth since a third`);
  console.table([...samples, growth]);
  writeFileSync(join(RESULTS, 'soak.json'), `${JSON.stringify({ samples, growth }, null, 1)}\n`);
}

/** Whether a large library can be used without a hitch. @param {number} minutes */
async function benchUse(minutes) {
  const installed = await browsersFor(['chromium', 'firefox']);
  const results = [];
  for (const browser of installed) {
    const { engine } = browser;
    const build = engine === 'firefox' ? 'firefox' : 'chrome';
    const { times, faults } = await readForMinutes(browser, join(root, `.output/${build}-mv3`), minutes);
    results.push({ engine, times, faults });
    console.log(`${engine}, ${minutes} minutes with 500 stories; ms. Faults: ${faults.length}`);
    console.table(times);
    for (const fault of faults) console.log(fault);
  }
  writeFileSync(join(RESULTS, 'use.json'), `${JSON.stringify(results, null, 1)}\n`);
}

/** What many stories cost. @param {InstalledBrowser} installed @param {number} rounds */
async function benchLibrary(installed, rounds) {
  const rows = await measureLibraries(installed, EXTENSION, rounds);
  console.table(rows);
  writeFileSync(join(RESULTS, 'library.json'), `${JSON.stringify(rows, null, 1)}\n`);
}

/**
 * What marking alone costs, what it does to pages that live, and how it grows.
 * @param {InstalledBrowser} installed
 * @param {number} rounds
 * @param {number} realCount
 */
async function benchMarking(installed, rounds, realCount) {
  const pages = { ...madePages(), ...realPages(realCount, 'somebody') };
  const vite = await import('vite');
  const load = async (/** @type {string} */ file) =>
    (await vite.runnerImport(join(root, file), { root, configFile: false, logLevel: 'error' })).module;
  const parts = (await load('scripts/dataset/load.ts')).loadGazetteer(root);
  const built = await vite.build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.CHROME': 'true' },
    build: { write: false, lib: { entry: join(root, 'scripts/bench/reading.ts'), formats: ['iife'], name: 'reading' } },
  });
  const [output] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (built);
  const wayWith = (/** @type {Record<string, string>} */ gazetteer) => `${output?.output[0].code};
    { const mark = reading.prepare(${JSON.stringify(gazetteer)}); globalThis.go = async () => { globalThis.found = await mark() } }`;

  const scale = await load('scripts/bench/scale.ts');
  const onPages = await compareMarking(
    pages,
    { ours: wayWith(parts), [LONG_LIST]: wayWith(scale.enlarged(root, ALIASES)) },
    rounds,
  );
  const names = [...Object.keys(PEERS), 'ours', LONG_LIST].filter((variant) => variant !== 'nothing');
  const ratiosOf = (/** @type {string} */ variant) => onPages.map(({ ratios }) => ratios[variant] ?? Number.NaN);
  console.log(`\nTimes our time, on ${onPages.length} pages, ${rounds} rounds; nodes and layout on the median page`);
  console.table(
    Object.fromEntries(
      names.map((variant) => {
        const ratios = ratiosOf(variant);
        return [
          variant,
          {
            median: short(median(ratios)),
            p90: short(percentile(ratios, 0.9)),
            least: short(Math.min(...ratios)),
            'all work, median': short(median(onPages.map(({ workRatios }) => workRatios[variant] ?? Number.NaN))),
            'nodes added': median(onPages.map(({ nodes }) => nodes[variant] ?? 0)),
            'style and layout, ms': short(median(onPages.map(({ layout }) => layout[variant] ?? 0))),
          },
        ];
      }),
    ),
  );

  const living = await compareLiving(rounds);
  console.log('What living pages pay beyond what they pay without');
  console.table(Object.fromEntries(living.map(({ name, ...figures }) => [name, figures])));

  const slices = await compareSlices(
    installed,
    EXTENSION,
    { ...extremePages(), ...pages },
    Math.min(rounds, SLOW_ROUNDS),
  );
  console.log(
    'How long a page waits for its turn: pieces of script in the trace, beside the same page switched off; ms',
  );
  console.table(Object.fromEntries(slices.map(({ page, ...figures }) => [page.slice(0, 40), figures])));

  const aliases = scale.compare(root, [0, ALIASES]);
  console.table(aliases);

  writeFileSync(
    join(RESULTS, 'result.json'),
    `${JSON.stringify({ pages: onPages, living, slices, aliases }, null, 1)}\n`,
  );
}

runMain(async () => {
  await installPackages();
  const started = Date.now();
  mkdirSync(RESULTS, { recursive: true });
  if (only === 'compile') {
    const rows = await measureCompiling(givenRounds || 500, process.argv.slice(4));
    console.table(rows);
    writeFileSync(join(RESULTS, 'compile.json'), `${JSON.stringify(rows, null, 1)}\n`);
    return;
  }
  const builds = only === 'use' ? ['chrome', 'firefox'] : ['chrome'];
  // First, since Vite leaves its mark on the environment.
  if (!(await run(process.execPath, [join(root, 'scripts/build.mjs'), ...builds], { output: 'of failures' })))
    throw new Trouble('The extension does not build.');
  if (only === 'use') return benchUse(givenRounds || 10);
  const [browser] = await browsersFor(['chromium']);
  const installed = /** @type {InstalledBrowser} */ (browser);
  const isWanted = (/** @type {string} */ word) => !only || only === word;
  if (isWanted('popup')) await benchPopup(installed, givenRounds ?? 9);
  if (isWanted('keep')) await benchKeeping(installed, givenRounds ?? 3);
  if (isWanted('work')) await benchWork(installed, givenRounds ?? 3, givenPages ?? 6);
  if (only === 'library') await benchLibrary(installed, givenRounds ?? 3);
  if (only === 'soak') await benchSoak(installed, givenRounds ?? 300, givenPages ?? 50);
  if (!only) await benchMarking(installed, givenRounds ?? 5, givenPages ?? 8);
  console.log(`${Math.round((Date.now() - started) / 1000)} s; the results are in .output/bench/`);
});
