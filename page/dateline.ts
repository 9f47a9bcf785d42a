// Reads a calendar date out of text: ISO and its relatives as machines write them, and datelines as the press of many languages
// prints them. Pure: text in, "YYYY-MM-DD" out. It rather finds no date than a wrong one.
import { foldText } from '../recognition/fold.ts';

/** "YYYY-MM-DD", of the Gregorian calendar. */
type Day = string;

/**
 * The date in a machine's text (an attribute, a meta element, JSON-LD), or null. The day is the one written there, in the publisher's own
 * time zone. Accepts ISO 8601 in all its forms, RFC 2822, epoch seconds or milliseconds, and failing those a printed date.
 */
export function readTimestamp(text: string, language: string): Day | null {
  const value = latinDigits(text.slice(0, 100)).trim();
  if (/^\d{10}(\d{3})?$/.test(value)) return fromEpoch(Number(value) * (value.length === 10 ? 1000 : 1));
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(value) ??
    /^([12]\d{3})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?)?(?!\d)/.exec(value);
  if (iso) return fromNumbers(Number(iso[1]), Number(iso[2]), Number(iso[3]), language);
  // Unix and Java write the year last: "Fri Oct 31 10:49:51 EDT 2014".
  const line = value.replace(/^([a-z]{3} [a-z]{3} +\d{1,2}) [\d:]{5,8} \S+ (\d{4})$/i, '$1 $2');
  // Machines that write a day's name write English, whatever the page is in: "Mar" is no Finnish November.
  return readDateline(line, /^(?:mon|tue|wed|thu|fri|sat|sun),? /i.test(line) ? 'en' : language);
}

/**
 * The first full date printed in a text, or null: "3. September 2024", "Sept 3, 2024", "2024年9月3日", "٣ سبتمبر ٢٠٢٤", "3 ก.ย. 2567",
 * "۱۳ شهریور ۱۴۰۳". Numbers alone ("03/09/2024") are read in the language's own order, and not at all where that is unsettled.
 * @param text at most 400 characters of it are read
 * @param language BCP 47 tag of the page, or ''
 */
export function readDateline(text: string, language: string): Day | null {
  const line = latinDigits(text.slice(0, 400).normalize('NFC'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]/g, '')
    .toLowerCase();
  return eastAsian(line) ?? numeric(line, language) ?? withMonthName(line, language);
}

function eastAsian(line: string): Day | null {
  const found = /([令平昭民].)?\s*(\d{1,4}|元)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})/.exec(line);
  if (!found) return null;
  const year = found[2] === '元' ? 1 : Number(found[2]);
  if (found[1]) return day(year + (months().eras[found[1]] ?? 0), Number(found[3]), Number(found[4]));
  return year < 1000 ? null : day(year, Number(found[3]), Number(found[4]));
}

const NUMERIC = [
  // 2024-09-03, 2024/9/3, 2024. 9. 3., 2024.09.03
  { shape: /(?<![\d.:v])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d:])/, yearFirst: true },
  // 03.09.2024, 3/9/2024, 3-9-2024, 3. 9. 2024, and with a time behind it 03.09.24 10:21
  {
    shape:
      /(?<![\d.:])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d(?=\.?,?\s+[-–|]?\s*\d{1,2}[:.]\d\d))(?![\d:]|\.\d)/,
    yearFirst: false,
  },
  // Vietnamese: ngày 3 tháng 9 năm 2024
  { shape: /(?<!\d)(\d{1,2})( )tháng (\d{1,2})(?:,| năm)? (\d{4})(?!\d)/, yearFirst: false },
];

function numeric(line: string, language: string): Day | null {
  for (const { shape, yearFirst } of NUMERIC) {
    const found = shape.exec(line);
    if (!found) continue;
    const [one, two, three] = [Number(found[1]), Number(found[3]), Number(found[4])];
    if (yearFirst) return fromNumbers(one, two, three, language);
    const year = three < 100 ? 2000 + three : three;
    if (one > 12 || one === two) return fromNumbers(year, two, one, language);
    if (two > 12) return fromNumbers(year, one, two, language);
    const order = found[2] === '.' || found[2] === ' ' ? 'day' : firstPart(language);
    if (order === null) return null;
    return order === 'day' ? fromNumbers(year, two, one, language) : fromNumbers(year, one, two, language);
  }
  return null;
}

/** What a language writes first in a date of numbers: day or month. English without a country, and pages that merely kept an American default, settle nothing. */
function firstPart(language: string): 'day' | 'month' | null {
  const [tongue, ...rest] = language.toLowerCase().split('-');
  if (!tongue) return null;
  if (tongue !== 'en') return 'day';
  return rest.some((part) => part !== 'us' && /^[a-z]{2}$/.test(part)) ? 'day' : null;
}

/** What a word is made of: all but spaces, digits and punctuation. A class of Unicode would be compiled for longer than a page is read. */
const LETTER = String.raw`[^\s\d!-@[-\`{-~\u00a0-\u00bf\u060c\u061b\u2000-\u206f\u3000-\u303f]`;
/** A name of a month, perhaps with full stops inside ("ก.ย."), of two words as in the Levant, or two names for one month ("آب/أغسطس"). */
const WORD = String.raw`(?:(?:كانون|تشرين) )?${LETTER}(?:${LETTER}|['’])*(?:(?:\.|/ ?)${LETTER}+)*\.?`;
/** Between day, month and year stand spaces, punctuation and at most one short word ("de", "of", "gada"), or a few letters ("3rd", "1er", "5η", "3-го"). */
const gapOf = (words: readonly string[]): string =>
  String.raw`(?:[\s,./_|-]+|(?:-?${LETTER}{1,2}\.?)?[\s,.]+(?:(?:${words.join('|')})[\s,.]+)?)?`;
