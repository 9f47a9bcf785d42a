// How a text is cut into words: lazily, each once, and from any offset.
import { expect, test, vi } from 'vitest';
import { type Gap, type Token, TokenizedText } from '../../recognition/words.ts';

const wordsFrom = (first: Token | null): string[] => {
  const words: string[] = [];
  for (let word = first; word; word = word.next) words.push(word.written);
  return words;
};

test('letters, marks and characters that nobody sees make up words; digits end them', () => {
  const text = new TokenizedText('Bogota\u0301, Tru\u00ADmp2 и «Петро» 😀Қ');
  expect(wordsFrom(text.wordAfter(0))).toEqual(['Bogota\u0301', 'Tru\u00ADmp', 'и', 'Петро', 'Қ']);
});

test.each<[between: string, gap: Gap]>([
  [' \u00A0', 'space'],
  ['-', 'hyphen'],
  ['‑', 'hyphen'],
  ['. ', 'stop'],
  ['’', 'apostrophe'],
  ['・', 'dot'],
  [', ', 'other'],
  [' – ', 'other'],
])('what stands between two words: “%s” is %s', (between, gap) => {
  const word = new TokenizedText(`Port${between}Arlen`).wordAt(2) as Token;
  expect([word.gapBefore, word.gapAfter, word.next?.gapBefore, word.next?.gapAfter]).toEqual([
    'edge',
    gap,
    gap,
    'edge',
  ]);
});

test('a word is the same token from wherever it is reached, and is folded once', () => {
  const text = new TokenizedText('Die Bürgermeisterin schwieg.');
  const word = text.wordAt(7) as Token;
  expect(text.wordAt(4)).toBe(word);
  expect(text.wordAt(0)?.next).toBe(word);
  expect(text.wordBefore(20)).toBe(word);
  const normalize = vi.spyOn(String.prototype, 'normalize');
  expect(word.folded).toBe('burgermeisterin');
  const { length } = normalize.mock.calls;
  expect(length).toBeGreaterThan(0);
  expect([word.folded, text.wordAt(5)?.folded]).toEqual(Array(2).fill('burgermeisterin'));
  expect(normalize).toHaveBeenCalledTimes(length);
  normalize.mockRestore();
});

test('a part of a word has the rest of it as neighbours', () => {
  const text = new TokenizedText('bei Arlenport.');
  const part = text.token(4, 9);
  expect([part.written, part.next?.written, part.gapAfter]).toEqual(['Arlen', 'port', 'other']);
  expect(text.token(9, 13).previous?.written).toBe('Arlen');
});

test('a run of letters without end is cut, and a gap without end is an edge', () => {
  const run = new TokenizedText('a'.repeat(1000));
  expect((run.wordAt(500) as Token).end - (run.wordAt(500) as Token).start).toBeLessThan(200);
  expect(new TokenizedText(`Port${' '.repeat(100)}Arlen`).wordAt(0)?.gapAfter).toBe('edge');
});

test('case is told by letters, also behind what nobody sees', () => {
  const of = (word: string) => {
    const { isCapitalised, isCased, isSmall, isAllCapitals } = new TokenizedText(word).wordAt(0) as Token;
    return [isCapitalised, isCased, isSmall, isAllCapitals];
  };
  expect(of('Port')).toEqual([true, true, false, false]);
  expect(of('port')).toEqual([false, true, true, false]);
  expect(of('PORT')).toEqual([true, true, false, true]);
  expect(of('\u00ADÉclair')).toEqual([true, true, false, false]);
  expect(of('港')).toEqual([false, false, false, false]);
});
