// The settings in both popup and options: where names are marked, and how many mentions of each kind.
import type { Settings } from '../extension/settings.ts';
import type { Localizer } from './localizer.ts';

const activations = ['news', 'everywhere', 'chosen'] as const satisfies readonly Settings['activation'][];
const kinds = ['person', 'place', 'organization'] as const satisfies readonly (keyof Settings['density'])[];
const densities = ['every', 'first', 'none'] as const satisfies readonly Settings['density']['person'][];

interface Setting<Value> {
  localizer: Localizer;
  value: Value;
  onChange: (value: Value) => void;
}

export function Activation({ localizer: { t }, value, onChange }: Setting<Settings['activation']>) {
  return (
    <fieldset class="setting">
      <legend class="label">{t('activation')}</legend>
      {activations.map((activation) => (
        <label key={activation}>
          <input type="radio" name="activation" checked={value === activation} onChange={() => onChange(activation)} />
          <span>{t(`activation_${activation}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Density({ localizer: { t }, value, onChange }: Setting<Settings['density']>) {
  return (
    <fieldset class="setting density">
      <legend class="label">{t('density')}</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <span>{t(`density_${kind}`)}</span>
          <select
            value={value[kind]}
            onChange={(event) => {
              const chosen = densities.find((density) => density === event.currentTarget.value);
              if (chosen) onChange({ ...value, [kind]: chosen });
            }}
          >
            {densities.map((density) => (
              <option key={density} value={density}>
                {t(`density_${density}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p class="note">{t('density_groups')}</p>
    </fieldset>
  );
}
