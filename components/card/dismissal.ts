// How a reader leaves a card without pressing in it: Escape, a click outside, Tab past either end.
import { focus } from './focus.ts';
import type { Shell } from './shell.ts';

export interface DismissalOptions {
  shell: Shell;
  by: 'hover' | 'keyboard' | 'touch';
  isPinned(): boolean;
  /** What had the focus before the card opened. */
  focusBefore: Element | null;
  onDismiss(): void;
  /** Until the card closes. */
  signal: AbortSignal;
}

export function listenForDismissal(window: Window, options: DismissalOptions): void {
  const { shell, by, isPinned, focusBefore, onDismiss, signal } = options;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !event.isTrusted || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onDismiss();
  }

  /** A card that was opened by key or touch closes when the page is used again. */
  function onClick(event: Event): void {
    if (by === 'hover' || isPinned()) return;
    if (event.isTrusted && event.target !== shell.host) onDismiss();
  }

  /**
   * Tab past either end of the card continues from where the reader was.
   * The host is the last element of the document, where the focus would be lost.
   */
  function onTab(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Tab') return;
    const buttons: (Element | null)[] = [...shell.body.querySelectorAll('button:not(:disabled)')];
    const at = buttons.indexOf(shell.root.activeElement);
    if (event.shiftKey ? at > 0 : at < buttons.length - 1) return;
    if (focus(focusBefore) && !isPinned()) onDismiss();
  }

  window.addEventListener('keydown', onKeyDown, { capture: true, signal });
  window.addEventListener('click', onClick, { capture: true, passive: true, signal });
  shell.root.addEventListener('keydown', onTab, { signal });
}
