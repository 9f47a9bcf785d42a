// Collects what changes on a page until it is time to read it. Many changes are read together, and the more that costs,
// the longer the next ones wait, up to 2 s. So a page that never rests is read for at most one sixtieth of its time;
// only where a reading takes more than 33 ms it is more.
import { REST_FACTOR } from '../time-slices.ts';
import type { Tree } from './trees.ts';

/** After a change before it is read, at least; ms. */
const SETTLE = 60;
const LONGEST_REST = 2000; // ms
/** Changes at once above which the page as a whole is read again. */
const MOST_RECORDS = 4000;

export interface MutationLog {
  observe(tree: Tree): void;
  /**
   * What has changed since the last time. Null where it was too much: then nothing is observed any more, and everything
   * is to be read and observed again.
   */
  take(): readonly MutationRecord[] | null;
  /** The last reading took so long; ms. */
  setCost(spent: number): void;
  /** Calls back at once where something has changed. */
  flush(): void;
  /** True while changes wait for their time. */
  isWaiting(): boolean;
}

/** Calls `onChanges` when it is time to `take` what has changed, until `signal` is aborted. */
export function createMutationLog(signal: AbortSignal, onChanges: () => void): MutationLog {
  let records: MutationRecord[] = [];
  let overflow = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = SETTLE;
  const observer = new MutationObserver(note);

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    records = [];
  });

  function note(news: MutationRecord[]): void {
    if (news.length === 0) return;
    if (records.length + news.length > MOST_RECORDS) {
      // So much changes that even being told of it costs: nothing is observed until everything is read again.
      overflow = true;
      records = [];
      observer.disconnect();
    } else records = records.concat(news);
    timer ??= setTimeout(callBack, rest);
  }

  function callBack(): void {
    clearTimeout(timer);
    timer = undefined;
    onChanges();
  }

  return {
    observe(tree) {
      observer.observe(tree, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['lang', 'contenteditable'],
      });
    },
    take() {
      const news = records.concat(observer.takeRecords());
      records = [];
      if (!overflow && news.length <= MOST_RECORDS) return news;
      overflow = false;
      return null;
    },
    setCost(spent) {
      rest = Math.min(Math.max(SETTLE, spent * REST_FACTOR), LONGEST_REST);
    },
    flush() {
      note(observer.takeRecords());
      if (timer !== undefined) callBack();
    },
    isWaiting: () => timer !== undefined,
  };
}
