// Calls a function at most once in a span of time.

/**
 * Returns a function that calls `act`: at once, or when `rest` ms have passed since the last call. Calls in between
 * count as one; none comes after `signal` is aborted.
 */
export function createThrottle(rest: number, signal: AbortSignal, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let actedAt = -rest;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function actNow(): void {
    clearTimeout(timer);
    timer = undefined;
    actedAt = performance.now();
    act();
  }

  return () => {
    const wait = actedAt + rest - performance.now();
    if (wait > 0) timer ??= setTimeout(actNow, wait);
    else actNow();
  };
}
