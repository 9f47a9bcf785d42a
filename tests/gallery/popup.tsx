// The popup in every state, for every reason to mark or not, and with each interaction.

import type { Localizer } from '../../components/localizer.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import type { PopupState, WhyMarked } from '../../components/popup/state.ts';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import { createSearch } from '../../components/search.ts';
import type { Story } from '../../stories/story.ts';
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
  | StorageFault['kind'];

interface Setting {
  state: PopupState;
  act?: () => void;
  trouble?: StorageFault;
}

const site = { domain: 'bbc.co.uk', subdomains: true };
const marked = (why: WhyMarked): PopupState => ({
  kind: 'marked',
  site,
  why,
  figures: [
    { id: 'petro', count: 12, stories: [] },
    { id: 'trump', count: 9, stories: [] },
    { id: 'colombia', count: 4, stories: [] },
    { id: 'rodriguez', count: 1, stories: [] },
  ],
});
const news = marked({ by: 'news', kind: 'article', because: ['sections Politics, World', 'described NewsArticle'] });

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
      figures: [{ id: 'petro', count: 1, stories: [] }],
    },
  },
  search: { state: news, act: () => search('rodriguez') },
  'found-nothing': { state: news, act: () => search('xylophone') },
  settings: { state: news, act: () => press('summary') },
  unsaved: { state: news, trouble: { kind: 'unsaved', fault: 'QUOTA_BYTES quota exceeded' } },
  unread: { state: news, trouble: { kind: 'unread', fault: 'IO error' } },
};

export const popupStates = Object.keys(states) as Case[];

export function PopupIn({ state: which, localizer, story }: { state: Case; localizer: Localizer; story: Story }) {
  const { state, act, trouble } = states[which];
  return (
    <Acted act={act}>
      {trouble && <StorageNotice localizer={localizer} {...trouble} />}
      <Popup
        localizer={localizer}
        state={state}
        story={story}
        settings={{ activation: 'news', density: { person: 'every', place: 'first', organization: 'first' } }}
        search={createSearch(story, localizer.language)}
        on={silent}
      />
    </Acted>
  );
}
