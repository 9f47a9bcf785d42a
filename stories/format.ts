// The format dramatis-story/1: what a story is, as a file, in the storage and everywhere in the code. The schema is the
// only definition; docs/dramatis-story-1.schema.json is made from it. Unknown fields are kept and ignored.
import * as v from 'valibot';
import { BOUNDS } from './bounds.ts';
import {
  Cite,
  Cites,
  countTo,
  Day,
  Id,
  Inert,
  Language,
  listOf,
  Names,
  Phrases,
  Place,
  Sentence,
  Texts,
  Url,
} from './values.ts';

const names = v.optional(Names, []);
const Ids = v.pipe(
  v.array(Id),
  v.maxLength(BOUNDS.figuresOfOne, `names more than ${BOUNDS.figuresOfOne} figures. Take some out`),
);

/** What recognition needs of a figure. Which fields mean what: README.md of data/stories. */
const FigureNames = v.looseObject({
  full: names,
  given: names,
  middle: names,
  surname: names,
  aliases: names,
  /** Names of accounts, without @. */
  handles: names,
  others: names,
  alone: names,
  strength: v.optional(
    v.picklist(
      ['unique', 'strong', 'weak', 'town', 'common'],
      'is none of the values allowed. Write unique, strong, weak, town or common',
    ),
    'weak',
  ),
  sex: v.optional(v.nullable(v.picklist(['female', 'male'], 'is neither. Write female, male or null')), null),
});

const Office = v.looseObject({
  office: Id,
  title: Texts,
  from: Day,
  /** The first day out of office; null while it lasts. */
  to: v.optional(v.nullable(Day), null),
  /** `to` is assumed: it serves recognition and is told to no reader. */
  toIsAssumed: v.optional(v.boolean(), false),
  elected: v.optional(v.nullable(Day), null),
});

const Figure = v.looseObject({
  id: Id,
  kind: v.picklist(
    ['person', 'place', 'organization', 'group'],
    'is none of the values allowed. Write person, place, organization or group',
  ),
  name: Texts,
  role: v.optional(v.nullable(Texts), null),
  /** The day for which the role holds; the story's own where left out. */
  asOf: v.optional(v.nullable(Day), null),
  /** Of a country: its ISO 3166 code. */
  iso: v.optional(
    v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is no country code. Write two capitals'))),
    null,
  ),
  names: v.optional(FigureNames, {}),
  /** Another figure that must be on the page too. */
  needs: v.optional(v.nullable(Id), null),
  /** The figure whose palace, office or institution it is. */
  country: v.optional(v.nullable(Id), null),
  offices: listOf(Office, BOUNDS.offices),
  same: listOf(
    v.pipe(
      v.string(),
      v.regex(/^[\w-]{1,32}:[\w.-]{1,128}$/, 'is no id of a register. Write one such as wikidata:Q42'),
    ),
    32,
  ),
  /** Of a draft: which surface forms were taken for this figure, and how often it is named. */
  drawn: v.optional(v.nullable(v.looseObject({ forms: names, count: v.optional(countTo(1_000_000), 0) })), null),
  /** What is known from outside the sources. */
  editorial: v.optional(v.nullable(Texts), null),
  description: v.optional(v.nullable(Texts), null),
  /** In the story, but never marked on a page. */
  unmarked: v.optional(v.boolean(), false),
  /** What the story does not know of this figure. */
  unknown: listOf(Texts, 32),
});

const Statement = v.looseObject({
  id: Id,
  text: Texts,
  /** The sentences it covers; one of `ours` cites the sentence it adds to. */
  cites: Cites,
  /** How the source knows it: as fact, on somebody's word, by its own judgement; `ours`: not at all. */
  mode: v.picklist(
    ['reported', 'said', 'analysis', 'ours'],
    'is none of the values allowed. Write reported, said, analysis or ours',
  ),
  /** Whose word it rests on, where mode is `said`. */
  by: v.optional(v.nullable(Id), null),
  figures: Ids,
  /** 3 = most telling. */
  weight: v.optional(v.picklist([1, 2, 3], 'is no weight. Write 1, 2 or 3'), 1),
  /** The source's own words. */
  verbatim: v.optional(v.boolean(), false),
  /** Of verbatim words in a shared file: they were cut, where “…” stands. */
  cut: v.optional(v.boolean(), false),
  event: v.optional(v.nullable(Id), null),
});

const Quotation = v.looseObject({
  id: Id,
  /** Verbatim in the source's language; translations by language beside it. */
  words: Texts,
  /** What a card's first view has room for: verbatim from `words`, each cut marked by “…”. */
  excerpt: v.optional(v.nullable(Texts), null),
  /** The language in which it was said, if not the source's: the text in that language is translated back. */
  saidIn: v.optional(v.nullable(Language), null),
  /** The language of the source's own wording. */
  language: v.optional(Language, 'en'),
  /** Of a draft's words in a shared file: they were cut, where “…” stands. */
  cut: v.optional(v.boolean(), false),
  first: v.optional(v.boolean(), false),
  editorial: v.optional(v.nullable(Texts), null),
  /** Who said or wrote it; null where the source does not say. */
  by: v.optional(v.nullable(Id), null),
  /** To whom, or where it was said, as a phrase that goes on from the speaker's name. */
  to: v.optional(v.nullable(Texts), null),
  about: v.optional(Ids, []),
  cite: Cite,
  medium: v.optional(v.nullable(Texts), null),
});

