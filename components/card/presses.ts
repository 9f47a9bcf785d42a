// Presses in the card concern nobody else. Pages close boxes of theirs when something outside is pressed, which they
// hear where events pass through the document: so a press is stopped where it enters the window. A click is dispatched
// anew inside of the card, from where it does not get out.
import type { PressGuard } from './press-guard.ts';

/** Everything by which a page may take the card for its own outside. */
const KEPT = (
  'click,dblclick,auxclick,contextmenu,pointerdown,pointerup,mousedown,mouseup,' + 'touchstart,touchend,focus,focusin'
).split(',');

export interface Presses {
  /** Whether an event is a click that was dispatched here. */
  isOwn(event: Event): boolean;
}

/** Keeps presses of the card from the page until `signal` aborts. */
export function createPresses(
  document: Document,
  host: Element,
  root: ShadowRoot,
  guard: PressGuard,
  signal: AbortSignal,
): Presses {
  let own: Event | null = null;
  /** Where the pointer was pressed. */
  let down: Element | null = null;

  const elementAt = ({ clientX, clientY }: MouseEvent): Element | null => root.elementFromPoint(clientX, clientY);
  const buttonOf = (element: Element | null): Element | null => element?.closest('button') ?? null;

  function click(event: MouseEvent): void {
    const { detail } = event;
    const byPointer = detail > 0;
    const pressed = byPointer ? elementAt(event) : root.activeElement;
    // Pressed on one button and let go on another, the pointer has clicked neither.
    if (!pressed || (byPointer && buttonOf(pressed) !== buttonOf(down)) || !guard.isMeant(event)) return;
    own = new MouseEvent('click', { bubbles: true, cancelable: true, detail });
    pressed.dispatchEvent(own);
  }

  function keep(event: Event): void {
    if (event.target !== host) return;
    event.stopImmediatePropagation();
    if (event.type === 'mousedown') down = elementAt(event as MouseEvent);
    if (event.type === 'click') click(event as MouseEvent);
  }
  for (const type of KEPT) document.defaultView?.addEventListener(type, keep, { capture: true, signal });

  return { isOwn: (event) => event === own };
}
