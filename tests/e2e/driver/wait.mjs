// @ts-check
// Waiting for real browsers: until a condition holds, with a time limit.

/** How long anything may take on a slow and busy machine; ms. */
export const PATIENCE = 1000 * Number(process.env.PATIENCE ?? 60);

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks again and again until the answer is neither null, undefined nor false.
 * @template T
 * @param {string} what for the error: `the card to open`
 * @param {() => Promise<T | null | undefined | false> | T | null | undefined | false} ask a throw counts as not yet
 * @param {number} [timeout] in ms
 * @returns {Promise<T>}
 */
export async function until(what, ask, timeout = PATIENCE) {
  const end = Date.now() + timeout;
  /** @type {unknown} */
  let last;
  do {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  } while (Date.now() < end);
  throw new Error(`Waited ${timeout} ms in vain for ${what}.`, { cause: last });
}
