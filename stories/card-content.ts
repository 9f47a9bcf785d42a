// Chooses what a card says: which statements, quotations and relations matter most for this page, in how many words.
// Also where the page stands in time.
import type { Evidence } from '../recognition/resolve.ts';
import type { Figure, Text } from './format.ts';
import {
  type CardEvent,
  type CardFigure,
  type CardQuotation,
  type CardRelation,
  type CardStatement,
  type CardStory,
  inLanguage,
  type Languages,
  quoted,
  shortName,
} from './story.ts';
import { clipped, words } from './words.ts';

export type FigureKind = Figure['kind'];

/** What a card must know about the page it lies on. */
export interface CardPage {
  /** `YYYY-MM-DD`, or null where the page does not say. */
  date: string | null;
  /** Of the page itself; none where it is not known. */
  address?: string | null;
  /** Ids of the figures found on the page. */
  present: readonly string[];
}

export interface CardContent {
  statements: readonly CardStatement[];
  quotations: readonly CardQuotation[];
  relations: readonly CardRelation[];
  events: readonly CardEvent[];
  people: readonly CardFigure[];
  /** Whether anything is left for "more". */
  complete: boolean;
}

/**
 * The most words a card shows before the reader asks for more. A first view may have 120: the rest is left for what the
 * estimates below miss.
 */
export const firstViewWords = 114;

/** In words, with its attribution; a longer quotation would push a statement out of a first view. */
const longestQuotation = 20;

/** The length of the note that a quotation is translated back: seldom is one. */
const retranslationNoteWords = 6;

/** In words: of a statement in the source's own words the publisher is named. */
const longestPublisher = 5;

/** Of each, only so many are tried for a first view, the most wanted first. */
const looked = 60;

/** A statement that is cut short keeps so many words at least. */
const fewestWords = 10;

/** How many of each an expanded card shows at most; the story page has the rest. */
const most = { statement: 8, quotation: 4, relation: 6, event: 12, person: 8 };

type Want = keyof typeof most;

/** What a first view would like to hold of one story among several. */
export const wantsOfOne: readonly Want[] = ['statement', 'statement', 'quotation'];

/**
 * What a first view would like to hold, the most wanted first. A person is told by deeds, a place by what happened
 * there, an institution by what came from it.
 */
const wants: Record<FigureKind, readonly Want[]> = {
  person: ['statement', 'relation', 'statement', 'quotation', 'statement', 'relation', 'relation'],
  place: ['event', 'statement', 'statement', 'event', 'person', 'person', 'person', 'relation'],
  organization: ['statement', 'quotation', 'statement', 'person', 'person', 'person', 'relation'],
  group: ['statement', 'statement', 'person', 'person', 'person', 'relation'],
};

/**
 * The content of `figure`'s card on `page`, in the reader's language, for `room` words: what is wanted most and fits.
 * Everything worth showing where room is infinite. What involves other figures of the page comes first, then what
 * weighs most.
 * @param wanted the most wanted first
 */
export function cardContent(
  story: CardStory,
  figure: CardFigure,
  page: CardPage,
  languages: Languages,
  room: number,
  wanted: readonly Want[] = wants[figure.kind],
): CardContent {
  const others = new Set(page.present.filter((id) => id !== figure.id));
  const figures = new Map(story.figures.map((one) => [one.id, one]));
  const statements = rankStatements(story.statements, figure.id, others);
  const ranked = rankQuotations(story, figure, others);
  const quotations = room === Infinity ? ranked : ranked.map(excerptOf);
  // An excerpt, and a note that has no room, leave something for "more".
  const cut = room !== Infinity && ranked.some(({ excerpt, editorial }) => excerpt || editorial);
  const relations = story.relations
    .filter((relation) => relation.between.includes(figure.id))
    .sort((a, b) => presence(b.between, others) - presence(a.between, others));
  const events = story.events.filter((event) => event.figures.includes(figure.id));
  const people = company(story, figure, others);
  const pool: Pool = {
    statement: statements.map((value) => ({ kind: 'statement', value })),
    quotation: quotations.map((value) => ({ kind: 'quotation', value })),
    relation: relations.map((value) => ({ kind: 'relation', value })),
    event: events.map((value) => ({ kind: 'event', value })),
    person: people.map((value) => ({ kind: 'person', value })),
  };
  /** The first statement cut short, where even one is longer than a first view. */
  let shortened: CardStatement | null = null;
  const items = room === Infinity ? everything(pool) : fitting(pool);
  const taken = new Set([...items].map(({ value }) => value));

  const here = <T extends Item['value']>(values: readonly T[]) => values.filter((value) => taken.has(value));
  return {
    statements: shortened ? [shortened] : here(statements),
    quotations: here(quotations),
    relations: here(relations),
    events: here(events),
    people: here(people),
    complete: !cut && Object.values(pool).every((one) => one.every(({ value }) => taken.has(value))),
  };

  /** The wanted items that fit, in the order in which they are wanted. */
  function fitting(from: Pool): Set<Item> {
    const set = new Set<Item>();
    const cited = new Set<string>();
    let left = room;
    for (const want of wanted) {
      const fits = from[want].slice(0, looked).filter((item) => !set.has(item) && cost(item) <= left && belongs(item));
      // Two statements on the same sentence say much the same: one on another sentence goes before.
      const item = fits.find((one) => !sentencesOf(one).every((cite) => cited.has(cite))) ?? fits[0];
      if (!item && want === 'statement' && cited.size === 0) left = shorten(statements[0], left);
      if (!item) continue;
      set.add(item);
      left -= cost(item);
      for (const cite of sentencesOf(item)) cited.add(cite);
    }
    return set;
  }

  /** Cuts a statement so that it fits into so many words, if few are enough; returns how many are left. */
  function shorten(value: CardStatement | undefined, left: number): number {
    if (!value || shortened) return left;
    const { text, language } = inLanguage(value.text, languages);
    const fits = left - (cost({ kind: 'statement', value }) - words(text));
    if (fits < fewestWords) return left;
    shortened = { ...value, text: { [language]: clipped(text, fits) } };
    return 0;
  }

  /** A first view has relations to figures on the page only, and no quotation that would push out a statement. */
  function belongs(item: Item): boolean {
    if (item.kind === 'relation') return presence(item.value.between, others) > 0;
    return item.kind !== 'quotation' || cost(item) <= longestQuotation;
  }

  /** How many words an item takes, with its attribution and citations. */
  function cost({ kind, value }: Item): number {
    switch (kind) {
      case 'statement':
        return length(value.text) + modeLength(value) + value.cites.length;
      case 'quotation': {
        const told = quoted(value, languages);
        const note = told.isTranslatedBack ? retranslationNoteWords : 0;
        return words(told.text) + shortLength(value.by) + length(value.to) + note + 1;
      }
      case 'relation': {
        const other = figureOf(value.between.find((id) => id !== figure.id));
        return value.course.reduce((sum, { text }) => sum + length(text) + 1, length(other?.name ?? null));
      }
      case 'event':
        return length(value.title) + Math.max(3, length(value.when)) + value.cites.length;
      case 'person':
        return length(value.name);
    }
  }

  function length(text: Text | null): number {
    return text ? words(inLanguage(text, languages).text) : 0;
  }

  /** About how many words name a mode; some languages need one or two more ("the article's own judgement"). */
  function modeLength({ mode, by, verbatim }: CardStatement): number {
    if (verbatim) return longestPublisher + (mode === 'said' ? 2 + shortLength(by) : 0);
    return mode === 'said' ? 2 + shortLength(by) : mode === 'reported' ? 2 : 3;
  }

  function shortLength(id: string | null | undefined): number {
    const named = figureOf(id);
    return named ? words(shortName(named, languages)) : 0;
  }

  function figureOf(id: string | null | undefined): CardFigure | undefined {
    return id ? figures.get(id) : undefined;
  }
}

