// The last change, and how it is undone. With what was removed its button is gone: the keyboard goes on from here.
import { useEffect, useRef } from 'preact/hooks';
import type { Localizer } from './localizer.ts';

export function Undo({
  localizer: { t },
  text,
  rows,
  onUndo,
}: {
  localizer: Localizer;
  /** What was changed; null where nothing can be undone. */
  text: string | null;
  /** Another text for other rows of the page. A row that had the focus may go later than its change is told. */
  rows: string;
  onUndo: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that had the focus goes with the others
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, [text, rows]);
  return (
    <div class="undo" role="status">
      {text !== null && (
        <p>
          <span>{text}</span>
          <button ref={button} class="button" type="button" onClick={onUndo}>
            {t('options_undo')}
          </button>
        </p>
      )}
    </div>
  );
}