let shapes: { dayFirst: RegExp; monthFirst: RegExp; yearFirst: RegExp; yearThenDay: RegExp } | undefined;

function withMonthName(line: string, language: string): Day | null {
  if (!/(?<!\d)\d{4}(?!\d)/.test(line)) return null;
  const gap = gapOf(months().between);
  shapes ??= {
    dayFirst: new RegExp(String.raw`(?<![\d:])(\d{1,2})(?!\d)${gap}(${WORD})${gap}(\d{4})(?!\d)`, 'g'),
    monthFirst: new RegExp(String.raw`(?<!${LETTER})(${WORD})${gap}(\d{1,2})(?!\d)${gap}(\d{4})(?!\d)`, 'g'),
    yearFirst: new RegExp(String.raw`(?<!\d)(\d{4})(?!\d)${gap}(${WORD})${gap}(\d{1,2})(?![\d:])`, 'g'),
    yearThenDay: new RegExp(String.raw`(?<!\d)(\d{4})(?!\d)${gap}(\d{1,2})(?!\d)${gap}(${WORD})`, 'g'),
  };
  for (const [shape, dayAt, monthAt, yearAt] of [
    [shapes.dayFirst, 1, 2, 3],
    [shapes.monthFirst, 2, 1, 3],
    [shapes.yearFirst, 3, 2, 1],
    [shapes.yearThenDay, 2, 3, 1],
  ] as const)
    for (const found of line.matchAll(shape)) {
      const month = monthOf(found[monthAt] ?? '', language);
      if (!month) continue;
      const year = Number(found[yearAt]);
      const dayOfMonth = Number(found[dayAt]);
      const date =
        month > 12 ? fromPersian(year, month - 12, dayOfMonth) : fromNumbers(year, month, dayOfMonth, language);
      if (date) return date;
    }
  return null;
}

/** Names and short names of months by language, folded, in lists as "|may=5|sept=9|": 1 to 12, and 13 to 24 for those of the Persian calendar. */
export interface MonthNames {
  names: Record<string, string>;
  /** Languages whose names are tried when the page's own language does not know one, in this order. */
  tried: string[];
  /** Patterns of the words that may stand between a day, its month and the year. */
  between: string[];
  /** The year before the first one of each East Asian era. */
  eras: Record<string, number>;
}

let load: () => MonthNames | null = () => null;
let known: MonthNames | undefined;

/** Says where the names of the months come from; they are asked for with the first date that has one. Without them only numbers are read. */
export function takeMonths(from: () => MonthNames | null): void {
  load = from;
  known = undefined;
  shapes = undefined;
}

const months = (): MonthNames => {
  known ??= load() ?? { names: {}, tried: [], between: [], eras: {} };
  return known;
};

/** Which month a word names, or 0. */
function monthOf(word: string, language: string): number {
  const name = foldText(word.replace(/^.*\/ ?/, '')).replace(/[.'׳]/g, '');
  if (name.length < 2) return 0;
  const { names, tried } = months();
  for (const tongue of [language.toLowerCase().split('-')[0] ?? '', ...tried]) {
    const month = Object.hasOwn(names, tongue) && monthIn(names[tongue] ?? '', name);
    if (month) return month;
  }
  return 0;
}

/** The month of that name, or the only one whose names begin so with at least three letters: "sept", "sett", "agos". */
function monthIn(names: string, name: string): number {
  const numberAt = (at: number) => Number.parseInt(names.slice(names.indexOf('=', at) + 1), 10);
  const exact = names.indexOf(`|${name}=`);
  if (exact >= 0) return numberAt(exact);
  const begun = new Set<number>();
  if (name.length >= 3)
    for (let at = names.indexOf(`|${name}`); at >= 0; at = names.indexOf(`|${name}`, at + 1)) begun.add(numberAt(at));
  return begun.size === 1 ? ([...begun][0] ?? 0) : 0;
}

/** Year, month and day as numbers, the year in whichever calendar it must belong to. */
function fromNumbers(year: number, month: number, dayOfMonth: number, language: string): Day | null {
  // Thai years of the Buddhist era.
  if (year >= 2450 && year < 2700) return day(year - 543, month, dayOfMonth);
  if (year >= 1300 && year < 1500)
    return /^(fa|ps|ku|ckb|az|prs)\b/i.test(language) ? fromPersian(year, month, dayOfMonth) : null;
  return day(year, month, dayOfMonth);
}

/** The Gregorian day of a day in the Solar Hijri calendar, by the 33-year cycle (exact for the years 1244 to 1502). */
function fromPersian(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1244 || year > 1502 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  const past = year + 1595;
  const days =
    365 * past +
    Math.floor(past / 33) * 8 +
    Math.floor(((past % 33) + 3) / 4) +
    dayOfMonth +
    (month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186);
  return fromEpoch((days - PERSIAN_DAYS_AT_1970) * 864e5);
}

const PERSIAN_DAYS_AT_1970 = 1_075_196;

function fromEpoch(milliseconds: number): Day | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

function day(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** Digits of other scripts, for newspapers print their own. Their blocks begin where the last four bits are 0, and in the scripts of India at 6. */
function latinDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const value = (code & 15) - (code > 0x8ff && code < 0xe00 ? 6 : 0);
    return value >= 0 && value < 10 ? String(value) : digit;
  });
}
