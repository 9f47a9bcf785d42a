// @ts-check
// What pages that live pay for the built extension beyond what they pay without: lists that grow, texts rendered anew,
// the pointer.
import { join } from 'node:path';
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { browsersFor } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { root } from '../setup.mjs';
import { median } from './figures.mjs';
import { madePages } from './pages.mjs';
import { NAMES } from './peers.mjs';
import { cost, devtoolsOf } from './thread.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./thread.mjs').Cost} Cost */

const HOST = 'www.example.com';

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

/** @param {number} rounds */
export async function compareLiving(rounds) {
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
