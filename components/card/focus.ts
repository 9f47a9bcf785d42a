// Moves the focus into a card and back to where it was.
import type { Shell } from './shell.ts';

export function focusCard({ body }: Shell): void {
  (body.firstElementChild as HTMLElement | null)?.focus({ preventScroll: true });
}

/** Moves focus to `element`; false where it cannot have it. */
export function focus(element: Element | null): boolean {
  // A form's fields may be named after its methods.
  const { isConnected, focus } = (element ?? {}) as Partial<HTMLElement>;
  if (!isConnected || typeof focus !== 'function' || element === document.body) return false;
  (element as HTMLElement).focus({ preventScroll: true });
  return true;
}
