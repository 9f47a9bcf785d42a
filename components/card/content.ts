// Chooses what a card says: which statements, quotation and relations matter most for this page, in how many words, and where the page stands in time.
import type {
  Figure,
  FigureKind,
  Language,
  Quotation,
  Relation,
  Statement,
  Story,
  StoryEvent,
} from '../../data/story.ts';
import type { Evidence } from '../../recognition/resolve.ts';

/** What of a story a card needs. */
export type CardStory = Pick<
  Story,
  'headline' | 'asOf' | 'firstEvent' | 'lastEvent' | 'figures' | 'statements' | 'quotations' | 'relations' | 'events'
>;

/** What a card must know about the page it lies on. */
export interface CardPage {
  /** `YYYY-MM-DD`, or null where the page does not say. */
  date: string | null;
  /** Ids of the figures found on the page. */
  present: readonly string[];
}

export interface CardContent {
  statements: readonly Statement[];
  quotations: readonly Quotation[];
  relations: readonly Relation[];
  events: readonly StoryEvent[];
  people: readonly Figure[];
  /** Whether anything is left for "more". */
  complete: boolean;
}

/** The most words a card shows before the reader asks for more. */
export const firstViewWords = 120;

/** Words that no selection changes: as-of, the page's date, why this figure, the two text buttons, headings. */
const frameWords = 40;

/** How many of each an unfolded card shows at most; the story page has the rest. */
const most = { statement: 8, quotation: 4, relation: 6, event: 12, person: 8 };

/** What a first view would like to hold, the most wanted first, by kind of figure: a person is told by deeds, a place by what happened there, an institution by what came from it. */
const wants: Record<FigureKind, readonly (keyof typeof most)[]> = {
  person: ['statement', 'statement', 'quotation', 'relation', 'statement', 'relation', 'relation'],
  place: ['event', 'statement', 'event', 'statement', 'person', 'person', 'person', 'relation'],
  organization: ['statement', 'quotation', 'statement', 'person', 'person', 'person', 'relation'],
  group: ['statement', 'statement', 'person', 'person', 'person', 'relation'],
};

/**
 * The content of `figure`'s card on `page`, in `language`: the first view, at most `firstViewWords` words long, or everything worth showing where `more` is asked for.
 * What involves other figures of the page comes first, then what weighs most.
 */
export function cardContent(
  story: CardStory,
  figure: Figure,
  page: CardPage,
  language: Language,
  more: boolean,
): CardContent {
  const others = new Set(page.present.filter((id) => id !== figure.id));
  const statements = rankStatements(story.statements, figure.id, others);
  const quotations = rankQuotations(story, figure, others);
  const relations = story.relations
    .filter((relation) => relation.between.includes(figure.id))
    .sort((a, b) => presence(b.between, others) - presence(a.between, others));
  const events = story.events.filter((event) => event.figures.includes(figure.id));
  const people = company(story, figure, others);
  const pool = { statement: statements, quotation: quotations, relation: relations, event: events, person: people };
  const taken = more ? everything(pool) : fitting(pool);

  const here = <T extends Item>(items: readonly T[]) => items.filter((item) => taken.has(item));
  return {
    statements: here(statements),
    quotations: here(quotations),
    relations: here(relations),
    events: here(events),
    people: here(people),
    complete: (figure.kind === 'person' ? [statements, quotations, relations, events] : Object.values(pool)).every(
      (items) => items.every((item) => taken.has(item)),
    ),
  };

  function fitting(from: Pool): Set<Item> {
    const set = new Set<Item>();
    let left = firstViewWords - frameWords - wordsOf(figure, language);
    const cited = new Set<string>();
    for (const want of wants[figure.kind]) {
      // Two statements about the same sentence say the same twice: the first view takes one of them.
      const fits = from[want].find(
        (item) =>
          !set.has(item) &&
          cost(item, language, figure.id) <= left &&
          !(want === 'statement' && (item as Statement).cites.every((cite) => cited.has(cite))) &&
          !(want === 'relation' && presence((item as Relation).between, others) === 0),
      );
      if (!fits) continue;
      set.add(fits);
      left -= cost(fits, language, figure.id);
      if (want === 'statement') for (const cite of (fits as Statement).cites) cited.add(cite);
    }
    return set;
  }
}

type Item = Statement | Quotation | Relation | StoryEvent | Figure;
type Pool = Record<keyof typeof most, readonly Item[]>;

function everything(from: Pool): Set<Item> {
  return new Set((Object.keys(most) as (keyof Pool)[]).flatMap((kind) => from[kind].slice(0, most[kind])));
}

