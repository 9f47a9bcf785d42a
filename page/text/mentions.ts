// Mentions with the blocks they stand in.
import type { Mention } from '../../recognition/resolve.ts';
import { appendTo } from '../multimap.ts';
import type { Block } from './blocks.ts';

/**
 * A mention with its block; `start` and `end` are offsets in the block's text. The same object as long as it stands.
 */
export interface PlacedMention extends Omit<Mention, 'block'> {
  block: Block;
}

/** Whom a mention may mean: where nothing tells two of one name apart, both. */
export const figuresOf = ({ figure, also = [] }: Pick<Mention, 'figure' | 'also'>): string[] => [figure, ...also];

/** Mentions in document order. */
export interface Placement {
  mentions: PlacedMention[];
  /** Whether they are others than before, or one of them may mean somebody else. */
  isChanged: boolean;
}

/**
 * Places resolved mentions. Reuses unchanged mention objects, so that references that paint, pointer and card keep stay
 * valid; their evidence, and who else may be meant, is updated.
 */
export function placeMentions(
  resolved: readonly Mention[],
  blocks: readonly Block[],
  before: readonly PlacedMention[],
): Placement {
  const standing = new Map<Block, PlacedMention[]>();
  for (const mention of before) appendTo(standing, mention.block, mention);
  let isChanged = resolved.length !== before.length;
  const mentions = resolved.map(({ block: at, ...mention }, index) => {
    const block = blocks[at] as Block;
    const same = standing
      .get(block)
      ?.find(({ figure, start, end }) => figure === mention.figure && start === mention.start && end === mention.end);
    isChanged ||= !same || same !== before[index] || figuresOf(same).join() !== figuresOf(mention).join();
    return same ? Object.assign(same, { also: undefined }, mention) : { ...mention, block };
  });
  return { mentions, isChanged };
}
