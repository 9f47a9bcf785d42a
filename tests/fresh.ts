// Around each file of `dom`: files follow each other in one process, with one document and one fake browser, and what
// one has left there or replaced is gone before the next. What browsers have and the fake document has not is here too.
import { afterAll, beforeAll, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** One queue for each name. */
function createLocks() {
  const queues = new Map<string, Promise<unknown>>();
  return {
    request(name: string, act: () => Promise<unknown>) {
      const turn = (queues.get(name) ?? Promise.resolve()).then(act);
      queues.set(
        name,
        turn.catch(() => {}),
      );
      return turn;
    },
  };
}

beforeAll(() => {
  Object.defineProperty(navigator, 'locks', { value: createLocks(), configurable: true });
  fakeBrowser.reset();
  document.head.replaceChildren();
  document.body.replaceChildren();
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
