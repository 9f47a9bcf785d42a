// Keeps an open card beside its word: places it, and follows the word as the page scrolls or the window is resized.
import { type BoxRules, type Placed, placeBeside, placeSheet, type Side, type WordRects } from './placement.ts';
import type { Shell } from './shell.ts';

/** In a window narrower than this, a card is a sheet along its edge; px. */
const NARROW = 420;
/** With less height than this on its side of the word, a card moves to another side; px. */
const CRAMPED = 120;

export interface Positioner {
  /** Places the card on the side of the word where it fits best. */
  place(): void;
  /** Places it again, on the side where it is. */
  update(): void;
}

export interface PositionerOptions {
  shell: Shell;
  /** In the top window's viewport. */
  rects: WordRects;
  /** Whether the card is a sheet, whatever the window's width. */
  sheet: boolean;
  /** A pinned card does not follow its word as the page scrolls. */
  isPinned(): boolean;
  /** The word has been removed or scrolled out of view. */
  onWordGone(): void;
  /** Until the card closes. */
  signal: AbortSignal;
}

export function createPositioner(window: Window, options: PositionerOptions): Positioner {
  const { shell, isPinned, onWordGone, signal } = options;
  let side: Side | null = null;
  let frame = 0;

  function place(): void {
    const rects = options.rects();
    const isGone = rects.length === 0;
    if (isGone) onWordGone();
    if (signal.aborted) return;
    // Without its word, there is nothing to be beside.
    if (isSheet() || isGone) shell.setBox(sheetFor(rects));
    else {
      shell.setBox({ 'max-height': null });
      apply(placementAt(rects, null));
    }
  }

  function update(): void {
    if (signal.aborted) return;
    const rects = options.rects();
    if (!rects.some((rect) => rect.bottom > 0 && rect.top < window.innerHeight)) onWordGone();
    else if (isSheet()) shell.setBox(sheetFor(rects));
    else {
      const placed = placementAt(rects, side);
      if (placed.room < CRAMPED) place();
      else apply(placed);
    }
  }

  function isSheet(): boolean {
    return options.sheet || window.innerWidth < NARROW;
  }

  function sheetFor(rects: ReturnType<WordRects>): BoxRules {
    return placeSheet(rects, window.visualViewport?.height ?? window.innerHeight);
  }

  /** Where the card goes on this side of its word; for null, on the best side. */
  function placementAt(rects: ReturnType<WordRects>, wanted: Side | null): Placed {
    return placeBeside(rects, shell.host, wanted, (height) => shell.setBox({ 'max-height': height }));
  }

  function apply({ side: chosen, rules }: Placed): void {
    side = chosen;
    shell.setBox(rules);
  }

  function onScrollOrResize(event: Event): void {
    const ownScroll = event.target === shell.host;
    if (frame || ownScroll || (event.type === 'scroll' && isPinned())) return;
    frame = window.requestAnimationFrame(() => {
      frame = 0;
      update();
    });
  }
  for (const type of ['scroll', 'resize'])
    window.addEventListener(type, onScrollOrResize, { capture: true, passive: true, signal });

  return { place, update };
}
