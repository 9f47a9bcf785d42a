// Reads a calendar date out of text: ISO and its relatives as machines write them, and datelines as the press of many
// languages prints them. Pure: text in, "YYYY-MM-DD" out. It rather finds no date than a wrong one.
import { type Day, dayInAnyCalendar, dayOf, dayOfMoment, dayOfPersian } from './calendar.ts';
import { type MonthNames, monthOf } from './months.ts';

export interface DateParser {
  /**
   * The date in a machine's text (an attribute, a meta element, JSON-LD), or null. The day is the one written there, in
   * the publisher's own time zone. Accepts ISO 8601 in all its forms, RFC 2822, epoch seconds or milliseconds, and
   * failing those a printed date.
   */
  readTimestamp(text: string, language: string): Day | null;
  /**
   * The first full date printed in a text, or null: "3. September 2024", "Sept 3, 2024", "2024年9月3日", "٣ سبتمبر ٢٠٢٤",
   * "3 ก.ย. 2567", "۱۳ شهریور ۱۴۰۳". Numbers alone ("03/09/2024") are read where language and country put the day
   * first, and not at all where that is unsettled.
   * @param text at most 400 characters of it are read
   * @param language BCP 47 tag of the page, or ''
   */
  readDateline(text: string, language: string): Day | null;
}

/** Without names of months (null), only numbers are read. Patterns are compiled with the first date that has a name. */
export function createDateParser(months: MonthNames | null): DateParser {
  let shapes: Shape[] | undefined;

  function readTimestamp(text: string, language: string): Day | null {
    const value = latinDigits(text.slice(0, 100)).trim();
    if (/^\d{10}(\d{3})?$/.test(value)) return dayOfMoment(Number(value) * (value.length === 10 ? 1000 : 1));
    const iso =
      /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(value) ??
      /^([12]\d{3})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?)?(?!\d)/.exec(value);
    if (iso) return dayInAnyCalendar(Number(iso[1]), Number(iso[2]), Number(iso[3]), language);
    // Unix and Java write the year last: "Fri Oct 31 10:49:51 EDT 2014".
    const line = value.replace(/^([a-z]{3} [a-z]{3} +\d{1,2}) [\d:]{5,8} \S+ (\d{4})$/i, '$1 $2');
    // Machines that write a day's name write English, whatever the page is in: "Mar" is no Finnish November.
    return readDateline(line, /^(?:mon|tue|wed|thu|fri|sat|sun),? /i.test(line) ? 'en' : language);
  }

  function readDateline(text: string, language: string): Day | null {
    const line = latinDigits(text.slice(0, 400).normalize('NFC'))
      .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]/g, '')
      .toLowerCase();
    return eastAsian(line, months) ?? numeric(line, language) ?? withWords(line, language);
  }

  function withWords(line: string, language: string): Day | null {
    if (!months || !/(?<!\d)\d{4}(?!\d)/.test(line)) return null;
    shapes ??= [...months.numbered.map(shapeOfNumbers), ...shapesWith(months)];
    for (const { pattern, dayAt, monthAt, yearAt } of shapes)
      for (const found of line.matchAll(pattern)) {
        const named = found[monthAt] ?? '';
        const month = /^\d/.test(named) ? Number(named) : monthOf(named, language, months);
        if (!month) continue;
        const [year, dayOfMonth] = [Number(found[yearAt]), Number(found[dayAt])];
        const date =
          month > 12 ? dayOfPersian(year, month - 12, dayOfMonth) : dayInAnyCalendar(year, month, dayOfMonth, language);
        if (date) return date;
      }
    return null;
  }

  return { readTimestamp, readDateline };
}

function eastAsian(line: string, months: MonthNames | null): Day | null {
  const found = /(\d{1,4}|[^\s\d])\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/.exec(line);
  if (!found) return null;
  const [, number, month, day] = found;
  const before = line.slice(0, found.index).trimEnd();
  const [, start] = Object.entries(months?.eras ?? {}).find(([era]) => before.endsWith(era)) ?? [];
  const year = number === months?.firstYear ? 1 : Number(number);
  if (start !== undefined) return dayOf(year + start, Number(month), Number(day));
  return year >= 1000 ? dayOf(year, Number(month), Number(day)) : null;
}

const NUMERIC = [
  // 2024-09-03, 2024/9/3, 2024. 9. 3., 2024.09.03
  { shape: /(?<![\d.:v])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d:])/, yearFirst: true },
  // 03.09.2024, 3/9/2024, 3-9-2024, 3. 9. 2024.
  // A year of two digits only before a time: 03.09.24 10:21, 3/9/24 – 10.21.
  // Not inside longer numbers: 1.3.9.2024, 3.9.2024.5.
  {
    shape:
      /(?<![\d.:])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d(?=\.?,?\s+[-–|]?\s*\d{1,2}[:.]\d\d))(?![\d:]|\.\d)/,
    yearFirst: false,
  },
];

