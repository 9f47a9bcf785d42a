// What importing story files would do, before anything is stored: which stories they hold, how each stands to those
// that are there, whom it has in common with them, and what is wrong. A bad file never stops good ones.
import { cleanStory } from './clean.ts';
import { type Fault, Faults } from './faults.ts';
import type { Story } from './format.ts';
import { type Decisions, type FigureGroup, groupFigures, type StoryFigure } from './merge.ts';
import type { CommonWords } from './name-checks.ts';
import { readStoryFile, writeStoryFile } from './story-file.ts';

/**
 * How a story stands to the library. `new`: its id is free. `same`: it is there. `newer`, `older`: another revision is
 * there. `different`: another story has its id and revision. `bundled`: one that comes with Dramatis has its id, which
 * nothing replaces, so that it gets an id of its own. `twice`: another file of this import has its id.
 */
export type Standing = 'new' | 'same' | 'newer' | 'older' | 'different' | 'bundled' | 'twice';

/** A figure of a story that is there, as a figure of an imported one meets it. */
export interface Meeting {
  figure: StoryFigure;
  other: StoryFigure;
}

export interface IncomingStory {
  kind: 'story';
  file: string;
  /** As it would be stored: under an id that replaces nothing bundled. */
  story: Story;
  standing: Standing;
  /** The revision of the story that it would replace; null where there is none. */
  replaces: number | null;
  /** A newer version of Dramatis has made it. */
  newer: boolean;
  /** What of it was not understood. */
  notes: readonly Fault[];
  /** Its figures that are one with some of other stories. */
  merged: readonly Meeting[];
  /** People of one name, of whom nothing says whether they are one. */
  offered: readonly Meeting[];
}

export interface FaultyFile {
  kind: 'faulty';
  file: string;
  faults: readonly Fault[];
  /** How many more there are. */
  rest: number;
}

export type Incoming = IncomingStory | FaultyFile;

export interface StoryFile {
  name: string;
  /** Its text; or why it cannot be read. */
  text: string | { wrong: string; mend: string };
}

/** A story of the library. */
export interface PresentStory {
  story: Story;
  bundled: boolean;
  on: boolean;
}

/** What importing these files would do, in their order. */
export function planStories(
  files: readonly StoryFile[],
  present: readonly PresentStory[],
  { decisions, common }: { decisions: Decisions; common: CommonWords },
): Incoming[] {
  const taken = new Set(present.map(({ story }) => story.id));
  const known = new Map(present.map((one) => [one.story.id, one]));
  const planned = files.map((file): Incoming => {
    const read = readFile(file, common);
    if ('kind' in read) return read;
    const there = known.get(read.story.id);
    const standing = !there && taken.has(read.story.id) ? 'twice' : standingOf(read.story, there);
    const id = standing === 'bundled' ? freeId(read.story.id, taken) : read.story.id;
    taken.add(id);
    const replaced = standing === 'bundled' ? undefined : there?.story;
    return {
      kind: 'story',
      file: file.name,
      ...read,
      story: { ...read.story, id },
      standing,
      replaces: replaced?.revision ?? null,
      merged: [],
      offered: [],
    };
  });
  return withMeetings(planned, present, decisions);
}

/** Whether two plans for the same files would store the same stories, in the place of the same ones. */
export const isSamePlan = (plan: readonly Incoming[], other: readonly Incoming[]): boolean =>
  effectOf(plan) === effectOf(other);

const effectOf = (plan: readonly Incoming[]): string =>
  JSON.stringify(plan.map((one) => one.kind === 'story' && [one.story.id, one.standing, one.replaces]));

/** How a backup of Dramatis begins. */
const BACKUP = /^\s*\{\s*"dramatis"\s*:/;

function readFile({ name, text }: StoryFile, common: CommonWords): ReturnType<typeof readStoryFile> | FaultyFile {
  if (typeof text !== 'string') {
    const fault = { file: name, line: null, record: 'the file', ...text };
    return { kind: 'faulty', file: name, faults: [fault], rest: 0 };
  }
  if (BACKUP.test(text)) {
    const wrong = {
      file: name,
      line: null,
      record: 'the file',
      wrong: 'is a backup',
      mend: 'Restore it in the options',
    };
    return { kind: 'faulty', file: name, faults: [wrong], rest: 0 };
  }
  try {
    return readStoryFile(text, name, common);
  } catch (error) {
    if (!(error instanceof Faults)) throw error;
    return { kind: 'faulty', file: name, faults: error.faults, rest: error.rest };
  }
}

function standingOf(story: Story, there: PresentStory | undefined): Standing {
  if (!there) return 'new';
  if (isSame(story, there.story)) return 'same';
  if (there.bundled) return 'bundled';
  if (story.revision !== there.story.revision) return story.revision > there.story.revision ? 'newer' : 'older';
  return 'different';
}

/**
 * Whether a file brings nothing: it is the story, or what sharing that would write. Chrome and Edge give back what is
 * stored with sorted keys.
 */
function isSame(file: Story, there: Story): boolean {
  const written = (story: Story, share: boolean) =>
    JSON.stringify(JSON.parse(writeStoryFile(story, { share })), (_, value) => sorted(value));
  const isShared = !file.sources.some(({ text }) => text);
  return written(file, isShared) === written(there, isShared);
}

/** A record of JSON with its keys in order. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The first of `id-2`, `id-3` … that no story has. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const end = `-${number}`;
    const free = id.slice(0, 64 - end.length) + end;
    if (!taken.has(free)) return free;
  }
}

/** Adds whom each story has in common with those that are on, and with others of this import. */
function withMeetings(planned: Incoming[], present: readonly PresentStory[], decisions: Decisions): Incoming[] {
  const incoming = planned.flatMap((one) => (one.kind === 'story' && one.standing !== 'twice' ? [one.story] : []));
  const ids = new Set(incoming.map(({ id }) => id));
  const others = present.flatMap(({ story, on }) => (on && !ids.has(story.id) ? [story] : []));
  const { groups, offered } = groupFigures([...others, ...incoming].map(cleanStory), decisions);
  const merged = new Map<string, Meeting[]>();
  const perhaps = new Map<string, Meeting[]>();
  const add = (map: Map<string, Meeting[]>, figure: StoryFigure, other: StoryFigure) => {
    const { id } = figure.story;
    if (ids.has(id)) map.set(id, [...(map.get(id) ?? []), { figure, other }]);
  };
  for (const { members } of groups)
    for (const figure of members) {
      const other = members.find(({ story }) => story.id !== figure.story.id);
      if (other) add(merged, figure, other);
    }
  for (const [one, other] of offered) {
    for (const member of one.members) add(perhaps, member, first(other));
    for (const member of other.members) add(perhaps, member, first(one));
  }
  return planned.map((one) =>
    one.kind === 'story' && one.standing !== 'twice'
      ? { ...one, merged: merged.get(one.story.id) ?? [], offered: perhaps.get(one.story.id) ?? [] }
      : one,
  );
}

const first = ({ members }: FigureGroup): StoryFigure => members[0] as StoryFigure;
