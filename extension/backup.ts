// Everything the reader decided and keeps as one JSON file, and back: checked entry by entry, planned before it is
// applied. Stories that come with Dramatis are not in it, only whether they are on.
import type { Decisions } from '../stories/merge.ts';
import { addTo, type Correction, correctionKey, isCorrection, listCorrections, type Rejected } from './corrections.ts';
import { type CheckStory, KEPT_PREFIX, type Kept, keptIn, STORY_PREFIX, SWITCHES } from './library.ts';
import { isPair, MERGING, type Pair, readDecisions, withDecisions } from './merging.ts';
import type { Outcome } from './outcome.ts';
import { allowed, isRecord, readSettings, type Settings, settingKeys } from './settings.ts';
import { isHost, isRule, listRules, type Rule } from './sites.ts';
import { type Stored, write } from './stored.ts';

/** Version of the file format; 2 has brought stories. Older versions can be read for ever. */
const formatVersion = 2;
/** In bytes, or characters: some thousand articles with their texts. */
export const largest = 100_000_000;
/** So many entries of about 100 characters fill the largest file; each costs time to plan and to list. */
const mostEntries = 50_000;
/** Characters of a name or an error that the page shows: about two lines. */
const longestShown = 120;

export interface Backup {
  dramatis: typeof formatVersion;
  settings: Partial<Settings>;
  sites: Record<string, Rule>;
  corrections: Correction[];
  stories: KeptStory[];
  /** By story, also of those that come with Dramatis. */
  switches: Record<string, Switch>;
  /** Which figures of several stories are one person, and which are not. */
  merging: Decisions;
}

type Switch = 'on' | 'off';

/** A story that the reader keeps, with how it came; null where that is not known. */
interface KeptStory {
  story: { id: string };
  kept: Kept | null;
}

/** What is wrong with a file, or with one entry of it, which is then left out. */
export type BackupFault =
  | { kind: 'too-large' | 'not-ours' | 'too-many' }
  /** A newer version has made it: what it has that is not known here was left out. */
  | { kind: 'newer' }
  /** `detail`: the browser's error message. */
  | { kind: 'unreadable' | 'not-json'; detail: string }
  /** `at`: its place in the file, such as `sites.bbc.co.uk`; `expected`: what would be valid. */
  | { kind: 'entry'; at: string; expected: string };

/** What is wrong with a file as a whole. */
export type FileFault = Exclude<BackupFault, { kind: 'entry' | 'newer' }>;

/** A change of one storage key; undefined where there was or will be no value. */
export interface Change {
  key: string;
  before: unknown;
  after: unknown;
}

/** Everything in the storage that the reader decided and keeps. Stories as they are stored: restoring checks them. */
export function backUp(stored: Stored): Backup {
  return {
    dramatis: formatVersion,
    settings: readSettings(stored),
    sites: record(listRules(stored).map(({ domain, rule }) => [domain, rule])),
    corrections: listCorrections(stored),
    stories: keptIds(stored).map((id) => ({
      story: stored[STORY_PREFIX + id] as KeptStory['story'],
      kept: keptIn(stored[KEPT_PREFIX + id]),
    })),
    switches: record(Object.entries(switchesIn(stored)).filter(isSwitch)),
    merging: readDecisions(stored[MERGING]),
  };
}

/** Ids of the stories that did not come with Dramatis. */
const keptIds = (stored: Stored): string[] =>
  Object.keys(stored).flatMap((key) => {
    const id = key.startsWith(STORY_PREFIX) ? key.slice(STORY_PREFIX.length) : null;
    return id !== null && stored[key] !== undefined && keptIn(stored[KEPT_PREFIX + id])?.from !== 'bundled' ? [id] : [];
  });

const switchesIn = (stored: Stored): Record<string, unknown> => {
  const switches = stored[SWITCHES];
  return isRecord(switches) ? switches : {};
};

const isSwitch = (entry: [string, unknown]): entry is [string, Switch] =>
  isStoryId(entry[0]) && (entry[1] === 'on' || entry[1] === 'off');

const isStoryId = (id: string): boolean => /^[a-z0-9-]{1,64}$/.test(id) && !(id in Object.prototype);

/**
 * Reads a backup. A fault of the whole file leaves nothing to import; faulty entries are left out and named.
 * @param text the file's text; of a file that is larger than `largest`, none should be read at all
 * @param check what is no story by it is left out
 */
