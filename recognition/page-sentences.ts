// The sentences of a page's blocks, and which names stand in them. A block is cut when it is first asked about.
import { byBlock, type PlacedName } from './figure-evidence.ts';
import type { JudgedNames } from './judged-names.ts';

// A sentence's end and how the next one begins. Short words before a full stop are abbreviations, names are none.
const SENTENCE_END = /(?:\p{L}[\p{M}\p{Cf}]*){3}[.!?…]["”»“]?\s+(?=["“„«»–-]?\s?\p{Lu})/gu;
const END_BEHIND_NAME = /^[.!?…]["”»“]?\s+(?=["“„«»–-]?\s?\p{Lu})/u;
const ENDS_BEFORE = /[.!?…]["”»“„«\s]*$/;
const NOTHING_BEFORE = /^["”»“„«\s]*$/;
const LONGEST_GAP = 8; // UTF-16 code units between two sentences

/** Where a name or a word stands. */
interface Place {
  block: number;
  name: { start: number };
}

export interface Sentences {
  /** Which sentence of its block it stands in. */
  sentenceOf(place: Place): number;
  /** Whether it opens its sentence. */
  opens(place: Place): boolean;
}

export interface NamedSentences extends Sentences {
  /** The names of a block that were given to figures when this was made. */
  namesIn(block: number): readonly PlacedName[];
}

/** The sentences of a page, with the names that have been given to figures by now. */
export function sentencesOf({ accepted, page }: JudgedNames): NamedSentences {
  const names = byBlock(accepted);
  const namesIn = (block: number) => names.get(block) ?? [];
  return { namesIn, ...cutSentences(page.texts, namesIn) };
}

/**
 * The sentences of these texts.
 * @param namesIn the names of a block; behind a name, a full stop is no abbreviation's
 */
export function cutSentences(texts: readonly string[], namesIn: (block: number) => readonly PlacedName[]): Sentences {
  const textOf = (block: number) => texts[block] ?? '';
  const cut = new Map<number, readonly number[]>();

  function startsIn(block: number): readonly number[] {
    const starts = cut.get(block) ?? startsOf(textOf(block), namesIn(block));
    cut.set(block, starts);
    return starts;
  }

  return {
    sentenceOf: ({ name, block }) => countUpTo(startsIn(block), name.start),
    opens({ name: { start }, block }) {
      const before = textOf(block).slice(Math.max(0, start - LONGEST_GAP), start);
      return ENDS_BEFORE.test(before) || (start <= LONGEST_GAP && NOTHING_BEFORE.test(before));
    },
  };
}

/** Where the sentences behind the first begin, in order. */
function startsOf(text: string, names: readonly PlacedName[]): number[] {
  const starts = new Set<number>();
  for (const { index, 0: end } of text.matchAll(SENTENCE_END)) starts.add(index + end.length);
  for (const { name } of names) {
    const [end] = END_BEHIND_NAME.exec(text.slice(name.end, name.end + LONGEST_GAP)) ?? [];
    if (end) starts.add(name.end + end.length);
  }
  return [...starts].sort((one, other) => one - other);
}

/** How many of these numbers, which are in order, are not above a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] as number) <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
