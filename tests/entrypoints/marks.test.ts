// What happens where the names of the stories cannot be had.
import { expect, test } from 'vitest';
import { type MarksOptions, openMarks } from '../../entrypoints/reader/marks.ts';

test('a page for which neither storage nor background has names is not marked', async () => {
  const texts = { fetch: async () => {}, get: () => '', edition: null, forgetOutdated: async () => false };
  const options = { signal: new AbortController().signal, languages: [] as readonly string[] } as MarksOptions;
  await expect(openMarks(document, texts, options)).rejects.toThrow('no names');
});
