// A panel follows a page: a connection on which the page tells which figures are in view. It ends with the panel, or
// with the page; while there is none, the page does nothing for it.
import { api } from './native-api.ts';

const NAME = 'follow';
/** In one message; a window shows fewer. */
const MOST_FIGURES = 500;

/**
 * Follows the page of a tab until `signal` aborts. A page without our reader ends it at once.
 * @param onPlace the ids of the merged figures in view, the one nearest to where people read first
 */
export function followPage(tab: number, onPlace: (figures: readonly string[]) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const port = api.tabs.connect(tab, { name: NAME, frameId: 0 });
  port.onMessage.addListener((message: unknown) => {
    if (!signal.aborted && areFigures(message)) onPlace(message);
  });
  // Looked at, so that the browser does not report it as an error that nobody has seen.
  port.onDisconnect.addListener(() => void api.runtime.lastError);
  signal.addEventListener('abort', () => port.disconnect(), { once: true });
}

/** Calls back for each panel that follows this page; `signal` aborts when it does no more. */
export function onPanel(start: (send: (figures: readonly string[]) => void, signal: AbortSignal) => void): void {
  api.runtime.onConnect.addListener((port) => {
    if (port.name !== NAME || port.sender?.id !== api.runtime.id) return;
    const ends = new AbortController();
    port.onDisconnect.addListener(() => ends.abort());
    start((figures) => port.postMessage(figures.slice(0, MOST_FIGURES)), ends.signal);
  });
}

const areFigures = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MOST_FIGURES && value.every((one) => typeof one === 'string');
