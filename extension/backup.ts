// Everything the reader decided and keeps as one JSON file, and back, checked entry by entry (restoring.ts applies it).
// Stories that come with Dramatis are not in it, only whether and where they are on.
import type { Decisions } from '../stories/merge.ts';
import type { Reading } from '../stories/news-since.ts';
import { type Correction, isCorrection, isPlace, listCorrections } from './corrections.ts';
import { isStoryId, KEPT_PREFIX, type Kept, keptIn, leftOutIn, STORY_PREFIX, switchesIn } from './library.ts';
import { FIGURE_KEY, isPair, MERGING, type Pair, readDecisions } from './merging.ts';
import { isNote, notesIn } from './notes.ts';
import { isReading, readingIn } from './readings.ts';
import { isSame } from './same-value.ts';
import { allowed, isRecord, readSettings, type Settings, settingKeys } from './settings.ts';
import { isHost, isRule, listRules, type Rule } from './sites.ts';
import type { Stored } from './stored.ts';

/** Version of the file format; 2 has brought stories, readings and notes. Older versions can be read for ever. */
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
  /** The sites and pages on which a story is left out, by story, also of those that come with Dramatis. */
  leftOut: Record<string, string[]>;
  /** When stories were last read and what has come since, also of those that come with Dramatis. */
  readings: Record<string, Reading>;
  /** Which figures of several stories are one person, and which are not. */
  merging: Decisions;
  /** The reader's notes on figures, by `story/figure`. */
  notes: Record<string, string>;
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
    leftOut: record(leftOutEntries(stored)),
    readings: record(readingEntries(stored)),
    merging: readDecisions(stored[MERGING]),
    notes: record([...notesIn(stored)]),
  };
}

/** Ids of the stories that did not come with Dramatis. */
export const keptIds = (stored: Stored): string[] =>
  Object.keys(stored).flatMap((key) => {
    const id = key.startsWith(STORY_PREFIX) ? key.slice(STORY_PREFIX.length) : null;
    return id !== null && stored[key] !== undefined && keptIn(stored[KEPT_PREFIX + id])?.from !== 'bundled' ? [id] : [];
  });

const isSwitch = (entry: [string, unknown]): entry is [string, Switch] =>
  isStoryId(entry[0]) && (entry[1] === 'on' || entry[1] === 'off');

/**
 * Reads a backup. A fault of the whole file leaves nothing to import; faulty entries are left out and named.
 * @param text the file's text; of a file that is larger than `largest`, none should be read at all
 * @param check gives a story as it is to be stored; what is none by it is left out
 */
export function readBackup(
  text: string,
  check: (value: unknown) => KeptStory['story'] | null,
): { backup: Backup | null; faults: BackupFault[] } {
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
  const leftOut = entriesOf('leftOut').filter((entry): entry is [string, string[]] => {
    const [id, places] = entry;
    const isValid = isStoryId(id) && Array.isArray(places) && places.every(isPlace);
    if (!isValid) addFault(`leftOut.${id}`, 'example.com, …');
    return isValid;
  });
  const readings = entriesOf('readings').flatMap(([id, value]): [string, Reading][] => {
    if (isStoryId(id) && isReading(value) && isRecord(value))
      return [[id, readingIn({ read: value.read, came: value.unread })]];
    addFault(`readings.${id}`, 'read, unread');
    return [];
  });
  const merging = mergingOf(file.merging ?? {}, addFault);
  const notes = entriesOf('notes').filter((entry): entry is [string, string] => {
    const isValid = FIGURE_KEY.test(entry[0]) && isNote(entry[1]);
    if (!isValid) addFault(`notes.${entry[0]}`, 'story/figure: text');
    return isValid;
  });
  const places = leftOut.flatMap(([, ofStory]) => ofStory);
  const library = [stories, switches, leftOut, places, readings, merging.same, merging.apart, notes];
  const parts = [sites, corrections, faults, ...library];
  if (parts.reduce((sum, { length }) => sum + length, 0) > mostEntries) return refused({ kind: 'too-many' });
  const decided = { settings: record(settings), sites: record(sites), corrections } as Omit<Backup, 'dramatis'>;
  const kept = { switches: record(switches), leftOut: record(leftOut), readings: record(readings) };
  return {
    backup: { ...decided, dramatis: formatVersion, stories, ...kept, merging, notes: record(notes) },
    faults,
  };
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

/** The stories that are left out somewhere, with the places. */
export const leftOutEntries = (stored: Stored): [id: string, places: string[]][] =>
  Object.keys(stored).flatMap((key) => {
    const places = key.startsWith(KEPT_PREFIX) ? leftOutIn(stored[key]) : [];
    return places.length > 0 ? [[key.slice(KEPT_PREFIX.length), places]] : [];
  });

/** The stories that were read, or into which something has come since. */
const readingEntries = (stored: Stored): [id: string, reading: Reading][] =>
  Object.keys(stored).flatMap((key) => {
    if (!key.startsWith(KEPT_PREFIX)) return [];
    const reading = readingIn(stored[key]);
    return reading.read === null && reading.unread.length === 0 ? [] : [[key.slice(KEPT_PREFIX.length), reading]];
  });

function refused(fault: FileFault): { backup: null; faults: BackupFault[] } {
  return { backup: null, faults: [fault] };
}

/** A name from the file, shortened and without control characters, which could reverse the text around it. */
function displayName(name: string): string {
  return name.slice(0, longestShown).replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}

/** An object of these entries; `__proto__` is an ordinary key here. */
export function record<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}
