// The story's events as dots on one line: this figure's filled, planned ones dashed, with a wedge at the page's date.

import type { CardPage, PageTime } from '../../stories/card-content.ts';
import { type CardFigure, type CardStory, inLanguage } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';

export function EventStrip({
  localizer,
  story,
  figure,
  page,
  time,
}: {
  localizer: Localizer;
  story: CardStory;
  figure: CardFigure;
  page: CardPage;
  /** Where the page's date lies relative to the story; null without a date. */
  time: PageTime | null;
}) {
  const { events } = story;
  const involved = events.filter((event) => event.figures.includes(figure.id));
  if (involved.length === 0) return null;
  const xOf = (index: number) => `${((index + 1) / (events.length + 1)) * 100}%`;
  const lastPast = events.findLastIndex(
    (event) => event.date !== null && page.date !== null && event.date <= page.date,
  );
  const wedge = time === 'before' ? -0.5 : time === 'after' ? events.length - 0.5 : lastPast + 0.5;
  return (
    <svg
      class="strip"
      role="img"
      aria-label={localizer.t('card_strip', [involved.length, events.length, inLanguage(figure.name, localizer).text])}
    >
      <line x1="0" x2="100%" y1="8" y2="8" />
      {events.map((event, index) => (
        <circle
          key={event.id}
          cx={xOf(index)}
          class={`${involved.includes(event) ? 'involved' : ''} ${event.planned ? 'planned' : ''}`}
        >
          <title>{inLanguage(event.title, localizer).text}</title>
        </circle>
      ))}
      {time && (
        <svg class="here" x={xOf(wedge)} aria-hidden="true">
          <path d="M0 15l3 6h-6z" />
        </svg>
      )}
    </svg>
  );
}
