// Where a card goes: beside its word and never over it, inside the viewport;
// or as a sheet along an edge of a narrow window.

/** Measures a word's client rects in the viewport, one for each line; none once the word is gone. */
export type WordRects = () => readonly DOMRectReadOnly[];

/** CSS declarations of the card's box; null removes one. */
export type BoxRules = Record<'inset' | 'inline-size' | 'max-height', string | null>;

/** What is seen of the page, in the viewport's px: a part of it where the reader has pinched the page larger. */
export interface View {
  left: number;
  top: number;
  width: number;
  height: number;
  isPinched: boolean;
}

/** The sides of a word, in the order in which they are tried. */
const sides = ['below', 'above', 'right', 'left'] as const;
export type Side = (typeof sides)[number];

export interface Placed {
  rules: BoxRules;
  side: Side;
  /** Height available to the card on that side, in px. */
  room: number;
}

/** A card is at most so tall, and never taller than half of what is seen of the page; in px. */
const TALLEST = 420;

/** Between word and card, and between card and the viewport's edges, in px. */
const gap = 6;
const margin = 8;

/**
 * Places `card` beside the word.
 * @param fixed the side to stay on, so that a card that grows does not jump; null: the first side that holds the
 *   whole card, else the one with most room
 * @param limit called with the card's maximum height, before the card is measured
 */
export function placeBeside(
  rects: ReturnType<WordRects>,
  card: HTMLElement,
  fixed: Side | null,
  limit: (height: string) => void,
): Placed {
  const word = boundsOf(rects);
  const view = viewOf(card.ownerDocument);
  const right = view.left + view.width;
  const bottom = view.top + view.height;
  const needed = card.offsetWidth + gap + margin;
  const tall = view.height - 2 * margin;
  const rooms = {
    below: bottom - word.bottom - gap - margin,
    above: word.top - view.top - gap - margin,
    right: right - word.right >= needed ? tall : 0,
    left: word.left - view.left >= needed ? tall : 0,
  };
  const roomiest = sides.reduce((best, side) => (rooms[side] > rooms[best] ? side : best));
  const tallest = tallestIn(view);
  const side = fixed ?? sides.find((one) => rooms[one] >= Math.min(card.offsetHeight, tallest)) ?? roomiest;
  const room = Math.max(0, Math.floor(rooms[side]));
  const height = `${Math.min(room, tallest)}px`;
  limit(height);
  const { offsetWidth: wide, offsetHeight: high } = card;
  // For a name over two lines, below its end or above its beginning.
  const line = (side === 'below' ? rects.at(-1) : side === 'above' ? rects[0] : null) ?? word;
  const fromRight = getComputedStyle(card).direction === 'rtl';
  const within = (at: number, length: number, start: number, end: number) =>
    Math.max(start + margin, Math.min(at, end - length - margin));
  const beside = side === 'right' || side === 'left';
  const x = beside
    ? side === 'right'
      ? word.right + gap
      : word.left - gap - wide
    : within(fromRight ? line.right - wide : line.left, wide, view.left, right);
  const y = beside
    ? within((word.top + word.bottom - high) / 2, high, view.top, bottom)
    : side === 'below'
      ? line.bottom + gap
      : line.top - gap - high;
  return {
    rules: {
      inset: `${Math.round(y)}px auto auto ${Math.round(x)}px`,
      'inline-size': widthIn(view),
      'max-height': height,
    },
    side,
    room,
  };
}

/** The card's width where less is seen than the viewport; null where it has its own. */
export const widthIn = ({ width, isPinched }: View): string | null =>
  isPinched ? `min(344px, ${Math.floor(width - 2 * margin)}px)` : null;

/** A sheet along the edge that leaves the word visible, in a viewport of `height` px. */
export function placeSheet(
  rects: readonly Pick<DOMRectReadOnly, 'top' | 'bottom'>[],
  view: View,
  height: number,
): BoxRules {
  const above = Math.min(...rects.map((rect) => rect.top)) - view.top - gap;
  const below = view.top + view.height - Math.max(...rects.map((rect) => rect.bottom)) - gap;
  const most = tallestIn(view);
  const atBottom = below >= above || below >= most;
  const room = Math.floor(Math.min(atBottom ? below : above, most));
  const [left, top, under] = [view.left, view.top, height - view.top - view.height].map(Math.round);
  const pinchedInset = atBottom ? `auto auto ${under}px ${left}px` : `${top}px auto auto ${left}px`;
  return {
    inset: view.isPinched ? pinchedInset : atBottom ? 'auto 0 0' : '0 0 auto',
    'inline-size': view.isPinched ? `${Math.round(view.width)}px` : '100%',
    'max-height': `${Math.max(0, room)}px`,
  };
}

const tallestIn = ({ height }: View): number => Math.min(TALLEST, Math.floor(height / 2));

/** Without scrollbars; in quirks mode `body` has the size. */
export function viewOf({ defaultView, scrollingElement, documentElement }: Document): View {
  const seen = defaultView?.visualViewport;
  if (seen && seen.scale > 1.01)
    return { left: seen.offsetLeft, top: seen.offsetTop, width: seen.width, height: seen.height, isPinched: true };
  const { clientWidth, clientHeight } = scrollingElement ?? documentElement;
  return { left: 0, top: 0, width: clientWidth, height: clientHeight, isPinched: false };
}

/** By how much the page itself zooms an element. */
export const zoomOf = (element: Element): number => (element as { currentCSSZoom?: number }).currentCSSZoom || 1;

/** The box around all lines of a word. */
function boundsOf(rects: ReturnType<WordRects>) {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return { left, top, right, bottom };
}
