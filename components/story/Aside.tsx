// Beside the story: the search and what it finds, the contents of the story, the other stories.
import { useEffect, useRef, useState } from 'preact/hooks';
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

/** So many stories are listed at first view; more, and the story would begin far below them in a narrow window. */
const FEW = 5;

export function Aside(props: AsideProps) {
  const { localizer, stories, open, sections, libraryAddress } = props;
  const { t } = localizer;
  return (
    <div class="aside">
      <Search {...props} />
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
    </div>
  );
}

function OtherStories({ localizer, stories, open }: Pick<AsideProps, 'localizer' | 'stories' | 'open'>) {
  const { t } = localizer;
  return (
    <nav aria-label={t('story_stories')}>
      <details class="stories" open={stories.length <= FEW}>
        <summary class="label">{t('story_stories')}</summary>
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
      </details>
    </nav>
  );
}

function Search({ localizer, stories, query: asked, search, go }: AsideProps) {
  const [query, setQuery] = useState(asked);
  const field = useRef<HTMLElement>(null);
  useEffect(() => {
    setQuery(asked);
    // Asked for elsewhere: what is found is shown, and the keyboard stays where it is.
    if (asked) field.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  const label = localizer.t('search_label', stories.length);
  return (
    <search ref={field}>
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
