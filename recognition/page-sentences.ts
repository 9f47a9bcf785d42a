// The sentences of a page's blocks, and which names stand in them. A block is cut when it is first asked about.
import type { PlacedName } from './figure-evidence.ts';
import type { JudgedNames } from './judged-names.ts';

// A sentence's end and how the next one begins. Short words before a full stop are abbreviations, names are none.
const SENTENCE_END = /\p{L}{3}[.!?…]["”»“]?\s+(?=["“„«»–-]?\s?\p{Lu})/gu;
const END_BEHIND_NAME = /^[.!?…]["”»“]?\s+(?=["“„«»–-]?\s?\p{Lu})/u;
const ENDS_BEFORE = /[.!?…]["”»“„«\s]*$/;
const NOTHING_BEFORE = /^["”»“„«\s]*$/;
const LONGEST_GAP = 8; // UTF-16 code units between two sentences

interface BlockOfSentences {
  /** Names that were given to figures. */
  names: PlacedName[];
  /** Where the sentences behind the first begin, in order. */
  starts: number[];
}

export interface Sentences {
  /** The names of a block that were given to figures when this was made. */
  namesIn(block: number): readonly PlacedName[];
  /** Which sentence of its block a name stands in. */
  sentenceOf(placed: PlacedName): number;
  /** Whether a name opens its sentence. */
  opens(placed: PlacedName): boolean;
}

export function sentencesOf({ accepted, page }: JudgedNames): Sentences {
  const blocks = new Map<number, BlockOfSentences>();
  for (const one of accepted) {
    const known = blocks.get(one.block);
    if (known) known.names.push(one);
    else blocks.set(one.block, { names: [one], starts: [] });
  }
  const textOf = (block: number) => page.texts[block] ?? '';
  const cut = new Set<number>();

  function startsIn(at: number): readonly number[] {
    const block = blocks.get(at);
    if (!block) return [];
    if (!cut.has(at)) block.starts = startsOf(textOf(at), block.names);
    cut.add(at);
    return block.starts;
  }

  return {
    namesIn: (block) => blocks.get(block)?.names ?? [],
    sentenceOf: ({ name, block }) => countUpTo(startsIn(block), name.start),
    opens({ name: { start }, block }) {
      const before = textOf(block).slice(Math.max(0, start - LONGEST_GAP), start);
      return ENDS_BEFORE.test(before) || (start <= LONGEST_GAP && NOTHING_BEFORE.test(before));
    },
  };
}

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
