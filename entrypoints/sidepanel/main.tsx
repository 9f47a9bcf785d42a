// Starts the side panel: it follows the tab in front of its own window, and the reader's place on that tab's page.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/card/card.css';
import '../../components/card/stories.css';
import '../../components/page-in-front.css';
import '../../components/panel/panel.css';
import { createLocalizer } from '../../components/localizer.ts';
import { Panel, type PanelCallbacks } from '../../components/panel/Panel.tsx';
import { atPlace, chosen, type PanelPage, unknownPage, withStatus } from '../../components/panel/state.ts';
import { createKeeping, type Keeping, type KeptPage } from '../../components/popup/keeping.tsx';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import { toHash } from '../../components/story/place.ts';
import { requestAccess } from '../../extension/access.ts';
import { keepTab, openKeepPage } from '../../extension/captures.ts';
import { watchLibrary } from '../../extension/checked-stories.ts';
import { followPage } from '../../extension/following.ts';
import type { StoryEntry } from '../../extension/library.ts';
import { askPage, onPageReport } from '../../extension/messages.ts';
import { type Notes, notesIn } from '../../extension/notes.ts';
import { attempt } from '../../extension/outcome.ts';
import { openStory } from '../../extension/story-tab.ts';
import type { Tab } from '../../extension/tab-status.ts';
import { cleanAddressIn } from '../../page/article/address.ts';
import type { CardLibrary } from '../../stories/card-library.ts';
import { STORY_CHECKER } from '../../stories/check-story.ts';
import { createFollower } from './follower.ts';
import { askPageOf, type PageAnswer } from './page.ts';
import { createStories } from './stories.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;
document.title = `${i18n.t('popup_figures')} · ${i18n.t('extName')}`;

// 2. The panel, drawn anew with whatever becomes known
const root = document.body.appendChild(document.createElement('div'));
let page: PanelPage = unknownPage;
let tab: Tab | null = null;
let entries: readonly StoryEntry[] | null = null;
let keeping: Keeping | null = null;
let notes: Notes = new Map();
let fault: StorageFault | null = null;
const stories = createStories();

const on: PanelCallbacks = {
  choose(figure) {
    set(chosen(page, figure));
    if (follower.tab !== null) void askPage(follower.tab, 'scrollTo', { figure });
  },
  goTo: (figure) => set(chosen(page, figure)),
  openStory: (place) => void openStory(toHash(place), tab),
  openArticle: (url) => void attempt(() => browser.tabs.create({ url })),
  openLibrary: () => void attempt(() => browser.tabs.create({ url: browser.runtime.getURL('/library.html') })),
  grant: () => void requestAccess().then(() => follower.refresh()),
  async markAnyway() {
    if (follower.tab === null) return;
    await askPage(follower.tab, 'markOnce', { on: true });
    follower.refresh();
  },
};

function set(next: PanelPage): void {
  page = next;
  draw();
}

function draw(): void {
  const library: CardLibrary | null = entries && stories.of(entries, page.figures);
  render(
    <>
      {fault && <StorageNotice localizer={localizer} {...fault} />}
      <Panel
        {...{ localizer, page, library, notes, on }}
        address={tab?.url}
        keeping={entries && keeping?.view(entries)}
      />
    </>,
    root,
  );
}
draw();

// 3. The tab in front of this window, and the place on its page
const follower = createFollower<PageAnswer>({
  ask: askPageOf,
  onOther() {
    tab = null;
    keeping = null;
    set(unknownPage);
  },
  onAnswer(answer, id, signal) {
    if (answer.tab && answer.tab.url !== tab?.url) keeping = createKeeping(localizer, keptPage(answer.tab), draw);
    tab = answer.tab;
    set(withStatus(page, answer.state, answer.status));
    if (answer.state.kind === 'marked') followPage(id, (inView) => set(atPlace(page, inView)), signal);
  },
});

const keptPage = (of: Tab): KeptPage => ({
  address: cleanAddressIn(of.url),
  keep: (options) => keepTab(of, options),
  onKept: () => {},
  openKept: (story) => void openStory(toHash({ story, kind: 'part', id: 'top' }), of),
  // Only a press in the toolbar lets the page be read.
  hasChanged: async () => null,
  paste: () => void openKeepPage('', of),
});

// A phone has one window, and no side panel.
const here = (await browser.windows?.getCurrent())?.id;
browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
  if (windowId === here) follower.show(tabId);
});
browser.tabs.onUpdated.addListener((id, { status }) => {
  if (id !== follower.tab || !status) return;
  // A new page begins to load: what is known is of the one before.
  if (status === 'loading') follower.show(id);
  else follower.refresh();
});
onPageReport((id) => {
  if (id === follower.tab) follower.refresh();
});
const [front] = await browser.tabs.query({ active: true, currentWindow: true });
follower.show(front?.id ?? null);

// 4. The stories
watchLibrary(
  STORY_CHECKER,
  (found, stored) => {
    if (fault?.kind === 'unread') fault = null;
    entries = found;
    notes = notesIn(stored);
    draw();
  },
  (reason) => {
    fault = { kind: 'unread', fault: reason };
    draw();
  },
);
