// @ts-check
// What the browser's own trace tells of a page: every piece of script on its main thread, from outside. Unlike the
// browser's counters it knows what runs after a promise, and compilation.

/**
 * Times in µs.
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} ph
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tdur]
 * @property {number} pid
 * @property {number} tid
 * @property {{ name?: string, data?: { url?: string, processId?: number } }} [args]
 */

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'v8',
  'blink.user_timing',
];
/** The events in which script runs or is compiled. */
const SCRIPT =
  /^(?:EvaluateScript|FunctionCall|RunMicrotasks|V8\.RunMicrotasks|v8\.run|v8\.callFunction|v8\.compile|V8\.CompileCode|TimerFire|FireAnimationFrame|FireIdleCallback)$/;

/**
 * Everything that the browser traces during a task.
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<unknown>} task
 * @returns {Promise<TraceEvent[]>}
 */
export async function traced(page, task) {
  await page.tracing.start({ categories: CATEGORIES });
  await task();
  return JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString()).traceEvents;
}

/**
 * The pieces of script on the main thread of the page at an address, without what runs within another: how long each
 * took by the clock, and how long the thread worked on it; ms.
 * @param {TraceEvent[]} trace
 * @param {string} url
 */
export function scriptsIn(trace, url) {
  // Told by the browser's own process: what a page's process does first may be missing.
  const process = trace.find(({ name, args }) => name === 'FrameCommittedInBrowser' && args?.data?.url === url)?.args
    ?.data?.processId;
  const main = trace.find(
    ({ name, pid, args }) => name === 'thread_name' && args?.name === 'CrRendererMain' && pid === process,
  );
  if (!main) throw new Error(`The trace knows nothing of ${url}.`);
  const entries = trace
    .filter(({ name, ph, pid, tid }) => ph === 'X' && pid === main.pid && tid === main.tid && SCRIPT.test(name))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let end = 0;
  return entries.flatMap(({ ts, dur = 0, tdur = dur }) => {
    if (ts < end) return [];
    end = ts + dur;
    return [{ clock: dur / 1000, thread: tdur / 1000 }];
  });
}
