// The side panel: it follows the tab in front of its window and the reader's place on the page.
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from './stage.ts';

type Event = { dispatch(...given: unknown[]): void };
declare const chrome: Omit<typeof import('wxt/browser').browser, 'extension' | 'commands' | 'contextMenus'> & {
  extension: { getViews(of: { windowId?: number; type?: 'sidebar' }): (typeof globalThis)[] };
  commands: {
    onCommand: Event;
    update(command: { name: string; shortcut: string }): Promise<void>;
    reset(name: string): Promise<void>;
  };
  contextMenus: { onClicked: Event };
};

const GAP = '<div style="height: 3000px"></div>';
const CALL = article(`<p>Donald Trump spoke with Gustavo Petro.</p>${GAP}
  <p>Far below, Marco Rubio packed his bags.</p>${GAP}<p>Trump sounded pleased.</p>${GAP}`);
const OTHER = article('<p>Nicolás Maduro kept silent.</p>');

// In Firefox the panel's page stands behind the page here, so it is read and pressed through its document.
const textOf = (panel: Page) => panel.evaluate(() => document.body.innerText);
const namesIn = (panel: Page) =>
  panel.evaluate(() => [...document.querySelectorAll('.figures .figure')].map(({ textContent }) => textContent));
/** Whom the panel tells of. */
const shownIn = (panel: Page) => panel.evaluate(() => document.querySelector('#who')?.textContent);
const press = (panel: Page, name: string) =>
  panel.evaluate((wanted) => {
    const found = [...document.querySelectorAll<HTMLElement>('button')].find(({ innerText }) =>
      innerText.includes(wanted),
    );
    if (!found) throw new Error(`Nothing to press: ${wanted}`);
    found.click();
  }, name);

/** Sentences of our own, enough for an article. */
const P = Array.from({ length: 4 }, (_, at) => [
  `The harbour of Velmouth will stay closed for ${at + 2} more weeks, its director Ruth Adeyemi said on Thursday,`,
  'because the crane fell onto the empty quay, and ships of all sizes have been waiting outside since then.',
]).map((words) => words.join(' '));

