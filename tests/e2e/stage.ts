// The stage of the end-to-end tests: the built extension in Chromium and in Firefox, and pages of our own under any host name.
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { type Driver, launch, type Tab } from '../../scripts/browser.mjs';
import { type Route, serve } from '../../scripts/serve.mjs';
import { browsersFor, root } from '../../scripts/setup.mjs';

export interface Stage {
  engine: 'chromium' | 'firefox';
  readonly driver: Driver;
  /** Serves a page and opens it in a new tab in front; `host` is any name, all lead here. */
  show(page: Route, host?: string): Promise<Tab>;
  /** Serves a page at an address of its own. */
  address(page: Route, host?: string): string;
}

/** Runs a file's tests in both browsers, each started once. After each test the tabs are closed and all settings forgotten. */
export function inBothBrowsers(tests: (stage: Stage) => void): void {
  describe.each(['chromium', 'firefox'] as const)('in %s', (engine) => {
    const routes: Record<string, Route> = {};
    let tabs: Tab[] = [];
    let driver: Driver;
    let server: Awaited<ReturnType<typeof serve>>;

    const startBrowser = async () => {
      const [installed] = await browsersFor([engine]);
      const target = engine === 'firefox' ? 'firefox' : 'chrome';
      driver = await launch(installed!, join(root, '.output', `${target}-mv3`), { offline: true });
    };

    beforeAll(async () => {
      server = await serve(routes);
      await startBrowser();
    });
    afterEach(async ({ task }) => {
      // A test may have closed or lost one of its tabs.
      for (const tab of tabs) await tab.close().catch(() => {});
      tabs = [];
      // What went wrong may be the connection to the browser, which loses a background now and then: the next try has a new one.
      if (task.result?.state === 'fail') {
        await driver.close();
        await startBrowser();
      } else await driver.forget();
    });
    afterAll(async () => {
      await driver?.close();
      server.close();
    });

    const address = (page: Route, host = 'www.example.com') => {
      const path = `/2026/01/08/page-${Object.keys(routes).length + 1}`;
      routes[path] = page;
      return server.url(path, host);
    };
    tests({
      engine,
      get driver() {
        return driver;
      },
      address,
      async show(page, host) {
        const tab = await driver.open(address(page, host));
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
