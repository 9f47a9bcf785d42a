// The browser's API as the browser has it: stands in for the polyfill in the content scripts (wxt.config.ts).
type Api = typeof import('webextension-polyfill');

const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
export default browser ?? chrome;
