// What was said, word for word, by speaker.
import type { Story } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import { Citations, EditorialNote, QuotationWords, StoryText } from '../parts.tsx';
import { citeHash } from './place.ts';

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
  const { t, language } = localizer;
  const nameOf = (id: string) => story.figures.find((figure) => figure.id === id)?.name[language] ?? id;
  return [...new Set(story.quotations.map(({ by }) => by))].map((by) => (
    <div key={by}>
      <h3 class="label" lang={by === null ? undefined : language}>
        {by === null ? t('story_nobodyNamed') : nameOf(by)}
      </h3>
      {story.quotations
        .filter((quotation) => quotation.by === by)
        .map((quotation) => {
          const id = `quotation/${quotation.id}`;
          return (
            <blockquote key={id} id={id} tabIndex={-1} class={here === id ? 'here' : undefined}>
              <p class="words" lang="en">
                “{quotation.words}”
              </p>
              {language !== 'en' && (
                <p>
                  <QuotationWords localizer={localizer} quotation={quotation} />{' '}
                  {quotation.saidIn !== language && <span class="note">{t('story_translated')}</span>}
                </p>
              )}
              <p class="note">
                <StoryText localizer={localizer} text={quotation.to} />{' '}
                <Citations localizer={localizer} cites={[quotation.cite]} href={(cite) => citeHash(story, cite)} />
              </p>
              {quotation.editorial && <EditorialNote localizer={localizer} text={quotation.editorial} />}
            </blockquote>
          );
        })}
    </div>
  ));
}
