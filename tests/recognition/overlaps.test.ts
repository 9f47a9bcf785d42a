// What is left of mentions that overlap: names before offices, longer before shorter, and nothing where nobody can
// tell.
import { expect, test } from 'vitest';
import { namesWithoutOverlaps, officesWithoutOverlaps } from '../../recognition/overlaps.ts';

const name = (start: number, end: number, figure = 'mayor', block = 0) => ({ start, end, figure, block });
const office = (start: number, end: number, core: [number, number] | null, block = 0) => ({
  ...name(start, end, 'mayor', block),
  core: core && { start: core[0], end: core[1] },
});
const spans = (marked: readonly { block: number; start: number; end: number }[]) =>
  marked.map(({ block, start, end }) => [block, start, end]);

test('names come in document order, the longer of two that begin together', () => {
  const names = [name(8, 12), name(0, 4), name(0, 9), name(0, 3, 'mayor', 1)];
  expect(spans(namesWithoutOverlaps(names))).toEqual([
    [0, 0, 9],
    [1, 0, 3],
  ]);
});

test('a span of two figures is neither’s, of one figure twice it is its own', () => {
  expect(namesWithoutOverlaps([name(0, 4, 'mayor'), name(0, 4, 'brother')])).toEqual([]);
  expect(spans(namesWithoutOverlaps([name(0, 4), name(0, 4)]))).toEqual([[0, 0, 4]]);
});

test('a span of three figures is nobody’s, and nor is what lies in it', () => {
  const claims = [name(0, 4, 'mayor'), name(0, 4, 'brother'), name(0, 4, 'father'), name(0, 4, 'son')];
  expect(namesWithoutOverlaps(claims)).toEqual([]);
  const inner = namesWithoutOverlaps([name(0, 9, 'mayor'), name(0, 9, 'brother'), name(0, 4, 'father'), name(9, 12)]);
  expect(spans(inner)).toEqual([[0, 9, 12]]);
});

test('an office gives way to the names in it', () => {
  const country = name(13, 18, 'arlen');
  // "president of Arlen": the office keeps its own words.
  expect(spans(officesWithoutOverlaps([office(0, 18, [0, 9])], [country]))).toEqual([[0, 0, 9]]);
  // One that has no words of its own is left out, and so is one whose own words are a name.
  expect(officesWithoutOverlaps([office(13, 30, null)], [country])).toEqual([]);
  expect(officesWithoutOverlaps([office(10, 30, [15, 30])], [country])).toEqual([]);
  expect(spans(officesWithoutOverlaps([office(20, 30, null), office(0, 9, null, 1)], [country]))).toEqual([
    [0, 20, 30],
    [1, 0, 9],
  ]);
});

test('of two offices that overlap, the first stays', () => {
  expect(spans(officesWithoutOverlaps([office(5, 12, null), office(0, 9, null)], []))).toEqual([[0, 0, 9]]);
});
