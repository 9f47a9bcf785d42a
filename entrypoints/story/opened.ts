// What was new in a story when it was opened here. It stays told while the page is open, though by then it was read.
import { browser } from 'wxt/browser';
import { KEPT_PREFIX, type StoryEntry } from '../../extension/library.ts';
import { markRead } from '../../extension/readings.ts';
import { type News, newsSince } from '../../stories/news-since.ts';

const opened = new Map<string, News | null>();

/** What is new in a story. That it was read is remembered once it is in sight, and never of a private window. */
export function open(entry: StoryEntry): News | null {
  const { story, reading } = entry;
  const known = opened.get(story.id);
  if (known !== undefined) return known;
  const news = newsSince(story, reading);
  if (document.hidden) return news;
  opened.set(story.id, news);
  if (!browser.extension.inIncognitoContext) void markRead(KEPT_PREFIX + story.id, new Date().toISOString());
  return news;
}
