// The changes that the reader makes on a page of ours: how each ended, and how the last one is undone.

import type { Outcome } from './outcome.ts';
import { apply, type Change, inverse } from './restoring.ts';

type Write = () => Promise<Outcome<unknown>>;

/** @template What tells changes apart, for the page to describe them. */
export interface UndoableChanges<What> {
  /** What the last change was; null where nothing can be undone. */
  readonly last: What | null;
  /** Makes a change that can be undone until the next one. Whether it was made. */
  make(what: What, write: Write, undo: Write): Promise<boolean>;
  /** The same for changes of storage keys, which know their inverse; planned as `apply` has it. */
  applyAll(what: What, ...planned: Parameters<typeof apply>): Promise<boolean>;
  undo(): Promise<void>;
}

/** @param onDone called after each change and each undo */
export function createUndoableChanges<What>(onDone: (outcome: Outcome<unknown>) => void): UndoableChanges<What> {
  let made: { what: What; undo: Write } | null = null;

  async function make(what: What, write: Write, undo: Write): Promise<boolean> {
    const outcome = await write();
    if (outcome.ok) made = { what, undo };
    onDone(outcome);
    return outcome.ok;
  }

  return {
    get last() {
      return made?.what ?? null;
    },
    make,
    applyAll(what, keys, plan) {
      let changed: readonly Change[] = [];
      return make(
        what,
        async () => {
          const outcome = await apply(keys, plan);
          if (outcome.ok) changed = outcome.value;
          return outcome;
        },
        () => apply([], () => inverse(changed)),
      );
    },
    async undo() {
      const last = made;
      if (!last) return;
      // A second press meanwhile finds nothing to undo.
      made = null;
      const outcome = await last.undo();
      // Can be tried again, unless there is something newer to undo.
      if (!outcome.ok) made ??= last;
      onDone(outcome);
    },
  };
}
