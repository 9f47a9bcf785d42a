// Starts the story page.

import { story } from 'virtual:story';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/story/story.css';
import '../../components/story/graph.css';
import { createLocalizer, forStory } from '../../components/localizer.ts';
import { createSearch } from '../../components/search.ts';
import { fromHash, searchIn, toHash } from '../../components/story/place.ts';
import { StoryPage } from '../../components/story/StoryPage.tsx';
import { inLanguage } from '../../stories/story.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
const search = createSearch(story(), localizer);
document.documentElement.lang = localizer.locale;
document.title = `${inLanguage(story().title, forStory(localizer, story())).text} · ${i18n.t('extName')}`;

// 2. The story, at the place in the address
const root = document.body.appendChild(document.createElement('div'));
function draw(): void {
  render(
    <StoryPage
      localizer={localizer}
      story={story()}
      place={fromHash(location.hash)}
      query={searchIn(location.hash) ?? ''}
      search={search}
      go={(place) => {
        location.hash = toHash(place);
      }}
    />,
    root,
  );
}
draw();

// 3. And again whenever the address changes
addEventListener('hashchange', draw);
