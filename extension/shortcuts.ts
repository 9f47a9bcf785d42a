// The keys of our commands, and the page of the browser where they are changed.
import { browser } from 'wxt/browser';

/** As the manifest lists the commands; some browsers return them by the alphabet. */
const ORDER = [
  '_execute_action',
  'toggle-site',
  'next-mention',
  'previous-mention',
  'announce',
  'keep-article',
  'open-panel',
];

export interface Shortcut {
  /** What the command does, in the reader's language. */
  description: string;
  /** As the browser writes it; empty where none is assigned. */
  keys: string;
}

/** @param action describes the one command that browsers leave without a description: pressing our button */
export async function listShortcuts(action: string): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? []; // phones have no commands
  const place = ({ name = '' }: { name?: string }) => ORDER.indexOf(name);
  return [...commands]
    .sort((one, other) => place(one) - place(other))
    .map(({ description, shortcut }) => ({ description: description || action, keys: shortcut ?? '' }));
}

/** Opens that page; of a browser that lets nobody open it, which one it is, so that readers are told where it is. */
export type ShortcutPage = (() => void) | 'firefox' | 'safari';

export function shortcutPage(): ShortcutPage {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  if (commands?.openShortcutSettings) return () => void commands.openShortcutSettings?.();
  if (import.meta.env.CHROME || import.meta.env.EDGE)
    return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  return import.meta.env.SAFARI ? 'safari' : 'firefox';
}
