// Every surface in every state, as the gallery shows them: what axe finds in light and dark, and whether anything runs over a window of 320 px.
// The card on a page is measured in both browsers: in windows of all sizes it leaves its word to be seen and stays inside.
import axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsersFor } from '../../scripts/setup.mjs';

let server: ViteDevServer;
let address: string;
beforeAll(async () => {
  // Nothing is watched: a page that is reloaded while it is judged would be no judgement.
  const options = { port: 0, hmr: false, watch: null };
  server = await createServer({ configFile: 'tests/gallery/vite.config.ts', server: options, logLevel: 'error' });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? '';
});
afterAll(() => server.close());

async function open(engine: 'chromium' | 'firefox'): Promise<Browser> {
  const [installed] = await browsersFor([engine]);
  const browser = engine === 'firefox' ? 'firefox' : 'chrome';
  const args = engine === 'firefox' ? [] : ['--no-sandbox', '--disable-gpu', '--disable-quic'];
  return puppeteer.launch({ browser, executablePath: installed!.path, args });
}

describe('every state', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await open('chromium');
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  test.each(['card', 'popup', 'story', 'options', 'welcome'])('of %s', { timeout: 240_000 }, async (surface) => {
    await page.goto(address, { waitUntil: 'networkidle0' });
    const states = await page.evaluate(
      (name) => (window as never as { gallery: Record<string, string[]> }).gallery[name],
      surface,
    );
    expect(states).not.toEqual([]);
    for (const state of states ?? []) {
      await page.setViewport({ width: 1000, height: 800 });
      await page.goto(`${address}?surface=${surface}&state=${state}&locale=es`, { waitUntil: 'load' });
      await page.waitForSelector('.surface');
      await page.evaluate(axe.source);
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        expect(await faults(page), `${state}, ${value}`).toEqual([]);
      }
      await page.setViewport({ width: 320, height: 800, isMobile: true, hasTouch: true });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, `${state}: px beyond 320`).toBeLessThanOrEqual(0);
    }
  });
});

describe.each(['chromium', 'firefox'] as const)('in %s the card', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await open(engine);
    page = await browser.newPage();
    await page.goto(`${address}page.html`);
    await page.waitForFunction('window.dramatis');
  });
  afterAll(() => browser?.close());

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

/** What axe finds, as rule and place. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations } = await (window as never as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}
