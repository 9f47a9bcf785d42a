// What surfaces need of a story beside its format: its texts in the reader's language, and what a card needs of it.

import type { Fragment } from './article-address.ts';
import type { Citation, Figure, Quotation, Relation, Source, Statement, Story, StoryEvent, Text } from './format.ts';
import { quotedInside } from './inner-marks.ts';
import type { News } from './news-since.ts';
import { fragmentAt } from './text-fragment.ts';

/** BCP 47 tags: what the reader reads, and what the source is written in, for texts that he cannot be given in it. */
export interface Languages {
  language: string;
  source: string;
}

/** A text as it is told, and the language that it is in, for the `lang` attribute. */
export interface Told {
  text: string;
  language: string;
}

/** A text in the reader's language; else in the source's, else in English, else in the first that it has. */
export function inLanguage(text: Text, { language, source }: Languages): Told {
  const tags = Object.keys(text);
  const tag = tagFor(tags, language) ?? tagFor(tags, source) ?? tagFor(tags, 'en') ?? tags[0] ?? source;
  return { text: text[tag] ?? '', language: tag };
}

/** The tag that serves for a language: itself, a wider one (RFC 4647, lookup), else another variety of the language. */
function tagFor(tags: readonly string[], language: string): string | undefined {
  for (let range = language.toLowerCase(); range !== ''; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
    const found = tags.find((tag) => tag.toLowerCase() === range);
    if (found) return found;
  }
  return tags.find((tag) => sameLanguage(tag, language));
}

/** Whether two tags are of one language, whatever the region or script. */
export function sameLanguage(one: string, other: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  return primary(one) === primary(other);
}

export interface Quoted extends Told {
  /** The words in another language than the source's are our translation. */
  isTranslation: boolean;
  /** The source translated what was said in the reader's language: our translation of it is no verbatim speech. */
  isTranslatedBack: boolean;
}

/** A quotation in the reader's language: verbatim where that is the source's, else in our translation. */
export function quoted(
  { words, language, saidIn }: Pick<Quotation, 'words' | 'language' | 'saidIn'>,
  languages: Languages,
): Quoted {
  const told = inLanguage(words, { ...languages, source: language });
  const isTranslation = !sameLanguage(told.language, language);
  const isTranslatedBack = isTranslation && saidIn !== null && sameLanguage(told.language, saidIn);
  return { ...told, isTranslation, isTranslatedBack };
}

/** The language of a story's sources; of several, the first one's. */
export function sourceLanguage({ sources }: { sources: readonly Pick<Source, 'language'>[] }): string {
  return sources[0]?.language ?? 'en';
}

export type CardFigure = Pick<Figure, 'id' | 'kind' | 'name' | 'role' | 'asOf' | 'editorial' | 'unmarked' | 'unknown'>;
export type CardStatement = Pick<
  Statement,
  'id' | 'text' | 'cites' | 'mode' | 'by' | 'figures' | 'weight' | 'verbatim'
>;
export type CardQuotation = Pick<
  Quotation,
  'id' | 'words' | 'excerpt' | 'saidIn' | 'language' | 'first' | 'editorial' | 'by' | 'to' | 'about' | 'cite'
>;
export type CardEvent = Pick<
  StoryEvent,
  'id' | 'title' | 'date' | 'dateIsEditorial' | 'when' | 'planned' | 'figures' | 'cites'
>;
export type CardRelation = Pick<Relation, 'id' | 'between' | 'label'> & {
  course: Pick<Relation['course'][number], 'text' | 'cites'>[];
};
export type CardSource = Pick<Source, 'id' | 'title' | 'publisher' | 'description' | 'url' | 'date' | 'language'> & {
  /** By place (`1.3`): the words by which a browser finds a cited sentence. */
  fragments: Record<string, Fragment>;
};

/** How a story came to the reader. */
export interface Provenance {
  origin: 'bundled' | 'kept' | 'imported';
  /** The day on which it was kept or imported, `YYYY-MM-DD`. */
  kept: string | null;
  /** Whether somebody has looked through what a program made of an article. */
  looked: boolean;
}

/**
 * How a story of the library came to the reader.
 * @param kept.from `article` or `file`, or what a newer version knows; null for a story that a tool has written
 */
export function provenanceOf({
  bundled,
  kept,
}: {
  bundled: boolean;
  kept: { added: string; from: string; looked: boolean } | null;
}): Provenance {
  const origin = bundled ? 'bundled' : kept?.from === 'article' ? 'kept' : 'imported';
  return { origin, kept: bundled ? null : (kept?.added ?? null), looked: bundled || (kept?.looked ?? false) };
}

/** A story with how it came to the reader, as surfaces show it. */
export interface ToldStory {
  story: Story;
  provenance: Provenance;
}

/** Whether a program made a story of an article, and nobody has looked it through. */
export const isDraft = ({ made }: Pick<Story, 'made'>, { looked }: Provenance): boolean =>
  made.how === 'draft' && !looked;

