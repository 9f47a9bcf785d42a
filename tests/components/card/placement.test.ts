// Where a sheet goes; a card beside its word is measured in real browsers.
import { expect, test } from 'vitest';
import { placeSheet } from '../../../components/card/placement.ts';

test.each([
  ['a word at the top', [{ top: 20, bottom: 40 }], 'auto 0 0', '300px'],
  ['a word at the bottom', [{ top: 560, bottom: 580 }], '0 0 auto', '300px'],
  ['a word in the middle', [{ top: 290, bottom: 310 }], 'auto 0 0', '284px'],
  [
    'a word over two lines',
    [
      { top: 300, bottom: 320 },
      { top: 325, bottom: 345 },
    ],
    '0 0 auto',
    '294px',
  ],
])('%s stays to be seen', (_, rects, inset, height) => {
  expect(placeSheet(rects, { left: 0, top: 0, width: 400, height: 600, isPinched: false }, 600)).toEqual({
    inset,
    'inline-size': '100%',
    'max-height': height,
  });
});

test('of a page that was pinched larger, a sheet takes the edge of what is seen', () => {
  const seen = { left: 120, top: 300, width: 200, height: 300, isPinched: true };
  expect(placeSheet([{ top: 320, bottom: 340 }], seen, 800)).toEqual({
    inset: 'auto auto 200px 120px',
    'inline-size': '200px',
    'max-height': '150px',
  });
});
