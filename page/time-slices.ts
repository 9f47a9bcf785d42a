// Work in time slices: long work pauses so that the page can handle its own events in between.

/**
 * Work that repeats itself rests for so many times as long as it took: a page that never comes to rest gives it one
 * sixtieth of its time.
 */
export const REST_FACTOR = 60;

/** How long a slice lasts before the page gets control; the last step of a slice may take as much again. In ms. */
const SLICE = 5;

/**
 * Lets the page run what it has waiting. Not by a timer, which browsers hold back: 4 ms each after a few in a row, and
 * a second where the page is hidden.
 */
export const yieldToPage = (): Promise<void> =>
  new Promise((resolve) => {
    // `postTask` takes 0.15 ms, a MessageChannel 0.3 ms plus set-up.
    if (import.meta.env.CHROME || import.meta.env.EDGE || import.meta.env.FIREFOX) {
      void scheduler.postTask(resolve);
      return;
    }
    // Safari has no scheduler.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Measures how long work has gone on without a pause. */
export interface TimeSlicer {
  /** Work begins: the first slice, and the count of the time spent, start now. */
  start(): void;
  /** True where the present slice has lasted long enough. */
  isLate(): boolean;
  /** Lets the page run, then starts the next slice. */
  pause(): Promise<void>;
  /** Waits for work that is done elsewhere; then the next slice starts. */
  awaiting<T>(work: Promise<T>): Promise<T>;
  /** Time worked since `start`, pauses and waits left out; ms. */
  spent(): number;
}

export function createTimeSlicer(): TimeSlicer {
  let sliceStart = 0;
  let earlierSlices = 0;
  const slice = () => performance.now() - sliceStart;
  return {
    start() {
      sliceStart = performance.now();
      earlierSlices = 0;
    },
    isLate: () => slice() > SLICE,
    async pause() {
      earlierSlices += slice();
      await yieldToPage();
      sliceStart = performance.now();
    },
    async awaiting(work) {
      earlierSlices += slice();
      try {
        return await work;
      } finally {
        sliceStart = performance.now();
      }
    },
    spent: () => earlierSlices + slice(),
  };
}