export function readBackup(text: string, check: CheckStory): { backup: Backup | null; faults: BackupFault[] } {
  if (text.length > largest) return refused({ kind: 'too-large' });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return refused({ kind: 'not-json', detail: String((error as Error).message).slice(0, longestShown) });
  }
  if (!isRecord(file) || !Number.isInteger(file.dramatis) || Number(file.dramatis) < 1)
    return refused({ kind: 'not-ours' });

  const faults: BackupFault[] = Number(file.dramatis) > formatVersion ? [{ kind: 'newer' }] : [];
  const addFault = (at: string, expected: string) => faults.push({ kind: 'entry', at: displayName(at), expected });
  const entriesOf = (name: string): [string, unknown][] => {
    const part = file[name] ?? {};
    if (isRecord(part)) return Object.entries(part);
    addFault(name, '{ }');
    return [];
  };

  const settings = entriesOf('settings').filter(([key, value]) => {
    const known = settingKeys.find((one) => one === key);
    const valid = known !== undefined && isSame(readSettings({ [known]: value })[known], value);
    if (!valid) addFault(`settings.${key}`, known ? allowed()[known] : settingKeys.join(', '));
    return valid;
  });
  const sites = entriesOf('sites').filter(([domain, rule]) => {
    const valid = isHost(domain) && isRule(rule);
    if (!valid) addFault(`sites.${domain}`, isHost(domain) ? 'on, off' : 'example.com');
    return valid;
  });
  const corrections = listOf(file, 'corrections', addFault).flatMap((one, index) => {
    if (isRecord(one) && isCorrection(one)) return [{ place: one.place, figure: one.figure, text: one.text }];
    addFault(`corrections.${index}`, 'place, figure, text');
    return [];
  });
  const stories = listOf(file, 'stories', addFault).flatMap((one, index): KeptStory[] => {
    const story = isRecord(one) ? check(one.story) : null;
    if (story && isRecord(one)) return [{ story, kept: keptOfFile(one.kept) }];
    addFault(`stories.${titleOf(one) ?? index}`, 'dramatis-story/1');
    return [];
  });
  const switches = entriesOf('switches').filter((entry): entry is [string, Switch] => {
    if (!isSwitch(entry)) addFault(`switches.${entry[0]}`, 'on, off');
    return isSwitch(entry);
  });
  const merging = mergingOf(file.merging ?? {}, addFault);
  const count = sites.length + corrections.length + faults.length + stories.length + switches.length;
  if (count + merging.same.length + merging.apart.length > mostEntries) return refused({ kind: 'too-many' });
  const decided = { settings: record(settings), sites: record(sites), corrections } as Omit<Backup, 'dramatis'>;
  return { backup: { ...decided, dramatis: formatVersion, stories, switches: record(switches), merging }, faults };
}

type AddFault = (at: string, expected: string) => void;

function listOf(file: Record<string, unknown>, name: string, addFault: AddFault): unknown[] {
  const list = file[name] ?? [];
  if (Array.isArray(list)) return list;
  addFault(name, '[ ]');
  return [];
}

/** What a file says of how a story came; that it came with Dramatis is for Dramatis to say. */
function keptOfFile(value: unknown): Kept | null {
  const kept = keptIn(value);
  return kept && (kept.from === 'bundled' ? { ...kept, from: 'file' } : kept);
}

function mergingOf(value: unknown, addFault: AddFault): Decisions {
  const pairsOf = (name: keyof Decisions): Pair[] =>
    (isRecord(value) ? listOf(value, name, (at, expected) => addFault(`merging.${at}`, expected)) : []).flatMap(
      (pair, index) => {
        if (isPair(pair)) return [pair];
        addFault(`merging.${name}.${index}`, 'story/figure, story/figure');
        return [];
      },
    );
  if (!isRecord(value)) addFault('merging', '{ }');
  return { same: pairsOf('same'), apart: pairsOf('apart') };
}

/** The id of what should have been a story, where it has one. */
const titleOf = (one: unknown): string | null =>
  isRecord(one) && isRecord(one.story) && typeof one.story.id === 'string' ? one.story.id : null;

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
  const { stories, switches, merging } = backup;
  for (const { story, kept } of stories) {
    if (keptIn(stored[KEPT_PREFIX + story.id])?.from === 'bundled') continue;
    target.set(STORY_PREFIX + story.id, story);
    target.set(KEPT_PREFIX + story.id, kept ?? undefined);
  }
  if (Object.keys(switches).length > 0) target.set(SWITCHES, { ...switchesIn(base), ...switches });
  const before = readDecisions(base[MERGING]);
  const withSame = withDecisions(before, merging.same, 'same');
  const decided = withDecisions(withSame, merging.apart, 'apart');
  const more = isRecord(base[MERGING]) ? base[MERGING] : {};
  if (decided.same.length + decided.apart.length > 0) target.set(MERGING, { ...more, ...decided });
}

/** The keys of the library that a backup holds too. */
const libraryKeys = (stored: Stored): string[] => [
  ...keptIds(stored).flatMap((id) => [STORY_PREFIX + id, KEPT_PREFIX + id].filter((key) => stored[key] !== undefined)),
  ...[SWITCHES, MERGING].filter((key) => stored[key] !== undefined),
];

/** The changes that remove every setting, rule and correction. */
export function planReset(stored: Stored): Change[] {
  return ownKeys(stored).map((key) => ({ key, before: stored[key], after: undefined }));
}

/** The changes that undo these. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.map(({ key, before, after }) => ({ key, before: after, after: before }));
}

/** Writes the changes. Where the storage fails between two of them, all can be applied again. */
export function apply(changes: readonly Change[]): Promise<Outcome<void>> {
  return write(record(changes.map(({ key, after }) => [key, after])));
}

function ownKeys(stored: Stored): string[] {
  return Object.keys(stored).filter(
    (key) => settingKeys.some((one) => one === key) || key.startsWith('site:') || key.startsWith(correctionKey('')),
  );
}

function refused(fault: FileFault): { backup: null; faults: BackupFault[] } {
  return { backup: null, faults: [fault] };
}

/** A name from the file, shortened and without control characters, which could reverse the text around it. */
function displayName(name: string): string {
  return name.slice(0, longestShown).replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}

/** An object of these entries; `__proto__` is an ordinary key here. */
function record<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}

/** Whether two JSON values are the same, whatever the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => isSame(one, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}
