// The day that is stored with a story and stands in the name of a backup: the reader's, not that of UTC.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installStories } from '../../extension/library.ts';
import { importStories } from '../../extension/library-changes.ts';
import { today } from '../../extension/today.ts';
import { keptStory } from '../components/stories.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['America/Bogota', '2026-03-01T03:00:00Z', '2026-02-28'],
  ['Pacific/Kiritimati', '2026-02-28T23:00:00Z', '2026-03-01'],
  ['UTC', '2026-02-28T23:00:00Z', '2026-02-28'],
])('in %s it is, at %s, %s', async (zone, at, day) => {
  vi.stubEnv('TZ', zone);
  expect(today(new Date(at))).toBe(day);
  await importStories([{ story: keptStory(0), isOff: false }], at);
  await installStories([keptStory(1)], at);
  expect(await browser.storage.local.get(null)).toMatchObject({
    'kept:kept-0': { added: day },
    'kept:kept-1': { added: day },
  });
});
