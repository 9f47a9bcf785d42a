// Signs of patterns and lists never reach the gazetteer from a story, whoever has or has not checked it.
import { expect, it } from 'vitest';
import { stemsWithoutSigns, withoutSigns } from '../../stories/clean.ts';
import type { Story } from '../../stories/format.ts';
import { compileGazetteer } from '../../stories/gazetteer.ts';
import { checkLanguages } from '../../stories/language.ts';
import { mergeStories } from '../../stories/library.ts';
import { smallStory } from './small-story.ts';

it('signs of patterns are spaces, and nothing is left of what has no letter', () => {
  expect(withoutSigns(' (Ada|Bo) Wex*combe ')).toBe('Ada Bo Wex combe');
  expect(withoutSigns('O’Neill-Smith, Jr.')).toBe('O’Neill-Smith, Jr.');
  expect(withoutSigns('\uE000(|)*')).toBe('');
});

it('a star stays where it ends a word of a list', () => {
  expect(stemsWithoutSigns('prezydent* Kol*umbii (x|y)*')).toBe('prezydent* Kol umbii x y*');
  expect(stemsWithoutSigns('* ** (*')).toBe('');
});

it('a story that nobody has checked adds no alternative and no stem', () => {
  const signs = '(Zzz|Yyy)*\uE000|Xxx';
  const story = smallStory('a', {
    figures: [
      { id: 'x', name: 'Ada Wexcombe' },
      { id: 'y', kind: 'place', name: 'Port' },
    ],
  });
  const [person, place] = story.figures as [Story['figures'][number], Story['figures'][number]];
  const lists = { full: [signs], given: [signs], middle: [signs], surname: [signs], others: [signs], alone: [signs] };
  Object.assign(person, { name: { en: signs }, names: { ...person.names, ...lists } });
  Object.assign(place, { names: { ...place.names, aliases: [signs] } });
  const words = { regions: [signs], ambiguous: [signs], words: [signs], verbs: [signs], otherNames: [`${signs} Port`] };
  const byId = { names: { y: [signs] }, offices: { 'x-head': [signs] }, relatives: { x: [signs] } };
  const classes = { titles: { other: [signs], made: [signs] }, heads: { after: [signs], made: [signs] } };
  story.languages = {
    en: { ...words, ...byId, ...classes, people: { x: { given: [signs], surname: [signs], full: [signs] } } },
  };
  const languages = checkLanguages([
    { file: 'x/en.yaml', content: { language: 'en', source: [] }, lineOf: () => 1, unreadable: [] },
  ]);
  const { names: figures, storyLanguages } = mergeStories([story]);
  const parts = compileGazetteer({ figures, storyLanguages, languages });
  const texts = Object.values(parts).join('\n');
  expect(texts).toContain('zzz yyy');
  expect(texts).not.toMatch(/zzz\||\|yyy|[()]Zzz|\uE000|yyy\*|made/i);
});
