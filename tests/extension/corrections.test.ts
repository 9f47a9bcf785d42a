// What a reader says is somebody else, on a page or a site: stored, bounded and applied.
import { expect, test } from 'vitest';
import {
  addTo,
  correctionKeys,
  figureIn,
  isCorrection,
  listCorrections,
  pageOf,
  readRejected,
} from '../../extension/corrections.ts';
import { isFigure } from '../../extension/settings.ts';

const page = 'https://www.example.com/world/call';
const flores = { figure: 'flores', text: 'Flores' };

test('a page’s key has no query, fragment or credentials', () => {
  expect(pageOf('https://me:secret@www.example.com:8443/world/call?token=1#top')).toBe(
    'https://www.example.com:8443/world/call',
  );
});

test('corrections of the page and of its site apply, those of others do not', () => {
  const stored = {
    [`correction:${page}`]: [flores],
    'correction:example.com': [{ figure: 'rubio', text: 'Rubio' }],
    'correction:example.org': [{ figure: 'petro', text: 'Petro' }],
    'correction:https://www.example.com/other': [{ figure: 'petro', text: 'Petro' }],
  };
  expect(readRejected(stored, `${page}?page=2#x`)).toEqual([flores, { figure: 'rubio', text: 'Rubio' }]);
  expect(correctionKeys(page)).toEqual([`correction:${page}`, 'correction:www.example.com', 'correction:example.com']);
});

test.each([
  null,
  7,
  'x',
  {},
  [null, 7, [], {}, { figure: 'x' }, { figure: '../x', text: 'a' }, { figure: 'flores', text: '' }],
])('garbage is ignored: %j', (value) => {
  expect(readRejected({ [`correction:${page}`]: value }, page)).toEqual([]);
  expect(addTo(value, [flores])).toEqual([flores]);
});

test('corrections are unique, and their number is limited', () => {
  expect(addTo([flores, flores], [flores])).toEqual([flores]);
  const many = Array.from({ length: 500 }, (_, index) => ({ figure: 'flores', text: `Flores ${index}` }));
  expect(addTo(many, [flores])).toHaveLength(200);
  expect(addTo(many, [flores]).at(-1)).toEqual(flores);
});

test('fields of a newer version are kept in corrections', () => {
  const noted = { ...flores, since: '2027-01-01' };
  expect(addTo([noted], [{ figure: 'rubio', text: 'Rubio' }])).toEqual([noted, { figure: 'rubio', text: 'Rubio' }]);
  expect(addTo([noted], [flores])).toEqual([noted]);
});

test('all corrections are listed by place', () => {
  expect(listCorrections({ 'correction:b.com': [flores], other: [flores], 'correction:a.com': 7 })).toEqual([
    { place: 'b.com', ...flores },
  ]);
});

test.each([
  [{ place: 'example.com', ...flores }, true],
  [{ place: page, ...flores }, true],
  [{ place: `${page}?q=1`, ...flores }, false],
  [{ place: 'javascript:alert(1)', ...flores }, false],
  [{ place: `https://e.com/${'x'.repeat(2000)}`, ...flores }, false],
  [{ place: 'example.com', figure: '__proto__', text: 'x' }, false],
  [{ place: 'example.com', figure: 'flores', text: 'x'.repeat(201) }, false],
  [{}, false],
])('%j is a correction: %s', (value, sound) => {
  expect(isCorrection(value)).toBe(sound);
});

test('a figure is told by each of its stories, as far as there are not too many', () => {
  const members = Array.from({ length: 9 }, (_, at) => ({ story: `story-${at}`, figure: 'mayor' }));
  const told = figureIn(members);
  expect(told).toBe([0, 1, 2, 3, 4, 5].map((at) => `story-${at}/mayor`).join(' '));
  expect(isFigure(told)).toBe(true);
  // As 0.1.0 wrote it.
  expect(isFigure('mayor')).toBe(true);
  for (const wrong of ['', ' ', 'a/b/c', 'a/b  c/d', ' a/b', 'a/b ', `${told} story-6/mayor`, 'Mayor'])
    expect(isFigure(wrong)).toBe(false);
});
