// The changes that the reader makes in the options: how each ended, and how the last one is undone.
import type { Undoable } from '../../components/options/Options.tsx';
import { apply, type Change, inverse } from '../../extension/backup.ts';
import type { Outcome } from '../../extension/outcome.ts';

type Write = () => Promise<Outcome<unknown>>;

export interface UndoableChanges {
  /** What the last change was; null where nothing can be undone. */
  readonly last: Undoable | null;
  /** Makes a change that can be undone until the next one. */
  make(what: Undoable, write: Write, undo: Write): Promise<void>;
  /** The same for changes of storage keys, which know their inverse. */
  applyAll(what: Undoable, changes: readonly Change[]): Promise<void>;
  undo(): Promise<void>;
}

/** @param onDone called after each change and each undo */
export function createUndoableChanges(onDone: (outcome: Outcome<unknown>) => void): UndoableChanges {
  let made: { what: Undoable; undo: Write } | null = null;

  async function make(what: Undoable, write: Write, undo: Write): Promise<void> {
    const outcome = await write();
    if (outcome.ok) made = { what, undo };
    onDone(outcome);
  }

  return {
    get last() {
      return made?.what ?? null;
    },
    make,
    applyAll: (what, changes) =>
      make(
        what,
        () => apply(changes),
        () => apply(inverse(changes)),
      ),
    async undo() {
      const last = made;
      made = null;
      if (last) onDone(await last.undo());
    },
  };
}
