// What is done at most once in a while.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrottle } from '../../../page/paint/throttle.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('at once at first, then once after the rest, however often it is asked for', () => {
  const act = vi.fn();
  const soon = createThrottle(100, new AbortController().signal, act);
  soon();
  expect(act).toHaveBeenCalledTimes(1);
  soon();
  soon();
  vi.advanceTimersByTime(99);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(2);
});

test('nothing after the end', () => {
  const end = new AbortController();
  const act = vi.fn();
  const soon = createThrottle(100, end.signal, act);
  soon();
  soon();
  end.abort();
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(1);
});
