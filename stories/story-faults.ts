// The faults of a story file: which record each is of, and no more of them than anybody reads.
import { type Fault, Faults, type Report } from './faults.ts';

/** The lists of a story and what a fault calls one of their records. */
export const LISTS = {
  sources: 'source',
  summary: 'summary',
  figures: 'figure',
  statements: 'statement',
  quotations: 'quotation',
  events: 'event',
  relations: 'relation',
  open: 'question',
} as const;
export type ListName = keyof typeof LISTS;

/** How many faults are told; of the rest their number. */
const MOST_LISTED = 50;
const LONGEST = 300;

export interface StoryFaults {
  /** How many there are, listed or not. */
  readonly count: number;
  readonly listed: readonly Fault[];
  /** The records that have faults, by list and place; by code in `languages`. Null where the story itself has one. */
  readonly records: ReadonlyMap<string, ReadonlySet<number | string>> | null;
  /** @param list null for the story itself */
  reportOn(list: ListName | 'languages' | null, at: number | string): Report;
  /** What to throw. */
  thrown(): Faults;
}

/** @param story as it was parsed, whatever it holds */
export function createStoryFaults(file: string, story: unknown): StoryFaults {
  const listed: Fault[] = [];
  const records = new Map<string, Set<number | string>>();
  let count = 0;
  let ofStory = false;
  return {
    get count() {
      return count;
    },
    listed,
    get records() {
      return ofStory ? null : records;
    },
    reportOn: (list, at) => (_, wrong, mend) => {
      count++;
      if (list === null) ofStory = true;
      else records.set(list, (records.get(list) ?? new Set()).add(at));
      if (listed.length >= MOST_LISTED) return;
      const record = list === null ? 'the story' : recordName(story, list, at);
      listed.push({ file: shown(file), line: null, record, wrong: shown(wrong), mend: shown(mend) });
    },
    thrown: () => new Faults('The story has', listed, count - listed.length),
  };
}

/** `figure “mayor”`, `statement no. 3` where it has no id that can be shown, `language “pl”`. */
function recordName(story: unknown, list: ListName | 'languages', at: number | string): string {
  if (list === 'languages') return `language “${shown(String(at))}”`;
  const record = (story as Record<string, Record<number | string, { id?: unknown } | null>>)[list]?.[at];
  const id = record?.id;
  const name = typeof id === 'string' && /^[a-z0-9-]{1,64}$/.test(id) ? `“${id}”` : `no. ${Number(at) + 1}`;
  return `${LISTS[list]} ${name}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSHOWN = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFF9-\uFFFB]/g;

/** What a file wrote, as a fault may show it: short, and nothing in it turns the text around. */
export const shown = (text: string): string =>
  (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replace(UNSHOWN, '�');
