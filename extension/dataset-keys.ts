// The storage keys of the dataset's texts, and their form there. No browser API: every page's gate uses this file.

export const TEXT_PREFIX = 'data:';

/** The storage key of a text in an edition of the dataset. */
export const textKey = (edition: string, name: string): string => `${TEXT_PREFIX}${edition}:${name}`;

/** A text with its length before it, so that a text that was cut off or overwritten in the storage is noticed. */
export const withLength = (text: string): string => `${text.length} ${text}`;

/** The text that `withLength` wrote; null for anything else. */
export function textIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const start = value.indexOf(' ') + 1;
  return start > 1 && value.length - start === Number(value.slice(0, start)) ? value.slice(start) : null;
}