function rankStatements(all: readonly Statement[], figure: string, others: ReadonlySet<string>): Statement[] {
  const first = (statement: Statement) => Number(presence(statement.figures, others) > 0);
  return all
    .filter((statement) => statement.figures.includes(figure) || statement.by === figure)
    .sort((a, b) => first(b) - first(a) || b.weight - a.weight);
}

/** Own words before words about the figure, and those about others on the page before the rest. For places and institutions also what was said in the sentences that involve them. */
function rankQuotations(story: CardStory, figure: Figure, others: ReadonlySet<string>): Quotation[] {
  const sentences = new Set(
    figure.kind === 'person'
      ? []
      : story.statements.filter(({ figures }) => figures.includes(figure.id)).flatMap(({ cites }) => cites),
  );
  const rank = ({ by, about, cite }: Quotation) =>
    by === figure.id
      ? 4 + Math.min(1, presence(about, others))
      : about.includes(figure.id)
        ? 2 + presence([by], others)
        : Number(sentences.has(cite));
  return story.quotations.filter((quotation) => rank(quotation) > 0).sort((a, b) => rank(b) - rank(a));
}

/** The people who share statements with a place or an institution, those on the page first, then the most often named. */
function company(story: CardStory, figure: Figure, others: ReadonlySet<string>): Figure[] {
  if (figure.kind === 'person') return [];
  const shared = (id: string) =>
    story.statements.filter(({ figures }) => figures.includes(figure.id) && figures.includes(id)).length;
  const rank = ({ id }: Figure) => shared(id) + (others.has(id) ? story.statements.length : 0);
  return story.figures
    .filter((other) => other.kind === 'person' && shared(other.id) > 0)
    .sort((a, b) => rank(b) - rank(a));
}

function presence(figures: readonly string[], others: ReadonlySet<string>): number {
  return figures.filter((id) => others.has(id)).length;
}

/** About how many words an item takes, with its attribution and citations. */
function cost(item: Item, language: Language, self: string): number {
  if ('weight' in item) return words(item.text[language]) + 4 + item.cites.length;
  if ('words' in item) return words(quoted(item, language)) + words(item.to[language]) + (item.by === self ? 5 : 7);
  if ('course' in item)
    return words(item.label[language]) + 3 + item.course.reduce((sum, step) => sum + words(step.text[language]) + 1, 0);
  if ('order' in item) return words(item.title[language]) + words(item.when[language]) + 3;
  return words(item.name[language]);
}

function wordsOf(figure: Figure, language: Language): number {
  return [figure.name, figure.role, figure.editorial].reduce(
    (sum, text) => sum + (text ? words(text[language]) : 0),
    0,
  );
}

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** A quotation in the reader's language: verbatim in English, else in our translation. */
export function quoted(quotation: Quotation, language: Language): string {
  return language === 'en' ? quotation.words : quotation.translation[language];
}

export type PageTime = 'before' | 'during' | 'after';

/** Where a page of `date` stands to the story's events, by calendar day; null for a page without a date. */
export function pageTime(date: string | null, story: Pick<Story, 'firstEvent' | 'lastEvent'>): PageTime | null {
  if (date === null) return null;
  if (date < story.firstEvent) return 'before';
  return date > story.lastEvent ? 'after' : 'during';
}

const strength: readonly Evidence['kind'][] = [
  'full-name',
  'named-in-full',
  'unique',
  'title',
  'office',
  'surname',
  'beside',
];

/** The evidence for a mention, the most convincing first. */
export function byStrength(evidence: readonly Evidence[]): Evidence[] {
  return [...evidence].sort((a, b) => strength.indexOf(a.kind) - strength.indexOf(b.kind));
}

export type Piece = string | { figure: string; name: string };

/** Cuts `text` so that the first naming of each of `figures` (in full, or a person's surname) stands apart, to be made a way to that figure's card. */
export function cutAtNames(text: string, figures: readonly Figure[], language: Language): Piece[] {
  const found = figures
    .flatMap((figure) => {
      const full = figure.name[language];
      const surname = figure.kind === 'person' ? full.slice(full.lastIndexOf(' ') + 1) : full;
      for (const name of [full, surname]) {
        const start = wholeWordAt(text, name);
        if (start >= 0) return [{ figure: figure.id, name, start }];
      }
      return [];
    })
    .sort((a, b) => a.start - b.start);

  const pieces: Piece[] = [];
  let end = 0;
  for (const { figure, name, start } of found) {
    if (start < end) continue;
    if (start > end) pieces.push(text.slice(end, start));
    pieces.push({ figure, name });
    end = start + name.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

function wholeWordAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + name.length] ?? ' ');
    if (!/[\p{L}\p{N}-]/u.test(around)) return at;
  }
  return -1;
}
