// Where a text stops being JSON: the same verdict as the engine's, and a place that can be found.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../../stories/json-fault.ts';
import { patient, runs } from '../fuzz/runs.ts';
import { EXAMPLE } from './example.ts';

test.each<[text: string, line: number, column: number, wrong: string]>([
  ['  ', 1, 3, 'is empty'],
  ['[1, 2', 1, 6, 'ends before its last [ is closed'],
  ['{"a": {"b": 1}', 1, 15, 'ends before its last { is closed'],
  ['{"a"; 1}', 1, 5, 'has “;” where a colon belongs'],
  ['[1 2]', 1, 4, 'has “2” where a comma or the closing bracket belongs'],
  ['[1}', 1, 3, 'has “}” where a comma or the closing bracket belongs'],
  ['{"a": 01}', 1, 7, 'has “01” where a value belongs'],
  ['{"a": undefined}', 1, 7, 'has “undefined” where a value belongs'],
  ["{'a': 1}", 1, 2, "has “'” where a name in quotation marks or } belongs"],
  ['[\n  1,\n  😀\n]', 3, 3, 'has “😀” where a value belongs'],
  ['["a\nb"]', 1, 4, 'has a line break or a control character inside quotation marks'],
  ['["C:\\data"]', 1, 5, 'has a \\ that means nothing'],
  ['["abc]', 1, 2, 'opens quotation marks and never closes them'],
  ['{} {}', 1, 4, 'has “{” where nothing more belongs'],
])('%j', (text, line, column, wrong) => {
  expect(jsonFault(text)).toEqual({ line, column, wrong });
});

test('says of every text whether it is JSON, as the engine does', patient, () => {
  const sign = fc.constantFrom(...'{}[]:,"\\ \n0159-+.eEtfnu_“', 'true', 'null', '"a"', '\\u00e9', '\u2028', '\uD83D');
  const spoilt = fc.tuple(fc.nat(EXAMPLE.length), sign, fc.nat(2)).map(([at, one, cut]) => {
    const from = EXAMPLE.slice(0, at);
    return from + one + EXAMPLE.slice(at + cut);
  });
  const texts = fc.oneof(
    fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
    fc.json(),
    spoilt,
  );
  fc.assert(
    fc.property(texts, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(jsonFault(text) === null).toBe(isJson);
    }),
    runs(2000),
  );
});
