// Opens a page of ours in a tab of its own.
import { browser } from 'wxt/browser';
import { attempt, type Outcome } from './outcome.ts';

/** A tab from which another one is opened; without an id it can be told nothing. */
export interface Opener {
  id?: number | undefined;
  index: number;
  windowId: number;
}

/** @param beside the new tab goes next to this one, in the same window */
export async function openTab(url: string, beside?: Opener | null): Promise<Outcome<unknown>> {
  if (beside?.id !== undefined) {
    const { id: openerTabId, index, windowId } = beside;
    const opened = await attempt(() => browser.tabs.create({ url, openerTabId, windowId, index: index + 1 }));
    if (opened.ok) return opened; // else the window is gone, or the browser (on phones) has no tab order
  }
  return attempt(() => browser.tabs.create({ url }));
}
