// When changes are read, and when there are too many of them.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMutationLog } from '../../../page/text/mutation-log.ts';

let end: AbortController;
/** The observer that was made last; tests say what it tells. */
let observer: FakeObserver;

class FakeObserver {
  readonly tell: (records: MutationRecord[]) => void;
  observed: Node[] = [];
  pending: MutationRecord[] = [];
  constructor(tell: (records: MutationRecord[]) => void) {
    this.tell = tell;
    observer = this;
  }
  observe(node: Node): void {
    this.observed.push(node);
  }
  disconnect(): void {
    this.observed = [];
  }
  takeRecords(): MutationRecord[] {
    return this.pending.splice(0);
  }
}

const records = (count: number) => Array.from({ length: count }, () => ({}) as MutationRecord);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MutationObserver', FakeObserver);
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start() {
  const onChanges = vi.fn();
  const log = createMutationLog(end.signal, onChanges);
  log.observe(document);
  return { log, onChanges };
}

test('changes that come together are told once, after they have settled', () => {
  const { log, onChanges } = start();
  observer.tell(records(2));
  observer.tell(records(3));
  expect(log.isWaiting()).toBe(true);
  vi.advanceTimersByTime(59);
  expect(onChanges).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onChanges).toHaveBeenCalledTimes(1);
  observer.pending = records(1);
  expect(log.take()).toHaveLength(6);
  expect(log.take()).toHaveLength(0);
});

test('the more a reading cost, the longer the next rest; two seconds at most', () => {
  const { log, onChanges } = start();
  log.setCost(10);
  observer.tell(records(1));
  vi.advanceTimersByTime(599);
  expect(onChanges).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onChanges).toHaveBeenCalledTimes(1);
  log.setCost(1000);
  observer.tell(records(1));
  vi.advanceTimersByTime(2000);
  expect(onChanges).toHaveBeenCalledTimes(2);
});

test('who cannot wait is told at once, and nobody where nothing has changed', () => {
  const { log, onChanges } = start();
  log.flush();
  expect(onChanges).not.toHaveBeenCalled();
  observer.pending = records(1);
  log.flush();
  expect(onChanges).toHaveBeenCalledTimes(1);
  expect(log.isWaiting()).toBe(false);
  vi.advanceTimersByTime(1000);
  expect(onChanges).toHaveBeenCalledTimes(1);
});

test('too many changes end the observation, and are told as one', () => {
  const { log, onChanges } = start();
  observer.tell(records(4001));
  expect(observer.observed).toEqual([]);
  vi.advanceTimersByTime(60);
  expect(onChanges).toHaveBeenCalledTimes(1);
  expect(log.take()).toBeNull();
  log.observe(document);
  observer.tell(records(1));
  expect(log.take()).toHaveLength(1);
});

test('too many that were not told yet are too many as well', () => {
  const { log } = start();
  observer.pending = records(4001);
  expect(log.take()).toBeNull();
});

test('after the end nothing is observed or told', () => {
  const { onChanges } = start();
  observer.tell(records(1));
  end.abort();
  vi.advanceTimersByTime(5000);
  expect(observer.observed).toEqual([]);
  expect(onChanges).not.toHaveBeenCalled();
});
