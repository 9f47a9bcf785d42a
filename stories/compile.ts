// Compiles the parsed files of a story to the shape of story.ts, and refuses them with every fault at once.
import type * as v from 'valibot';
import { checkRecords } from './checks.ts';
import { type Fault, Faults, type Source } from './faults.ts';
import type { FigureNames } from './figures.ts';
import { readRecords } from './records.ts';
import {
  EventRecord,
  FigureRecord,
  OpenRecord,
  QuotationRecord,
  RelationRecord,
  StatementRecord,
  StoryRecord,
  UNNAMED,
} from './schema.ts';
import type { Figure, Quotation, Relation, Story, StoryEvent } from './story.ts';

export interface CompiledStory {
  story: Story;
  /** What recognition needs of each figure, in the order of `story.figures`. */
  names: FigureNames[];
  /** Sentences in each paragraph of the article, the first paragraph first. */
  sentences: number[];
}

/** The files of a story by name; README.md of data/stories tells what each holds. */
export type StoryFiles = Readonly<
  Partial<Record<'story' | 'figures' | 'statements' | 'quotations' | 'events' | 'relations' | 'open', Source>>
>;

/** The records of a story's files, every one of them checked. */
export interface CheckedRecords {
  head: v.InferOutput<typeof StoryRecord>;
  figures: v.InferOutput<typeof FigureRecord>[];
  statements: v.InferOutput<typeof StatementRecord>[];
  quotations: v.InferOutput<typeof QuotationRecord>[];
  events: v.InferOutput<typeof EventRecord>[];
  relations: v.InferOutput<typeof RelationRecord>[];
  open: v.InferOutput<typeof OpenRecord>[];
}

/**
 * Reads the files of one story.
 * @throws Faults with everything that is wrong
 */
export function readStory(files: StoryFiles): CheckedRecords {
  const faults: Fault[] = [];
  const read = <S extends v.GenericSchema<unknown, unknown>>(name: keyof StoryFiles, noun: string, schema: S) =>
    readRecords(files[name], name, noun, schema, faults);
  const records = {
    head: read('story', 'the story', StoryRecord),
    figures: read('figures', 'figure', FigureRecord),
    statements: read('statements', 'statement', StatementRecord),
    quotations: read('quotations', 'quotation', QuotationRecord),
    events: read('events', 'event', EventRecord),
    relations: read('relations', 'relation', RelationRecord),
    open: read('open', 'question', OpenRecord),
  };
  checkRecords(records);
  const head = records.head.entries[0]?.value;
  if (faults.length > 0 || !head) throw new Faults('The story has', faults);
  return {
    head,
    figures: valuesOf(records.figures),
    statements: valuesOf(records.statements),
    quotations: valuesOf(records.quotations),
    events: valuesOf(records.events).sort((a, b) => a.order - b.order),
    relations: valuesOf(records.relations),
    open: valuesOf(records.open),
  };
}

/**
 * Compiles one story.
 * @throws Faults with everything that is wrong
 */
export function compileStory(files: StoryFiles): CompiledStory {
  const records = readStory(files);
  const { sentences, ...about } = records.head;
  const events = records.events.map(eventOf);
  const dates = events.flatMap(({ date, planned }) => (date === null || planned ? [] : [date])).sort();
  return {
    story: {
      ...about,
      firstEvent: dates[0] ?? about.asOf,
      lastEvent: dates.at(-1) ?? about.asOf,
      figures: records.figures.map((figure) => figureOf(figure, about.asOf)),
      statements: records.statements,
      quotations: records.quotations.map(quotationOf),
      events,
      relations: records.relations.map(relationOf),
      open: records.open,
    },
    names: records.figures.map(namesOf),
    sentences,
  };
}

const valuesOf = <T>({ entries }: { entries: readonly { value: T }[] }): T[] => entries.map(({ value }) => value);

function figureOf(
  { names: _, iso: __, asOf, offices, ...rest }: v.InferOutput<typeof FigureRecord>,
  day: string,
): Figure {
  // An end that is only assumed serves recognition, and is shown to nobody.
  const terms = offices?.map(({ to, toIsAssumed, elected: _, ...term }) => ({
    ...term,
    to: toIsAssumed ? null : (to ?? null),
  }));
  return { ...rest, asOf: asOf ?? day, ...(terms ? { offices: terms } : {}) };
}

function quotationOf(quotation: v.InferOutput<typeof QuotationRecord>): Quotation {
  return { ...quotation, by: quotation.by === UNNAMED ? null : quotation.by };
}

function eventOf(event: v.InferOutput<typeof EventRecord>): StoryEvent {
  return { ...event, date: event.date ?? null };
}

function relationOf(relation: v.InferOutput<typeof RelationRecord>): Relation {
  const [one = '', other = ''] = relation.between;
  return { ...relation, between: [one, other] };
}

/** What recognition needs of a figure. */
export function namesOf({ id, kind, iso, names, offices, unmarked }: v.InferOutput<typeof FigureRecord>): FigureNames {
  const terms = offices?.map(({ to, toIsAssumed: _, title: __, ...term }) => ({ ...term, to: to ?? null }));
  return { id, kind, iso, names, unmarked, offices: terms };
}
