// Which figures are in view, and that nothing is measured while nobody asks.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlacedMention } from '../../page/text/mentions.ts';
import { paragraph, place } from './paint/viewport.ts';

Range.prototype.getClientRects = function () {
  const box = this.getBoundingClientRect();
  return (box.width > 0 ? [box] : []) as unknown as DOMRectList;
};
const { createPlaceReport } = await import('../../page/place-report.ts');

/** What scrolls. */
const view = Object.assign(new EventTarget(), { innerHeight }) as Window;
let end: AbortController;
let mentions: PlacedMention[];
const near = vi.fn(() => mentions);
const places: (readonly string[])[] = [];

/** Mentions of these figures at these distances from the viewport's upper edge. */
function placeAt(tops: Record<string, number | null>): void {
  mentions = paragraph(...Object.keys(tops)).mentions;
  mentions.forEach((mention) => {
    place(mention, tops[mention.figure] ?? null);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  near.mockClear();
  places.length = 0;
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const follow = (until = new AbortController()) => {
  const report = createPlaceReport(view, end.signal, near);
  report.follow((figures) => places.push(figures), until.signal);
  return { report, until };
};

test('the figures in view, the one nearest to where people read first', () => {
  placeAt({ above: -30, top: 0, read: innerHeight * 0.3, below: innerHeight - 10, far: innerHeight + 5, hidden: null });
  follow();
  expect(places).toEqual([['read', 'top', 'below']]);
});

test('a scroll is told when others are in view, and only then', () => {
  placeAt({ a: 10, b: innerHeight + 100 });
  follow();
  view.dispatchEvent(new Event('scroll'));
  vi.advanceTimersByTime(1000);
  expect(places).toEqual([['a']]);
  placeAt({ a: -100, b: 10 });
  view.dispatchEvent(new Event('scroll'));
  vi.advanceTimersByTime(1000);
  expect(places).toEqual([['a'], ['b']]);
});

test('nothing is measured before somebody follows, nor after the last has left', () => {
  placeAt({ a: 10 });
  const report = createPlaceReport(view, end.signal, near);
  report.changed();
  view.dispatchEvent(new Event('scroll'));
  expect(near).not.toHaveBeenCalled();
  const { until } = follow();
  until.abort();
  near.mockClear();
  view.dispatchEvent(new Event('scroll'));
  report.changed();
  vi.advanceTimersByTime(1000);
  expect(near).not.toHaveBeenCalled();
});

test('it ends with the marks on the page', () => {
  placeAt({ a: 10 });
  follow();
  end.abort();
  near.mockClear();
  view.dispatchEvent(new Event('resize'));
  vi.advanceTimersByTime(1000);
  expect(near).not.toHaveBeenCalled();
});
