// When a page changes its colours as a whole: it turns dark, or light again.
import { createThrottle } from './throttle.ts';

/** Until a page has faded over to its new colours; ms. */
const FADE = 500;
/** What pages say it with, on their root element or body. */
const ATTRIBUTES = ['class', 'style', 'data-theme', 'data-mode', 'data-color-scheme'];

/** Calls back after each such change, until `signal` is aborted. */
export function onColoursChanged(document: Document, signal: AbortSignal, onChange: () => void): void {
  const later = createThrottle(FADE, signal, () => setTimeout(() => signal.aborted || onChange(), FADE));
  const observer = new MutationObserver(later);
  for (const root of [document.documentElement, document.body])
    if (root) observer.observe(root, { attributes: true, attributeFilter: ATTRIBUTES });
  signal.addEventListener('abort', () => observer.disconnect());
  document.defaultView?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', later, { signal });
}