/** What a card needs of a story: all that the reader of a page is given. */
export interface CardStory extends Pick<Story, 'id' | 'title' | 'asOf'>, Omit<Provenance, 'looked'> {
  /** Made by a program, and nobody has looked it through. */
  draft: boolean;
  /** What is new to the reader. */
  news: News | null;
  /** First and last day on which something dated happened, `YYYY-MM-DD`. */
  firstEvent: string;
  lastEvent: string;
  sources: CardSource[];
  figures: CardFigure[];
  statements: CardStatement[];
  quotations: CardQuotation[];
  relations: CardRelation[];
  events: CardEvent[];
}

export const BUNDLED: Provenance = { origin: 'bundled', kept: null, looked: true };

/** The name of the text that pages read of a story, for its cards: a `CardStory` as JSON. */
export const cardText = (story: string): string => `story:${story}`;

/** A story whose verbatim sentences and quotations are ready to stand between quotation marks. */
export function withInnerMarks<S extends Pick<Story, 'sources' | 'statements' | 'quotations'>>(story: S): S {
  return {
    ...story,
    statements: story.statements.map((one) => (one.verbatim ? statementWithMarks(one, story) : one)),
    quotations: story.quotations.map(quotationWithMarks),
  };
}

/** What is translated is verbatim no more, and has no quotation marks around it. */
function statementWithMarks(statement: Statement, { sources }: Pick<Story, 'sources'>): Statement {
  const { source } = splitCitation(statement.cites[0] ?? '');
  const own = sources.find(({ id }) => id === source)?.language;
  const text = mapTexts(statement.text, (words, language) =>
    own === undefined || sameLanguage(language, own) ? quotedInside(words, language) : words,
  );
  return { ...statement, text };
}

function quotationWithMarks(quotation: Quotation): Quotation {
  const { words, excerpt } = quotation;
  return { ...quotation, words: mapTexts(words, quotedInside), excerpt: excerpt && mapTexts(excerpt, quotedInside) };
}

const mapTexts = <T extends Readonly<Record<string, string>>>(texts: T, map: (text: string, of: string) => string): T =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, map(text, language)])) as T;

/** Leaves out of a story what no card shows: names for recognition, texts of sources, terms of office, summary … */
export function cardStory(story: Story, provenance: Provenance = BUNDLED, news: News | null = null): CardStory {
  const { origin, kept } = provenance;
  const { id, title, asOf } = story;
  const { statements, quotations } = withInnerMarks(story);
  const days = story.events.flatMap(({ date, planned }) => (date === null || planned ? [] : [date])).sort();
  return {
    id,
    title,
    asOf,
    origin,
    kept,
    draft: isDraft(story, provenance),
    news,
    firstEvent: days[0] ?? asOf,
    lastEvent: days.at(-1) ?? asOf,
    sources: cardSources(story),
    figures: story.figures.map((figure) =>
      only(figure, ['id', 'kind', 'name', 'role', 'asOf', 'editorial', 'unmarked', 'unknown']),
    ),
    statements: statements.map((statement) =>
      only(statement, ['id', 'text', 'cites', 'mode', 'by', 'figures', 'weight', 'verbatim']),
    ),
    quotations: quotations.map((quotation) =>
      only(quotation, [
        'id',
        'words',
        'excerpt',
        'saidIn',
        'language',
        'first',
        'editorial',
        'by',
        'to',
        'about',
        'cite',
      ]),
    ),
    relations: story.relations.map(({ id, between, label, course }) => ({
      id,
      between,
      label,
      course: course.map((step) => only(step, ['text', 'cites'])),
    })),
    events: story.events.map((event) =>
      only(event, ['id', 'title', 'date', 'dateIsEditorial', 'when', 'planned', 'figures', 'cites']),
    ),
  };
}

/** The sources, each with the words that find the sentences which a card cites. */
function cardSources(story: Story): CardSource[] {
  const cites = new Set<Citation>([
    ...story.statements.flatMap((statement) => statement.cites),
    ...story.quotations.map(({ cite }) => cite),
    ...story.events.flatMap((event) => event.cites),
    ...story.relations.flatMap(({ course }) => course.flatMap((step) => step.cites)),
  ]);
  const places = new Map<string, string[]>();
  for (const { source, place } of [...cites].map(splitCitation)) {
    const known = places.get(source);
    if (known) known.push(place);
    else places.set(source, [place]);
  }
  return story.sources.map((source) => {
    const fragments: Record<string, Fragment> = {};
    for (const place of source.url === null ? [] : (places.get(source.id) ?? [])) {
      const fragment = fragmentAt(source, place);
      if (fragment) fragments[place] = fragment;
    }
    return { ...only(source, ['id', 'title', 'publisher', 'description', 'url', 'date', 'language']), fragments };
  });
}

function only<T extends object, const K extends keyof T>(record: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, record[key]])) as Pick<T, K>;
}

/** `a:1.3` as the id of its source and its place there. */
export function splitCitation(cite: Citation): { source: string; place: string } {
  const colon = cite.indexOf(':');
  return { source: cite.slice(0, colon), place: cite.slice(colon + 1) };
}

/** A person's surname, the whole name of anything else. */
export function shortName({ kind, name }: Pick<Figure, 'kind' | 'name'>, languages: Languages): string {
  const { text } = inLanguage(name, languages);
  return kind === 'person' ? text.slice(text.lastIndexOf(' ') + 1) : text;
}
