// When a card opens and closes: a pure state machine. Its driver owns the pointer and the one timer. `wait` starts that
// timer; leaving the state cancels it.

/** Delays in ms; `slow` in px per ms, above which the pointer is only passing through. The dwell is a setting. */
export interface HoverTiming {
  dwell: number;
  grace: number;
  slow: number;
}

/** Everything but the dwell. */
export const hoverTiming: Omit<HoverTiming, 'dwell'> = { grace: 300, slow: 0.9 };

/** `T` is whatever is hovered, compared by identity; after `wait` ms in a state a `timer` event is due. */
export type HoverState<T> =
  | { phase: 'idle'; wait?: undefined }
  | { phase: 'dwelling'; over: T; wait: number; passing: boolean }
  | { phase: 'open'; shown: T; wait?: undefined }
  | { phase: 'closing'; shown: T; next: T | null; wait: number };

export type HoverEvent<T> =
  /** The pointer is over a mention, or over none; `speed` in px per ms; `towards`: it moves to the open card. */
  | { type: 'move'; over: T | null; speed: number; towards: boolean }
  | { type: 'enter-card' }
  | { type: 'timer' }
  /** A key press, a button, scrolling or a selection: whatever was about to open does not. */
  | { type: 'cancel' }
  /** The card was opened or closed by other means. */
  | { type: 'shown'; shown: T }
  | { type: 'hidden' };

/** What follows: the next state, the same object where nothing changes, and whether a card opens or closes. */
export interface HoverStep<T> {
  state: HoverState<T>;
  show?: T;
  hide?: true;
}

export const hoverStart: HoverState<never> = { phase: 'idle' };

/** One step. Never throws; an event that means nothing in a state leaves it as it is. */
export function hoverStep<T>(state: HoverState<T>, event: HoverEvent<T>, timing: HoverTiming): HoverStep<T> {
  const stay: HoverStep<T> = { state };
  const idle: HoverStep<T> = { state: hoverStart };
  const dwell = (over: T, passing: boolean): HoverStep<T> => ({
    state: { phase: 'dwelling', over, wait: timing.dwell, passing },
  });
  const open = (shown: T): HoverStep<T> => ({ state: { phase: 'open', shown } });
  const show = (shown: T): HoverStep<T> => ({ ...open(shown), show: shown });
  const closing = (shown: T, next: T | null): HoverStep<T> => ({
    state: { phase: 'closing', shown, next, wait: timing.grace },
  });
  const { phase } = state;
  const isOpen = phase === 'open' || phase === 'closing';
  switch (event.type) {
    case 'shown':
      return open(event.shown);
    case 'hidden':
      return isOpen ? idle : stay;
    case 'cancel':
      return phase === 'dwelling' ? idle : stay;
    case 'enter-card':
      return isOpen ? open(state.shown) : stay;
    case 'timer':
      if (phase === 'dwelling') return show(state.over);
      if (phase !== 'closing') return stay;
      // The pointer has come to rest on another mention meanwhile: its card follows at once.
      return state.next === null ? { ...idle, hide: true } : show(state.next);
    case 'move':
      break;
  }
  const { over, speed, towards } = event;
  const passing = speed > timing.slow;
  // A quick movement may be the last one: where a page is busy, the pointer has come to rest before it is told.
  if (phase === 'idle') return over !== null ? dwell(over, passing) : stay;
  if (phase === 'dwelling') {
    if (over === null) return idle;
    // Each quick movement starts the dwell anew; resting does not.
    return over !== state.over || passing || state.passing ? dwell(over, passing) : stay;
  }
  if (over === state.shown) return phase === 'closing' ? open(state.shown) : stay;
  if (phase === 'open') return towards ? stay : closing(state.shown, over);
  if (towards) return closing(state.shown, null);
  return over === state.next ? stay : closing(state.shown, over);
}

/** In px of a window's viewport. */
export interface Point {
  x: number;
  y: number;
}

/** The boxes of word and card, in the viewport's px. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * The safe corridor: true where a movement from `from` to `to` leads towards `card`. What lies between word and card
 * then neither closes it nor opens another. A step counts when it comes nearer by more than half its length.
 */
export function leadsTo(card: Box, from: Point, to: Point): boolean {
  const distance = (point: Point) =>
    Math.hypot(
      Math.max(card.left - point.x, 0, point.x - card.right),
      Math.max(card.top - point.y, 0, point.y - card.bottom),
    );
  return distance(from) - distance(to) > Math.hypot(to.x - from.x, to.y - from.y) / 2;
}
