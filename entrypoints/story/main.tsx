// Boots the story page.

import { story } from 'virtual:story';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/story/story.css';
import { createSearch } from '../../components/search.ts';
import { fromHash, searchIn, toHash } from '../../components/story/place.ts';
import { StoryPage } from '../../components/story/StoryPage.tsx';
import { voiceOf } from '../../components/voice.ts';

// 1. The reader's language
const voice = voiceOf(i18n.t, browser.i18n.getUILanguage());
const search = createSearch(story(), voice.language);
document.documentElement.lang = voice.locale;
document.title = `${story().title[voice.language]} · ${i18n.t('extName')}`;

// 2. The story, at the place that the address names
const root = document.body.appendChild(document.createElement('div'));
function draw(): void {
  render(
    <StoryPage
      voice={voice}
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

// 3. And at every other place that it comes to name
addEventListener('hashchange', draw);
