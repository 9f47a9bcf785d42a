// Where a card goes: beside its word and never over it, inside of the viewport, or a sheet along an edge of a narrow window.
import { computePosition, type Platform } from '@floating-ui/core';
import { offset, type Placement } from '@floating-ui/dom';

/** A word's client rects in the viewport, one for each line it runs over, measured anew at every call; none once the word is gone. */
export type WordRects = () => readonly DOMRectReadOnly[];

/** What the card's box is told, as CSS declarations; null takes one back. */
export type BoxRules = Record<'inset' | 'inline-size' | 'max-height', string | null>;

export interface Placed {
  rules: BoxRules;
  placement: Placement;
  /** Height that the placement leaves to the card, in px. */
  room: number;
}

/** Between word and card, and between card and the viewport's edges, in px. */
const gap = 6;
const margin = 8;

/**
 * What the library must know of this page: a fixed box in the viewport beside a word. Its own platform for any element in any
 * scrolling ancestor is as large as all the rest of it, and a card needs none of that.
 */
const platform: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: ({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }),
  getClippingRect: ({ element }) => ({ x: 0, y: 0, ...viewportOf(element.ownerDocument) }),
  isRTL: (element) => getComputedStyle(element).direction === 'rtl',
};

/** Sides of the word in the order in which they are tried. */
const sides = ['bottom-start', 'top-start', 'right', 'left'] as const;

/**
 * Places `card` beside the word. With `search` the side that holds the whole card is looked for (below, above, and where it is wide enough right and left; else the
 * roomiest), without it the card stays at `placement`, so that a card which grows does not jump. `limit` is called with the height to be kept to before the
 * final position is known.
 */
export async function placeBeside(
  rects: WordRects,
  card: HTMLElement,
  placement: Placement,
  search: boolean,
  limit: (height: string) => void,
): Promise<Placed> {
  const lines = rects();
  const word = boundsOf(lines);
  const { width, height } = viewportOf(card.ownerDocument);
  const needed = card.offsetWidth + gap + margin;
  const tall = height - 2 * margin;
  const rooms = {
    'bottom-start': height - word.bottom - gap - margin,
    'top-start': word.top - gap - margin,
    right: width - word.right >= needed ? tall : 0,
    left: word.left >= needed ? tall : 0,
  };
  const held = sides.find((side) => side === placement) ?? sides[0];
  const roomiest = sides.reduce((best, side) => (rooms[side] > rooms[best] ? side : best));
  const side = search ? (sides.find((one) => rooms[one] >= card.offsetHeight) ?? roomiest) : held;
  const room = Math.max(0, Math.floor(rooms[side]));
  limit(`${room}px`);
  // A name over two lines has its card below its end, or above its beginning.
  const line = side === 'bottom-start' ? lines.at(-1) : side === 'top-start' ? lines[0] : undefined;
  const placed = await computePosition({ getBoundingClientRect: () => line ?? word }, card, {
    platform,
    strategy: 'fixed',
    placement: side,
    middleware: [offset(gap)],
  });
  const within = (at: number, length: number, whole: number) =>
    Math.round(Math.max(margin, Math.min(at, whole - length - margin)));
  const beside = side === 'right' || side === 'left';
  const x = beside ? Math.round(placed.x) : within(placed.x, card.offsetWidth, width);
  const y = beside ? within(placed.y, card.offsetHeight, height) : Math.round(placed.y);
  return {
    rules: { inset: `${y}px auto auto ${x}px`, 'inline-size': null, 'max-height': `${room}px` },
    placement: side,
    room,
  };
}

/** A sheet along the edge that leaves the word to be seen, in a window of `height` px. */
export function placeSheet(rects: readonly Pick<DOMRectReadOnly, 'top' | 'bottom'>[], height: number): BoxRules {
  const above = Math.min(...rects.map((rect) => rect.top)) - gap;
  const below = height - Math.max(...rects.map((rect) => rect.bottom)) - gap;
  const most = Math.round(height * 0.7);
  const atBottom = below >= above || below >= most;
  const room = Math.floor(Math.min(atBottom ? below : above, most));
  return { inset: atBottom ? 'auto 0 0' : '0 0 auto', 'inline-size': '100%', 'max-height': `${Math.max(0, room)}px` };
}

/** Without scrollbars; in quirks mode it is the body that knows it. */
function viewportOf(document: Document): { width: number; height: number } {
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  return { width: clientWidth, height: clientHeight };
}

/** The box around all lines of a word. */
function boundsOf(rects: ReturnType<WordRects>) {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return { x: left, y: top, left, top, right, bottom, width: right - left, height: bottom - top };
}
