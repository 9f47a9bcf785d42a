// @ts-check
// Measures side by side in one run (`npm run bench`), in Chromium: what finding and marking names costs against a bare walk, a plain
// regular expression per text node, findAndReplaceDOMText and mark.js, on pages that the bench makes itself and on the real ones of
// ../shared where they are; what pages that live pay with the built extension, beyond what they pay without; how long pages wait for
// their turn; and whether ten thousand aliases read as fast as forty. Variants take turns, so that a busy minute hits all of them; still, trust the ratios.
//   node scripts/bench.mjs [rounds] [real pages]
// Prints tables, writes .output/bench/result.json and .output/bench/chart.svg.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chart } from './bench/chart.mjs';
import { madePages } from './bench/pages.mjs';
import { compareSlices, extremePages } from './bench/slices.mjs';
import { launch, sleep } from './browser.mjs';
import { serve } from './serve.mjs';
import { browsersFor, installPackages, root, run, runMain, Trouble } from './setup.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').CDPSession} CDPSession */
/**
 * In ms of the page's thread: what the browser counts as script (which leaves out all that runs after a promise), style and layout, and
 * everything but these, scripts and what they make the browser do.
 * @typedef {{ script: number, layout: number, work: number }} Cost
 */

const [rounds = 5, realPages = 8] = process.argv.slice(2).map(Number);
const require = createRequire(import.meta.url);
const REAL = join(root, '../shared/recognition');
const SLOW_ROUNDS = 3; // of what takes seconds
const STILL = 7; // equal readings, 40 ms apart, after which all is done
const MOST_READINGS = 100; // of a page that moves by itself and is never still
const HOST = 'www.example.com';
/** Forty names, as somebody would list them who does it with a list. */
const NAMES =
  'Donald Trump,Donald J. Trump,President Trump,Trump,Gustavo Petro,President Petro,Petro,Nicolás Maduro,Nicolas Maduro,Maduro,Marco Rubio,Secretary Rubio,Rubio,Delcy Rodríguez,Delcy Rodriguez,Rodríguez,Cilia Flores,Rosa Villavicencio,Colombia,Kolumbien,Colombie,Venezuela,Vénézuela,Caracas,White House,Casa Blanca,Maison Blanche,Weißes Haus,Truth Social,Latin America,América Latina,United States,Estados Unidos,Casa de Nariño,Трамп,Мадуро,Петро,特朗普,トランプ,트럼프'.split(
    ',',
  );

const ALIASES = 10_000;
/** Our own way with so many aliases more than the story's. */
const LONG_LIST = `ours, ${ALIASES} aliases more`;

/** What is compared, each as a script that defines `go`. */
const VARIANTS = /** @type {const} */ ({
  nothing: 'globalThis.go = () => {}',
  'bare walk': `globalThis.go = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let sum = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) sum += node.data.length;
    globalThis.sum = sum;
  }`,
  'regex per text node': `globalThis.go = () => {
    const skip = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA']);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const ranges = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (skip.has(node.parentNode.nodeName)) continue;
      pattern.lastIndex = 0;
      for (let match = pattern.exec(node.data); match; match = pattern.exec(node.data))
        ranges.push(new StaticRange({ startContainer: node, startOffset: match.index, endContainer: node, endOffset: pattern.lastIndex }));
    }
    CSS.highlights.set('names', new Highlight(...ranges));
  }`,
  ours: '',
  [LONG_LIST]: '',
  findAndReplaceDOMText: `globalThis.go = () => { findAndReplaceDOMText(document.body, { find: pattern, wrap: 'mark' }) }`,
  'mark.js markRegExp': 'globalThis.go = () => { new Mark(document.body).markRegExp(pattern) }',
  'mark.js list':
    "globalThis.go = () => { new Mark(document.body).mark(names, { separateWordSearch: false, accuracy: 'exactly', diacritics: true }) }",
});
const PATTERN = `globalThis.names = ${JSON.stringify(NAMES)};
globalThis.pattern = new RegExp('(?<![\\\\p{L}\\\\p{N}])(?:' + [...names].sort((a, b) => b.length - a.length).join('|') + ')(?![\\\\p{L}\\\\p{N}])', 'gu');`;

