// Reads a story that was written as YAML (data/stories): refuses it with every fault at once, or puts it into the
// format in which all stories are kept.
import * as v from 'valibot';
import { type Fault, Faults, type Source } from './faults.ts';
import type { FigureNames } from './figures.ts';
import { type Story, type StoryInput, StorySchema } from './format.ts';
import type { StoryLanguageFile } from './language.ts';
import { expand, writtenOut } from './patterns.ts';
import { checkRecords } from './record-checks.ts';
import { readRecords } from './records.ts';
import type { Shade } from './wording.ts';
import {
  EventRecord,
  FigureRecord,
  OpenRecord,
  QuotationRecord,
  RelationRecord,
  StatementRecord,
  StoryRecord,
  UNNAMED,
} from './yaml-schema.ts';

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
 * @param shades words by which its two languages are told to be equally sure
 * @throws Faults with everything that is wrong
 */
export function readStory(files: StoryFiles, shades: readonly Shade[]): CheckedRecords {
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
  checkRecords(records, shades);
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

const valuesOf = <T>({ entries }: { entries: readonly { value: T }[] }): T[] => entries.map(({ value }) => value);

/** What recognition needs of a figure. */
export function namesOf({ id, kind, iso, names, offices, unmarked }: v.InferOutput<typeof FigureRecord>): FigureNames {
  const terms = offices?.map(({ to, toIsAssumed: _, title: __, ...term }) => ({ ...term, to: to ?? null }));
  return { id, kind, iso, names, unmarked, offices: terms };
}

/** A story from YAML has one source, which every citation is of; it is in English. */
const SOURCE = 'a';
const LANGUAGE = 'en';
const cited = (cites: readonly string[]): string[] => cites.map((cite) => `${SOURCE}:${cite}`);

/** @param languages what the story writes in other languages */
export function storyFromYaml(records: CheckedRecords, languages: readonly StoryLanguageFile[]): Story {
  const { head, figures, statements, quotations, events, relations, open } = records;
  const { sentences, source, summary, ...about } = head;
  const story: StoryInput = {
    format: 'dramatis-story/1',
    ...about,
    made: { how: 'hand' },
    sources: [{ id: SOURCE, description: source, language: LANGUAGE, paragraphs: [1, ...sentences] }],
    summary: summary.map(({ text, cites }) => ({ text, cites: cited(cites) })),
    figures: figures.map(({ names: { needs, country, ...names } = {}, ...figure }) => ({
      ...figure,
      names,
      ...(needs ? { needs } : {}),
      ...(country ? { country } : {}),
    })),
    statements: statements.map(({ mode, cites, ...statement }) => ({
      ...statement,
      mode: mode === 'editorial' ? 'ours' : mode,
      cites: cited(cites),
    })),
    quotations: quotations.map(({ words, translation, by, cite, ...quotation }) => ({
      ...quotation,
      words: { [LANGUAGE]: words, ...translation },
      language: LANGUAGE,
      by: by === UNNAMED ? null : by,
      cite: `${SOURCE}:${cite}`,
    })),
    events: events.map(({ order: _, cites, ...event }) => ({ ...event, cites: cited(cites) })),
    relations: relations.map(({ between, course, ...relation }) => ({
      ...relation,
      between: between as [string, string],
      course: course.map((step) => ({ ...step, cites: cited(step.cites) })),
    })),
    open: open.map(({ cites, ...question }) => ({ ...question, cites: cited(cites) })),
    languages: Object.fromEntries(languages.map((file) => [file.language, languageFrom(file)])),
  };
  return v.parse(StorySchema, story);
}

type LanguageInput = NonNullable<StoryInput['languages']>[string];

function languageFrom(file: StoryLanguageFile): LanguageInput {
  const each = (record: Record<string, string[] | undefined> | undefined, by: (list: string[]) => string[]) =>
    Object.fromEntries(Object.entries(record ?? {}).map(([key, list]) => [key, by(list ?? [])]));
  const forms = (list: readonly string[] = []) => [...new Set(list.flatMap(expand))];
  return {
    names: each(file.names, forms),
    people: Object.fromEntries(
      Object.entries(file.people ?? {}).map(([id, { given, surname, full }]) => [
        id,
        { given: forms(given), surname: forms(surname), full: forms(full) },
      ]),
    ),
    offices: each(file.offices, forms),
    relatives: each(file.relatives, writtenOut),
    otherNames: forms(file.other_names),
    titles: each(file.titles, writtenOut),
    heads: each(file.heads, writtenOut),
    regions: forms(file.regions),
    ambiguous: forms(file.ambiguous),
    words: forms(file.words),
    verbs: forms(file.verbs),
  };
}
