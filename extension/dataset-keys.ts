// Where a text of the dataset lies in the storage, and in which form. Without the browser's API, for the gate of every page reads one.

export const TEXT_PREFIX = 'data:';

/** The storage key of a text in an edition of the dataset. */
export const textKey = (edition: string, name: string): string => `${TEXT_PREFIX}${edition}:${name}`;

/** A text with its length before it: what lies in the storage may have been cut off there, or be anybody's. */
export const withLength = (text: string): string => `${text.length} ${text}`;

/** The text that `withLength` wrote; null for anything else. */
export function textIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const start = value.indexOf(' ') + 1;
  return start > 1 && value.length - start === Number(value.slice(0, start)) ? value.slice(start) : null;
}
