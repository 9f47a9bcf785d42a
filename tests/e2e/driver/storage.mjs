// @ts-check
// The extension's `storage.local`, written and read from outside.

/** Texts that the extension compiles have keys that begin so. */
const COMPILED = 'data:';
/** So do the stories that come with it. */
const BUNDLED = ['story:trump-petro-2026', 'kept:trump-petro-2026'];

/** @param {import('./extension.mjs').Extension['run']} run */
export function createStorage(run) {
  /** Resolves once pages have what the stories say: after a start, and after they have changed. */
  const compiled = () =>
    run(async () => {
      const { local } = /** @type {any} */ (globalThis).chrome.storage;
      for (;;) {
        const stored = await local.get(['data:begun', 'data:current']);
        if (stored['data:current'] && !stored['data:begun']) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });

  return {
    compiled,
    /** Writes keys. @param {Record<string, unknown>} values */
    settings: (values) => run((entries) => /** @type {any} */ (globalThis).chrome.storage.local.set(entries), values),
    /** What is stored besides what the extension writes itself. @returns {Promise<Record<string, unknown>>} */
    async stored() {
      const all = await run(() => /** @type {any} */ (globalThis).chrome.storage.local.get(null));
      return Object.fromEntries(
        Object.entries(all).filter(([key]) => !key.startsWith(COMPILED) && !BUNDLED.includes(key)),
      );
    },
    /**
     * Forgets all that the reader decided: every setting as on the first day. What a closed tab has asked for before is
     * written before.
     */
    forget: () =>
      run(
        async ([compiled, ...bundled]) => {
          const { chrome } = /** @type {any} */ (globalThis);
          // The background begins with what it was sent first, and its changes take turns by locks
          // (extension/stored.ts).
          await chrome.runtime.sendMessage({ type: 'site', host: 'example.com' });
          const { held = [], pending = [] } = await navigator.locks.query();
          for (const { name = '' } of [...held, ...pending]) await navigator.locks.request(name, () => {});
          const { local } = chrome.storage;
          const keys = Object.keys(await local.get(null));
          const decided = keys.filter((key) => !key.startsWith(compiled ?? '') && !bundled.includes(key));
          await local.remove(decided);
          // What came with the extension is used everywhere again.
          for (const [key, value] of Object.entries(await local.get(bundled)))
            if (/** @type {any} */ (value)?.off) await local.set({ [key]: { ...value, off: undefined } });
          // Other stories than before are compiled now.
          if (!decided.some((key) => /^(story:|kept:|stories$)/.test(key))) return;
          await new Promise((resolve) => setTimeout(resolve, 200));
          while ((await local.get('data:begun'))['data:begun']) await new Promise((resolve) => setTimeout(resolve, 50));
        },
        [COMPILED, ...BUNDLED],
      ),
    /** Removes everything, also what the extension writes itself. */
    empty: () => run(() => /** @type {any} */ (globalThis).chrome.storage.local.clear()),
  };
}
