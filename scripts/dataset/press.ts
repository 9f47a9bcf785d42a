// The words by which pages are told to be news (data/press.yaml): their schema.
import * as v from 'valibot';
import type { PressWords } from '../../page/news/vocabulary.ts';
import { type Fault, Faults, reporterOf, reportIssue, reportUnreadable, type Source } from '../../stories/faults.ts';

const NO_LIST = 'is no list. Write it in brackets: [one, other]';
const text = v.pipe(
  v.string('is no text. Write it in quotation marks'),
  v.check((words) => words.trim() !== '', 'is empty. Take it out'),
);

/** Entries of menus, as they stand in lower case. */
const entries = v.array(
  v.pipe(
    text,
    v.check((words) => words === words.toLowerCase(), 'has capitals. Write it in lower case'),
  ),
  NO_LIST,
);

/** Regular expressions, as `page/news/vocabulary.ts` joins them. */
const patterns = v.array(
  v.pipe(text, v.check(isPattern, 'is no regular expression. Escape ( ) [ ] { } . * + ? with \\')),
  NO_LIST,
);

const bySection = v.record(v.string(), entries);

const PressFile = v.strictObject({
  press: bySection,
  common: bySection,
  slight: bySection,
  others: bySection,
  telling: v.record(
    v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'is no language code. Write two or three letters, such as pl')),
    v.pipe(patterns, v.length(2, 'has not two patterns. Write how speech is told, and the names of days')),
  ),
  speaking: v.record(
    v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'is no language code. Write two or three letters, such as pl')),
    v.pipe(text, v.check(isPattern, 'is no regular expression. Escape ( ) [ ] { } . * + ? with \\')),
  ),
  newsNames: patterns,
  otherNames: patterns,
  notFound: patterns,
  ownPages: patterns,
  releases: patterns,
  carts: patterns,
  datelines: patterns,
  hoursAgo: patterns,
  printedDays: patterns,
  writtenDays: patterns,
  prices: patterns,
  newsTypes: patterns,
  pressTypes: patterns,
  articleTypes: patterns,
  listTypes: patterns,
  otherTypes: patterns,
  otherKinds: patterns,
  pressMeta: patterns,
  scholarlyMeta: patterns,
  publishedMeta: patterns,
  issuedMeta: patterns,
  createdMeta: patterns,
  changedMeta: patterns,
  undatedMeta: patterns,
  publishWords: patterns,
  changeWords: patterns,
  publicBodies: patterns,
  software: patterns,
} satisfies Record<keyof PressWords, unknown>);

/**
 * Checks the words of the press.
 * @throws Faults with everything that is wrong
 */
export function checkPress(source: Source): PressWords {
  const faults: Fault[] = [];
  if (!reportUnreadable(source, faults)) {
    const checked = v.safeParse(PressFile, source.content);
    if (checked.success) return checked.output;
    for (const issue of checked.issues) reportIssue(issue, reporterOf(source, recordOf(issue), faults));
  }
  throw new Faults('The words of the press have', faults);
}

/** The list in which something is wrong. */
const recordOf = ({ path }: v.BaseIssue<unknown>): string => `the list “${String(path?.[0]?.key ?? '')}”`;

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
