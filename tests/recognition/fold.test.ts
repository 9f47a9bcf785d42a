// Folding: a text that is folded as a whole reads as its characters do one by one.
import { expect, test } from 'vitest';
import { foldAll, foldText } from '../../recognition/fold.ts';

test('every character is the same folded alone and with a whole text, capitals apart', () => {
  const others: string[] = [];
  for (let code = 32; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    if (!/\p{Surrogate}/u.test(character) && foldAll(character).toLowerCase() !== foldText(character))
      others.push(character);
  }
  expect(others).toEqual([]);
});
