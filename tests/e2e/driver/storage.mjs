// @ts-check
// The extension's `storage.local`, written and read from outside.

/** Texts of the dataset, which the extension writes itself, have keys that begin so. */
const DATASET = 'data:';

/** @param {import('./extension.mjs').Extension['run']} run */
export function createStorage(run) {
  return {
    /** Writes keys. @param {Record<string, unknown>} values */
    settings: (values) => run((entries) => /** @type {any} */ (globalThis).chrome.storage.local.set(entries), values),
    /** What is stored besides the dataset. @returns {Promise<Record<string, unknown>>} */
    async stored() {
      const all = await run(() => /** @type {any} */ (globalThis).chrome.storage.local.get(null));
      return Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith(DATASET)));
    },
    /**
     * Forgets all that the reader decided: every setting as on the first day. What a closed tab has asked for before is
     * written before.
     */
    forget: () =>
      run(async (dataset) => {
        const { chrome } = /** @type {any} */ (globalThis);
        // The background begins with what it was sent first, and its changes take turns by locks (extension/stored.ts).
        await chrome.runtime.sendMessage({ type: 'site', host: 'example.com' });
        const { held = [], pending = [] } = await navigator.locks.query();
        for (const { name = '' } of [...held, ...pending]) await navigator.locks.request(name, () => {});
        const { local } = chrome.storage;
        await local.remove(Object.keys(await local.get(null)).filter((key) => !key.startsWith(dataset)));
      }, DATASET),
    /** Removes everything, the dataset included. */
    empty: () => run(() => /** @type {any} */ (globalThis).chrome.storage.local.clear()),
  };
}
