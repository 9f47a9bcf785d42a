// The card: opened by resting the pointer on a name, beside the word, and out of the way when it is not wanted.
import { expect, test } from 'vitest';
import { longestDwell } from '../../extension/settings.ts';
import { hoverTiming } from '../../page/pointer/hover.ts';
import { article, inBothBrowsers } from './stage.ts';

const CALL = `<p>On Wednesday Donald Trump spoke with Gustavo Petro about Venezuela.</p>
  <p>Marco Rubio is to see the minister first. Petro will also receive Delcy Rodríguez.</p>`;

inBothBrowsers((stage) => {
  test('opens where the pointer rests on a name, and says who that is', async () => {
    const tab = await stage.show(article(CALL));
    await tab.hover('Gustavo Petro');
    const card = await tab.card();
    const text = await card.text();
    expect(text).toContain('Gustavo Petro');
    // Another figure on this page, and a citation of the article by paragraph and sentence.
    expect(text).toContain('Trump');
    expect(text).toMatch(/\b[0-6]\.\d\b/);
  });

  test('stands beside the word, inside the window', async () => {
    const tab = await stage.show(
      article(
        `<p style="position: fixed; right: 4px; bottom: 4px">Donald Trump, it was said, called Gustavo Petro</p>`,
      ),
    );
    await expect.poll(tab.painted).toContain('Gustavo Petro');
    const word = (await tab.ranges()).find(({ text }) => text === 'Gustavo Petro')!;
    await tab.move(word.left + 20, word.top + word.height / 2);
    const card = await tab.card();
    await expect
      .poll(async () => {
        const box = await card.box();
        const view = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
        return {
          inside:
            box.left >= 0 && box.top >= 0 && box.left + box.width <= view.width && box.top + box.height <= view.height,
          covers:
            box.left < word.left + word.width &&
            word.left < box.left + box.width &&
            box.top < word.top + word.height &&
            word.top < box.top + box.height,
          seen: box.height > 60,
        };
      })
      .toEqual({ inside: true, covers: false, seen: true });
  });

  test('closes on Escape, which the page does not see', async () => {
    const tab = await stage.show(
      article(CALL, `<script>addEventListener('keydown', () => { document.title = 'heard' })</script>`),
    );
    await tab.hover('Donald Trump');
    await tab.card();
    await tab.page.keyboard.press('Escape');
    await tab.cardGone();
    expect(await tab.page.title()).not.toBe('heard');
  });

  test('stays while the pointer goes over into it, and closes when the pointer leaves', async () => {
    const tab = await stage.show(article(CALL));
    await tab.hover('Donald Trump');
    const { left, top, width, height } = await (await tab.card()).box();
    await tab.move(left + width / 2, top + height / 2);
    await tab.after(hoverTiming.grace);
    expect(await tab.cardIsOpen()).toBe(true);
    await tab.move(1200, 20);
    await tab.cardGone();
  });

  test('does not open for a pointer that only passes through', async () => {
    // Long enough for the slowest machine to move the pointer on.
    await stage.driver.settings({ dwell: longestDwell });
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toContain('Donald Trump');
    const word = (await tab.ranges()).find(({ text }) => text === 'Donald Trump')!;
    await tab.page.mouse.move(word.left + 20, word.top + word.height / 2);
    await tab.page.mouse.move(word.left + 20, word.top + 300, { steps: 4 });
    await tab.after(longestDwell);
    expect(await tab.cardIsOpen()).toBe(false);
  });

  test('opens for a pointer that flies in and stops dead', async () => {
    const tab = await stage.show(article(CALL));
    await expect.poll(tab.painted).toContain('Donald Trump');
    const { left, top, width, height } = (await tab.ranges()).find(({ text }) => text === 'Donald Trump')!;
    await tab.page.mouse.move(left + width + 60, top + height / 2);
    await tab.page.mouse.move(left + width / 2, top + height / 2);
    expect(await (await tab.card()).text()).toContain('Donald Trump');
  });

  test('opens under a policy that forbids everything', async () => {
    const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    const tab = await stage.show({ body: article(CALL), headers: { 'content-security-policy': policy } });
    await tab.hover('Marco Rubio');
    const card = await tab.card();
    expect(await card.text()).toContain('Marco Rubio');
    const background = await card.evaluate(
      (root) => getComputedStyle(root.querySelector('[role=dialog], [role=tooltip]')!).backgroundColor,
    );
    expect(background).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('opens over a modal dialog and can be used there', async () => {
    const tab = await stage.show(
      article(`<p>Nobody.</p><dialog style="margin-top: 40px"><p>Donald Trump called Gustavo Petro.</p></dialog>
        <script>document.querySelector('dialog').showModal()</script>`),
    );
    await tab.hover('Gustavo Petro');
    const card = await tab.card();
    expect(await tab.page.evaluate(() => document.querySelector('dramatis-card')?.parentElement?.localName)).toBe(
      'dialog',
    );
    await card.click('button');
    await expect.poll(() => card.evaluate((root) => root.activeElement?.localName ?? null)).toBe('button');
  });

  test('opens in fullscreen', async () => {
    const tab = await stage.show(
      article(`<section style="background: white; padding: 60px"><p>Donald Trump called Gustavo Petro.</p><button type="button">Larger</button></section>
        <script>document.querySelector('button').onclick = () => document.querySelector('section').requestFullscreen()</script>`),
    );
    await tab.page.click('button');
    await expect.poll(() => tab.page.evaluate(() => document.fullscreenElement?.localName)).toBe('section');
    await tab.hover('Donald Trump');
    const card = await tab.card();
    expect(await card.text()).toContain('Donald Trump');
    expect(await tab.page.evaluate(() => document.querySelector('dramatis-card')?.parentElement?.localName)).toBe(
      'section',
    );
  });

  test('opens by keyboard alone', async () => {
    const tab = await stage.show(article(CALL));
    await tab.mentions();
    // Native commands cannot be pressed from outside: the message that the command sends stands in for the key.
    await tab.send({ type: 'reveal', figure: 'rubio', step: 1 } as { type: string });
    const card = await tab.card();
    expect(await card.text()).toContain('Marco Rubio');
  });
});
