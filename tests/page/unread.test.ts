// What gate and reader skip.
import { expect, test } from 'vitest';
import { UNREAD, UNREAD_BY_GATE } from '../../page/unread.ts';

test('the gate skips nothing that the reader reads', () => {
  const skippedByReader = UNREAD.split(',');
  expect(UNREAD_BY_GATE.split(',').filter((name) => !skippedByReader.includes(name))).toEqual([]);
});
