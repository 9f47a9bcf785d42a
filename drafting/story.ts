// The shape of a drafted story: `dramatis-story/1`, as far as a program can fill it.

export type Kind = 'person' | 'place' | 'organization';

/** A text by language (BCP 47); a draft has that of its article alone. */
export type Texts = Record<string, string>;

/** `source:paragraph.sentence`, all counted from 1; the first paragraph is the headline. */
export type Cite = string;

export interface DraftSource {
  id: 'a';
  title: string | null;
  publisher: string | null;
  author: string | null;
  url: string | null;
  date: string | null;
  language: string;
  /** Sentences in each paragraph; the first is the headline, 0 where there is none. */
  paragraphs: number[];
  text: string[][];
}

export interface DraftNames {
  given: string[];
  middle: string[];
  surname: string[];
  full: string[];
  aliases: string[];
  others: string[];
  alone: string[];
  strength: 'weak';
  sex: 'female' | 'male' | null;
}

export interface DraftFigure {
  id: string;
  kind: Kind;
  name: Texts;
  role: Texts | null;
  names: DraftNames;
  needs: null;
  country: null;
  offices: never[];
  same: never[];
  /** Which surface forms were taken for the figure, and how often. */
  drawn: { forms: string[]; count: number };
}

export interface DraftStatement {
  id: string;
  text: Texts;
  cites: Cite[];
  mode: 'reported' | 'said';
  by: string | null;
  figures: string[];
  /** 3 = most telling. */
  weight: 1 | 2 | 3;
  verbatim: true;
}

export interface DraftQuotation {
  id: string;
  words: Texts;
  /** Who said it; null where the article does not say plainly. */
  by: string | null;
  about: string[];
  cite: Cite;
}

export interface DraftEvent {
  id: string;
  title: Texts;
  /** `YYYY-MM-DD`. */
  date: string;
  /** As the article puts it. */
  when: Texts;
  figures: string[];
  cites: Cite[];
}

export interface DraftRelation {
  id: string;
  between: [string, string];
  /** Sentences that name both. */
  cites: Cite[];
}

export interface DraftStory {
  format: 'dramatis-story/1';
  id: string;
  revision: 1;
  title: Texts;
  made: { how: 'draft'; by: null; licence: null };
  /** The article's day; null where it has none. */
  asOf: string | null;
  sources: [DraftSource];
  summary: { text: Texts; cites: Cite[] }[];
  figures: DraftFigure[];
  statements: DraftStatement[];
  quotations: DraftQuotation[];
  events: DraftEvent[];
  relations: DraftRelation[];
  open: never[];
  /** True where the page or a bound kept the end of the article away. */
  partial: boolean;
}
