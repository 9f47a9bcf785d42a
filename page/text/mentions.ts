// Mentions with the blocks they stand in.
import type { Mention } from '../../recognition/resolve.ts';
import { appendTo } from '../multimap.ts';
import { isConnected } from '../native.ts';
import { type Block, pointAt } from './blocks.ts';

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

/**
 * The mention that stands now where one stood before its text was read again: of the same figure at the same words, in
 * the same element, or in any where that is gone.
 * @param before the mentions it was one of
 * @param now those that there are
 */
export function successorOf(
  one: PlacedMention,
  before: readonly PlacedMention[],
  now: readonly PlacedMention[],
): PlacedMention | undefined {
  if (now.includes(one)) return one;
  const { container } = one.block;
  const isGone = !isConnected(container);
  const isAlike = ({ figure, text, block }: PlacedMention) =>
    figure === one.figure && text === one.text && (isGone || block.container === container);
  const alike = now.filter(isAlike);
  const isThere = ({ block, start }: PlacedMention) => {
    // Of what stood in a frame that was taken away, Firefox lets nobody ask anything.
    if (isGone) return false;
    const [node, offset] = pointAt(one.block, one.start);
    const [nodeNow, offsetNow] = pointAt(block, start);
    return nodeNow === node && offsetNow === offset;
  };
  const isInSameText = ({ block, start }: PlacedMention) => start === one.start && block.text === one.block.text;
  const likeliest = [alike.filter(isThere), alike.filter(isInSameText), alike].find((some) => some.length > 0) ?? [];
  const place = before.filter(isAlike).indexOf(one);
  const distance = (mention: PlacedMention) => Math.abs(alike.indexOf(mention) - place);
  return [...likeliest].sort((a, b) => distance(a) - distance(b))[0];
}
