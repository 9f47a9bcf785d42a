// Search over the story: figures, statements, quotations, events.
// Words in any order; typing errors are forgiven, accents and case ignored.
import Fuse from 'fuse.js';
import type { Language, Story } from '../stories/story.ts';
import type { StoryPlace } from './story/place.ts';

export interface Found {
  place: StoryPlace & { kind: 'figure' | 'statement' | 'quotation' | 'event' };
  text: string;
  /** A second line: role, speaker or time. */
  note: string;
  /** Parts of `text` that match, as [start, end) in UTF-16 code units, in order, not touching. */
  matches: [start: number, end: number][];
}

type Entry = Omit<Found, 'matches'>;

/** Results with a worse score contain only some of the words, or similar ones. */
const goodScore = 0.7;

/**
 * A search over the texts of `story` in `language`. It returns at most `limit` results, the best first;
 * near matches only if nothing matches well; nothing for a blank query.
 */
export function createSearch(story: Story, language: Language): (query: string, limit?: number) => Found[] {
  const fuse = new Fuse(entriesOf(story, language), {
    keys: [
      { name: 'text', weight: 2 },
      { name: 'note', weight: 1 },
    ],
    useTokenSearch: true,
    ignoreDiacritics: true,
    ignoreLocation: true,
    includeMatches: true,
    includeScore: true,
    threshold: 0.3,
  });
  return (query, limit = 12) => {
    const found = query.trim() === '' ? [] : fuse.search(query.trim(), { limit });
    const good = found.filter(({ score = 0 }) => score <= goodScore);
    return (good.length > 0 ? good : found).map(({ item, matches }) => ({
      ...item,
      matches: merged(
        (matches ?? [])
          .filter(({ key }) => key === 'text')
          .flatMap(({ indices }) => indices)
          .map(([first, last]) => [first, last + 1]),
      ),
    }));
  };
}

function entriesOf(story: Story, language: Language): Entry[] {
  const nameOf = (id: string | null) => story.figures.find((figure) => figure.id === id)?.name[language] ?? '';
  return [
    ...story.figures.map(({ id, name, role }) => ({
      place: { kind: 'figure', id } as const,
      text: name[language],
      note: role[language],
    })),
    ...story.statements.map(({ id, text, cites }) => ({
      place: { kind: 'statement', id } as const,
      text: text[language],
      note: cites.map((cite) => `¶${cite}`).join(' '),
    })),
    ...story.quotations.map(({ id, words, translation, by }) => ({
      place: { kind: 'quotation', id } as const,
      text: language === 'en' ? words : translation[language],
      note: nameOf(by),
    })),
    ...story.events.map(({ id, title, when }) => ({
      place: { kind: 'event', id } as const,
      text: title[language],
      note: when[language],
    })),
  ];
}

/** Joins ranges that touch or overlap. */
function merged(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
