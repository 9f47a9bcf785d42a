// How many mentions of each figure are painted.
import { expect, test } from 'vitest';
import { chooseMentions, type Density } from '../../../page/paint/density.ts';

const PAGE = ['Trump 1', 'Petro 1', 'Trump 2', 'Caracas 1', 'Petro 2', 'Trump 3'].map((name) => ({
  figure: name.split(' ')[0] as string,
  name,
}));

const choose = (densityOf: (figure: string) => Density, hidden: string[] = []) =>
  [...chooseMentions(PAGE, densityOf, ({ name }) => hidden.includes(name))].map(({ name }) => name);

test('every mention', () => {
  expect(choose(() => 'every')).toEqual(PAGE.map(({ name }) => name));
});

test('none', () => {
  expect(choose(() => 'none')).toEqual([]);
});

test('the first of each figure', () => {
  expect(choose(() => 'first')).toEqual(['Trump 1', 'Petro 1', 'Caracas 1']);
});

test('each figure has a density of its own', () => {
  const densities: Record<string, Density> = { Trump: 'every', Petro: 'none', Caracas: 'first' };
  expect(choose((figure) => densities[figure] ?? 'none')).toEqual(['Trump 1', 'Trump 2', 'Caracas 1', 'Trump 3']);
});

test('the first is the first that is shown', () => {
  expect(choose(() => 'first', ['Trump 1', 'Petro 1', 'Petro 2'])).toEqual(['Trump 2', 'Caracas 1']);
});

test('with every mention, hidden ones are painted too: they may be shown without anything telling', () => {
  expect(choose(() => 'every', ['Trump 1'])).toContain('Trump 1');
});
