// The same page, looked at in other ways: on paper, twice as large, from right to left, slide by slide.
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { article, inBothBrowsers } from './stage.ts';

declare const chrome: typeof import('wxt/browser').browser;

const CALL = '<p>Donald Trump called Gustavo Petro.</p>';
const MARKED = ['Donald Trump', 'Gustavo Petro'];

/** What a PDF says and how often it draws something that is no text. */
function drawnIn(pdf: Uint8Array): { text: string; strokes: number } {
  const bytes = Buffer.from(pdf);
  const drawn = { text: '', strokes: 0 };
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 9)) {
    const end = bytes.indexOf('endstream', at);
    let content: string;
    try {
      content = inflateSync(bytes.subarray(bytes.indexOf('\n', at) + 1, end)).toString('latin1');
    } catch {
      continue; // not compressed, and so no drawing
    } finally {
      at = end;
    }
    if (!/T[jJ]\s/.test(content)) continue;
    for (const [, hex, plain] of content.matchAll(/<([\da-f]+)>|\(((?:\\.|[^\\)])*)\)/gi)) drawn.text += hex ?? plain;
    drawn.strokes += content.match(/(?<=\s)(?:[SsFfBb]\*?)(?=\s)/g)?.length ?? 0;
  }
  return drawn;
}

