// Cross-record checks: whether records refer rightly to one another and to the article, whether every sentence is told,
// whether events are in order. Each check reports the faults it finds.
import type * as v from 'valibot';
import type { Path, Report } from './faults.ts';
import { checkFigures, checkIds, type FigureValue, type StoryValue } from './figure-checks.ts';
import { checkExcerpt, checkSpeakers } from './quotation-checks.ts';
import type { Entries, Entry } from './records.ts';
import { checkWording, type Shade } from './wording.ts';
import {
  type EventRecord,
  type OpenRecord,
  type QuotationRecord,
  type RelationRecord,
  type StatementRecord,
  UNNAMED,
} from './yaml-schema.ts';

type StatementValue = v.InferOutput<typeof StatementRecord>;
type EventValue = v.InferOutput<typeof EventRecord>;

/** The records of a story, file by file. */
export interface Records {
  head: Entries<StoryValue>;
  figures: Entries<FigureValue>;
  statements: Entries<StatementValue>;
  quotations: Entries<v.InferOutput<typeof QuotationRecord>>;
  events: Entries<EventValue>;
  relations: Entries<v.InferOutput<typeof RelationRecord>>;
  open: Entries<v.InferOutput<typeof OpenRecord>>;
}

/** What records refer to; `sentences` is null where story.yaml could not be read. */
interface Known {
  figures: ReadonlySet<string>;
  events: ReadonlySet<string>;
  sentences: readonly number[] | null;
  shades: readonly Shade[];
}

/**
 * Reports every fault that only shows between records.
 * @param shades words of which both languages of a text have some, or none
 */
export function checkRecords(records: Records, shades: readonly Shade[]): void {
  const { head, figures, statements, quotations, events, relations, open } = records;
  const [story] = head.entries;
  const sentences = story?.value.sentences ?? null;
  const known: Known = { figures: figures.ids, events: events.ids, sentences, shades };

  if (story)
    for (const [at, { cites, text }] of story.value.summary.entries()) {
      checkCites(cites, ['summary', at, 'cites'], known, story.report);
      checkWording(text, ['summary', at, 'text'], story.report, shades);
    }
  checkFigures(figures);

  for (const entry of statements.entries) checkStatement(entry, known);
  if (statements.complete) checkPresence(figures.entries, statements.entries);
  if (statements.complete && known.sentences) checkCoverage(statements, known.sentences);

  for (const { value, report } of quotations.entries) {
    if (value.by !== UNNAMED) checkIds([value.by], ['by'], known.figures, report);
    checkIds(value.about, ['about'], known.figures, report);
    checkCites([value.cite], ['cite'], known, report);
    checkExcerpt(value, report);
  }
  if (statements.complete) checkSpeakers(quotations.entries, statements.entries, figures.ids);
  for (const { value, report } of events.entries) {
    checkIds(value.figures, ['figures'], known.figures, report);
    checkCites(value.cites, ['cites'], known, report);
  }
  if (events.complete) checkOrder(events);
  if (story) checkAsOf(events.entries, story.value.asOf);

  for (const { value, report } of relations.entries) {
    checkIds(value.between, ['between'], known.figures, report);
    if (value.between[0] === value.between[1])
      report(['between'], 'joins a figure to itself', 'Write two different ids');
    checkWording(value.label, ['label'], report, shades);
    for (const [at, { cites, event, text }] of value.course.entries()) {
      checkWording(text, ['course', at, 'text'], report, shades);
      checkCites(cites, ['course', at, 'cites'], known, report);
      checkEvent(event, ['course', at, 'event'], known, report);
    }
  }
  for (const { value, report } of open.entries) {
    checkWording(value.text, ['text'], report, shades);
    checkCites(value.cites, ['cites'], known, report);
    if (value.cites.length === 0 && !value.unknownToDataset)
      report(['cites'], 'is open by no sentence of the article', 'Cite the sentence, or write unknownToDataset: true');
  }
}

function checkStatement({ value, report }: Entry<StatementValue>, known: Known): void {
  const { text, figures, cites, event, mode, by } = value;
  checkWording(text, ['text'], report, known.shades);
  checkIds(figures, ['figures'], known.figures, report);
  checkCites(cites, ['cites'], known, report);
  checkEvent(event, ['event'], known, report);
  if (by !== undefined) checkIds([by], ['by'], known.figures, report);
  if (mode === 'said' && by === undefined)
    report(['mode'], 'is said by nobody', 'Write `by` with the figure on whose word it rests, or another mode');
  if (mode !== 'said' && by !== undefined)
    report(['by'], `names a speaker although its mode is ${mode}`, 'Take `by` out, or write mode: said');
  if (by !== undefined && !figures.includes(by))
    report(['by'], `is said by “${by}”, who is not among its figures`, `Add ${by} to \`figures\`, or correct \`by\``);
}

