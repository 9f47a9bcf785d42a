// What the popup can do to keep the article of a tab; then it closes. Loaded after what the popup shows first.
import type { KeptPage } from '../../components/popup/keeping.tsx';
import { toHash } from '../../components/story/place.ts';
import { keepTab, openKeepPage } from '../../extension/captures.ts';
import { hasChanged } from '../../extension/kept-text.ts';
import { openStory } from '../../extension/story-tab.ts';
import type { Tab } from '../../extension/tab-status.ts';
import { cleanAddressIn } from '../../page/article/address.ts';

export const keptPage = (tab: Tab): KeptPage => ({
  address: cleanAddressIn(tab.url),
  keep: (options) => keepTab(tab, options),
  onKept: close,
  openKept: (story) => void openStory(toHash({ story, kind: 'part', id: 'top' }), tab).then(close),
  hasChanged: (text) => hasChanged(tab.id, text),
  paste: () => void openKeepPage('', tab).then(close),
});
