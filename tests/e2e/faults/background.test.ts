// Browsers may end the background at any moment: here before each request, and at each step of serving one. No work is
// left half done. Requests are served all the same, except those that only the reader can repeat, such as a shortcut.
import { expect, test } from 'vitest';
import { until } from '../driver/wait.mjs';
import { article, inBothBrowsers } from '../stage.ts';

type Event = { dispatch(...given: unknown[]): void };
declare const chrome: typeof import('wxt/browser').browser & {
  commands: { onCommand: Event };
  contextMenus: { onClicked: Event };
};

const CALL = article('<p>Donald Trump spoke with Gustavo Petro.</p>');
const MARKED = ['Donald Trump', 'Gustavo Petro'];

inBothBrowsers((stage) => {
  const show = async () => {
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(MARKED);
    return tab;
  };
  type Shown = Awaited<ReturnType<typeof show>>;
  const end = () => stage.driver.endBackground();
  const pressSwitch = (popup: Awaited<ReturnType<typeof stage.driver.popup>>) =>
    popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
  const badges = () =>
    stage.driver.inExtension(async () => {
      const tabs = await chrome.tabs.query({});
      return Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id as number })));
    });
  /** Opens the corrections of the card at a name and presses one of them. */
  const correct = async (tab: Shown, name: string, choice: string) => {
    await tab.hover(name);
    const card = await tab.card();
    const label = '.correct';
    await card.click(label);
    const buttons = () => card.evaluate((root) => [...root.querySelectorAll('button')].map((one) => one.innerText));
    await expect.poll(async () => (await buttons()).some((text) => text.includes(choice))).toBe(true);
    const number = (await buttons()).findIndex((text) => text.includes(choice));
    await card.evaluate((root, at) => root.querySelectorAll('button')[at]?.setAttribute('data-choice', ''), number);
    await card.click('[data-choice]');
  };
  const storyTabs = () =>
    stage.driver.inExtension(async () =>
      (await chrome.tabs.query({})).map(({ url }) => url ?? '').filter((url) => url.includes('/story.html')),
    );
  const closeStory = () =>
    stage.driver.inExtension(async () => {
      const tabs = await chrome.tabs.query({});
      for (const { id, url } of tabs)
        if (id !== undefined && url?.includes('/story.html')) await chrome.tabs.remove(id);
    });

  test('ended before the popup opens, and before its switch is pressed', async () => {
    const tab = await show();
    await end();
    const popup = await stage.driver.popup(tab);
    await until('the switch', () => popup.evaluate(() => document.querySelector('[role=switch]') !== null));
    await expect.poll(() => popup.evaluate(() => document.body.innerText)).toContain('subdomains');
    await end();
    await pressSwitch(popup);
    await expect.poll(tab.painted).toEqual([]);
    await popup.close();
  });

  test('ended before a page reports: the badge is right', async () => {
    await end();
    await show();
    await expect.poll(badges).toContain('2');
    await end();
    await stage.driver.settings({ muted: ['petro'] });
    await expect.poll(badges).toContain('1');
  });

  test('ended before a marked page changes: who comes is marked, and who goes is not', async () => {
    const tab = await show();
    await end();
    await tab.page.evaluate(() => {
      document.querySelector('p')?.append(' Then he met Marco Rubio.');
    });
    await expect.poll(tab.painted).toEqual([...MARKED, 'Marco Rubio']);
    await end();
    await tab.page.evaluate(() => {
      (document.querySelector('p') as HTMLElement).textContent = 'Nobody met Nicolás Maduro.';
    });
    await expect.poll(tab.painted).toEqual(['Nicolás Maduro']);
  });

  test('ended before a correction, a mute and the story are asked for in the card', async () => {
    const tab = await show();
    await end();
    await correct(tab, 'Gustavo Petro', 'this page');
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    // The card offers to undo it.
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
    expect(Object.keys(await stage.driver.stored()).filter((key) => key.startsWith('correction:http'))).toHaveLength(1);
    await end();
    await correct(tab, 'Donald Trump', 'Never mark');
    await expect.poll(tab.painted).toEqual([]);
    expect(await stage.driver.stored()).toMatchObject({ muted: ['trump-petro-2026/trump'] });
  });

  // What follows looks into the background, which only Chromium lets anybody do.
  if (stage.engine === 'firefox') return;

  /**
   * Wakes the background and has it hang at its next call of `api`, just before or just after the browser has done it.
   */
  const hangAt = async (api: string, when: 'before' | 'after') => {
    // A new one, in which nobody has called `api` yet.
    await end();
    const worker = await stage.driver.awake();
    await worker.evaluate(
      (path, late) => {
        const names = path.split('.');
        const name = names.pop() as string;
        // biome-ignore lint/suspicious/noExplicitAny: the path is known only at run time
        const home = names.reduce((at, one) => at[one], chrome as any);
        const real = home[name].bind(home);
        home[name] = async (...given: unknown[]) => {
          if (late) await real(...given);
          Object.assign(globalThis, { hangs: true });
          return new Promise(() => {});
        };
      },
      api,
      when === 'after',
    );
    return {
      /** Ends it once it hangs there. */
      async end() {
        await until(`the background to reach ${api}`, () => worker.evaluate(() => 'hangs' in globalThis));
        await worker.close();
      },
    };
  };
  const times = ['before', 'after'] as const;
  const steps = (...apis: string[]) => apis.flatMap((api) => times.map((when) => [when, api] as const));

  test.each(steps('storage.local.get', 'storage.local.set', 'tabs.query'))(
    'ended %s %s: a mute is kept',
    async (when, api) => {
      const tab = await show();
      const hang = await hangAt(api, when);
      await correct(tab, 'Gustavo Petro', 'Never mark');
      await hang.end();
      await expect.poll(tab.painted).toEqual(['Donald Trump']);
      await expect.poll(async () => (await tab.card()).text()).toContain('is no longer marked');
      expect(await stage.driver.stored()).toMatchObject({ muted: ['trump-petro-2026/petro'] });
    },
  );

  // Read in the same way as a mute.
  test.each(steps('storage.local.set'))('ended %s %s: a correction is kept', async (when, api) => {
    const tab = await show();
    const hang = await hangAt(api, when);
    await correct(tab, 'Gustavo Petro', 'this site');
    await hang.end();
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await expect.poll(async () => (await tab.card()).text()).toContain('is no longer marked');
    expect(await stage.driver.stored()).toMatchObject({
      'correction:example.com': [{ figure: 'trump-petro-2026/petro' }],
    });
  });

  test.each(steps('action.setIcon', 'action.setBadgeText'))('ended %s %s: the badge is right', async (when, api) => {
    const hang = await hangAt(api, when);
    await stage.show(CALL);
    await hang.end();
    await expect.poll(badges).toContain('2');
  });

  test.each(steps('tabs.query', 'tabs.create'))('ended %s %s: the story is opened once', async (when, api) => {
    const tab = await show();
    await tab.hover('Gustavo Petro');
    const card = await tab.card();
    const hang = await hangAt(api, when);
    await tab.page.bringToFront();
    await tab.hover('Gustavo Petro');
    const number = await card.evaluate((root) =>
      [...root.querySelectorAll('button')].findIndex((one) => one.innerText === 'Open story'),
    );
    await card.evaluate((root, at) => root.querySelectorAll('button')[at]?.setAttribute('data-choice', ''), number);
    await card.click('[data-choice]');
    await hang.end();
    await expect.poll(storyTabs).toEqual([expect.stringContaining('/figure/petro')]);
    // The page may be asking once more; with it goes whoever asks.
    await tab.close();
    await stage.driver.awake().then(({ release }) => release());
    await closeStory();
  });

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

  test.each(steps('tabs.sendMessage', 'storage.local.get', 'storage.local.set'))(
    'ended %s %s: the command for the site is done or not, and works the next time',
    async (when, api) => {
      const tab = await show();
      const hang = await hangAt(api, when);
      await send('command', 'toggle-site');
      await hang.end();
      const off = when === 'after' && api === 'storage.local.set';
      await expect.poll(tab.painted).toEqual(off ? [] : MARKED);
      await send('command', 'toggle-site');
      await expect.poll(tab.painted).toEqual(off ? MARKED : []);
    },
  );

  test('ended while a menu’s story is opened: the next time opens it', async () => {
    await show();
    const hang = await hangAt('tabs.create', 'before');
    await send('menu', { selectionText: 'take up arms' });
    await hang.end();
    const searches = async () => (await storyTabs()).filter((url) => url.includes('#search/'));
    expect(await searches()).toEqual([]);
    await send('menu', { selectionText: 'take up arms' });
    await expect.poll(searches).toHaveLength(1);
    await closeStory();
  });

  test('ended before it could create its menu: the next start creates it', async () => {
    await stage.driver.inExtension(() => chrome.contextMenus.removeAll());
    await end();
    // A menu that is there can be changed.
    const there = () =>
      stage.driver.inExtension(async () => {
        await chrome.runtime.sendMessage({ type: 'site', host: 'example.com' });
        return chrome.contextMenus.update('look-up', {}).then(
          () => true,
          () => false,
        );
      });
    await expect.poll(there).toBe(true);
  });
});
