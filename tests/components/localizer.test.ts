// Dates, lists, languages.
import { expect, test } from 'vitest';
import {
  createLocalizer,
  direction,
  formatDate,
  formatList,
  forStory,
  inOneLine,
  joinClauses,
  languageName,
  type Translate,
} from '../../components/localizer.ts';
import { asOf } from '../../components/origin.ts';
import { describeMode } from '../../components/statement.ts';
import { localizerIn, localizers } from './localizer.ts';

test.each([
  ['en-GB', '2024-09-03', '3 Sept 2024'],
  ['en-US', '2024-09-03', 'Sep 3, 2024'],
  ['de', '2024-09-03', '3. Sept. 2024'],
  ['es', '2024-09-03', '3 de septiembre de 2024'],
  ['es-419', '2024-09-03', '3 de septiembre de 2024'],
  ['pt', '2024-09-03', '3 de setembro de 2024'],
  ['it', '2024-09-03', '3 settembre 2024'],
  ['pl', '2024-09-03', '3 września 2024'],
  ['uk', '2024-09-03', '3 вересня 2024 р.'],
  ['ar', '2024-09-03', '3 سبتمبر 2024'],
  ['ja', '2024-09-03', '2024年9月3日'],
  ['en', '2024', '2024'],
  ['en', '2024-13-45', '2024-13-45'],
])('in %s, %s is %s', (locale, date, text) => {
  expect(formatDate(locale, date)).toBe(text);
});

test('dates and lists of a language that the browser has no data for are in the browser’s own', () => {
  for (const locale of ['tlh', 'zxx', 'qaa-Latn-AQ']) {
    expect(formatDate(locale, '2024-09-03')).toContain('2024');
    expect(formatList(locale, ['a', 'b'])).toMatch(/a.*b/);
  }
});

test('clauses are set apart as the language’s press does', () => {
  expect((['en', 'de', 'ar', 'ja'] as const).map((locale) => joinClauses(localizers[locale], ['a, b', 'c']))).toEqual([
    ...['a, b; c', 'a, b; c', 'a, b؛ c', 'a, b、c'],
  ]);
});

test('a list is joined as the language joins it', () => {
  expect(formatList('en-GB', ['a', 'b', 'c'])).toBe('a, b and c');
  expect(formatList('es', ['a', 'b'])).toBe('a y b');
});

test.each([
  ['es', 'es-MX', 'es-MX', 'es-MX'],
  ['en', 'en-GB', 'en-GB', 'en-GB'],
  ['pt', 'pt-BR', 'pt-BR', 'pt-BR'],
  ['ar', 'ar-EG', 'ar-EG', 'ar-EG'],
  ['en', 'nl', 'en', 'nl'],
  ['en', 'he', 'en', 'he'],
  ['es', 'en-US', 'es', 'es'],
])(
  'with texts in %s, a browser in %s gets the interface in %s and stories in %s',
  (texts, browser, locale, language) => {
    const t = (() => texts) as unknown as Translate;
    expect(createLocalizer(t, browser)).toEqual({ t, locale, language, source: 'en', addedBy: 'us' });
  },
);

test('a language is named in the reader’s own; what is no tag stays as it is', () => {
  expect(languageName('es', 'en')).toBe('inglés');
  expect(languageName('en', 'no tag at all')).toBe('no tag at all');
});

test('a name and a date in one line keep their directions where the interface runs right to left', () => {
  expect(inOneLine('en', ['The Harbour Post', null, '11 Jan 2026'])).toBe('The Harbour Post, 11 Jan 2026');
  expect(inOneLine('ar', ['The Harbour Post', null, '11 يناير 2026'])).toBe(
    '\u2068The Harbour Post\u2069، \u206811 يناير 2026\u2069',
  );
  expect(inOneLine('ar', ['The Harbour Post', null])).toBe('The Harbour Post');
});

test('the direction follows the script', () => {
  expect(['ar', 'he-IL', 'fa', 'en', 'arn'].map(direction)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
});

test.each([
  ['bundled', 'added by us', 'As of Jan 8, 2026, dated by Dramatis'],
  ['imported', 'added by the story’s author', 'As of Jan 8, 2026, dated by the author'],
  ['kept', 'not in the article', 'As of Jan 8, 2026, date estimated'],
] as const)('what no source of a story says, where it is %s', (origin, added, date) => {
  const localizer = forStory(localizerIn('en'), { sources: [], origin });
  expect(describeMode(localizer, { mode: 'ours', by: null }, [])).toBe(added);
  expect(asOf(localizer, { sources: [] }, '2026-01-08')).toBe(date);
  expect(asOf(localizer, { sources: [{ date: '2026-01-08' }] }, '2026-01-08')).toBe('As of Jan 8, 2026');
});