/** @param {readonly number[]} values @param {number} share 0.5 is the median */
function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
/** @param {readonly number[]} values */
const median = (values) => percentile(values, 0.5);
/** @param {number} value */
const short = (value) => (Math.abs(value) < 10 ? +value.toFixed(2) : Math.round(value));

/** How much the page's thread has worked until all is still. @param {CDPSession} devtools @returns {Promise<Cost>} */
async function worked(devtools) {
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (/** @type {string} */ name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    const layout = of('LayoutDuration') + of('RecalcStyleDuration');
    return { script: of('ScriptDuration'), layout, work: of('TaskDuration') - layout };
  };
  let before = await read();
  for (let still = 0, readings = 0; still < STILL && readings < MOST_READINGS; readings++) {
    await sleep(40);
    const now = await read();
    still = now.script + now.layout - before.script - before.layout < 1e-6 ? still + 1 : 0;
    before = now;
  }
  return before;
}

/** @param {Page} page */
async function devtoolsOf(page) {
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}

/** A task and what follows from it. @param {CDPSession} devtools @param {() => Promise<unknown>} task @returns {Promise<Cost>} */
async function cost(devtools, task) {
  const before = await worked(devtools);
  await task();
  const after = await worked(devtools);
  return { script: after.script - before.script, layout: after.layout - before.layout, work: after.work - before.work };
}

/** The pages to measure on, HTML by name. @returns {Record<string, string>} */
function pages() {
  const all = madePages();
  if (!existsSync(join(REAL, 'manifest.json'))) return all;
  /** @type {{ id: string, scored: boolean, kind: string, bytes: number }[]} */
  const known = JSON.parse(readFileSync(join(REAL, 'manifest.json'), 'utf8'));
  const news = known.filter(({ scored, kind }) => scored && kind === 'news-article').sort((a, b) => a.bytes - b.bytes);
  for (let at = 0; at < realPages; at++) {
    const { id } = news[Math.round(((at + 0.5) * news.length) / realPages - 0.5)] ?? { id: '' };
    if (id) all[id] = gunzipSync(readFileSync(join(REAL, 'pages', `${id}.html.gz`))).toString('utf8');
  }
  return all;
}

