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
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
}
