// The figures of the story, by kind.
import type { Figure, Story } from '../../stories/format.ts';
import type { Localizer } from '../localizer.ts';
import { AsOf, EditorialNote, StoryText } from '../parts.tsx';

const kinds = ['person', 'place', 'organization', 'group'] as const satisfies readonly Figure['kind'][];

export function Cast({
  localizer,
  story,
  here,
}: {
  localizer: Localizer;
  story: Story;
  /** Id of the element that the address points to. */
  here: string | null;
}) {
  const { t } = localizer;
  const present = kinds.filter((kind) => story.figures.some((figure) => figure.kind === kind));
  return present.map((kind) => (
    <div key={kind}>
      <h3 class="label">{t(`story_${kind}`)}</h3>
      <ul class="cast">
        {story.figures
          .filter((figure) => figure.kind === kind)
          .map((figure) => {
            const id = `figure/${figure.id}`;
            return (
              <li key={id} id={id} tabIndex={-1} class={here === id ? 'here' : undefined}>
                <StoryText as="h4" localizer={localizer} text={figure.name} />
                {figure.role && <StoryText as="p" localizer={localizer} text={figure.role} />}
                {figure.description && <StoryText as="p" localizer={localizer} text={figure.description} />}
                <p class="note">
                  <AsOf localizer={localizer} story={story} day={figure.asOf ?? story.asOf} />
                  {figure.unmarked && <> · {t('story_unmarked')}</>}
                </p>
                {figure.editorial && <EditorialNote localizer={localizer} text={figure.editorial} />}
                {figure.unknown.map((text, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: texts have no ids, and never change places
                  <p key={at} class="note">
                    {t('card_unknown')}: <StoryText localizer={localizer} text={text} />
                  </p>
                ))}
              </li>
            );
          })}
      </ul>
    </div>
  ));
}
