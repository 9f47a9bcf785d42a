// The reader's corrections and muted figures; each can be removed.

import type { Correction } from '../../extension/corrections.ts';
import type { Localizer } from '../localizer.ts';

export function Corrections({
  localizer: { t },
  corrections,
  muted,
  nameOf,
  onRevoke,
  onUnmute,
}: {
  localizer: Localizer;
  corrections: readonly Correction[];
  muted: readonly string[];
  nameOf: (figure: string) => string;
  onRevoke: (correction: Correction) => void;
  onUnmute: (figure: string) => void;
}) {
  if (corrections.length + muted.length === 0) return <p class="note">{t('options_noCorrections')}</p>;
  return (
    <ul class="rows">
      {muted.map((figure) => (
        <li key={figure}>
          <span>{t('options_muted', [nameOf(figure)])}</span>
          <TakeBack label={t('options_unmute')} of={nameOf(figure)} onClick={() => onUnmute(figure)} />
        </li>
      ))}
      {corrections.map((correction) => (
        <li key={`${correction.place} ${correction.figure} ${correction.text}`}>
          <span>
            {t('options_corrected', [correction.text, nameOf(correction.figure)])}{' '}
            <bdi class="note">{correction.place}</bdi>
          </span>
          <TakeBack label={t('options_revoke')} of={correction.text} onClick={() => onRevoke(correction)} />
        </li>
      ))}
    </ul>
  );
}

function TakeBack({ label, of, onClick }: { label: string; of: string; onClick: () => void }) {
  return (
    <button class="link" type="button" aria-label={`${label}: ${of}`} onClick={onClick}>
      {label}
    </button>
  );
}
