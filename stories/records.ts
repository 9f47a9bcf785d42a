// Reads the records of a story's file, each checked against its schema.
import * as v from 'valibot';
import {
  type Fault,
  type Path,
  type Report,
  reporterOf,
  reportIssue,
  reportUnreadable,
  type Source,
} from './faults.ts';
import { UNNAMED } from './yaml-schema.ts';

/** What a missing field is called, where that says more than its name, and what to write. */
const MISSING = {
  en: { mend: 'Write the English text' },
  es: { mend: 'Write the Spanish text' },
  between: { mend: 'Write the two figures it joins' },
  by: {
    wrong: 'has no speaker',
    mend: `Write the figure who said it, or ${UNNAMED} where the article does not say`,
  },
};

/** A record as the schema gives it, and how to report a fault in it. */
export interface Entry<T> {
  value: T;
  report: Report;
}

export interface Entries<T> {
  entries: Entry<T>[];
  /** Ids of all records, faulty ones too, so that one fault does not cause others. */
  ids: Set<string>;
  /** Whether every record is among the entries: else what is missing cannot be told from what is faulty. */
  complete: boolean;
  report: Report;
}

/**
 * Reads one file, record by record, so that a fault in one record does not hide those of the others.
 * @param name the file's name without its ending; `story` is one record, any other a list
 * @param noun what a fault calls a record
 */
export function readRecords<S extends v.GenericSchema<unknown, unknown>>(
  source: Source | undefined,
  name: string,
  noun: string,
  schema: S,
  faults: Fault[],
): Entries<v.InferOutput<S>> {
  const single = name === 'story';
  const result: Entries<v.InferOutput<S>> = { entries: [], ids: new Set(), complete: false, report: () => {} };
  if (source === undefined) {
    const mend = `Add ${name}.yaml to the story’s folder`;
    faults.push({ file: `${name}.yaml`, line: null, record: 'the file', wrong: 'is missing', mend });
    return result;
  }
  result.report = reporterOf(source, single ? noun : `${noun}s`, faults);
  if (reportUnreadable(source, faults)) return result;
  const { content } = source;
  if (!single && !Array.isArray(content)) {
    result.report([], 'are no list', 'Write each record as an item that begins with “- id:”');
    return result;
  }

  const records: [root: Path, value: unknown][] = single
    ? [[[], content]]
    : (content as unknown[]).map((value, at) => [[at], value]);
  for (const [root, value] of records) {
    const id = idOf(value);
    const label = single ? noun : `${noun} ${id === null ? `no. ${Number(root[0]) + 1}` : `“${id}”`}`;
    const report = reporterOf(source, label, faults, root);
    if (id !== null && result.ids.has(id))
      report(['id'], `has the id of another ${noun}`, 'Give one of the two another id');
    if (id !== null) result.ids.add(id);
    const checked = v.safeParse(schema, value);
    if (checked.success) result.entries.push({ value: checked.output, report });
    else for (const issue of checked.issues) reportIssue(issue, report, MISSING);
  }
  result.complete = result.entries.length === records.length;
  return result;
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}
