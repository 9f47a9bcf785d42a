// What marking leaves of the page's own look: letter by letter as it was, and a line below the word that can be seen.
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import type { Tab } from '../driver/tab.mjs';
import { article, inBothBrowsers } from '../stage.ts';

/** How a line of text is set, by name. */
const LOOKS: Record<string, string> = {
  plain: '',
  dark: 'background: #111; color: #eee',
  alpha: 'color: rgb(0 0 0 / .5)',
  faint: 'color: rgb(0 0 0 / .04)',
  gradient: 'background: linear-gradient(90deg, #06c, #c06) text; color: transparent',
  'gradient on dark':
    'background: linear-gradient(90deg, #fd6, #f6a) text, #111; background-clip: text, border-box; color: transparent',
  'gradient by fill': 'background: linear-gradient(90deg, #080, #a60) text; -webkit-text-fill-color: transparent',
  fill: 'color: #000; -webkit-text-fill-color: #c00',
  'fill on dark': 'background: #111; color: #000; -webkit-text-fill-color: #fc6',
  stroked: '-webkit-text-stroke: 1px #06c',
  outlined: '-webkit-text-stroke: 1px #06c; -webkit-text-fill-color: transparent',
  'outlined by colour': '-webkit-text-stroke: 1px #06c; color: transparent',
  'stroked behind': '-webkit-text-stroke: 4px #06c; paint-order: stroke fill; color: #fff',
  'stroked on dark': 'background: #111; color: #111; -webkit-text-stroke: 1px #fff',
  shadowed: 'text-shadow: 2px 2px 2px #c00',
  'shadow alone': 'color: transparent; text-shadow: 0 0 1px #333',
  'light with shadows': 'color: #fff; background: #456; text-shadow: 1px 1px 0 #000, -1px -1px 0 #000',
  transparent: 'color: transparent',
  'transparent on dark': 'background: #111; color: transparent',
  'transparent on grey': 'background: #777; color: transparent',
  blended: 'background: #fa0; color: #fff; mix-blend-mode: difference',
  inverted: 'filter: invert(1); background: #fff; color: #000',
  translucent: 'opacity: .5',
  underlined: 'text-decoration: underline #c00 2px',
  struck: 'text-decoration: line-through #c00 2px',
  emphasised: 'text-emphasis: dot #0a0; line-height: 2',
  'first line': '',
  'first letter': '',
  'first letter apart': '',
  'in two': '',
  spaced: 'letter-spacing: 3px; font-variant: small-caps',
};
const HEAD = `<style>
  article { margin: 0; width: 760px } body { margin: 10px; width: auto; background: #fff; color: #000 }
  p { margin: 4px 0; padding: 2px 10px; font: 30px/1.5 serif } h1 { display: none }
  .first-line::first-line { color: #c0c }
  .first-letter::first-letter { color: #c00 }
  .first-letter-apart::first-letter { color: #06c; font-size: 2em; float: left; line-height: 1 }
  .in-two b { -webkit-text-fill-color: #090 } .in-two i { color: #c0c }
</style>`;
/** Other texts than the usual one. */
const TEXTS: Record<string, string> = {
  'first letter': 'Donald Trump said so',
  'first letter apart': 'Donald Trump said so',
  'in two': 'It was <b>Donald</b> <i>Trump</i>’s way',
};
const FULL = Object.entries(LOOKS)
  .map(
    ([name, style]) =>
      `<p class="${name.replaceAll(' ', '-')}" style="${style}">${TEXTS[name] ?? 'It was Donald Trump’s way.'}</p>`,
  )
  .join('');

/** A blurred shadow that is painted in parts comes out a little different at their edges; of 255. */
const ROUNDED = 3;

interface Difference {
  /** How many rows and pixels are not the same. */
  rows: number;
  pixels: number;
  /** Whether all of them are below the letters, and below the word alone. */
  below: boolean;
}