function numeric(line: string, language: string): Day | null {
  for (const { shape, yearFirst } of NUMERIC) {
    const found = shape.exec(line);
    if (!found) continue;
    const [one, two, three] = [Number(found[1]), Number(found[3]), Number(found[4])];
    if (yearFirst) return dayInAnyCalendar(one, two, three, language);
    const year = three < 100 ? 2000 + three : three;
    if (one > 12 || one === two) return dayInAnyCalendar(year, two, one, language);
    if (two > 12) return dayInAnyCalendar(year, one, two, language);
    return found[2] === '.' || isDayFirst(language) ? dayInAnyCalendar(year, two, one, language) : null;
  }
  return null;
}

/** Languages of the Philippines, where many write the month first. */
const UNSETTLED_LANGUAGES = new Set(['fil', 'tl', 'ceb']);
/** Where the month is written first, whatever the language, or both orders are: the United States, Canada, others. */
const UNSETTLED_COUNTRIES = new Set('us,pr,gu,vi,as,mp,um,mh,fm,pw,ph,pa,ca'.split(','));

/**
 * Whether dates of numbers have the day first for sure. The United States do not tell that the month is first: many
 * pages merely kept an American default. Nor does English without a country tell anything.
 */
function isDayFirst(language: string): boolean {
  const [code = '', ...rest] = language.toLowerCase().split('-');
  const country = rest.find((part) => /^[a-z]{2}$/.test(part));
  if (country) return !UNSETTLED_COUNTRIES.has(country);
  return code !== '' && code !== 'en' && !UNSETTLED_LANGUAGES.has(code);
}

/**
 * What a word is made of: all but spaces, digits and punctuation. A class of Unicode would be compiled for longer than
 * a page is read.
 */
const LETTER = String.raw`[^\s\d!-@[-\`{-~\u00a0-\u00bf\u060c\u061b\u2000-\u206f\u3000-\u303f]`;
/** A name of a month, perhaps with full stops inside ("ก.ย."), or two names for one month ("آب/أغسطس"). */
const WORD = String.raw`${LETTER}(?:${LETTER}|['’])*(?:(?:\.|/ ?)${LETTER}+)*\.?`;
/**
 * Between day, month and year stand spaces, punctuation and at most one short word ("de", "of", "gada"), or a few
 * letters ("3rd", "1er", "5η", "3-го").
 */
const gapOf = (words: readonly string[]): string =>
  String.raw`(?:[\s,./_|-]+|(?:-?${LETTER}{1,2}\.?)?[\s,.]+(?:(?:${words.join('|')})[\s,.]+)?)?`;

/** An order in which a date with a month's name is written, and the groups of its parts. */
interface Shape {
  pattern: RegExp;
  dayAt: number;
  monthAt: number;
  yearAt: number;
}

/** "ngày 3 tháng 9 năm 2024" */
const shapeOfNumbers = ({ month, year }: MonthNames['numbered'][number]): Shape => ({
  pattern: new RegExp(String.raw`(?<!\d)(\d{1,2}) ${month} (\d{1,2})(?:,| ${year})? (\d{4})(?!\d)`, 'g'),
  dayAt: 1,
  monthAt: 2,
  yearAt: 3,
});

function shapesWith({ between, twoWords }: MonthNames): Shape[] {
  const gap = gapOf(between);
  const name = `(?:(?:${twoWords.join('|')}) )?${WORD}`;
  const shape = (pattern: string, dayAt: number, monthAt: number, yearAt: number): Shape => ({
    pattern: new RegExp(pattern, 'g'),
    dayAt,
    monthAt,
    yearAt,
  });
  return [
    shape(String.raw`(?<![\d:])(\d{1,2})(?!\d)${gap}(${name})${gap}(\d{4})(?!\d)`, 1, 2, 3),
    shape(String.raw`(?<!${LETTER})(${name})${gap}(\d{1,2})(?!\d)${gap}(\d{4})(?!\d)`, 2, 1, 3),
    shape(String.raw`(?<!\d)(\d{4})(?!\d)${gap}(${name})${gap}(\d{1,2})(?![\d:])`, 3, 2, 1),
    shape(String.raw`(?<!\d)(\d{4})(?!\d)${gap}(\d{1,2})(?!\d)${gap}(${name})`, 2, 3, 1),
  ];
}

/**
 * A text with the digits of other scripts replaced by 0–9, since newspapers print their own. A block of digits begins
 * where the last four bits of the code are 0 (٣ is U+0663), in the scripts of India at 6 (३ is U+0969).
 */
export function latinDigits(text: string): string {
  // Any decimal digit but 0–9.
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const value = (code & 15) - (code > 0x8ff && code < 0xe00 ? 6 : 0);
    return value >= 0 && value < 10 ? String(value) : digit;
  });
}
