// Everything the reader decided as one JSON file, and back: checked entry by entry, planned before it is applied.
import { addTo, type Correction, correctionKey, isCorrection, listCorrections, type Rejected } from './corrections.ts';
import type { Outcome } from './outcome.ts';
import { allowed, isRecord, readSettings, type Settings, settingKeys } from './settings.ts';
import { isHost, isRule, listRules, type Rule } from './sites.ts';
import { type Stored, write } from './stored.ts';

/** Version of the file format. Older versions can be read for ever. */
const formatVersion = 1;
/** In bytes, or characters: what `storage.local` held in Chrome up to version 113; no reader's decisions fill it. */
const largest = 5_000_000;
/** So many entries of about 100 characters fill the largest file; each costs time to plan and to list. */
const mostEntries = 50_000;
/** Characters of a name or an error that the page shows: about two lines. */
const longestShown = 120;

export interface Backup {
  dramatis: typeof formatVersion;
  settings: Partial<Settings>;
  sites: Record<string, Rule>;
  corrections: Correction[];
}

/** What is wrong with a file, or with one entry of it, which is then left out. */
export type BackupFault =
  | { kind: 'too-large' | 'not-ours' | 'newer' | 'too-many' }
  /** `detail`: the browser's error message. */
  | { kind: 'unreadable' | 'not-json'; detail: string }
  /** `at`: its place in the file, such as `sites.bbc.co.uk`; `expected`: what would be valid. */
  | { kind: 'entry'; at: string; expected: string };

/** What is wrong with a file as a whole. */
export type FileFault = Exclude<BackupFault, { kind: 'entry' }>;

/** A change of one storage key; undefined where there was or will be no value. */
export interface Change {
  key: string;
  before: unknown;
  after: unknown;
}

/** Everything in the storage that the reader decided. */
export function backUp(stored: Stored): Backup {
  return {
    dramatis: formatVersion,
    settings: readSettings(stored),
    sites: record(listRules(stored).map(({ domain, rule }) => [domain, rule])),
    corrections: listCorrections(stored),
  };
}

/**
 * Reads a backup. A fault of the whole file leaves nothing to import; faulty entries are left out and named.
 * @param text the file's text; of a file that is larger than `tooLarge` allows, none should be read at all
 */
export function readBackup(text: string): { backup: Backup | null; faults: BackupFault[] } {
  if (tooLarge(text.length)) return refused({ kind: 'too-large' });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return refused({ kind: 'not-json', detail: String((error as Error).message).slice(0, longestShown) });
  }
  if (!isRecord(file) || !Number.isInteger(file.dramatis) || Number(file.dramatis) < 1)
    return refused({ kind: 'not-ours' });
  if (Number(file.dramatis) > formatVersion) return refused({ kind: 'newer' });

  const faults: BackupFault[] = [];
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
  const listed = file.corrections ?? [];
  if (!Array.isArray(listed)) addFault('corrections', '[ ]');
  const corrections = (Array.isArray(listed) ? listed : []).flatMap((one: unknown, index) => {
    if (isRecord(one) && isCorrection(one)) return [{ place: one.place, figure: one.figure, text: one.text }];
    addFault(`corrections.${index}`, 'place, figure, text');
    return [];
  });
  if (sites.length + corrections.length + faults.length > mostEntries) return refused({ kind: 'too-many' });
  const backup = { dramatis: formatVersion, settings: record(settings), sites: record(sites), corrections } as Backup;
  return { backup, faults };
}

/** Whether a file of this size (in bytes, or in characters) is more than any reader's decisions can fill. */
export function tooLarge(size: number): boolean {
  return size > largest;
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
  if (how === 'replace') {
    for (const key of ownKeys(stored)) if (!target.has(key)) target.set(key, undefined);
  }
  return [...target]
    .map(([key, after]) => ({ key, before: stored[key], after }))
    .filter(({ before, after }) => !isSame(before, after));
}

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
