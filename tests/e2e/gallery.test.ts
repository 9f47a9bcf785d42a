// Every surface in every state, as the gallery shows them: what axe finds in each theme and direction, and whether
// anything runs over a narrow window; sixteen pictures against those that are kept. The card on a page is measured in
// both browsers: in windows of all sizes it leaves its word to be seen and stays inside.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { type Gallery, nameOf, openGallery, references, wear } from '../gallery/open.mjs';

const surfaces = ['card', 'popup', 'panel', 'story', 'keep', 'library', 'options', 'welcome'] as const;

describe('in chromium', () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery('chromium');
  });
  afterAll(() => gallery?.close());

  // One page that turns from state to state: loading the gallery for each takes ten times as long as looking at it.
  const statesOf = async (surface: (typeof surfaces)[number]) => {
    const all = await gallery.states(surface);
    expect(all).not.toEqual([]);
    // A page that is loaded anew, as for a phone's window, has none.
    if (!(await gallery.page.evaluate(() => 'axe' in window))) await gallery.page.evaluate(axe.source);
    return all;
  };

  test.each(surfaces)('axe finds nothing in any state of %s, in any theme', async (surface) => {
    const { page, turnTo } = gallery;
    await page.setViewport({ width: 1000, height: 800 });
    const states = await statesOf(surface);
    await page.evaluate(() => Object.assign(window, { judged: new Set<string>() }));
    for (const state of states) {
      await wear(page, 'light');
      await turnTo({ surface, state, locale: 'es' });
      expect(await faults(page), `${state}, light`).toEqual([]);
      // Then what colours decide, of what looks like nothing in the states before it.
      if ((await markFresh(page)) === 0) continue;
      for (const theme of ['dark', 'forced'] as const) {
        await wear(page, theme);
        expect(await faults(page, ['color-contrast'], true), `${state}, ${theme}`).toEqual([]);
      }
    }
  });

  // The narrowest window is 400 % zoom, the other 200 %.
  test.each(surfaces)(
    'no state of %s runs over a narrow window, in the longest language, in both directions',
    async (surface) => {
      const { page, turnTo } = gallery;
      await wear(page, 'light');
      const narrow = (width: number) => page.setViewport({ width, height: 800, isMobile: true, hasTouch: true });
      await narrow(640);
      for (const state of await statesOf(surface)) {
        await turnTo({ surface, state, locale: 'de' });
        expect(await beyond(page), `${state}: px beyond 640`).toEqual({ ltr: 0, rtl: 0 });
        await narrow(320);
        expect(await faults(page, ['target-size', 'scrollable-region-focusable']), `${state}, 320 px`).toEqual([]);
        expect(await beyond(page), `${state}: px beyond 320`).toEqual({ ltr: 0, rtl: 0 });
        await narrow(640);
      }
    },
  );

  describe('looks as it did:', () => {
    const folder = join(root, 'tests/pictures');
    const file = join(folder, 'drawn-with.json');
    let drawnWith: { browser: string; fonts: string };
    beforeAll(async () => {
      drawnWith = await gallery.drawnWith();
    });

    test.for(references.map((picture) => ({ name: nameOf(picture), picture })))(
      '$name',
      async ({ name, picture }, { skip }) => {
        const then = JSON.parse(readFileSync(file, 'utf8')) as typeof drawnWith;
        if (then.browser !== drawnWith.browser || then.fonts !== drawnWith.fonts)
          skip(`drawn with ${then.browser}, fonts ${then.fonts}; here ${drawnWith.browser}, ${drawnWith.fonts}`);
        const taken = await gallery.photograph(picture);
        const now = PNG.sync.read(Buffer.from(taken));
        const before = PNG.sync.read(readFileSync(join(folder, `${name}.png`)));
        const { width, height } = now;
        const size = { width: before.width, height: before.height };
        const difference = new PNG({ ...size });
        const differing =
          width === before.width && height === before.height
            ? pixelmatch(now.data, before.data, difference.data, width, height, { threshold: 0.1, windowSize: 32 })
            : width * height;
        if (differing > most) keep(name, taken, difference);
        expect({ width, height }, anew).toEqual(size);
        expect(differing, `pixels of a spot that differ; ${anew}`).toBeLessThanOrEqual(most);
      },
    );
  });
});

