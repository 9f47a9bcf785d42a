// The page of a tab, as the panel asks for it.
import { browser } from 'wxt/browser';
import { type PopupState, popupState } from '../../components/popup/state.ts';
import { askPage, type Status } from '../../extension/messages.ts';
import { attempt } from '../../extension/outcome.ts';
import { readActivation } from '../../extension/settings.ts';
import { decide, readRule, ruleKeys } from '../../extension/sites.ts';
import { read } from '../../extension/stored.ts';
import { isWithheld, siteOf, statusOf, type Tab } from '../../extension/tab-status.ts';

export interface PageAnswer {
  /** Null where the tab is gone. */
  tab: Tab | null;
  state: PopupState;
  status: Pick<Status, 'figures' | 'date'>;
}

const UNKNOWN: Pick<Status, 'figures' | 'date'> = { figures: [], date: null };

/**
 * While a page loads it is not asked for more than its gate knows: the reader comes to it as to any other. To a page
 * that is switched off it does not come at all.
 */
export async function askPageOf(id: number): Promise<PageAnswer> {
  const found = await attempt(() => browser.tabs.get(id));
  if (!found.ok) return { tab: null, state: { kind: 'no-access', withheld: false }, status: UNKNOWN };
  const tab: Tab = { ...found.value, id };
  const off = await switchedOff(tab);
  if (off) return { tab, state: off, status: UNKNOWN };
  const status = await statusOf(id, tab.status !== 'loading');
  if (status) return { tab, state: popupState(status, await siteOf(status.host)), status };
  if (tab.status === 'loading') return { tab, state: { kind: 'loading' }, status: UNKNOWN };
  return { tab, state: { kind: 'no-access', withheld: await isWithheld(tab) }, status: UNKNOWN };
}

/** Of a page whose site is off, by its rule alone; null where it is on, or marked for this once. */
async function switchedOff({ id, url }: Tab): Promise<PopupState | null> {
  const host = url && URL.canParse(url) ? new URL(url).hostname : '';
  const stored = await read(['activation', ...ruleKeys(host)]);
  if (host === '' || !stored.ok) return null;
  const { value } = stored;
  const { state } = decide({ activation: readActivation(value), rule: readRule(value, host) }, true);
  if (state !== 'switched-off' && state !== 'not-chosen') return null;
  // The gate answers this itself: whoever has mentions on such a page has asked for them.
  const mentions = await askPage(id, 'mentions');
  if (mentions.ok && mentions.value.length > 0) return null;
  return { kind: 'off', site: await siteOf(host), because: state };
}
