// Opens the story page.
import { browser } from 'wxt/browser';
import { type Opener, openTab } from './open-tab.ts';
import { attempt, type Outcome } from './outcome.ts';

/**
 * Opens the story in a tab of its own, or shows the one that the same tab has opened at the same place before.
 * @param hash a place in it, as a fragment; anything else opens it at its beginning
 * @param beside the tab from which it is opened; the new one goes next to it, in the same window
 */
export async function openStory(hash = '', beside?: Opener | null): Promise<Outcome<unknown>> {
  const url = browser.runtime.getURL('/story.html') + (/^#[\w%.~!'()*/-]{1,1500}$/.test(hash) ? hash : '');
  if (beside?.id !== undefined) {
    const { id: openerTabId, windowId } = beside;
    const opened = await attempt(() => browser.tabs.query({ url: browser.runtime.getURL('/story.html'), windowId }));
    const same = opened.ok && opened.value.find((tab) => tab.url === url && tab.openerTabId === openerTabId);
    if (same && same.id !== undefined) {
      const { id } = same;
      return attempt(() => browser.tabs.update(id, { active: true }));
    }
  }
  return openTab(url, beside);
}

/** The fragment that opens the story with a search for the beginning of `text`. */
export function searchHash(text: string): string {
  const words = text
    .replace(/\p{Surrogate}/gu, '') // unpaired surrogates cannot be encoded in an address
    .replace(/\s+/g, ' ')
    .trim();
  return `#search/${encodeURIComponent([...words].slice(0, 100).join(''))}`;
}
