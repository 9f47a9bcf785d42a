// Save and cancel, at the end of a form in which something is edited in place.
import type { Translate } from './localizer.ts';

export function FormActions({ t, onCancel }: { t: Translate; onCancel: () => void }) {
  return (
    <p class="actions">
      <button class="button" type="submit">
        {t('note_save')}
      </button>
      <button class="link" type="button" onClick={onCancel}>
        {t('note_cancel')}
      </button>
    </p>
  );
}
