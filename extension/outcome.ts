// How calls end that may fail without anybody's fault: the answer, or what went wrong, never a throw.

export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: string };

/** Runs what may throw or reject, and hands back how it ended. */
export async function attempt<T>(act: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}
