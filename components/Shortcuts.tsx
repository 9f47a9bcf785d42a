// The keys of our commands, which only the browser can change.
import type { Shortcut } from '../extension/shortcuts.ts';
import type { Localizer } from './localizer.ts';

export function Shortcuts({
  localizer: { t },
  shortcuts,
  onOpen,
}: {
  localizer: Localizer;
  shortcuts: readonly Shortcut[];
  onOpen: (() => void) | null;
}) {
  return (
    <>
      <dl class="rows">
        {shortcuts.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="note">{t('options_noKeys')}</span>}</dd>
          </div>
        ))}
      </dl>
      {onOpen ? (
        <button class="button" type="button" onClick={onOpen}>
          {t('options_changeKeys')}
        </button>
      ) : (
        <p class="note">{t('options_keysElsewhere')}</p>
      )}
    </>
  );
}
