// The line of a card that says how the reader's last action ended, with its undo.
import type { Localizer } from '../localizer.ts';
import type { Notice } from './view.ts';

export function Outcome({ localizer: { t }, notice }: { localizer: Localizer; notice: Notice | null }) {
  return (
    <p class="note" role="status">
      {notice?.text}{' '}
      {notice?.undo && (
        <button class="link" type="button" onClick={notice.undo}>
          {t('options_undo')}
        </button>
      )}
    </p>
  );
}
