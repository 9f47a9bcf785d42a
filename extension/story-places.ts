// Where a story is left out, however it is switched elsewhere: on sites (their registrable domains) and on pages (as
// corrections name them). `kept:<id>` has the list of a story, as `off`. Pages do not know which stories there are, so
// they read it the other way round: `stories-off`, ids of stories by place, which the background keeps up to date.
import { placesOf } from './corrections.ts';
import { KEPT_PREFIX, leftOutIn, MOST_PLACES, switchedOffIn } from './library.ts';
import type { Outcome } from './outcome.ts';
import { isRecord } from './settings.ts';
import { amend, amendAll, type Stored } from './stored.ts';

/** The key that pages read. */
export const LEFT_OUT = 'stories-off';

/** What is to be stored of how a story came, with these places; undefined where nothing is left. */
export function withLeftOut(kept: unknown, places: readonly string[]): unknown {
  const { off: _, ...rest } = isRecord(kept) ? kept : {};
  const all = [...new Set(places)].slice(-MOST_PLACES);
  if (all.length > 0) return { ...rest, off: all };
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** Leaves a story out at a place, or takes it in again. Only in the extension's own contexts. */
export function leaveOut(story: string, place: string, isOut = true): Promise<Outcome<void>> {
  return amend(KEPT_PREFIX + story, (kept) => {
    const others = leftOutIn(kept).filter((one) => one !== place);
    return withLeftOut(kept, isOut ? [...others, place] : others);
  });
}

/**
 * Ids of the stories that are left out on a page, or switched off altogether: of a large library it takes seconds until
 * that is compiled, and what a reader has switched off is to go at once.
 */
export function leftOutAt(stored: Stored, url: string): string[] {
  const index = isRecord(stored[LEFT_OUT]) ? stored[LEFT_OUT] : {};
  const here = placesOf(url).flatMap((place) => (Object.hasOwn(index, place) ? idsIn(index[place]) : []));
  return [...switchedOffIn(stored), ...here];
}

/** Keeps the index up to date. @param changes of the storage, as its event tells them */
export async function followLeftOut(
  changes: Readonly<Record<string, { oldValue?: unknown; newValue?: unknown }>>,
): Promise<void> {
  const changed = Object.entries(changes).flatMap(([key, { oldValue, newValue }]) => {
    if (!key.startsWith(KEPT_PREFIX)) return [];
    const places = leftOutIn(newValue);
    return places.join(' ') === leftOutIn(oldValue).join(' ') ? [] : [[key.slice(KEPT_PREFIX.length), places] as const];
  });
  if (changed.length > 0) await amend(LEFT_OUT, (index) => indexOf([...entriesOf(index, changed), ...changed]));
}

/** Makes the index anew, as a background that was ended may have missed a change. */
export async function indexLeftOut(): Promise<void> {
  await amendAll(null, (stored) => {
    const all = Object.entries(stored).flatMap(([key, kept]) =>
      key.startsWith(KEPT_PREFIX) ? [[key.slice(KEPT_PREFIX.length), leftOutIn(kept)] as const] : [],
    );
    const index = indexOf(all);
    return JSON.stringify(index) === JSON.stringify(stored[LEFT_OUT]) ? {} : { [LEFT_OUT]: index };
  });
}

/** A story with the places at which it is left out. */
type Entry = readonly [story: string, places: readonly string[]];

/** What an index says of other stories than these. */
function entriesOf(index: unknown, without: readonly Entry[]): Entry[] {
  const places = new Map<string, string[]>();
  for (const [place, ids] of Object.entries(isRecord(index) ? index : {}))
    for (const id of idsIn(ids)) places.set(id, [...(places.get(id) ?? []), place]);
  for (const [id] of without) places.delete(id);
  return [...places];
}

/** Ids by place; undefined where no story is left out anywhere. */
function indexOf(entries: readonly Entry[]): Record<string, string[]> | undefined {
  const index = new Map<string, string[]>();
  for (const [id, places] of entries) for (const place of places) index.set(place, [...(index.get(place) ?? []), id]);
  return index.size > 0 ? Object.fromEntries(index) : undefined;
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
