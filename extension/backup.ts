// Everything the reader decided as one JSON file, and back again: checked entry by entry, shown before it is done, undone if it was wrong.
import { addTo, type Correction, correctionKey, isCorrection, listCorrections, type Rejected } from './corrections.ts';
import type { Outcome } from './outcome.ts';
import { allowed, readSettings, type Settings, settingKeys } from './settings.ts';
import { isHost, isRule, listRules, type Rule } from './sites.ts';
import { type Stored, write } from './stored.ts';

/** The form of the file. A later one gets a higher number, and what is older is read for ever. */
const form = 1;
const largest = 5_000_000;
const mostEntries = 50_000;
const longestPlace = 120;

export interface Backup {
  dramatis: typeof form;
  settings: Partial<Settings>;
  sites: Record<string, Rule>;
  corrections: Correction[];
}

/** What is wrong with a file, or with one entry of it, which is then left out. */
export type Fault =
  | { kind: 'too-large' | 'not-ours' | 'newer' | 'too-many' }
  /** `detail`: what the browser says of it, in its own words. */
  | { kind: 'unreadable' | 'not-json'; detail: string }
  /** `at`: where it stands in the file, such as `sites.bbc.co.uk`; `expected`: what may stand there. */
  | { kind: 'entry'; at: string; expected: string };

/** What is wrong with a file as a whole. */
export type FileFault = Exclude<Fault, { kind: 'entry' }>;

/** One key that an import changes; undefined where nothing was or nothing will be. */
export interface Change {
  key: string;
  before: unknown;
  after: unknown;
}

/** Everything in the storage that is the reader's. */
export function backUp(stored: Stored): Backup {
  return {
    dramatis: form,
    settings: readSettings(stored),
    sites: record(listRules(stored).map(({ domain, rule }) => [domain, rule])),
    corrections: listCorrections(stored),
  };
}

/**
 * Reads a backup. A fault of the whole file leaves nothing to import; faulty entries are left out and named.
 * @param text the file's text; of a file that is larger than `tooLarge` allows, none should be read at all
 */
export function readBackup(text: string): { backup: Backup | null; faults: Fault[] } {
  if (tooLarge(text.length)) return refused({ kind: 'too-large' });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return refused({ kind: 'not-json', detail: String((error as Error).message).slice(0, longestPlace) });
  }
  if (!isRecord(file) || !Number.isInteger(file.dramatis) || Number(file.dramatis) < 1)
    return refused({ kind: 'not-ours' });
  if (Number(file.dramatis) > form) return refused({ kind: 'newer' });

  const faults: Fault[] = [];
  const fault = (at: string, expected: string) => faults.push({ kind: 'entry', at: plain(at), expected });
  const entriesOf = (name: string): [string, unknown][] => {
    const part = file[name] ?? {};
    if (isRecord(part)) return Object.entries(part);
    fault(name, '{ }');
    return [];
  };

  const settings = entriesOf('settings').filter(([key, value]) => {
    const known = settingKeys.find((one) => one === key);
    const sound = known !== undefined && isSame(readSettings({ [known]: value })[known], value);
    if (!sound) fault(`settings.${key}`, known ? allowed()[known] : settingKeys.join(', '));
    return sound;
  });
  const sites = entriesOf('sites').filter(([domain, rule]) => {
    const sound = isHost(domain) && isRule(rule);
    if (!sound) fault(`sites.${domain}`, isHost(domain) ? 'on, off' : 'example.com');
    return sound;
  });
  const listed = file.corrections ?? [];
  if (!Array.isArray(listed)) fault('corrections', '[ ]');
  const corrections = (Array.isArray(listed) ? listed : []).flatMap((one: unknown, index) => {
    if (isRecord(one) && isCorrection(one)) return [{ place: one.place, figure: one.figure, text: one.text }];
    fault(`corrections.${index}`, 'place, figure, text');
    return [];
  });
  if (sites.length + corrections.length + faults.length > mostEntries) return refused({ kind: 'too-many' });
  const backup = { dramatis: form, settings: record(settings), sites: record(sites), corrections } as Backup;
  return { backup, faults };
}

/** Whether a file of this size (in bytes, or in characters) is more than any reader's decisions can fill. */
export function tooLarge(size: number): boolean {
  return size > largest;
}

/**
 * What importing would change.
 * @param how `merge` adds to what is there, the backup winning where both speak; `replace` leaves only what the backup holds.
 *   Keys that are not ours are kept either way.
 */
export function planImport(stored: Stored, backup: Backup, how: 'merge' | 'replace'): Change[] {
  const base: Stored = how === 'merge' ? stored : {};
  const target = new Map<string, unknown>(Object.entries(backup.settings));
  if (backup.settings.muted) target.set('muted', [...new Set([...readSettings(base).muted, ...backup.settings.muted])]);
  for (const [domain, rule] of Object.entries(backup.sites)) target.set(`site:${domain}`, rule);
  // By place, for a file may hold tens of thousands for one.
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

/** What takes everything back to the first day. */
export function planReset(stored: Stored): Change[] {
  return ownKeys(stored).map((key) => ({ key, before: stored[key], after: undefined }));
}

/** What takes these changes back. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.map(({ key, before, after }) => ({ key, before: after, after: before }));
}

/** Does it. */
export function apply(changes: readonly Change[]): Promise<Outcome<void>> {
  return write(record(changes.map(({ key, after }) => [key, after])));
}

function ownKeys(stored: Stored): string[] {
  return Object.keys(stored).filter(
    (key) => settingKeys.some((one) => one === key) || key.startsWith('site:') || key.startsWith(correctionKey('')),
  );
}

function refused(fault: FileFault): { backup: null; faults: Fault[] } {
  return { backup: null, faults: [fault] };
}

/** A name of a file's own choosing, short, and without what would turn the words around it. */
function plain(name: string): string {
  return name.slice(0, longestPlace).replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}

/** An object of these entries; a key such as `__proto__` is a key like any other here. */
function record<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two JSON values are the same, whatever the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, index) => isSame(one, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
}
