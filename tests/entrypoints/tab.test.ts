// The popup's page: what the reader switches is what the popup shows, though the background tells pages of it later.
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createTabPage } from '../../entrypoints/popup/tab.ts';
import { askPage, tellPage } from '../../extension/messages.ts';
import type { Tab } from '../../extension/tab-status.ts';

vi.mock('../../extension/messages.ts', () => ({
  askPage: vi.fn(),
  tellPage: vi.fn(),
  askBackground: async (_: string, { host }: { host: string }) => ({
    ok: true,
    value: { domain: host, subdomains: false },
  }),
  onPageReport: () => {},
}));

const RULE = 'site:shop.example';
const status = (state: string) =>
  ({
    host: 'shop.example',
    active: false,
    state,
    news: { kind: 'other', because: [] },
    date: null,
    figures: [],
  }) as never;

/** A page that is not news, and knows of a change once it is told of it. */
function openPage(tab: Partial<Tab> = {}) {
  let state = 'not-news';
  vi.spyOn(browser.tabs.onUpdated, 'addListener').mockImplementation(() => {});
  vi.mocked(tellPage).mockImplementation(async (_, keys) => {
    const stored = await browser.storage.local.get(null);
    if (keys.includes(RULE)) state = stored[RULE] === 'off' ? 'switched-off' : 'not-news';
    if (keys.includes('activation') && stored.activation === 'chosen') state = 'not-chosen';
    return { ok: true, value: undefined };
  });
  vi.mocked(askPage).mockImplementation((async () => ({ ok: true, value: status(state) })) as never);
  const onState = vi.fn();
  return { page: createTabPage({ id: 7, incognito: false, ...tab } as Tab, onState), onState };
}

test('a site that is switched off over a page that is not news is shown as off', async () => {
  const { page, onState } = openPage();
  await page.refresh();
  expect(onState).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'not-news' }));
  await page.switchSite(false);
  expect(onState).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'off', because: 'switched-off' }));
});

test('so is a page where only chosen sites are marked from now on', async () => {
  const { page, onState } = openPage();
  await page.refresh();
  await browser.storage.local.set({ activation: 'chosen' });
  await page.refresh(['activation']);
  expect(onState).toHaveBeenLastCalledWith(expect.objectContaining({ kind: 'off', because: 'not-chosen' }));
});
