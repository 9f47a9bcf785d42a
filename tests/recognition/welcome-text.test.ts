// The paragraph that readers try on the welcome page: in each language of the interface its names are found.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRecogniser } from '../../recognition/recognise.ts';
import { gazetteer } from './story.ts';

test.each(readdirSync('locales'))('%s', (file) => {
  const { language, welcome_tryText: text } = JSON.parse(readFileSync(join('locales', file), 'utf8'));
  const recogniser = createRecogniser(gazetteer, language);
  const facts = { date: null, headlines: [], rejected: [], muted: [], frontPage: false };
  const { mentions } = recogniser.resolve([{ text, candidates: recogniser.read({ text, lang: null }) }], facts);
  expect(mentions.map(({ figure }) => figure)).toEqual(expect.arrayContaining(['trump', 'petro', 'rodriguez']));
});
