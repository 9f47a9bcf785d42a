// A mention: a stretch of a sentence that may be a name, and what stands in and around it.
import type { Word } from './words.ts';

export type Kind = 'person' | 'place' | 'organization';

/** A sentence of the article, in the order of the text. */
export interface Sentence {
  /** Its place in the list of all sentences. */
  at: number;
  /** As citations count them: the headline is paragraph 0, its one sentence and every other first one 1. */
  paragraph: number;
  sentence: number;
  text: string;
  words: Word[];
  /** Set in capitals as a whole, so that case says nothing. */
  shouted: boolean;
  /** Most longer words have a capital, as in the headlines of English. */
  titled: boolean;
}

/** What stands in a name. */
export interface Shape {
  /** The first word is a given name; the last a surname. */
  given: boolean;
  surname: boolean;
  /** An initial stands inside ("John F. Kennedy"). */
  initial: boolean;
  /** All words are capitals, and few letters. */
  acronym: boolean;
  /** A word for an organisation or a place stands inside. */
  organization: boolean;
  placeWord: boolean;
  /** It is listed as an organisation. */
  known: boolean;
  /** Its last word is a listed place, and it is none. */
  endsInPlace: boolean;
  /** It is listed as a place. */
  place: boolean;
  /** It begins with a place or a people, and more words follow. */
  afterPlace: boolean;
  /** How many of its words are common words of the language. */
  common: number;
}

/** What stands around a name. */
export interface Context {
  title: boolean;
  courtesy: 'female' | 'male' | null;
  role: boolean;
  saying: boolean;
  age: boolean;
  apposition: boolean;
  article: boolean;
  /** What somebody is minister of: one word behind a title, and his name behind a comma. */
  department: boolean;
  /** A preposition before places. */
  inPlace: boolean;
  /** What somebody governs: "the mayor of X". */
  seat: boolean;
  dateline: boolean;
  /** A common noun for an organisation or a place right before ("the company X", "the city of X"). */
  organizationNoun: boolean;
  placeNoun: boolean;
  possessive: boolean;
  quoted: boolean;
  /** A sentence or quotation begins with it. */
  opens: boolean;
}

export interface Mention {
  sentence: Sentence;
  /** Offsets in the sentence, UTF-16 code units. */
  start: number;
  end: number;
  /** As it stands. */
  text: string;
  /** Its words as they stand and folded. */
  words: string[];
  folded: string[];
  shape: Shape;
  context: Context;
}

const NO_SHAPE: Shape = {
  given: false,
  surname: false,
  initial: false,
  acronym: false,
  organization: false,
  known: false,
  endsInPlace: false,
  placeWord: false,
  place: false,
  afterPlace: false,
  common: 0,
};
const NO_CONTEXT: Context = {
  title: false,
  courtesy: null,
  role: false,
  saying: false,
  age: false,
  apposition: false,
  article: false,
  department: false,
  inPlace: false,
  seat: false,
  dateline: false,
  organizationNoun: false,
  placeNoun: false,
  possessive: false,
  quoted: false,
  opens: false,
};

/** A mention in a script without capitals: what is not said does not hold. */
export function plainMention(
  sentence: Sentence,
  [start, end]: readonly [number, number],
  { words, folded }: { words: string[]; folded: string[] },
  shape: Partial<Shape>,
  context: Partial<Context> = {},
): Mention {
  return {
    sentence,
    start,
    end,
    text: sentence.text.slice(start, end),
    words,
    folded,
    shape: { ...NO_SHAPE, ...shape },
    context: { ...NO_CONTEXT, ...context },
  };
}
