// What is new in a story since its reader last opened it: its new sources, and the first of its new statements.

import { webAddress } from '../../stories/article-address.ts';
import type { Source, Story } from '../../stories/format.ts';
import type { News } from '../../stories/news-since.ts';
import { comma, formatDate, type Localizer } from '../localizer.ts';
import { sourceName } from '../sources.tsx';
import { statementText } from '../statement.ts';
import { newsCounts, newsHeading } from '../story-news.ts';
import { toHash } from './place.ts';

/** Statements that are told; the others are counted. */
const MOST_STATEMENTS = 4;

export function StoryNews({
  localizer,
  story,
  news,
  kept,
}: {
  /** For the texts of the story. */
  localizer: Localizer;
  story: Story;
  news: News;
  /** The day on which the story was kept, `YYYY-MM-DD`. */
  kept: string | null;
}) {
  const { t } = localizer;
  const sources = news.sources.flatMap((id) => story.sources.filter((one) => one.id === id));
  const isNew = new Set(news.statements);
  const statements = story.statements.filter(({ id }) => isNew.has(id)).sort((a, b) => b.weight - a.weight);
  const left = statements.length - MOST_STATEMENTS;
  return (
    <section class="news" aria-labelledby="news-label">
      <h2 class="label" id="news-label">
        {newsHeading(localizer, news, kept)}: {newsCounts(localizer, news)}
      </h2>
      {sources.length > 0 && (
        <ul class="note">
          {sources.map((source) => (
            <li key={source.id}>
              <NewSource localizer={localizer} story={story} source={source} />
            </li>
          ))}
        </ul>
      )}
      <ul>
        {statements.slice(0, MOST_STATEMENTS).map((statement) => {
          const { text, language, isVerbatim } = statementText({ localizer, story }, statement);
          return (
            <li key={statement.id}>
              <a
                href={toHash({ story: story.id, kind: 'statement', id: statement.id })}
                lang={language}
                class={isVerbatim ? 'words' : undefined}
              >
                {text}
              </a>
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <p class="note">
          <a href={toHash({ story: story.id, kind: 'part', id: 'statements' })}>{t('library_more', left)}</a>
        </p>
      )}
    </section>
  );
}

function NewSource({ localizer, story, source }: { localizer: Localizer; story: Story; source: Source }) {
  const address = webAddress(source);
  const name = sourceName(localizer, story, source);
  return (
    <>
      {address === null ? (
        <bdi>{name}</bdi>
      ) : (
        <a class="out" href={address} target="_blank" rel="noopener noreferrer">
          <bdi>{name}</bdi>
        </a>
      )}
      {source.date && comma(localizer.locale) + formatDate(localizer.locale, source.date)}
    </>
  );
}
