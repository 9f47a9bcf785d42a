// The names of the months in the languages of the press, from Unicode's own data and the files of the languages.
// Made at build time: a browser takes a tenth of a second to list them, and some browsers lack a language.
import * as v from 'valibot';
import type { MonthNames } from '../../page/date/months.ts';
import { foldText } from '../../recognition/fold.ts';
import type { LanguageFile } from '../../stories/language.ts';

/**
 * Languages asked for a month's name that the page's own language does not know: many declare a wrong one or none.
 * Ordered so that a name that means different months (Croatian and Polish "listopad") is read as most readers would.
 */
const TRIED = (
  'en es pt fr de it nl sv da nb fi pl cs sk hu ro uk ru bg sr sl el tr ar fa he hi mr ne bn ta te kn ml gu pa ur th vi ' +
  'id ms sw fil lt lv et ca eu gl sq az ka hy kk uz mk is zu af am my km lo si hr'
).split(' ');
/** Languages of which only pages that declare them are read. */
const OWN = 'be bs cy fo ga ky lb mn mt ps so'.split(' ');
const NAMESAKES: Record<string, string> = { no: 'nb', nn: 'nb', tl: 'fil', iw: 'he', in: 'id', mo: 'ro', sh: 'sr' };
/** Further data of one language: Austria, the Levant and the Maghreb have names of their own, Serbian two scripts. */
const VARIANTS: Record<string, string[]> = {
  ar: ['ar', 'ar-LB', 'ar-DZ', 'ar-MA'],
  de: ['de', 'de-AT'],
  es: ['es', 'es-UY'],
  sr: ['sr', 'sr-Latn'],
};
/** How dates are written in words (data/dates.yaml). */
const DateWords = v.strictObject({
  between: v.array(v.string()),
  numbered: v.array(v.strictObject({ month: v.string(), year: v.string() })),
  two_words: v.array(v.string()),
  prefixes: v.record(v.string(), v.string()),
  eras: v.record(v.string(), v.pipe(v.string(), v.regex(/^\d{4}$/), v.transform(Number))),
  first_year: v.string(),
});

/**
 * Names of months as `page/date/dateline.ts` reads them, and what else dates are written with. Months are numbered 1
 * to 12, those of the Persian calendar 13 to 24.
 * @param languages have names that Unicode does not list
 * @param words the content of data/dates.yaml
 * @throws ValiError where that is not as it should be
 */
export function monthNames(
  languages: readonly Pick<LanguageFile, 'language' | 'months'>[],
  words: unknown,
): MonthNames {
  const { between, numbered, two_words, prefixes, eras, first_year } = v.parse(DateWords, words);
  const further = new Map(languages.map(({ language, months = {} }) => [language, months]));
  const names: Record<string, string> = {};
  for (const language of [...TRIED, ...OWN])
    names[language] = `|${Object.entries(namesIn(language, further.get(language) ?? {}, prefixes[language]))
      .map(([name, number]) => `${name}=${number}|`)
      .join('')}`;
  for (const [other, language] of Object.entries(NAMESAKES)) names[other] = names[language] ?? '';
  return { names, tried: TRIED, between, numbered, twoWords: two_words, eras, firstYear: first_year };
}

function namesIn(
  language: string,
  further: Readonly<Record<string, number>>,
  prefix: string | undefined,
): Record<string, number> {
  const names: Record<string, number> = {};
  for (const code of VARIANTS[language] ?? [language]) addNames(names, `${code}-u-ca-gregory`, 0);
  if (language === 'fa' || language === 'ps') addNames(names, `${language}-u-ca-persian`, 12);
  for (const [name, number] of Object.entries(further)) names[foldText(name)] ??= number;
  if (prefix) for (const [name, number] of Object.entries(names)) names[prefix + name] = number;
  return names;
}

function addNames(names: Record<string, number>, locale: string, offset: number): void {
  for (const options of [
    { month: 'long' },
    { month: 'short' },
    // With a day beside it many languages inflect the month: "września", "ноября".
    { month: 'long', day: 'numeric', year: 'numeric' },
    { month: 'short', day: 'numeric', year: 'numeric' },
  ] as const) {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    for (let number = 1; number <= 12; number++) {
      // A Persian month begins about the 21st of a Gregorian one, and the first of them in March.
      const date = new Date(Date.UTC(2023, offset ? number + 1 : number - 1, offset ? 25 : 15));
      const month = format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
      const name = foldText(month).replace(/[.'׳]/g, '');
      if (name.length >= 2 && !/\d/.test(name)) names[name] ??= number + offset;
    }
  }
}
