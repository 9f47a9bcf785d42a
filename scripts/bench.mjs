// @ts-check
// Measures side by side in one run, on pages that it makes itself (`npm run bench`): what finding names costs against a plain
// regular expression per text node and against mark.js and findAndReplaceDOMText, in Chromium; and whether ten thousand
// aliases read as fast as forty. Machines are noisy: trust the ratios. Writes .output/bench/result.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { browsersFor, installPackages, root, runMain } from './setup.mjs';

const require = createRequire(import.meta.url);
const SIZES = [200, 1000, 4000]; // paragraphs of a page
const ROUNDS = 7;
const NAMES = [
  'Donald Trump',
  'Trump',
  'Gustavo Petro',
  'Petro',
  'Nicolás Maduro',
  'Maduro',
  'Marco Rubio',
  'Rubio',
  'Delcy Rodríguez',
  'Rodríguez',
  'Colombia',
  'Venezuela',
  'White House',
  'Truth Social',
  'Caracas',
  'United States',
];

/** A page of made-up prose in which every fifth paragraph names somebody. @param {number} paragraphs */
function makePage(paragraphs) {
  const words =
    'the harbour council met again on thursday and spoke at length about ferries tolls grain prices and a bridge that nobody wants to pay for'.split(
      ' ',
    );
  let seed = paragraphs;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const some = (count = 12) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ');
  const body = Array.from({ length: paragraphs }, (_, at) => {
    const name =
      at % 5 === 0 ? `<b>${NAMES[Math.floor(random() * NAMES.length)]}</b> said that` : 'Officials said that';
    return `<p>${some()}. ${name} ${some(20)}, <a href="#">${some(4)}</a> ${some(8)}.</p>`;
  });
  return `<!doctype html><html lang="en"><title>Bench</title><body><article>${body.join('\n')}</article>`;
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

runMain(async () => {
  await installPackages();
  const vite = await import('vite');
  const bundle = async (/** @type {string} */ entry, /** @type {string} */ name) => {
    const built = await vite.build({
      root,
      configFile: false,
      logLevel: 'error',
      build: { write: false, lib: { entry: join(root, entry), formats: ['iife'], name } },
    });
    const [output] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (built);
    return output?.output[0].code ?? '';
  };
  const { module: plugin } = await vite.runnerImport(join(root, 'data/vite-plugin.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const parts = plugin.loadGazetteer(root);
  const ours = await bundle('scripts/bench-reading.ts', 'reading');
  const peers = [
    readFileSync(require.resolve('mark.js/dist/mark.min.js'), 'utf8'),
    readFileSync(require.resolve('findandreplacedomtext'), 'utf8'),
  ];

  const [installed] = await browsersFor(['chromium']);
  const puppeteer = (await import('puppeteer-core')).default;
  const browser = await puppeteer.launch({
    executablePath: installed?.path ?? '',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const rows = [];
  try {
    for (const size of SIZES) {
      /** @type {Record<string, number[]>} */
      const times = {};
      for (let round = 0; round < ROUNDS; round++) {
        const page = await browser.newPage();
        await page.setContent(makePage(size));
        for (const script of [...peers, ours]) await page.addScriptTag({ content: script });
        const measured = await page.evaluate(
          (parts, names) => {
            const globals = /** @type {any} */ (window);
            const read = globals.reading.prepare(parts);
            const pattern = new RegExp(names.join('|'), 'g');
            const runs = {
              ours: () => read(document.body),
              regex: () => {
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                let found = 0;
                for (let node = walker.nextNode(); node; node = walker.nextNode())
                  found += (node.nodeValue?.match(pattern) ?? []).length;
                return found;
              },
              markRegExp: () => new globals.Mark(document.body).markRegExp(pattern),
              findAndReplace: () => globals.findAndReplaceDOMText(document.body, { find: pattern, wrap: 'mark' }),
            };
            return Object.entries(runs).map(([name, run]) => {
              const start = performance.now();
              run();
              return [name, performance.now() - start];
            });
          },
          parts,
          NAMES,
        );
        for (const [name, time] of measured) times[String(name)] = [...(times[String(name)] ?? []), Number(time)];
        await page.close();
      }
      const base = median(times.ours ?? []);
      rows.push({
        page: `${size} paragraphs`,
        ...Object.fromEntries(
          Object.entries(times).map(([name, values]) => [`${name} ÷ ours`, +(median(values) / base).toFixed(2)]),
        ),
      });
    }
  } finally {
    await browser.close();
  }
  console.table(rows);

  const { module: scale } = await vite.runnerImport(join(root, 'scripts/bench-scale.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const scaled = scale.compare(parts, [40, 10_000]);
  console.table(scaled);
  mkdirSync(join(root, '.output/bench'), { recursive: true });
  writeFileSync(join(root, '.output/bench/result.json'), JSON.stringify({ pages: rows, aliases: scaled }, null, 1));
});
