// The words of the press: the file is sound, and a fault in it says where it is and how to mend it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPress } from '../../scripts/dataset/press.ts';
import { readYaml } from '../../scripts/dataset/yaml.ts';
import { type Fault, Faults } from '../../stories/faults.ts';

const FILE = 'data/press.yaml';
const SOUND = readFileSync(FILE, 'utf8');

function faultsOf(text: string): readonly Fault[] {
  try {
    checkPress(readYaml(FILE, text));
    return [];
  } catch (error) {
    if (error instanceof Faults) return error.faults;
    throw error;
  }
}

test('the file is sound', () => expect(faultsOf(SOUND)).toEqual([]));

test.each([
  ['broken YAML', '\ncarts:', '\ncarts: [', 'the file', 'cannot be read', 'Mend the YAML'],
  ['an unknown list', '\ncarts:', '\nbaskets:', 'the list “baskets”', 'that is not known', 'correct its spelling'],
  ['a missing list', '\ncarts:', '\nbaskets:', 'the list “carts”', 'lacks “carts”', 'Write “carts”'],
  ['a capital', '[politics,', '[Politics,', 'the list “press”', 'has capitals', 'lower case'],
  ['an empty word', '[politics,', '["",', 'the list “press”', 'is empty', 'Take it out'],
  ['no regular expression', "en: ['said|", "en: ['(said|", 'the list “telling”', 'is no regular expression', 'Escape'],
  ['no code of a language', '\n  en:', '\n  English:', 'the list “telling”', 'is no language code', 'such as pl'],
])('%s', (_what, from, to, record, wrong, mend) => {
  expect(SOUND).toContain(from);
  const line = SOUND.slice(0, SOUND.indexOf(from) + 1).split('\n').length;
  const faults = faultsOf(SOUND.replace(from, to));
  expect(faults).toContainEqual({
    file: FILE,
    line: expect.any(Number),
    record,
    wrong: expect.stringContaining(wrong),
    mend: expect.stringContaining(mend),
  });
  // A missing list has no line, and broken YAML shows further down.
  if (record.includes('press')) expect(faults[0]?.line).toBe(line);
});
