// Dates, lists, languages.
import { expect, test } from 'vitest';
import { dateIn, direction, listIn, storyLanguage } from '../../components/voice.ts';

test.each([
  ['en-GB', '2024-09-03', '3 Sept 2024'],
  ['en-US', '2024-09-03', 'Sep 3, 2024'],
  ['de', '2024-09-03', '3. Sept. 2024'],
  ['en', '2024', '2024'],
  ['en', '2024-13-45', '2024-13-45'],
])('in %s, %s is %s', (locale, date, said) => {
  expect(dateIn(locale, date)).toBe(said);
});

test('a list is joined as the language joins it', () => {
  expect(listIn('en-GB', ['a', 'b', 'c'])).toBe('a, b and c');
  expect(listIn('es', ['a', 'b'])).toBe('a y b');
});

test('the story is told in Spanish to readers of Spanish, in English to all others', () => {
  expect(['es', 'es-MX', 'ES-419', 'en', 'pt-BR', 'est'].map(storyLanguage)).toEqual([
    'es',
    'es',
    'es',
    'en',
    'en',
    'en',
  ]);
});

test('scripts that run from right to left turn the surfaces round', () => {
  expect(['ar', 'he-IL', 'fa', 'en', 'arn'].map(direction)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
});
