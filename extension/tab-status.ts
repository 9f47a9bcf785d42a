// What is known of the page of a tab: its status, the site of its host, and whether the browser withholds it.
import type { Browser } from 'wxt/browser';
import { hasAccess, injectReader } from './access.ts';
import type { Site } from './domain.ts';
import { askBackground, askPage, type Status } from './messages.ts';

export type Tab = Browser.tabs.Tab & { id: number };

/**
 * The status of a tab's page; null where it does not answer. A page that names nobody yet has been read to its end.
 * @param inject whether the reader is brought to a page without a gate, as the browser allows
 */
export async function statusOf(tab: number, inject = true): Promise<Status | null> {
  let status = await askPage(tab, 'status');
  if (!status.ok && inject && (await injectReader(tab)).ok) status = await askPage(tab, 'status');
  if (status.ok && status.value.active && status.value.figures.length === 0) {
    await askPage(tab, 'mentions'); // is answered once the whole page has been read
    status = await askPage(tab, 'status');
  }
  return status.ok ? status.value : null;
}

/** Without an answer from the background, the switch covers only this host. */
export async function siteOf(host: string): Promise<Site> {
  const site = await askBackground('site', { host });
  return site.ok ? site.value : { domain: host, subdomains: false };
}

/** Whether the browser withholds this page, of those that extensions may read. */
export async function isWithheld({ url }: Tab): Promise<boolean> {
  // If we do not see the address, the browser may be withholding the site.
  const readable = url === undefined || /^https?:/.test(url);
  return readable && !(await hasAccess());
}
