// Whom drafting finds in invented articles of many languages: every person, place and organisation, one entry each, with
// its forms; and nobody besides.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { draft } from '../../drafting/draft.ts';
import { loadDraftingData } from '../../scripts/dataset/drafting.ts';

interface Expected {
  language: string;
  date: string;
  title: string;
  paragraphs: string[];
  people: Record<string, string[]>;
  places: string[];
  organizations: Record<string, string[]>;
  quotations?: Record<string, string>;
}

const FOLDER = 'tests/drafting/articles';
const data = loadDraftingData('.');
const codes = readdirSync(FOLDER).map((file) => file.replace('.yaml', ''));

test.each(codes)('%s: who and what an article names', (code) => {
  const expected = parse(readFileSync(`${FOLDER}/${code}.yaml`, 'utf8'), { schema: 'core' }) as Expected;
  const { language, date, title, paragraphs } = expected;
  const story = draft(
    { title, paragraphs, language, date, publisher: null, author: null, url: null, tagged: [], partial: false },
    data,
  );
  const named = (kind: string) => (story.figures ?? []).filter((figure) => figure.kind === kind);
  const nameOf = (figure: { name: Record<string, string> }) => figure.name[language];
  expect(named('person').map(nameOf).sort()).toEqual(Object.keys(expected.people).sort());
  for (const kind of ['person', 'organization'] as const)
    for (const [name, forms] of Object.entries(kind === 'person' ? expected.people : expected.organizations)) {
      const figure = named(kind).find((one) => one.drawn?.forms?.includes(name));
      expect(figure?.drawn?.forms ?? [`no ${kind}: ${name}`]).toEqual(expect.arrayContaining([name, ...forms]));
    }
  expect(named('place').flatMap((figure) => figure.drawn?.forms ?? [])).toEqual(expect.arrayContaining(expected.places));
  for (const [words, speaker] of Object.entries(expected.quotations ?? {})) {
    const quotation = (story.quotations ?? []).find((one) => one.words[language]?.includes(words));
    const by = (story.figures ?? []).find(({ id }) => id === quotation?.by);
    expect(by && nameOf(by)).toBe(speaker);
  }
});
