// Recognition as a page asks for it. The page cuts its text into blocks where the prefilter finds something, and asks
// who is meant in them; the answer comes from another process, where the recogniser stays open from page to page. So
// both are plain data, and a question stands by itself: whoever answers it need not remember the one before.
import type { Candidate } from './candidate.ts';
import type { GazetteerFigure } from './gazetteer.ts';
import type { Prefilter } from './prefilter.ts';
import type { AnyWrittenPrefilter } from './prefilters.ts';
import type { BlockText, Recogniser } from './recognise.ts';
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
export interface Reading {
  /** Of the stories; another one has other names. */
  edition: string;
  /** The page's own language; null where nothing tells. */
  language: string | null;
  others: readonly string[];
}

/** What a page needs to find the blocks that it asks about. */
export interface Opening extends Reading {
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
  /** How long the answer took, in ms, where that is known: a page that changes without rest asks the less often. */
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
export const isReading = (value: object): value is Reading =>
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

/** Answers the questions of pages in the same languages. */
export interface Answerer {
  /** How much was read, in UTF-16 code units: what was read is kept. */
  readonly kept: number;
  /** Opens what an answer needs; null where it is open. */
  prepare(question: Question): Promise<unknown> | null;
  /** The answer to a question that was prepared for; yields where others may have their turn. */
  answer(question: Question): Generator<void, Answer, void>;
}

/** Keeps what it has read, since pages ask about the same blocks again whenever something has changed. */
export function createAnswerer(recogniser: Recogniser): Answerer {
  const known = new Map<string, Candidate[]>();
  let kept = 0;

  function read(block: BlockText): Candidate[] {
    const key = `${block.lang ?? ''}\n${block.text}`;
    const before = known.get(key);
    if (before) return before;
    const candidates = recogniser.read(block);
    known.set(key, candidates);
    kept += key.length;
    return candidates;
  }

  return {
    get kept() {
      return kept;
    },
    prepare: ({ blocks, facts }) =>
      recogniser.prepare([...blocks, ...facts.headlines.map((text) => ({ text, lang: null }))]),
    *answer({ blocks, facts, heard }) {
      const readBlocks: { text: string; candidates: Candidate[] }[] = [];
      for (const block of blocks) {
        readBlocks.push({ text: block.text, candidates: read(block) });
        yield;
      }
      const { mentions, needs } = recogniser.resolve(readBlocks, facts);
      return {
        mentions,
        needs,
        nameless: readBlocks.flatMap(({ candidates }, at) => (candidates.length === 0 ? [at] : [])),
        figures: recogniser.figures(new Set(mentions.flatMap(({ figure, also = [] }) => [figure, ...also]))),
        missing: [...new Set(heard.flatMap(({ text, lang }) => recogniser.missing(text, lang) ?? []))],
      };
    },
  };
}
