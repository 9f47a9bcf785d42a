// Tests: `pure`, `dom` and `page` mirror the rooms and need no browser; `built` reads what was built; `gallery` looks
// at the surfaces by themselves; `e2e-chromium` and `e2e-firefox` drive the built extension in a browser.
import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { storyPlugin } from './scripts/dataset/plugin.ts';

const PURE = ['tests/*.test.ts', 'tests/{recognition,stories,drafting,scripts}/**/*.test.ts'];

const PAGE = ['tests/page/**/*.test.ts'];

/** Tests of the builds that need no browser. */
const BUILT = ['tests/e2e/{manifests,support,web-ext-lint}.test.ts'];

/** The surfaces by themselves, in browsers without the extension. */
const GALLERY = ['tests/e2e/gallery.test.ts'];

/** On two cores both are used: what runs beside the unit tests has ended long before them. */
const WORKERS = Math.max(2, availableParallelism() - 1);

/** How long anything may take on a slow and busy machine; ms. No test is about time. */
const PATIENCE = 1000 * Number(process.env.PATIENCE ?? 60);

const withBrowsers = {
  // Real browsers lose an event now and then. Each test that passes only at the second try is named and counted by
  // `npm test`.
  retry: 1,
  testTimeout: 4 * PATIENCE,
  hookTimeout: 4 * PATIENCE,
};

/**
 * The end-to-end tests in one browser: file after file in one process, so that all of them use the same browser
 * (tests/e2e/stage.ts).
 */
const inBrowser = (engine: 'chromium' | 'firefox', groupOrder: number): TestProjectInlineConfiguration => ({
  test: {
    name: `e2e-${engine}`,
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    exclude: [...BUILT, ...GALLERY],
    provide: { engine },
    isolate: false,
    maxWorkers: 1,
    sequence: { groupOrder },
    expect: { poll: { timeout: PATIENCE, interval: 50 } },
    ...withBrowsers,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [storyPlugin()],
        test: {
          name: 'pure',
          environment: 'node',
          include: PURE,
          // Nothing there keeps a state, and to load the languages anew for each file takes longer than the tests.
          isolate: false,
          maxWorkers: WORKERS,
          testTimeout: PATIENCE,
        },
      },
      {
        // The WXT plugin brings a fake browser API, but none of our own plugins.
        plugins: [WxtVitest(), storyPlugin()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PURE, ...PAGE, 'tests/e2e/**'],
          // To load the surfaces and a document anew for each file takes longer than the tests.
          isolate: false,
          setupFiles: ['tests/fresh.ts'],
          maxWorkers: WORKERS,
          testTimeout: PATIENCE,
        },
      },
      {
        plugins: [storyPlugin()],
        test: {
          name: 'page',
          environment: 'happy-dom',
          // page/ takes the DOM's own methods when it is loaded, some of which the tests have replaced by then.
          include: PAGE,
          maxWorkers: WORKERS,
          testTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'built',
          environment: 'node',
          include: BUILT,
          testTimeout: PATIENCE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { name: 'gallery', environment: 'node', include: GALLERY, sequence: { groupOrder: 4 }, ...withBrowsers },
      },
      inBrowser('chromium', 2),
      inBrowser('firefox', 3),
    ],
  },
});
