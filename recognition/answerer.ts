// Answers what pages ask (page-recogniser.ts), by one recogniser for all pages in the same languages.
import type { Candidate } from './candidate.ts';
import type { Answer, Question } from './page-recogniser.ts';
import type { BlockText, Recogniser } from './recognise.ts';

export interface Answerer {
  /** Size of the texts whose candidates are kept; UTF-16 code units. */
  readonly unitsKept: number;
  /** Opens what an answer needs; null where it is open. */
  prepare(question: Question): Promise<unknown> | null;
  /** The answer to a question that was prepared for; yields where others may have their turn. */
  answer(question: Question): Generator<void, Answer, void>;
}

/** Keeps what it has read, since pages ask about the same blocks again whenever something has changed. */
export function createAnswerer(recogniser: Recogniser): Answerer {
  const known = new Map<string, Candidate[]>();
  let unitsKept = 0;

  function read(block: BlockText): Candidate[] {
    const key = `${block.lang ?? ''}\n${block.text}`;
    const before = known.get(key);
    if (before) return before;
    const candidates = recogniser.read(block);
    known.set(key, candidates);
    unitsKept += key.length;
    return candidates;
  }

  return {
    get unitsKept() {
      return unitsKept;
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
