// Work in slices, so that the page gets its turn in between.

const SLICE = 5; // ms of work before the page gets its turn; the last step of a slice may take as much again

/** Gives the page its turn. Not by a timer, which browsers hold back: 4 ms each after a few in a row, and a second where the page is hidden. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    // Half of what a channel costs, of which the first also has to be opened: 0.3 ms to 0.15.
    if (import.meta.env.CHROME || import.meta.env.EDGE || import.meta.env.FIREFOX) {
      void scheduler.postTask(resolve);
      return;
    }
    // Safari knows no such thing.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Measures slices of work: how long the present one has lasted, and all of them since `start`. */
export function createClock() {
  let since = 0;
  let before = 0;
  const slice = () => performance.now() - since;
  return {
    start() {
      since = performance.now();
      before = 0;
    },
    isLate: () => slice() > SLICE,
    async turn() {
      before += slice();
      await turn();
      since = performance.now();
    },
    spent: () => before + slice(),
  };
}
