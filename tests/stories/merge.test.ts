// Which figures of several stories are one, under which ids, and what no story can do to the figures of another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../stories/format.ts';
import { mergeStories } from '../../stories/library.ts';
import { runs } from '../fuzz/runs.ts';
import { type SmallFigure, type SmallStory, smallStory } from './small-story.ts';

const story = (id: string, ...figures: SmallFigure[]): Story => smallStory(id, { figures });
/** Members of each merged figure, as `story/figure`. */
const groupsOf = (stories: Story[], decisions?: Parameters<typeof mergeStories>[1]) =>
  mergeStories(stories, decisions).figures.map(({ members }) => members.map((one) => `${one.story}/${one.figure}`));
const areOne = (one: Omit<SmallFigure, 'id'>, other: Omit<SmallFigure, 'id'>, ...beside: SmallFigure[]) =>
  groupsOf([
    story('a', { id: 'x', ...one } as SmallFigure, ...beside),
    story('b', { id: 'y', ...other } as SmallFigure, ...beside),
  ]).some((members) => members.includes('a/x') && members.includes('b/y'));

const malta: SmallFigure = { id: 'malta', kind: 'place', name: 'Malta', iso: 'MT' };
const chile: SmallFigure = { id: 'chile', kind: 'place', name: 'Chile', iso: 'CL' };
const ada = { name: 'Ada Wexcombe' };

describe('figures of two stories', () => {
  it('are one by an id of a register, whatever their names', () => {
    expect(areOne({ ...ada, same: ['wikidata:Q1'] }, { name: 'A. Wex', same: ['wikidata:Q1'] })).toBe(true);
    expect(areOne({ kind: 'place', name: 'Malta', iso: 'MT' }, { kind: 'place', name: 'Malte', iso: 'MT' })).toBe(true);
  });
  it('are one by name where they are places or institutions', () => {
    const bank = { kind: 'organization' as const, name: 'Bank of Wexcombe' };
    expect(areOne(bank, { ...bank, name: 'Bank Of Wéxcombe' })).toBe(true);
    expect(areOne(bank, { ...bank, kind: 'place' })).toBe(false);
    expect(areOne({ ...bank, names: { aliases: ['BW'] } }, { kind: 'organization', name: 'BW' })).toBe(false);
    expect(areOne({ ...bank, same: ['wikidata:Q1'] }, { ...bank, same: ['wikidata:Q2'] })).toBe(false);
  });
  it('are not one where the name needs a country, and that is another', () => {
    const palace = { kind: 'place' as const, name: 'Presidential Palace' };
    expect(areOne({ ...palace, country: 'malta' }, { ...palace, country: 'chile' }, malta, chile)).toBe(false);
    expect(areOne({ ...palace, country: 'malta' }, { ...palace, country: 'malta' }, malta, chile)).toBe(true);
    expect(areOne({ ...palace, needs: 'malta' }, palace, malta)).toBe(false);
  });
  it('are one by the whole name of a person and a second agreement', () => {
    expect(areOne(ada, ada)).toBe(false);
    expect(areOne({ ...ada, country: 'malta' }, { ...ada, country: 'malta' }, malta)).toBe(true);
    expect(areOne({ ...ada, country: 'malta' }, { ...ada, country: 'chile' }, malta, chile)).toBe(false);
    expect(areOne({ ...ada, role: 'Harbour master of Gozo' }, { ...ada, role: 'Master of the harbour' })).toBe(true);
    expect(areOne({ ...ada, role: 'Mayor of Gozo' }, { ...ada, role: 'Nurse in Gozo' })).toBe(false);
    expect(areOne(ada, ada, { id: 'neville', name: 'Neville Wexcombe' })).toBe(true);
    expect(areOne(ada, { name: 'Wexcombe Ada', country: 'malta' }, malta)).toBe(false);
    const mayor = { office: 'mt-mayor', title: { en: 'Mayor' }, from: '2025-01-01' };
    expect(areOne({ ...ada, offices: [mayor] }, { ...ada, offices: [mayor] }, malta)).toBe(true);
  });
  it('are offered, not joined, where an agency is all that both stories have, or their roles differ', () => {
    const reuters: SmallFigure = { id: 'reuters', kind: 'organization', name: 'Reuters' };
    const neville: SmallFigure = { id: 'neville', name: 'Neville Wexcombe' };
    expect(areOne(ada, ada, reuters)).toBe(false);
    const [nurse, mayor] = ['Nurse in Gozo', 'Mayor of Arlen'].map((role) => ({ ...ada, role }));
    expect(areOne(nurse as typeof ada, mayor as typeof ada, neville)).toBe(false);
    expect(areOne(nurse as typeof ada, { ...ada, role: 'Nurse of Arlen' }, neville)).toBe(true);
    const two = [nurse, mayor].map((one, at) => story(`s${at}`, { id: `x${at}`, ...one } as SmallFigure, neville));
    expect(mergeStories(two).offered).toEqual([['x0', 'x1']]);
  });
  it('are one where both stories have an institution that few others have', () => {
    const council: SmallFigure = { id: 'council', kind: 'organization', name: 'Wexcombe Harbour Council' };
    const others = Array.from({ length: 8 }, (_, at) => story(`o${at}`, { id: `p${at}`, name: `Bo Larch ${at}` }));
    const both = ['a', 'b'].map((id) => story(id, { id: `x${id}`, ...ada }, council));
    expect(groupsOf([...others, ...both])).toContainEqual(['a/xa', 'b/xb']);
    const with3 = [...others, story('c', council), ...both];
    expect(groupsOf(with3)).not.toContainEqual(['a/xa', 'b/xb']);
  });
  it('are never one by a surname, nor across kinds', () => {
    expect(areOne({ name: 'Wexcombe', country: 'malta' }, { ...ada, country: 'malta' }, malta)).toBe(false);
    expect(areOne({ name: 'Wexcombe', country: 'malta' }, { name: 'Wexcombe', country: 'malta' }, malta)).toBe(false);
    expect(areOne({ ...ada, same: ['x:1'] }, { kind: 'organization', name: 'Ada Wexcombe', same: ['x:1'] })).toBe(
      false,
    );
  });
});

