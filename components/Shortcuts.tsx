// The keys of our commands, which only the browser can change.
import type { Shortcut, ShortcutPage } from '../extension/shortcuts.ts';
import type { Localizer, Translate } from './localizer.ts';

export function Shortcuts({
  localizer: { t },
  shortcuts,
  page,
}: {
  localizer: Localizer;
  shortcuts: readonly Shortcut[];
  page: ShortcutPage;
}) {
  return (
    <>
      <dl class="rows">
        {shortcuts.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{keys ? <kbd>{keysInWords(t, keys)}</kbd> : <span class="note">{t('options_noKeys')}</span>}</dd>
          </div>
        ))}
      </dl>
      {typeof page === 'function' ? (
        <button class="button" type="button" onClick={page}>
          {t('options_changeKeys')}
        </button>
      ) : (
        <p class="note">{t(page === 'safari' ? 'options_keysInSafari' : 'options_keysElsewhere')}</p>
      )}
    </>
  );
}

/** Keys that browsers call by a name where a keyboard shows a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  Period: '.',
  Comma: ',',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  Command: '⌘',
};

/** Keys as they stand on the reader's keyboard: "Alt+Shift+." of `Alt+Shift+Period`. */
export function keysInWords(t: Translate, keys: string): string {
  const named: Readonly<Record<string, string>> = { ...SIGNS, Ctrl: t('key_ctrl'), Shift: t('key_shift') };
  return keys
    .split('+')
    .map((key) => named[key] ?? key)
    .join('+');
}
