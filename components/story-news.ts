// What is new in a story since its reader last opened it, in words.
import type { News } from '../stories/news-since.ts';
import { formatDate, formatDayOf, formatList, type Localizer } from './localizer.ts';

/** "New since Jan 8, 2026". @param kept the day on which it was kept, for a story that was never opened */
export function newsHeading({ t, locale }: Localizer, { since }: Pick<News, 'since'>, kept: string | null): string {
  const day = since ? formatDayOf(locale, since) : kept && formatDate(locale, kept);
  return day === null ? t('story_new') : t('story_newSince', [day]);
}

/** "1 source and 3 statements". */
export function newsCounts({ t, locale }: Localizer, { sources, statements }: News): string {
  const counts = [
    sources.length > 0 && t('story_newSources', sources.length),
    statements.length > 0 && t('story_newStatements', statements.length),
  ];
  return formatList(
    locale,
    counts.filter((count) => count !== false),
  );
}
