// In which order the story page tells: what a figure did before all else, and what happened day by day.
import type { Source, Statement, Story, StoryEvent } from './format.ts';
import { splitCitation } from './story.ts';

/**
 * What a figure did and said, the most telling first; then what else names it. What is not from a source is left out,
 * unless nothing is. A statement names its subject first.
 */
export function deedsOf(statements: readonly Statement[], figure: string): Statement[] {
  const naming = statements.filter(({ figures, by }) => figures.includes(figure) || by === figure);
  const sourced = naming.filter(({ mode }) => mode !== 'ours');
  const rank = ({ figures, by, weight }: Statement) => (figures[0] === figure || by === figure ? 4 : 0) + weight;
  return [...(sourced.length > 0 ? sourced : naming)].sort((a, b) => rank(b) - rank(a));
}

/**
 * The first of some statements, those on other sentences before a second one on the same.
 * @param most how many
 */
export function tellingFirst(statements: readonly Statement[], most: number): Statement[] {
  const cited = new Set<string>();
  const chosen: Statement[] = [];
  for (const statement of statements) {
    if (chosen.length >= most) break;
    if (statement.cites.some((cite) => cited.has(cite))) continue;
    chosen.push(statement);
    for (const cite of statement.cites) cited.add(cite);
  }
  const rest = statements.filter((one) => !chosen.includes(one));
  return [...chosen, ...rest.slice(0, most - chosen.length)];
}

/**
 * Events of all sources in one row: by day; one without a day beside those that its source tells it among; what is only
 * planned, and has no day, at the end.
 */
export function eventsByDay({ events, sources }: Pick<Story, 'events' | 'sources'>): StoryEvent[] {
  const bySource = new Map(sources.map((source) => [source.id, source]));
  /** By source: the day told last, at first the first of all. */
  const last = new Map<string, string>();
  for (const event of events) {
    const source = sourceOf(event, bySource)?.id ?? '';
    if (event.date && !last.has(source)) last.set(source, event.date);
  }
  const placed = events.map((event) => {
    const source = sourceOf(event, bySource);
    const day = event.date ?? (event.planned ? NEVER : (last.get(source?.id ?? '') ?? source?.date ?? ''));
    if (event.date) last.set(source?.id ?? '', event.date);
    return { event, day };
  });
  // Sorting is stable: events of one day stay as they were told.
  return placed.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ event }) => event);
}

/** After every day. */
const NEVER = '9999';

type Sources = ReadonlyMap<string, Source>;

const sourceOf = ({ cites: [cite = ''] }: Pick<StoryEvent, 'cites'>, sources: Sources): Source | undefined =>
  sources.get(splitCitation(cite).source);
