// Places in the story page, as fragments of its address: `#story/<id>/figure/petro`, `#story/<id>/timeline`. Without a
// story (`#figure/petro`) they are of the first one.
import type { Citation, Statement } from '../../stories/format.ts';

const kinds = ['figure', 'statement', 'quotation', 'relation', 'event'] as const;

/** Parts of the page: its beginning, and its sections. */
export const parts = [
  'top',
  'summary',
  'cast',
  'relations',
  'timeline',
  'statements',
  'quotations',
  'open',
  'provenance',
] as const;

export type StoryPlace = { story: string } & (
  | { kind: (typeof kinds)[number]; id: string }
  | { kind: 'part'; id: (typeof parts)[number] }
);

export function toHash({ story, kind, id }: StoryPlace): `#${string}` {
  const place = kind === 'part' ? id : `${kind}/${encodeURIComponent(id)}`;
  return `#story/${encodeURIComponent(story)}/${place}`;
}

/** The id of the element that a place is. */
export const elementId = ({ kind, id }: StoryPlace): string => (kind === 'part' ? id : `${kind}/${id}`);

/**
 * The place that a fragment names, or null. It may name one that the story does not have.
 * @param first the story that is meant where the fragment names none
 */
export function fromHash(hash: string, first: string): StoryPlace | null {
  const [, named, inside] = /^#story\/([^/]+)(?:\/(.*))?$/.exec(hash) ?? [];
  const story = named === undefined ? first : decoded(named);
  const place = named === undefined ? hash.slice(1) : (inside ?? '');
  if (story === null || !hash.startsWith('#')) return null;
  const part = parts.find((name) => name === (place || (named && 'top')));
  if (part) return { story, kind: 'part', id: part };
  const [, kind, rest] = /^([a-z]+)\/(.+)$/.exec(place) ?? [];
  const known = kinds.find((name) => name === kind);
  const id = rest === undefined ? null : decoded(rest);
  return known && id !== null ? { story, kind: known, id } : null;
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

/** The first statement that cites a sentence of a source; without one, all statements. */
export function placeCiting(
  { id: story, statements }: { id: string; statements: readonly Pick<Statement, 'id' | 'cites'>[] },
  cite: Citation,
): StoryPlace {
  const statement = statements.find(({ cites }) => cites.includes(cite));
  return statement ? { story, kind: 'statement', id: statement.id } : { story, kind: 'part', id: 'statements' };
}
