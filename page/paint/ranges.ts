// Where a mention is: as a static range to paint, as boxes in the viewport.

import { closest, elementAround, type Realm, realmOf } from '../native.ts';
import type { Point } from '../pointer/hover.ts';
import { pointAt } from '../text/blocks.ts';
import type { PlacedMention } from '../text/mentions.ts';

/** The text nodes that a mention stands in. */
export function textsOf({ block, start, end }: PlacedMention): readonly Text[] {
  const [first] = pointAt(block, start);
  const [last] = pointAt(block, end, true);
  return block.nodes.slice(block.nodes.indexOf(first), block.nodes.indexOf(last) + 1);
}

/**
 * Ranges that cost nothing when the page changes: where the text changed, there is another mention, with others. One,
 * or one for each text node where they are `apart`, or where reading aids stand between its letters.
 */
export function staticRangesOf(mention: PlacedMention, realm: Realm, apart = false): StaticRange[] {
  const { block, start, end } = mention;
  const texts = textsOf(mention);
  const ranges: StaticRange[] = [];
  let [startContainer, startOffset] = pointAt(block, start);
  const endRange = (endContainer: Text, endOffset: number) =>
    ranges.push(new realm.StaticRange({ startContainer, startOffset, endContainer, endOffset }));
  texts.forEach((text, at) => {
    const next = texts[at + 1];
    if (!next || !(apart || isInRuby(text) || isInRuby(next))) return;
    endRange(text, text.length);
    [startContainer, startOffset] = [next, 0];
  });
  endRange(...pointAt(block, end, true));
  return ranges;
}

function isInRuby(text: Text): boolean {
  const element = elementAround(text);
  return element !== null && closest(element, 'ruby') !== null;
}

export function liveRangeOf({ block, start, end }: PlacedMention): Range {
  const range = new Range();
  range.setStart(...pointAt(block, start));
  range.setEnd(...pointAt(block, end, true));
  return range;
}

/** The box around all lines of a mention, in the viewport of its own window; without width where it is not shown. */
export const boxOfMention = (mention: PlacedMention): DOMRectReadOnly => liveRangeOf(mention).getBoundingClientRect();

/** Whether a point of its window's viewport is on a mention, or as good as. */
export function isAt(mention: PlacedMention, { x, y }: Point): boolean {
  const on = ({ left, right, top, bottom }: DOMRect) => x >= left && x <= right && y >= top - 1 && y <= bottom + 2;
  const range = liveRangeOf(mention);
  // All lines at once first: where the pointer moves over text, it is on no name most of the time.
  return on(range.getBoundingClientRect()) && [...range.getClientRects()].some(on);
}

/** The mention's boxes in the viewport of the top window, one for each line; none where it is not shown. */
export function rectsOf(mention: PlacedMention): DOMRect[] {
  const boxes = [...liveRangeOf(mention).getClientRects()];
  for (let frame = realmOf(mention.block.container)?.frameElement; frame; frame = realmOf(frame)?.frameElement) {
    const { left, top, width, height } = frame.getBoundingClientRect();
    // A frame may be shown larger or smaller than its document is laid out.
    const { offsetWidth, offsetHeight } = frame as HTMLElement;
    const across = width / offsetWidth || 1;
    const down = height / offsetHeight || 1;
    for (const box of boxes) {
      box.x = left + (frame.clientLeft + box.x) * across;
      box.y = top + (frame.clientTop + box.y) * down;
      box.width *= across;
      box.height *= down;
    }
  }
  return boxes;
}
