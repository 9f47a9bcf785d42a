// The popup in every state, for every reason to mark or not, and with each interaction.

import type { Localizer } from '../../components/localizer.ts';
import { KeepArticle, type KeepPopupState } from '../../components/popup/KeepArticle.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { type PopupState, storiesOnPage, type WhyMarked } from '../../components/popup/state.ts';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import { createSearch } from '../../components/search.ts';
import type { Story } from '../../stories/format.ts';
import { BUNDLED, type ToldStory } from '../../stories/story.ts';
import { severalStories } from '../components/stories.ts';
import { Acted, press, search } from './acted.tsx';
import { silent } from './silent.ts';

type Kind = Exclude<PopupState['kind'], 'off' | 'marked'>;
type Off = Extract<PopupState, { kind: 'off' }>['because'];
type Case =
  | Kind
  | Off
  | WhyMarked['by']
  | 'withheld'
  | 'host'
  | 'search'
  | 'found-nothing'
  | 'settings'
  | 'two-stories'
  | 'ten-stories'
  | 'search-stories'
  | 'no-story'
  | 'left-out'
  | 'kept'
  | 'kept-changed'
  | 'reading'
  | 'stopped'
  | 'no-article'
  | 'private'
  | 'refused'
  | StorageFault['kind'];

interface Setting {
  state: PopupState;
  act?: () => void;
  trouble?: StorageFault;
  keeping?: KeepPopupState;
  /** Whether the page has changed since it was kept. */
  changed?: boolean;
  /** The told story alone where left out. */
  stories?: readonly ToldStory[];
  leftOut?: readonly string[];
}

const site = { domain: 'bbc.co.uk', subdomains: true };
/** A figure of the told story. */
const told = (id: string, count: number) => ({ id, count, stories: [{ story: 'trump-petro-2026', figure: id }] });
const marked = (why: WhyMarked): PopupState => ({
  kind: 'marked',
  site,
  why,
  figures: [told('petro', 12), told('trump', 9), told('colombia', 4), told('rodriguez', 1)],
});
const inStories = (...stories: string[]): PopupState => ({
  kind: 'marked',
  site,
  why: { by: 'switched-on' },
  figures: [{ id: 'petro', count: 12, stories: stories.map((story) => ({ story, figure: 'petro' })) }],
});
const news = marked({
  by: 'news',
  kind: 'article',
  because: ['sections Politics\nWorld\nDigital+ Yearly $49.00', 'described NewsArticle'],
});

const NOT_KEPT: KeepPopupState = { known: null, problem: null, busy: false, slow: false };

const states: Record<Case, Setting> = {
  loading: { state: { kind: 'loading' } },
  'no-access': { state: { kind: 'no-access', withheld: false } },
  withheld: { state: { kind: 'no-access', withheld: true } },
  'switched-off': { state: { kind: 'off', site, because: 'switched-off' } },
  'not-chosen': { state: { kind: 'off', site, because: 'not-chosen' } },
  'not-news': { state: { kind: 'not-news', site, because: ['described DiscussionForumPosting', 'menu cart, blog'] } },
  nothing: { state: { kind: 'nothing', site, why: { by: 'everywhere' } } },
  news: { state: news },
  'switched-on': { state: marked({ by: 'switched-on' }) },
  everywhere: { state: marked({ by: 'everywhere' }) },
  once: { state: marked({ by: 'once' }) },
  host: {
    state: {
      kind: 'marked',
      site: { domain: '127.0.0.1', subdomains: false },
      why: { by: 'once' },
      figures: [told('petro', 1)],
    },
  },
  search: { state: news, act: () => search('rodriguez') },
  'found-nothing': { state: news, act: () => search('xylophone') },
  settings: { state: news, act: () => press('summary') },
  'two-stories': { state: inStories('test', 'kept-0'), stories: severalStories(2) },
  'ten-stories': { state: inStories('kept-1', 'kept-4'), stories: severalStories(10) },
  'search-stories': { state: inStories('kept-1'), stories: severalStories(4), act: () => search('invit') },
  'left-out': { state: inStories('kept-1'), stories: severalStories(3), leftOut: ['kept-0', 'test'] },
  'no-story': { state: { kind: 'nothing', site, why: { by: 'everywhere' } }, stories: [] },
  kept: { state: news, keeping: { ...NOT_KEPT, known: { story: 'test', added: '2026-12-03', alone: true } } },
  'kept-changed': {
    state: news,
    keeping: { ...NOT_KEPT, known: { story: 'test', added: '2026-12-03', alone: true } },
    changed: true,
  },
  reading: { state: news, keeping: { ...NOT_KEPT, busy: true, slow: true } },
  stopped: { state: news, keeping: { ...NOT_KEPT, problem: { fault: 'stopped', selection: false } } },
  'no-article': { state: news, keeping: { ...NOT_KEPT, problem: { fault: 'no-article', selection: true } } },
  private: { state: news, keeping: { ...NOT_KEPT, problem: { fault: 'private', selection: false } } },
  refused: {
    state: { kind: 'no-access', withheld: false },
    keeping: { ...NOT_KEPT, problem: { fault: 'refused', selection: false } },
  },
  unsaved: { state: news, trouble: { kind: 'unsaved', fault: 'QUOTA_BYTES quota exceeded' } },
  unread: { state: news, trouble: { kind: 'unread', fault: 'IO error' } },
};

const { keep, again, allowPrivate, stop, openKept, paste } = silent;
const keepSilently = { keep, again, allowPrivate, stop, openKept, paste };

export const popupStates = Object.keys(states) as Case[];

export function PopupIn({ state: which, localizer, story }: { state: Case; localizer: Localizer; story: Story }) {
  const { state, act, trouble, keeping = NOT_KEPT, leftOut = [], changed = false } = states[which];
  const { stories = [{ story, provenance: BUNDLED }] } = states[which];
  return (
    <Acted act={act}>
      {trouble && <StorageNotice localizer={localizer} {...trouble} />}
      <Popup
        localizer={localizer}
        state={state}
        stories={stories}
        storiesHere={stories}
        leftOut={leftOut}
        settings={{ activation: 'news', density: { person: 'every', place: 'first', organization: 'first' } }}
        search={createSearch(
          stories.map((told) => told.story),
          localizer,
          new Set(storiesOnPage(state)),
        )}
        keeping={
          <KeepArticle
            localizer={localizer}
            state={keeping}
            on={{ ...keepSilently, hasChanged: async () => changed }}
          />
        }
        on={silent}
      />
    </Acted>
  );
}
