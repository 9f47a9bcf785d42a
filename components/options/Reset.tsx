// Resets everything, after asking once more.
import { useRef, useState } from 'preact/hooks';
import type { Localizer } from '../localizer.ts';

export function Reset({ localizer: { t }, onReset }: { localizer: Localizer; onReset: () => void }) {
  const [asking, setAsking] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  const ask = (now: boolean) => {
    setAsking(now);
    // The button that was pressed is gone. Nothing is reset by a key that is held down.
    requestAnimationFrame(() => next.current?.focus({ preventScroll: true }));
  };
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
                ask(false);
                onReset();
              }}
            >
              {t('options_resetSure')}
            </button>
            <button ref={next} class="button" type="button" onClick={() => ask(false)}>
              {t('options_cancel')}
            </button>
          </>
        ) : (
          <button ref={next} class="button" type="button" onClick={() => ask(true)}>
            {t('options_resetAll')}
          </button>
        )}
      </p>
    </>
  );
}
