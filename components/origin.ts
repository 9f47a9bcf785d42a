// Whose date or words something bears, in words: a source's, or those of whoever added it.
import type { Source } from '../stories/format.ts';
import { formatDate, type Localizer } from './localizer.ts';

/** The day for which something holds, and whose date it is unless a source bears it. */
export function asOf(
  { t, locale, addedBy }: Localizer,
  story: { sources: readonly Pick<Source, 'date'>[] },
  day: string,
): string {
  return t(isOfSource(story, day) ? 'asOf' : `asOf_${addedBy}`, [formatDate(locale, day)]);
}

export const isOfSource = ({ sources }: { sources: readonly Pick<Source, 'date'>[] }, day: string): boolean =>
  sources.some(({ date }) => date === day);

/** "added by us": whose words those are that no source has. */
export const addedNote = ({ t, addedBy }: Localizer): string => t(`added_${addedBy}`);

/** "Added by us:", before such words. */
export const additionNote = ({ t, addedBy }: Localizer): string => t(`addition_${addedBy}`);
