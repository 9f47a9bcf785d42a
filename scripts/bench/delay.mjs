// @ts-check
// How long after the gate's start, which the browser chooses as `document_idle`, a page of news has its first range in
// CSS.highlights: with the background's worker awake, and ended before the load.
import { launch } from '../../tests/e2e/driver/launch.mjs';
import { times } from './figures.mjs';
import { namedArticle, servePages } from './pages.mjs';
import { traced } from './trace.mjs';

/** @typedef {import('../../tests/e2e/driver/launch.mjs').Driver} Driver */

const MARKED = 'first range';

/** Runs in the page: leaves a mark in the trace as soon as something is painted. @param {string} mark */
function watch(mark) {
  const look = () => {
    if ([...CSS.highlights.values()].some(({ size }) => size > 0)) performance.mark(mark);
    // Without the 4 ms that timers wait at least.
    /** @type {any} */ else globalThis.scheduler.postTask(look, { priority: 'background', delay: 1 });
  };
  addEventListener('DOMContentLoaded', look);
}

/**
 * From the gate's start to the first range, on one load; ms.
 * @param {Driver} driver
 * @param {string} url
 * @param {boolean} isAwake
 */
export async function delayOf(driver, url, isAwake) {
  const page = await driver.browser.newPage();
  await page.evaluateOnNewDocument(watch, MARKED);
  if (isAwake) await (await driver.awake()).release();
  else await driver.endBackground();
  const trace = await traced(page, async () => {
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, { polling: 100 }, MARKED);
  });
  await page.close();
  const start = trace.find(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith('/gate.js'));
  const end = trace.find(({ name }) => name === MARKED);
  return ((end?.ts ?? Number.NaN) - (start?.ts ?? Number.NaN)) / 1000;
}

/**
 * @param {import('../browsers.mjs').InstalledBrowser} installed
 * @param {string} extension
 * @param {number} loads with each
 * @returns {Promise<Record<string, ReturnType<typeof times>>>}
 */
export async function measureDelay(installed, extension, loads) {
  const server = await servePages([namedArticle()]);
  const driver = await launch(installed, extension, { offline: true });
  /** @type {number[][]} */
  const [awake, asleep] = [[], []];
  try {
    await delayOf(driver, server.url('/0'), true);
    for (let at = 0; at < loads; at++) {
      awake?.push(await delayOf(driver, server.url('/0'), true));
      asleep?.push(await delayOf(driver, server.url('/0'), false));
    }
  } finally {
    await driver.close();
    server.close();
  }
  return { 'worker awake': times(awake ?? []), 'worker asleep': times(asleep ?? []) };
}
