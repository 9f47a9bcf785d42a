// Places of the story page in its address.
import { expect, test } from 'vitest';
import { fromHash, parts, placeCiting, searchIn, toHash } from '../../../components/story/place.ts';
import { story } from '../story.ts';

test.each(['figure', 'statement', 'quotation', 'relation', 'event'] as const)('a %s survives the address', (kind) => {
  const place = { story: 'harbour-strike', kind, id: 'trump-petro' };
  expect(toHash(place)).toBe(`#story/harbour-strike/${kind}/trump-petro`);
  expect(fromHash(toHash(place), 'first')).toEqual(place);
});

test.each(parts)('the part %s survives the address', (id) => {
  const place = { story: 'harbour-strike', kind: 'part', id } as const;
  expect(fromHash(toHash(place), 'first')).toEqual(place);
});

test('an address without a story is of the first, one without a place of the story’s beginning', () => {
  expect(fromHash('#figure/trump', 'first')).toEqual({ story: 'first', kind: 'figure', id: 'trump' });
  expect(fromHash('#timeline', 'first')).toEqual({ story: 'first', kind: 'part', id: 'timeline' });
  for (const hash of ['#story/fair', '#story/fair/'])
    expect(fromHash(hash, 'first')).toEqual({ story: 'fair', kind: 'part', id: 'top' });
});

test.each([
  '',
  '#',
  '#figure',
  '#figure/',
  '#tower/eiffel',
  '#figure/%E0%A4%A',
  'figure/trump',
  '#story/%E0%A4%A/figure/trump',
  '#story/fair/tower/eiffel',
])('%o is no place', (hash) => {
  expect(fromHash(hash, 'first')).toBeNull();
});

test('a search survives the address', () => {
  expect(searchIn('#search/Delcy%20Rodr%C3%ADguez')).toBe('Delcy Rodríguez');
  expect(searchIn('#search/%')).toBeNull();
  expect(searchIn('#figure/trump')).toBeNull();
});

test('a citation leads to the statement that covers it', () => {
  expect(placeCiting(story, 'a:3.1')).toEqual({ story: 'test', kind: 'statement', id: 's2' });
  expect(placeCiting(story, 'a:9.9')).toEqual({ story: 'test', kind: 'part', id: 'statements' });
});
