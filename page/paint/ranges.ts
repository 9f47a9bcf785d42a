// Where a mention is: as a static range to paint, as boxes in the viewport.

import { type Realm, realmOf } from '../native.ts';
import type { Point } from '../pointer/hover.ts';
import { pointAt } from '../text/blocks.ts';
import type { PlacedMention } from '../text/mentions.ts';

/**
 * A range that costs nothing when the page changes: where the text changed, there is another mention, with another
 * range.
 */
export function staticRangeOf({ block, start, end }: PlacedMention, realm: Realm): StaticRange {
  const [startContainer, startOffset] = pointAt(block, start);
  const [endContainer, endOffset] = pointAt(block, end, true);
  return new realm.StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

function liveRangeOf({ block, start, end }: PlacedMention): Range {
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
    const { left, top } = frame.getBoundingClientRect();
    for (const box of boxes) {
      box.x += left + frame.clientLeft;
      box.y += top + frame.clientTop;
    }
  }
  return boxes;
}
