// Whether the records of a story refer rightly to one another and to the sources.
import type { Path, Report } from './faults.ts';
import type { Figure, Source, Story } from './format.ts';
import type { ListName } from './story-faults.ts';

/** How to report a fault in a record. */
type ReportOn = (list: ListName | 'languages' | null, at: number | string) => Report;

/** How many ids a fault proposes. */
const PROPOSED = 12;

/** What records refer to, and how to mend a reference to what is not there. */
interface Known {
  figures: ReadonlySet<string>;
  events: ReadonlySet<string>;
  sources: ReadonlyMap<string, Source>;
  mend: Record<'figures' | 'events' | 'sources', string>;
}

/** Reports every reference to what is not there, ids that collide, and figures that need each other in a circle. */
export function checkReferences(story: Story, reportOn: ReportOn): void {
  const known: Known = {
    figures: new Set(story.figures.map(({ id }) => id)),
    events: new Set(story.events.map(({ id }) => id)),
    sources: new Map(story.sources.map((source) => [source.id, source])),
    mend: {
      figures: propose('a figure', story.figures),
      events: propose('an event', story.events),
      sources: propose('a source', story.sources),
    },
  };
  for (const list of ['sources', 'figures', 'statements', 'quotations', 'events', 'relations', 'open'] as const)
    checkUnique(story[list], (at) => reportOn(list, at));
  story.sources.forEach((source, at) => {
    checkText(source, reportOn('sources', at));
  });
  story.summary.forEach(({ cites }, at) => {
    checkCites(cites, ['cites'], known, reportOn('summary', at));
  });
  checkCircles(story.figures, 'needs', reportOn);
  checkCircles(story.figures, 'country', reportOn);
  story.figures.forEach(({ needs, country }, at) => {
    const report = reportOn('figures', at);
    checkFigures([needs], ['needs'], known, report);
    checkFigures([country], ['country'], known, report);
  });
  story.statements.forEach(({ cites, by, figures, event }, at) => {
    const report = reportOn('statements', at);
    checkCites(cites, ['cites'], known, report);
    checkFigures([by], ['by'], known, report);
    checkFigures(figures, ['figures'], known, report);
    checkEvent(event, ['event'], known, report);
  });
  story.quotations.forEach(({ cite, by, about }, at) => {
    const report = reportOn('quotations', at);
    checkCites([cite], ['cite'], known, report);
    checkFigures([by], ['by'], known, report);
    checkFigures(about, ['about'], known, report);
  });
  story.events.forEach(({ cites, figures }, at) => {
    const report = reportOn('events', at);
    checkCites(cites, ['cites'], known, report);
    checkFigures(figures, ['figures'], known, report);
  });
  story.relations.forEach(({ between, course }, at) => {
    const report = reportOn('relations', at);
    checkFigures(between, ['between'], known, report);
    if (between[0] === between[1]) report(['between'], 'joins a figure to itself', 'Write two different ids');
    course.forEach(({ cites, event }, step) => {
      checkCites(cites, ['course', step, 'cites'], known, report);
      checkEvent(event, ['course', step, 'event'], known, report);
    });
  });
  story.open.forEach(({ cites }, at) => {
    checkCites(cites, ['cites'], known, reportOn('open', at));
  });
  checkLanguages(story, known, reportOn);
}

function checkUnique(records: readonly { id: string }[], reportOn: (at: number) => Report): void {
  const seen = new Set<string>();
  records.forEach(({ id }, at) => {
    if (seen.has(id)) reportOn(at)(['id'], 'has the id of another one', 'Give one of the two another id');
    seen.add(id);
  });
}

/** The reader's copy of an article has as many sentences as citations count. */
function checkText({ text, paragraphs, fragments }: Source, report: Report): void {
  if (text && (text.length !== paragraphs.length || text.some((sentences, at) => sentences.length !== paragraphs[at])))
    report(['text'], 'has other sentences in “text” than “paragraphs” counts', 'Correct one of the two');
  for (const place of Object.keys(fragments))
    if (!hasSentence(paragraphs, place))
      report(['fragments', place], `has words of sentence ${place}, which it does not have`, 'Take them out');
}

function hasSentence(paragraphs: readonly number[], place: string): boolean {
  const [paragraph = 0, sentence = 0] = place.split('.').map(Number);
  return sentence <= (paragraphs[paragraph] ?? 0);
}

function checkCites(cites: readonly string[], path: Path, { sources, mend }: Known, report: Report): void {
  for (const cite of cites) {
    const [id = '', place = ''] = cite.split(':');
    const source = sources.get(id);
    if (!source) report(path, `cites ${cite}, but no source has the id “${id}”`, mend.sources);
    else if (!hasSentence(source.paragraphs, place)) {
      const count = source.paragraphs[Number(place.split('.')[0])] ?? 0;
      report(
        path,
        `cites ${cite}, a sentence that the source does not have`,
        count > 0
          ? `That paragraph has ${count} sentence${count === 1 ? '' : 's'}: correct the citation or “paragraphs”`
          : `The source has ${source.paragraphs.length - 1} paragraphs: correct the citation or “paragraphs”`,
      );
    }
  }
}

function checkFigures(ids: readonly (string | null)[], path: Path, { figures, mend }: Known, report: Report): void {
  for (const id of ids)
    if (id !== null && !figures.has(id))
      report(path, `names the figure “${id}” in “${path[0]}”, who is not in the story`, mend.figures);
}

function checkEvent(id: string | null, path: Path, { events, mend }: Known, report: Report): void {
  if (id !== null && !events.has(id)) report(path, `names the event “${id}”, which is not in the story`, mend.events);
}

function propose(what: string, records: readonly { id: string }[]): string {
  if (records.length === 0) return `Add ${what} with this id`;
  const ids = records.slice(0, PROPOSED).map(({ id }) => id);
  return `Write ${what} of the story: ${ids.join(', ')}${records.length > PROPOSED ? ' …' : ''}`;
}

/** Follows each figure to the one it points to, each of them once: linear. */
function checkCircles(figures: readonly Figure[], field: 'needs' | 'country', reportOn: ReportOn): void {
  const places = new Map(figures.map(({ id }, at) => [id, at]));
  const done = new Set<string>();
  for (const { id } of figures) {
    const way = new Set<string>();
    let one: string | null | undefined = id;
    while (one && !done.has(one) && !way.has(one)) {
      way.add(one);
      one = figures[places.get(one) ?? -1]?.[field];
    }
    for (const passed of way) done.add(passed);
    if (!one || !way.has(one)) continue;
    const circle = [...way].slice([...way].indexOf(one));
    reportOn('figures', places.get(one) ?? 0)(
      [field],
      circle.length === 1
        ? `points to itself by “${field}”`
        : `leads in a circle by “${field}”: ${circle.slice(0, PROPOSED).join(' → ')}`,
      `Take “${field}” from one of them`,
    );
  }
}

/** What languages write belongs to figures, and to offices that a figure holds. */
function checkLanguages({ figures, languages }: Story, known: Known, reportOn: ReportOn): void {
  const held = figures.flatMap(({ offices }) => offices.map(({ office }) => ({ id: office })));
  const offices = new Set(held.map(({ id }) => id));
  const mend = propose('an office', held);
  for (const [code, language] of Object.entries(languages)) {
    const report = reportOn('languages', code);
    for (const field of ['names', 'people', 'relatives'] as const)
      checkFigures(Object.keys(language[field]), [field], known, report);
    for (const office of Object.keys(language.offices))
      if (!offices.has(office))
        report(['offices', office], `names the office “${office}”, which no figure holds`, mend);
  }
}
