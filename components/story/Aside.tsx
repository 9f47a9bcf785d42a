// Beside the story: its contents, the other stories, the search.
import { useEffect, useState } from 'preact/hooks';
import { inLanguage, type ToldStory } from '../../stories/story.ts';
import { SearchIcon } from '../icons.tsx';
import { forStory, type Localizer } from '../localizer.ts';
import { Results } from '../Results.tsx';
import type { Found } from '../search-results.ts';
import { type parts, type StoryPlace, toHash } from './place.ts';

interface AsideProps {
  localizer: Localizer;
  stories: readonly ToldStory[];
  /** The story that is shown, and its sections. */
  open: string;
  sections: readonly Exclude<(typeof parts)[number], 'top' | 'summary'>[];
  query: string;
  search: (query: string) => readonly Found[];
  go: (place: StoryPlace) => void;
  libraryAddress: string;
}

export function Aside(props: AsideProps) {
  const { localizer, stories, open, sections, libraryAddress } = props;
  const { t } = localizer;
  return (
    <div class="aside">
      <nav aria-label={t('story_contents')}>
        <ul>
          {sections.map((id) => (
            <li key={id}>
              <a href={toHash({ story: open, kind: 'part', id })}>{t(`story_${id}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t('library_title')}>
        <a href={libraryAddress}>{t('options_openLibrary')}</a>
      </nav>
      {stories.length > 1 && <OtherStories localizer={localizer} stories={stories} open={open} />}
      <Search {...props} />
    </div>
  );
}

function OtherStories({ localizer, stories, open }: Pick<AsideProps, 'localizer' | 'stories' | 'open'>) {
  const { t } = localizer;
  return (
    <nav class="stories" aria-label={t('story_stories')}>
      <h2 class="label">{t('story_stories')}</h2>
      <ul>
        {stories.map(({ story }) => {
          const title = inLanguage(story.title, forStory(localizer, story));
          return (
            <li key={story.id}>
              <a
                href={toHash({ story: story.id, kind: 'part', id: 'top' })}
                aria-current={story.id === open ? 'page' : undefined}
                lang={title.language}
              >
                {title.text}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Search({ localizer, stories, query: asked, search, go }: AsideProps) {
  const [query, setQuery] = useState(asked);
  useEffect(() => setQuery(asked), [asked]);
  const label = localizer.t('search_label', stories.length);
  return (
    <search>
      <label class="find">
        <SearchIcon />
        <input
          type="search"
          aria-label={label}
          placeholder={label}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <Results
        localizer={localizer}
        found={query.trim() ? search(query) : null}
        onOpen={(place) => {
          setQuery('');
          go(place);
        }}
      />
    </search>
  );
}
