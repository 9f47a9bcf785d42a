// @ts-check
// Whether anything grows over a long day: many pages in one tab, with many stories; cards, popups and switches between.
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { until } from '../../tests/e2e/driver/wait.mjs';
import { serve } from '../serve.mjs';
import { soakPage, soakStory } from './soak-pages.mjs';

/** @typedef {import('../../tests/e2e/driver/launch.mjs').Driver} Driver */
/** @typedef {import('../../tests/e2e/driver/tab.mjs').Tab} Tab */
/** @typedef {Record<string, number>} Sample */

/** Between what happens besides reading, in pages. */
const EVERY = { card: 5, popup: 20, switched: 50 };
const SAMPLES = 10;
/** Read before each sample, so that all are of the same page. */
const MEASURED = '/2026/01/08/measured';

/**
 * @param {import('../browsers.mjs').InstalledBrowser} installed
 * @param {string} folder of the build
 * @param {number} pages how many are opened
 * @param {number} stories how many there are, besides the bundled one
 * @returns {Promise<{ samples: Sample[], growth: Sample }>} the growth from the first third to the end
 */
export async function soak(installed, folder, pages, stories) {
  const server = await serve({
    [MEASURED]: soakPage(0, stories),
    ...Object.fromEntries(Array.from({ length: pages }, (_, at) => [`/2026/01/08/${at}`, soakPage(at, stories)])),
  });
  const driver = await launch(installed, folder, { offline: true });
  try {
    await driver.compiled();
    const library = Array.from({ length: stories }, (_, at) => [`story:soak-${at}`, soakStory(at)]);
    await driver.settings(Object.fromEntries(library));
    await untilCompiled(driver);
    const tab = await driver.open(server.url(MEASURED, 'www.example.com'));
    const measure = await createMeasure(driver, tab, server.url(MEASURED, 'www.example.com'));
    /** @type {Sample[]} */
    const samples = [];
    for (let at = 0; at < pages; at++) {
      if (at % Math.ceil(pages / SAMPLES) === 0) samples.push({ pages: at, ...(await measure()) });
      await readPage(driver, tab, server.url(`/2026/01/08/${at}`, 'www.example.com'), at);
    }
    samples.push({ pages, ...(await measure()) });
    // Until then languages are compiled for the first time, and the engine takes notes on warm code.
    const warm = /** @type {Sample} */ (samples[Math.ceil(samples.length / 3)]);
    const last = /** @type {Sample} */ (samples.at(-1));
    const growth = Object.entries(last).map(([name, value]) => [name, value - (warm[name] ?? Number.NaN)]);
    return { samples, growth: Object.fromEntries(growth) };
  } finally {
    await driver.close();
    server.close();
  }
}

/**
 * Reads a page as a reader does, and does what is due.
 * @param {Driver} driver
 * @param {Tab} tab
 * @param {string} url
 * @param {number} at the page's number
 */
async function readPage(driver, tab, url, at) {
  await tab.page.goto(url);
  const found = await tab.mentions();
  if (at % EVERY.card === 0 && found.length > 0) {
    const [first] = await until('marks', async () => {
      const painted = await tab.painted();
      return painted.length > 0 && painted;
    });
    await tab.hover(first ?? '');
    await (await tab.card()).release();
    await tab.move(5, 5);
    await tab.cardGone();
  }
  if (at % EVERY.popup === 0) {
    const popup = await driver.popup(tab);
    await until('the popup', () => popup.evaluate(() => document.body.innerText.length > 50));
    await popup.close();
  }
  if (at % EVERY.switched === 0) {
    await driver.settings({ stories: { 'soak-0': (at / EVERY.switched) % 2 ? 'on' : 'off' } });
    await untilCompiled(driver);
  }
}

/** Waits until a change of stories has come to an end: it begins a moment after the change. @param {Driver} driver */
async function untilCompiled(driver) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  await driver.compiled();
}

/**
 * Counts after everything that can be collected has been: the heap of page and worker, and of the page's process nodes,
 * documents and listeners, those of pages left behind included.
 * @param {Driver} driver
 * @param {Tab} tab
 * @param {string} url
 */
async function createMeasure(driver, tab, url) {
  const devtools = await tab.page.createCDPSession();
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.enable');
  return async () => {
    await tab.page.goto(url);
    await tab.mentions();
    for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const value = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    const worker = await driver.awake();
    const heap = await worker.heap();
    await worker.release();
    const stored = await driver.inExtension(() =>
      /** @type {any} */ (globalThis).chrome.storage.local.getBytesInUse(null),
    );
    return {
      'page, kB': Math.round(value('JSHeapUsedSize') / 1000),
      nodes: value('Nodes'),
      documents: value('Documents'),
      listeners: value('JSEventListeners'),
      'worker, kB': Math.round(heap / 1000),
      'stored, kB': Math.round(stored / 1000),
    };
  };
}
