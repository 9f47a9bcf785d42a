// Golden cases: a sentence in, mentions out, with the evidence for each. The YAML files are the documentation of what
// recognition promises; this file only runs them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gazetteerOf } from '../../data/gazetteer.ts';
import { loadGazetteer } from '../../data/vite-plugin.ts';
import { createRecogniser } from '../../recognition/recognise.ts';

interface Golden {
  name: string;
  lang: string;
  text?: string;
  blocks?: string[];
  heading?: boolean;
  date?: string;
  headlines?: string[];
  mentions: { text: string; figure: string; evidence: string }[];
}

const gazetteer = gazetteerOf(loadGazetteer('.'));
const folder = 'tests/golden/';
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** What the recogniser finds in a case, in the shape a case writes it. */
function mentionsOf(golden: Golden): Golden['mentions'] {
  const recogniser = createRecogniser(gazetteer, golden.lang);
  const blocks = (golden.blocks ?? [golden.text ?? '']).map((text) => ({
    text,
    candidates: recogniser.read({ text, heading: golden.heading ?? false, lang: null }),
  }));
  const facts = {
    language: golden.lang,
    date: golden.date ?? null,
    headlines: golden.headlines ?? [],
    rejected: [],
    muted: [],
  };
  return recogniser.resolve(blocks, facts).map((mention) => ({
    text: mention.text,
    figure: mention.figure,
    evidence: mention.evidence[0]?.kind ?? '',
  }));
}

for (const file of files) {
  const cases = parse(readFileSync(folder + file, 'utf8')) as Golden[];
  describe(file, () => {
    for (const golden of cases) it(golden.name, () => expect(mentionsOf(golden)).toEqual(golden.mentions));
    it('has at least eight cases, three of which stay silent', () => {
      expect(cases.length).toBeGreaterThanOrEqual(8);
      expect(cases.filter((golden) => golden.mentions.length === 0).length).toBeGreaterThanOrEqual(3);
    });
  });
}
