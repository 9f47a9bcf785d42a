// Reads a story's YAML file into records, each checked against its schema, and says of each fault on which line it stands,
// what is wrong and how to mend it.
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { UNNAMED } from './schema.ts';

/** One thing wrong in the data; `record` says where in the file, `wrong` and `mend` are sentences without a full stop. */
export interface Fault {
  file: string;
  line: number;
  record: string;
  wrong: string;
  mend: string;
}

/** Thrown by `compileStory` with all that is wrong. */
export class StoryFaults extends Error {
  override readonly name = 'StoryFaults';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(
      ({ file, line, record, wrong, mend }) => `  ${file}:${line}: ${record} ${wrong}. ${mend}.`,
    );
    super(`The story has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

export type Path = readonly (string | number)[];
export type Report = (path: Path, wrong: string, mend: string) => void;

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

/** Reads one file, record by record, so that a fault in one record does not hide those of the others. */
export function readRecords<S extends v.GenericSchema<unknown, unknown>>(
  files: Readonly<Record<string, string>>,
  name: string,
  noun: string,
  schema: S,
  faults: Fault[],
): Entries<v.InferOutput<S>> {
  const file = Object.keys(files).find((path) => path.endsWith(`/${name}.yaml`)) ?? `${name}.yaml`;
  const source = files[file];
  const single = name === 'story';
  const result: Entries<v.InferOutput<S>> = { entries: [], ids: new Set(), complete: false, report: () => {} };
  if (source === undefined) {
    faults.push({
      file,
      line: 1,
      record: 'the file',
      wrong: 'is missing',
      mend: `Add ${name}.yaml to the story’s folder`,
    });
    return result;
  }
  const lines = new LineCounter();
  // failsafe: every scalar is text, and the schema says what it has to be.
  const document = parseDocument(source, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
        return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const reportIn =
    (record: string, root: Path): Report =>
    (path, wrong, mend) =>
      faults.push({ file, line: lineOf([...root, ...path]), record, wrong, mend });
  result.report = reportIn(single ? noun : `${noun}s`, []);

  for (const error of document.errors) {
    const line = lines.linePos(error.pos[0]).line;
    const wrong = `cannot be read: ${error.message.replace(/\.$/, '')}`;
    faults.push({ file, line, record: 'the file', wrong, mend: 'Mend the YAML on this line' });
  }
  if (document.errors.length > 0) return result;
  const content: unknown = document.toJS();
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
    const report = reportIn(label, root);
    if (id !== null && result.ids.has(id))
      report(['id'], `has the id of another ${noun}`, 'Give one of the two another id');
    if (id !== null) result.ids.add(id);
    const checked = v.safeParse(schema, value);
    if (checked.success) result.entries.push({ value: checked.output, report });
    else for (const issue of checked.issues) reportIssue(issue, report);
  }
  result.complete = result.entries.length === records.length;
  return result;
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}

/** What to write where a field is missing. */
const MISSING: Record<string, string> = {
  en: 'Write the English text',
  es: 'Write the Spanish text',
  by: `Write the figure who said it, or ${UNNAMED} where the article does not say`,
  between: 'Write the two figures it joins',
};

function reportIssue(issue: v.BaseIssue<unknown>, report: Report): void {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const field = path.join('.');
  const last = String(path.at(-1) ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    report(path, `has a field “${field}” that is not known`, 'Take it out, or correct its spelling');
  } else if (issue.type === 'strict_object' && issue.received === 'undefined') {
    const wrong = last === 'by' ? 'has no speaker' : `lacks “${field}”`;
    report(path, wrong, MISSING[last] ?? `Write “${last}”, as in the other records`);
  } else {
    // Our own messages say what is wrong and, behind the full stop, how to mend it.
    const [wrong = '', mend = 'Write it as in the other records'] = issue.message.split('. ');
    report(path, field === '' ? wrong : `“${field}” ${wrong}`, mend);
  }
}
