// Keeping the article of the page in front, as the popup offers it. Loaded after what the popup shows first.
import type { ComponentChild } from 'preact';
import type { Localizer } from '../../components/localizer.ts';
import { KeepArticle, type KeepPopupCallbacks, type KeepPopupState } from '../../components/popup/KeepArticle.tsx';
import { toHash } from '../../components/story/place.ts';
import { keepTab, openKeepPage } from '../../extension/captures.ts';
import { hasChanged } from '../../extension/kept-text.ts';
import type { StoryEntry } from '../../extension/library.ts';
import { openStory } from '../../extension/story-tab.ts';
import { cleanAddress } from '../../page/article/address.ts';
import type { Tab } from './tab.ts';

export interface Keeping {
  /** What is drawn of it. @param library all stories, by which it is known whether the page is kept already */
  view(library: readonly StoryEntry[]): ComponentChild;
}

/** @param onChange is called when it is to be drawn anew */
export function createKeeping(localizer: Localizer, tab: Tab, onChange: () => void): Keeping {
  let state: Omit<KeepPopupState, 'known'> = { problem: null, busy: false };
  let kept: readonly StoryEntry[] = [];
  const set = (next: Partial<typeof state>) => {
    state = { ...state, ...next };
    onChange();
  };
  const on: KeepPopupCallbacks = {
    async keep(what, isPrivateAllowed) {
      set({ busy: true });
      const kept = await keepTab(tab, { what, isPrivateAllowed });
      if (kept.ok) close();
      else set({ busy: false, problem: kept });
    },
    hasChanged: (id) =>
      hasChanged(
        tab.id,
        sourceOf(
          tab.url,
          kept.find(({ story }) => story.id === id),
        )?.text,
      ),
    openKept: (story) => void openStory(toHash({ story, kind: 'part', id: 'top' }), tab).then(close),
    paste: () => void openKeepPage('', tab).then(close),
  };
  return {
    view(library) {
      kept = library;
      return <KeepArticle localizer={localizer} state={{ ...state, known: keptOf(tab.url, library) }} on={on} />;
    },
  };
}

/** The story that was kept of an address; unknown where the browser does not tell it. */
function keptOf(url: string | undefined, library: readonly StoryEntry[]): KeepPopupState['known'] {
  const entry = library.find((one) => one.kept?.from === 'article' && sourceOf(url, one));
  return entry?.kept ? { story: entry.story.id, added: entry.kept.added } : null;
}

/** The source of a story that an address is. */
function sourceOf(url: string | undefined, entry: StoryEntry | undefined) {
  const address = url && URL.canParse(url) ? cleanAddress(new URL(url)) : null;
  return address === null ? undefined : entry?.story.sources.find((source) => source.url === address);
}
