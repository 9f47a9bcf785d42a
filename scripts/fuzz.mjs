// @ts-check
// Tries what pages and files may hold, by chance: texts, dates, structured data and backups in Node (fuzz/text.ts), mutated pages in
// a real browser (fuzz/page.ts). The same seed tries the same inputs.
// The last long run, on a busy machine of two cores:
//   npm run fuzz -- --minutes 15 --seed 2
//   2,297,910 inputs (recognition 299,790, dates 719,460, structured 359,730, backup 179,865, settings 719,460, pages 11,991, blocks 6,325,
//   living 1,289), 300 comparisons of growth, 101,389 painted ranges looked at: 4 finds, all of one fault, which is a test in
//   tests/page/text/reading.test.ts now. Since it was mended, these four and `--seconds 150 --seed 2 --only living,blocks` (2,810): 0 finds
// To run it:
//   npm run fuzz -- [--minutes 1 | --seconds 10] [--seed 1] [--only recognition,living [--input 17]] [--browser firefox]
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { serve } from './serve.mjs';
import { browsersFor, installPackages, root, runMain, Trouble } from './setup.mjs';

/** @typedef {import('./fuzz/inputs.ts').Material} Material */
/** @typedef {{ target: string, input: number, what: string }} Find */
/** @typedef {{ seed: number, until: number, only: string[], input: number | null, thorough: boolean }} Plan thorough: times are compared, and what a living page is read as with a fresh reading */

const FOLDER = join(root, '.output', 'fuzz');
const REAL_PAGES = join(root, '../shared/recognition/pages');
/** One input takes milliseconds; what takes this long hangs. */
const STUCK = 120_000;
/** The targets of the page half. */
const IN_PAGE = ['blocks', 'living'];
/** What the text half needs of a browser's globals. */
const DOM = ['DOMParser', 'Document', 'DocumentFragment', 'Element', 'Node', 'NodeFilter', 'ShadowRoot'];
const MOST_FINDS = 10;
const MOST_PAGES = 120;
const LARGEST_PAGE = 400_000; // characters

function readArguments() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      input: { type: 'string' },
      browser: { type: 'string', default: 'chromium' },
    },
  });
  const number = (
    /** @type {string} */ name,
    /** @type {string | undefined} */ text,
    /** @type {number} */ otherwise,
  ) => {
    const value = text === undefined ? otherwise : Number(text);
    if (!Number.isFinite(value) || value < 0) throw new Trouble(`--${name} takes a number, not “${text}”.`);
    return value;
  };
  const seconds = values.minutes ? number('minutes', values.minutes, 1) * 60 : number('seconds', values.seconds, 60);
  if (values.browser !== 'chromium' && values.browser !== 'firefox')
    throw new Trouble('--browser takes chromium or firefox.');
  return {
    browser: /** @type {'chromium' | 'firefox'} */ (values.browser),
    seconds,
    seed: Math.floor(number('seed', values.seed, Date.now() % 1e9)),
    only: values.only?.split(',') ?? [],
    input: values.input === undefined ? null : number('input', values.input, 0),
  };
}

/** @param {typeof import('vite')} vite @returns {Promise<Material>} */
async function gather(vite) {
  const { module } = await vite.runnerImport(join(root, 'scripts/dataset/load.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const { parse } = await import('yaml');
  const golden = join(root, 'tests/golden');
  const sentences = readdirSync(golden).flatMap((file) =>
    parse(readFileSync(join(golden, file), 'utf8')).flatMap(
      (/** @type {{ lang: string, text?: string, blocks?: string[] }} */ one) =>
        [one.text ?? [], one.blocks ?? []].flat().map((text) => ({ lang: one.lang, text })),
    ),
  );
  const fixtures = join(root, 'tests/page/fixtures');
  const pages = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => readFileSync(join(fixtures, file), 'utf8'));
  let real = /** @type {string[]} */ ([]);
  try {
    real = readdirSync(REAL_PAGES).filter((file) => file.endsWith('.html.gz'));
  } catch {
    // Our own are enough.
  }
  for (const file of real.sort()) {
    if (pages.length >= MOST_PAGES) break;
    const page = gunzipSync(readFileSync(join(REAL_PAGES, file))).toString();
    if (page.length <= LARGEST_PAGE) pages.push(page);
  }
  const press = JSON.stringify(parse(readFileSync(join(root, 'data/press.yaml'), 'utf8')));
  return { parts: module.loadGazetteer(root), sentences, pages, press };
}

/** Runs the text half in a thread of its own, which can be ended where it hangs. @param {Plan} plan @param {Material} material @param {string} bundle @param {number} ms */
async function fuzzText(plan, material, bundle, ms) {
  const shared = new SharedArrayBuffer(12);
  const progress = new Int32Array(shared);
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { plan: { ...plan, until: Date.now() + ms }, material, bundle, shared },
  });
  /** @type {{ names: string[] }} */
  const known = { names: [] };
  return new Promise((/** @type {(report: Report) => void} */ resolve, reject) => {
    let last = '';
    let since = Date.now();
    const watch = setInterval(() => {
      const now = progress.join();
      if (now !== last) since = Date.now();
      else if (Date.now() - since > STUCK) {
        clearInterval(watch);
        void worker.terminate();
        const target = known.names[progress[0] ?? 0] ?? 'growth';
        resolve({
          counts: {},
          growth: 0,
          finds: [{ target, input: progress[1] ?? 0, what: `No end after ${STUCK / 1000} s` }],
        });
      }
      last = now;
    }, 1000);
    worker.on('message', (message) => {
      if (message.names) known.names = message.names;
      else {
        clearInterval(watch);
        resolve(message);
      }
    });
    worker.on('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
  });
}

