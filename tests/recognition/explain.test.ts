// A page that leaves names unmarked must be able to say why.
import { describe, expect, it } from 'vitest';
import { explain } from '../../recognition/explain.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import { gazetteer } from './story.ts';

const recogniser = createRecogniser(gazetteer, 'en');
const read = (text: string) => ({ text, candidates: recogniser.read({ text, lang: null }) });

/** The reasons on a page with these blocks. */
function reasonsOn(blocks: readonly string[], front = false, headlines: readonly string[] = []): string[] {
  const facts = { date: null, headlines, rejected: [], muted: [], frontPage: front };
  const unmarked = explain(gazetteer, blocks.map(read), headlines.map(read), facts);
  return unmarked.map(({ figure, block, text, reason }) => `${block} ${text} (${figure}): ${reason}`);
}

describe('says of an unmarked name', () => {
  it.each([
    [
      'its own words',
      ['Melania Trump left.', 'The Trump Tower stood.'],
      ['0 Trump (trump): otherPerson', '1 Trump (trump): partOfName'],
    ],
    [
      'a capital elsewhere',
      ['A Fendrake Trump sang.', 'Trump bowed.'],
      ['0 Trump (trump): perhaps-another', '1 Trump (trump): perhaps-another'],
    ],
    ['that nothing speaks for it', ['Yesterday Petro sang.'], ['0 Petro (petro): no-evidence']],
    [
      'another bearer',
      ['Eric Trump called. Later Trump hung up.'],
      ['0 Trump (trump): otherPerson', '0 Trump (trump): behind-another-bearer'],
    ],
  ])('%s', (_, blocks, reasons) => expect(reasonsOn(blocks)).toEqual(reasons));

  it('that its page is a front page', () =>
    expect(reasonsOn(['Gustavo Petro left.', 'Rain.', 'So Petro sang.'], true)).toEqual([
      '2 Petro (petro): front-page',
    ]));

  it('that the reader does not want it, and nothing of what is marked', () => {
    const blocks = [read('Donald Trump left.')];
    const facts = { date: null, headlines: [], rejected: [], muted: [], frontPage: false };
    expect(explain(gazetteer, blocks, [], facts)).toEqual([]);
    const muted = explain(gazetteer, blocks, [], { ...facts, muted: ['trump'] });
    expect(muted.map(({ reason }) => reason)).toEqual(['left-out']);
  });
});
