// Which figures of other stories bear a whole name: never a surname, never another kind.
import { expect, test } from 'vitest';
import type { Figure, Story } from '../../stories/format.ts';
import { bearersIn, sameNames } from '../../stories/same-names.ts';

const figure = (id: string, kind: Figure['kind'], name: string, full: string[] = [name]) =>
  ({ id, kind, name: { en: name }, names: { full } }) as unknown as Figure;
const story = (id: string, ...figures: Figure[]) => ({ id, figures }) as unknown as Story;

test('by whole names, whatever accents and case', () => {
  const own = story('a', figure('rodriguez', 'person', 'Delcy Rodríguez'));
  const others = [
    story('b', figure('delcy', 'person', 'D. Rodríguez', ['Delcy RODRIGUEZ'])),
    story('c', figure('rodriguez', 'person', 'Rodríguez')),
    story('d', figure('rodriguez', 'organization', 'Delcy Rodríguez')),
  ];
  expect([...sameNames(own, bearersIn(others))]).toEqual([['rodriguez', [{ story: 'b', figure: 'delcy' }]]]);
});

test('a surname alone is no whole name; that of a place is', () => {
  const own = story('a', figure('serra', 'person', 'Serra'), figure('velmouth', 'place', 'Velmouth'));
  const other = story('b', figure('serra', 'person', 'Serra'), figure('town', 'place', 'Velmouth'));
  expect([...sameNames(own, bearersIn([other])).keys()]).toEqual(['velmouth']);
});