function checkEvent(id: string | undefined, path: Path, { events }: Known, report: Report): void {
  if (id !== undefined && !events.has(id))
    report(
      path,
      `names the event “${id}”, which is not in events.yaml`,
      `Add the event there, or write one of ${[...events].join(', ')}`,
    );
}

function checkCites(cites: readonly string[], path: Path, { sentences }: Known, report: Report): void {
  if (!sentences) return;
  const seen = new Set<string>();
  for (const cite of cites) {
    const [paragraph = 0, sentence = 0] = cite.split('.').map(Number);
    const count = paragraph === 0 ? 1 : (sentences[paragraph - 1] ?? 0);
    if (seen.has(cite)) report(path, `cites ${cite} twice`, 'Take one out');
    else if (count === 0)
      report(
        path,
        `cites ${cite}, but the article has ${sentences.length} paragraphs`,
        `Cite a sentence from 0.1 to ${sentences.length}.${sentences.at(-1)}`,
      );
    else if (sentence < 1 || sentence > count || cite !== `${paragraph}.${sentence}`)
      report(
        path,
        `cites ${cite}, a sentence that the article does not have`,
        `Cite a sentence from ${paragraph}.1 to ${paragraph}.${count}`,
      );
    seen.add(cite);
  }
}

/** Every sentence of the article is told by a statement; an editorial one does not tell it. */
function checkCoverage({ entries, report }: Entries<StatementValue>, sentences: readonly number[]): void {
  const covered = new Set(
    entries.filter(({ value }) => value.mode !== 'editorial').flatMap(({ value }) => value.cites),
  );
  sentences.forEach((count, paragraph) => {
    for (let sentence = 1; sentence <= count; sentence++) {
      const cite = `${paragraph + 1}.${sentence}`;
      if (!covered.has(cite))
        report([], `leave sentence ${cite} of the article untold`, `Add a statement that cites ${cite}`);
    }
  });
}

/** A figure of whom nothing is told would have an empty card. */
function checkPresence(figures: readonly Entry<FigureValue>[], statements: readonly Entry<StatementValue>[]): void {
  const present = new Set(
    statements.flatMap(({ value: { figures, by } }) => (by === undefined ? figures : [...figures, by])),
  );
  for (const { value, report } of figures)
    if (!present.has(value.id)) report([], 'is in no statement', 'Name it in a statement, or take it out');
}

/** The story reaches at least to the last thing that happened in it. */
function checkAsOf(events: readonly Entry<EventValue>[], asOf: string): void {
  for (const { value, report } of events)
    if (value.date !== undefined && !value.planned && value.date > asOf)
      report(
        ['date'],
        `is dated ${value.date}, after ${asOf}, the day up to which the story reaches`,
        'Correct the date, or move `asOf` in story.yaml',
      );
}

/**
 * Events are numbered 1, 2, 3 … and their dates follow that order. One at least is dated, so that a page can be
 * told to be earlier or later.
 */
function checkOrder({ entries, report: reportAll }: Entries<EventValue>): void {
  let before = { order: 0, id: '' };
  let latest = '';
  for (const { value, report } of [...entries].sort((a, b) => a.value.order - b.value.order)) {
    const { order, date } = value;
    if (order === before.order)
      report(['order'], `has the order ${order} of “${before.id}”`, 'Number the events 1, 2, 3 … without repeating');
    else if (order !== before.order + 1)
      report(
        ['order'],
        `has the order ${order}, but ${before.order + 1} is missing`,
        'Number the events 1, 2, 3 … without a gap',
      );
    if (date !== undefined && date < latest)
      report(['date'], `is dated ${date}, before an earlier event of ${latest}`, 'Correct the date or the order');
    if (date === undefined && value.dateIsEditorial)
      report(['dateIsEditorial'], 'marks a date that is not there', 'Write `date`, or take `dateIsEditorial` out');
    before = value;
    latest = date ?? latest;
  }
  if (!entries.some(({ value }) => value.date !== undefined && !value.planned))
    reportAll([], 'bear no date', 'Date at least one that happened');
}
