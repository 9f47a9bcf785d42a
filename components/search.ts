// Search over the story: figures, statements, quotations, events.
// Words in any order; typing errors are forgiven, accents and case ignored.
import Fuse from 'fuse.js';
import type { Story, Text } from '../stories/format.ts';
import { inLanguage, type Languages, sourceLanguage, splitCitation } from '../stories/story.ts';
import type { StoryPlace } from './story/place.ts';

export interface Found {
  place: StoryPlace & { kind: 'figure' | 'statement' | 'quotation' | 'event' };
  text: string;
  /** Of `text`. */
  language: string;
  /** A second line: role, speaker or time. */
  note: string;
  /** Parts of `text` that match, as [start, end) in UTF-16 code units, in order, not touching. */
  matches: [start: number, end: number][];
}

type Entry = Omit<Found, 'matches'>;

/** Results with a worse score contain only some of the words, or similar ones. */
const goodScore = 0.7;

/**
 * A search over the texts of `story` in the reader's language. It returns at most `limit` results, the best first;
 * near matches only if nothing matches well; nothing for a blank query.
 */
export function createSearch(
  story: Story,
  { language }: Pick<Languages, 'language'>,
): (query: string, limit?: number) => Found[] {
  const fuse = new Fuse(entriesOf(story, { language, source: sourceLanguage(story) }), {
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

function entriesOf(story: Story, languages: Languages): Entry[] {
  const told = (text: Text | null | undefined) => (text ? inLanguage(text, languages).text : '');
  const nameOf = (id: string | null) => told(story.figures.find((figure) => figure.id === id)?.name);
  return [
    ...story.figures.map(({ id, name, role }) => ({
      place: { kind: 'figure', id } as const,
      ...inLanguage(name, languages),
      note: told(role),
    })),
    ...story.statements.map(({ id, text, cites }) => ({
      place: { kind: 'statement', id } as const,
      ...inLanguage(text, languages),
      note: cites.map((cite) => `¶${splitCitation(cite).place}`).join(' '),
    })),
    ...story.quotations.map(({ id, words, language, by }) => ({
      place: { kind: 'quotation', id } as const,
      ...inLanguage(words, { ...languages, source: language }),
      note: nameOf(by),
    })),
    ...story.events.map(({ id, title, when }) => ({
      place: { kind: 'event', id } as const,
      ...inLanguage(title, languages),
      note: told(when),
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