describe('figures of three stories', () => {
  it('a third joins no two that were apart, nor two of one story', () => {
    const [a, b] = [story('a', { id: 'x', ...ada, same: ['r:1'] }), story('b', { id: 'y', ...ada, same: ['s:2'] })];
    const both = story('c', { id: 'z', ...ada, same: ['r:1', 's:2'] });
    expect(groupsOf([a, b, both])).toEqual([['a/x', 'c/z'], ['b/y']]);
    const two = story('d', { id: 'v', name: 'One', same: ['r:1'] }, { id: 'w', name: 'Two', same: ['s:2'] });
    expect(groupsOf([both, two])).toEqual([['c/z', 'd/v'], ['d/w']]);
  });
  it('an id that another has taken is the story and the id', () => {
    const library = mergeStories([story('a', { id: 'mayor', ...ada }), story('b', { id: 'mayor', name: 'Bo Li' })]);
    expect(library.figures.map(({ id }) => id)).toEqual(['mayor', 'b/mayor']);
  });
  it('what a figure needs, its country and its offices are those of its own story', () => {
    const town = (name: string): SmallFigure => ({ id: 'town', kind: 'place', name });
    const mayor = (name: string): SmallFigure => ({
      id: 'mayor',
      name,
      country: 'town',
      offices: [{ office: 'town-mayor', title: { en: 'Mayor' }, from: '2025-01-01' }],
    });
    const { names } = mergeStories([
      story('a', town('Arlen'), mayor('Ada Wexcombe')),
      story('b', town('Brigg'), mayor('Bo Larch'), { id: 'hall', kind: 'place', name: 'Town Hall', needs: 'town' }),
    ]);
    expect(
      names.map(({ id, names, offices }) => [
        id,
        names?.country ?? names?.needs,
        offices?.map(({ office, owner }) => [office, owner]),
      ]),
    ).toEqual([
      ['town', undefined, []],
      ['mayor', 'town', [['town-mayor', 'town']]],
      ['b/town', undefined, []],
      ['b/mayor', 'b/town', [['b/town-mayor', 'b/town']]],
      ['hall', 'b/town', []],
    ]);
  });
});

