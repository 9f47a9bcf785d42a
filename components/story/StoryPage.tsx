// The story in full: cast, relations, timeline, every statement, quotations, what is open, where it all comes from.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Story } from '../../stories/format.ts';
import { inLanguage, isDraft, type ToldStory } from '../../stories/story.ts';
import type { Found } from '../found.ts';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { AsOf, SearchIcon, StoryText } from '../parts.tsx';
import { Results } from '../Results.tsx';
import { Citations, hasSourceNote, SourceNote } from '../sources.tsx';
import { Cast } from './Cast.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { Provenance } from './Provenance.tsx';
import { elementId, type parts, placeCiting, type StoryPlace, toHash } from './place.ts';
import { Quotations } from './Quotations.tsx';
import { Relations } from './Relations.tsx';
import { Statements } from './Statements.tsx';
import { Timeline } from './Timeline.tsx';

export interface StoryPageProps {
  localizer: Localizer;
  /** All that are on, and the one that the address names. */
  stories: readonly ToldStory[];
  /** The place in the address; one in a story that is not there shows the first. */
  place: StoryPlace | null;
  /** The search query in the address. */
  query: string;
  search: (query: string) => readonly Found[];
  go: (place: StoryPlace) => void;
  libraryAddress: string;
}

/** What is told in each section of the page; a section in which nothing is told is left out. */
const sections = {
  cast: ({ figures }) => figures.length,
  relations: ({ relations }) => relations.length,
  timeline: ({ events }) => events.length,
  statements: ({ statements }) => statements.length,
  quotations: ({ quotations }) => quotations.length,
  open: ({ open }) => open.length,
  provenance: ({ sources }) => sources.length,
} satisfies Partial<Record<(typeof parts)[number], (story: Story) => number>>;
const sectionIds = Object.keys(sections) as (keyof typeof sections)[];

export function StoryPage(props: StoryPageProps) {
  const { stories, place } = props;
  const told = stories.find(({ story }) => story.id === place?.story) ?? stories[0];
  if (!told) return <NoStory {...props} />;
  const { story, provenance } = told;
  const localizer = forStory(props.localizer, story);
  const { t, locale } = localizer;
  const arrival = { ...provenance, draft: isDraft(story, provenance) };
  const here = place?.story === story.id ? elementId(place) : null;
  return (
    <div class="surface page story" lang={locale} dir={direction(locale)}>
      <Scroll to={here} story={story.id} />
      <header id="top" tabIndex={-1}>
        <p class="note">{t('extName')}</p>
        <StoryText as="h1" localizer={localizer} text={story.title} />
        <p class="note">
          <AsOf localizer={localizer} story={story} day={story.asOf} />
        </p>
        {hasSourceNote(story, arrival) && <SourceNote localizer={localizer} story={story} arrival={arrival} />}
      </header>
      <div class="aside">
        <nav aria-label={t('story_contents')}>
          <ul>
            {sectionsOf(story).map((id) => (
              <li key={id}>
                <a href={toHash({ story: story.id, kind: 'part', id })}>{t(`story_${id}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={t('library_title')}>
          <a href={props.libraryAddress}>{t('options_openLibrary')}</a>
        </nav>
        {stories.length > 1 && <OtherStories localizer={props.localizer} stories={stories} open={story.id} />}
        <Search {...props} />
      </div>
      <main>
        <div id="summary" tabIndex={-1} class="summary">
          {story.summary.map(({ text, cites }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no ids, and never change places
            <p key={at}>
              <StoryText localizer={localizer} text={text} />{' '}
              <Citations
                localizer={localizer}
                story={story}
                cites={cites}
                href={(cite) => toHash(placeCiting(story, cite))}
              />
            </p>
          ))}
        </div>
        {sectionsOf(story).map((id) => (
          <StorySection key={id} id={id} label={t(`story_${id}`)}>
            <SectionContent id={id} {...{ localizer, story, here, place }} />
          </StorySection>
        ))}
      </main>
    </div>
  );
}

/** Scrolls to a place and focuses it, so that the keyboard continues from there. */
function Scroll({ to, story }: { to: string | null; story: string }) {
  useEffect(() => {
    // Named, so that another story's place of the same name is gone to as well.
    if (story && to !== null) scrollToPlace(to);
  }, [to, story]);
  useEffect(() => {
    // A link to where the address points already changes no address: it is followed all the same.
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      if (to !== null && link?.hash === location.hash) scrollToPlace(to);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [to]);
  return null;
}

function scrollToPlace(id: string): void {
  const element = document.getElementById(id);
  const isPart = element?.tagName === 'SECTION' || element?.tagName === 'HEADER';
  element?.scrollIntoView({ block: isPart ? 'start' : 'center' });
  element?.focus({ preventScroll: true });
}

function SectionContent({
  id,
  place,
  ...props
}: {
  id: keyof typeof sections;
  localizer: Localizer;
  story: Story;
  place: StoryPlace | null;
  /** Id of the element that the address points to. */
  here: string | null;
}) {
  switch (id) {
    case 'cast':
      return <Cast {...props} />;
    case 'relations':
      return <Relations {...props} />;
    case 'timeline':
      return <Timeline {...props} />;
    case 'statements':
      return <Statements {...props} place={place?.story === props.story.id ? place : null} />;
    case 'quotations':
      return <Quotations {...props} />;
    case 'open':
      return <OpenQuestions {...props} />;
    case 'provenance':
      return <Provenance {...props} />;
  }
}

const sectionsOf = (story: Story) => sectionIds.filter((id) => sections[id](story) > 0);

function NoStory({ localizer: { t, locale }, libraryAddress }: StoryPageProps) {
  return (
    <div class="surface page story" lang={locale} dir={direction(locale)}>
      <header>
        <h1>{t('extName')}</h1>
      </header>
      <main>
        <p>{t('story_none')}</p>
        <p>
          <a href={libraryAddress}>{t('options_openLibrary')}</a>
        </p>
      </main>
    </div>
  );
}

function OtherStories({
  localizer,
  stories,
  open,
}: {
  localizer: Localizer;
  stories: readonly ToldStory[];
  open: string;
}) {
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

function StorySection({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-label`}>
      <h2 id={`${id}-label`}>{label}</h2>
      {children}
    </section>
  );
}

function Search({ localizer, stories, query: asked, search, go }: StoryPageProps) {
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
      {query.trim() && (
        <Results
          localizer={localizer}
          found={search(query)}
          onOpen={(place) => {
            setQuery('');
            go(place);
          }}
        />
      )}
    </search>
  );
}
