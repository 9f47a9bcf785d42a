// What is searched is folded, and each match is found again in the text as it stands.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, unfoldRanges } from '../../components/folded-text.ts';

/** What a match of a query is in a text. */
function matched(text: string, query: string): string {
  const at = folded(text).indexOf(folded(query));
  const [range] = unfoldRanges(text, [[at, at + folded(query).length - 1]]);
  return text.slice(...range!);
}

test.each([
  ['Die Straße nach Köln', 'koln', 'Köln'],
  ['Die Straße nach Köln', 'strasse', 'Straße'],
  ['STRAẞE', 'asse', 'AẞE'],
  ['서울에서 만난 대통령', '대통령', '대통령'],
  ['서울에서 만난 대통령', '만나', '만난'],
  ['قَالَ الرَّئِيسُ أَمْسِ', 'الرئيس', 'الرَّئِيسُ'],
  ['कोलंबिया के राष्ट्रपति', 'राष्ट्रपति', 'राष्ट्रपति'],
  ['Łódź i Żółkiewski', 'zolkiewski', 'Żółkiewski'],
  ['Łódź i Żółkiewski', 'lodz', 'Łódź'],
  ['👩‍🚀 flies to Bogotá 🚀 today', 'bogota', 'Bogotá'],
  ['👩‍🚀 flies to Bogotá 🚀 today', '🚀 today', '🚀 today'],
  ['İstanbul, Ankara', 'ankara', 'Ankara'],
  ['Bogota\u0301 today', 'bogota', 'Bogota\u0301'],
])('in %j, %j is %j', (text, query, match) => {
  expect(matched(text, query)).toBe(match);
});

test('half of a character that was found is the whole of it', () => {
  const at = folded('a😀ß').length;
  expect(
    unfoldRanges('a😀ß', [
      [1, 1],
      [2, 2],
      [at - 1, at - 1],
    ]),
  ).toEqual([
    [1, 3],
    [1, 3],
    [3, 4],
  ]);
});

test('any part of any text is found where it stands', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(piece, piece, piece, (before, part, after) => {
      // Marks at its beginning belong to what stands before.
      fc.pre(folded(part) !== '' && !/^\p{M}/u.test(part) && !/^\p{M}/u.test(after));
      const first = folded(before).length;
      const [range] = unfoldRanges(before + part + after, [[first, first + folded(part).length - 1]]);
      expect(range).toEqual([before.length, before.length + part.length]);
    }),
  );
});
