// The result of a call that may fail for reasons outside our code: a value or a fault, never a throw.

export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: string };

/** Runs what may throw or reject, and returns how it ended. */
export async function attempt<T>(act: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, fault: error instanceof Error ? error.message : String(error) };
  }
}
