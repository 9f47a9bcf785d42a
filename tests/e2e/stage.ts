// The stage of the end-to-end tests: the built extension in the browser of the running project, Chromium or Firefox,
// started once for all files; and pages of our own under any host name.
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { browsersFor } from '../../scripts/browsers.mjs';
import { type Route, serve } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';
import { type Driver, launch } from './driver/launch.mjs';
import type { Tab } from './driver/tab.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser of an e2e project (vitest.config.ts). */
    engine: 'chromium' | 'firefox';
  }
}

export interface Stage {
  engine: 'chromium' | 'firefox';
  readonly driver: Driver;
  /** Serves a page and opens it in a new tab in front; `host` is any name, all lead here. */
  show(page: Route, host?: string): Promise<Tab>;
  /** Serves a page at an address of its own. */
  address(page: Route, host?: string): string;
}

// One browser and one server for all files of a project: they run in one process and share this module.
const engine = inject('engine');
const routes: Record<string, Route> = {};
let server: Awaited<ReturnType<typeof serve>> | undefined;
let driver: Driver | undefined;
const EMPTY = '<!doctype html><title>Empty</title>';
/** In most tests cards open sooner than for a reader who has set nothing, ms: hundreds are waited for. */
const DWELL = 100;
/**
 * The last test's tab, into which the next one's page comes: to open one takes as long as a short test, and to leave a
 * page first as long as half of one.
 */
let spare: Tab | undefined;

/**
 * A test of what no browser has a part in, as a form of ours or a decision that is stored: it runs in Chromium alone,
 * where it takes half as long. What hangs on focus, clipboard, tabs or installing runs in both.
 */
export const once = test.runIf(engine === 'chromium');

/** The browser, started again where the last one is gone. */
async function startBrowser(): Promise<Driver> {
  if (driver?.browser.connected) return driver;
  spare = undefined;
  const [installed] = await browsersFor([engine]);
  const target = engine === 'firefox' ? 'firefox' : 'chrome';
  // Each frame of a movement is drawn by the processor: what moves is left to Firefox.
  driver = await launch(installed!, join(root, '.output', `${target}-mv3`), { offline: true, still: true });
  await driver.compiled();
  await driver.beginWith({ dwell: DWELL });
  return driver;
}

/**
 * Runs a file's tests in the browser of the running project; both projects run every file. After each test its tabs are
 * closed, all but one, and all settings forgotten; after the file everything is closed that is still open.
 */
export function inBothBrowsers(tests: (stage: Stage) => void): void {
  describe(`in ${engine}`, () => {
    let tabs: Tab[] = [];
    const address = (page: Route, host = 'www.example.com') => {
      if (!server) throw new Error('Pages are served only while a test runs.');
      const path = `/2026/01/08/page-${Object.keys(routes).length + 1}`;
      routes[path] = page;
      return server.url(path, host);
    };

    beforeEach(async () => {
      server ??= await serve(routes);
      await startBrowser();
    });
    afterEach(async ({ task }) => {
      // A test may have closed or lost one of its tabs.
      const isLost = task.result?.state === 'fail';
      const faults = driver?.faults() ?? [];
      for (const tab of tabs)
        if (!spare && !isLost && tab.isFresh()) spare = tab;
        else await tab.close().catch(() => {});
      tabs = [];
      // What went wrong may be the browser or the connection to it: the next test has a new one.
      if (isLost) {
        await driver?.close();
        driver = undefined;
      } else await driver?.forget();
      expect(faults.join('\n'), 'what our code has thrown, or told the console').toBe('');
    });
    afterAll(async () => {
      // What runs in it would run beside another file's tests.
      await spare?.leave(address(EMPTY)).catch(() => {
        spare = undefined;
      });
      await driver?.closeOthers(spare?.page);
    });

    tests({
      engine,
      get driver() {
        if (!driver) throw new Error('The browser runs only while a test does.');
        return driver;
      },
      address,
      async show(page, host) {
        const { open } = await startBrowser();
        const kept = spare?.page.isClosed() ? undefined : spare;
        spare = undefined;
        await kept?.turnTo(address(page, host));
        const tab = kept ?? (await open(address(page, host)));
        tabs.push(tab);
        return tab;
      },
    });
  });
}

/** A news article as newspapers write them; `body` and `head` are HTML. */
export function article(body: string, head = ''): string {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Two presidents, one call',
    datePublished: '2026-01-08T06:30:00Z',
    author: { '@type': 'Person', name: 'Ines Okafor' },
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Harbour Courier' },
  };
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Two presidents, one call | The Harbour Courier</title>
    <meta property="og:type" content="article"><meta property="og:site_name" content="The Harbour Courier">
    <meta property="article:published_time" content="2026-01-08T06:30:00Z">
    <script type="application/ld+json">${JSON.stringify(facts)}</script>
    <style>body { margin: 80px auto; width: 640px; font: 20px/1.6 serif }</style>${head}</head>
    <body><article><h1>Two presidents, one call</h1>${body}</article></body></html>`;
}
