// The results of a search, by kind, with the matching parts marked. Popup and story page share it.
import type { ComponentChildren } from 'preact';
import type { Localizer } from './localizer.ts';
import type { Found } from './search.ts';
import type { StoryPlace } from './story/place.ts';

const kinds = ['figure', 'statement', 'quotation', 'event'] as const;

export function Results({
  localizer,
  found,
  onOpen,
}: {
  localizer: Localizer;
  found: readonly Found[];
  onOpen: (place: StoryPlace) => void;
}) {
  const { t } = localizer;
  return (
    <div class="results">
      <p class="note" role="status">
        {found.length === 0 ? t('search_nothing') : t('search_found', found.length)}
      </p>
      {kinds.map((kind) => {
        const some = found.filter(({ place }) => place.kind === kind);
        return (
          some.length > 0 && (
            <section key={kind}>
              <h2 class="label">{t(`search_${kind}`)}</h2>
              <ul>
                {some.map(({ place, text, language, note, matches }) => (
                  <li key={place.id} lang={language}>
                    <button type="button" onClick={() => onOpen(place)}>
                      <span class={kind === 'quotation' ? 'words' : undefined}>{withMarks(text, matches)}</span>{' '}
                      <span class="note">{note}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

/** The text with its matches in `<mark>`. */
function withMarks(text: string, matches: Found['matches']): ComponentChildren {
  let end = 0;
  const pieces = matches.flatMap(([start, stop]) => {
    const before = text.slice(end, start);
    end = stop;
    return [before, <mark key={start}>{text.slice(start, stop)}</mark>];
  });
  return [...pieces, text.slice(end)];
}
