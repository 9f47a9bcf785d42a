// The stories of the library, each with a switch.
import { inLanguage, isDraft, type ToldStory } from '../../stories/story.ts';
import { LeftOut } from '../LeftOut.tsx';
import { forStory, type Localizer } from '../localizer.ts';
import { sourceLabel, storyNotes } from '../sources.tsx';

export interface SwitchableStory extends ToldStory {
  on: boolean;
  /** Sites and pages on which it is left out. */
  leftOut: readonly string[];
}

export function Stories({
  localizer: everywhere,
  stories,
  libraryAddress,
  onSwitch,
  onTakeIn,
}: {
  localizer: Localizer;
  stories: readonly SwitchableStory[];
  libraryAddress: string;
  onSwitch: (id: string, on: boolean) => void;
  onTakeIn: (id: string, place: string) => void;
}) {
  const { t } = everywhere;
  return (
    <>
      <p class="note">{t('options_storiesMean')}</p>
      <p>
        <a href={libraryAddress}>{t('options_openLibrary')}</a>
      </p>
      <ul class="rows stories">
        {stories.map(({ story, provenance, on, leftOut }) => {
          const localizer = forStory(everywhere, story);
          const title = inLanguage(story.title, localizer);
          const source = sourceLabel(localizer, story);
          const notes = [
            source !== title.text && source,
            provenance.origin === 'bundled' && t('options_bundled'),
            ...storyNotes(localizer, { ...provenance, draft: isDraft(story, provenance) }),
            t('options_figures', story.figures.length),
          ];
          return (
            <li key={story.id}>
              <div>
                <span lang={title.language}>{title.text}</span>{' '}
                <span class="note">{notes.filter(Boolean).join(' · ')}</span>
                <LeftOut
                  localizer={localizer}
                  title={title.text}
                  places={leftOut}
                  onTakeIn={(place) => onTakeIn(story.id, place)}
                />
              </div>
              <button
                class="switch"
                type="button"
                role="switch"
                aria-checked={on}
                aria-label={title.text}
                onClick={() => onSwitch(story.id, !on)}
              >
                <span class="track" aria-hidden="true" />
                <span class="note" aria-hidden="true">
                  {on ? t('popup_on') : t('popup_off')}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
