// Scripts without spaces: what the data compiles as such must be what texts are read as, in every script and width.
import { expect, test } from 'vitest';
import { createRecogniser } from '../../recognition/recognise.ts';
import type { FigureNames } from '../../stories/figures.ts';
import { compileGazetteer, gazetteerOf } from '../../stories/gazetteer.ts';

const figures: FigureNames[] = [
  { id: 'mayor', kind: 'person', names: { given: ['Mira'], surname: ['Quay'] } },
  { id: 'port', kind: 'place', names: { aliases: ['Arlen'] } },
];

test.each([
  ['katakana', 'クエイ', 'アーレン'],
  ['half-width katakana', 'ｸｴｲ', 'ｱｰﾚﾝ'],
  ['small katakana of Ainu', 'クㇰ', 'アㇰ'],
  ['compatibility ideographs', '豈更', '車賈'],
])('a name in %s is found between letters of its own script', (_, surname, place) => {
  const parts = compileGazetteer({
    figures,
    languages: [{ language: 'ja', source: ['made up'], spaced: false }],
    storyLanguages: {
      ja: {
        names: { port: [place] },
        people: { mayor: { given: [], surname: [surname], full: [] } },
        ...{
          offices: {},
          relatives: {},
          titles: {},
          heads: {},
          otherNames: [],
          regions: [],
          ambiguous: [],
          words: [],
          verbs: [],
        },
      },
    },
  });
  const text = `昨日${surname}市長が${place}を訪れた。`;
  const found = createRecogniser(gazetteerOf(parts), 'ja').read({ text, lang: null });
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([surname, place]);
});