/** @typedef {{ counts: Record<string, number>, growth: number, finds: Find[] }} Report */

/**
 * Runs the page half, in batches, so that what hangs is known by its numbers.
 * @param {Plan} plan @param {Material} material @param {typeof import('vite')} vite @param {'chromium' | 'firefox'} engine @param {number} ms
 */
async function fuzzPage(plan, material, vite, engine, ms) {
  const built = await vite.build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(root, 'scripts/fuzz/page.ts'), formats: ['iife'], name: 'fuzz' },
    },
  });
  const [output] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (built);
  // No script of a page may run, nor its styles change behind the back of the reading, which does not watch them.
  const policy = "default-src 'none'; style-src-attr 'unsafe-inline'; connect-src 'self'";
  const at = { target: '', input: 0 };
  const server = await serve({
    '/at': ({ search }) => {
      at.input = Number(search.slice(1));
      return '';
    },
    '/': { body: '<!doctype html><title>Fuzz</title><body>', headers: { 'content-security-policy': policy } },
    '/material': { body: JSON.stringify(material), headers: { 'content-type': 'application/json' } },
  });
  const [installed] = await browsersFor([engine]);
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: installed?.path ?? '',
    headless: true,
    args: engine === 'firefox' ? [] : ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    protocolTimeout: STUCK,
  });
  /** @type {Report} */
  const report = { counts: {}, growth: 0, finds: [] };
  let painted = 0;
  try {
    const page = await browser.newPage();
    const crashed = new Promise((_, reject) => page.once('error', reject));
    crashed.catch(() => {});
    await page.goto(server.url());
    await page.evaluate(`${output?.output[0].code ?? ''}; window.fuzz = fuzz`);
    const targets = await page.evaluate(async () => {
      const globals = /** @type {any} */ (window);
      globals.fuzz = globals.fuzz.prepare(await (await fetch('/material')).json());
      return /** @type {string[]} */ (globals.fuzz.targets);
    });
    const wanted = targets.filter((name) => plan.only.length === 0 || plan.only.includes(name));
    const end = Date.now() + ms;
    while (wanted.length > 0) {
      for (const target of wanted) {
        at.target = target;
        const from = plan.input ?? report.counts[target] ?? 0;
        const most = plan.input === null ? 50 : 1;
        const outcome = await Promise.race([
          crashed,
          page.evaluate(
            (target, seed, from, most, ms, thorough) =>
              /** @type {any} */ (window).fuzz.run(target, seed, from, most, ms, thorough),
            target,
            plan.seed,
            from,
            most,
            Math.max(1, Math.min(2000, end - Date.now())),
            plan.thorough,
          ),
        ]);
        report.counts[target] = (report.counts[target] ?? 0) + outcome.inputs;
        report.finds.push(...outcome.finds);
        painted += outcome.painted;
      }
      if (Date.now() > end || plan.input !== null || report.finds.length >= MOST_FINDS) break;
    }
    console.log(`${painted.toLocaleString('en')} painted ranges looked at in ${engine}`);
  } catch (error) {
    report.finds.push({ ...at, what: String(error) });
  } finally {
    await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
    server.close();
  }
  return report;
}

