// Cards opened by touch. Touches are emulated by the browsers' debuggers, in a window of a phone's size; no test runs
// on a phone.
import { expect, test } from 'vitest';
import type { Card } from './driver/card.mjs';
import type { Tab } from './driver/tab.mjs';
import { article, inBothBrowsers } from './stage.ts';

const CALL = `<p>On Wednesday Donald Trump spoke with Gustavo Petro about it.</p>
  <p>Before that <a href="#followed">Marco Rubio of the State Department</a> is to see the minister.</p>
  <p><label><input type="checkbox"> Tell me more of Delcy Rodríguez</label></p>
  <iframe srcdoc="<p>In a frame: Cilia Flores.</p>"></iframe><p style="height: 1200px">Nobody.</p>`;
const HEAD = `<meta name="viewport" content="width=device-width, initial-scale=1">
  <style>body { width: auto; margin: 24px } iframe { width: 100%; height: 400px; border: 0 }</style>`;

inBothBrowsers((stage) => {
  /** The article on a phone. */
  async function phone(): Promise<Tab> {
    const tab = await stage.show(article(CALL, HEAD));
    // Firefox's debugger changes the size only; its fingers work all the same.
    const touch = stage.engine === 'chromium' ? { isMobile: true, hasTouch: true } : {};
    await tab.page.setViewport({ width: 412, height: 800, ...touch });
    await expect.poll(tab.painted).toEqual(['Donald Trump', 'Gustavo Petro', 'Marco Rubio', 'Delcy Rodríguez']);
    return tab;
  }

  async function tap(tab: Tab, text: string): Promise<void> {
    const word = (await tab.ranges()).find((range) => range.text === text);
    await tab.page.touchscreen.tap(word!.left + word!.width / 2, word!.top + word!.height / 2);
  }

  /**
   * Taps a button of the card until something has come of it: a card takes no press before it has been in sight for a
   * moment.
   */
  async function tapIn(tab: Tab, card: Card, selector: string, done: () => Promise<boolean>): Promise<void> {
    const tapped = async () => {
      if (await done()) return true;
      const { x, y } = await card.evaluate((root, wanted) => {
        const { left, top, width, height } = root.querySelector(wanted)!.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }, selector);
      await tab.page.touchscreen.tap(x, y);
      return done();
    };
    await expect.poll(tapped, { interval: 200 }).toBe(true);
  }

  const nameOn = (card: Card) => card.evaluate((root) => root.querySelector('h2')?.textContent);

  test('touch emulation: a tap on a name opens a sheet along the bottom edge, whose buttons work', async () => {
    const tab = await phone();
    await tap(tab, 'Gustavo Petro');
    const card = await tab.card();
    expect(await card.text()).toContain('Gustavo Petro');
    const width = await tab.page.evaluate(() => document.documentElement.clientWidth);
    const { left, top, ...size } = await card.box();
    expect({ left, width: size.width, bottom: Math.round(top + size.height) }).toEqual({ left: 0, width, bottom: 800 });
    const other = await card.evaluate((root) => root.querySelector('.statements button.name')!.textContent!);
    expect('Gustavo Petro').not.toContain(other);
    await tapIn(tab, card, '.statements button.name', async () => (await nameOn(card))?.includes(other) === true);
    await tapIn(tab, card, 'header .tools button:last-child', async () => !(await tab.cardIsOpen()));
  });

  test('touch emulation: a tap on another name moves the sheet to it, a tap beside it closes it', async () => {
    const tab = await phone();
    await tap(tab, 'Gustavo Petro');
    await tab.card();
    await tap(tab, 'Donald Trump');
    const card = await tab.card();
    await expect.poll(() => nameOn(card)).toBe('Donald Trump');
    await tab.page.touchscreen.tap(200, 10);
    await tab.cardGone();
  });

  test('touch emulation: a tap on a name in a frame opens it as well', async () => {
    const tab = await phone();
    const frame = tab.page.frames().find((one) => one !== tab.page.mainFrame())!;
    const word = await frame.$('p');
    await expect.poll(() => frame.evaluate(() => [...CSS.highlights.values()].some(({ size }) => size > 0))).toBe(true);
    const box = await word!.boundingBox();
    await tab.page.touchscreen.tap(box!.x + 120, box!.y + box!.height / 2);
    expect(await (await tab.card()).text()).toContain('Cilia Flores');
  });

  test('touch emulation: a link or a field with a name in it works as before', async () => {
    const tab = await phone();
    await tap(tab, 'Marco Rubio');
    await expect.poll(() => tab.page.evaluate(() => location.hash)).toBe('#followed');
    expect(await tab.cardIsOpen()).toBe(false);
    await tap(tab, 'Delcy Rodríguez');
    await expect.poll(() => tab.page.evaluate(() => document.querySelector('input')?.checked)).toBe(true);
    expect(await tab.cardIsOpen()).toBe(false);
  });
});
