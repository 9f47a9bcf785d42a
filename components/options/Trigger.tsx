// What opens a card and after how long, with a word to try it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../extension/settings.ts';
import type { Localizer } from '../localizer.ts';

const triggers = ['hover', 'key', 'click'] as const satisfies readonly Settings['trigger'][];
/** As on a page (page/pointer/pointer.ts). */
const modifiers: readonly string[] = ['Alt', 'Control', 'Meta'];

interface TriggerProps {
  localizer: Localizer;
  trigger: Settings['trigger'];
  dwell: number;
  /** The longest that can be set, ms. */
  longestDwell: number;
  onChange: (settings: Partial<Pick<Settings, 'trigger' | 'dwell'>>) => void;
}

export function Trigger({ localizer, trigger, dwell, longestDwell, onChange }: TriggerProps) {
  const { t, locale } = localizer;
  return (
    <>
      <fieldset class="setting">
        <legend class="label">{t('options_trigger')}</legend>
        {triggers.map((one) => (
          <label key={one}>
            <input type="radio" name="trigger" checked={trigger === one} onChange={() => onChange({ trigger: one })} />
            <span>{t(`trigger_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div class="setting">
        <label>
          <span>{t('options_dwell')}</span>
          <input
            type="range"
            min={0}
            max={longestDwell}
            step={50}
            value={dwell}
            disabled={trigger === 'click'}
            onChange={(event) => onChange({ dwell: event.currentTarget.valueAsNumber })}
          />
          <output class="note">{dwell === 0 ? t('options_dwellNone') : seconds(locale, dwell)}</output>
        </label>
      </div>
      <Trial localizer={localizer} trigger={trigger} dwell={dwell} />
    </>
  );
}

const seconds = (locale: string, ms: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 2 }).format(ms / 1000);

/** A word that opens a note as the settings say. */
function Trial({ localizer: { t }, trigger, dwell }: Omit<TriggerProps, 'longestDwell' | 'onChange'>) {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const over = useRef(false);
  const [before, after] = t('options_trial').split('|');
  const wait = (held: boolean) => {
    clearTimeout(timer.current);
    if (trigger === 'hover' || (trigger === 'key' && held)) timer.current = setTimeout(setOpen, dwell, true);
  };
  useEffect(() => {
    // As on a page, the key may be pressed after the pointer has stopped.
    const press = ({ key, repeat }: KeyboardEvent) => {
      if (over.current && modifiers.includes(key) && !repeat) wait(true);
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
      clearTimeout(timer.current);
    };
  });
  return (
    <p class="trial">
      {before}
      <button
        class="name"
        type="button"
        aria-expanded={open}
        onPointerMove={({ altKey, ctrlKey, metaKey }) => {
          over.current = true;
          wait(altKey || ctrlKey || metaKey);
        }}
        onPointerLeave={() => {
          over.current = false;
          clearTimeout(timer.current);
          setOpen(false);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      >
        {t('options_trialName')}
      </button>
      {after} <span role="status">{open && <span class="bubble">{t('options_trialOpen')}</span>}</span>
    </p>
  );
}
