// What a reader does with an open card: keeps it, follows names in it, copies, corrects, goes on to the story; by
// pointer, by keyboard, by touch.
import { expect, test } from 'vitest';
import { defaults } from '../../extension/settings.ts';
import { hoverTiming } from '../../page/pointer/hover.ts';
import type { Card } from './driver/card.mjs';
import type { Tab } from './driver/tab.mjs';
import { article, inBothBrowsers, once } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const CALL = `<p><a id="before" href="#before">Before</a> On Wednesday Donald Trump spoke with Gustavo Petro about Venezuela.</p>
  <p>Marco Rubio is to see the minister first. Petro will also receive Delcy Rodríguez. <a id="after" href="#after">After</a></p>
  <textarea aria-label="Paste here"></textarea><div style="height: 1500px"></div>`;

const label = (name: string) => `[aria-label="${name}"]`;
const heading = (card: Card) => card.evaluate((root) => root.querySelector('h2')?.textContent ?? '');
/** The name at the head of the card that is open now. */
const named = async (tab: Tab) => heading(await tab.card());
const focused = (tab: Tab) => tab.page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
const reveal = (tab: Tab, figure: string, step = 1) =>
  tab.send({ type: 'reveal', figure, step } as unknown as { type: string });

inBothBrowsers((stage) => {
  /** What stands on the clipboard, as the page's text field receives it. */
  async function pasted(tab: Tab): Promise<string> {
    await tab.page.focus('textarea');
    await tab.page.keyboard.down('Control');
    await tab.page.keyboard.press('v', { commands: ['paste'] });
    await tab.page.keyboard.up('Control');
    return tab.page.evaluate(() => document.querySelector('textarea')?.value ?? '');
  }

  async function hovered(name: string): Promise<{ tab: Tab; card: Card }> {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    await tab.hover(name);
    return { tab, card: await tab.card() };
  }

  /** The address of the story page, once it is open; it is closed again. */
  async function storyAddress(): Promise<string> {
    const open = () =>
      stage.driver.inExtension(async () => {
        const [tab] = await chrome.tabs.query({ url: `${chrome.runtime.getURL('/story.html')}*` });
        if (tab?.id === undefined || tab.status !== 'complete') return '';
        await chrome.tabs.remove(tab.id);
        return tab.url ?? '';
      });
    let address = '';
    await expect
      .poll(async () => {
        address ||= await open();
        return address;
      })
      .not.toBe('');
    return address;
  }

  test('a pinned card stays through scrolling and other names, until Escape', async () => {
    const { tab, card } = await hovered('Gustavo Petro');
    await card.click(label('Keep open'));
    await tab.hover('Marco Rubio');
    await tab.after(defaults.dwell);
    expect(await named(tab)).toBe('Gustavo Petro');
    await tab.page.evaluate(() => scrollTo(0, 1200));
    await tab.after(hoverTiming.grace);
    expect(await named(tab)).toBe('Gustavo Petro');
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
  });

  test('a card that is not pinned closes when its word is scrolled away', async () => {
    const { tab } = await hovered('Gustavo Petro');
    await tab.page.evaluate(() => scrollTo(0, 1200));
    await tab.cardGone();
  });

  test('a name in the card opens that figure’s card in its place, and there is a way back', async () => {
    const { tab, card } = await hovered('Gustavo Petro');
    const place = await card.box();
    // Which relations have room at first depends on the fonts.
    const other = await card.evaluate((root) => root.querySelector('.relations .name')?.textContent);
    await card.click('.relations .name');
    await expect.poll(() => named(tab)).toBe(other);
    expect((await card.box()).left).toBe(place.left);
    await card.click(label('Back to Gustavo Petro'));
    await expect.poll(() => named(tab)).toBe('Gustavo Petro');
  });

  test('what the card shows is copied with its citations', async () => {
    const { tab, card } = await hovered('Gustavo Petro');
    await card.click(label('Copy with citations'));
    await expect.poll(() => card.text()).toContain('Copied.');
    const text = await pasted(tab);
    expect(text).toContain('Gustavo Petro: President of Colombia');
    expect(text).toMatch(/¶3\.1\)/);
    expect(text).toMatch(/^Source: \S.+; as of Jan 8, 2026 \(date added\)$/m);
  });

  test('a citation opens the story at its statement', async () => {
    const { card } = await hovered('Gustavo Petro');
    await card.click('.statements .cite');
    expect(await storyAddress()).toMatch(/story\.html#story\/trump-petro-2026\/statement\//);
  });

  once('the story opens at the figure', async () => {
    const { card } = await hovered('Gustavo Petro');
    await card.click('footer .link:last-of-type');
    expect(await storyAddress()).toMatch(/story\.html#story\/trump-petro-2026\/figure\/petro$/);
  });

  test('next and previous go through the mentions of the figure', async () => {
    const { tab, card } = await hovered('Gustavo Petro');
    const count = async () => (await tab.card()).evaluate((root) => root.querySelector('footer .note')?.textContent);
    expect(await count()).toBe('1/2');
    await card.click(label('Next mention'));
    await expect.poll(count).toBe('2/2');
    await (await tab.card()).click(label('Previous mention'));
    await expect.poll(count).toBe('1/2');
  });

  test('“not this person”, on this page or on this site, and “never”, are obeyed at once and stored', async () => {
    const { tab, card } = await hovered('Marco Rubio');
    await card.click('.correct');
    await card.click('.corrections li:nth-child(1) button');
    await expect.poll(tab.painted).not.toContain('Marco Rubio');
    const page = await tab.page.evaluate(() => location.href);
    await expect.poll(stage.driver.stored).toMatchObject({
      [`correction:${page}`]: [{ figure: 'trump-petro-2026/rubio', text: 'Marco Rubio' }],
    });

    // The card offers to undo it, and may lie over what comes next.
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
    await tab.hover('Delcy Rodríguez');
    await expect.poll(() => named(tab)).toBe('Delcy Rodríguez');
    await (await tab.card()).click('.correct');
    await (await tab.card()).click('.corrections li:nth-child(2) button');
    await expect.poll(tab.painted).not.toContain('Delcy Rodríguez');
    await expect.poll(stage.driver.stored).toMatchObject({
      'correction:example.com': [{ figure: 'trump-petro-2026/rodriguez', text: 'Delcy Rodríguez' }],
    });
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();

    await tab.hover('Gustavo Petro');
    await expect.poll(() => named(tab)).toBe('Gustavo Petro');
    await (await tab.card()).click('.correct');
    await (await tab.card()).click('.corrections li:nth-child(3) button');
    await expect.poll(tab.painted).toEqual(['Donald Trump', 'Venezuela']);
    await expect.poll(stage.driver.stored).toMatchObject({ muted: ['trump-petro-2026/petro'] });
  });

  once('a correction is said in the card, which stays for its undo, and closes once the pointer leaves', async () => {
    const { tab, card } = await hovered('Marco Rubio');
    await card.click('.correct');
    await card.click('.corrections li:nth-child(3) button');
    await expect.poll(tab.painted).not.toContain('Marco Rubio');
    await tab.after(hoverTiming.grace);
    expect(await card.text()).toContain('Marco Rubio is no longer marked.');
    await card.click('[role=status] button');
    await tab.cardGone();
    await expect.poll(tab.painted).toContain('Marco Rubio');
    expect((await stage.driver.stored()).muted).toEqual([]);

    await tab.hover('Gustavo Petro');
    await expect.poll(() => named(tab)).toBe('Gustavo Petro');
    await (await tab.card()).click('.correct');
    await (await tab.card()).click('.corrections li:nth-child(2) button');
    await expect.poll(tab.painted).not.toContain('Gustavo Petro');
    // The card may lie over the next name.
    await tab.move(5, 5);
    await tab.cardGone();
    await tab.hover('Donald Trump');
    await expect.poll(() => named(tab)).toBe('Donald Trump');
  });

  test('a report of a doubtful mention is copied, and stays with the reader', async () => {
    // No other name lies between this one and its card: a slow pointer would open that one's.
    const { tab, card } = await hovered('Delcy Rodríguez');
    await card.click('.correct');
    await card.click('.corrections li:last-child button');
    await expect.poll(() => card.text()).toContain('Nothing was sent.');
    const text = await pasted(tab);
    expect(text).toContain('“Delcy Rodríguez” was marked as Delcy Rodríguez.');
    expect(text).toContain(await tab.page.evaluate(() => location.href));
  });

  test('by keyboard the card is a dialog that has the focus, and gives it back on Escape', async () => {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    await tab.page.focus('#before');
    await reveal(tab, 'rubio');
    const card = await tab.card();
    await expect.poll(() => focused(tab)).toBe('dramatis-card');
    expect(await card.evaluate((root) => root.activeElement?.role)).toBe('dialog');
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
    expect(await focused(tab)).toBe('before');
  });

  test('Tab goes through the card and on from where the reader was, never round in it', async () => {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    await tab.page.focus('#before');
    await reveal(tab, 'rubio');
    const card = await tab.card();
    const stops = await card.evaluate((root) => root.querySelectorAll('button:not(:disabled)').length);
    for (let stop = 0; stop < stops; stop++) await tab.page.keyboard.press('Tab');
    await expect.poll(() => focused(tab)).toBe('dramatis-card');
    await tab.page.keyboard.press('Tab');
    await expect.poll(() => focused(tab)).toBe('after');
    await tab.cardGone();
  });

  test('a click on the page closes what the keyboard opened, unless it is pinned', async () => {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    await reveal(tab, 'rubio');
    await (await tab.card()).click(label('Keep open'));
    await tab.page.mouse.click(20, 20);
    expect(await named(tab)).toBe('Marco Rubio');
    await (await tab.card()).click(label('Keep open'));
    await tab.page.mouse.click(20, 20);
    await tab.cardGone();
  });

  test('Escape is the page’s own while no card is open', async () => {
    const tab = await stage.show(
      article(CALL, `<script>addEventListener('keydown', ({ key }) => { document.title = key })</script>`),
    );
    await tab.hover('Marco Rubio');
    await tab.card();
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
    expect(await tab.page.title()).not.toBe('Escape');
    await tab.page.keyboard.press('Escape');
    await expect.poll(() => tab.page.title()).toBe('Escape');
  });

  test('on hover it is a description, which leaves the focus where it is', async () => {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    await tab.page.focus('#before');
    await tab.hover('Marco Rubio');
    const card = await tab.card();
    expect(await card.evaluate((root) => root.querySelector('.card')?.role)).toBe('tooltip');
    expect(await focused(tab)).toBe('before');
  });

  once('the number of figures is announced when it is asked for, and only then', async () => {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    expect(await tab.page.evaluate(() => document.querySelector('dramatis-card'))).toBe(null);
    await tab.send({ type: 'announce' });
    const said = () =>
      tab.page.evaluate(() => document.querySelector('dramatis-card')?.matches(':popover-open') ?? false);
    await expect.poll(said).toBe(true);
    expect(await tab.cardIsOpen()).toBe(false);
    // For seconds; the timer is the same in every browser.
    if (stage.engine === 'firefox') await expect.poll(said).toBe(false);
  });

  test('set to a key, it opens while Alt is held, and not without', async () => {
    await stage.driver.settings({ trigger: 'key' });
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    await tab.hover('Marco Rubio');
    await tab.after(defaults.dwell);
    expect(await tab.cardIsOpen()).toBe(false);
    // The key is pressed over a resting pointer, and repeats itself as long as it is held.
    await tab.page.keyboard.down('Alt');
    for (let again = 0; again < 4; again++) {
      await tab.after(0);
      await tab.page.keyboard.down('Alt');
    }
    expect(await named(tab)).toBe('Marco Rubio');
    await tab.page.keyboard.up('Alt');
  });

  test('set to a click, it opens on a click of a name, and not on hover', async () => {
    await stage.driver.settings({ trigger: 'click' });
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    await tab.hover('Marco Rubio');
    await tab.after(defaults.dwell);
    expect(await tab.cardIsOpen()).toBe(false);
    const word = (await tab.ranges()).find(({ text }) => text === 'Marco Rubio')!;
    await tab.page.mouse.click(word.left + word.width / 2, word.top + word.height / 2);
    expect(await named(tab)).toBe('Marco Rubio');
  });

  test('a tap on a name opens a sheet along the edge; one on a link is the page’s', async () => {
    const tab = await stage.show(
      article(`<p>Marco Rubio was there.</p><p><a href="#followed">Gustavo Petro</a> was not.</p>`),
    );
    await tab.page.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: stage.engine === 'chromium' });
    await tab.mentions();
    await expect.poll(tab.painted).toEqual(['Marco Rubio', 'Gustavo Petro']);
    const tap = async (name: string) => {
      const word = (await tab.ranges()).find(({ text }) => text === name)!;
      await tab.page.touchscreen.tap(word.left + word.width / 2, word.top + word.height / 2);
    };
    await tap('Gustavo Petro');
    await expect.poll(() => tab.page.evaluate(() => location.hash)).toBe('#followed');
    expect(await tab.cardIsOpen()).toBe(false);
    await tap('Marco Rubio');
    const card = await tab.card();
    expect(await heading(card)).toBe('Marco Rubio');
    const edge = async () => {
      const { left, width, top, height } = await card.box();
      const view = await tab.page.evaluate(() => [document.documentElement.clientWidth, innerHeight]);
      return { wide: left + width > (view[0] ?? 0) - 20 && left < 20, low: top + height > (view[1] ?? 0) - 20 };
    };
    await expect.poll(edge).toEqual({ wide: true, low: true });
    await tab.page.touchscreen.tap(180, 20);
    await tab.cardGone();
  });
});