describe('people of one whole name', () => {
  const stories = [story('a', { id: 'x', ...ada }), story('b', { id: 'y', ...ada })];
  it('are offered, until the reader has said', () => {
    expect(mergeStories(stories).offered).toEqual([['x', 'y']]);
    expect(mergeStories(stories, { same: [], apart: [['a/x', 'b/y']] }).offered).toEqual([]);
    const one = mergeStories(stories, { same: [['b/y', 'a/x']], apart: [] });
    expect([one.offered, one.figures.length]).toEqual([[], 1]);
  });
  it('are two where the reader says so, whatever agrees', () => {
    const same = stories.map(({ id }) => story(id, { id: 'x', ...ada, same: ['r:1'] }));
    expect(groupsOf(same, { same: [], apart: [['b/x', 'a/x']] })).toEqual([['a/x'], ['b/x']]);
  });
  it('the reader cannot make one of two figures of a story, nor of two kinds', () => {
    const two = story('a', { id: 'x', name: 'One' }, { id: 'y', name: 'Two' });
    const third = story('b', { id: 'z', name: 'Three' }, { id: 'place', kind: 'place', name: 'One' });
    const same: [string, string][] = [
      ['a/x', 'b/z'],
      ['b/z', 'a/y'],
      ['a/x', 'a/y'],
      ['a/y', 'b/place'],
    ];
    expect(groupsOf([two, third], { same, apart: [] })).toEqual([['a/x', 'b/z'], ['a/y'], ['b/place']]);
  });
});

describe('any stories', () => {
  const name = fc.constantFrom(
    'Ada Wexcombe',
    'Bo Wexcombe',
    'Wexcombe',
    'Malta',
    'Ada Maria Wexcombe',
    'Chile',
    'Li Wu',
  );
  const figure = fc.record({
    name,
    kind: fc.constantFrom('person' as const, 'person' as const, 'place' as const, 'organization' as const),
    same: fc.array(fc.constantFrom('r:1', 'r:2', 's:1'), { maxLength: 2 }),
    country: fc.constantFrom(null, 'f0', 'f1'),
  });
  const small: fc.Arbitrary<SmallStory> = fc.record({
    draft: fc.boolean(),
    figures: fc
      .array(figure, { minLength: 1, maxLength: 5 })
      .map((figures) => figures.map((one, at) => ({ id: `f${at}`, ...one }))),
  });
  const key = fc.tuple(fc.nat(3), fc.nat(4)).map(([at, figure]) => `s${at}/f${figure}`);
  const decisions = fc.record({
    same: fc.array(fc.tuple(key, key), { maxLength: 3 }),
    apart: fc.array(fc.tuple(key, key), { maxLength: 3 }),
  });

  it('later ones change neither the groups nor the ids of those that were there', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 4 }), (stories) => {
        const all = stories.map((one, at) => smallStory(`s${at}`, one));
        const before = mergeStories(all.slice(0, -1)).figures;
        const after = mergeStories(all).figures.map(({ id, members }) => ({
          id,
          members: members.filter(({ story }) => story !== `s${all.length - 1}`),
        }));
        expect(after.slice(0, before.length)).toEqual(before.map(({ id, members }) => ({ id, members })));
      }),
      runs(300),
    );
  });
  it('no group has two figures of one story, of two kinds, or that the reader told apart; ids are told once', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 1, maxLength: 4 }), decisions, (stories, said) => {
        const all = stories.map((one, at) => smallStory(`s${at}`, one));
        const { figures, names } = mergeStories(all, said);
        expect(names.map(({ id }) => id)).toEqual(figures.map(({ id }) => id));
        expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
        for (const { members, kind } of figures) {
          expect(new Set(members.map(({ story }) => story)).size).toBe(members.length);
          for (const { story, figure } of members)
            expect(all.find(({ id }) => id === story)?.figures.find(({ id }) => id === figure)?.kind).toBe(kind);
          const keys = members.map(({ story, figure }) => `${story}/${figure}`);
          for (const [one, other] of said.apart)
            expect(one !== other && keys.includes(one) && keys.includes(other)).toBe(false);
        }
      }),
      runs(300),
    );
  });
});
