// The steps of a capture: between two of them the page runs, and the capture can be stopped.
import { yieldToPage } from '../time-slices.ts';

/** Lets the page run. @throws `signal.reason` where the capture was stopped meanwhile */
export async function nextStep(signal?: AbortSignal): Promise<void> {
  await yieldToPage();
  signal?.throwIfAborted();
}
