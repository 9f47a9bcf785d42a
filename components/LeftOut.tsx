// The sites and pages on which a story is left out, each with a way back.
import type { Localizer } from './localizer.ts';

export function LeftOut({
  localizer: { t },
  title,
  places,
  onTakeIn,
}: {
  localizer: Localizer;
  /** The story's. */
  title: string;
  /** Domains and pages. */
  places: readonly string[];
  onTakeIn: (place: string) => void;
}) {
  if (places.length === 0) return null;
  return (
    <div class="left-out">
      <span class="note">{t('leftOut_at')}</span>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <bdi class="note">{place}</bdi>{' '}
            <button
              class="link"
              type="button"
              aria-label={t('leftOut_takeInNamed', [title, place])}
              onClick={() => onTakeIn(place)}
            >
              {t('leftOut_takeIn')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
