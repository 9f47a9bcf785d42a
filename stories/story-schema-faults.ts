// What the schema finds wrong in a story, record by record, so that a fault in one does not hide those of the others.
import * as v from 'valibot';
import { reportIssue } from './faults.ts';
import { StorySchema } from './format.ts';
import { hasMoreValues } from './json-shape.ts';
import { LISTS, type ListName, type StoryFaults } from './story-faults.ts';

/** A record that holds more values than this is told its first fault only: each costs memory. */
const LARGE = 20_000;
/** After so many faults nobody counts on. */
const MOST_COUNTED = 1000;

const LIST_NAMES = Object.keys(LISTS) as ListName[];
const Head = v.omit(StorySchema, ['languages', ...LIST_NAMES]);
const { key: LanguageCode, value: LanguageRecord } = StorySchema.entries.languages.wrapped;

/** Reports what the schema finds; nothing where the story is sound. */
export function reportSchemaFaults(story: Readonly<Record<string, unknown>>, found: StoryFaults): void {
  report(Head, story, found.reportOn(null, 0));
  for (const list of LIST_NAMES) {
    const schema: v.GenericSchema = StorySchema.entries[list];
    // Of a list that is too long, or none, the records are not looked at.
    const whole = v.safeParse(v.object({ [list]: schema }), story, { abortEarly: true, message: inWords });
    const issue = whole.issues?.[0];
    if (!issue) continue;
    if ((issue.path?.length ?? 0) < 2) {
      reportIssue(issue, found.reportOn(null, 0));
      continue;
    }
    const item = recordOf(StorySchema.entries[list]);
    for (const [at, record] of (story[list] as unknown[]).entries()) {
      if (found.count >= MOST_COUNTED) return;
      report(item, record, found.reportOn(list, at));
    }
  }
  const { languages } = story;
  if (languages === undefined) return;
  if (typeof languages !== 'object' || languages === null) {
    report(v.object({ languages: StorySchema.entries.languages }), { languages }, found.reportOn(null, 0));
    return;
  }
  for (const [code, language] of Object.entries(languages)) {
    if (found.count >= MOST_COUNTED) return;
    report(LanguageCode, code, found.reportOn('languages', code));
    report(LanguageRecord, language, found.reportOn('languages', code));
  }
}

type ListSchema = (typeof StorySchema.entries)[ListName];

const recordOf = (list: ListSchema): v.GenericSchema => ('wrapped' in list ? list.wrapped.item : list.item);

function report(schema: v.GenericSchema, value: unknown, reportFault: Parameters<typeof reportIssue>[1]): void {
  const abortEarly = hasMoreValues(value, LARGE);
  const { issues = [] } = v.safeParse(schema, value, { abortEarly, abortPipeEarly: true, message: inWords });
  for (const issue of issues) reportIssue(issue, reportFault);
}

/** What is wrong with a value of another type than the schema asks for, and how to mend it. */
function inWords({ type }: v.BaseIssue<unknown>): string {
  switch (type) {
    case 'string':
      return 'is no text. Write it in quotation marks';
    case 'number':
      return 'is no number. Write it without quotation marks';
    case 'boolean':
      return 'is neither true nor false. Write one of the two';
    case 'array':
    case 'tuple':
      return 'is no list. Write it in brackets: [ ]';
    default:
      return 'is no record. Write it in braces: { }';
  }
}
