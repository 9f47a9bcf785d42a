// The stories besides the open one that tell of the card's figure: a line each, which opens that story instead.
import type { StoryPart } from '../../stories/card-library.ts';
import { inLanguage } from '../../stories/story.ts';
import { forStory, type Localizer } from '../localizer.ts';
import { sourceLabel } from '../sources.tsx';
import { Section } from './Section.tsx';
import type { CardView } from './view.ts';

/** A first view names so many, and counts the rest. */
const FIRST_VIEW = 2;

/** Those that have a line now. */
export const othersShown = (others: readonly StoryPart[], { more }: Pick<CardView, 'more'>): readonly StoryPart[] =>
  more ? others : others.slice(0, FIRST_VIEW);

export function OtherStories({
  localizer,
  others,
  view,
  on,
}: {
  localizer: Localizer;
  others: readonly StoryPart[];
  view: CardView;
  on: { openPart(story: string): void; more(): void };
}) {
  const { t } = localizer;
  const shown = othersShown(others, view);
  const left = others.length - shown.length;
  if (others.length === 0) return null;
  return (
    <Section label={t('card_alsoIn')}>
      <ul class="others">
        {shown.map(({ story }) => {
          const inStory = forStory(localizer, story);
          return (
            <li key={story.id}>
              <button
                class="link"
                type="button"
                title={inLanguage(story.title, inStory).text}
                onClick={() => on.openPart(story.id)}
              >
                {sourceLabel(inStory, story)}
              </button>
            </li>
          );
        })}
        {left > 0 && (
          <li>
            <button class="link" type="button" onClick={on.more}>
              {t('card_otherStories', left)}
            </button>
          </li>
        )}
      </ul>
    </Section>
  );
}
