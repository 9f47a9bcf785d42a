// Which month a word names, in many languages. The names are data that the caller hands over.
import { foldText } from '../../recognition/fold.ts';

/**
 * Names and short names of months by language, folded, in lists as "|may=5|sept=9|": 1 to 12, and 13 to 24 for those of
 * the Persian calendar; and what else dates are written with.
 */
export interface MonthNames {
  names: Record<string, string>;
  /** Languages whose names are tried when the page's own language does not know one, in this order. */
  tried: string[];
  /** Patterns of the words that may stand between a day, its month and the year. */
  between: string[];
  /** Words before the numbers of a month and of a year ("3 tháng 9 năm 2024"). */
  numbered: { month: string; year: string }[];
  /** First words of those months that are called by two. */
  twoWords: string[];
  /** The year before the first one of each East Asian era. */
  eras: Record<string, number>;
  /** What stands for the number of an era's first year. */
  firstYear: string;
}

/** The number of the month that a word names, or 0. */
export function monthOf(word: string, language: string, { names, tried }: MonthNames): number {
  const name = foldText(word.replace(/^.*\/ ?/, '')).replace(/[.'׳]/g, '');
  if (name.length < 2) return 0;
  for (const code of [language.toLowerCase().split('-')[0] ?? '', ...tried]) {
    const month = Object.hasOwn(names, code) && monthIn(names[code] ?? '', name);
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
