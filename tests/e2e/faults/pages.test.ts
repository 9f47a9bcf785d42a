// Pages go away and come back: put by and shown again, discarded for want of memory, closed in the middle of something;
// access to them is withdrawn; messages come twice, in any order, and before anybody is ready; the clock jumps.
import { expect, test } from 'vitest';
import en from '../../../locales/en.json' with { type: 'json' };
import { until } from '../driver/wait.mjs';
import { textOf } from '../form.ts';
import { article, inBothBrowsers } from '../stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

// What may not be stored is not put by either.
const CALL = {
  body: article(
    '<p>Donald Trump spoke with Gustavo Petro.</p>',
    `<script>addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.persisted = persisted })</script>`,
  ),
  headers: { 'cache-control': 'max-age=600' },
};
const OTHER = '<!doctype html><title>Recipes</title><h1>Fried plantain</h1>';
const MARKED = ['Donald Trump', 'Gustavo Petro'];

inBothBrowsers((stage) => {
  type Shown = Awaited<ReturnType<typeof stage.show>>;
  const show = async () => {
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(MARKED);
    return tab;
  };
  const badge = (tab: Shown) => stage.driver.badge(tab);
  const send = (tab: Shown, message: object) => tab.send(message as { type: string });

  /** Follows a link away from a page, does something, and comes back to it as it was put by. */
  const away = async (tab: Shown, meanwhile: () => Promise<unknown>) => {
    // Chromium puts no page by that waits for an answer: its report must have been heard.
    await expect.poll(() => badge(tab)).not.toBe('');
    await tab.page.goto(stage.address(OTHER));
    await expect.poll(() => badge(tab)).toBe('');
    await meanwhile();
    tab.spend();
    await tab.page.goBack({ waitUntil: [] });
    await expect.poll(() => tab.page.evaluate(() => document.documentElement.dataset.persisted)).toBe('true');
  };

  test('a page from the back/forward cache comes back with its marks and badge, and opens cards', async () => {
    const tab = await show();
    await tab.hover('Donald Trump');
    await tab.card();
    await away(tab, async () => {});
    await expect.poll(tab.painted).toEqual(MARKED);
    await expect.poll(() => badge(tab)).toBe('2');
    await tab.move(900, 700);
    await tab.cardGone();
    await tab.hover('Gustavo Petro');
    await expect.poll(async () => (await tab.card()).text()).toContain('Gustavo Petro');
    expect(await tab.page.evaluate(() => document.querySelectorAll('dramatis-card').length)).toBe(1);
  });

  test('settings changed while a page was in the back/forward cache are obeyed when it comes back', async () => {
    const muted = await show();
    await away(muted, () => stage.driver.settings({ muted: ['petro'] }));
    await expect.poll(muted.painted).toEqual(['Donald Trump']);
    await expect.poll(() => badge(muted)).toBe('1');
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await away(tab, () => stage.driver.settings({ 'site:example.com': 'off' }));
    await expect.poll(tab.painted).toEqual([]);
    await expect.poll(() => badge(tab)).toBe('');
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
  });

  test('a tab that was discarded is marked when it is shown again', async () => {
    const tab = await show();
    await stage.show(OTHER);
    const discarded = await stage.driver.inExtension(
      async (id) => (await chrome.tabs.discard(id as number))?.id ?? (id as number),
      tab.id,
    );
    await stage.driver.settings({ muted: ['petro'] });
    await stage.driver.inExtension((id) => chrome.tabs.update(id, { active: true }).then(() => {}), discarded);
    const mentions = () =>
      stage.driver.inExtension(
        (id) => chrome.tabs.sendMessage(id, { type: 'mentions' }, { frameId: 0 }) as Promise<{ text: string }[]>,
        discarded,
      );
    // Where the browser would not discard it, the tab hears of the setting a moment later.
    await expect
      .poll(() =>
        mentions()
          .then((all) => all.map(({ text }) => text))
          .catch(() => null),
      )
      .toEqual(['Donald Trump']);
    await expect
      .poll(() => stage.driver.inExtension((id) => chrome.action.getBadgeText({ tabId: id }), discarded))
      .toBe('1');
    await stage.driver.inExtension((id) => chrome.tabs.remove(id), discarded);
  });

  test('what was asked in a tab is done even when the tab is closed', async () => {
    const tab = await stage.driver.open(stage.address(CALL));
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.hover('Gustavo Petro');
    const card = await tab.card();
    const choose = (text: string) =>
      card.evaluate((root, words) => {
        const buttons = [...root.querySelectorAll('button')];
        buttons.find((one) => one.innerText.startsWith(words))?.setAttribute('data-choice', '');
        return root.querySelector('[data-choice]') !== null;
      }, text);
    await until('the button', () => choose(en.card_openStory));
    await card.click('[data-choice]');
    await tab.close();
    const story = () =>
      stage.driver.inExtension(async () =>
        (await chrome.tabs.query({ url: `${chrome.runtime.getURL('/')}story.html` })).map(({ id, url }) => ({
          id,
          url,
        })),
      );
    await expect.poll(async () => (await story()).map(({ url }) => url)).toEqual([expect.stringContaining('petro')]);
    for (const { id } of await story()) await stage.driver.inExtension((one) => chrome.tabs.remove(one as number), id);
  });

  test('messages that come twice, in any order, or incomplete', async () => {
    const tab = await show();
    await Promise.all(Array.from({ length: 21 }, (_, at) => send(tab, { type: 'markOnce', on: at % 2 === 1 })));
    await expect.poll(tab.painted).toEqual([]);
    await Promise.all(Array.from({ length: 5 }, () => send(tab, { type: 'markOnce', on: true })));
    await expect.poll(tab.painted).toEqual(MARKED);
    await Promise.all(Array.from({ length: 5 }, () => send(tab, { type: 'reveal', figure: 'petro', step: 1 })));
    await tab.card();
    expect(await tab.page.evaluate(() => document.querySelectorAll('dramatis-card').length)).toBe(1);
    for (const half of [
      { type: 'markOnce' },
      { type: 'markOnce', on: 'yes' },
      { type: 'reveal', figure: {}, step: 1 },
      { type: 'reveal', figure: null, step: 7 },
      { type: 'mentionz' },
      {},
    ])
      expect(await send(tab, half).catch(() => undefined)).toBeOneOf([undefined, null]);
    expect(await tab.status()).toMatchObject({ active: true });
    await stage.driver.inExtension(() =>
      Promise.all(Array.from({ length: 10 }, () => chrome.runtime.sendMessage({ type: 'mute', figure: 'petro' }))),
    );
    expect(await stage.driver.stored()).toMatchObject({ muted: ['petro'] });
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
  });

  test('a page that is asked before it is ready answers once it is', async () => {
    const slow = { ...CALL, body: `${CALL.body}${'<p>Nobody else.</p>'.repeat(2000)}` };
    const tab = await stage.driver.open(stage.address(slow), { waitUntil: 'domcontentloaded' });
    const revealed = () => send(tab, { type: 'reveal', figure: 'petro', step: 1 });
    await until('the mention to be revealed', revealed);
    expect(await (await tab.card()).text()).toContain('Gustavo Petro');
    await tab.close();
  });

  test('a clock that jumps back and forth stops nothing', async () => {
    const tab = await show();
    if (stage.engine === 'chromium') {
      // In the script's own world, where only the browser's debugger reaches.
      const devtools = await tab.page.createCDPSession();
      const worlds: { id: number; origin: string }[] = [];
      devtools.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
      await devtools.send('Runtime.enable');
      const world = worlds.find(({ origin }) => origin.startsWith('chrome-extension:'));
      expect(world).toBeDefined();
      await devtools.send('Runtime.evaluate', {
        contextId: world?.id as number,
        expression: 'let jumps = 0; Date.now = () => (jumps++ % 2 ? 0 : 4e12)',
      });
    } else await tab.page.evaluate(() => Object.assign(Date, { now: () => (Math.random() < 0.5 ? 0 : 4e12) }));
    await tab.hover('Donald Trump');
    await tab.card();
    await tab.move(900, 700);
    await tab.cardGone();
    await tab.page.evaluate(() => document.querySelector('p')?.append(' Marco Rubio was told.'));
    await expect.poll(tab.painted).toEqual([...MARKED, 'Marco Rubio']);
  });

  test('access that is withdrawn, given on click, and given back', async () => {
    const tab = await show();
    const origins = ['http://*/*', 'https://*/*'];
    const withdraw = async () => {
      if (stage.engine === 'chromium') await stage.driver.configure({ hostAccess: 'ON_CLICK' });
      else await stage.driver.inExtension((all) => chrome.permissions.remove({ origins: all }), origins);
    };
    const giveBack = async () => {
      if (stage.engine === 'chromium') await stage.driver.configure({ hostAccess: 'ON_ALL_SITES' });
      else await stage.driver.grant(origins);
    };
    await withdraw();
    try {
      await tab.page.bringToFront();
      // A page that is marked already stays so, and still obeys.
      await expect.poll(tab.painted).toEqual(MARKED);
      await tab.page.reload();
      await expect.poll(() => tab.page.evaluate(() => document.readyState)).toBe('complete');
      expect(await tab.painted()).toEqual([]);
      if (stage.engine === 'chromium') {
        // The first click on the button gives access to this page, the next one opens the popup.
        const [ours] = (await stage.driver.browser.extensions()).values();
        await ours?.triggerAction(tab.page);
        await expect.poll(tab.painted).toEqual(MARKED);
      }
      const popup = await stage.driver.popup(tab);
      // In Firefox the popup stands in a tab here, and nobody has clicked the button.
      await expect
        .poll(() => textOf(popup))
        .toContain(stage.engine === 'chromium' ? 'Gustavo Petro' : en.popup_withheld);
      await popup.close();
    } finally {
      await giveBack();
    }
    await tab.page.bringToFront();
    await tab.page.reload();
    await expect.poll(tab.painted).toEqual(MARKED);
  });
});
