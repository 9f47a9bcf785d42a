// Recognition as a page asks for it. The page cuts its text into blocks where the prefilter finds something, and asks
// who is meant in them; the answer comes from another process, where the recogniser stays open from page to page. So
// questions and answers are plain data, and each question stands by itself: whoever answers it (answerer.ts) need not
// remember the one before.
import type { GazetteerFigure } from './figures.ts';
import type { Prefilter } from './prefilter.ts';
import type { AnyWrittenPrefilter } from './prefilters.ts';
import type { BlockText } from './recognise.ts';
import type { PageFacts, Resolution } from './resolve.ts';

/** What tells a page's language. */
export interface PageLanguage {
  /** Some of its prose. */
  sample: string;
  /** The BCP 47 tag of its markup; null without one. */
  tag: string | null;
  /** BCP 47 tags of the languages that parts of the page are in. */
  others: readonly string[];
}

/** Which names a page is read with. */
export interface PageNames {
  /** Of the stories; another one has other names. */
  edition: string;
  /** The page's own language; null where nothing tells. */
  language: string | null;
  others: readonly string[];
}

/** What a page needs to find the blocks that it asks about. */
export interface Opening extends PageNames {
  /** Whether it is written in Latin letters. */
  isLatin: boolean;
  prefilters: readonly AnyWrittenPrefilter[];
}

export interface Question {
  /** All blocks of the page that may name somebody, in document order. */
  blocks: readonly BlockText[];
  facts: PageFacts;
  /** Text that has come to the page: it may be in a language that the page was not opened for. */
  heard: readonly BlockText[];
}

export interface Answer extends Resolution {
  /** Indexes of the blocks in which no name can stand after all: the page need not ask about them again. */
  nameless: readonly number[];
  /** What mentions may mean. */
  figures: readonly MentionedFigure[];
  /** The languages of what was heard that the page was not opened for. */
  missing: readonly string[];
  /** How long it took, by the clock, where that is known; ms. A page that changes without rest asks the less often. */
  took?: number;
}

export type MentionedFigure = Pick<GazetteerFigure, 'id' | 'kind' | 'members'>;

/** What page/ works with. */
export interface PageRecogniser {
  prefilter: Prefilter;
  /** Whether the page's own language is written in Latin letters. */
  isLatin: boolean;
  /** Rejects where nobody can answer now. */
  ask(question: Question): Promise<Answer>;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const areBlocks = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one: Partial<BlockText> | null) => isText(one?.text) && isTextOrNull(one.lang));

/** Whether a message tells a page's language. */
export const isPageLanguage = (value: object): value is PageLanguage =>
  'sample' in value && isText(value.sample) && 'tag' in value && isTextOrNull(value.tag) && hasOthers(value);

/** Whether a message tells which names a page is read with. */
export const isPageNames = (value: object): value is PageNames =>
  'edition' in value &&
  isText(value.edition) &&
  'language' in value &&
  isTextOrNull(value.language) &&
  hasOthers(value);

const hasOthers = (value: object): boolean => 'others' in value && areTexts(value.others);

/** Whether a message is a question. */
export function isQuestion(value: object): value is Question {
  const { blocks, heard, facts } = value as Partial<Question>;
  return areBlocks(blocks) && areBlocks(heard) && typeof facts === 'object' && facts !== null && areFacts(facts);
}

const areFacts = ({ date, frontPage, headlines, rejected, muted, leftOut }: Partial<PageFacts>): boolean =>
  (date === undefined || isTextOrNull(date)) &&
  (frontPage === undefined || typeof frontPage === 'boolean') &&
  areTexts(headlines) &&
  areTexts(muted) &&
  (leftOut === undefined || areTexts(leftOut)) &&
  Array.isArray(rejected) &&
  rejected.every((one: Partial<PageFacts['rejected'][number]> | null) => isText(one?.figure) && isText(one.text));
