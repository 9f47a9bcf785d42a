// Where a sheet goes. (A card beside its word is measured in real browsers.)
import { expect, test } from 'vitest';
import { placeSheet } from '../../../components/card/placement.ts';

test.each([
  ['a word at the top', [{ top: 20, bottom: 40 }], 'auto 0 0', '420px'],
  ['a word at the bottom', [{ top: 560, bottom: 580 }], '0 0 auto', '420px'],
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
])('%s stays visible', (_, rects, inset, height) => {
  expect(placeSheet(rects, 600)).toEqual({ inset, 'inline-size': '100%', 'max-height': height });
});
