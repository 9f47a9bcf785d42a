// The page of the tab that the popup was opened for: its status, and what the reader does with it.
import { browser } from 'wxt/browser';
import { type PopupState, popupState } from '../../components/popup/state.ts';
import { switchSite } from '../../extension/changes.ts';
import type { Site } from '../../extension/domain.ts';
import { askPage, onPageReport, type Status } from '../../extension/messages.ts';
import type { Outcome } from '../../extension/outcome.ts';
import { isWithheld, siteOf, statusOf, type Tab } from '../../extension/tab-status.ts';

export interface TabPage {
  readonly tab: Tab;
  /** Asks the page for its status again. */
  refresh(): Promise<void>;
  switchSite(on: boolean): Promise<Outcome<unknown>>;
  markAnyway(): Promise<void>;
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

  async function refresh(): Promise<void> {
    latest += 1;
    const mine = latest;
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
      await refresh();
      return outcome;
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

async function noAnswer(tab: Tab): Promise<PopupState> {
  return tab.status === 'loading' ? { kind: 'loading' } : { kind: 'no-access', withheld: await isWithheld(tab) };
}
