// Days that a sentence gives in full, or without the year: "12 March 2024", "March 12", "12. März", "2024年3月12日".
import { foldText } from '../recognition/fold.ts';
import { isDay } from '../stories/bounds.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface DateInText {
  /** `YYYY-MM-DD`. */
  day: string;
  /** As it stands. */
  written: string;
}

/** Dates of one sentence that are read. */
const MOST = 4;
/** A day without a year is of the article's own year, or of the year before where it would be so many days ahead. */
const AHEAD = 120;

const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/gu;
const EAST = /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]/gu;

/** How a language writes days with the name of their month. */
interface Shapes {
  dayFirst: RegExp;
  monthFirst: RegExp;
}

/** By vocabulary, which is opened once for many sentences. */
const compiled = new WeakMap<Vocabulary, Shapes>();

function shapesOf(v: Vocabulary): Shapes {
  const known = compiled.get(v);
  if (known) return known;
  const ordinal = anyOf([...v.ordinals, 'º', '\\.', String.raw`-\p{Ll}{1,2}`]);
  const little = [...v.of].map((word) => `${word} `);
  const of = anyOf([...little, ...[...v.elisions].map((word) => `${word}[’']`)]);
  const month = String.raw`(\p{L}[\p{L}\p{M}]{1,15})`;
  const shapes = {
    dayFirst: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(\d{1,2})${ordinal}\s?${of}${month}\.?,?(?:\s${anyOf(little)}(\d{4}))?(?![\p{L}\p{N}])`,
      'gu',
    ),
    monthFirst: new RegExp(
      String.raw`(?<![\p{L}\p{N}])${month}\.? (\d{1,2})${ordinal}(?:,? (\d{4}))?(?![\p{L}\p{N}:.,]\d|[\p{L}\p{N}%])`,
      'gu',
    ),
  };
  compiled.set(v, shapes);
  return shapes;
}

/** One of several patterns, or nothing. */
const anyOf = (patterns: readonly string[]): string => (patterns.length > 0 ? `(?:${patterns.join('|')})?` : '');

/** @param published the article's day, from which a year is taken that is not written */
export function datesIn(text: string, published: string | null, v: Vocabulary): DateInText[] {
  if (!/\d/.test(text)) return [];
  const dates: DateInText[] = [];
  const add = (written: string, year: string | undefined, month: number | undefined, day: string) => {
    const found = month && dayOf(year, month, Number(day), published);
    if (found && dates.length < MOST) dates.push({ day: found, written: written.trim().replace(/[.,]$/, '') });
  };
  const { dayFirst, monthFirst } = shapesOf(v);
  for (const [written, year, month = '', day = ''] of text.matchAll(ISO)) add(written, year, Number(month), day);
  for (const [written, year, month = '', day = ''] of text.matchAll(EAST)) add(written, year, Number(month), day);
  for (const [written, day = '', month = '', year] of text.matchAll(dayFirst))
    add(written, year, monthOf(month, v), day);
  for (const [written, month = '', day = '', year] of text.matchAll(monthFirst))
    add(written, year, monthOf(month, v), day);
  return dates;
}

const monthOf = (name: string, { months }: Vocabulary): number | undefined => months.get(foldText(name));

function dayOf(year: string | undefined, month: number, day: number, published: string | null): string | null {
  const write = (of: number) => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year) return isDay(write(Number(year))) ? write(Number(year)) : null;
  if (!published) return null;
  const own = Number(published.slice(0, 4));
  const date = write(own);
  if (!isDay(date)) return null;
  const ahead = (Date.parse(date) - Date.parse(published)) / 86_400_000;
  return ahead > AHEAD ? write(own - 1) : date;
}
