// Tests: `pure` and `dom` mirror the rooms and need no browser; `e2e` drives the built extension in Chromium and Firefox.
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { storyPlugin } from './data/vite-plugin.ts';

const PURE = ['tests/*.test.ts', 'tests/{recognition,data,scripts}/**/*.test.ts'];

/** On a busy machine; ms. No test is about time. */
const PATIENCE = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [storyPlugin()],
        test: { name: 'pure', environment: 'node', include: PURE, testTimeout: PATIENCE },
      },
      {
        // The WXT plugin brings a fake browser API, but none of our own plugins.
        plugins: [WxtVitest(), storyPlugin()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PURE, 'tests/e2e/**'],
          testTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // One browser at a time: what is tested waits for frames and pointers, and two cores serve two browsers badly.
          fileParallelism: false,
          expect: { poll: { timeout: 10_000 } },
          // Real browsers on a busy machine: a frame or a pointer that came late is asked for once more, a fault stays a fault.
          retry: 2,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
