// Long work of the background and of our own pages, in slices: messages and events get their turn in between.
import type { Steps } from '../stories/steps.ts';

/** How long others may wait for their turn, about; ms. */
const SLICE = 12;

/** Does work, and lets messages and events through now and then. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < SLICE) continue;
    await others();
    since = performance.now();
  }
}

/** Lets others have their turn. Not by a timer: in a tab behind others browsers hold each one back for a second. */
const others = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
