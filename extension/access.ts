// Access to pages: what the browser allows, asking for more, and injecting our scripts.
import { type Browser, browser } from 'wxt/browser';
import type { Injection, Sender } from './messages.ts';
import { attempt, type Outcome } from './outcome.ts';

/** A script of ours, as the build names it. */
export type ScriptPath = NonNullable<Parameters<typeof browser.scripting.executeScript>[0]['files']>[number];

const GATE: ScriptPath = '/gate.js';
const JUDGE: ScriptPath = '/judge.js';
/** The script that reads a page; the welcome page loads it itself. */
export const READER: ScriptPath = '/reader.js';

const contentScripts = () => browser.runtime.getManifest().content_scripts ?? [];

/** The match patterns of our content scripts, from the manifest. */
const origins = (): string[] => [...new Set(contentScripts().flatMap(({ matches }) => matches ?? []))];

/** Whether the reader has given access to all pages that the manifest asks for. */
export async function hasAccess(): Promise<boolean> {
  const outcome = await attempt(() => browser.permissions.contains({ origins: origins() }));
  return outcome.ok && outcome.value;
}

/** Asks the reader for that access. Browsers allow this only directly from a click. */
export async function requestAccess(): Promise<boolean> {
  const outcome = await attempt(() => browser.permissions.request({ origins: origins() }));
  return outcome.ok && outcome.value;
}

/** Injects the reader script into a tab, gate or no gate. Browsers allow it for the tab whose popup is open. */
export function injectReader(tab: number): Promise<Outcome<unknown>> {
  return attempt(() => browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: [READER] }));
}

/** Injects a script into the document that asked for it, even if it has moved to another tab. */
function injectInto({ tab, documentId }: Sender, script: ScriptPath) {
  const target = { tabId: tab?.id ?? -1, ...(documentId ? { documentIds: [documentId] } : { frameIds: [0] }) };
  return attempt(() => browser.scripting.executeScript({ target, files: [script] }));
}

/** Judges the document that asked for it. @returns what kind of page it is; null where that cannot be told now */
export async function injectJudge(sender: Sender): Promise<unknown> {
  const judged = await injectInto(sender, JUDGE);
  return judged.ok ? (judged.value[0]?.result ?? null) : null;
}

/** Injects the reader script into the document that asked for it, unless the page is surely no news. */
export async function injectReaderIfNews(sender: Sender): Promise<Injection | 'no-news'> {
  // Without a verdict the reader comes, and asks for one itself.
  return (await injectJudge(sender)) === 'other' ? 'no-news' : injectReaderFor(sender);
}

/** Injects the reader script into the document that asked for it. */
export async function injectReaderFor(sender: Sender): Promise<Injection> {
  const { tab, url } = sender;
  if (tab?.id === undefined) return 'failed';
  const outcome = await injectInto(sender, READER);
  if (outcome.ok) return 'done';
  const allowed = await attempt(() => browser.permissions.contains({ origins: [originOf(url ?? '')] }));
  return allowed.ok && !allowed.value ? 'refused' : 'failed';
}

/** Injects the gate into pages that were open before this version was installed (Firefox does so itself). */
export async function injectGates(): Promise<void> {
  const tabs = await attempt(() => browser.tabs.query({ url: origins() }));
  if (!tabs.ok) return;
  await Promise.all(
    tabs.value
      .filter(isLoaded)
      .map(({ id }) =>
        attempt(() =>
          browser.scripting.executeScript({ target: { tabId: id as number, frameIds: [0] }, files: [GATE] }),
        ),
      ),
  );
}

/** Whether a tab's page is in memory; a discarded one gets its gate when it is loaded again. */
const isLoaded = ({ id, discarded }: Browser.tabs.Tab): boolean => id !== undefined && !discarded;

/** The match pattern of a page's own origin; patterns have no ports. */
function originOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
