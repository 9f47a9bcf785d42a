// Which pages the browser lets us read: asking for what it withholds, and reaching a page that was open before we were installed.
import { browser } from 'wxt/browser';
import { attempt, type Outcome } from './outcome.ts';

type ScriptPath = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>[number];

const contentScripts = () => browser.runtime.getManifest().content_scripts ?? [];

/** The pages that content scripts run on, as the manifest says. */
const origins = (): string[] => [...new Set(contentScripts().flatMap(({ matches }) => matches ?? []))];

/** What runs on these pages: the paths of scripts, in the order of the manifest. (Firefox gives whole addresses.) */
export const scripts = () =>
  contentScripts().flatMap(({ js }) =>
    (js ?? []).map((path) => new URL(path, browser.runtime.getURL('/')).pathname as ScriptPath),
  );

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
  return attempt(() => browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: scripts() }));
}
