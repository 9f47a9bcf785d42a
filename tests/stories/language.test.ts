// The files of the languages: they name no figure of the story, and each fault says where it is and how to mend it.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { WrittenNames } from '../../recognition/gazetteer.ts';
import { loadGazetteer } from '../../scripts/dataset/load.ts';
import { readYaml } from '../../scripts/dataset/yaml.ts';
import { type Fault, Faults } from '../../stories/faults.ts';
import type { FigureNames } from '../../stories/figures.ts';
import { checkLanguages, checkStoryLanguages, type LanguageFile } from '../../stories/language.ts';
import { expand, foldPhrase } from '../../stories/patterns.ts';

const parts = loadGazetteer('.');
const codes = readdirSync('data/languages').flatMap((file) => /^(\w+)\.yaml$/.exec(file)?.[1] ?? []);

/** What may hold a figure's name for its own sake: countries, given names, and the most frequent words. */
const APART = ['language', 'also', 'source', 'nationality', 'given', 'frequent', 'openers', 'months', 'inflection'];

test.each(codes)('%s names no figure of the story', (code) => {
  const { surnames, names, unspaced } = JSON.parse(parts[code] ?? '') as WrittenNames;
  const known = new Set([...Object.keys(surnames), ...Object.keys(names), ...unspaced.map(({ text }) => text)]);
  const file = readYaml('', readFileSync(`data/languages/${code}.yaml`, 'utf8')).content as Record<string, unknown>;
  const words = Object.entries(file).flatMap(([field, value]) => (APART.includes(field) ? [] : textsIn(value)));
  expect(
    words
      .flatMap(expand)
      .map(foldPhrase)
      .filter((phrase) => known.has(phrase)),
  ).toEqual([]);
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const SOUND = `
language: pl
source: [invented]
titles:
  president: ["prezydent(|a|owi)"]
nationality:
  CO: [Kolumbii]
inflection:
  - { ending: a, tails: [y] }
months: { maj: 5 }
`;

const faultsIn = (check: () => unknown): readonly Fault[] => {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Faults) return error.faults;
    throw error;
  }
};
const faultsOf = (text: string) => faultsIn(() => checkLanguages([readYaml('data/languages/pl.yaml', text)]));

test('a sound language has no fault', () => expect(faultsOf(SOUND)).toEqual([]));

test.each([
  ['broken YAML', '[invented]', '[invented', 'cannot be read', 'Mend the YAML'],
  ['an unknown field', 'titles:', 'title:', '“title” that is not known', 'spelling'],
  ['an unknown class of titles', 'president:', 'monarch:', '“titles.monarch” that is not known', 'spelling'],
  ['a missing source', 'source: [invented]\n', '', 'lacks “source”', 'Write “source”'],
  ['no list', '[Kolumbii]', 'Kolumbii', 'is no list', 'brackets'],
  ['a figure instead of a country', 'CO:', 'colombia:', 'is no country code', 'ISO 3166'],
  ['an open bracket', '(|a|owi)', '(|a|owi', 'brackets without a partner', '(one|other)'],
  ['an empty word', '[Kolumbii]', '[Kolumbii, ""]', 'is empty', 'Take it out'],
  ['a word twice', '[Kolumbii]', '[Kolumbii, Kolumbia, Kolumbii]', '“nationality.CO[2]” stands twice', 'Take one out'],
  ['a source twice', '[invented]', '[invented, invented]', '“source[1]” stands twice', 'Take one out'],
  ['a switch that is not true', 'months:', 'title_case: yes\nmonths:', 'can only be true', 'leave the field out'],
  ['a month without a number', 'maj: 5', 'maj: fifth', 'is no whole number', '1, 2, 3'],
  ['the code of another language', 'language: pl', 'language: cs', 'says “cs”', 'Name the file cs.yaml'],
  ['no code', 'language: pl', 'language: Polish', 'is no language code', 'such as pl'],
])('%s', (_what, from, to, wrong, mend) => {
  expect(SOUND).toContain(from);
  const faults = faultsOf(SOUND.replace(from, to));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ file: 'data/languages/pl.yaml', line: expect.any(Number) });
  expect(faults[0]?.wrong).toContain(wrong);
  expect(faults[0]?.mend).toContain(mend);
});

test('a fault says its line', () => {
  const [fault] = faultsOf(SOUND.replace('CO:', 'colombia:'));
  expect(fault?.line).toBe(SOUND.split('\n').indexOf('  CO: [Kolumbii]') + 1);
});

const FIGURES: FigureNames[] = [
  { id: 'mayor', kind: 'person', offices: [{ office: 'town-mayor', from: '2030-01-01', to: null }] },
  { id: 'town', kind: 'place' },
];
const POLISH: LanguageFile = { language: 'pl', source: ['invented'] };

test.each([
  ['names of nobody', 'names: { city: [Miasto] }', '“names.city”, but no figure has this id', 'mayor, town'],
  ['spellings of nobody', 'people: { major: { given: [Ann] } }', '“people.major”', 'mayor, town'],
  ['relatives of nobody', 'relatives: { major: [Ann] }', '“relatives.major”', 'mayor, town'],
  ['an office that nobody holds', 'offices: { town-judge: [judge] }', '“offices.town-judge”', 'town-mayor'],
  ['a field of the language', 'frequent: [i]', '“frequent” that is not known', 'Take it out'],
])('a story’s file with %s', (_what, line, wrong, mend) => {
  const text = `language: pl\nsource: [invented]\n${line}\n`;
  const source = readYaml('data/stories/fair/languages/pl.yaml', text);
  const [fault, ...others] = faultsIn(() => checkStoryLanguages([source], FIGURES, [POLISH]));
  expect(others).toEqual([]);
  expect(fault?.line).toBe(3);
  expect(fault?.wrong).toContain(wrong);
  expect(fault?.mend).toContain(mend);
});

test('a name of something else that is a figure’s too', () => {
  const text = 'language: pl\nsource: [invented]\nnames: { town: ["Alb(a|y)"] }\nother_names: [Alba Nova, Alby]\n';
  const source = readYaml('data/stories/fair/languages/pl.yaml', text);
  expect(faultsIn(() => checkStoryLanguages([source], FIGURES, [POLISH]))).toMatchObject([
    { line: 4, wrong: 'has “Alby”, which “names” gives to a figure' },
  ]);
});

test('an ambiguous name that no figure has', () => {
  const text = 'language: pl\nsource: [invented]\nnames: { town: ["Alb(a|y)"] }\nambiguous: [Alba, Albie]\n';
  const source = readYaml('data/stories/fair/languages/pl.yaml', text);
  expect(faultsIn(() => checkStoryLanguages([source], FIGURES, [POLISH]))).toMatchObject([
    { line: 4, wrong: 'has “Albie”, which “names” gives to no figure' },
  ]);
});

test('a story’s file of a language that there is not', () => {
  const source = readYaml('data/stories/fair/languages/eo.yaml', 'language: eo\nsource: [invented]\n');
  expect(faultsIn(() => checkStoryLanguages([source], FIGURES, [POLISH]))).toMatchObject([
    { record: 'the language', wrong: 'is “eo”, which has no file in data/languages' },
  ]);
});
