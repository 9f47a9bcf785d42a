// Calls back at the events in a page's life that a session follows: its scripts have built it, its address has changed,
// it has come back from the back/forward cache.

/** A page that is built by its own scripts has its content so long after it has loaded; ms. */
const BUILT_AFTER = 1500;

/** Calls back once, when the page has loaded and has had time to build itself. */
export function whenBuilt(callback: () => void): void {
  const wait = () => setTimeout(callback, BUILT_AFTER);
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}

/**
 * Calls back at every navigation within the document. Safari before 26.2 has no Navigation API: there only going back
 * and forward is told, and a page that changes its address by script counts as the one that it was.
 */
export function onNavigation(callback: () => void): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) navigation.addEventListener('currententrychange', callback);
  else addEventListener('popstate', callback);
}

/** Calls back when the page comes back from the back/forward cache. */
export function onRestored(callback: () => void): void {
  addEventListener('pageshow', ({ isTrusted, persisted }) => {
    if (isTrusted && persisted) callback();
  });
}
