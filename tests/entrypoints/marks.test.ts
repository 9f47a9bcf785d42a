// What happens where the names of the stories cannot be had, and where stories are left out.
import { expect, test } from 'vitest';
import { type MarksOptions, openMarks, withoutStories } from '../../entrypoints/reader/marks.ts';
import type { Gazetteer } from '../../recognition/gazetteer.ts';

test('a page for which neither storage nor background has names is not marked', async () => {
  const texts = { fetch: async () => {}, get: () => '', edition: null, forgetOutdated: async () => false };
  const options = { signal: new AbortController().signal, languages: [] as readonly string[] } as MarksOptions;
  await expect(openMarks(document, texts, options)).rejects.toThrow('no names');
});

test('who is in stories that are left out alone is not marked, who is in another as well stays', () => {
  const inStories = (id: string, ...stories: string[]) => ({
    id,
    members: stories.map((story) => ({ story, figure: id })),
  });
  const gazetteer = {
    figures: [inStories('keeper', 'harbour'), inStories('port', 'harbour', 'other'), inStories('mayor', 'other')],
  } as unknown as Gazetteer;
  const facts = { date: null, headlines: [], rejected: [], muted: ['rubio'], frontPage: undefined };
  const mutedWithout = (...stories: string[]) => withoutStories(facts, gazetteer, stories).muted;
  expect(mutedWithout()).toEqual(['rubio']);
  expect(mutedWithout('harbour')).toEqual(['rubio', 'keeper']);
  expect(mutedWithout('harbour', 'other')).toEqual(['rubio', 'keeper', 'port', 'mayor']);
});
