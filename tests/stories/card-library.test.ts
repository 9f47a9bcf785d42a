// The stories that cards tell from: which is first, who a figure is on a day, and what is one figure.
import { describe, expect, test } from 'vitest';
import { createCardLibrary, nameOf, pageFor, partsOf, roleAt, storiesToTell } from '../../stories/card-library.ts';
import { cardStory, provenanceOf } from '../../stories/story.ts';
import { keptStory, libraryOf, namesakesLibrary, severalStories } from '../components/stories.ts';
import { card } from '../components/story.ts';

const library = libraryOf(severalStories(5));
const petro = library.figure('petro')!;
const order = (date: string | null) => partsOf(library, petro, date).map(({ story }) => story.id);

test.each([
  ['2026-01-09', ['test', 'kept-1', 'kept-2', 'kept-0', 'kept-3']],
  ['2026-01-05', ['kept-1', 'kept-2', 'test', 'kept-0', 'kept-3']],
  ['2025-01-01', ['kept-2', 'kept-1', 'test', 'kept-0', 'kept-3']],
  [null, ['kept-3', 'kept-0', 'test', 'kept-1', 'kept-2']],
])('on a page of %s the newest before it comes first, then what came after', (date, stories) => {
  expect(order(date)).toEqual(stories);
});

test.each([
  ['2026-01-20', 'kept-0', '2026-01-11'],
  ['2026-01-04', 'kept-2', '2025-12-20'],
  ['2025-01-01', 'kept-2', '2025-12-20'],
])('on %s the role is that of %s', (date, story, day) => {
  expect(roleAt(partsOf(library, petro, date), date)).toMatchObject({ story: { id: story }, day });
});

test('a story that tells no role is not asked for one while another does', () => {
  const trump = library.figure('trump')!;
  expect(roleAt(partsOf(library, trump, '2026-01-20'), '2026-01-20')).toMatchObject({ story: { id: 'test' } });
  const alone = libraryOf(severalStories(2).slice(1));
  expect(roleAt(partsOf(alone, alone.figure('trump')!, null), null)).toMatchObject({ role: null });
});

describe('figures', () => {
  test('are merged as they are said to be, and else apart', () => {
    expect(library.merged('kept-3', 'petro')).toBe('petro');
    expect(petro.members.map(({ story }) => story)).toEqual(['test', 'kept-0', 'kept-1', 'kept-2', 'kept-3']);
    const apart = namesakesLibrary();
    expect(apart.merged('kept-0', 'petro')).toBe('kept-0/petro');
    expect(apart.figure('kept-0/petro')?.members).toEqual([{ story: 'kept-0', figure: 'petro' }]);
  });

  test('of stories that are not there are left out', () => {
    const members = {
      petro: [
        { story: 'gone', figure: 'petro' },
        { story: 'test', figure: 'petro' },
      ],
    };
    const some = createCardLibrary([card], members);
    expect(some.figure('petro')?.members).toHaveLength(1);
    expect(createCardLibrary([], members).figure('petro')).toBeUndefined();
    expect(nameOf(some, 'nobody', 'en')).toBe('nobody');
  });

  test('of a page are those that a story has, under its own ids', () => {
    const two = createCardLibrary([card, cardStory(keptStory(0))], {
      g: [
        { story: 'test', figure: 'petro' },
        { story: 'kept-0', figure: 'trump' },
      ],
    });
    const page = { date: null, present: ['g', 'colombia', 'nobody'] };
    expect(pageFor(two, page, 'kept-0').present).toEqual(['trump']);
    expect(pageFor(two, page, 'test').present).toEqual(['petro', 'colombia']);
  });
});

test('a card has the words that find what it cites, and not the text', () => {
  const { sources } = cardStory(keptStory(0));
  expect(sources[0]).not.toHaveProperty('text');
  expect(Object.keys(sources[0]?.fragments ?? {}).sort()).toEqual(['1.1', '1.2', '2.1', '2.2']);
  expect(card.sources[0]?.fragments).toEqual({});
});

test.each([
  [
    'a bundled story',
    { bundled: true, kept: { added: '2026-01-01', from: 'bundled', looked: true } },
    'bundled',
    false,
  ],
  ['a kept article', { bundled: false, kept: { added: '2026-01-01', from: 'article', looked: false } }, 'kept', true],
  [
    'one that was looked through',
    { bundled: false, kept: { added: '2026-01-01', from: 'article', looked: true } },
    'kept',
    false,
  ],
  ['a file', { bundled: false, kept: { added: '2026-01-01', from: 'file', looked: true } }, 'imported', false],
  ['what a tool has written', { bundled: false, kept: null }, 'imported', true],
])('%s says how it came', (_what, entry, origin, draft) => {
  const provenance = provenanceOf(entry);
  expect(provenance.origin).toBe(origin);
  expect(cardStory(keptStory(0), provenance)).toMatchObject({ origin, draft });
});

test('where very many stories tell of the figures on a page, those of the mention are among them', () => {
  const inStories = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ story: `${name}-${at}`, figure: name }));
  const members = {
    harbour: inStories('a', 3),
    bridge: [...inStories('b', 2), ...inStories('a', 1)],
    light: inStories('c', 1),
  };
  const tell = (first: string[], most = 4) =>
    storiesToTell(members, ['harbour', 'bridge', 'light', 'constructor'], first, most);
  expect(tell([])).toEqual(['a-0', 'a-1', 'a-2', 'b-0']);
  expect(tell(['light'])).toEqual(['a-0', 'a-1', 'a-2', 'c-0']);
  expect(tell(['bridge', 'light'])).toEqual(['a-0', 'b-0', 'b-1', 'c-0']);
  // Where all of them are told, the mention makes no difference.
  expect(tell(['light'], 9)).toEqual(tell([], 9));
});
