// What restoring a backup, or a reset, would change: planned key by key, shown to the reader, applied, undone.
import { type Backup, keptIds, leftOutEntries, record } from './backup.ts';
import { addTo, correctionKey, type Rejected } from './corrections.ts';
import { KEPT_PREFIX, keptIn, leftOutIn, STORY_PREFIX, SWITCHES, switchesIn } from './library.ts';
import { MERGING, readDecisions, withDecisions } from './merging.ts';
import { NOTE_PREFIX } from './notes.ts';
import type { Outcome } from './outcome.ts';
import { readingIn, withReadings } from './readings.ts';
import { isSame } from './same-value.ts';
import { isRecord, readSettings, settingKeys } from './settings.ts';
import { amendAll, type Stored } from './stored.ts';
import { withLeftOut } from './story-places.ts';

/** A change of one storage key; undefined where there was or will be no value. */
export interface Change {
  key: string;
  before: unknown;
  after: unknown;
}

/**
 * The changes that an import would make. Keys that are not ours stay.
 * @param how `merge` adds to the stored values, and the backup wins a conflict;
 *   `replace` leaves only what the backup holds
 */
export function planImport(stored: Stored, backup: Backup, how: 'merge' | 'replace'): Change[] {
  const base: Stored = how === 'merge' ? stored : {};
  const target = new Map<string, unknown>(Object.entries(backup.settings));
  if (backup.settings.muted) target.set('muted', [...new Set([...readSettings(base).muted, ...backup.settings.muted])]);
  for (const [domain, rule] of Object.entries(backup.sites)) target.set(`site:${domain}`, rule);
  // Grouped by place first: a file may hold tens of thousands for one place.
  const corrections = new Map<string, Rejected[]>();
  for (const { place, ...rejected } of backup.corrections) {
    const key = correctionKey(place);
    const known = corrections.get(key);
    if (known) known.push(rejected);
    else corrections.set(key, [rejected]);
  }
  for (const [key, rejected] of corrections) target.set(key, addTo(base[key], rejected));
  addLibrary(target, { stored, base, backup });
  if (how === 'replace') {
    for (const key of [...ownKeys(stored), ...libraryKeys(stored)]) if (!target.has(key)) target.set(key, undefined);
  }
  return [...target]
    .map(([key, after]) => ({ key, before: stored[key], after }))
    .filter(({ before, after }) => !isSame(before, after));
}

/** Adds what the backup has of stories. None takes the place of one that came with Dramatis. */
function addLibrary(
  target: Map<string, unknown>,
  { stored, base, backup }: { stored: Stored; base: Stored; backup: Backup },
): void {
  const { stories, switches, leftOut, readings, merging, notes } = backup;
  for (const [figure, text] of Object.entries(notes)) target.set(NOTE_PREFIX + figure, text);
  const isBundled = (id: string) => keptIn(stored[KEPT_PREFIX + id])?.from === 'bundled';
  for (const { story, kept } of stories) {
    if (isBundled(story.id)) continue;
    target.set(STORY_PREFIX + story.id, story);
    target.set(KEPT_PREFIX + story.id, kept ?? undefined);
  }
  const bundled = Object.keys(stored).flatMap((key) => {
    const id = key.startsWith(KEPT_PREFIX) ? key.slice(KEPT_PREFIX.length) : '';
    return isBundled(id) ? [id] : [];
  });
  const named = [...bundled, ...stories.map(({ story }) => story.id), ...Object.keys({ ...leftOut, ...readings })];
  for (const id of new Set(named)) {
    const key = KEPT_PREFIX + id;
    const here = (isBundled(id) ? stored : base)[key];
    const kept = target.has(key) ? target.get(key) : here;
    const read = withReadings(kept, [readingIn(here), ...(readings[id] ? [readings[id]] : [])]);
    target.set(key, withLeftOut(read, [...leftOutIn(base[key]), ...(leftOut[id] ?? [])]));
  }
  if (Object.keys(switches).length > 0) target.set(SWITCHES, { ...switchesIn(base), ...switches });
  const before = readDecisions(base[MERGING]);
  const withSame = withDecisions(before, merging.same, 'same');
  const decided = withDecisions(withSame, merging.apart, 'apart');
  const more = isRecord(base[MERGING]) ? base[MERGING] : {};
  if (decided.same.length + decided.apart.length > 0) target.set(MERGING, { ...more, ...decided });
}

/** Which stories are on, and which of their figures are one. */
const decisionKeys = (stored: Stored): string[] => [SWITCHES, MERGING].filter((key) => stored[key] !== undefined);

/** The keys of the library that a backup holds too. */
const libraryKeys = (stored: Stored): string[] => [
  ...keptIds(stored).flatMap((id) => [STORY_PREFIX + id, KEPT_PREFIX + id].filter((key) => stored[key] !== undefined)),
  ...decisionKeys(stored),
  ...Object.keys(stored).filter((key) => key.startsWith(NOTE_PREFIX) && stored[key] !== undefined),
];

/** The changes that take back what the reader decided. Stories, notes, and what waits to be kept are no decisions. */
export function planReset(stored: Stored): Change[] {
  const kept = leftOutEntries(stored).map(([id]) => KEPT_PREFIX + id);
  return [
    ...[...ownKeys(stored), ...decisionKeys(stored)].map((key) => ({ key, before: stored[key], after: undefined })),
    ...kept.map((key) => ({ key, before: stored[key], after: withLeftOut(stored[key], []) })),
  ];
}

/** The changes that undo these. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.map(({ key, before, after }) => ({ key, before: after, after: before }));
}

/**
 * Makes the changes that are planned from what is stored at that moment, in turn with all who change that. Where the
 * storage fails between two of them, all can be made again.
 * @param keys whose values the plan needs; null: all but what is compiled
 * @returns what was changed
 */
export async function apply(
  keys: readonly string[] | null,
  plan: (stored: Stored) => readonly Change[],
): Promise<Outcome<readonly Change[]>> {
  let planned: readonly Change[] = [];
  const done = await amendAll(keys, (stored) => {
    planned = plan(stored);
    return record(planned.map(({ key, after }) => [key, after]));
  });
  return done.ok ? { ok: true, value: planned } : done;
}

function ownKeys(stored: Stored): string[] {
  return Object.keys(stored).filter(
    (key) => settingKeys.some((one) => one === key) || key.startsWith('site:') || key.startsWith(correctionKey('')),
  );
}
