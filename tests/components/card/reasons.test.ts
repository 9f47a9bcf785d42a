// Why it is this figure, in words; and what goes to the clipboard.
import { expect, test } from 'vitest';
import { cardContent } from '../../../components/card/content.ts';
import { cardAsText, reasonIn, reportAsText } from '../../../components/card/reasons.ts';
import type { Evidence } from '../../../recognition/resolve.ts';
import { story } from '../story.ts';
import { voiceIn, voices } from '../voice.ts';

const reasons: [Evidence, string][] = [
  [{ kind: 'full-name' }, 'the full name stands here'],
  [{ kind: 'unique' }, 'a name that nobody else bears'],
  [{ kind: 'surname' }, 'a surname that plainly means this person'],
  [{ kind: 'named-in-full', text: 'Gustavo Petro', where: 'above' }, '“Gustavo Petro” is named in full above'],
  [{ kind: 'named-in-full', text: 'Gustavo Petro', where: 'below' }, '“Gustavo Petro” is named in full below'],
  [{ kind: 'named-in-full', text: 'Gustavo Petro', where: 'headline' }, '“Gustavo Petro” is named in the headline'],
  [{ kind: 'title', text: 'President' }, '“President” stands before the name'],
  [{ kind: 'beside', figures: ['trump', 'nobody'] }, 'named beside Donald Trump and nobody'],
  [
    { kind: 'office', office: 'president', from: '2022-08-07', to: null, date: '2026-01-05' },
    'held this office on Jan 5, 2026, or had been elected to it',
  ],
];

test.each(reasons)('%o', (evidence, words) => {
  expect(reasonIn(voiceIn('en'), story.figures, evidence)).toBe(words);
});

test('a card is copied with the place of each line', () => {
  const [, petro] = story.figures;
  if (!petro) throw new Error('no figure');
  const content = cardContent(story, petro, { date: null, present: ['trump'] }, 'en', 55);
  expect(cardAsText(voiceIn('en'), story, petro, content).split('\n')).toEqual([
    'Gustavo Petro: President of Colombia (As of Jan 8, 2026, added by us)',
    '• Trump made it known on Truth Social that he had talked with Petro and meant to see him soon. (reported; ¶1.2)',
    '• Trump linked Petro with the drug cartels. (said by Trump; ¶2.2)',
    '• “take up arms” (Gustavo Petro on Monday ¶3.1)',
    'Source: an article on Trump and Petro; as of Jan 8, 2026 (date added by us)',
  ]);
});

test('what is translated back is copied as no quotation', () => {
  const [, petro] = story.figures;
  const copied = structuredClone(story);
  copied.quotations[1]!.saidIn = 'es';
  const content = cardContent(copied, petro!, { date: null, present: [] }, 'es', 55);
  expect(cardAsText(voices.es, copied, petro!, content).split('\n')).toContain(
    '• tomar las armas [retraducido del inglés; original en español] (Gustavo Petro el lunes ¶3.1)',
  );
});

test('a report says what was marked, where and why', () => {
  const mention = { figure: 'petro', text: 'Petro', evidence: [{ kind: 'surname' } as const], index: 1, count: 1 };
  expect(reportAsText(voiceIn('en'), story.figures, mention, 'https://example.com/a')).toBe(
    '“Petro” was marked as Gustavo Petro.\nPage: https://example.com/a\nBecause: a surname that plainly means this person',
  );
});
