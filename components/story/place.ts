// Places in the story page that can be linked to, as fragments of its address: `#figure/petro`, `#statement/…`, `#event/…`.
import type { Citation, Story } from '../../stories/story.ts';

const kinds = ['figure', 'statement', 'quotation', 'relation', 'event'] as const;

export interface StoryPlace {
  kind: (typeof kinds)[number];
  id: string;
}

export function toHash(place: StoryPlace): `#${string}` {
  return `#${place.kind}/${encodeURIComponent(place.id)}`;
}

/** The place a fragment names, or null where it names none. Whether the story holds it is the caller's question. */
export function fromHash(hash: string): StoryPlace | null {
  const [, kind, rest] = /^#([a-z]+)\/(.+)$/.exec(hash) ?? [];
  const known = kinds.find((name) => name === kind);
  const id = rest === undefined ? null : decoded(rest);
  return known && id !== null ? { kind: known, id } : null;
}

/** What `#search/…` asks the story page to search for, or null. */
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

/** Where the story page covers a sentence of the article: the first statement that cites it. */
export function statementAt(story: Pick<Story, 'statements'>, cite: Citation): StoryPlace | undefined {
  const statement = story.statements.find(({ cites }) => cites.includes(cite));
  return statement && { kind: 'statement', id: statement.id };
}

export function citeHash(story: Pick<Story, 'statements'>, cite: Citation): string {
  const place = statementAt(story, cite);
  return place ? toHash(place) : '#statements';
}
