// Search over stories: titles, summaries, figures, statements, quotations, events, relations, open questions.
// Words in any order; typing errors are forgiven, accents and case ignored.
import Fuse, { type FuseResult } from 'fuse.js';
import type { Story, Text } from '../stories/format.ts';
import { inLanguage, type Languages, sourceLanguage, splitCitation, type Told } from '../stories/story.ts';
import { folded, unfoldRanges } from './folded-text.ts';
import type { Found, Matches } from './search-results.ts';
import { createWordIndex } from './word-index.ts';

type Entry = Omit<Found, 'matches' | 'noteMatches'>;

export interface Search {
  (query: string, limit?: number): Found[];
  /**
   * Ids of all the stories that have every word of a query in one text. Of a large library the search itself returns
   * the best results alone.
   */
  storiesWith?(query: string): readonly string[];
}

/** Results with a worse score contain only some of the words, or similar ones. */
const goodScore = 0.7;

/**
 * A search over the texts of stories in the reader's language. It returns at most `limit` results: those of the stories
 * `first` before the others, the best first; near matches only if nothing matches well; nothing for a blank query.
 * @param first ids of the stories of the page that the reader is on
 */
export function createSearch(
  stories: readonly Story[],
  { language }: Pick<Languages, 'language'>,
  first: ReadonlySet<string> = new Set(),
): Search {
  // Made at the first query: many readers open the popup, few search in it.
  let finder: Finder | undefined;
  const search: Search = (query, limit = 24) => {
    if (query.trim() === '') return [];
    finder ??= createFinder(stories, language);
    const found = finder.find(query.trim());
    const good = found.filter(({ score = 0 }) => score <= goodScore);
    const all = good.length > 0 ? good : found;
    const rank = ({ place }: Entry) => (first.has(place.story) ? 0 : 1);
    return [...all]
      .sort((a, b) => rank(a.item) - rank(b.item))
      .slice(0, limit)
      .map(({ item, matches = [] }) => {
        const matchesOf = (key: 'text' | 'note') => {
          const ranges = matches.filter((match) => match.key === key).flatMap(({ indices }) => indices);
          return ranges.length > 0 ? merged(unfoldRanges(item[key], ranges)) : [];
        };
        return { ...item, matches: matchesOf('text'), noteMatches: matchesOf('note') };
      });
  };
  return Object.assign(search, {
    storiesWith(query: string): readonly string[] {
      finder ??= createFinder(stories, language);
      return [...new Set(finder.havingAll(query.trim()).map(({ place }) => place.story))];
    },
  });
}

interface Finder {
  find(query: string): FuseResult<Entry>[];
  /** All that have every word of a query; none where `find` goes through everything. */
  havingAll(query: string): Entry[];
}

function createFinder(stories: readonly Story[], language: string): Finder {
  const entries = stories.flatMap((story): Entry[] => {
    const languages = { language, source: sourceLanguage(story) };
    const title = stories.length > 1 ? inLanguage(story.title, languages).text : '';
    return entriesOf(story, languages).map((entry) => ({ ...entry, story: title }));
  });
  if (entries.length > MOST_AT_ONCE) return throughVocabulary(entries);
  return { find: fuseOf(entries), havingAll: () => [] };
}

/** Fuse goes through so many entries within a keystroke; of more it is given those that have words of the query. */
const MOST_AT_ONCE = 1000;

function throughVocabulary(entries: readonly Entry[]): Finder {
  // Titles and names first: where too many entries have a word, these are what is looked for.
  const rank = ({ kind }: Entry) => (kind === 'story' ? 0 : kind === 'figure' ? 1 : 2);
  const ordered = [...entries].sort((a, b) => rank(a) - rank(b));
  const wordIndex = createWordIndex(
    ordered.map(({ text, note }) => `${text} ${note}`),
    (words) => {
      const fuse = new Fuse(words, { threshold: 0.3 });
      return (word) => fuse.search(word, { limit: MOST_SIMILAR }).map(({ item }) => item);
    },
  );
  const entriesAt = (places: readonly number[]) => places.flatMap((at) => ordered[at] ?? []);
  return {
    find: (query) => fuseOf(entriesAt(wordIndex.find(query, MOST_CANDIDATES)))(query),
    havingAll: (query) => entriesAt(wordIndex.havingAll(query)),
  };
}

const MOST_SIMILAR = 10;
const MOST_CANDIDATES = 300;

function fuseOf(entries: readonly Entry[]): (query: string) => FuseResult<Entry>[] {
  const fuse = new Fuse(entries, {
    keys: [
      { name: 'text', weight: 2, getFn: ({ text }) => folded(text) },
      { name: 'note', weight: 1, getFn: ({ note }) => folded(note) },
    ],
    useTokenSearch: true,
    // Folded here: Fuse would tell places in a text that only it has.
    isCaseSensitive: true,
    ignoreLocation: true,
    includeMatches: true,
    includeScore: true,
    threshold: 0.3,
  });
  return (query) => fuse.search(folded(query));
}

function entriesOf(story: Story, languages: Languages): Omit<Entry, 'story'>[] {
  const names = new Map(story.figures.map(({ id, name }) => [id, inLanguage(name, languages).text]));
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? id));
  const told = (text: Text | null) => (text ? inLanguage(text, languages).text : '');
  const placesOf = (cites: readonly string[]) => cites.map((cite) => `¶${splitCitation(cite).place}`).join(' ');
  const entry = <Kind extends 'figure' | 'statement' | 'quotation' | 'event' | 'relation'>(
    kind: Kind,
    id: string,
    text: Told,
    note: string,
  ) => ({ kind, place: { story: story.id, kind, id } as const, ...text, note });
  const part = <Kind extends 'story' | 'summary' | 'question'>(
    kind: Kind,
    id: 'top' | 'summary' | 'open',
    text: Text,
    note: string,
  ) => ({
    kind,
    place: { story: story.id, kind: 'part', id } as const,
    ...inLanguage(text, languages),
    note,
  });
  return [
    part('story', 'top', story.title, ''),
    ...story.summary.map(({ text, cites }) => part('summary', 'summary', text, placesOf(cites))),
    ...story.figures.map(({ id, name, role }) => entry('figure', id, inLanguage(name, languages), told(role))),
    ...story.statements.map(({ id, text, cites }) =>
      entry('statement', id, inLanguage(text, languages), placesOf(cites)),
    ),
    ...story.quotations.map(({ id, words, language, by }) =>
      entry('quotation', id, inLanguage(words, { ...languages, source: language }), nameOf(by)),
    ),
    ...story.events.map(({ id, title, when }) => entry('event', id, inLanguage(title, languages), told(when))),
    ...story.relations.map(({ id, between, label, course }) => {
      const steps = course.map(({ text }) => inLanguage(text, languages));
      const text = steps.map((step) => step.text).join(' → ');
      const note = [between.map(nameOf).join(' – '), told(label)].filter(Boolean).join(': ');
      return entry('relation', id, { text, language: steps[0]?.language ?? languages.source }, note);
    }),
    ...story.open.map(({ text, cites }) => part('question', 'open', text, placesOf(cites))),
  ];
}

/** Joins ranges that touch or overlap. */
function merged(ranges: Matches): Matches {
  const result: Matches = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else result.push([start, end]);
  }
  return result;
}
