// What is new to a reader of a story, and of one of its figures.
import { expect, test } from 'vitest';
import { type Addition, newestOf, newsSince } from '../../stories/news-since.ts';

const story = {
  sources: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  statements: [
    { id: 'old', cites: ['a:1.1'], figures: ['petro'], by: null, weight: 3 },
    { id: 'b-1', cites: ['b:1.1'], figures: ['petro'], by: null, weight: 2 },
    { id: 'c-1', cites: ['c:1.1'], figures: ['trump'], by: null, weight: 1 },
    { id: 'c-2', cites: ['c:1.2'], figures: [], by: 'trump', weight: 3 },
  ],
} as unknown as Parameters<typeof newsSince>[0];
const added = (at: string, sources: string[], statements: string[]): Addition => ({ at, sources, statements });
const both = [added('2026-01-09T08:00:00Z', ['b'], ['b-1']), added('2026-01-10T08:00:00Z', ['c'], ['c-1', 'c-2'])];

test('what came last is told first, with the time of the last reading', () => {
  expect(newsSince(story, { read: '2026-01-08T21:30:00.000Z', unread: both })).toEqual({
    since: '2026-01-08T21:30:00.000Z',
    sources: ['c', 'b'],
    statements: ['c-1', 'c-2', 'b-1'],
  });
});

test('nothing is new where nothing came, or all of it is gone again', () => {
  expect(newsSince(story, { read: null, unread: [] })).toBe(null);
  expect(newsSince(story, { read: null, unread: [added('2026-01-09', ['z'], ['z-1'])] })).toBe(null);
});

test('what came twice is told once', () => {
  const twice = [added('2026-01-09', ['b'], ['b-1']), added('2026-01-10', ['b'], ['b-1'])];
  expect(newsSince(story, { read: null, unread: twice })).toEqual({ since: null, sources: ['b'], statements: ['b-1'] });
});

test('of a figure, the weightiest that the newest source has added', () => {
  const news = newsSince(story, { read: null, unread: both });
  expect(newestOf({ ...story, news }, 'trump')).toMatchObject({ statement: { id: 'c-2' }, source: { id: 'c' } });
  // An older source has told something of Petro; the newest has not.
  expect(newestOf({ ...story, news }, 'petro')).toBe(null);
  expect(newestOf({ ...story, news: null }, 'trump')).toBe(null);
});

test('a newer revision without another source tells what it has more of', () => {
  const news = newsSince(story, { read: null, unread: [added('2026-01-09', [], ['b-1'])] });
  expect(newestOf({ ...story, news }, 'petro')).toMatchObject({ statement: { id: 'b-1' }, source: null });
});
