// The browser's own API, without the polyfill: for scripts that are read anew on every page and need little of it.
const world = globalThis as unknown as Record<'chrome' | 'browser', typeof import('wxt/browser').browser>;
export const api = import.meta.env.CHROME || import.meta.env.EDGE ? world.chrome : world.browser;
