// The button in the toolbar: greyed where nothing is marked, which is its state from the start; in colour with a number where something is.
// Browsers forget what is said of a tab when it goes to another page.
import { type Browser, browser } from 'wxt/browser';
import { attempt } from './outcome.ts';

declare const chrome: typeof browser;

const sizes = [16, 32] as const;

/** Shows for a tab whether its page is marked, and how many figures it names. */
export async function showOnButton(
  tabId: number,
  { active, figures }: { active: boolean; figures: number },
): Promise<void> {
  const folder = active ? '/icon' : '/icon-off';
  const path = Object.fromEntries(sizes.map((size) => [size, `${folder}/${size}.png`]));
  // The tab may be gone by now.
  await attempt(() =>
    Promise.all([
      setIcon({ tabId, path }),
      browser.action.setBadgeText({ tabId, text: active && figures > 0 ? String(figures) : '' }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#5f5a52' }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    ]),
  );
}

/** Where the tab is gone, Chromium's promise is kept all the same and the fault goes to the console; only a callback may take it. */
function setIcon(details: Browser.action.TabIconDetails): Promise<void> {
  return new Promise((resolve) => {
    chrome.action.setIcon(details, () => {
      void chrome.runtime.lastError;
      resolve();
    });
  });
}
