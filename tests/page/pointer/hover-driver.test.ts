// The hover machine with its one timer.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHoverDriver } from '../../../page/pointer/hover-driver.ts';

const timing = { dwell: 250, grace: 300, slow: 1 };
const move = (over: string | null, speed = 0) => ({ type: 'move', over, speed, towards: false }) as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start() {
  const log: string[] = [];
  const hover = createHoverDriver<string>(timing, {
    onDwell: () => log.push('dwell'),
    onShow: (shown) => log.push(`show ${shown}`),
    onHide: () => log.push('hide'),
  });
  return { hover, log };
}

test('a card opens after the dwell and closes after the grace', () => {
  const { hover, log } = start();
  hover.feed(move('A'));
  vi.advanceTimersByTime(249);
  expect(log).toEqual(['dwell']);
  vi.advanceTimersByTime(1);
  expect(log).toEqual(['dwell', 'show A']);
  expect(hover.isOpen()).toBe(true);
  hover.feed(move(null));
  expect(hover.phase).toBe('closing');
  expect(hover.isOpen()).toBe(true);
  vi.advanceTimersByTime(300);
  expect(log).toEqual(['dwell', 'show A', 'hide']);
  expect(hover.isOpen()).toBe(false);
});

test('what only passes is no rest; a card that it opens all the same had no time to prepare', () => {
  const { hover, log } = start();
  hover.feed(move('A', 3));
  hover.feed(move('B', 3));
  expect(log).toEqual([]);
  hover.feed(move('B'));
  expect(log).toEqual(['dwell']);
  hover.feed(move('C', 3));
  vi.advanceTimersByTime(250);
  expect(log).toEqual(['dwell', 'show C']);
});

test('the timer of a state that has passed does nothing', () => {
  const { hover, log } = start();
  hover.feed(move('A'));
  hover.feed({ type: 'cancel' });
  vi.advanceTimersByTime(1000);
  expect(log).toEqual(['dwell']);
});

test('another dwell holds from the next rest on', () => {
  const { hover, log } = start();
  hover.setTiming({ ...timing, dwell: 50 });
  hover.feed(move('A'));
  vi.advanceTimersByTime(50);
  expect(log).toEqual(['dwell', 'show A']);
});

test('nothing opens after a reset', () => {
  const { hover, log } = start();
  hover.feed(move('A'));
  hover.reset();
  vi.advanceTimersByTime(1000);
  expect(log).toEqual(['dwell']);
});
