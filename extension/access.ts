// Which pages the browser lets us read: asking for what it withholds, and reaching a page that was open before we were installed.
import { browser } from 'wxt/browser';
import { attempt, type Outcome } from './outcome.ts';

/** The pages that content scripts run on, as the manifest says. */
function origins(): string[] {
  return browser.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches ?? []) ?? [];
}

/** Whether the reader has given access to all pages that the manifest asks for. */
export async function hasAccess(): Promise<boolean> {
  const outcome = await attempt(() => browser.permissions.contains({ origins: origins() }));
  return outcome.ok && outcome.value;
}

/** Asks the reader for that access. Browsers hear it only straight from a click. */
export async function requestAccess(): Promise<boolean> {
  const outcome = await attempt(() => browser.permissions.request({ origins: origins() }));
  return outcome.ok && outcome.value;
}

/**
 * Starts the content script on a page that has none, because the page was open before the extension was (Chromium), or because
 * access is given on click only. Browsers allow it for the tab whose popup was opened.
 */
export function inject(tab: number): Promise<Outcome<unknown>> {
  return attempt(() =>
    browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: ['/content-script.js'] }),
  );
}
