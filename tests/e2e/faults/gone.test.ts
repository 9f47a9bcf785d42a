// The extension is updated, disabled or removed under open pages: what it left goes at the next event, whoever comes
// after it finds the page free, and there is never more than one card.
import { expect, test } from 'vitest';
import { until } from '../driver/wait.mjs';
import { article, inBothBrowsers } from '../stage.ts';

const CALL = article('<p>Donald Trump spoke with Gustavo Petro.</p><p id="quiet">Nobody else did.</p>');
const MARKED = ['Donald Trump', 'Gustavo Petro'];

inBothBrowsers((stage) => {
  type Shown = Awaited<ReturnType<typeof stage.show>>;
  /** For each host of a card in the page: whether it is open. */
  const hosts = (tab: Shown) =>
    tab.page.evaluate(() => [...document.querySelectorAll('dramatis-card')].map((one) => one.matches(':popover-open')));
  /** What of ours a page can see at all. */
  const left = async (tab: Shown) => ({
    hosts: await hosts(tab),
    ...(await tab.page.evaluate(() => ({
      highlights: [...CSS.highlights.keys()],
      sheets: document.adoptedStyleSheets.length,
    }))),
  });
  const nothing = { hosts: [], highlights: [], sheets: 0 };
  /** A page with an open card, and the errors that anything on it throws from now on. */
  const shown = async () => {
    const tab = await stage.show(CALL);
    await tab.hover('Donald Trump');
    await tab.card();
    const errors: unknown[] = [];
    tab.page.on('pageerror', (error) => errors.push(error));
    return { tab, errors };
  };

  test('updated: the new script takes the page over, with one card', async () => {
    const { tab, errors } = await shown();
    await stage.driver.install();
    await tab.page.bringToFront();
    await tab.mentions();
    await expect.poll(tab.painted).toEqual(MARKED);
    expect((await hosts(tab)).filter(Boolean)).toEqual([]);
    await tab.send({ type: 'reveal', figure: 'petro', step: 1 } as { type: string });
    await expect.poll(async () => (await tab.card()).text()).toContain('Gustavo Petro');
    expect(await hosts(tab)).toEqual([true]);
    // Whatever is left of the old script hears of this, and takes nothing away with it.
    await tab.move(300, 500);
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
    await tab.page.evaluate(() => {
      (document.querySelector('#quiet') as HTMLElement).textContent = 'Marco Rubio did.';
    });
    await expect.poll(tab.painted).toEqual([...MARKED, 'Marco Rubio']);
    await tab.hover('Marco Rubio');
    expect(await (await tab.card()).text()).toContain('Marco Rubio');
    expect(await hosts(tab)).toEqual([true]);
    expect(errors).toEqual([]);
  });

  test('updated: the next load is marked, and settings are kept', async () => {
    await stage.driver.settings({ muted: ['petro'], unknown: 'kept' });
    const { tab } = await shown();
    await stage.driver.install();
    await tab.page.bringToFront();
    await tab.page.reload();
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    expect(await stage.driver.stored()).toMatchObject({ muted: ['petro'], unknown: 'kept' });
  });

  // The pointer is below, where the extension is disabled: to a page that is the same.
  const events: [string, (tab: Shown) => Promise<unknown>][] = [
    ['a key', (tab) => tab.page.keyboard.press('a')],
    [
      'a change of the page',
      (tab) =>
        tab.page.evaluate(() => {
          (document.querySelector('#quiet') as HTMLElement).textContent = 'Marco Rubio did.';
        }),
    ],
    ['another address', (tab) => tab.page.evaluate(() => history.pushState(null, '', '/2026/01/09/next'))],
  ];
  test.each(events)('removed: nothing is left after the next event: %s', async (_, happens) => {
    // Firefox ends a script at once and leaves it no turn: what it has painted stays until the next load.
    if (stage.engine === 'firefox') return;
    const { tab, errors } = await shown();
    await stage.driver.remove();
    try {
      await happens(tab);
      await expect.poll(() => left(tab)).toEqual(nothing);
      expect(errors).toEqual([]);
    } finally {
      await stage.driver.install();
    }
  });

  test('removed and installed again: marked again, with one card', async () => {
    const { tab } = await shown();
    await stage.driver.remove();
    await stage.driver.install();
    await tab.page.bringToFront();
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.mentions();
    await tab.hover('Gustavo Petro');
    await tab.card();
    expect((await hosts(tab)).filter(Boolean)).toEqual([true]);
  });

  test('disabled: nothing is left after the next event; enabled: marked again, with one card', async () => {
    const { tab, errors } = await shown();
    await stage.driver.enable(false);
    try {
      await tab.page.bringToFront();
      await tab.move(300, 500);
      if (stage.engine === 'chromium') await expect.poll(() => left(tab)).toEqual(nothing);
      expect(errors).toEqual([]);
    } finally {
      await stage.driver.enable(true);
    }
    await tab.page.bringToFront();
    if (stage.engine === 'chromium') {
      const popup = await stage.driver.popup(tab);
      await until('the page to be marked', async () => (await tab.painted()).length === MARKED.length);
      await popup.close();
    }
    await tab.mentions();
    await expect.poll(tab.painted).toEqual(MARKED);
    await tab.hover('Gustavo Petro');
    expect(await (await tab.card()).text()).toContain('Gustavo Petro');
    expect(await hosts(tab)).toEqual([true]);
  });
});
