// The pointer's events in the windows of a page. They outlive its marks, which begin anew where the stories change:
// what the pointer did meanwhile waits for the marks that come next.
import { listen, matches } from '../native.ts';

/** A movement and its target. Read during dispatch: event targets change afterwards. */
export interface Movement {
  event: PointerEvent;
  target: Element | null;
}

/** Who is told of the events, also of those that the page's own scripts make. */
export interface PointerFollower {
  moved(event: PointerEvent): void;
  /** Out of an element, and perhaps out of the window. */
  left(event: PointerEvent): void;
  /** A key, a button, the wheel or scrolling: whatever was about to open does not. */
  cancelled(event: Event & { key?: string }): void;
  clicked(event: PointerEvent): void;
}

export interface PointerEvents {
  /** Listens in a window: the page's, or that of a frame in it. Listening twice is listening once. */
  listenIn(window: Window): void;
  /** Tells this one, and nobody else, from now on. Returns the movement that nobody has answered yet. */
  follow(follower: PointerFollower): Movement | null;
  /** Tells nobody, until somebody follows again: for them this movement waits, or a later one. */
  rest(waiting: Movement | null): void;
  /** Listens nowhere any more, and forgets. */
  end(): void;
}

export function createPointerEvents(): PointerEvents {
  let ends = new AbortController();
  let follower: PointerFollower | null = null;
  let unanswered: Movement | null = null;

  function moved(event: Event): void {
    if (follower) follower.moved(event as PointerEvent);
    else if (event.isTrusted) unanswered = movementOf(event as PointerEvent);
  }

  function left(event: Event): void {
    if (follower) follower.left(event as PointerEvent);
    else if (event.isTrusted && hasLeftWindow(event as PointerEvent)) unanswered = null;
  }

  function cancelled(event: Event): void {
    if (follower) follower.cancelled(event);
    else if (event.isTrusted) unanswered = null;
  }

  function clicked(event: Event): void {
    follower?.clicked(event as PointerEvent);
  }

  return {
    listenIn(window) {
      const { signal } = ends;
      const early = { passive: true, capture: true, signal };
      listen(window, 'pointermove', moved, early);
      listen(window, 'pointerout', left, early);
      for (const type of ['pointerdown', 'keydown', 'keyup', 'wheel', 'scroll']) listen(window, type, cancelled, early);
      listen(window, 'click', clicked, { passive: true, signal });
    },
    follow(next) {
      follower = next;
      const waiting = unanswered;
      unanswered = null;
      return waiting;
    },
    rest(waiting) {
      follower = null;
      unanswered = waiting;
    },
    end() {
      // Without a reason an error is created, with its stack.
      ends.abort('over');
      ends = new AbortController();
      follower = null;
      unanswered = null;
    },
  };
}

export const movementOf = (event: PointerEvent): Movement => ({ event, target: innermost(event) });

/** Out of the window or into a frame, whose window has its own events: and so off word and card. */
export const hasLeftWindow = ({ relatedTarget }: PointerEvent): boolean =>
  relatedTarget === null || matches(relatedTarget as Element, 'iframe,frame,object,embed');

/** The element an event happened on, also inside open shadow roots. A form's field of that name does no harm here. */
export function innermost(event: Event): Element | null {
  const target = event.target as Element | null;
  return target?.shadowRoot ? (event.composedPath()[0] as Element) : target;
}
