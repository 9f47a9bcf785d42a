// Where the card stands when the page is zoomed by itself, pinched by the reader or shown in a frame that is scaled;
// what the button says of a page that was loaded ahead; and how much is painted where much is too much.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browsersFor } from '../../../scripts/browsers.mjs';
import { root } from '../../../scripts/setup.mjs';
import { launch } from '../driver/launch.mjs';
import type { Tab } from '../driver/tab.mjs';
import { article, inBothBrowsers } from '../stage.ts';

const WALL = '<p>The harbour wall was rebuilt in the spring, and nobody in the port has spoken of it since.</p>';

inBothBrowsers((stage) => {
  /** Where the words stand, asked of a mark of the page's own around them. */
  const box = (tab: Tab, selector: string) =>
    tab.page.evaluate((wanted) => {
      const { left, top, right, bottom } = document.querySelector(wanted)!.getBoundingClientRect();
      return { left, top, right, bottom };
    }, selector);

  for (const [where, zoom] of [
    ['html', 1.4],
    ['html', 0.8],
    ['body', 1.4],
    ['p', 1.7],
  ] as const)
    test(`beside the word where ${where} has a zoom of ${zoom}`, async () => {
      const tab = await stage.show(
        article(
          `<p>It was <span id="word">Donald Trump</span> who called.</p>${WALL}`,
          `<style>${where} { zoom: ${zoom} }</style>`,
        ),
      );
      await expect.poll(tab.painted).toEqual(['Donald Trump']);
      const word = await box(tab, '#word');
      await tab.move((word.left + word.right) / 2, (word.top + word.bottom) / 2);
      const card = await tab.card();
      await expect
        .poll(async () => {
          const { left, top, width } = await card.box();
          return {
            left: Math.abs(left - word.left) < 4,
            top: Math.abs(top - word.bottom) < 14,
            width: Math.round(width),
          };
        })
        .toEqual({ left: true, top: true, width: 344 });
    });

  if (stage.engine === 'chromium')
    test('beside the word and within what is seen, where the page is pinched', async () => {
      // The scale stays with a tab.
      const tab = await stage.driver.open(
        stage.address(
          article(
            `<p>On that evening it was <span id="word">Donald Trump</span> who called.</p>${WALL.repeat(30)}`,
            '<meta name="viewport" content="width=device-width">',
          ),
        ),
      );
      await expect.poll(tab.painted).toEqual(['Donald Trump']);
      const devtools = await tab.page.createCDPSession();
      await devtools.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2.2 });
      await expect.poll(() => tab.page.evaluate(() => visualViewport?.scale)).toBeCloseTo(2.2);
      await tab.send({ type: 'reveal', figure: 'trump', step: 1 } as { type: string });
      const card = await tab.card();
      await expect
        .poll(async () => {
          const { left, top, width, height } = await card.box();
          const seen = await tab.page.evaluate(() => {
            const { offsetLeft, offsetTop, width, height } = visualViewport!;
            return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
          });
          const word = await box(tab, '#word');
          return {
            within:
              left >= seen.left && top >= seen.top && left + width <= seen.right + 1 && top + height <= seen.bottom + 1,
            covers: left < word.right && word.left < left + width && top < word.bottom && word.top < top + height,
          };
        })
        .toEqual({ within: true, covers: false });
    });

  test('beside the word in a frame that is shown smaller', async () => {
    const frame = `<body style='margin:100px;font:30px serif'><p>On that evening it was <span id=word>Donald Trump</span>.</p>`;
    const tab = await stage.show(
      article(
        `<p>Nobody.</p><iframe srcdoc="${frame}" style="width: 900px; height: 400px; border: 10px solid #999; transform: scale(.6); transform-origin: 0 0"></iframe>`,
      ),
    );
    await expect.poll(async () => (await tab.mentions()).length).toBe(1);
    await tab.send({ type: 'reveal', figure: 'trump', step: 1 } as { type: string });
    const card = await tab.card();
    const word = await tab.page.evaluate(() => {
      const outer = document.querySelector('iframe')!;
      const inner = outer.contentDocument!.querySelector('#word')!.getBoundingClientRect();
      const { left, top } = outer.getBoundingClientRect();
      return { left: left + (10 + inner.left) * 0.6, bottom: top + (10 + inner.bottom) * 0.6 };
    });
    await expect
      .poll(async () => {
        const { left, top } = await card.box();
        return [Math.abs(left - word.left) < 4, Math.abs(top - word.bottom) < 14];
      })
      .toEqual([true, true]);
  });

  if (stage.engine === 'chromium')
    test('a page that is loaded ahead says nothing, and what it has when it is shown', async () => {
      // The page behind tells when it has had its time.
      let heard = 0;
      const told = stage.address(() => `${++heard}`);
      const next = stage.address(
        article(
          '<p>Donald Trump called Gustavo Petro; Marco Rubio was told.</p>',
          `<script>addEventListener('load', () => setTimeout(() => fetch('${told}'), 300))</script>`,
        ),
      );
      const front = (people: string) =>
        article(`<p>${people}</p><a id="next" href="${next}">next</a>
          <script type="speculationrules">{"prerender": [{"urls": ["${next}"], "eagerness": "immediate"}]}</script>`);
      const { badge } = stage.driver;
      for (const [people, count] of [
        ['The harbour wall was rebuilt.', ''],
        ['Cilia Flores appeared.', '1'],
      ] as const) {
        const before = heard;
        const tab = await stage.driver.open(stage.address(front(people)));
        await tab.mentions();
        await expect.poll(() => badge(tab)).toBe(count);
        await expect.poll(() => heard).toBeGreaterThan(before);
        expect(await badge(tab)).toBe(count);
        await tab.page.click('#next');
        await expect.poll(tab.painted).toEqual(['Donald Trump', 'Gustavo Petro', 'Marco Rubio']);
        expect(
          await tab.page.evaluate(
            () =>
              (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
                .activationStart > 0,
          ),
        ).toBe(true);
        await expect.poll(() => badge(tab)).toBe('3');
        await tab.after(100);
        expect(await badge(tab)).toBe('3');
      }
    });

  // There is no Safari here; its build runs in Chromium as well, once it may put the reader into pages.
  if (stage.engine === 'chromium')
    test('Safari’s build never registers more than sixty highlights, and moves them along', async () => {
      const build = await mkdtemp(join(tmpdir(), 'safari-'));
      await cp(join(root, '.output', 'safari-mv3'), build, { recursive: true });
      const manifest = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8'));
      await writeFile(
        join(build, 'manifest.json'),
        JSON.stringify({ ...manifest, host_permissions: ['http://*/*'], browser_specific_settings: undefined }),
      );
      const [installed] = await browsersFor(['chromium']);
      const driver = await launch(installed!, build, { offline: true, still: true });
      const names = Array.from({ length: 300 }, () => '<span>Donald Trump</span>').join(' or ');
      const end = `${WALL.repeat(40)}<p id="end">Gustavo Petro was last.</p>`;
      const tab = await driver.open(stage.address(article(`<p style="font-size: 11px">${names}</p>${end}`)));
      await expect.poll(async () => (await tab.mentions()).length).toBe(301);
      const registered = () =>
        tab.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
      await expect.poll(registered).toBe(60);
      await tab.page.evaluate(() => document.querySelector('#end')!.scrollIntoView());
      await expect.poll(tab.painted).toEqual(['Gustavo Petro']);
      await driver.close();
      await rm(build, { recursive: true });
    });
});