inBothBrowsers((stage) => {
  type Shown = Awaited<ReturnType<typeof show>>;
  const show = async (page: string) => {
    await stage.driver.settings({ activation: 'everywhere' });
    return stage.show(page);
  };
  const marks = (tab: Shown, expected: string[]) => expect.poll(tab.painted).toEqual(expected);

  /** The card must stand near a word and not on it, inside the window. */
  const standsBeside = async (tab: Shown, text: string) => {
    const card = await tab.card();
    const room = await tab.page.evaluate(() => [innerWidth, innerHeight] as const);
    await expect
      .poll(async () => {
        const box = await card.box();
        const word = (await tab.ranges()).find((range) => range.text === text);
        if (!word) return 'no word';
        const across = Math.max(box.left - word.left - word.width, word.left - box.left - box.width);
        const along = Math.max(box.top - word.top - word.height, word.top - box.top - box.height);
        const inside =
          box.left >= 0 && box.top >= 0 && box.left + box.width <= room[0] && box.top + box.height <= room[1];
        const gap = Math.max(across, along);
        return gap >= 0 && gap < 40 && inside ? 'beside' : JSON.stringify({ box, word, room });
      })
      .toBe('beside');
    return card;
  };

  test('marks are not printed, and no card is', async () => {
    const tab = await show(article(`${CALL}<p>Then Venezuela heard of it, and Nicolás Maduro.</p>`));
    await tab.mentions();
    await marks(tab, [...MARKED, 'Venezuela', 'Nicolás Maduro']);
    await tab.hover('Gustavo Petro');
    await tab.card();
    const marked = drawnIn(await tab.page.pdf());
    await stage.driver.settings({ activation: 'chosen' });
    await marks(tab, []);
    const bare = drawnIn(await tab.page.pdf());
    expect(bare.text.length).toBeGreaterThan(50);
    expect(marked).toEqual(bare);
  });

  test('at 200 % zoom the word is hit, and the card stands beside it', async () => {
    const tab = await show(article(`<p>It was said that Donald Trump called Gustavo Petro late.</p>`));
    await marks(tab, MARKED);
    const zoom = (factor: number) =>
      stage.driver.inExtension(async (by) => {
        const [front] = await chrome.tabs.query({ active: true });
        await chrome.tabs.setZoom(front?.id as number, by);
      }, factor);
    const width = () => tab.page.evaluate(() => innerWidth);
    const before = await width();
    await zoom(2);
    try {
      await expect.poll(width).toBe(before / 2);
      // Does the pointer count in pixels of the page or of the screen?
      await tab.page.evaluate(() => {
        addEventListener('pointermove', ({ clientX }) => {
          document.title = String(clientX);
        });
      });
      await tab.page.mouse.move(100, 20);
      await expect.poll(() => tab.page.title()).toMatch(/^\d+/);
      const scale = 100 / Number(await tab.page.title());
      const at = async () => {
        const word = (await tab.ranges()).find(({ text }) => text === 'Gustavo Petro');
        return { x: (word?.left ?? 0) + (word?.width ?? 0) - 6, y: (word?.top ?? 0) + (word?.height ?? 0) / 2 };
      };
      const { x, y } = await at();
      await tab.move((x - 40) * scale, (y + 30) * scale);
      await tab.move(x * scale, y * scale);
      expect(await (await standsBeside(tab, 'Gustavo Petro')).text()).toContain('Petro');
    } finally {
      await zoom(1);
    }
  });

  test('a part of the page that is scaled', async () => {
    const tab = await show(
      article(`<div style="zoom: 2; width: 300px"><p>It was said that Donald Trump called Gustavo Petro late.</p></div>
        <div style="transform: scale(1.5); transform-origin: 0 0"><p>So says Marco Rubio.</p></div>`),
    );
    await marks(tab, [...MARKED, 'Marco Rubio']);
    for (const name of ['Gustavo Petro', 'Marco Rubio']) {
      await tab.hover(name);
      expect(await (await standsBeside(tab, name)).text()).toContain(name.split(' ')[1]);
      await tab.move(5, 5);
      await tab.cardGone();
    }
  });

  test('text from right to left', async () => {
    const tab = await show(
      `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>مكالمة</title>
      <body style="margin: 80px; font: 22px/1.8 serif"><h1>مكالمة بين رئيسين</h1>
      <p>تحدث دونالد ترامب مساء أمس مع <b>غوستافو</b> بيترو.</p>
      <p dir="ltr" lang="en">Marco Rubio was there.</p></body></html>`,
    );
    await marks(tab, ['دونالد ترامب', 'غوستافو بيترو', 'Marco Rubio']);
    for (const name of ['دونالد ترامب', 'غوستافو بيترو', 'Marco Rubio']) {
      await tab.hover(name);
      await standsBeside(tab, name);
      await tab.move(5, 5);
      await tab.cardGone();
    }
  });

  test('tabs and carousels, however they hide their content', async () => {
    const tab = await show(
      article(`${CALL}
        <div id="hidden" hidden><p>Marco Rubio</p></div>
        <div id="invisible" style="visibility: hidden"><p>Nicolás Maduro</p></div>
        <div id="skipped" style="content-visibility: hidden"><p>Delcy Rodríguez</p></div>
        <div id="slides" style="display: flex; overflow: auto hidden; width: 600px">
          <p style="flex: 0 0 600px">First slide</p><p style="flex: 0 0 600px">Second slide</p>
          <p style="flex: 0 0 600px">Cilia Flores</p>
        </div>
        <div style="overflow: hidden; width: 600px"><div id="belt" style="display: flex; width: 1200px">
          <p style="flex: 0 0 600px">First slide</p><p style="flex: 0 0 600px">Rosa Villavicencio</p>
        </div></div>`),
    );
    const shown = (expected: string[]) =>
      expect
        .poll(async () => (await tab.ranges()).filter(({ width }) => width > 0).map(({ text }) => text))
        .toEqual(expect.arrayContaining(expected));
    await marks(tab, expect.arrayContaining(MARKED) as unknown as string[]);
    expect(await tab.painted()).not.toContain('Marco Rubio');
    await tab.page.evaluate(() => document.querySelector('#hidden')?.removeAttribute('hidden'));
    await shown([...MARKED, 'Marco Rubio']);
    for (const id of ['invisible', 'skipped'])
      await tab.page.evaluate((which) => document.querySelector(`#${which}`)?.removeAttribute('style'), id);
    await shown([...MARKED, 'Marco Rubio', 'Nicolás Maduro', 'Delcy Rodríguez']);
    await tab.page.evaluate(() => document.querySelector('#slides')?.scrollTo(1200, 0));
    await shown(['Cilia Flores']);
    await tab.page.evaluate(() => {
      (document.querySelector('#belt') as HTMLElement).style.transform = 'translateX(-600px)';
    });
    await shown(['Rosa Villavicencio']);
    await tab.hover('Rosa Villavicencio');
    expect(await (await standsBeside(tab, 'Rosa Villavicencio')).text()).toContain('Villavicencio');
  });
});
