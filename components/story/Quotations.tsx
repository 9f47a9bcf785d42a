// What was said, word for word, by speaker; the most telling words first.
import type { Figure, Quotation, Story } from '../../stories/format.ts';
import { inMarks } from '../../stories/quotation-marks.ts';
import { quoted } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import { EditorialNote, QuotationWords, StoryText } from '../story-text.tsx';
import { FirstFew } from './Fold.tsx';
import { StoryCitations } from './StatementText.tsx';

/** Quotations at first view. */
const FIRST = 2;

interface QuotationsProps {
  localizer: Localizer;
  story: Story;
  /** Id of the element that the address points to. */
  here: string | null;
}

export function Quotations(props: QuotationsProps) {
  const { localizer, story } = props;
  const telling = [...story.quotations].sort((a, b) => Number(b.first) - Number(a.first));
  return (
    <FirstFew
      items={telling}
      first={FIRST}
      label={(rest) => localizer.t('library_more', rest)}
      show={(some) => <BySpeaker {...props} quotations={some} />}
    />
  );
}

function BySpeaker({ quotations, ...props }: QuotationsProps & { quotations: readonly Quotation[] }) {
  const { localizer, story } = props;
  return [...new Set(quotations.map(({ by }) => by))].map((by) => (
    <div key={by}>
      <SpeakerName localizer={localizer} speaker={story.figures.find(({ id }) => id === by)} />
      {quotations
        .filter((quotation) => quotation.by === by)
        .map((quotation) => (
          <Quoted key={quotation.id} {...props} quotation={quotation} />
        ))}
    </div>
  ));
}

function Quoted({ localizer, story, here, quotation }: QuotationsProps & { quotation: Quotation }) {
  const { t } = localizer;
  const id = `quotation/${quotation.id}`;
  const { isTranslation, isTranslatedBack } = quoted(quotation, localizer);
  return (
    <blockquote id={id} tabIndex={-1} class={here === id ? 'here' : undefined}>
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
        <StoryCitations localizer={localizer} story={story} cites={[quotation.cite]} />
      </p>
      {quotation.editorial && <EditorialNote localizer={localizer} text={quotation.editorial} />}
    </blockquote>
  );
}

function SpeakerName({ localizer, speaker }: { localizer: Localizer; speaker: Figure | undefined }) {
  if (!speaker) return <h3 class="label">{localizer.t('story_nobodyNamed')}</h3>;
  return <StoryText as="h3" class="label" localizer={localizer} text={speaker.name} />;
}
