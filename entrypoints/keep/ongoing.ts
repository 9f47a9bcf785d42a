// What the page is doing: one thing at a time, which is told of where it takes long.
import type { KeepState } from '../../components/keep/state.ts';

/** What takes longer is told of; ms. */
const SLOW = 400;

export interface Ongoing {
  /** Ends what is being done, for something else to be done. Once its signal aborts, nothing of it may be shown. */
  begin(): AbortSignal;
  /** Says what is being read, and where it takes long, how to stop it. @param words as far as they are known */
  slowly<T>(signal: AbortSignal, words: number | null, work: () => Promise<T>): Promise<T>;
}

export function createOngoing(show: (state: KeepState) => void): Ongoing {
  let controller: AbortController | null = null;
  return {
    begin() {
      controller?.abort();
      controller = new AbortController();
      return controller.signal;
    },
    async slowly(signal, words, work) {
      show({ kind: 'drafting', words, slow: false });
      const timer = setTimeout(() => show({ kind: 'drafting', words, slow: true }), SLOW);
      signal.addEventListener('abort', () => clearTimeout(timer));
      const done = await work();
      clearTimeout(timer);
      return done;
    },
  };
}
