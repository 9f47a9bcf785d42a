// A story of one person, in two languages of which one inflects: the smallest library that is compiled for pages.
import * as v from 'valibot';
import { createStoryCompiler } from '../../stories/compiled-texts.ts';
import { type Story, StorySchema } from '../../stories/format.ts';

/** A story about a mayor called Ada, of this surname; the mayor's id is `mayor-of-<id>`. */
export const storyOfMayor = (id: string, surname: string): Story =>
  v.parse(StorySchema, {
    format: 'dramatis-story/1',
    id,
    title: { en: 'The fair' },
    asOf: '2031-05-06',
    sources: [{ id: 'a', language: 'en', paragraphs: [1, 2] }],
    figures: [
      {
        id: `mayor-of-${id}`,
        kind: 'person',
        name: { en: `Ada ${surname}` },
        names: { full: [`Ada ${surname}`], given: ['Ada'], surname: [surname], strength: 'strong' },
      },
    ],
  });

/** Compiles for pages in English and Polish. */
export const fairCompiler = createStoryCompiler('1', {
  languages: [
    { language: 'en', source: ['made up'] },
    { language: 'pl', source: ['made up'], inflection: [{ ending: '', tails: ['a', 'owi'] }] },
  ],
  givenNames: ['Ada'],
  fixed: { press: '{}', months: '{}' },
});
