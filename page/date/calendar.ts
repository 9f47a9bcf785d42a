// Days of several calendars as days of the Gregorian one. Pure.

/** "YYYY-MM-DD", of the Gregorian calendar. */
export type Day = string;

/** A day of the Gregorian calendar; null where there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** The day of a moment in universal time; ms since 1970. */
export function dayOfMoment(milliseconds: number): Day | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

/** Year, month and day as a page gives them, the year in whichever calendar it must belong to in its language. */
export function dayInAnyCalendar(year: number, month: number, dayOfMonth: number, language: string): Day | null {
  // Thai years of the Buddhist era.
  if (year >= 2450 && year < 2700) return dayOf(year - 543, month, dayOfMonth);
  if (year >= 1300 && year < 1500)
    return /^(fa|ps|ku|ckb|az|prs)\b/i.test(language) ? dayOfPersian(year, month, dayOfMonth) : null;
  return dayOf(year, month, dayOfMonth);
}

const PERSIAN_DAYS_AT_1970 = 1_075_196;

/** A day of the Solar Hijri calendar, by the 33-year cycle (exact for the years 1244 to 1502). */
export function dayOfPersian(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1244 || year > 1502 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  const past = year + 1595;
  const days =
    365 * past +
    Math.floor(past / 33) * 8 +
    Math.floor(((past % 33) + 3) / 4) +
    dayOfMonth +
    (month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186);
  return dayOfMoment((days - PERSIAN_DAYS_AT_1970) * 864e5);
}
