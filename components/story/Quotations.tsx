// What was said, word for word, by speaker.

import type { Figure, Story } from '../../stories/format.ts';
import { inMarks } from '../../stories/quotation-marks.ts';
import { quoted } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import { EditorialNote, QuotationWords, StoryText } from '../parts.tsx';
import { Citations } from '../sources.tsx';
import { placeCiting, toHash } from './place.ts';

export function Quotations({
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
  return [...new Set(story.quotations.map(({ by }) => by))].map((by) => (
    <div key={by}>
      <SpeakerName localizer={localizer} speaker={story.figures.find(({ id }) => id === by)} />
      {story.quotations
        .filter((quotation) => quotation.by === by)
        .map((quotation) => {
          const id = `quotation/${quotation.id}`;
          const { isTranslation, isTranslatedBack } = quoted(quotation, localizer);
          return (
            <blockquote key={id} id={id} tabIndex={-1} class={here === id ? 'here' : undefined}>
              <p class="words" lang={quotation.language}>
                {inMarks(quotation.words[quotation.language] ?? '', quotation.language)}
              </p>
              {isTranslation && (
                <p>
                  <QuotationWords localizer={localizer} quotation={quotation} />{' '}
                  {!isTranslatedBack && <span class="note">{t('story_translated')}</span>}
                </p>
              )}
              <p class="note">
                {quotation.to && <StoryText localizer={localizer} text={quotation.to} />}{' '}
                <Citations
                  localizer={localizer}
                  story={story}
                  cites={[quotation.cite]}
                  href={(cite) => toHash(placeCiting(story, cite))}
                />
              </p>
              {quotation.editorial && <EditorialNote localizer={localizer} text={quotation.editorial} />}
            </blockquote>
          );
        })}
    </div>
  ));
}

function SpeakerName({ localizer, speaker }: { localizer: Localizer; speaker: Figure | undefined }) {
  if (!speaker) return <h3 class="label">{localizer.t('story_nobodyNamed')}</h3>;
  return <StoryText as="h3" class="label" localizer={localizer} text={speaker.name} />;
}
