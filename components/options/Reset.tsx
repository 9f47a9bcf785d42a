// Resets everything, after asking once more.
import { useState } from 'preact/hooks';
import type { Localizer } from '../localizer.ts';

export function Reset({ localizer: { t }, onReset }: { localizer: Localizer; onReset: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p class="note">{t('options_resetMeans')}</p>
      <p class="actions">
        {asking ? (
          <>
            <button
              class="button"
              type="button"
              onClick={() => {
                setAsking(false);
                onReset();
              }}
            >
              {t('options_resetSure')}
            </button>
            <button class="button" type="button" onClick={() => setAsking(false)}>
              {t('options_cancel')}
            </button>
          </>
        ) : (
          <button class="button" type="button" onClick={() => setAsking(true)}>
            {t('options_resetAll')}
          </button>
        )}
      </p>
    </>
  );
}
