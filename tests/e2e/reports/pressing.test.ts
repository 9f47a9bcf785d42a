// Names that the page lays something over, cuts up or puts elsewhere still open their card; and a press or a turn of
// the wheel on the card does no more than it should.
import { expect, test } from 'vitest';
import type { Tab } from '../driver/tab.mjs';
import { article, inBothBrowsers } from '../stage.ts';

const NAMES = ['Gustavo Petro', 'Donald Trump', 'Marco Rubio', 'Nicolás Maduro', 'Delcy Rodríguez'];

inBothBrowsers((stage) => {
  /** Rests the pointer on each of the names; the names that the cards bear. */
  async function opened(tab: Tab, names: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const name of names) {
      await tab.hover(name);
      const card = await tab.card();
      found.push((await card.evaluate((root) => root.querySelector('h2')?.textContent)) ?? '');
      await tab.page.mouse.move(5, 5);
      await tab.page.keyboard.press('Escape');
      await tab.cardGone();
    }
    return found;
  }

  test('text that an element shows through its slots', async () => {
    const tab = await stage.show(
      article(`<quay-quote>Gustavo Petro stands in the element’s own text.</quay-quote>
        <quay-quote><p>Donald Trump stands in a paragraph.</p></quay-quote>
        <quay-card><b slot="title">Marco Rubio</b>Nicolás Maduro stands beside a title.</quay-card>
        <quay-outer>Delcy Rodríguez stands two elements deep.</quay-outer>
        <script>
          const define = (name, html) => customElements.define(name, class extends HTMLElement {
            constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<style>:host { display: block }</style>' + html }
          });
          define('quay-quote', '<blockquote><slot></slot></blockquote>');
          define('quay-card', '<section><h3><slot name="title"></slot></h3><div><slot></slot></div></section>');
          define('quay-inner', '<div><em><slot></slot></em></div>');
          define('quay-outer', '<quay-inner><slot></slot></quay-inner>');
        </script>`),
    );
    await tab.mentions();
    expect(await opened(tab, NAMES)).toEqual(NAMES);
    expect((await tab.status()).figures.length).toBe(NAMES.length);
  });

  test('names below a link that is stretched over its teaser', async () => {
    const tab = await stage.show(
      article(
        `<div class="teaser"><h3><a class="after" href="#there">Donald Trump calls again</a></h3><p>Marco Rubio listens.</p></div>
        <div class="teaser"><h3><a class="before" href="#there">The harbour</a></h3><p>Nicolás Maduro waits.</p></div>
        <div class="teaser"><p>Gustavo Petro answers.</p><a class="over" href="#there" aria-label="Read"></a></div>
        <div class="teaser"><p>Delcy Rodríguez speaks.</p><button class="over" type="button"></button></div>
        <div class="teaser"><a class="over" href="#there">More</a><p class="through">Cilia Flores appears.</p></div>`,
        `<style>.teaser { position: relative; border: 1px solid #999; padding: 16px }
          .after::after, .before::before { content: ''; position: absolute; inset: 0; z-index: 1 }
          .through { position: relative; z-index: 3; pointer-events: none }
          .over { position: absolute; inset: 0; z-index: 2; background: none; border: 0 }</style>`,
      ),
    );
    await tab.mentions();
    expect(await opened(tab, [...NAMES, 'Cilia Flores'])).toEqual([...NAMES, 'Cilia Flores']);
  });

  test('a name that lies below something opaque does not open', async () => {
    const tab = await stage.show(
      article(`<div style="position: relative"><p>It was Donald Trump.</p>
        <a href="#there" style="position: absolute; inset: 0; background: #fff">A card on top</a></div>`),
    );
    await expect.poll(tab.painted).toEqual(['Donald Trump']);
    const [word] = await tab.ranges();
    await tab.move(word!.left + 20, word!.top + 10);
    await tab.after(400);
    expect(await tab.cardIsOpen()).toBe(false);
  });

  test('a press in the card closes nothing of the page', async () => {
    const box = 'position: fixed; inset: auto; top: 120px; width: 300px; height: 120px; margin: 0; padding: 16px';
    const tab = await stage.show(
      article(`<p style="margin-top: 300px">Behind: Nicolás Maduro.</p>
        <div id="own" role="dialog" style="${box}; left: 40px">The page’s own: Gustavo Petro.</div>
        <div id="auto" popover="auto" style="${box}; left: 440px">A popover: Marco Rubio.</div>
        <dialog id="any" closedby="any" style="${box}; left: 840px">A dialog: Donald Trump.</dialog>
        <script>
          pressed = [];
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'focusin'])
            document.addEventListener(type, ({ target }) => {
              if (target.localName === 'dramatis-card') pressed.push(type);
              if (type !== 'focusin' && !own.contains(target)) own.hidden = true;
            }, true);
        </script>`),
    );
    await tab.mentions();
    const state = () =>
      tab.page.evaluate(() => ({
        own: !(document.querySelector('#own') as HTMLElement).hidden,
        auto: document.querySelector('#auto')!.matches(':popover-open'),
        any: (document.querySelector('#any') as HTMLDialogElement).open,
      }));
    const pin = async (name: string) => {
      await tab.hover(name);
      const card = await tab.card();
      await card.click('[aria-pressed]');
      await expect.poll(() => card.evaluate((root) => root.querySelector('[aria-pressed=true]') !== null)).toBe(true);
      const now = await state();
      await tab.page.keyboard.press('Escape');
      await tab.cardGone();
      await tab.page.mouse.move(5, 800);
      return now;
    };
    expect(await pin('Gustavo Petro')).toEqual({ own: true, auto: false, any: false });
    await tab.page.evaluate(() => (document.querySelector('#auto') as HTMLElement).showPopover());
    expect(await pin('Marco Rubio')).toEqual({ own: true, auto: true, any: false });
    // From a word behind it as well.
    expect(await pin('Nicolás Maduro')).toEqual({ own: true, auto: true, any: false });
    await tab.page.evaluate(() => (document.querySelector('#any') as HTMLDialogElement).show());
    expect(await pin('Donald Trump')).toMatchObject({ own: true, any: true });
    await tab.page.evaluate(() => {
      (document.querySelector('#any') as HTMLDialogElement).close();
      (document.querySelector('#any') as HTMLDialogElement).showModal();
    });
    expect(await pin('Donald Trump')).toMatchObject({ own: true, any: true });
    expect(await tab.page.evaluate(() => (globalThis as unknown as { pressed: string[] }).pressed)).toEqual([]);
  });

  test('the wheel over a card that has nothing to scroll moves the page, and over one that has moves the card', async () => {
    const wall = '<p>The harbour wall was rebuilt in the spring.</p>'.repeat(60);
    const tab = await stage.show(article(`<p>It was Marco Rubio.</p>${wall}`));
    await tab.hover('Marco Rubio');
    const card = await tab.card();
    await card.click('[aria-pressed]');
    const turn = async () => {
      const { left, top, width, height } = await card.box();
      await tab.page.mouse.move(left + width / 2, top + height / 2);
      await tab.page.mouse.wheel({ deltaY: 120 });
    };
    const hidden = () =>
      card.evaluate((root) => {
        const shown = root.querySelector('.card')!;
        return shown.scrollHeight - shown.clientHeight;
      });
    // A pixel may be lost where the browser rounds.
    await expect.poll(hidden).toBeLessThanOrEqual(1);
    await turn();
    await expect.poll(() => tab.page.evaluate(() => scrollY)).toBeGreaterThan(50);
    // In a low window the same card is longer than its room.
    await tab.page.evaluate(() => scrollTo(0, 0));
    await tab.page.setViewport({ width: 1280, height: 300 });
    await expect
      .poll(() =>
        card.evaluate((root) => {
          const shown = root.querySelector('.card')!;
          return shown.scrollHeight > shown.clientHeight + 20;
        }),
      )
      .toBe(true);
    const before = await tab.page.evaluate(() => scrollY);
    await turn();
    await expect.poll(() => card.evaluate((root) => root.querySelector('.card')!.scrollTop)).toBeGreaterThan(10);
    expect(await tab.page.evaluate(() => scrollY)).toBe(before);
  });
});
