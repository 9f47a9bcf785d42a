// A form that edits in place stays until what was typed is saved: what was refused can be tried again.
import { useRef } from 'preact/hooks';

/** Calls what saves, and then `close`, if it was saved. Presses while it is being saved do nothing. */
export function useSaving(close: () => void): (save: () => Promise<boolean>) => Promise<void> {
  const isSaving = useRef(false);
  return async (save) => {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      if (await save()) close();
    } finally {
      isSaving.current = false;
    }
  };
}
