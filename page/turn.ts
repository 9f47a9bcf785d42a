// Work in slices, so that the page gets its turn in between.

const SLICE = 2; // ms of work before the page gets its turn; the last step of a slice may take as much again

/** Gives the page its turn. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
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
