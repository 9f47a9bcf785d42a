// Says that what was written can be no name, and why it was not taken.
import { BOUNDS } from '../stories/bounds.ts';
import type { Localizer } from './localizer.ts';

export function NoName({ t }: Pick<Localizer, 't'>) {
  return (
    <span class="note" role="alert">
      {t('keep_noName', [BOUNDS.words, BOUNDS.name])}
    </span>
  );
}