inBothBrowsers((stage) => {
  const picture = async (tab: Tab) => PNG.sync.read(Buffer.from(await tab.page.screenshot()));

  /** Where the words `Donald Trump` stand, and the letters' baseline, in whole pixels. */
  const wordsIn = (tab: Tab) =>
    tab.page.evaluate(() =>
      [...document.querySelectorAll('article p')].map((line) => {
        const find = (word: string) => {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          while (!walker.currentNode.nodeValue?.includes(word)) walker.nextNode();
          return walker.currentNode as Text;
        };
        const range = document.createRange();
        range.setStart(find('Donald'), find('Donald').data.indexOf('Donald'));
        range.setEnd(find('Trump'), find('Trump').data.indexOf('Trump') + 5);
        const word = range.getBoundingClientRect();
        const { top, bottom } = line.getBoundingClientRect();
        const base = document.createElement('span');
        base.style.cssText = 'display: inline-block';
        line.append(base);
        const baseline = base.getBoundingClientRect().bottom;
        base.remove();
        return { left: word.left, right: word.right, top, bottom, baseline };
      }),
    );

  function differenceAt(
    before: PNG,
    after: PNG,
    { left, right, top, bottom, baseline }: Awaited<ReturnType<typeof wordsIn>>[number],
  ): Difference {
    const rows = new Set<number>();
    let pixels = 0;
    let below = true;
    for (let y = Math.ceil(top); y < Math.floor(bottom); y++)
      for (let x = 0; x < before.width; x++) {
        const at = (y * before.width + x) * 4;
        const off = [0, 1, 2].map((one) => Math.abs(before.data[at + one]! - after.data[at + one]!));
        if (Math.max(...off) <= ROUNDED) continue;
        rows.add(y);
        pixels++;
        below &&= y >= baseline && x >= left - 8 && x <= right + 8;
      }
    return { rows: rows.size, pixels, below };
  }

  test('letters look as before, and a line below the word is seen, however the text is set', async () => {
    await stage.driver.settings({ 'site:example.com': 'off' });
    const tab = await stage.show(article(FULL, HEAD));
    await tab.page.setViewport({ width: 800, height: 60 * Object.keys(LOOKS).length });
    expect(await tab.mentions()).toEqual([]);
    const places = await wordsIn(tab);
    const before = await picture(tab);
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(async () => (await tab.mentions()).length).toBe(Object.keys(LOOKS).length);
    let after = before;
    const found = () =>
      Object.fromEntries(Object.keys(LOOKS).map((name, at) => [name, differenceAt(before, after, places[at]!)]));
    // Painted at the next frame.
    await expect
      .poll(async () => {
        after = await picture(tab);
        return Object.values(found()).filter(({ pixels }) => pixels === 0).length;
      })
      .toBe(0)
      .catch(() => {});
    const wrong = Object.entries(found()).filter(([, { rows, pixels, below }]) => !below || rows > 3 || pixels < 40);
    expect(wrong).toEqual([]);
  });

  test('a page that turns dark takes its marked words along', async () => {
    const tab = await stage.show(
      article(
        '<p class="fill">It was Donald Trump.</p>',
        `<style>.fill { color: #777; -webkit-text-fill-color: #000 } .dark .fill { -webkit-text-fill-color: #fff }</style>`,
      ),
    );
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    /** The colours that the highlights of the word have. */
    const colour = () =>
      tab.page.evaluate(() => {
        const [name] = [...CSS.highlights].find(([, highlight]) => highlight.size > 0) ?? [];
        return getComputedStyle(document.querySelector('.fill')!, `::highlight(${name})`).color;
      });
    await expect.poll(colour).toBe('rgb(0, 0, 0)');
    await tab.page.evaluate(() => document.documentElement.classList.add('dark'));
    await expect.poll(colour).toBe('rgb(255, 255, 255)');
  });

  test('upright vertical text has its line beside the word', async () => {
    const vertical = (lang: string, style: string, text: string) => `<p lang="${lang}" style="${style}">${text}</p>`;
    const ja = 'ドナルド・トランプ米大統領が話した。';
    const page = article(
      vertical('ja', '', ja) +
        vertical('ja', 'text-orientation: upright', ja) +
        vertical('ja', 'text-orientation: sideways', ja) +
        vertical('ja', 'writing-mode: vertical-lr', ja) +
        vertical('ko', '', '도널드 트럼프 대통령이 말했다.') +
        vertical('zh', '', '唐纳德·特朗普说。') +
        // Of any kind of element, of which a highlight takes the root's language.
        ja.replace(/.+/, '<section lang="ja"><div>$&</div></section>'),
      `<style>html { writing-mode: vertical-rl } body { margin: 10px; width: auto; background: #fff }
        p, section { margin: 0 8px; font: 26px/1.8 serif } h1 { display: none }</style>`,
    ).replace('lang="en"', 'lang="ja"');
    await stage.driver.settings({ 'site:example.com': 'off' });
    const tab = await stage.show(page);
    expect(await tab.mentions()).toEqual([]);
    const places = await tab.page.evaluate(() =>
      [...document.querySelectorAll('article p, article section')].map((line) => {
        const { left, right, top, bottom } = line.getBoundingClientRect();
        return { left: left - 8, right: right + 8, top, bottom };
      }),
    );
    const before = await picture(tab);
    await stage.driver.settings({ 'site:example.com': 'on' });
    await expect.poll(async () => (await tab.painted()).length).toBeGreaterThan(5);
    /** How wide what is drawn is, one number a line of text. */
    const columns = async () => {
      const after = await picture(tab);
      return places.map(({ left, right, top, bottom }) => {
        const drawn = new Set<number>();
        for (let y = Math.max(0, Math.ceil(top)); y < Math.min(after.height, bottom); y++)
          for (let x = Math.max(0, Math.ceil(left)); x < Math.min(after.width, right); x++) {
            const at = (y * after.width + x) * 4;
            // Without a font for the script, Firefox draws boxes for letters, each time a little differently.
            const change = [0, 1, 2].map((of) => Math.abs((before.data[at + of] ?? 0) - (after.data[at + of] ?? 0)));
            if (Math.max(...change) > (stage.engine === 'firefox' ? 100 : 0)) drawn.add(x);
          }
        return drawn.size === 0 ? 0 : Math.max(...drawn) - Math.min(...drawn) + 1;
      });
    };
    await expect
      .poll(async () => (await columns()).map((count) => count > 0 && count <= 3))
      .toEqual(places.map(() => true));
  });
});
