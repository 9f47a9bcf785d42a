// Search: accents, case and order of words are ignored, and matches are marked.

import { story as told } from 'virtual:story';
import { describe, expect, test } from 'vitest';
import { createSearch } from '../../components/search.ts';
import { keptStory, severalStories } from './stories.ts';
import { story } from './story.ts';

const search = createSearch([story], { language: 'en' });
const marked = ({ text, matches }: ReturnType<typeof search>[number]) =>
  matches.map(([start, end]) => text.slice(start, end));

test.each(['rodriguez', 'RODRÍGUEZ', 'Rodríguez', 'rodri', 'rodrigez'])('%s finds Delcy Rodríguez first', (query) => {
  expect(search(query)[0]?.place).toEqual({ story: 'test', kind: 'figure', id: 'rodriguez' });
});

test('matches are marked in the text', () => {
  expect(search('rodriguez')[0]).toMatchObject({ text: 'Delcy Rodríguez', note: 'Interim president of Venezuela' });
  expect(marked(search('rodriguez')[0]!)).toEqual(['Rodríguez']);
});

test('words are found in any order', () => {
  expect(search('oil warned').map(({ place }) => place.id)).toContain('s4');
});

test.each([
  ['figure', 'petro', 'gustavo'],
  ['statement', 's3', 'mediator'],
  ['quotation', 'q1', 'tone'],
  ['event', 'visit', 'white house'],
  ['relation', 'trump-petro', 'invitation'],
] as const)('a %s is found', (kind, id, query) => {
  expect(search(query).map(({ place }) => place)).toContainEqual({ story: 'test', kind, id });
});

test('title and summary are found, and lead to their parts of the page', () => {
  const found = search('invitation').find(({ kind }) => kind === 'story');
  expect(found?.place).toEqual({ story: 'test', kind: 'part', id: 'top' });
  expect(marked(found!)).toEqual(['invitation']);
  expect(search('days of threats').find(({ kind }) => kind === 'summary')?.place).toMatchObject({ id: 'summary' });
});

test.each(['en', 'es'])('a part of a word finds all that has it, of every kind, and marks it (%s)', (language) => {
  const found = createSearch([told()], { language })('invit', 100);
  const having = found.filter(({ text, note }) => /invit/i.test(`${text} ${note}`));
  expect(found).toEqual(having);
  for (const one of having) {
    const all = [...marked(one), ...one.noteMatches.map(([start, end]) => one.note.slice(start, end))];
    expect(all.join(' ').toLowerCase()).toContain('invit');
  }
  const story = told();
  const has = (text: unknown) => /invit/i.test(JSON.stringify(text));
  const countOf = (kind: string) => found.filter((one) => one.kind === kind).length;
  expect(countOf('story')).toBe(has(story.title) ? 1 : 0);
  for (const kind of ['summary', 'figure', 'statement', 'relation', 'question'])
    expect([kind, countOf(kind) > 0]).toEqual([kind, true]);
});

test.each([
  ['Die Straße nach Köln', 'Köln', ['Köln']],
  ['Die Straße nach Köln', 'strasse', ['Straße']],
  ['서울에서 대통령을 만났다', '대통령', ['대통령']],
  ['قَالَ الرَّئِيسُ أَمْسِ', 'الرئيس', ['الرَّئِيسُ']],
  ['कोलंबिया के राष्ट्रपति', 'राष्ट्रपति', ['राष्ट्रपति']],
  ['Z Łodzi do Żółkwi', 'zolkwi', ['Żółkwi']],
])('in %j, %j is marked as it is written', (text, query, words) => {
  const found = createSearch([keptStory(0, { summary: [{ text: { en: text }, cites: ['a:1.1'] }] })], {
    language: 'en',
  });
  expect(marked(found(query)[0]!)).toEqual(words);
});

test('a match in the second line is marked there', () => {
  const [found] = search('adversaries');
  expect(found?.note).toBe('Donald Trump – Gustavo Petro: adversaries who talk');
  expect(found?.noteMatches.map(([start, end]) => found.note.slice(start, end))).toEqual(['adversaries']);
});

describe('several stories', () => {
  const stories = severalStories(3).map((told) => told.story);
  const inAll = (first?: Set<string>) => createSearch(stories, { language: 'en' }, first)('gustavo');

  test('are searched together, and each result names its story', () => {
    expect(new Set(inAll().map(({ place }) => place.story))).toEqual(new Set(['test', 'kept-0', 'kept-1']));
    expect(inAll().find(({ place }) => place.story === 'test')?.story).toBe('From threats to an invitation');
    expect(search('gustavo')[0]?.story).toBe('');
  });

  test('are listed with those of the page first', () => {
    expect(inAll(new Set(['kept-1']))[0]?.place.story).toBe('kept-1');
    expect(inAll(new Set(['test']))[0]?.place.story).toBe('test');
  });
});

test('the story is searched in the reader’s language', () => {
  expect(createSearch([story], { language: 'es' })('advertencia').map(({ place }) => place.id)).toContain('arms');
});

test('a blank query finds nothing', () => {
  expect(search('')).toEqual([]);
  expect(search('   ')).toEqual([]);
  expect(search('xylophone')).toEqual([]);
});

test('the limit is kept', () => {
  expect(search('trump', 2)).toHaveLength(2);
});

test('near matches come only where nothing matches well', () => {
  const whole = createSearch([told()], { language: 'en' });
  expect(whole('take up arms').map(({ text }) => text)).toEqual(['take up arms']);
  expect(whole('the man who took arms').length).toBeGreaterThan(1);
});

test('in a large library names, words, accents and typing errors are found as in a small one', () => {
  const sentences = (at: number) =>
    Array.from({ length: 12 }, (_, nth) => ({
      id: `s-${nth}`,
      text: { en: `Note ${nth} of volume ${at} tells of the harbour.` },
      cites: ['a:1.1'],
      mode: 'reported' as const,
      figures: [],
    }));
  const many = Array.from({ length: 200 }, (_, at) =>
    keptStory(at, {
      id: `v-${at}`,
      title: { en: `Volume ${at}` },
      figures: [],
      quotations: [],
      statements: sentences(at),
    }),
  );
  const all = createSearch([story, ...many], { language: 'en' });
  for (const query of ['rodriguez', 'RODRÍGUEZ', 'rodri', 'rodrigez'])
    expect(all(query)[0]?.place).toEqual({ story: 'test', kind: 'figure', id: 'rodriguez' });
  expect(all('oil warned').map(({ place }) => place.id)).toContain('s4');
  expect(all('volume 117')[0]).toMatchObject({ kind: 'story', place: { story: 'v-117' }, text: 'Volume 117' });
  expect(all('note 7 of volume 117')[0]?.place).toEqual({ story: 'v-117', kind: 'statement', id: 's-7' });
  expect(all('xylophone')).toEqual([]);
  expect(all('harbour', 200)).toHaveLength(200);
});
