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
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });

  /** @type {Record<string, unknown>} */
  let basis = {};

  return {
    compiled,
    /**
     * Writes settings with which all that follows begins: `forget` leaves them, and `stored` does not tell of them.
     * @param {Record<string, unknown>} values numbers, strings and the like
     */
    async beginWith(values) {
      basis = values;
      await run((entries) => /** @type {any} */ (globalThis).chrome.storage.local.set(entries), values);
    },
    /** Writes keys. @param {Record<string, unknown>} values */
    settings: (values) => run((entries) => /** @type {any} */ (globalThis).chrome.storage.local.set(entries), values),
    /** What is stored besides what the extension writes itself. @returns {Promise<Record<string, unknown>>} */
    stored() {
      return run(
        async ([compiled, ...bundled], known) => {
          const { local } = /** @type {any} */ (globalThis).chrome.storage;
          /** @type {string[]} */
          const keys = await local.getKeys();
          const found = await local.get(
            keys.filter((key) => !key.startsWith(compiled ?? '') && !bundled.includes(key)),
          );
          return Object.fromEntries(Object.entries(found).filter(([key, value]) => known[key] !== value));
        },
        [COMPILED, ...BUNDLED],
        basis,
      );
    },
    /**
     * Forgets all that the reader decided: every setting as on the first day. What a closed tab has asked for before is
     * written before. What was compiled on that day is put back as well, so that nobody has to compile it again.
     */
    forget: () =>
      run(
        async ([compiled, ...bundled], known) => {
          const world = /** @type {any} */ (globalThis);
          const { chrome } = world;
          /** @type {Record<string, unknown> | undefined} */
          const firstDay = world.firstDay;
          // The background begins with what it was sent first, and its changes take turns by locks
          // (extension/stored.ts).
          await chrome.runtime.sendMessage({ type: 'site', host: 'example.com' });
          const { held = [], pending = [] } = await navigator.locks.query();
          for (const { name = '' } of [...held, ...pending]) await navigator.locks.request(name, () => {});
          const { local } = chrome.storage;
          /** @type {string[]} */
          const keys = await local.getKeys();
          const kept = Object.keys(known);
          const decided = keys.filter(
            (key) => !key.startsWith(compiled ?? '') && !bundled.includes(key) && !kept.includes(key),
          );
          const now = await local.get(kept);
          if (kept.some((key) => now[key] !== known[key])) await local.set(known);
          const concernsStories = (/** @type {string} */ key) => /^(story:|kept:|stories$|merging$)/.test(key);
          if (firstDay && decided.some(concernsStories)) await local.set(firstDay);
          if (decided.length > 0) await local.remove(decided);
          // What came with the extension is used everywhere again.
          const limited = Object.entries(await local.get(bundled.filter((key) => key.startsWith('kept:')))).filter(
            ([, value]) => /** @type {any} */ (value)?.off,
          );
          for (const [key, value] of limited)
            await local.set({ [key]: { .../** @type {object} */ (value), off: undefined } });
          // Other stories than before are compiled now: it answers when that is done, unless it was ended meanwhile.
          if (limited.length > 0 || decided.some(concernsStories)) {
            await chrome.runtime.sendMessage({ type: 'texts', names: [] });
            while ((await local.get('data:begun'))['data:begun'])
              await new Promise((resolve) => setTimeout(resolve, 20));
          }
          if (firstDay) return;
          const { 'data:begun': begun, ...all } = await local.get(null);
          if (!begun && all['data:current'])
            world.firstDay = Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(compiled ?? '')));
        },
        [COMPILED, ...BUNDLED],
        basis,
      ),
    /** Removes everything, also what the extension writes itself. */
    empty: () => run(() => /** @type {any} */ (globalThis).chrome.storage.local.clear()),
  };
}
