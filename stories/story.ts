// The shape of a compiled story: what the YAML of data/stories becomes, and what the surfaces read.

/** Languages in which every text of a story is written. */
export type Language = 'en' | 'es';
export type Text = Record<Language, string>;

/** "paragraph.sentence": "1.3" is the third sentence of the article's first paragraph, "0.1" the headline. */
export type Citation = string;

/** How the article knows a thing: as fact, on somebody's word, by its own judgement; `editorial`: not at all. */
export type Mode = 'reported' | 'said' | 'analysis' | 'editorial';

export type FigureKind = 'person' | 'place' | 'organization' | 'group';

/** A term of office; both ends are `YYYY-MM-DD`. `to` is the first day out of office, null while it lasts. */
interface Office {
  office: string;
  title: Text;
  from: string;
  to: string | null;
}

export interface Figure {
  id: string;
  kind: FigureKind;
  name: Text;
  role: Text;
  /** The day for which the role holds, `YYYY-MM-DD`. */
  asOf: string;
  /** What is known from outside the article, such as the name of somebody whom it leaves unnamed. */
  editorial?: Text;
  description?: Text;
  /** In the story, but never marked on a page. */
  unmarked?: boolean;
  offices?: Office[];
  /** What the dataset does not know of this figure. */
  unknown?: Text[];
}

export interface Statement {
  id: string;
  text: Text;
  /** The sentences it covers, two at most; an editorial statement cites the sentence it adds to. */
  cites: Citation[];
  mode: Mode;
  /** Whose word it rests on, where mode is `said`. */
  by?: string;
  figures: string[];
  /** 3 = most telling. */
  weight: 1 | 2 | 3;
  event?: string;
}

export interface Quotation {
  id: string;
  /** Verbatim, in English. */
  words: string;
  translation: { es: string };
  /** What a card's first view has room for: verbatim from `words` and `translation`, each cut marked by “…”. */
  excerpt?: Text;
  /** The language in which it was said, if not the article's: the text in that language is translated back. */
  saidIn?: 'es';
  /** The most telling of its speaker's. */
  first?: boolean;
  /** What is known of these words from outside the article. */
  editorial?: Text;
  /** Who said or wrote it; null where the article does not say. */
  by: string | null;
  /** To whom, or where it was said, as a phrase that goes on from the speaker's name. */
  to: Text;
  about: string[];
  cite: Citation;
  medium?: Text;
}

export interface StoryEvent {
  id: string;
  order: number;
  title: Text;
  /** `YYYY-MM-DD`, or null where no day is known. */
  date: string | null;
  dateIsEditorial?: boolean;
  /** When, as the article puts it: "the weekend before", "Monday". */
  when: Text;
  planned?: boolean;
  figures: string[];
  cites: Citation[];
}

/** How two figures stand to each other; the course runs in order (threats → call → invitation). */
export interface Relation {
  id: string;
  between: [string, string];
  label: Text;
  course: { text: Text; cites: Citation[]; event?: string }[];
}

/** What is open according to the article, or unknown to the dataset. */
interface OpenQuestion {
  id: string;
  text: Text;
  cites: Citation[];
  unknownToDataset?: boolean;
}

export interface Story {
  id: string;
  title: Text;
  /** What kind of article it is, in our own words: its own title is not ours to copy. */
  source: Text;
  /** The day up to which the dataset reaches, `YYYY-MM-DD`. */
  asOf: string;
  /** First and last day on which something dated happened, `YYYY-MM-DD`. */
  firstEvent: string;
  lastEvent: string;
  summary: { text: Text; cites: Citation[] }[];
  figures: Figure[];
  statements: Statement[];
  quotations: Quotation[];
  events: StoryEvent[];
  relations: Relation[];
  open: OpenQuestion[];
}

/** What a card on a page needs of a story: all that the reader is given. */
export type CardStory = Pick<
  Story,
  'source' | 'asOf' | 'firstEvent' | 'lastEvent' | 'figures' | 'statements' | 'quotations' | 'relations' | 'events'
>;

/** Leaves out of a story what no card shows: the rest of it, terms of office, what links statements to events. */
export function cardStory(story: Story): CardStory {
  const { source, asOf, firstEvent, lastEvent, events } = story;
  return {
    source,
    asOf,
    firstEvent,
    lastEvent,
    figures: story.figures.map(({ offices: _, description: __, ...figure }) => figure),
    statements: story.statements.map(({ event: _, ...statement }) => statement),
    quotations: story.quotations.map(({ medium: _, ...quotation }) => quotation),
    relations: story.relations.map((relation) => ({
      ...relation,
      course: relation.course.map(({ event: _, ...step }) => step),
    })),
    events,
  };
}

/** A person's surname, the whole name of anything else. */
export function shortName({ kind, name }: Figure, language: Language): string {
  return kind === 'person' ? name[language].slice(name[language].lastIndexOf(' ') + 1) : name[language];
}
