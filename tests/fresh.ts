// Around each file of `dom`: files follow each other in one process, with one document and one fake browser, and what
// one has left there or replaced is gone before the next.
import { afterAll, beforeAll, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

beforeAll(() => {
  fakeBrowser.reset();
  document.head.replaceChildren();
  document.body.replaceChildren();
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
