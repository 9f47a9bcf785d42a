// An article that was kept is drafted anew: its figures are known again by their names, whatever their ids.
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { idsIn } from '../../drafting/add-source.ts';
import { slug } from '../../drafting/ids.ts';
import { sameFigures, withFigureIds } from '../../drafting/same-figures.ts';
import { unknownFigure } from '../../drafting/unknown-figure.ts';
import type { Figure } from '../../stories/format.ts';
import { StorySchema } from '../../stories/format.ts';

type Named = [id: string, name: string, rest?: Partial<Figure>];

const cast = (...figures: Named[]) => ({
  figures: figures.map(([id, name, rest]) => ({ ...unknownFigure(id, 'person', { ru: name }), ...rest })),
});
const same = (known: Named[], draft: Named[]) => Object.fromEntries(sameFigures(cast(...known), cast(...draft)));

test('a name without a letter of ASCII has an id that does not depend on who else is named', () => {
  const [alone, ...after] = [
    slug('Анна Берг', new Set()),
    slug('Анна Берг', new Set(['f-1', 'f-2'])),
    slug('АННА БЕРГ', new Set([slug('Пётр Ли', new Set())])),
  ];
  expect(alone).toMatch(/^f-[a-z0-9]+$/);
  expect(after).toEqual([alone, alone]);
  expect(slug('安倍晋三', new Set())).not.toBe(slug('岸田文雄', new Set()));
});

test('two of one name have two ids', () => {
  const taken = new Set<string>();
  const ids = ['Анна Берг', 'Анна Берг', 'Анна Берг', 'Anna Berg', 'Anna Berg'].map((name) => slug(name, taken));
  expect(new Set(ids).size).toBe(5);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
});

test.each<[string, Named[], Named[], Record<string, string>]>([
  [
    'somebody new in front',
    [
      ['f-1', 'Анна Берг'],
      ['f-2', 'Пётр Ли'],
    ],
    [
      ['f-1', 'Олег Дуб'],
      ['f-2', 'Анна Берг'],
      ['f-3', 'Пётр Ли'],
    ],
    { 'f-2': 'f-1', 'f-3': 'f-2' },
  ],
  ['other letters of the same name', [['a', 'Ana Pérez']], [['b', 'ANA PEREZ']], { b: 'a' }],
  [
    'two of one name: the kind tells them apart',
    [
      ['washington', 'Washington'],
      ['washington-2', 'Washington', { kind: 'place' }],
    ],
    [
      ['washington', 'Washington', { kind: 'place' }],
      ['washington-2', 'Washington'],
    ],
    { washington: 'washington-2', 'washington-2': 'washington' },
  ],
  [
    'two of one name and kind: nobody is',
    [
      ['li', 'Li Wei'],
      ['li-2', 'Li Wei'],
    ],
    [['li', 'Li Wei']],
    {},
  ],
  [
    'another kind by now',
    [['crane', 'Crane']],
    [['crane-x', 'Crane', { kind: 'organization' }]],
    { 'crane-x': 'crane' },
  ],
  [
    'a part of a name that the reader has completed',
    [['berg', 'Anna Berg', { drawn: { forms: ['Berg'], count: 1 } }]],
    [['berg', 'Berg', { drawn: { forms: ['Berg'], count: 2 } }]],
    { berg: 'berg' },
  ],
  ['the same id, and another name', [['f-1', 'Анна Берг']], [['f-1', 'Олег Дуб']], {}],
])('%s', (_, known, draft, expected) => {
  expect(same(known, draft)).toEqual(expected);
});

test('one that was merged with another is known by the name that he kept', () => {
  const names = { ...unknownFigure('a', 'person', {}).names, full: ['Анна Берг', 'Анна Ли'] };
  const known: Named[] = [['a', 'Анна Берг', { names }]];
  expect(
    same(known, [
      ['x', 'Анна Ли'],
      ['y', 'Анна Берг'],
    ]),
  ).toEqual({ y: 'a' });
  expect(same(known, [['x', 'Анна Ли']])).toEqual({ x: 'a' });
});

test('whoever is new gets an id that is nobody’s, and all that names a figure follows', () => {
  const text = { en: 'x' };
  const draft = v.parse(StorySchema, {
    ...{ format: 'dramatis-story/1', id: 'd', title: text, made: { how: 'draft' }, asOf: '2026-01-01', summary: [] },
    sources: [{ id: 'a', title: null, date: null, language: 'en', paragraphs: [1, 1] }],
    figures: cast(['f-1', 'Олег Дуб'], ['f-2', 'Анна Берг']).figures,
    statements: [{ id: 's', text, cites: ['a:1.1'], mode: 'said', by: 'f-2', figures: ['f-2', 'f-1'], weight: 1 }],
    quotations: [{ id: 'q', words: text, cite: 'a:1.1', by: 'f-2', about: ['f-1'] }],
    events: [{ id: 'e', title: text, date: '2026-01-01', cites: ['a:1.1'], figures: ['f-2'] }],
    relations: [{ id: 'r', between: ['f-1', 'f-2'], label: null, course: [{ text, cites: ['a:1.1'], event: null }] }],
    open: [],
  });
  const known = { ...draft, ...cast(['f-1', 'Анна Берг']) };
  const ids = idsIn(known, draft, sameFigures(known, draft));
  const now = withFigureIds(draft, ids);
  const fresh = ids.get('f-1') ?? '';
  expect(ids.get('f-2')).toBe('f-1');
  expect(['f-1', 'f-2', '']).not.toContain(fresh);
  expect(now.figures.map(({ id }) => id)).toEqual([fresh, 'f-1']);
  expect(now.statements[0]).toMatchObject({ by: 'f-1', figures: ['f-1', fresh] });
  expect(now.quotations[0]).toMatchObject({ by: 'f-1', about: [fresh] });
  expect(now.events[0]?.figures).toEqual(['f-1']);
  expect(now.relations[0]?.between).toEqual([fresh, 'f-1']);
});
