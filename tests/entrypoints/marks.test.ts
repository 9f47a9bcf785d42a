// What happens where the names of the stories cannot be had.
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { type MarksOptions, openMarks } from '../../entrypoints/reader/marks.ts';
import { createPointerEvents } from '../../page/pointer/pointer-events.ts';

test('a page for which the background has no names is not marked', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined as never);
  const texts = { fetch: async () => {}, get: () => '', edition: null, follow() {}, forgetOutdated: async () => false };
  const options = { signal: new AbortController().signal, languages: [] as readonly string[] } as MarksOptions;
  await expect(openMarks(document, texts, createPointerEvents(), options)).rejects.toThrow('no names');
});
