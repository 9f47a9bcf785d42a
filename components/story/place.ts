// Places in the story page that can be linked to, as fragments of its address: `#figure/petro`, `#statement/…`, `#event/…`.

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
  if (!known || !rest) return null;
  try {
    return { kind: known, id: decodeURIComponent(rest) };
  } catch {
    return null;
  }
}
