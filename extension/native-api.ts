// The browser's own API, without the polyfill, for whatever scripts in pages use: they are read anew on every page, and
// to open parts of the API that nobody needs takes its time.
const world = globalThis as unknown as Record<'chrome' | 'browser', typeof import('wxt/browser').browser>;
export const api = import.meta.env.CHROME || import.meta.env.EDGE ? world.chrome : world.browser;
