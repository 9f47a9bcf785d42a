// The events of the story, in their order.
import type { Story } from '../../stories/format.ts';
import { formatDate, type Localizer } from '../localizer.ts';
import { StoryText } from '../parts.tsx';
import { Citations } from '../sources.tsx';
import { placeCiting, toHash } from './place.ts';

export function Timeline({
  localizer,
  story,
  here,
}: {
  localizer: Localizer;
  story: Story;
  /** Id of the element that the address points to. */
  here: string | null;
}) {
  const { t, locale } = localizer;
  const figures = new Map(story.figures.map((figure) => [figure.id, figure]));
  return (
    <ol class="timeline">
      {story.events.map((event) => {
        const id = `event/${event.id}`;
        const state = `${event.planned ? 'planned' : ''} ${here === id ? 'here' : ''}`;
        return (
          <li key={id} id={id} tabIndex={-1} class={state}>
            <p class="note">
              {event.date && (
                <>
                  <time dateTime={event.date} class={event.dateIsEditorial ? 'bracketed' : undefined}>
                    {formatDate(locale, event.date)}
                  </time>{' '}
                  {event.dateIsEditorial && <>{t('mode_ours')} · </>}
                </>
              )}
              {event.when && <StoryText localizer={localizer} text={event.when} />}
              {event.planned && <> · {t('story_planned')}</>}
            </p>
            <p>
              <StoryText localizer={localizer} text={event.title} />{' '}
              <Citations
                localizer={localizer}
                story={story}
                cites={event.cites}
                href={(cite) => toHash(placeCiting(story, cite))}
              />
            </p>
            <p class="note">
              {event.figures
                .flatMap((figure) => figures.get(figure) ?? [])
                .map((figure, index) => (
                  <span key={figure.id}>
                    {index > 0 && ' · '}
                    <a href={toHash({ story: story.id, kind: 'figure', id: figure.id })}>
                      <StoryText localizer={localizer} text={figure.name} />
                    </a>
                  </span>
                ))}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
