// Golden cases: a sentence in, mentions out, with the evidence for each. The YAML files are the documentation of what
// recognition promises; this file only runs them.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGazetteerSource } from '../../scripts/dataset/load.ts';
import { compileGazetteer, gazetteerOf } from '../../stories/gazetteer.ts';
import { casesIn, expectMentions, type Golden, goldenFiles } from './golden-cases.ts';
import { gazetteer } from './story.ts';

/** A case without the names in it: two that are alike then differ by the name alone and document nothing new. */
function withoutNames({ lang, text, blocks, date, headlines, front, mentions }: Golden): string {
  let said = JSON.stringify([lang, text, blocks, date, headlines, front]);
  for (const mention of mentions) said = said.replaceAll(mention.text, '·');
  return said;
}

it('are at least four hundred, none of which differs from another by the name alone', () => {
  const cases = goldenFiles.flatMap((one) => one.cases);
  expect(cases.length).toBeGreaterThanOrEqual(400);
  const seen = new Map<string, string>();
  for (const golden of cases) {
    const key = withoutNames(golden);
    expect([golden.name, seen.get(key)]).toEqual([golden.name, undefined]);
    seen.set(key, golden.name);
  }
});

for (const { file, cases } of goldenFiles) {
  describe(file, () => {
    for (const golden of cases)
      if (golden.fails) it.fails(golden.name, () => expectMentions(gazetteer, golden).toMatchObject(golden.mentions));
      else it(golden.name, () => expectMentions(gazetteer, golden).toEqual(golden.mentions));
    if (file.startsWith('kinds')) return;
    it('has at least eight cases, three of which stay silent', () => {
      expect(cases.length).toBeGreaterThanOrEqual(8);
      expect(cases.filter((golden) => golden.mentions.length === 0).length).toBeGreaterThanOrEqual(3);
    });
  });
}

// All of it invented, and compiled with the same languages: none of them has to know a story.
const SECOND = 'tests/stories/harbour-strike';
const second = gazetteerOf(compileGazetteer(loadGazetteerSource('.', SECOND)));

describe.each(casesIn(join(SECOND, 'golden')))('the second story, $file', ({ cases }) => {
  it.each(cases)('$name', (golden) => expectMentions(second, golden).toEqual(golden.mentions));
});
