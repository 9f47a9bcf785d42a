// What goes to the clipboard.
import { expect, test } from 'vitest';
import { cardAsText, reportAsText } from '../../../components/card/plain-text.ts';
import { cardContent } from '../../../stories/card-content.ts';
import { cardStory } from '../../../stories/story.ts';
import { localizerIn, localizers } from '../localizer.ts';
import { keptStory } from '../stories.ts';
import { card as story } from '../story.ts';

test('a card is copied with the citation of each line', () => {
  const [, petro] = story.figures;
  if (!petro) throw new Error('no figure');
  const content = cardContent(story, petro, { date: null, present: ['trump'] }, localizerIn('en'), 55);
  expect(cardAsText(localizerIn('en'), story, petro, content).split('\n')).toEqual([
    'Gustavo Petro: President of Colombia (As of Jan 8, 2026, dated by Dramatis)',
    '• Trump made it known on Truth Social that he had talked with Petro and meant to see him soon. (stated as fact; ¶1.2)',
    '• Trump linked Petro with the drug cartels. (said by Trump; ¶2.2)',
    '• “take up arms” (Gustavo Petro on Monday ¶3.1)',
    '• Donald Trump: threats (¶2.2); call (¶1.2); invitation (¶1.5)',
    'Source: an article on Trump and Petro; as of Jan 8, 2026 (date added)',
  ]);
});

test('a whole card is copied, in the order of its kind', () => {
  const colombia = story.figures.find(({ id }) => id === 'colombia');
  if (!colombia) throw new Error('no figure');
  const content = cardContent(story, colombia, { date: null, present: ['petro'] }, localizerIn('en'), Infinity);
  expect(cardAsText(localizerIn('en'), story, colombia, content).split('\n')).toEqual([
    'Colombia: The country that Petro leads (As of Jan 8, 2026, dated by Dramatis)',
    '• the weekend: Trump’s remarks on Petro (¶2.2)',
    '• Monday: Petro’s warning (¶3.1)',
    '• Petro said on Monday that Colombia would take up arms if the United States attacked it. (said by Petro; ¶3.1)',
    '• Colombia is seeking the part of mediator in Venezuela’s crisis. (the article’s own judgement; ¶4.4)',
    '• In this story: Gustavo Petro',
    '• “take up arms” (Gustavo Petro on Monday ¶3.1)',
    'Source: an article on Trump and Petro; as of Jan 8, 2026 (date added)',
  ]);
});

test('what is translated back is copied without quotation marks', () => {
  const [, petro] = story.figures;
  const copied = structuredClone(story);
  copied.quotations[1]!.saidIn = 'es';
  const content = cardContent(copied, petro!, { date: null, present: [] }, localizers.es, 55);
  expect(cardAsText(localizers.es, copied, petro!, content).split('\n')).toContain(
    '• tomar las armas [retraducido del inglés; original en español] (Gustavo Petro el lunes ¶3.1)',
  );
});

test('a report says what was marked, where and why', () => {
  const mention = { figure: 'petro', text: 'Petro', evidence: [{ kind: 'surname' } as const], index: 1, count: 1 };
  expect(reportAsText(localizerIn('en'), () => 'Gustavo Petro', mention, 'https://example.com/a').split('\n')).toEqual([
    '“Petro” was marked as Gustavo Petro.',
    'Page: https://example.com/a',
    'Because: the surname plainly means this person',
  ]);
});

test('the source’s own words are copied in quotation marks, with the article’s address', () => {
  const kept = cardStory(keptStory(0));
  const [petro] = kept.figures;
  const content = cardContent(kept, petro!, { date: null, present: [] }, localizerIn('en'), Infinity);
  const lines = cardAsText(localizerIn('en'), kept, petro!, content).split('\n');
  expect(lines[0]).toBe('Gustavo Petro: Colombia’s president, by The Harbour Post (As of Jan 11, 2026)');
  expect(lines[1]).toMatch(/^• “Gustavo Petro told .*” \(The Harbour Post; ¶1\.1\)$/);
  expect(lines.at(-1)).toBe('Source: The Harbour Post, Jan 11, 2026, https://paper-0.example/petro-flies');
});
