// Next and previous lead to what can be seen: not to text for screen readers, off the page, folded away or under a
// bar. Counts say the same.
import { expect, test } from 'vitest';
import type { Card } from '../driver/card.mjs';
import type { Tab } from '../driver/tab.mjs';
import { article, inBothBrowsers } from '../stage.ts';

/** Gustavo Petro where nobody sees him. */
const UNSEEN: Record<string, string> = {
  'a box of one pixel, cut': 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0)',
  'cut by clip': 'position: absolute; clip: rect(1px, 1px, 1px, 1px)',
  'cut by a path': 'position: absolute; clip-path: inset(50%)',
  'left of the page': 'position: absolute; left: -10000px',
  'above the page': 'position: absolute; top: -5000px',
  indented: 'text-indent: -9999px; overflow: hidden; height: 1.2em',
  moved: 'transform: translateX(-3000px)',
  'without height': 'height: 0; overflow: hidden',
  folded: 'max-height: 0; overflow: clip',
  'without width': 'width: 0; overflow: hidden; white-space: nowrap',
  transparent: 'opacity: 0',
  'nearly transparent': 'opacity: .01',
  hidden: 'visibility: hidden',
  skipped: 'content-visibility: hidden',
  'without a size': 'font-size: 0',
  'of one pixel': 'font-size: 1px',
  'shrunk to nothing': 'transform: scale(0)',
};
const WALL = '<p>The harbour wall was rebuilt in the spring, and nobody in the port has spoken of it since.</p>';

inBothBrowsers((stage) => {
  const reveal = (tab: Tab, figure: string | null, step: 1 | -1 = 1) =>
    tab.send({ type: 'reveal', figure, step } as { type: string });
  /** Where the words stand that stand out, in the viewport. */
  const standing = (tab: Tab) =>
    tab.page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('mention-active') ?? [])];
      if (!range) return null;
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { left, top, bottom } = live.getBoundingClientRect();
      const around = range.startContainer.parentElement;
      return { left, top, bottom, around: around?.id || around?.outerHTML };
    });
  const place = (card: Card) =>
    card.evaluate((root) =>
      [...root.querySelectorAll('footer .note')]
        .map((note) => note.textContent)
        .join('')
        .trim(),
    );

  test('what cannot be seen is passed over, and not counted', async () => {
    const unseen = Object.entries(UNSEEN).map(
      ([name, style]) => `<div><p style="${style}">${name}: Gustavo Petro</p></div>`,
    );
    const folded = `<details><summary>More</summary><p>Gustavo Petro</p></details><p hidden="until-found">Gustavo Petro</p>
      <div style="height: 0; overflow: hidden"><div><p>Gustavo Petro in a folded panel</p></div></div>
      <div style="position: relative; overflow: hidden; width: 300px">
        <p style="position: absolute; left: 400px; top: 0; width: 200px">Gustavo Petro on another slide</p>.</div>`;
    const tab = await stage.show(
      article(
        `<p id="first">First it was Gustavo Petro.</p>${unseen.join('')}${folded}<p id="last">At last Petro, whom all see.</p>`,
      ),
    );
    expect((await tab.mentions()).length).toBe(Object.keys(UNSEEN).length + 6);
    for (const id of ['first', 'last', 'first']) {
      expect(await reveal(tab, 'petro')).toBe(true);
      await expect.poll(async () => (await standing(tab))?.around).toBe(id);
      const { left, top } = (await standing(tab))!;
      expect(left).toBeGreaterThan(0);
      expect(top).toBeGreaterThan(0);
    }
    const card = await tab.card();
    expect(await place(card)).toMatch(/\b1\b.*\b2\b/);
    const { figures } = await tab.status();
    expect(figures).toMatchObject([{ id: 'petro', count: 2 }]);
  });

  test('the first of a place is the first that can be seen', async () => {
    const tab = await stage.show(
      article(`<p><span style="position: absolute; width: 1px; height: 1px; overflow: hidden">Venezuela</span> It began.</p>
        <p style="opacity: 0">Venezuela</p><p id="seen">Then Venezuela was seen.</p>`),
    );
    await expect
      .poll(() =>
        tab.page.evaluate(() =>
          [...CSS.highlights.values()]
            .flatMap((one) => [...one])
            .map((range) => range.startContainer.parentElement?.id),
        ),
      )
      .toEqual(['seen']);
  });

  test('a page that shows nobody has nobody to go to', async () => {
    const tab = await stage.show(article('<p style="opacity: 0">Gustavo Petro</p><p>Nobody here.</p>'));
    await tab.mentions();
    expect(await reveal(tab, 'petro')).toBe(false);
    expect(await tab.cardIsOpen()).toBe(false);
    expect((await tab.status()).figures).toEqual([]);
  });

  test('words are scrolled clear of bars and banners', async () => {
    const named = ['Donald Trump', 'Gustavo Petro', 'Marco Rubio', 'Nicolás Maduro'];
    const bars = `<nav style="position: fixed; inset: 0 0 auto; height: 210px; background: #123">Home</nav>
      <div style="position: fixed; inset: auto 0 0; height: 230px"><p style="margin: 0; height: 100%; background: #fd6">Biscuits</p></div>
      <aside style="position: sticky; top: 210px; height: 90px; background: #eee">More</aside>`;
    const tab = await stage.show(
      article(
        `${bars}<div style="height: 160px"></div>${named.map((name) => `<p>It was ${name} who called.</p>${WALL}`).join('')}${WALL.repeat(20)}`,
      ),
    );
    await expect.poll(async () => (await tab.mentions()).length).toBe(4);
    for (let seen = 0; seen < 8; seen++) {
      expect(await reveal(tab, null)).toBe(true);
      const { top, bottom } = (await standing(tab))!;
      const height = await tab.page.evaluate(() => innerHeight);
      expect(top).toBeGreaterThanOrEqual(300);
      expect(bottom).toBeLessThanOrEqual(height - 230);
    }
  });

  test('what nothing can bring to light is passed over', async () => {
    const tab = await stage.show(
      article(`<p id="seen">Here is Marco Rubio.</p>
        <div style="position: fixed; left: 20px; top: 500px; width: 400px"><p>Fixed below a banner: Marco Rubio</p></div>
        <div style="position: fixed; left: 0; top: 400px; width: 600px; height: 300px; background: white">A banner</div>`),
    );
    await expect.poll(async () => (await tab.mentions()).length).toBe(2);
    for (let step = 0; step < 3; step++) {
      expect(await reveal(tab, 'rubio')).toBe(true);
      expect((await standing(tab))?.around).toBe('seen');
    }
  });
});