/** Pixels that may differ within any 32 × 32 px: less than a letter. */
const most = 12;
const anew =
  'if the change is wanted, `npm run pictures -- --references` draws them anew; what was drawn is in .output/pictures/';

/** Leaves what was drawn, and where it differs, to be looked at. */
function keep(name: string, taken: Uint8Array, difference: PNG): void {
  const folder = join(root, '.output/pictures');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}-now.png`), taken);
  writeFileSync(join(folder, `${name}-difference.png`), PNG.sync.write(difference));
}

/**
 * Finds what looks like nothing that was judged before, which is judged from now on: names, classes and states of an
 * element and of all that it stands in are what styles go by. How many elements, without those inside others.
 */
const markFresh = (page: Page) =>
  page.evaluate(() => {
    const world = window as never as Looked;
    const names =
      /^(class|role|type|open|hidden|disabled|data-.*|aria-(pressed|current|checked|selected|expanded|invalid))$/;
    world.fresh = [];
    const add = (element: Element, around: string, within: boolean) => {
      const own = [...element.attributes].flatMap(({ name, value }) => (names.test(name) ? [`${name}=${value}`] : []));
      const look = `${around} ${element.localName}[${own}]`;
      const isFresh = !within && !world.judged.has(look);
      if (isFresh) world.fresh.push(element);
      for (const child of element.children) add(child, look, within || isFresh);
      world.judged.add(look);
    };
    add(document.body, '', false);
    return world.fresh.length;
  });

/** How far the page runs beyond its window, px: written from left to right, and from right to left, as it is left. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const measured = (dir: 'ltr' | 'rtl') => {
      for (const element of document.querySelectorAll<HTMLElement>('html, .surface')) element.dir = dir;
      return Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);
    };
    // As it was found last.
    return { rtl: measured('rtl'), ltr: measured('ltr') };
  });

/** What the page remembers between two looks. */
interface Looked {
  axe: typeof axe;
  judged: Set<string>;
  fresh: Element[];
}

/** What axe finds, as rule and place; all its rules for WCAG 2.2 AA, or some, on the whole page or on what is fresh. */
function faults(page: Page, some?: string[], inFresh = false): Promise<string[]> {
  return page.evaluate(
    async (rules, within) => {
      const world = window as never as Looked;
      const { violations, incomplete } = await world.axe.run(within ? { include: world.fresh } : document, {
        ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
        // No rule of these reads a style sheet of itself.
        preload: false,
        // What passes is not described.
        resultTypes: ['violations', 'incomplete'],
      });
      // A target that is smaller than what stands in it is not judged, but is too small.
      return [...violations, ...incomplete.filter(({ id }) => id === 'target-size')].flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
      );
    },
    some,
    inFresh,
  );
}

describe.each(['chromium', 'firefox'] as const)('in %s the card', (engine) => {
  let gallery: Gallery;
  let page: Page;
  beforeAll(async () => {
    gallery = await openGallery(engine);
    page = await gallery.page.browser().newPage();
    await page.goto(`${gallery.address}page.html`);
    await page.waitForFunction('window.dramatis');
  });
  afterAll(() => gallery?.close());

  test.each([
    [1000, 700],
    [1000, 420],
    [600, 900],
    [360, 640],
    [320, 256],
  ])('leaves the word to be seen and stays inside a window of %i × %i', async (width, height) => {
    await page.setViewport({ width, height });
    for (let word = 0; word < 5; word += 1) expect(await measure(page, word)).toEqual({ inside: true, covers: false });
  });
});

/** Opens the card at a word and says how it lies. */
function measure(page: Page, index: number) {
  return page.evaluate(async (at) => {
    const { host, show } = (
      window as never as {
        dramatis: { host: { element: Element; hide(): void }; show(index: number, by: string): void };
      }
    ).dramatis;
    const word = document.querySelectorAll('[data-figure]')[at] as Element;
    word.scrollIntoView({ block: 'center' });
    // Twice, so that the scrolling has been told to everybody.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    show(at, 'hover');
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const card = host.element.getBoundingClientRect();
    const covers = [...word.getClientRects()].some(
      (rect) => rect.left < card.right && rect.right > card.left && rect.top < card.bottom && rect.bottom > card.top,
    );
    const inside = card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight;
    host.hide();
    return { inside: inside && card.height > 0, covers };
  }, index);
}
