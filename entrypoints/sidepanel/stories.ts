// The stories that tell of the figures on a page, as cards have them; each is made once for as long as it stays.
import type { StoryEntry } from '../../extension/library.ts';
import type { Status } from '../../extension/messages.ts';
import { type CardLibrary, createCardLibrary } from '../../stories/card-library.ts';
import type { Story } from '../../stories/format.ts';
import { newsSince } from '../../stories/news-since.ts';
import { type CardStory, cardStory, provenanceOf } from '../../stories/story.ts';

export interface Stories {
  /** @param entries all stories @param figures those on the page */
  of(entries: readonly StoryEntry[], figures: Status['figures']): CardLibrary;
}

export function createStories(): Stories {
  const made = new WeakMap<Story, { written: string; card: CardStory }>();
  let last: { entries: readonly StoryEntry[]; figures: Status['figures']; library: CardLibrary } | null = null;

  function cardOf(entry: StoryEntry): CardStory {
    const provenance = provenanceOf(entry);
    const news = newsSince(entry.story, entry.reading);
    const written = JSON.stringify([provenance, news]);
    const known = made.get(entry.story);
    if (known?.written === written) return known.card;
    const card = cardStory(entry.story, provenance, news);
    made.set(entry.story, { written, card });
    return card;
  }

  return {
    of(entries, figures) {
      if (last?.entries === entries && last.figures === figures) return last.library;
      const named = new Set(figures.flatMap(({ stories }) => stories.map(({ story }) => story)));
      const told = entries.filter(({ on, story }) => on && named.has(story.id)).map(cardOf);
      const members = Object.fromEntries(figures.map(({ id, stories }) => [id, stories]));
      last = { entries, figures, library: createCardLibrary(told, members) };
      return last.library;
    },
  };
}
