// Runs the hover machine: keeps its state and its one timer.
import { type HoverEvent, type HoverState, type HoverTiming, hoverStart, hoverStep } from './hover.ts';

export interface HoverDriver<T> {
  readonly phase: HoverState<T>['phase'];
  /** True while a card is open, also while it is about to close. */
  isOpen(): boolean;
  feed(event: HoverEvent<T>): void;
  setTiming(timing: HoverTiming): void;
  /** Back to the beginning, silently: a timer that comes now means nothing. */
  reset(): void;
}

/**
 * Calls back as the machine decides; `onDwell` comes each time that the pointer begins to rest on something, not while
 * it passes.
 */
export function createHoverDriver<T>(
  timing: HoverTiming,
  { onDwell, onShow, onHide }: { onDwell(over: T): void; onShow(shown: T): void; onHide(): void },
): HoverDriver<T> {
  let state: HoverState<T> = hoverStart;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function feed(event: HoverEvent<T>): void {
    const { state: next, show, hide } = hoverStep(state, event, timing);
    if (next !== state) {
      state = next;
      clearTimeout(timer);
      if (next.wait !== undefined) timer = setTimeout(feed, next.wait, { type: 'timer' });
      if (next.phase === 'dwelling' && !next.passing) onDwell(next.over);
    }
    if (show) onShow(show);
    if (hide) onHide();
  }

  return {
    get phase() {
      return state.phase;
    },
    isOpen: () => state.phase === 'open' || state.phase === 'closing',
    feed,
    setTiming(next) {
      timing = next;
    },
    reset() {
      state = hoverStart;
    },
  };
}