/** Marks every page in every way, in turns. @param {Record<string, string>} ownWays the scripts of our own ways */
async function compareOnPages(ownWays) {
  const peers = {
    'mark.js': readFileSync(require.resolve('mark.js/dist/mark.min.js'), 'utf8'),
    findAndReplaceDOMText: readFileSync(require.resolve('findandreplacedomtext'), 'utf8'),
  };
  const [installed] = await browsersFor(['chromium']);
  const puppeteer = (await import('puppeteer-core')).default;
  const browser = await puppeteer.launch({
    executablePath: installed?.path ?? '',
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const html = pages();
  // Nothing of the pages' own runs, and nothing is fetched for them.
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  };
  const server = await serve(
    Object.fromEntries(Object.entries(html).map(([, body], at) => [`/${at}`, { body, headers }])),
  );
  const rows = [];
  try {
    for (const [at, name] of Object.keys(html).entries()) {
      /** @type {Record<string, (Cost & { nodes: number })[]>} */
      const costs = Object.fromEntries(Object.keys(VARIANTS).map((variant) => [variant, []]));
      let mentions = 0;
      for (let round = 0; round < rounds; round++) {
        for (const [variant, script] of Object.entries(VARIANTS)) {
          if (variant === 'mark.js list' && round >= SLOW_ROUNDS) continue;
          const page = await browser.newPage();
          await page.goto(server.url(`/${at}`), { waitUntil: 'load', timeout: 60_000 });
          const devtools = await devtoolsOf(page);
          const count = () => page.evaluate(() => document.getElementsByTagName('*').length);
          const before = await count();
          const needed = Object.entries(peers).flatMap(([peer, code]) => (variant.startsWith(peer) ? [code] : []));
          for (const code of [...needed, PATTERN, ownWays[variant] ?? script]) await page.evaluate(code);
          // As a task of the page's own: what the debugger runs is not counted.
          const taken = await cost(devtools, () =>
            page.evaluate('new Promise((done) => setTimeout(() => done(go())))'),
          );
          if (ownWays[variant]) {
            const found = Number(await page.evaluate('found'));
            if (variant !== 'ours' && found !== mentions)
              throw new Trouble(`${name}: ${mentions} or ${found} mentions?`);
            mentions = found;
          }
          costs[variant]?.push({ ...taken, nodes: (await count()) - before });
          await page.close();
        }
      }
      const of = (/** @type {string} */ variant, /** @type {keyof Cost | 'nodes'} */ what) =>
        median((costs[variant] ?? []).map((one) => one[what]));
      const beyond = (/** @type {string} */ variant, /** @type {keyof Cost} */ what) =>
        Math.max(of(variant, what) - of('nothing', what), 0.02);
      rows.push({
        page: name,
        mentions,
        script: beyond('ours', 'script'),
        work: beyond('ours', 'work'),
        ratios: Object.fromEntries(
          Object.keys(VARIANTS)
            .filter((variant) => variant !== 'nothing')
            .map((variant) => [variant, beyond(variant, 'script') / beyond('ours', 'script')]),
        ),
        workRatios: Object.fromEntries(
          Object.keys(VARIANTS)
            .filter((variant) => variant !== 'nothing')
            .map((variant) => [variant, beyond(variant, 'work') / beyond('ours', 'work')]),
        ),
        layout: Object.fromEntries(
          Object.keys(VARIANTS).map((variant) => [variant, of(variant, 'layout') - of('nothing', 'layout')]),
        ),
        nodes: Object.fromEntries(Object.keys(VARIANTS).map((variant) => [variant, of(variant, 'nodes')])),
      });
      const { ratios, script } = /** @type {typeof rows[number]} */ (rows.at(-1));
      console.log(
        `${name.slice(0, 40).padEnd(40)} ours ${short(script)} ms   ${Object.entries(ratios)
          .filter(([variant]) => variant !== 'ours')
          .map(([variant, ratio]) => `${variant} ${short(ratio)} ×`)
          .join('   ')}`,
      );
    }
  } finally {
    await browser.close();
    server.close();
  }
  return rows;
}

/**
 * What pages that live pay for the built extension: the same page with it switched on and off, in turns.
 * @type {{ name: string, unit: string, html: string, units: number, live: (page: Page) => Promise<unknown> }[]}
 */
const LIVING = [
  {
    name: '50 paragraphs more at the end of an endless list',
    unit: 'ms',
    html: madePages()['short news'] ?? '',
    units: 20,
    live: (page) =>
      page.evaluate(
        async (names) => {
          for (let batch = 0; batch < 20; batch++) {
            const made = Array.from({ length: 50 }, (_, at) => {
              const paragraph = document.createElement('p');
              paragraph.textContent = `Late on that day ${at % 5 ? 'nobody' : names[(batch + at) % names.length]} said that the bridge is a bridge.`;
              return paragraph;
            });
            document.querySelector('main')?.append(...made);
            await new Promise((done) => setTimeout(done, 150));
          }
        },
        NAMES.slice(0, 10),
      ),
  },
  {
    name: '200 texts rendered anew every 100 ms, a tick',
    unit: 'ms',
    html: madePages()['short news'] ?? '',
    units: 30,
    live: (page) =>
      page.evaluate(async () => {
        const spans = Array.from({ length: 200 }, () => document.createElement('span'));
        const table = document.createElement('div');
        for (const span of spans) {
          const line = document.createElement('p');
          line.append('Price: ', span);
          table.append(line);
        }
        document.querySelector('main')?.prepend(table);
        for (let tick = 0; tick < 30; tick++) {
          for (const [at, span] of spans.entries())
            span.textContent = `${(at * 7 + tick * 13) % 1000}.${tick % 10} points`;
          await new Promise((done) => setTimeout(done, 100));
        }
      }),
  },
  {
    name: 'one text changed in every frame, on a page with hundreds of mentions, a frame',
    unit: 'ms',
    html: madePages()['long read'] ?? '',
    units: 200,
    live: (page) =>
      page.evaluate(async () => {
        const clock = document.createElement('p');
        document.querySelector('main')?.prepend(clock);
        for (let frame = 0; frame < 200; frame++) {
          clock.textContent = `${frame} minutes ago`;
          await new Promise((done) => requestAnimationFrame(done));
        }
      }),
  },
  {
    name: 'the pointer over text and mentions, an event',
    unit: 'ms',
    html: madePages()['short news'] ?? '',
    units: 300,
    async live(page) {
      for (let at = 0; at < 300; at++) await page.mouse.move(20 + ((at * 13) % 1100), 60 + ((at * 7) % 600));
    },
  },
];

async function compareLiving() {
  const [installed] = await browsersFor(['chromium']);
  const server = await serve(Object.fromEntries(LIVING.map(({ html }, at) => [`/${at}`, html])));
  const driver = await launch(
    /** @type {NonNullable<typeof installed>} */ (installed),
    join(root, '.output/chrome-mv3'),
    {
      offline: true,
    },
  );
  /** @type {Record<'on' | 'off', Cost[]>[]} */
  const costs = LIVING.map(() => ({ on: [], off: [] }));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [at, { live }] of LIVING.entries()) {
        for (const rule of /** @type {const} */ (['on', 'off'])) {
          await driver.settings({ 'site:example.com': rule });
          const tab = await driver.open(server.url(`/${at}`, HOST));
          await tab.mentions();
          costs[at]?.[rule].push(await cost(await devtoolsOf(tab.page), () => live(tab.page)));
          await tab.close();
        }
      }
    }
  } finally {
    await driver.close();
    server.close();
  }
  return LIVING.map(({ name, unit, units }, at) => {
    const each = (/** @type {'on' | 'off'} */ rule, /** @type {keyof Cost} */ what) =>
      median((costs[at]?.[rule] ?? []).map((one) => one[what] / units));
    return {
      name,
      unit,
      script: +(each('on', 'script') - each('off', 'script')).toFixed(3),
      'style and layout': +(each('on', 'layout') - each('off', 'layout')).toFixed(3),
      without: +(each('off', 'script') + each('off', 'layout')).toFixed(3),
    };
  });
}

