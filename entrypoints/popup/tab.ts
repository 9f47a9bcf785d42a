// The page of the tab that the popup was opened for: its status, and what the reader does with it.
import { browser } from 'wxt/browser';
import { type PopupState, popupState } from '../../components/popup/state.ts';
import { switchSite } from '../../extension/changes.ts';
import { placesOf } from '../../extension/corrections.ts';
import type { Site } from '../../extension/domain.ts';
import type { StoryEntry } from '../../extension/library.ts';
import { askPage, onPageReport, type Status, tellPage } from '../../extension/messages.ts';
import type { Outcome } from '../../extension/outcome.ts';
import { ruleKey } from '../../extension/sites.ts';
import { leaveOut } from '../../extension/story-places.ts';
import { isWithheld, siteOf, statusOf, type Tab } from '../../extension/tab-status.ts';

export interface TabPage {
  readonly tab: Tab;
  /**
   * Asks the page for its status again.
   * @param changed keys of the storage that it is told of first, as the background may tell it of them only later
   */
  refresh(changed?: readonly string[]): Promise<void>;
  switchSite(on: boolean): Promise<Outcome<unknown>>;
  markAnyway(): Promise<void>;
  /** Of these stories, those that are left out on the page; null where that cannot be chosen. */
  leftOut(stories: readonly StoryEntry[]): string[] | null;
  /** Leaves a story out on the site, or takes it in again. */
  leaveOut(story: StoryEntry, isOut: boolean): Promise<Outcome<unknown>>;
  /** Goes to the next mention of a figure; whether there is one. */
  reveal(figure: string): Promise<boolean>;
}

/** The tab of the popup's own window; the background, which has no window, asks for the last focused one. */
export async function frontTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { ...tab, id: tab.id };
}

/** Follows the page of a tab; calls `onState` with each new state. */
export function createTabPage(tab: Tab, onState: (state: PopupState) => void): TabPage {
  let latest = 0;
  let known: { status: Status; site: Site } | null = null;

  async function refresh(changed: readonly string[] = []): Promise<void> {
    latest += 1;
    const mine = latest;
    if (changed.length > 0) await tellPage(tab.id, changed);
    const status = await statusOf(tab.id);
    const site = status && (await siteOf(status.host));
    const state = status && site ? popupState(status, site) : await noAnswer(tab);
    if (mine !== latest) return; // the page has been asked again meanwhile
    known = status && site && { status, site };
    onState(state);
  }

  onPageReport((id) => void (id === tab.id && refresh()));
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (id !== tab.id || !status) return;
    tab.status = status;
    void refresh();
  });

  return {
    tab,
    refresh,
    async switchSite(on) {
      if (!known) return { ok: false, fault: 'no site' };
      const { status, site } = known;
      // In a private window this page only: a rule would reveal later where the reader has been.
      const outcome = tab.incognito
        ? await askPage(tab.id, 'markOnce', { on })
        : await switchSite(site.domain, on, status.news.kind !== 'other');
      await refresh(tab.incognito ? [] : [ruleKey(site.domain)]);
      return outcome;
    },
    leftOut(stories) {
      // In a private window nothing is stored.
      if (!known || tab.incognito) return null;
      const places = placesHere(known.site, tab);
      return stories.flatMap(({ story, leftOut }) => (leftOut.some((one) => places.includes(one)) ? [story.id] : []));
    },
    async leaveOut({ story, leftOut }, isOut) {
      if (!known) return { ok: false, fault: 'no site' };
      const { site } = known;
      if (isOut) return leaveOut(story.id, site.domain);
      const here = placesHere(site, tab);
      const taken = leftOut.filter((one) => here.includes(one)).map((place) => leaveOut(story.id, place, false));
      return (await Promise.all(taken)).find(({ ok }) => !ok) ?? { ok: true, value: undefined };
    },
    async markAnyway() {
      await askPage(tab.id, 'markOnce', { on: true });
      await refresh();
    },
    async reveal(figure) {
      const revealed = await askPage(tab.id, 'reveal', { figure, step: 1 });
      return revealed.ok && revealed.value;
    },
  };
}

/** Where a story can be left out so that it is left out on this page. */
const placesHere = ({ domain }: Site, { url }: Tab): string[] =>
  url && URL.canParse(url) ? [domain, ...placesOf(url)] : [domain];

async function noAnswer(tab: Tab): Promise<PopupState> {
  return tab.status === 'loading' ? { kind: 'loading' } : { kind: 'no-access', withheld: await isWithheld(tab) };
}
