// The story in full: cast, relations, timeline, every statement, quotations, what is open, where it all comes from.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Story } from '../../stories/format.ts';
import { direction, forStory, type Localizer } from '../localizer.ts';
import { AsOf, Citations, SearchIcon, StoryText } from '../parts.tsx';
import { Results } from '../Results.tsx';
import type { Found } from '../search.ts';
import { Cast } from './Cast.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { Provenance } from './Provenance.tsx';
import { citeHash, type StoryPlace } from './place.ts';
import { Quotations } from './Quotations.tsx';
import { Relations } from './Relations.tsx';
import { Statements } from './Statements.tsx';
import { Timeline } from './Timeline.tsx';

export interface StoryPageProps {
  localizer: Localizer;
  story: Story;
  /** The place in the address. */
  place: StoryPlace | null;
  /** The search query in the address. */
  query: string;
  search: (query: string) => readonly Found[];
  go: (place: StoryPlace) => void;
}

const parts = ['cast', 'relations', 'timeline', 'statements', 'quotations', 'open', 'provenance'] as const;

export function StoryPage(all: StoryPageProps) {
  const { story, place } = all;
  const localizer = forStory(all.localizer, story);
  const props = { ...all, localizer };
  const { t, locale } = localizer;
  const here = place && `${place.kind}/${place.id}`;
  useEffect(() => {
    if (here) scrollToPlace(here);
  }, [here]);
  return (
    <div class="surface page story" lang={locale} dir={direction(locale)}>
      <header>
        <p class="note">{t('extName')}</p>
        <StoryText as="h1" localizer={localizer} text={story.title} />
        <p class="note">
          <AsOf localizer={localizer} day={story.asOf} />
        </p>
      </header>
      <div class="aside">
        <nav aria-label={t('story_contents')}>
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`story_${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Search {...props} />
      </div>
      <main>
        <div class="summary">
          {story.summary.map(({ text, cites }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no ids, and never change places
            <p key={at}>
              <StoryText localizer={localizer} text={text} />{' '}
              <Citations localizer={localizer} cites={cites} href={(cite) => citeHash(story, cite)} />
            </p>
          ))}
        </div>
        <StorySection id="cast" label={t('story_cast')}>
          <Cast localizer={localizer} story={story} here={here} />
        </StorySection>
        <StorySection id="relations" label={t('story_relations')}>
          <Relations localizer={localizer} story={story} here={here} />
        </StorySection>
        <StorySection id="timeline" label={t('story_timeline')}>
          <Timeline localizer={localizer} story={story} here={here} />
        </StorySection>
        <StorySection id="statements" label={t('story_statements')}>
          <Statements localizer={localizer} story={story} place={place} />
        </StorySection>
        <StorySection id="quotations" label={t('story_quotations')}>
          <Quotations localizer={localizer} story={story} here={here} />
        </StorySection>
        <StorySection id="open" label={t('story_open')}>
          <OpenQuestions localizer={localizer} story={story} />
        </StorySection>
        <StorySection id="provenance" label={t('story_provenance')}>
          <Provenance localizer={localizer} story={story} />
        </StorySection>
      </main>
    </div>
  );
}

/** Scrolls to a place and focuses it, so that the keyboard continues from there. */
function scrollToPlace(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}

function StorySection({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-label`}>
      <h2 id={`${id}-label`}>{label}</h2>
      {children}
    </section>
  );
}

function Search({ localizer, query: asked, search, go }: StoryPageProps) {
  const [query, setQuery] = useState(asked);
  useEffect(() => setQuery(asked), [asked]);
  const label = localizer.t('search_label');
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
