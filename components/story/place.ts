// Places in the story page, as fragments of its address: `#figure/petro`, `#statement/…`, `#event/…`.
import type { Citation, Story } from '../../stories/format.ts';

const kinds = ['figure', 'statement', 'quotation', 'relation', 'event'] as const;

export interface StoryPlace {
  kind: (typeof kinds)[number];
  id: string;
}

export function toHash(place: StoryPlace): `#${string}` {
  return `#${place.kind}/${encodeURIComponent(place.id)}`;
}

/** The place that a fragment names, or null. It may name one that the story does not have. */
export function fromHash(hash: string): StoryPlace | null {
  const [, kind, rest] = /^#([a-z]+)\/(.+)$/.exec(hash) ?? [];
  const known = kinds.find((name) => name === kind);
  const id = rest === undefined ? null : decoded(rest);
  return known && id !== null ? { kind: known, id } : null;
}

/** The query of `#search/…`, or null. */
export function searchIn(hash: string): string | null {
  const [, query] = /^#search\/(.+)$/.exec(hash) ?? [];
  return query === undefined ? null : decoded(query);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** The first statement that cites a sentence of the article. */
export function statementAt(story: Pick<Story, 'statements'>, cite: Citation): StoryPlace | undefined {
  const statement = story.statements.find(({ cites }) => cites.includes(cite));
  return statement && { kind: 'statement', id: statement.id };
}

/** The fragment for that statement; without one, for all statements. */
export function citeHash(story: Pick<Story, 'statements'>, cite: Citation): string {
  const place = statementAt(story, cite);
  return place ? toHash(place) : '#statements';
}
