// The bounds of a story file, and what makes a text inert: a file is hostile until it has passed them.

/** The most of each that a story may have. */
export const BOUNDS = {
  /** Bytes of a file. */
  bytes: 5_000_000,
  figures: 2000,
  statements: 20_000,
  sources: 200,
  /** UTF-16 code units of a text, and of a name. */
  text: 1000,
  name: 100,
  /** Words of a name. */
  words: 8,
  /** Forms of a figure in one language, and in all. A name of four parts in six spellings and seven cases needs 200. */
  forms: 256,
  formsInAll: 1000,
  offices: 64,
  /** Phrases for an office in one language, all inflected. */
  phrases: 512,
  /** Figures that one statement is about. */
  figuresOfOne: 64,
} as const;

/** Controls, and characters that turn the direction of text: with them a text can look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_INERT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/;

/** Whether a text has no characters that make it something else than it looks. */
export const isInert = (text: string): boolean => !NOT_INERT.test(text);

export const hasLetter = (text: string): boolean => /\p{L}/u.test(text);

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