inBothBrowsers((stage) => {
  test('lists who is on the page, tells of the first, follows the reader’s place, and leads to a next mention', async () => {
    const tab = await stage.show(CALL);
    await tab.mentions();
    const panel = await stage.driver.panel(tab);
    await expect.poll(() => namesIn(panel)).toEqual(['Donald Trump', 'Gustavo Petro', 'Marco Rubio']);
    expect(await shownIn(panel)).toBe('Donald Trump');
    expect(await panel.evaluate(() => document.querySelectorAll('.statements .cite').length)).toBeGreaterThan(0);

    await tab.page.evaluate(() => scrollTo(0, 3000));
    await expect.poll(() => shownIn(panel)).toBe('Marco Rubio');
    // Between two mentions it stays with the last one.
    await tab.page.evaluate(() => scrollTo(0, 4500));
    await expect.poll(() => panel.evaluate(() => document.querySelector('.in-view'))).toBe(null);
    expect(await shownIn(panel)).toBe('Marco Rubio');

    // Without a card
    await tab.page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => shownIn(panel)).toBe('Donald Trump');
    await press(panel, 'Marco Rubio');
    await expect.poll(() => tab.page.evaluate(() => scrollY)).toBeGreaterThan(2000);
    await expect.poll(() => shownIn(panel)).toBe('Marco Rubio');
    expect(await tab.page.evaluate(() => document.querySelector('dramatis-card:popover-open'))).toBe(null);
    await panel.close();
  });

  test('shows the page in front, however quickly tabs change', async () => {
    const first = await stage.show(CALL);
    await first.mentions();
    const second = await stage.show(OTHER);
    await second.mentions();
    const panel = await stage.driver.panel(second);
    await expect.poll(() => namesIn(panel)).toEqual(['Nicolás Maduro']);
    await stage.driver.inExtension(
      async (one, other) => {
        for (const id of [one, other, one, other, one]) await chrome.tabs.update(id, { active: true });
      },
      first.id,
      second.id,
    );
    await expect.poll(() => namesIn(panel)).toEqual(['Donald Trump', 'Gustavo Petro', 'Marco Rubio']);
    expect(await shownIn(panel)).toBe('Donald Trump');
    await panel.close();
  });

  test('each window has a panel of its own, which follows that window alone', async () => {
    const tab = await stage.show(CALL);
    await tab.mentions();
    const panel = await stage.driver.panel(tab);
    await expect.poll(() => namesIn(panel)).toContain('Marco Rubio');
    const other = await stage.driver.inExtension(async (url) => {
      const { id } = (await chrome.windows.create({ url: chrome.runtime.getURL('/sidepanel.html') }))!;
      await chrome.tabs.create({ windowId: id!, url, active: true });
      return id!;
    }, stage.address(OTHER));
    const namesInOther = () =>
      stage.driver.inExtension(
        (windowId) =>
          chrome.extension
            .getViews({ windowId })
            .map((view) => view.document)
            .filter(({ location }) => location.pathname === '/sidepanel.html')
            .flatMap((panelIn) => [...panelIn.querySelectorAll('.figures .figure')])
            .map(({ textContent }) => textContent),
        other,
      );
    await expect.poll(namesInOther).toEqual(['Nicolás Maduro']);
    expect(await namesIn(panel)).toEqual(['Donald Trump', 'Gustavo Petro', 'Marco Rubio']);
    await stage.driver.inExtension((id) => chrome.windows.remove(id), other);
    await panel.close();
  });

  if (stage.engine === 'firefox') {
    const sidebars = () =>
      stage.driver.inExtension(() =>
        chrome.extension.getViews({ type: 'sidebar' }).map(({ document }) => document.body.innerText),
      );

    // In Chromium all tests here go that way.
    test('opens as a sidebar from the popup, and never by itself', async () => {
      expect(await sidebars()).toEqual([]);
      const popup = await stage.driver.extensionPage('popup.html');
      await popup.bringToFront();
      await (await popup.waitForSelector('.open-panel'))?.click();
      await expect.poll(async () => (await sidebars())[0]).toContain('On this page');
      await stage.driver.hideSidebar();
    });

    test('opens as a sidebar by the key that the reader gives it', async () => {
      await stage.driver.inExtension(() => chrome.commands.update({ name: 'open-panel', shortcut: 'Alt+Shift+P' }));
      const tab = await stage.show(CALL);
      await tab.mentions();
      await stage.driver.pressKey('P');
      await expect.poll(async () => (await sidebars())[0]).toContain('Marco Rubio');
      await stage.driver.hideSidebar();
      await stage.driver.inExtension(() => chrome.commands.reset('open-panel'));
    });
  }
  // No tool can press a browser's own keys or menus, and no other event may open the panel: what is asked is told.
  else
    test('a key and the menu ask for the panel first of all, while it may still be opened', async () => {
      const tab = await stage.show(CALL);
      await tab.mentions();
      const worker = await stage.driver.awake();
      const asked = await worker.evaluate(async () => {
        const [front] = await chrome.tabs.query({ active: true });
        const calls: unknown[] = [];
        const { open } = chrome.sidePanel;
        chrome.sidePanel.open = async (options) => void calls.push(options);
        chrome.commands.onCommand.dispatch('open-panel', front);
        const byKey = calls.length;
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'panel' }, front);
        chrome.sidePanel.open = open;
        return { byKey, calls, windowId: front?.windowId };
      });
      await worker.release();
      expect(asked.byKey).toBe(1);
      expect(asked.calls).toEqual([{ windowId: asked.windowId }, { windowId: asked.windowId }]);
    });

  test('follows a tab to another page, and says what can be done on one that is not news', async () => {
    const tab = await stage.show(OTHER);
    await tab.mentions();
    const panel = await stage.driver.panel(tab);
    await expect.poll(() => namesIn(panel)).toEqual(['Nicolás Maduro']);
    await tab.page.goto(stage.address('<!doctype html><title>Recipes</title><p>Donald Trump never ate it.</p>'));
    await expect.poll(() => textOf(panel)).toContain('does not look like news');
    expect(await shownIn(panel)).toBe(undefined);
    await press(panel, 'Mark this page anyway');
    await expect.poll(() => shownIn(panel)).toBe('Donald Trump');
    await panel.close();
  });

  test('brings no reader to a site that is switched off, and says that it is', async () => {
    await stage.driver.settings({ 'site:example.com': 'off' });
    const tab = await stage.show(CALL);
    const panel = await stage.driver.panel(tab);
    await expect.poll(() => textOf(panel)).toContain('Switched off here');
    // The popup, from which the panel is opened in Chromium, brings it: asked for, it looks at the page.
    if (stage.engine === 'firefox') expect(await stage.driver.hasReader(tab)).toBe(false);
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(() => namesIn(panel)).toEqual(['Donald Trump', 'Gustavo Petro', 'Marco Rubio']);
    await panel.close();
  });

  test('says so where no extension may run', async () => {
    const tab = await stage.show(OTHER);
    await tab.mentions();
    const panel = await stage.driver.panel(tab);
    await expect.poll(() => namesIn(panel)).toEqual(['Nicolás Maduro']);
    const browserPage = stage.engine === 'firefox' ? 'about:license' : 'chrome://version';
    const other = await stage.driver.open(browserPage, { waitUntil: [] });
    await expect.poll(() => textOf(panel)).toContain('it belongs to the browser');
    expect(await shownIn(panel)).toBe(undefined);
    await other.close();
    // In Firefox the panel’s own tab may be in front now.
    await tab.page.bringToFront();
    await expect.poll(() => namesIn(panel)).toEqual(['Nicolás Maduro']);
    await panel.close();
  });

  test('keeps the article in front', async () => {
    const tab = await stage.show(article(P.map((text) => `<p>${text}</p>`).join('')));
    await tab.mentions();
    const panel = await stage.driver.panel(tab);
    await expect.poll(() => textOf(panel)).toContain('Keep this article');
    await press(panel, 'Keep this article');
    const page = await stage.driver.ownPage('keep.html');
    await expect.poll(() => textOf(page)).toContain('Ruth Adeyemi');
    await page.close();
    await panel.close();
  });
});
