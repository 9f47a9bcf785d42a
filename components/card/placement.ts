// Where a card goes: beside its word and never over it, inside the viewport;
// or as a sheet along an edge of a narrow window.

/** Measures a word's client rects in the viewport, one for each line; none once the word is gone. */
export type WordRects = () => readonly DOMRectReadOnly[];

/** CSS declarations of the card's box; null removes one. */
export type BoxRules = Record<'inset' | 'inline-size' | 'max-height', string | null>;

/** The sides of a word, in the order in which they are tried. */
const sides = ['below', 'above', 'right', 'left'] as const;
export type Side = (typeof sides)[number];

export interface Placed {
  rules: BoxRules;
  side: Side;
  /** Height available to the card on that side, in px. */
  room: number;
}

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
  const { width, height } = viewportOf(card.ownerDocument);
  const needed = card.offsetWidth + gap + margin;
  const tall = height - 2 * margin;
  const rooms = {
    below: height - word.bottom - gap - margin,
    above: word.top - gap - margin,
    right: width - word.right >= needed ? tall : 0,
    left: word.left >= needed ? tall : 0,
  };
  const roomiest = sides.reduce((best, side) => (rooms[side] > rooms[best] ? side : best));
  const side = fixed ?? sides.find((one) => rooms[one] >= card.offsetHeight) ?? roomiest;
  const room = Math.max(0, Math.floor(rooms[side]));
  limit(`${room}px`);
  const { offsetWidth: wide, offsetHeight: high } = card;
  // For a name over two lines, below its end or above its beginning.
  const line = { below: rects.at(-1), above: rects[0], right: word, left: word }[side] ?? word;
  const fromRight = getComputedStyle(card).direction === 'rtl';
  const within = (at: number, length: number, whole: number) => Math.max(margin, Math.min(at, whole - length - margin));
  const alongLine = within(fromRight ? line.right - wide : line.left, wide, width);
  const alongWord = within((word.top + word.bottom - high) / 2, high, height);
  const { x, y } = {
    below: { x: alongLine, y: line.bottom + gap },
    above: { x: alongLine, y: line.top - gap - high },
    right: { x: word.right + gap, y: alongWord },
    left: { x: word.left - gap - wide, y: alongWord },
  }[side];
  return {
    rules: {
      inset: `${Math.round(y)}px auto auto ${Math.round(x)}px`,
      'inline-size': null,
      'max-height': `${room}px`,
    },
    side,
    room,
  };
}

/** A sheet along the edge that leaves the word visible, in a window of `height` px. */
export function placeSheet(rects: readonly Pick<DOMRectReadOnly, 'top' | 'bottom'>[], height: number): BoxRules {
  const above = Math.min(...rects.map((rect) => rect.top)) - gap;
  const below = height - Math.max(...rects.map((rect) => rect.bottom)) - gap;
  const most = Math.round(height * 0.7);
  const atBottom = below >= above || below >= most;
  const room = Math.floor(Math.min(atBottom ? below : above, most));
  return { inset: atBottom ? 'auto 0 0' : '0 0 auto', 'inline-size': '100%', 'max-height': `${Math.max(0, room)}px` };
}

/** Without scrollbars; in quirks mode `body` has the size. */
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
  return { left, top, right, bottom };
}
