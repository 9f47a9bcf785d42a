// Long work in steps: whoever has it done may let others have their turn in between.

/** Work that yields wherever it may be interrupted. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
