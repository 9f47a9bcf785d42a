// Faults in what people write for Dramatis: where each stands, what is wrong and how to mend it. Files come in parsed;
// whoever read them says on which line a value stands.
import type * as v from 'valibot';

/** Where a value stands in a file: keys and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** A parsed file. Every value that is no list and no record is text, so that 1.10, "no" and dates stay as written. */
export interface Source {
  /** As faults name it, such as `data/languages/pl.yaml`. */
  file: string;
  content: unknown;
  /** The line of a value, the first line is 1. Left out where the text had no lines. */
  lineOf?: (path: Path) => number;
  /** Why the file could not be parsed; `content` says nothing then. */
  unreadable?: readonly { line: number; wrong: string }[];
}

/** One thing wrong; `record` says where in the file, `wrong` and `mend` are sentences without a full stop. */
export interface Fault {
  file: string;
  /** Null where the source has no lines. */
  line: number | null;
  record: string;
  wrong: string;
  mend: string;
}

export type Report = (path: Path, wrong: string, mend: string) => void;

/** Thrown with all that is wrong at once. */
export class Faults extends Error {
  override readonly name = 'Faults';
  readonly faults: readonly Fault[];
  /** How many more there are than `faults` lists. */
  readonly rest: number;

  /** @param subject what is faulty, with its verb: "The story has" */
  constructor(subject: string, faults: readonly Fault[], rest = 0) {
    const count = faults.length + rest;
    const lines = faults.map((fault) => `  ${faultText(fault)}`);
    if (rest > 0) lines.push(`  … and ${rest} more.`);
    super(`${subject} ${count} fault${count === 1 ? '' : 's'}:\n${lines.join('\n')}`);
    this.faults = faults;
    this.rest = rest;
  }
}

/** A fault in one line: `fair.json: figure “ann” “names.full[0]” has more than 8 words. Shorten it.` */
export const faultText = ({ file, line, record, wrong, mend }: Fault): string =>
  `${file}${line === null ? '' : `:${line}`}: ${record} ${wrong}. ${mend}.`;

/** Reports faults of one record in a source; paths count from `root`. */
export const reporterOf =
  ({ file, lineOf }: Source, record: string, faults: Fault[], root: Path = []): Report =>
  (path, wrong, mend) => {
    faults.push({ file, line: lineOf?.([...root, ...path]) ?? null, record, wrong, mend });
  };

/** Reports why a source could not be parsed; true where it could not. */
export function reportUnreadable({ file, unreadable = [] }: Source, faults: Fault[]): boolean {
  for (const { line, wrong } of unreadable)
    faults.push({
      file,
      line,
      record: 'the file',
      wrong: `cannot be read: ${wrong}`,
      mend: 'Mend the YAML on this line',
    });
  return unreadable.length > 0;
}

/**
 * Reports what a schema found. Our own messages say what is wrong and, behind the full stop, how to mend it.
 * @param missing by field: what to say where it is missing
 */
export function reportIssue(
  issue: v.BaseIssue<unknown>,
  report: Report,
  missing: Readonly<Record<string, { wrong?: string; mend: string }>> = {},
): void {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const field = fieldName(path);
  const last = String(path.at(-1) ?? '');
  const isMissing = /^(?:strict_|loose_)?object$/.test(issue.type) && issue.received === 'undefined';
  if (issue.type === 'strict_object' && issue.expected === 'never')
    report(path, `has a field “${field}” that is not known`, 'Take it out, or correct its spelling');
  else if (isMissing && path.length > 0) {
    const { wrong = `lacks “${field}”`, mend = `Write “${last}”, as in the other records` } = missing[last] ?? {};
    report(path, wrong, mend);
  } else {
    const [wrong = '', mend = 'Write it as in the other records'] = issue.message.split('. ');
    report(path, field === '' ? wrong : `“${field}” ${wrong}`, mend);
  }
}

/** ['names', 'full', 0] → "names.full[0]". A key may be as long as a file; a fault shows the beginning. */
export const fieldName = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key.length > 64 ? `${key.slice(0, 64)}…` : key}`))
    .join('')
    .replace(/^\./, '');
