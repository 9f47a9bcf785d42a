// @ts-check
// How much the thread of a page works, as the browser counts it, and when it rests.
import { sleep } from '../../tests/e2e/driver/wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').CDPSession} CDPSession */
/**
 * In ms of the page's thread: what the browser counts as script (which leaves out all that runs after a promise), style
 * and layout, and everything but these, scripts and what they make the browser do.
 * @typedef {{ script: number, layout: number, work: number }} Cost
 */

const STILL = 7; // equal readings, 40 ms apart, after which all is done
const MOST_READINGS = 100; // of a page that moves by itself and is never still

/** How much the page's thread has worked until all is still. @param {CDPSession} devtools @returns {Promise<Cost>} */
export async function worked(devtools) {
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
export async function devtoolsOf(page) {
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}

/**
 * A task and what follows from it.
 * @param {CDPSession} devtools
 * @param {() => Promise<unknown>} task
 * @returns {Promise<Cost>}
 */
export async function cost(devtools, task) {
  const before = await worked(devtools);
  await task();
  const after = await worked(devtools);
  return { script: after.script - before.script, layout: after.layout - before.layout, work: after.work - before.work };
}
