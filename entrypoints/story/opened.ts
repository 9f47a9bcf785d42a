// What was new in a story when it was opened here. It stays told during a visit, though by then it was read. Out of
// sight for long ends a visit.
import { browser } from 'wxt/browser';
import { KEPT_PREFIX, type StoryEntry } from '../../extension/library.ts';
import { markRead } from '../../extension/readings.ts';
import { type News, newsSince } from '../../stories/news-since.ts';

/** So long out of sight ends a visit; ms. */
const AWAY = 30 * 60_000;

const opened = new Map<string, News | null>();
let hiddenSince: number | null = null;

/** Remembers when the page went out of sight. To be called before anything is drawn of it. */
export function followVisits(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenSince ??= performance.now();
    else {
      if (hiddenSince !== null && performance.now() - hiddenSince > AWAY) opened.clear();
      hiddenSince = null;
    }
  });
}

/** What is new in a story. That it was read is remembered once it is in sight, and never of a private window. */
export function open(entry: StoryEntry): News | null {
  const { story, reading } = entry;
  const news = newsSince(story, reading);
  const told = opened.get(story.id);
  // What has come meanwhile is told as well, and nothing twice.
  if (told !== undefined && (news === null || isSame(news, told))) return told;
  if (document.hidden) return news;
  opened.set(story.id, news);
  if (!browser.extension.inIncognitoContext) void markRead(KEPT_PREFIX + story.id, new Date().toISOString());
  return news;
}

const isSame = (one: News, other: News | null): boolean => JSON.stringify(one) === JSON.stringify(other);
