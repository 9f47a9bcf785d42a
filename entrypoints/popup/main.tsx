// Starts the popup: connects it to settings, the page in front and the search.

import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/page-in-front.css';
import '../../components/popup/popup.css';
import { createLocalizer } from '../../components/localizer.ts';
import type { Keeping } from '../../components/popup/keeping.tsx';
import { Popup, type PopupCallbacks } from '../../components/popup/Popup.tsx';
import { type PopupState, storiesOnPage } from '../../components/popup/state.ts';
import { type StorageFault, StorageNotice } from '../../components/StorageNotice.tsx';
import type { createSearch, Search } from '../../components/search.ts';
import { toHash } from '../../components/story/place.ts';
import { requestAccess } from '../../extension/access.ts';
import { changeSettings } from '../../extension/changes.ts';
import { readLibrary, watchLibrary } from '../../extension/checked-stories.ts';
import type { StoryEntry } from '../../extension/library.ts';
import { attempt, type Outcome } from '../../extension/outcome.ts';
import { hasPanel, openPanel } from '../../extension/panel.ts';
import { defaults, readSettings, settingKeys } from '../../extension/settings.ts';
import { watchStored } from '../../extension/stored.ts';
import { openStory } from '../../extension/story-tab.ts';
import { provenanceOf, type ToldStory } from '../../stories/story.ts';
import { createTabPage, frontTab, type TabPage } from './tab.ts';

// 1. The reader's language
const localizer = createLocalizer(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = localizer.locale;

// 2. The popup before anything is known, in the place of its empty frame
const root = document.createElement('div');
document.body.replaceChildren(root);
let state: PopupState = { kind: 'loading' };
let settings = defaults;
let page: TabPage | null = null;
let stories: readonly ToldStory[] | null = null;
/** Read first. */
let storiesHere: readonly ToldStory[] | null = null;
let library: readonly StoryEntry[] = [];
/** Loaded last. */
let keeping: Keeping | null = null;
/** Loaded last. */
let create: typeof createSearch | null = null;
let search: Search = () => [];
let fault: StorageFault | null = null;

/** Says so when a change was not saved. */
async function save(change: Promise<Outcome<unknown>> | undefined): Promise<void> {
  const outcome = await change;
  fault = outcome && !outcome.ok ? { kind: 'unsaved', fault: outcome.fault } : null;
  draw();
}

const on: PopupCallbacks = {
  switchSite: (wanted) => void save(page?.switchSite(wanted)),
  markAnyway: () => void page?.markAnyway(),
  grant: () => void requestAccess().then(() => page?.refresh()),
  reveal: async (figure) => ((await page?.reveal(figure)) ? close() : page?.refresh()),
  change: async (changes) => {
    await save(changeSettings(changes));
    await page?.refresh(Object.keys(changes));
  },
  leaveOut(id, isOut) {
    const entry = library.find(({ story }) => story.id === id);
    if (entry) void save(page?.leaveOut(entry, isOut)).then(() => page?.refresh());
  },
  openStory: (place) => void openStory(toHash(place), page?.tab).then(close),
  openArticle: (url) => void attempt(() => browser.tabs.create({ url })).then(close),
  openLibrary: () =>
    void attempt(() => browser.tabs.create({ url: browser.runtime.getURL('/library.html') })).then(close),
  openPanel: hasPanel()
    ? () => {
        if (page) void openPanel(page.tab.windowId).then(close);
      }
    : null,
  openOptions: () => void browser.runtime.openOptionsPage().then(close),
};

function draw(): void {
  render(
    <>
      {fault && <StorageNotice localizer={localizer} {...fault} />}
      <Popup
        {...{ localizer, state, stories, settings, search, on }}
        storiesHere={stories ?? storiesHere}
        leftOut={page?.leftOut(library) ?? null}
        keeping={keeping?.view(library)}
      />
    </>,
    root,
  );
}
draw();

// 3. The settings, wherever they are changed
const onUnreadable = (reason: string) => {
  fault = { kind: 'unread', fault: reason };
  draw();
};
watchStored(
  settingKeys,
  (stored) => {
    settings = readSettings(stored);
    if (fault?.kind === 'unread') fault = null;
    draw();
  },
  undefined,
  onUnreadable,
);

// 4. The page in front
const tab = await frontTab();
page =
  tab &&
  createTabPage(tab, (now) => {
    state = now;
    indexStories();
    draw();
  });
const isKnown = page?.refresh();

// 5. The stories that are on: those of the page first, as hundreds take a while to be read. What checks them is loaded
// once the popup stands.
const { STORY_CHECKER } = await import('../../stories/check-story.ts');
const told = (entries: readonly StoryEntry[]): ToldStory[] =>
  entries.filter(({ on }) => on).map((entry) => ({ story: entry.story, provenance: provenanceOf(entry) }));
void isKnown?.then(async () => {
  const here = await readLibrary(STORY_CHECKER, storiesOnPage(state));
  if (here.ok) storiesHere = told(here.value);
  draw();
});
watchLibrary(
  STORY_CHECKER,
  (entries) => {
    library = entries;
    stories = told(entries);
    indexStories();
    draw();
  },
  onUnreadable,
);

/** Makes the search anew: what it finds first depends on the page. */
function indexStories(): void {
  if (create && stories)
    search = create(
      stories.map(({ story }) => story),
      localizer,
      new Set(storiesOnPage(state)),
    );
}

// 6. Keeping and the search, loaded last
if (tab) {
  const [{ createKeeping }, keptPage] = await Promise.all([
    import('../../components/popup/keeping.tsx'),
    import('./kept-page.ts'),
  ]);
  keeping = createKeeping(localizer, keptPage.keptPage(tab), draw);
}
draw();
create = (await import('../../components/search.ts')).createSearch;
indexStories();
draw();
