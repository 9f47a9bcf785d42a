// Keys and the menu of a selection. No tool can press a browser's own keys or menus, so their events are sent to the
// background, which only Chromium lets us do.
import { expect, test } from 'vitest';
import { until } from './driver/wait.mjs';
import { article, inBothBrowsers } from './stage.ts';

type Event = { dispatch(...given: unknown[]): void };
declare const chrome: typeof import('wxt/browser').browser & {
  commands: { onCommand: Event };
  contextMenus: { onClicked: Event };
};

const CALL = article('<p>Donald Trump spoke with Gustavo Petro.</p>');

inBothBrowsers((stage) => {
  if (stage.engine === 'firefox') return test.skip('not from outside', () => {});

  /** Sends an event to the background, about the tab in front. */
  const send = async (name: 'command' | 'menu', given: unknown) => {
    const worker = await stage.driver.awake();
    await worker.evaluate(
      async (kind, what) => {
        const [tab] = await chrome.tabs.query({ active: true });
        (kind === 'menu' ? chrome.contextMenus.onClicked : chrome.commands.onCommand).dispatch(what, tab);
      },
      name,
      given,
    );
    await worker.release();
  };

  test('next and previous mention open the card, which then has the focus', async () => {
    const tab = await stage.show(CALL);
    await tab.mentions();
    await send('command', 'next-mention');
    expect(await (await tab.card()).text()).toContain('Donald Trump');
    await send('command', 'next-mention');
    await expect.poll(async () => (await tab.card()).text()).toContain('Gustavo Petro');
    await send('command', 'previous-mention');
    await expect.poll(async () => (await tab.card()).text()).toContain('Donald Trump');
    await expect.poll(() => tab.page.evaluate(() => document.activeElement?.localName)).toBe('dramatis-card');
  });

  test('the site is switched off and on', async () => {
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).not.toEqual([]);
    await send('command', 'toggle-site');
    await expect.poll(tab.painted).toEqual([]);
    expect(await stage.driver.stored()).toMatchObject({ 'site:example.com': 'off' });
    await send('command', 'toggle-site');
    await expect.poll(tab.painted).not.toEqual([]);
    expect(await stage.driver.stored()).not.toHaveProperty('site:example.com');
  });

  test('a selection is looked up in the story', async () => {
    await stage.show(CALL);
    await send('menu', { selectionText: ' take up\n arms \ud83d' });
    const story = await until('the story', () =>
      stage.driver.browser
        .targets()
        .find((target) => target.url().includes('/story.html#search/'))
        ?.asPage(),
    );
    const asked = () => story.evaluate(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value);
    await expect.poll(asked).toBe('take up arms');
    await story.close();
  });
});
