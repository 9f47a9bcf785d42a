// @ts-check
// How long the built extension keeps a page from its turn: the longest piece of script on its main thread, read from
// the browser's own trace, which counts what follows a promise as well; on the bench's pages, on a very wide and on a
// very long one, beside the same page switched off, which the start alone costs.
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { sleep } from '../../tests/e2e/driver/wait.mjs';
import { servePages } from './pages.mjs';
import { scriptsIn, traced } from './trace.mjs';

const HOST = 'www.example.com';

const SAID =
  'On a thursday of that year Officials said that ferries and tolls had cost the harbour council more than grain.';
const NAMED =
  'On a thursday of that year Gustavo Petro said that ferries and tolls had cost the council more than grain.';
/** @param {number} count @param {(at: number) => string} make */
const page = (count, make) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><body><main>${Array.from({ length: count }, (_, at) => make(at)).join('\n')}</main></body></html>`;

/**
 * By name: nothing to read, which shows what the start costs; very many texts; very much text.
 * @returns {Record<string, string>}
 */
export const extremePages = () => ({
  'an empty page': page(0, () => ''),
  '100,000 text nodes': page(25_000, (at) => `<p>${at % 50 ? SAID : NAMED} <a href="#">More</a> of <b>that</b></p>`),
  '20 MB of text': page(20_000, (at) => `<p>${at % 50 ? SAID : NAMED} ${SAID.repeat(8)}</p>`),
});

/**
 * @param {import('../browsers.mjs').InstalledBrowser} installed
 * @param {string} extension
 * @param {Record<string, string>} pages HTML by name
 * @param {number} rounds the shortest of them counts: what else the machine did made the others longer
 */
export async function compareSlices(installed, extension, pages, rounds) {
  const server = await servePages(Object.values(pages));
  const driver = await launch(installed, extension, { offline: true });
  const rows = [];
  try {
    for (const [at, name] of Object.keys(pages).entries()) {
      /** @type {Record<string, { longest: number[], script: number[], mentions: number }>} */
      const found = {};
      for (let round = 0; round < rounds; round++) {
        for (const rule of /** @type {const} */ (['on', 'off'])) {
          await driver.settings({ 'site:example.com': rule });
          const tab = await driver.open('about:blank');
          const url = server.url(`/${at}`, HOST);
          let mentions = 0;
          const trace = await traced(tab.page, async () => {
            await tab.page.goto(url, { waitUntil: 'load', timeout: 120_000 });
            if (rule === 'on') mentions = (await tab.mentions()).length;
            await sleep(800);
          });
          const slices = scriptsIn(trace, url).map(({ clock }) => clock);
          found[rule] ??= { longest: [], script: [], mentions };
          const known = found[rule];
          known.longest.push(Math.max(0, ...slices));
          known.script.push(slices.reduce((sum, one) => sum + one, 0));
          await tab.close();
        }
      }
      const least = (/** @type {'on' | 'off'} */ rule, /** @type {'longest' | 'script'} */ what) =>
        +Math.min(...(found[rule]?.[what] ?? [])).toFixed(1);
      rows.push({
        page: name,
        mentions: found.on?.mentions ?? 0,
        'longest slice, ms': least('on', 'longest'),
        'all slices, ms': least('on', 'script'),
        'switched off, longest': least('off', 'longest'),
        'switched off, all': least('off', 'script'),
      });
    }
  } finally {
    await driver.close();
    server.close();
  }
  return rows;
}
