// When a card opens and closes: a pure state machine. Events go in, effects come out; whoever drives it owns the timers and
// the pointer. Every wait has a token, so that a stale timer changes nothing.

/** Delays in ms; `slow` in px per ms, above which the pointer is only passing through. */
export interface HoverTiming {
  dwell: number;
  grace: number;
  slow: number;
}

export const hoverTiming: HoverTiming = { dwell: 250, grace: 300, slow: 0.9 };

/** `T` is whatever is hovered; compared by identity. */
export type HoverState<T> =
  | { phase: 'idle'; token: number }
  | { phase: 'dwelling'; token: number; over: T }
  | { phase: 'open'; token: number; shown: T; next: T | null }
  | { phase: 'closing'; token: number; shown: T; next: T | null };

export type HoverEvent<T> =
  /** The pointer is over a mention, or over none; `speed` in px per ms; `towards`: it moves to the open card. */
  | { type: 'move'; over: T | null; speed: number; towards: boolean }
  | { type: 'enter-card' }
  | { type: 'timer'; token: number }
  /** A key press, a button, scrolling or a selection: whatever was about to open does not. */
  | { type: 'cancel' }
  /** The card was opened or closed by other means. */
  | { type: 'shown'; shown: T }
  | { type: 'hidden' };

export type HoverEffect<T> =
  | { type: 'wait'; token: number; ms: number }
  | { type: 'show'; shown: T }
  | { type: 'hide' };

export interface HoverStep<T> {
  state: HoverState<T>;
  effects: HoverEffect<T>[];
}

export const hoverStart: HoverState<never> = { phase: 'idle', token: 0 };

/** One step. Never throws; an event that means nothing in a state leaves it as it is. */
export function hoverStep<T>(state: HoverState<T>, event: HoverEvent<T>, timing: HoverTiming): HoverStep<T> {
  const stay: HoverStep<T> = { state, effects: [] };
  const token = state.token + 1;
  const wait = (ms: number): HoverEffect<T> => ({ type: 'wait', token, ms });
  const idle = (...effects: HoverEffect<T>[]): HoverStep<T> => ({ state: { phase: 'idle', token }, effects });
  const dwell = (over: T): HoverStep<T> => ({
    state: { phase: 'dwelling', token, over },
    effects: [wait(timing.dwell)],
  });
  const open = (shown: T, ...effects: HoverEffect<T>[]): HoverStep<T> => ({
    state: { phase: 'open', token, shown, next: null },
    effects,
  });
  const show = (shown: T) => open(shown, { type: 'show', shown });
  const closing = (shown: T, next: T | null): HoverStep<T> => ({
    state: { phase: 'closing', token, shown, next },
    effects: [wait(timing.grace)],
  });
  const { phase } = state;
  const isOpen = phase === 'open' || phase === 'closing';
  switch (event.type) {
    case 'shown':
      return open(event.shown);
    case 'hidden':
      return isOpen ? idle() : stay;
    case 'cancel':
      return phase === 'dwelling' ? idle() : stay;
    case 'enter-card':
      return isOpen ? open(state.shown) : stay;
    case 'timer':
      if (event.token !== state.token) return stay;
      if (phase === 'dwelling') return show(state.over);
      if (phase !== 'closing') return stay;
      // The pointer has come to rest on another mention meanwhile: its card follows at once.
      return state.next === null ? idle({ type: 'hide' }) : show(state.next);
    case 'move':
      break;
  }
  const { over, speed, towards } = event;
  const passing = speed > timing.slow;
  if (phase === 'idle') return over !== null && !passing ? dwell(over) : stay;
  if (phase === 'dwelling') {
    if (over === null) return idle();
    // Each quick movement starts the dwell anew; resting does not.
    return over !== state.over || passing ? dwell(over) : stay;
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
 * The safe corridor: true where a movement from `from` to `to` leads towards `card`, so that what lies between word and card
 * neither closes it nor opens another. A step counts when it stays in the triangle between the pointer and the card's near side.
 */
export function leadsTo(card: Box, from: Point, to: Point): boolean {
  const inside = to.x >= card.left && to.x <= card.right && to.y >= card.top && to.y <= card.bottom;
  if (inside) return true;
  const distance = (point: Point) =>
    Math.hypot(
      Math.max(card.left - point.x, 0, point.x - card.right),
      Math.max(card.top - point.y, 0, point.y - card.bottom),
    );
  const step = Math.hypot(to.x - from.x, to.y - from.y);
  return step > 0 && distance(from) - distance(to) > step * 0.5;
}
