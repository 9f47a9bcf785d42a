// One line on what the newest source has added of the card's figure since the reader last opened the story.
import type { CardContent } from '../../stories/card-content.ts';
import type { StoryPart } from '../../stories/card-library.ts';
import { newestOf } from '../../stories/news-since.ts';
import { clipped } from '../../stories/words.ts';
import { formatDate, inOneLine, type Localizer } from '../localizer.ts';
import { Citations, sourceName } from '../sources.tsx';
import { statementText } from '../statement.ts';
import type { SectionCallbacks } from './sections.tsx';

/** A line holds so many words of the statement. */
const MOST_WORDS = 12;

/** The line as text; empty where there is nothing new of the figure. */
export function newsLine(localizer: Localizer, part: StoryPart): string {
  const told = tell(localizer, part);
  return told ? `${told.label} · ${told.text}` : '';
}

export function NewsLine({
  localizer,
  part,
  content,
  on,
}: {
  /** For the texts of the story. */
  localizer: Localizer;
  part: StoryPart;
  /** What the card tells besides: a statement that is among it is not told twice. */
  content: Pick<CardContent, 'statements'>;
  on: SectionCallbacks;
}) {
  const { story } = part;
  const told = tell(localizer, part);
  if (!told) return null;
  const { label, text, language, statement } = told;
  const isTold = content.statements.some(({ id }) => id === statement.id);
  return (
    <p class="note">
      <strong>{label}</strong>
      {!isTold && (
        <>
          {' · '}
          <span lang={language}>{text}</span>
        </>
      )}{' '}
      <Citations
        localizer={localizer}
        story={story}
        cites={statement.cites.slice(0, 1)}
        onCite={() => on.openStory({ story: story.id, kind: 'statement', id: statement.id })}
        onArticle={on.openArticle}
      />
    </p>
  );
}

function tell(localizer: Localizer, { story, figure }: StoryPart) {
  const newest = newestOf(story, figure.id);
  if (!newest) return null;
  const { statement, source } = newest;
  const { t, locale } = localizer;
  const name = source && [sourceName(localizer, story, source), source.date && formatDate(locale, source.date)];
  const label = name ? t('card_newIn', [inOneLine(locale, name)]) : t('card_new');
  const { text, language } = statementText({ localizer, story }, statement);
  return { label, text: clipped(text, MOST_WORDS), language, statement };
}
