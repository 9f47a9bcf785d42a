// Why it is this figure, in words.
import { expect, test } from 'vitest';
import { describeEvidence } from '../../../components/card/evidence.ts';
import type { Evidence } from '../../../recognition/resolve.ts';
import { createCardLibrary, nameOf } from '../../../stories/card-library.ts';
import { localizerIn } from '../localizer.ts';
import { card } from '../story.ts';

const texts: [Evidence, string][] = [
  [{ kind: 'full-name' }, 'the full name is given here'],
  [{ kind: 'unique' }, 'this name is unmistakable'],
  [{ kind: 'surname' }, 'the surname plainly means this person'],
  [{ kind: 'named-in-full', text: 'Gustavo Petro', where: 'above' }, '“Gustavo Petro” is named in full above'],
  [{ kind: 'named-in-full', text: 'Gustavo Petro', where: 'below' }, '“Gustavo Petro” is named in full below'],
  [{ kind: 'named-in-full', text: 'Gustavo Petro', where: 'headline' }, '“Gustavo Petro” is named in the headline'],
  [{ kind: 'title', text: 'President' }, '“President” comes before the name'],
  [{ kind: 'beside', figures: ['trump', 'nobody'] }, 'the name stands beside Donald Trump and nobody'],
  [
    { kind: 'office', office: 'president', from: '2022-08-07', to: null, date: '2026-01-05' },
    'this person held the office on Jan 5, 2026, or had been elected to it',
  ],
];

const name = (id: string) => nameOf(createCardLibrary([card], {}), id, 'en');

test.each(texts)('%o', (evidence, text) => {
  expect(describeEvidence(localizerIn('en'), name, [evidence])).toBe(text);
});