/** What the thread does. */
async function work() {
  const { plan, material, bundle, shared } =
    /** @type {{ plan: Plan, material: Material, bundle: string, shared: SharedArrayBuffer }} */ (workerData);
  const progress = new Int32Array(shared);
  // page/ takes the DOM's own methods from their prototypes when it is loaded.
  const { Window } = await import('happy-dom');
  const window = new Window({ settings: { disableCSSFileLoading: true } });
  for (const name of DOM) Object.assign(globalThis, { [name]: /** @type {any} */ (window)[name] });
  /** @type {typeof import('./fuzz/text.ts')} */
  const { createTargets, createGrowth, runInput } = await import(bundle);
  const { randomOf } = await import(bundle.replace('text', 'inputs'));
  const targets = createTargets(material);
  const names = Object.keys(targets);
  parentPort?.postMessage({ names });
  const wanted = names.filter((name) => plan.only.length === 0 || plan.only.includes(name));
  const wantsGrowth = plan.only.length === 0 ? plan.thorough : plan.only.includes('growth');
  const growing = createGrowth(material);
  /** @type {Report} */
  const report = { counts: {}, growth: 0, finds: [] };
  /** @param {string} target @param {number} input @param {() => void | Promise<void>} run */
  const attempt = async (target, input, run) => {
    progress[0] = names.indexOf(target);
    progress[1] = input;
    Atomics.add(progress, 2, 1);
    try {
      await run();
    } catch (error) {
      report.finds.push({
        target,
        input,
        what: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  };
  const over = () => Date.now() > plan.until || report.finds.length >= MOST_FINDS;
  for (let round = 0; !over() && (wanted.length > 0 || wantsGrowth); round++) {
    for (const name of wanted) {
      const weight = targets[name]?.weight ?? 0;
      for (let one = 0; one < weight && !over(); one++) {
        const input = plan.input ?? round * weight + one;
        await attempt(name, input, () => runInput(targets, name, plan.seed, input));
        report.counts[name] = (report.counts[name] ?? 0) + 1;
        if (plan.input !== null) break;
      }
    }
    if (wantsGrowth && (wanted.length === 0 || round % 40 === 0)) {
      const input = plan.input ?? report.growth;
      await attempt('growth', input, () => {
        const { name, work } = growing(randomOf(plan.seed, 'growth', input));
        compare(name, work);
      });
      report.growth++;
    }
    if (plan.input !== null) break;
  }
  parentPort?.postMessage(report);
}

/**
 * Compares the time of work on n, 2n and 4n: a square would take sixteen times as long, and 4 is what it should be. Machines are
 * noisy, so that only what is found again and again with ever more counts.
 * @param {string} name @param {(times: number) => () => void} work
 */
function compare(name, work) {
  /** @param {number} times */
  const time = (times) => {
    const run = work(times);
    let best = Infinity;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      run();
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  let times = 64;
  while (times < 100_000 && time(times) < 3) times *= 2;
  for (let tries = 0; tries < 3; tries++) {
    const [one, two, four] = [time(times), time(times * 2), time(times * 4)];
    if (four < one * 9 || four < two * 3.2 || four < 20) return;
    if (tries === 2 || four > 20_000)
      throw new Error(
        `${name}: ${times}, ${times * 2}, ${times * 4} times take ${[one, two, four].map((ms) => ms.toFixed(1)).join(', ')} ms`,
      );
    times *= 2;
  }
}

async function main() {
  const { seconds, seed, only, input, browser } = readArguments();
  await installPackages();
  const vite = await import('vite');
  const material = await gather(vite);
  mkdirSync(FOLDER, { recursive: true });
  await vite.build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: FOLDER,
      emptyOutDir: true,
      rolldownOptions: {
        input: { text: join(root, 'scripts/fuzz/text.ts'), inputs: join(root, 'scripts/fuzz/inputs.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  console.log(`Seed ${seed}, ${seconds} seconds`);
  /** @type {Plan} */
  const plan = { seed, until: 0, only, input, thorough: seconds >= 60 || only.length > 0 };
  const inPage = only.length === 0 || only.some((name) => IN_PAGE.includes(name));
  const inNode = only.length === 0 || only.some((name) => !IN_PAGE.includes(name));
  const share = inPage && inNode ? 0.5 : 1;
  const reports = [];
  if (inNode) reports.push(await fuzzText(plan, material, join(FOLDER, 'text.mjs'), seconds * share * 1000));
  if (inPage) reports.push(await fuzzPage(plan, material, vite, browser, seconds * share * 1000));
  const finds = reports.flatMap((report) => report.finds);
  for (const { target, input, what } of finds)
    console.error(`\n✗ ${target}, again by: npm run fuzz -- --seed ${seed} --only ${target} --input ${input}\n${what}`);
  const counts = Object.assign({}, ...reports.map((report) => report.counts));
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const each = Object.entries(counts).map(([name, count]) => `${name} ${count.toLocaleString('en')}`);
  console.log(
    `${total.toLocaleString('en')} inputs (${each.join(', ')}) and ${reports.reduce((sum, { growth }) => sum + growth, 0)} comparisons of growth, seed ${seed}: ${finds.length} finds`,
  );
  if (finds.length > 0) throw new Trouble('A find becomes a test and a fix.');
}

if (isMainThread) runMain(main);
else await work();
