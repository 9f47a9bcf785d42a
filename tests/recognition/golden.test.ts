// Golden cases: a sentence in, mentions out, with the evidence for each. The YAML files are the documentation of what
// recognition promises; this file only runs them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { explain } from '../../recognition/explain.ts';
import type { Gazetteer } from '../../recognition/gazetteer.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import { loadGazetteer, loadGazetteerSource } from '../../scripts/dataset/load.ts';
import { compileGazetteer, gazetteerOf } from '../../stories/gazetteer.ts';

interface Golden {
  name: string;
  lang: string;
  text?: string;
  blocks?: string[];
  date?: string;
  headlines?: string[];
  /** On a front page. */
  front?: boolean;
  /** Not promised yet. Such a case may leave the evidence open; once it holds, its test says so and the line goes. */
  fails?: boolean;
  mentions: { text: string; figure: string; evidence?: string }[];
}

/** The cases of a folder, file by file. In `kinds/` they are grouped by what readers saw go wrong on pages. */
const casesIn = (folder: string): { file: string; cases: Golden[] }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((file) => ({ file, cases: parse(readFileSync(join(folder, file), 'utf8')) as Golden[] }));

/** A case as the recogniser reads it. */
function readCase(gazetteer: Gazetteer, golden: Golden) {
  const recogniser = createRecogniser(gazetteer, golden.lang);
  const read = (text: string) => ({ text, candidates: recogniser.read({ text, lang: null }) });
  const blocks = (golden.blocks ?? [golden.text ?? '']).map(read);
  const facts = {
    date: golden.date ?? null,
    headlines: golden.headlines ?? [],
    rejected: [],
    muted: [],
    frontPage: golden.front ?? false,
  };
  return { recogniser, blocks, facts, headlines: facts.headlines.map(read) };
}

/** What the recogniser finds in a case, in the shape a case writes it. */
function mentionsOf(gazetteer: Gazetteer, golden: Golden): Golden['mentions'] {
  const { recogniser, blocks, facts } = readCase(gazetteer, golden);
  return recogniser.resolve(blocks, facts).mentions.map((mention) => ({
    text: mention.text,
    figure: mention.figure,
    evidence: mention.evidence[0]?.kind ?? '',
  }));
}

/** Why names of a case stay unmarked, for the message of a failure. */
function silencesOf(gazetteer: Gazetteer, golden: Golden): string {
  const { blocks, facts, headlines } = readCase(gazetteer, golden);
  const unmarked = explain(gazetteer, blocks, headlines, facts);
  return unmarked.map(({ text, figure, reason }) => `${text} is not marked as ${figure}: ${reason}`).join('\n');
}

/** Expects what a case promises; a failure says why names stayed unmarked. */
function expectMentions(gazetteer: Gazetteer, golden: Golden) {
  const found = mentionsOf(gazetteer, golden);
  const isSame = JSON.stringify(found) === JSON.stringify(golden.mentions);
  return expect(found, isSame ? '' : silencesOf(gazetteer, golden));
}

const all = casesIn('tests/golden');
const story = gazetteerOf(loadGazetteer('.'));

/** A case without the names in it: two that are alike then differ by the name alone and document nothing new. */
function withoutNames({ lang, text, blocks, date, headlines, front, mentions }: Golden): string {
  let said = JSON.stringify([lang, text, blocks, date, headlines, front]);
  for (const mention of mentions) said = said.replaceAll(mention.text, '·');
  return said;
}

it('are at least four hundred, none of which differs from another by the name alone', () => {
  const cases = all.flatMap((one) => one.cases);
  expect(cases.length).toBeGreaterThanOrEqual(400);
  const seen = new Map<string, string>();
  for (const golden of cases) {
    const key = withoutNames(golden);
    expect([golden.name, seen.get(key)]).toEqual([golden.name, undefined]);
    seen.set(key, golden.name);
  }
});

for (const { file, cases } of all) {
  describe(file, () => {
    for (const golden of cases)
      if (golden.fails) it.fails(golden.name, () => expectMentions(story, golden).toMatchObject(golden.mentions));
      else it(golden.name, () => expectMentions(story, golden).toEqual(golden.mentions));
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
