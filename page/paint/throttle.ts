// Does something at most once in a while.

/**
 * Asked for, `act` is done at once, or when `rest` ms have passed since the last time; never after `signal` is aborted.
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
