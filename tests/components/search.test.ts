// Search: accents, case and order of words are ignored, and matches are marked.

import { story as told } from 'virtual:story';
import { expect, test } from 'vitest';
import { createSearch } from '../../components/search.ts';
import { story } from './story.ts';

const search = createSearch(story, { language: 'en' });
const marked = ({ text, matches }: ReturnType<typeof search>[number]) =>
  matches.map(([start, end]) => text.slice(start, end));

test.each(['rodriguez', 'RODRÍGUEZ', 'Rodríguez', 'rodri', 'rodrigez'])('%s finds Delcy Rodríguez first', (query) => {
  expect(search(query)[0]?.place).toEqual({ kind: 'figure', id: 'rodriguez' });
});

test('matches are marked in the text', () => {
  expect(search('rodriguez')[0]).toMatchObject({ text: 'Delcy Rodríguez', note: 'Interim president of Venezuela' });
  expect(marked(search('rodriguez')[0]!)).toEqual(['Rodríguez']);
});

test('words are found in any order', () => {
  expect(search('oil warned').map(({ place }) => place.id)).toContain('s4');
});

test.each([
  ['figure', 'petro', 'gustavo'],
  ['statement', 's3', 'mediator'],
  ['quotation', 'q1', 'tone'],
  ['event', 'visit', 'white house'],
] as const)('a %s is found', (kind, id, query) => {
  expect(search(query).map(({ place }) => place)).toContainEqual({ kind, id });
});

test('the story is searched in the reader’s language', () => {
  expect(createSearch(story, { language: 'es' })('advertencia').map(({ place }) => place.id)).toContain('arms');
});

test('a blank query finds nothing', () => {
  expect(search('')).toEqual([]);
  expect(search('   ')).toEqual([]);
  expect(search('xylophone')).toEqual([]);
});

test('the limit is kept', () => {
  expect(search('trump', 2)).toHaveLength(2);
});

test('near matches come only where nothing matches well', () => {
  const whole = createSearch(told(), { language: 'en' });
  expect(whole('take up arms').map(({ text }) => text)).toEqual(['take up arms']);
  expect(whole('the man who took arms').length).toBeGreaterThan(1);
});