type Item =
  | { kind: 'statement'; value: CardStatement }
  | { kind: 'quotation'; value: CardQuotation }
  | { kind: 'relation'; value: CardRelation }
  | { kind: 'event'; value: CardEvent }
  | { kind: 'person'; value: CardFigure };
type Pool = Record<Item['kind'], readonly Item[]>;

/** The sentences of the article that a statement tells; only statements can tell the same one twice. */
const sentencesOf = ({ kind, value }: Item): readonly string[] => (kind === 'statement' ? value.cites : []);

function everything(from: Pool): Set<Item> {
  return new Set((Object.keys(most) as (keyof Pool)[]).flatMap((kind) => from[kind].slice(0, most[kind])));
}

/**
 * What involves others on the page first, then what weighs most, then what the figure itself did: a statement names its
 * subject first.
 */
function rankStatements(all: readonly CardStatement[], figure: string, others: ReadonlySet<string>): CardStatement[] {
  const withOthers = (statement: CardStatement) => Number(presence(statement.figures, others) > 0);
  const own = (statement: CardStatement) => Number(statement.figures[0] === figure);
  return all
    .filter((statement) => statement.figures.includes(figure) || statement.by === figure)
    .sort((a, b) => withOthers(b) - withOthers(a) || b.weight - a.weight || own(b) - own(a));
}

/**
 * Own words before words about the figure, those about others on the page before the rest, and among equals the most
 * telling. For places and institutions also what was said in the sentences that involve them.
 */
function rankQuotations(story: CardStory, figure: CardFigure, others: ReadonlySet<string>): CardQuotation[] {
  const sentences = new Set(
    figure.kind === 'person'
      ? []
      : story.statements.filter(({ figures }) => figures.includes(figure.id)).flatMap(({ cites }) => cites),
  );
  const rank = ({ by, about, cite }: CardQuotation) =>
    by === figure.id
      ? 4 + Math.min(1, presence(about, others))
      : about.includes(figure.id)
        ? 2 + presence(by === null ? [] : [by], others)
        : Number(sentences.has(cite));
  return story.quotations
    .filter((quotation) => rank(quotation) > 0)
    .sort((a, b) => rank(b) - rank(a) || Number(b.first) - Number(a.first));
}

/** People who share statements with a place or an institution: those on the page first, then the most often named. */
function company(story: CardStory, figure: CardFigure, others: ReadonlySet<string>): CardFigure[] {
  if (figure.kind === 'person') return [];
  const shared = new Map<string, number>();
  for (const { figures } of story.statements)
    if (figures.includes(figure.id)) for (const id of new Set(figures)) shared.set(id, (shared.get(id) ?? 0) + 1);
  const rank = ({ id }: CardFigure) => (shared.get(id) ?? 0) + (others.has(id) ? story.statements.length : 0);
  return story.figures
    .filter((other) => other.kind === 'person' && shared.has(other.id))
    .sort((a, b) => rank(b) - rank(a));
}

function presence(figures: readonly string[], others: ReadonlySet<string>): number {
  return figures.filter((id) => others.has(id)).length;
}

/** A quotation as a first view has room for it. */
function excerptOf(quotation: CardQuotation): CardQuotation {
  const { excerpt } = quotation;
  return excerpt ? { ...quotation, words: excerpt } : quotation;
}

export type PageTime = 'before' | 'during' | 'after';

/** Where a page of `date` stands to the story's events, by calendar day; null for a page without a date. */
export function pageTime(date: string | null, story: Pick<CardStory, 'firstEvent' | 'lastEvent'>): PageTime | null {
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
