// The sources of the story, each with its publisher, date and address, and how much of the story rests on it.

import { webAddress } from '../../stories/article-address.ts';
import type { Source, Story } from '../../stories/format.ts';
import { splitCitation } from '../../stories/story.ts';
import { formatDate, type Localizer, languageName } from '../localizer.ts';
import { asOf, isOfSource } from '../origin.ts';
import { Host, hostOf, sourceName } from '../sources.tsx';
import { StoryText } from '../story-text.tsx';

export function Sources({ localizer, story }: { localizer: Localizer; story: Story }) {
  const counts = new Map<string, number>();
  for (const { cites } of story.statements) {
    const source = splitCitation(cites[0] ?? '').source;
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return (
    <>
      <ol class="sources">
        {story.sources.map((source) => (
          <Entry
            key={source.id}
            localizer={localizer}
            story={story}
            source={source}
            count={counts.get(source.id) ?? 0}
          />
        ))}
      </ol>
      {!isOfSource(story, story.asOf) && <p class="note">{asOf(localizer, story, story.asOf)}</p>}
    </>
  );
}

function Entry({
  localizer,
  story,
  source,
  count,
}: {
  localizer: Localizer;
  story: Story;
  source: Source;
  /** Of statements. */
  count: number;
}) {
  const { t, locale } = localizer;
  const address = webAddress(source);
  const title = source.title ?? null;
  const name = sourceName(localizer, story, source);
  const host = localizer.addedBy === 'author' && source.publisher ? hostOf(source) : null;
  return (
    <li>
      <p>
        {address ? (
          <a
            class="out"
            href={address}
            target="_blank"
            rel="noopener noreferrer"
            lang={title ? source.language : undefined}
          >
            {title ?? name}
          </a>
        ) : source.description && !source.publisher ? (
          <StoryText localizer={localizer} text={source.description} />
        ) : (
          <bdi lang={title ? source.language : undefined}>{title ?? name}</bdi>
        )}
        {host && <Host of={host} />}
      </p>
      <p class="note">
        {title !== null && (
          <>
            <bdi>{name}</bdi> ·{' '}
          </>
        )}
        {source.author && (
          <>
            <bdi>{source.author}</bdi> ·{' '}
          </>
        )}
        {source.date && (
          <>
            <time dateTime={source.date}>{formatDate(locale, source.date)}</time> ·{' '}
          </>
        )}
        {languageName(locale, source.language)} · {t('story_sourceStatements', count)}
      </p>
    </li>
  );
}
