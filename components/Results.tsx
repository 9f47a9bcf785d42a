// The results of a search, by kind, with the matching parts marked. Popup and story page share it.
import type { ComponentChildren } from 'preact';
import type { Localizer } from './localizer.ts';
import { type Found, foundKinds, type Matches } from './search-results.ts';
import type { StoryPlace } from './story/place.ts';

export function Results({
  localizer,
  found,
  onOpen,
}: {
  localizer: Localizer;
  /** Null while nothing is searched. */
  found: readonly Found[] | null;
  onOpen: (place: StoryPlace) => void;
}) {
  const { t } = localizer;
  return (
    // It is there before there are any: how many is only then read aloud.
    <div class={found ? 'results' : 'unseen'}>
      <p class="note" role="status">
        {found && (found.length === 0 ? t('search_nothing') : t('search_found', found.length))}
      </p>
      {foundKinds.map((kind) => {
        const some = (found ?? []).filter((one) => one.kind === kind);
        return (
          some.length > 0 && (
            <section key={kind}>
              <h2 class="label">{t(`search_${kind}`)}</h2>
              <ul>
                {some.map((one, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a story's summary has several results at one place
                  <li key={at}>
                    <button type="button" onClick={() => onOpen(one.place)}>
                      <Match {...one} />
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

export function Match({ kind, text, language, note, story, matches, noteMatches }: Found) {
  return (
    <>
      <span class={kind === 'quotation' ? 'words' : undefined} lang={language}>
        {withMarks(text, matches)}
      </span>{' '}
      {note && <span class="note">{withMarks(note, noteMatches)}</span>}
      {story && kind !== 'story' && <span class="note in-story">{story}</span>}
    </>
  );
}

/** The text with its matches in `<mark>`. */
function withMarks(text: string, matches: Matches): ComponentChildren {
  let end = 0;
  const pieces = matches.flatMap(([start, stop]) => {
    const before = text.slice(end, start);
    end = stop;
    return [before, <mark key={start}>{text.slice(start, stop)}</mark>];
  });
  return [...pieces, text.slice(end)];
}
