// @ts-check
// What finding and marking the names of a page costs, our way beside others, on a page that is open already.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { browsersFor } from '../browsers.mjs';
import { Trouble } from '../setup.mjs';
import { median, short } from './figures.mjs';
import { servePages } from './pages.mjs';
import { PATTERN, PEERS } from './peers.mjs';
import { cost, devtoolsOf } from './thread.mjs';

/** @typedef {import('./thread.mjs').Cost} Cost */

const require = createRequire(import.meta.url);
const SLOW_ROUNDS = 3; // of what takes seconds

/**
 * Marks every page in every way, in turns.
 * @param {Record<string, string>} html the pages, by name
 * @param {Record<string, string>} ownWays the scripts of our own ways, `ours` first
 * @param {number} rounds
 */
export async function compareMarking(html, ownWays, rounds) {
  const ways = { ...PEERS, ...ownWays };
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
  const server = await servePages(Object.values(html));
  const rows = [];
  try {
    for (const [at, name] of Object.keys(html).entries()) {
      /** @type {Record<string, (Cost & { nodes: number })[]>} */
      const costs = Object.fromEntries(Object.keys(ways).map((variant) => [variant, []]));
      let mentions = 0;
      for (let round = 0; round < rounds; round++) {
        for (const [variant, script] of Object.entries(ways)) {
          if (variant === 'mark.js list' && round >= SLOW_ROUNDS) continue;
          const page = await browser.newPage();
          await page.goto(server.url(`/${at}`), { waitUntil: 'load', timeout: 60_000 });
          const devtools = await devtoolsOf(page);
          const count = () => page.evaluate(() => document.getElementsByTagName('*').length);
          const before = await count();
          const needed = Object.entries(peers).flatMap(([peer, code]) => (variant.startsWith(peer) ? [code] : []));
          for (const code of [...needed, PATTERN, script]) await page.evaluate(code);
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
          Object.keys(ways)
            .filter((variant) => variant !== 'nothing')
            .map((variant) => [variant, beyond(variant, 'script') / beyond('ours', 'script')]),
        ),
        workRatios: Object.fromEntries(
          Object.keys(ways)
            .filter((variant) => variant !== 'nothing')
            .map((variant) => [variant, beyond(variant, 'work') / beyond('ours', 'work')]),
        ),
        layout: Object.fromEntries(
          Object.keys(ways).map((variant) => [variant, of(variant, 'layout') - of('nothing', 'layout')]),
        ),
        nodes: Object.fromEntries(Object.keys(ways).map((variant) => [variant, of(variant, 'nodes')])),
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
