// The storage fails: many writers at once, garbage in it, emptied, full, unreadable, of another version; and the files
// that fill it.
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import en from '../../../locales/en.json' with { type: 'json' };
import { choose, enter, press, textOf } from '../form.ts';
import { article, inBothBrowsers } from '../stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const CALL = article('<p>Donald Trump spoke with Gustavo Petro.</p>');
const MARKED = ['Donald Trump', 'Gustavo Petro'];
const contexts = 4;

/** Of a page whose storage refuses, or has refused. */
interface Refusing {
  refused?: boolean;
  refusals?: number;
}

inBothBrowsers((stage) => {
  /** Runs a function in four documents of the extension at once; each is given its number. */
  const inFour = async <T>(body: (number: number) => Promise<T>) => {
    const pages = await Promise.all(Array.from({ length: contexts }, () => stage.driver.extensionPage('icon/16.png')));
    const results = await Promise.all(pages.map((page, number) => page.evaluate(body, number)));
    for (const page of pages) await page.close();
    return results;
  };

  test('four contexts write 200 rules at once, and none is lost', async () => {
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(MARKED);
    await inFour(async (number) => {
      const own = Array.from({ length: 50 }, (_, index) => `site:s${number * 50 + index}.example.org`);
      if (number === 3) own[17] = 'site:example.com';
      await Promise.all(own.map((key) => chrome.storage.local.set({ [key]: 'off' })));
    });
    const stored = Object.entries(await stage.driver.stored()).filter(([key]) => key.startsWith('site:'));
    expect(stored).toHaveLength(200);
    expect(stored.every(([, rule]) => rule === 'off')).toBe(true);
    await expect.poll(tab.painted).toEqual([]);
  });

  test('four contexts mute figures at once, and none is lost', async () => {
    const answers = await inFour((number) =>
      Promise.all(
        Array.from({ length: 25 }, (_, index) =>
          chrome.runtime.sendMessage({ type: 'mute', figure: `figure-${number * 25 + index}` }),
        ),
      ),
    );
    expect(answers.flat()).toEqual(Array.from({ length: 100 }, () => true));
    expect((await stage.driver.stored()).muted).toHaveLength(100);
  });

  test('a storage full of garbage is like an empty one', async () => {
    // What each kind of garbage counts as is told in tests/extension/settings.test.ts.
    const kinds = ['garbage', { person: 'many' }, [[[null]]]];
    const keys = ['activation', 'density', 'trigger', 'dwell', 'muted', 'version', 'site:example.com'];
    const tab = await stage.show(CALL);
    for (const garbage of kinds) {
      await stage.driver.settings(Object.fromEntries(keys.map((key) => [key, garbage])));
      await stage.driver.settings({ 'correction:example.com': garbage });
      await tab.page.reload();
      await expect.poll(tab.painted).toEqual(MARKED);
    }
    const popup = await stage.driver.popup(tab);
    await expect.poll(() => popup.evaluate(() => document.body.innerText)).toContain('Gustavo Petro');
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await expect.poll(tab.painted).toEqual([]);
    await popup.close();
  });

  test('a garbled dataset is written again', async () => {
    const tab = await stage.show(CALL);
    const opened = async () => {
      await expect.poll(tab.painted).toEqual(MARKED);
      await tab.hover('Gustavo Petro');
      expect(await (await tab.card()).text()).toContain('Gustavo Petro');
    };
    await opened();
    // What else is no text is told in tests/extension/compiled.test.ts.
    for (const garbage of ['garbage', null]) {
      await stage.driver.inExtension(async (value) => {
        const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('data:'));
        if (keys.length === 0) throw new Error('No dataset is laid out.');
        await chrome.storage.local.set(Object.fromEntries(keys.map((key) => [key, value])));
      }, garbage);
      await tab.page.mouse.move(5, 5);
      await tab.page.reload();
      await opened();
    }
  });

  test('the storage is emptied under open pages', async () => {
    await stage.driver.settings({ 'site:example.com': 'off' });
    const tab = await stage.show(CALL);
    expect(await tab.status()).toMatchObject({ active: false });
    await stage.driver.forget();
    await expect.poll(tab.painted).toEqual(MARKED);
  });

  /**
   * Has a page of the extension be refused every write, or every reading, of the storage, as a broken one does; from
   * its start or from now on.
   */
  const refuse = (call: string) => {
    const world = globalThis as unknown as Record<string, typeof chrome | undefined> & Refusing;
    world.refused = true;
    const reject = () => {
      world.refusals = (world.refusals ?? 0) + 1;
      return Promise.reject(new Error('IO error'));
    };
    for (const api of new Set([world.browser, world.chrome])) {
      if (!api) continue;
      const local = api.storage.local as unknown as Record<string, (...given: unknown[]) => unknown>;
      const real = local[call]?.bind(local);
      local[call] = (...given) => (world.refused ? reject() : real?.(...given));
    }
  };
  /** How often a page was refused: its words are the same each time. */
  const refusals = (page: Page) => page.evaluate(() => (globalThis as unknown as Refusing).refusals ?? 0);
  const forgive = (page: Page) =>
    page.evaluate(() => {
      Object.assign(globalThis, { refused: false });
    });

  /**
   * Leaves no room in the storage for the background and a page of the extension, until there is some again. Chromium
   * only: there the background can be told. (With `unlimitedStorage` only the disk can be full.)
   */
  const fill = async (page?: Page) => {
    const worker = await stage.driver.awake();
    await worker.evaluate(refuse, 'set');
    await worker.release();
    await page?.evaluate(refuse, 'set');
  };
  const empty = async (page?: Page) => {
    const worker = await stage.driver.awake();
    await worker.evaluate(() => void Object.assign(globalThis, { refused: false }));
    await worker.release();
    if (page) await forgive(page);
  };

  test('a full storage loses nothing and is reported, and works again once there is room: the popup', async () => {
    if (stage.engine === 'firefox') return;
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(MARKED);
    const popup = await stage.driver.popup(tab);
    const pressSwitch = () => popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await expect.poll(() => textOf(popup)).toContain('subdomains');
    await fill(popup);
    await pressSwitch();
    await expect.poll(() => textOf(popup)).toContain(en.unsaved);
    expect(await stage.driver.stored()).not.toHaveProperty('site:example.com');
    expect(await tab.painted()).toEqual(MARKED);
    await empty(popup);
    await pressSwitch();
    await expect.poll(tab.painted).toEqual([]);
    await expect.poll(() => textOf(popup)).not.toContain(en.unsaved);
    await popup.close();
  });

  test('a full storage: the card', async () => {
    if (stage.engine === 'firefox') return;
    const tab = await stage.show(CALL);
    await tab.hover('Gustavo Petro');
    const card = await tab.card();
    const button = async (words: string) => {
      const number = () =>
        card.evaluate(
          (root, text) =>
            [...root.querySelectorAll('button')].findIndex(
              (one) => one.ariaLabel === text || one.innerText.startsWith(text),
            ),
          words,
        );
      await expect.poll(number).toBeGreaterThan(-1);
      await card.evaluate(
        (root, at) => {
          root.querySelector('[data-choice]')?.removeAttribute('data-choice');
          root.querySelectorAll('button')[at]?.setAttribute('data-choice', '');
        },
        await number(),
      );
      await card.click('[data-choice]');
    };
    await button('Wrong?');
    await fill();
    for (const choice of ['Never mark', '“Gustavo Petro” is somebody else on this site']) {
      await button(choice);
      await expect.poll(() => card.text()).toContain(en.unsaved);
    }
    expect(await tab.painted()).toEqual(MARKED);
    expect(await stage.driver.stored()).not.toHaveProperty('muted');
    await empty();
    await button('Never mark');
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    await expect.poll(() => card.text()).toContain('Gustavo Petro is no longer marked.');
  });

  test('refused writes: the options show what holds, say so, and work again afterwards', async () => {
    const page = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(page)).toContain('Reset settings and corrections');
    await page.evaluate(refuse, 'set');
    await enter(page, 'People', 'none', 'change');
    await expect.poll(() => textOf(page)).toContain(en.unsaved);
    await enter(page, 'Site', 'example.org');
    await press(page, 'Add');
    await expect.poll(() => refusals(page)).toBe(2);
    await choose(page, '{"dramatis": 1, "sites": {"example.net": "off"}}');
    await expect.poll(() => textOf(page)).toContain('site:example.net');
    await press(page, 'Restore');
    await expect.poll(() => refusals(page)).toBe(3);
    expect(await stage.driver.stored()).not.toHaveProperty('site:example.net');
    await forgive(page);
    await choose(page, '{"dramatis": 1, "sites": {"example.net": "off"}}');
    await expect.poll(() => textOf(page)).toContain('site:example.net');
    await press(page, 'Restore');
    await expect.poll(stage.driver.stored).toMatchObject({ 'site:example.net': 'off' });
    await expect.poll(() => textOf(page)).not.toContain(en.unsaved);
    await page.close();
  });

  test.each(['options.html', 'popup.html'])('a storage that cannot be read: %s says so, and recovers', async (path) => {
    if (stage.engine === 'firefox') return; // nobody can put anything before its own pages' first question
    await stage.driver.settings({ activation: 'chosen', 'site:example.com': 'on' });
    const page = await stage.driver.browser.newPage();
    await page.evaluateOnNewDocument(refuse, 'get');
    await page.goto(await stage.driver.inExtension((name) => chrome.runtime.getURL('/') + name, path), {
      waitUntil: [],
    });
    await expect.poll(() => textOf(page)).toContain(en.unread);
    // What is not known is not offered to be changed.
    if (path === 'options.html') expect(await textOf(page)).not.toContain('Reset settings and corrections');
    await forgive(page);
    await expect.poll(() => textOf(page)).not.toContain(en.unread);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('input:checked')?.parentElement?.textContent))
      .toBe('only on sites I switch on');
    await page.close();
  });

  test('what a newer version has written is left as it is', async () => {
    const future = {
      version: 9,
      'from the future': { kept: true },
      density: { person: 'every', group: 'every' },
      muted: ['rubio', { figure: 'flores', until: '2027-01-01' }],
      'correction:example.com': [{ figure: 'flores', text: 'Flores', since: '2026-12-31' }],
    };
    await stage.driver.settings(future);
    await stage.driver.install(); // the migrations run over it
    const tab = await stage.show(CALL);
    await expect.poll(tab.painted).toEqual(MARKED);
    const page = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(page)).toContain('Marco Rubio is never marked.');
    await enter(page, 'People', 'first', 'change');
    await expect.poll(stage.driver.stored).toMatchObject({ density: { person: 'first', group: 'every' } });
    await press(page, 'Mark again: Marco Rubio');
    await expect.poll(stage.driver.stored).toMatchObject({ muted: [future.muted[1]] });
    await stage.driver.inExtension(() => chrome.runtime.sendMessage({ type: 'mute', figure: 'petro' }));
    expect(await stage.driver.stored()).toEqual({
      ...future,
      density: { person: 'first', place: 'first', organization: 'first', group: 'every' },
      muted: [future.muted[1], 'petro'],
    });
    await page.close();
  });

  test('what an older version has written is marked with this one, and kept', async () => {
    await stage.driver.settings({ activation: 'everywhere', 'site:example.org': 'off', unknown: 1 });
    await stage.driver.install();
    await expect.poll(stage.driver.stored).toEqual({
      activation: 'everywhere',
      'site:example.org': 'off',
      unknown: 1,
      version: 1,
    });
  });

  const backup = '{"dramatis": 1, "sites": {"example.net": "off"}}';
  const hostile = `{"dramatis": 1, "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},
    "settings": {"__proto__": {"polluted": 1}, "muted": ["<img src=x onerror=alert(1)>"], "activation": "javascript:alert(1)"},
    "sites": {"example.net": "off", "<b>bold</b>": "on", "\\u202eexample.com": "on", "${'x'.repeat(5000)}": "on"},
    "corrections": [{"place": "javascript:alert(1)", "figure": "flores", "text": "<script>alert(1)</script>"}, [], 7]}`;
  test('a file that is not a backup is refused by name, with what to do, and changes nothing', async () => {
    const files: [what: string, text: string, times: number, fault: string][] = [
      ['cut off', backup.slice(0, -8), 1, en.fault_notJson],
      ['somebody else’s', '{"version": 3, "settings": {}}', 1, en.fault_notOurs],
      ['no text', '\0\u0001\ufffd', 1, en.fault_notJson],
      ['empty', '', 1, en.fault_notJson],
      ['more than 100 MB large', 'x'.repeat(1000), 100_001, en.fault_tooLarge],
      ['nested a hundred thousand times', '[', 100_000, en.fault_notJson],
    ];
    await stage.driver.settings({ 'site:example.com': 'off' });
    const page = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(page)).toContain('Reset settings and corrections');
    for (const [what, text, times, fault] of files) {
      await choose(page, text, times);
      await expect.poll(() => textOf(page), { message: what }).toContain(fault);
      expect(await textOf(page), what).toContain('backup.json');
      expect(await stage.driver.stored(), what).toEqual({ 'site:example.com': 'off' });
      // And the next one is taken.
      await choose(page, backup);
      await expect.poll(() => textOf(page), { message: what }).toContain('site:example.net');
    }
    await page.close();
  });

  test('a hostile file: each of its faults is named and left out, and nothing of it runs', async () => {
    const page = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(page)).toContain('Reset settings and corrections');
    await choose(page, hostile);
    for (const place of [
      'settings.__proto__',
      'settings.muted',
      'settings.activation',
      'sites.<b>bold</b>',
      'sites.\ufffdexample.com',
      'corrections.0',
      'corrections.1',
      'corrections.2',
    ])
      await expect.poll(() => textOf(page)).toContain(`${place}: `);
    const inside = () =>
      page.evaluate(() => ({
        elements: document.querySelectorAll('.preview b, .preview img, .preview script').length,
        polluted: 'polluted' in {},
        wide: document.documentElement.scrollWidth > innerWidth,
      }));
    expect(await inside()).toEqual({ elements: 0, polluted: false, wide: false });
    await press(page, 'Restore');
    await expect.poll(stage.driver.stored).toEqual({ 'site:example.net': 'off' });
    await page.close();
  });

  test('a file that is gone when it is read is named, and can be chosen again', async () => {
    const page = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(page)).toContain('Reset settings and corrections');
    await page.evaluate(() => {
      const { text } = Blob.prototype;
      Blob.prototype.text = () => {
        Blob.prototype.text = text;
        return Promise.reject(new DOMException('The file could not be read.', 'NotReadableError'));
      };
    });
    await choose(page, backup);
    await expect.poll(() => textOf(page)).toContain(en.fault_unreadable);
    expect(await textOf(page)).toContain('backup.json');
    await choose(page, backup);
    await expect.poll(() => textOf(page)).toContain('site:example.net');
    await page.close();
  });

  test('an import that finds no room changes nothing, and can be done once there is', async () => {
    if (stage.engine === 'firefox') return;
    await stage.driver.settings({ 'site:example.com': 'off' });
    const page = await stage.driver.extensionPage('options.html');
    await expect.poll(() => textOf(page)).toContain('Reset settings and corrections');
    await fill(page);
    await choose(page, backup);
    await expect.poll(() => textOf(page)).toContain('site:example.net');
    await press(page, 'Restore');
    await expect.poll(() => textOf(page)).toContain(en.unsaved);
    expect(await stage.driver.stored()).toMatchObject({ 'site:example.com': 'off' });
    expect(await stage.driver.stored()).not.toHaveProperty('site:example.net');
    await empty(page);
    await choose(page, backup);
    await expect.poll(() => textOf(page)).toContain('site:example.net');
    await press(page, 'Restore');
    await expect.poll(stage.driver.stored).toMatchObject({ 'site:example.com': 'off', 'site:example.net': 'off' });
    await page.close();
  });
});
