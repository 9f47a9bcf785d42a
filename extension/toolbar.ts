// The toolbar button: grey by default, in colour with the number of figures where a page is marked.
// Browsers reset both when a tab navigates.
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

/** If the tab is gone, Chromium resolves the promise and logs an error; only a callback can suppress that. */
function setIcon(details: Browser.action.TabIconDetails): Promise<void> {
  return new Promise((resolve) => {
    chrome.action.setIcon(details, () => {
      void chrome.runtime.lastError;
      resolve();
    });
  });
}
