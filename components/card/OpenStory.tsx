// What one story tells of the card's figure: its source, the sections, where the page stands in its time.
import { isPageOf } from '../../stories/article-address.ts';
import { type CardContent, type CardPage, pageTime } from '../../stories/card-content.ts';
import type { CardLibrary, StoryPart } from '../../stories/card-library.ts';
import type { CardStory } from '../../stories/story.ts';
import { formatDate, forStory, type Localizer } from '../localizer.ts';
import { hasSourceNote, SourceNote, sourceLabel, sourceLine } from '../sources.tsx';
import { StoryText } from '../story-text.tsx';
import { NewsLine } from './NewsLine.tsx';
import { Section } from './Section.tsx';
import { CardSections, type SectionCallbacks } from './sections.tsx';

interface OpenStoryProps {
  localizer: Localizer;
  library: CardLibrary;
  /** Whether the card is expanded. */
  more: boolean;
  part: StoryPart;
  content: CardContent;
  /** How many other stories tell of the figure. */
  among: number;
  /** The page's date relative to the story; empty where that is not told. */
  pageDate: string;
  /** Why the mention is this figure; empty where that is told elsewhere. */
  why: string;
  on: SectionCallbacks;
}

export function OpenStory(props: OpenStoryProps) {
  const { library, more, part, content, among, pageDate, why, on } = props;
  const { story, figure } = part;
  const localizer = forStory(props.localizer, story);
  const inside = (
    <>
      {(among > 0 || hasSourceNote(story, story)) && (
        <SourceNote localizer={localizer} story={story} arrival={story} onArticle={on.openArticle} />
      )}
      <NewsLine {...{ localizer, part, content, on }} />
      <CardSections {...{ localizer, library, story, figure, content, more, on }} />
      {pageDate && <p class="note">{pageDate}</p>}
      {why && <p class="note">{why}</p>}
      {more && figure.unknown.length > 0 && (
        <Section label={localizer.t('card_unknown')}>
          <ul class="note">
            {figure.unknown.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: texts have no ids, and never change places
              <StoryText key={at} as="li" localizer={localizer} text={text} />
            ))}
          </ul>
        </Section>
      )}
      {more && <p class="note">{sourceLine(localizer, story)}</p>}
    </>
  );
  if (among === 0) return inside;
  return (
    <section class="part" aria-label={sourceLabel(localizer, story)}>
      {inside}
    </section>
  );
}

/** Where the page's date lies relative to the story; empty without a date. Of a page that is its source it says so. */
export function pageDateLine(
  { t, locale }: Localizer,
  story: CardStory,
  { date, address = '' }: Pick<CardPage, 'date' | 'address'>,
): string {
  if (story.sources.some(({ url }) => url && isPageOf(address, url))) return t('card_isSource');
  const time = pageTime(date, story);
  return time && date ? t(`card_${time}`, [formatDate(locale, date)]) : '';
}