const StoryEvent = v.looseObject({
  id: Id,
  title: Texts,
  date: v.optional(v.nullable(Day), null),
  /** The day is known from outside the source. */
  dateIsEditorial: v.optional(v.boolean(), false),
  /** When, as the source puts it. */
  when: v.optional(v.nullable(Texts), null),
  planned: v.optional(v.boolean(), false),
  figures: v.optional(Ids, []),
  cites: Cites,
});

const Relation = v.looseObject({
  id: Id,
  between: v.tuple([Id, Id], 'does not join two figures. Write two ids'),
  label: v.optional(v.nullable(Texts), null),
  /** In order: threats → call → invitation. */
  course: listOf(v.looseObject({ text: Texts, cites: Cites, event: v.optional(v.nullable(Id), null) }), 64),
});

const OpenQuestion = v.looseObject({
  id: Id,
  text: Texts,
  cites: v.optional(Cites, []),
  /** Unknown to the story rather than to its sources. */
  unknownToDataset: v.optional(v.boolean(), false),
});

const FragmentWords = v.pipe(
  Inert,
  v.maxLength(BOUNDS.fragment, `is longer than ${BOUNDS.fragment} characters. Take it out`),
);

const Source = v.looseObject({
  id: Id,
  title: v.optional(v.nullable(Inert), null),
  publisher: v.optional(v.nullable(Inert), null),
  author: v.optional(v.nullable(Inert), null),
  /** What kind of source it is, in the story's own words, where its title is not told. */
  description: v.optional(v.nullable(Texts), null),
  url: v.optional(v.nullable(Url), null),
  date: v.optional(v.nullable(Day), null),
  language: Language,
  /** Sentences in each paragraph; the first is the headline, 0 where there is none. */
  paragraphs: v.pipe(
    v.array(countTo(BOUNDS.sentences)),
    v.maxLength(BOUNDS.paragraphs, `has more than ${BOUNDS.paragraphs} paragraphs. Take some out`),
  ),
  /** The reader's own copy of a kept article: sentences by paragraph. Never in a shared file. */
  text: v.optional(v.nullable(v.array(v.array(Sentence))), null),
  /**
   * Of a shared file, by sentence: its first and last words, by which a link opens the article there
   * (`#:~:text=first,last`). Null for the last words where the first are the whole sentence.
   */
  fragments: v.optional(v.record(Place, v.tuple([FragmentWords, v.nullable(FragmentWords)])), {}),
});

const phrases = v.optional(Phrases, []);
const formsById = v.optional(v.record(Id, Names), {});
const phrasesById = v.optional(v.record(Id, Phrases), {});
/** Classes that are not known are kept and ignored, as fields are. */
const phrasesByClass = v.optional(v.record(Id, Phrases), {});

/** What the press of another language writes, by figure id and office id. */
const StoryLanguage = v.looseObject({
  names: formsById,
  people: v.optional(v.record(Id, v.looseObject({ given: names, surname: names, full: names })), {}),
  offices: phrasesById,
  relatives: phrasesById,
  otherNames: phrases,
  titles: phrasesByClass,
  heads: phrasesByClass,
  regions: phrases,
  ambiguous: phrases,
  words: phrases,
  verbs: phrases,
});

export const FORMAT = 'dramatis-story/1';

export const StorySchema = v.looseObject({
  format: v.literal(FORMAT, 'is no format that is known. Write dramatis-story/1'),
  id: Id,
  revision: v.optional(v.pipe(countTo(1_000_000), v.minValue(1, 'is less than 1. Write 1, 2, 3 …')), 1),
  title: Texts,
  made: v.optional(
    v.looseObject({
      how: v.picklist(['hand', 'draft'], 'is none of the values allowed. Write hand or draft'),
      by: v.optional(v.nullable(Inert), null),
      licence: v.optional(v.nullable(Inert), null),
    }),
    { how: 'hand' },
  ),
  /** The day up to which the story reaches. */
  asOf: Day,
  sources: v.pipe(
    v.array(Source),
    v.nonEmpty('is empty. Write the article that the story is drawn from'),
    v.maxLength(BOUNDS.sources, `has more than ${BOUNDS.sources} sources. Split the story`),
  ),
  summary: listOf(v.looseObject({ text: Texts, cites: v.optional(Cites, []) }), 64),
  figures: listOf(Figure, BOUNDS.figures),
  statements: listOf(Statement, BOUNDS.statements),
  quotations: listOf(Quotation, BOUNDS.statements),
  events: listOf(StoryEvent, BOUNDS.statements),
  relations: listOf(Relation, BOUNDS.statements),
  open: listOf(OpenQuestion, BOUNDS.statements),
  languages: v.optional(
    v.record(
      v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'is no language code. Write two or three letters, such as pl')),
      StoryLanguage,
    ),
    {},
  ),
});

/** A story, checked: every optional field has its default. */
export type Story = v.InferOutput<typeof StorySchema>;
/** A story as a file may write it. */
export type StoryInput = v.InferInput<typeof StorySchema>;
export type Text = Readonly<Record<string, string>>;
export type Source = Story['sources'][number];
export type Figure = Story['figures'][number];
export type Statement = Story['statements'][number];
export type Quotation = Story['quotations'][number];
export type StoryEvent = Story['events'][number];
export type Relation = Story['relations'][number];
export type StoryLanguage = Story['languages'][string];
/** `source:paragraph.sentence`: `a:1.3` is the third sentence of the first paragraph, `a:0.1` the headline. */
export type Citation = string;
