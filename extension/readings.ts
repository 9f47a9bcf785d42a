// When a story was last read, and what came into it since: in `kept:<id>`, as `read` and `came`.
import type { StoryInput } from '../stories/format.ts';
import type { Addition, Reading } from '../stories/news-since.ts';
import type { Outcome } from './outcome.ts';
import { isRecord } from './settings.ts';
import { amend } from './stored.ts';

/** Additions that are remembered, the latest, and statements of each. */
const MOST_ADDITIONS = 8;
const MOST_STATEMENTS = 500;

/** What is stored of how a story was read; what came before the last reading is left out. */
export function readingIn(kept: unknown): Reading {
  const { read, came } = isRecord(kept) ? kept : {};
  const last = isTime(read) ? read : null;
  const all = Array.isArray(came) ? came.flatMap(additionIn) : [];
  return { read: last, unread: all.filter(({ at }) => last === null || at > last) };
}

/**
 * What is to be stored of how a story came, when it takes the place of another version: with what that had not.
 * A statement is told by its text: programs number them anew.
 * @param before what is stored of the story, checked or not
 * @param at the time, ISO 8601 in UTC
 */
export function withAddition<K extends object>(kept: K, before: unknown, story: StoryInput, at: string): K {
  if (!isRecord(before)) return kept;
  const sources = new Set(recordsIn(before.sources).map(({ id }) => id));
  const texts = new Set(recordsIn(before.statements).map(({ text }) => keyOf(text)));
  const addition: Addition = {
    at,
    sources: story.sources.flatMap(({ id }) => (sources.has(id) ? [] : [id])),
    statements: (story.statements ?? [])
      .flatMap(({ id, text }) => (texts.has(keyOf(text)) ? [] : [id]))
      .slice(0, MOST_STATEMENTS),
  };
  if (addition.sources.length + addition.statements.length === 0) return kept;
  return { ...kept, came: [...readingIn(kept).unread, addition].slice(-MOST_ADDITIONS) };
}

/** A text in its languages, whatever their order: Chrome and Edge give back what is stored with sorted keys. */
const keyOf = (text: unknown): string => JSON.stringify(isRecord(text) ? Object.entries(text).sort() : text);

/** Remembers that a story has been read; of one without a record of how it came, nothing is. */
export function markRead(key: string, at: string): Promise<Outcome<void>> {
  return amend(key, (kept) => {
    if (!isRecord(kept)) return kept;
    const { came: _, ...rest } = kept;
    return { ...rest, read: at };
  });
}

/** Whether this can be what a backup holds of how a story was read. */
export const isReading = (value: unknown): boolean =>
  isRecord(value) && (value.read === null || isTime(value.read)) && Array.isArray(value.unread);

/**
 * What is to be stored of how a story came, with these readings of it, here and in a backup: the last one counts, and
 * what came since. Of a story without a record of how it came, nothing is.
 */
export function withReadings(kept: unknown, readings: readonly Reading[]): unknown {
  if (!isRecord(kept)) return kept;
  const { read: _, came: __, ...rest } = kept;
  const last = readings
    .flatMap(({ read }) => read ?? [])
    .sort()
    .at(-1);
  const additions = new Map(readings.flatMap(({ unread }) => unread.map((one) => [JSON.stringify(one), one])));
  const came = [...additions.values()].filter(({ at }) => last === undefined || at > last);
  const latest = came.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(-MOST_ADDITIONS);
  return { ...rest, ...(last !== undefined && { read: last }), ...(latest.length > 0 && { came: latest }) };
}

function additionIn(value: unknown): Addition[] {
  if (!isRecord(value) || !isTime(value.at)) return [];
  return [{ at: value.at, sources: textsIn(value.sources), statements: textsIn(value.statements) }];
}

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,12}Z)?$/.test(value) && !Number.isNaN(Date.parse(value));
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, MOST_STATEMENTS) : [];
const recordsIn = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : []);
