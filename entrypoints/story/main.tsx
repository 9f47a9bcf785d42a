// Starts the story page.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/story/story.css';
import '../../components/story/cast.css';
import '../../components/story/graph.css';
import '../../components/story/print.css';
import { createLocalizer, forStory } from '../../components/localizer.ts';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import { createSearch, type Search } from '../../components/search.ts';
import { fromHash, type StoryPlace, searchIn, toHash } from '../../components/story/place.ts';
import { StoryNews } from '../../components/story/StoryNews.tsx';
import { StoryPage } from '../../components/story/StoryPage.tsx';
import { type StoryEntry, watchLibrary } from '../../extension/library.ts';
import { storyOrNull } from '../../stories/check-story.ts';
import { inLanguage, provenanceOf, type ToldStory } from '../../stories/story.ts';
import { open } from './opened.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;

// 2. The story that the address names, at the place that it names
const root = document.body.appendChild(document.createElement('div'));
let entries: readonly StoryEntry[] = [];
let stories: readonly ToldStory[] | null = null;
let search: Search = () => [];
let fault: StorageFault | null = null;

function draw(): void {
  const place = stories && fromHash(location.hash, stories[0]?.story.id ?? '');
  document.title = titleFor(place);
  render(
    <>
      {fault && <StorageNotice localizer={localizer} {...fault} />}
      {stories && (
        <StoryPage
          localizer={localizer}
          stories={stories}
          place={place}
          query={searchIn(location.hash) ?? ''}
          search={search}
          libraryAddress="/library.html"
          go={(to) => {
            location.hash = toHash(to);
          }}
          head={newsOf(place?.story)}
        />
      )}
    </>,
    root,
  );
}

function titleFor(place: StoryPlace | null): string {
  const told = stories?.find(({ story }) => story.id === place?.story) ?? stories?.[0];
  const title = told && inLanguage(told.story.title, forStory(localizer, told.story)).text;
  return [title, i18n.t('extName')].filter(Boolean).join(' · ');
}

/** What is new in the story that is shown. */
function newsOf(named: string | undefined) {
  const story = (stories?.find((one) => one.story.id === named) ?? stories?.[0])?.story;
  const entry = entries.find((one) => one.story === story);
  const news = entry && open(entry);
  if (!story || !news) return null;
  return (
    <StoryNews localizer={forStory(localizer, story)} story={story} news={news} kept={entry.kept?.added ?? null} />
  );
}

// 3. And again whenever the address or the library changes
addEventListener('hashchange', show);
document.addEventListener('visibilitychange', show);
watchLibrary(
  storyOrNull,
  (now) => {
    fault = null;
    entries = now;
    show();
  },
  (reason) => {
    fault = { kind: 'unread', fault: reason };
    draw();
  },
);

/** Shows the stories that are on, and one that is off where the address names it, as the library's links do. */
function show(): void {
  const named = fromHash(location.hash, '')?.story;
  const shown = entries.filter(({ on, story }) => on || story.id === named);
  const before = stories?.map(({ story }) => story) ?? [];
  stories = shown.map((entry) => ({ story: entry.story, provenance: provenanceOf(entry) }));
  const isOther = shown.length !== before.length || shown.some(({ story }, at) => story !== before[at]);
  if (isOther)
    search = createSearch(
      shown.map(({ story }) => story),
      localizer,
    );
  draw();
}
