// How what a reader does in a card ends: said in the card, or the card closes.
import type { Localizer } from '../localizer.ts';
import { copyText } from './clipboard.ts';
import type { Notice } from './view.ts';

export interface Outcomes {
  /** Copies a text, and says whether it was copied. */
  copy(text: string, said: string): Promise<void>;
  /** Closes the card once a change is saved; otherwise the card says that it was not. */
  closeIfSaved(change: Promise<boolean>): Promise<void>;
  /** Saves a correction, says so, and offers to undo it. */
  correct(change: (undo?: boolean) => Promise<boolean>, said: string): Promise<void>;
  /** Whether a correction may have taken the card's mention away. */
  readonly mayLackMention: boolean;
}

interface OutcomesOptions {
  setNotice(notice: Notice | null): void;
  onDismiss(): void;
  /** Until the card closes. */
  signal: AbortSignal;
}

export function createOutcomes(
  document: Document,
  { t }: Localizer,
  { setNotice, onDismiss, signal }: OutcomesOptions,
): Outcomes {
  let mayLackMention = false;

  async function closeIfSaved(change: Promise<boolean>): Promise<void> {
    const saved = await change;
    if (signal.aborted) return;
    if (saved) onDismiss();
    else setNotice({ text: t('unsaved') });
  }

  return {
    async copy(text, said) {
      const done = await copyText(document, text);
      if (!signal.aborted) setNotice({ text: done ? said : t('card_notCopied') });
    },
    closeIfSaved,
    async correct(change, said) {
      // The page may hear of it before we do.
      mayLackMention = true;
      mayLackMention = await change();
      if (signal.aborted) return;
      setNotice(mayLackMention ? { text: said, undo: () => closeIfSaved(change(true)) } : { text: t('unsaved') });
    },
    get mayLackMention() {
      return mayLackMention;
    },
  };
}
