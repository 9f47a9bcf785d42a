// Keeps an open card beside its word: places it, and follows the word as the page scrolls or the window is resized.
import {
  type BoxRules,
  type Placed,
  placeBeside,
  placeSheet,
  type Side,
  viewOf,
  type WordRects,
  widthIn,
} from './placement.ts';
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
  /** How much of the card has to be scrolled, px. */
  overflow(): number;
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
    if (isSheet() || isGone) apply(sheetFor(rects));
    else {
      shell.setBox({ 'max-height': null, 'inline-size': widthIn(viewOf(window.document)) });
      applyPlaced(placementAt(rects, null));
    }
  }

  function update(): void {
    if (signal.aborted) return;
    const rects = options.rects();
    const { top, height } = viewOf(window.document);
    if (!rects.some((rect) => rect.bottom > top && rect.top < top + height)) onWordGone();
    else if (isSheet()) apply(sheetFor(rects));
    else {
      const placed = placementAt(rects, side);
      if (placed.room < CRAMPED) place();
      else applyPlaced(placed);
    }
  }

  function isSheet(): boolean {
    const { isPinched, width } = viewOf(window.document);
    return options.sheet || (isPinched ? width : window.innerWidth) < NARROW;
  }

  function sheetFor(rects: ReturnType<WordRects>): BoxRules {
    const view = viewOf(window.document);
    if (!view.isPinched) view.height = window.visualViewport?.height ?? window.innerHeight;
    return placeSheet(rects, view, window.innerHeight);
  }

  /** Where the card goes on this side of its word; for null, on the best side. */
  function placementAt(rects: ReturnType<WordRects>, wanted: Side | null): Placed {
    return placeBeside(rects, shell.host, wanted, (height) => shell.setBox({ 'max-height': height }));
  }

  function applyPlaced({ side: chosen, rules }: Placed): void {
    side = chosen;
    apply(rules);
  }

  function apply(rules: BoxRules): void {
    shell.setBox(rules);
    const card = cardIn(shell);
    // The wheel over a card that has nothing to scroll moves the page, and no pixel of the card that rounding has cut;
    // over one that has, the card alone.
    const scrolls = overflow() > 0;
    if (card) card.style.overscrollBehavior = scrolls ? '' : 'auto';
    if (card) card.style.overflow = scrolls ? '' : 'hidden';
    showCut();
  }

  function overflow(): number {
    const card = cardIn(shell);
    return card && card.scrollHeight > card.clientHeight + 1 ? card.scrollHeight - card.clientHeight : 0;
  }

  /** Shows whether something follows below the last line that is seen. */
  function showCut(): void {
    const card = cardIn(shell);
    card?.toggleAttribute('data-cut', overflow() - card.scrollTop > 1);
  }
  shell.body.addEventListener('scroll', showCut, { capture: true, passive: true, signal });

  function onScrollOrResize(event: Event): void {
    const ownScroll = event.target === shell.host;
    const pageScroll = event.type === 'scroll' && event.target !== window.visualViewport;
    if (frame || ownScroll || (pageScroll && isPinned())) return;
    frame = window.requestAnimationFrame(() => {
      frame = 0;
      update();
    });
  }
  // Of the visual viewport, where the reader pinches the page larger and moves about in it.
  for (const target of [window, window.visualViewport])
    for (const type of ['scroll', 'resize'])
      target?.addEventListener(type, onScrollOrResize, { capture: true, passive: true, signal });

  return { place, update, overflow };
}

const cardIn = ({ body }: Shell) => body.firstElementChild as HTMLElement | null;
