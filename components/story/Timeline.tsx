// What happened, day by day over all sources: when, what, the sentence that tells it, and whose sentence it is.
import type { Story, StoryEvent } from '../../stories/format.ts';
import { inLanguage, splitCitation } from '../../stories/story.ts';
import { eventsByDay } from '../../stories/telling-order.ts';
import { formatDate, type Localizer } from '../localizer.ts';
import { addedNote } from '../origin.ts';
import { sourceLabel } from '../sources.tsx';
import { statementText } from '../statement.ts';
import { StoryText } from '../story-text.tsx';
import { FirstFew } from './Fold.tsx';
import { StoryCitations } from './StatementText.tsx';

/** Events at first view. */
const FIRST = 12;

interface TimelineProps {
  localizer: Localizer;
  story: Story;
  /** Id of the element that the address points to. */
  here: string | null;
}

export function Timeline(props: TimelineProps) {
  const { localizer, story } = props;
  return (
    <>
      {story.events.some(({ date, dateIsEditorial }) => date && dateIsEditorial) && (
        <p class="note">
          <span class="bracketed">{localizer.t('story_datesAdded', [addedNote(localizer)])}</span>
        </p>
      )}
      <FirstFew
        items={eventsByDay(story)}
        first={FIRST}
        label={(rest) => localizer.t('library_more', rest)}
        show={(some) => (
          <ol class="timeline">
            {some.map((event) => (
              <Event key={event.id} {...props} event={event} />
            ))}
          </ol>
        )}
      />
    </>
  );
}

function Event({ localizer, story, here, event }: TimelineProps & { event: StoryEvent }) {
  const { t } = localizer;
  const id = `event/${event.id}`;
  const sentence = sentenceOf(localizer, story, event);
  return (
    <li id={id} tabIndex={-1} class={here === id ? 'here' : undefined}>
      <p class="when">
        <Day localizer={localizer} event={event} />
      </p>
      <div>
        <StoryText as="p" class="what" localizer={localizer} text={event.title} />
        <p>
          {sentence && (
            <span lang={sentence.language} class={sentence.isVerbatim ? 'words' : undefined}>
              {sentence.text}
            </span>
          )}{' '}
          <span class="note">
            {event.planned && <>{t('story_planned')} · </>}
            {story.sources.length > 1 && <>{sourceOf(localizer, story, event)} </>}
            <StoryCitations localizer={localizer} story={story} cites={event.cites} />
          </span>
        </p>
      </div>
    </li>
  );
}

/** The day of an event, and when it was as its source puts it. */
function Day({ localizer, event: { date, dateIsEditorial, when } }: { localizer: Localizer; event: StoryEvent }) {
  return (
    <>
      {date && (
        <time dateTime={date} class={dateIsEditorial ? 'bracketed' : undefined}>
          {formatDate(localizer.locale, date)}
        </time>
      )}
      {when && (
        <span class="note">
          {date && ' '}
          <StoryText localizer={localizer} text={when} />
        </span>
      )}
    </>
  );
}

/** The most telling statement on an event, unless the event is told by it already. */
function sentenceOf(localizer: Localizer, story: Story, event: StoryEvent) {
  const own = story.statements.filter((one) => one.event === event.id && one.mode !== 'ours');
  const [best] = own.sort((a, b) => b.weight - a.weight);
  if (!best) return null;
  const isSame = inLanguage(best.text, localizer).text === inLanguage(event.title, localizer).text;
  return isSame ? null : statementText({ localizer, story }, best);
}

function sourceOf(localizer: Localizer, story: Story, { cites: [cite = ''] }: StoryEvent): string {
  const source = story.sources.find(({ id }) => id === splitCitation(cite).source);
  return source ? sourceLabel(localizer, { ...story, sources: [source] }) : '';
}
