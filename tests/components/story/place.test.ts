// Places of the story page in its address.
import { expect, test } from 'vitest';
import { citeHash, fromHash, searchIn, toHash } from '../../../components/story/place.ts';
import { story } from '../story.ts';

test.each(['figure', 'statement', 'quotation', 'relation', 'event'] as const)('a %s survives the address', (kind) => {
  const place = { kind, id: 'trump-petro' };
  expect(fromHash(toHash(place))).toEqual(place);
});

test.each(['', '#', '#figure', '#figure/', '#tower/eiffel', '#figure/%E0%A4%A', 'figure/trump'])(
  '%o is no place',
  (hash) => {
    expect(fromHash(hash)).toBeNull();
  },
);

test('a search survives the address', () => {
  expect(searchIn('#search/Delcy%20Rodr%C3%ADguez')).toBe('Delcy Rodríguez');
  expect(searchIn('#search/%')).toBeNull();
  expect(searchIn('#figure/trump')).toBeNull();
});

test('a citation leads to the statement that covers it', () => {
  expect(citeHash(story, 'a:3.1')).toBe('#statement/s2');
  expect(citeHash(story, 'a:9.9')).toBe('#statements');
});