runMain(async () => {
  await installPackages();
  const started = Date.now();
  // First, since Vite leaves its mark on the environment.
  if (!(await run(process.execPath, [join(root, 'scripts/build.mjs'), 'chrome'], { output: 'of failures' })))
    throw new Trouble('The extension does not build.');
  const vite = await import('vite');
  const load = async (/** @type {string} */ file) =>
    (await vite.runnerImport(join(root, file), { root, configFile: false, logLevel: 'error' })).module;
  const parts = (await load('data/vite-plugin.ts')).loadGazetteer(root);
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
  const onPages = await compareOnPages({ ours: wayWith(parts), [LONG_LIST]: wayWith(scale.enlarged(root, ALIASES)) });
  const names = Object.keys(VARIANTS).filter((variant) => variant !== 'nothing');
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

  const living = await compareLiving();
  console.log('What living pages pay beyond what they pay without');
  console.table(Object.fromEntries(living.map(({ name, ...figures }) => [name, figures])));

  const [installed] = await browsersFor(['chromium']);
  const slices = await compareSlices(
    /** @type {NonNullable<typeof installed>} */ (installed),
    join(root, '.output/chrome-mv3'),
    { ...extremePages(), ...pages() },
    Math.min(rounds, SLOW_ROUNDS),
  );
  console.log(
    'How long a page waits for its turn: pieces of script in the trace, beside the same page switched off; ms',
  );
  console.table(Object.fromEntries(slices.map(({ page, ...figures }) => [page.slice(0, 40), figures])));

  const aliases = scale.compare(root, [0, ALIASES]);
  console.table(aliases);

  const folder = join(root, '.output/bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'result.json'),
    `${JSON.stringify({ pages: onPages, living, slices, aliases }, null, 1)}\n`,
  );
  writeFileSync(
    join(folder, 'chart.svg'),
    chart({
      percentile,
      caption: `Times the time of Dramatis, script only; Chromium, ${onPages.length} pages, ${rounds} rounds in turns`,
      rows: names.map((variant) => ({
        name: variant === 'ours' ? 'Dramatis' : variant,
        ratios: ratiosOf(variant),
        ours: variant === 'ours',
      })),
      figures: living.map(({ name, script, unit }) => ({ name, value: script, unit })),
    }),
  );
  console.log(`${Math.round((Date.now() - started) / 1000)} s; .output/bench/result.json and chart.svg`);
});
