// What stories from anywhere can do: nothing that keeps the gazetteer from being compiled, and nothing that takes a
// mention from a figure of an earlier story, unless they have a namesake of it or a longer name that holds the name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../recognition/fold.ts';
import type { Gazetteer } from '../../recognition/gazetteer.ts';
import { createRecogniser, type Recogniser } from '../../recognition/recognise.ts';
import type { Mention } from '../../recognition/resolve.ts';
import { loadGivenNames, loadLanguages, loadStoryFile } from '../../scripts/dataset/load.ts';
import type { FigureNames } from '../../stories/figures.ts';
import type { StoryInput } from '../../stories/format.ts';
import { compileGazetteer, gazetteerOf } from '../../stories/gazetteer.ts';
import { mergeStories } from '../../stories/library.ts';
import { compileNameFilter } from '../../stories/name-filter.ts';
import { surnameWordsOf } from '../../stories/name-parts.ts';
import { patient, runs } from '../fuzz/runs.ts';
import { type Golden, goldenFiles } from '../recognition/golden-cases.ts';
import { type SmallStory, smallStory } from './small-story.ts';

const TONGUES = ['en', 'es', 'pl', 'ja'];
const languages = loadLanguages('.').filter(({ language }) => TONGUES.includes(language));
const givenNames = loadGivenNames('.');
const bundled = loadStoryFile('.');

function compiled(stories: readonly SmallStory[], first = [bundled]) {
  const library = mergeStories(
    [...first, ...stories.map((one, at) => smallStory(`story-${at}`, one))],
    undefined,
    givenNames,
  );
  const { names: figures, storyLanguages } = library;
  return { library, parts: compileGazetteer({ figures, storyLanguages, languages, givenNames }) };
}

const NAMES = [
  'Trump',
  'Donald Trump',
  'Petro',
  'Gustavo Petro',
  'Maduro',
  'Rosa Villavicencio',
  'Rubio',
  'White House',
];
const THINGS = [
  'Colombia',
  'Venezuela',
  'United States',
  'US',
  'Caracas',
  'Latin America',
  'Estados Unidos',
  'Biały Dom',
];
const WORDS = ['the', 'said', 'of', 'in', 'president', 'el', 'de', 'Nicolás', 'Delcy', 'dijo', 'w', 'Casa Blanca'];
const ODD = ['**', 'Trump*', '\uE000', 'ſ', '한', 'トランプ', "O'", '-', '.'];
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMES, ...THINGS, ...WORDS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD).map((odd) => `${odd}a`) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...NAMES)).map((two) => two.join(' ')) },
);
const names = fc.array(name, { maxLength: 3 });
const id = fc.constantFrom('trump', 'petro', 'colombia', 'united-states', 'us', 'a');
const office = fc.constantFrom('us-president', 'colombia-president', 'a-mayor');
const byId = fc.dictionary(id, names, { maxKeys: 3 });
const figure = fc.record({
  name,
  kind: fc.constantFrom(
    'person' as const,
    'person' as const,
    'place' as const,
    'organization' as const,
    'group' as const,
  ),
  iso: fc.constantFrom(null, null, 'US', 'CO'),
  needs: fc.constantFrom(null, null, 'a', 'trump'),
  country: fc.constantFrom(null, 'colombia', 'us', 'missing'),
  names: fc.record({
    ...{ full: names, given: names, middle: names, surname: names, aliases: names, others: names, alone: names },
    strength: fc.constantFrom('strong' as const, 'weak' as const, 'town' as const, 'common' as const),
    sex: fc.constantFrom(null, 'male' as const, 'female' as const),
  }),
  offices: fc.array(
    fc.record({ office, title: fc.constant({ en: 'Head' }), from: fc.constantFrom('2020-01-01', '2026-01-01') }),
    { maxLength: 2 },
  ),
});
const language = fc.record({
  ...{ names: byId, relatives: byId, otherNames: names, regions: names, words: names, verbs: names },
  offices: fc.dictionary(office, names, { maxKeys: 2 }),
  people: fc.dictionary(id, fc.record({ given: names, surname: names, full: names }), { maxKeys: 2 }),
  titles: fc.dictionary(fc.constantFrom('mr', 'other', 'president', 'constructor'), names, { maxKeys: 2 }),
  heads: fc.dictionary(fc.constantFrom('before', 'after', 'person', 'street', 'constructor'), names, { maxKeys: 3 }),
});
const story: fc.Arbitrary<SmallStory> = fc.record({
  draft: fc.boolean(),
  figures: fc
    .uniqueArray(fc.tuple(id, figure), { minLength: 1, maxLength: 4, selector: ([one]) => one })
    .map((figures) => figures.map(([one, rest]) => ({ id: one, ...rest }))),
  languages: fc.dictionary(fc.constantFrom('en', 'es', 'pl', 'ja', 'xx'), language, { maxKeys: 3 }) as fc.Arbitrary<
    NonNullable<StoryInput['languages']>
  >,
});

/** Cases in which somebody is named, of the languages above. */
const cases = goldenFiles
  .flatMap((file) => file.cases)
  .filter(({ lang, mentions, fails }) => TONGUES.includes(lang) && mentions.length > 0 && !fails);

/** One for each language: what was read before changes nothing. */
const recognisersOf = (gazetteer: Gazetteer) => {
  const opened = new Map<string, Recogniser>();
  return (lang: string): Recogniser => {
    const known = opened.get(lang) ?? createRecogniser(gazetteer, lang);
    opened.set(lang, known);
    return known;
  };
};

function mentionsIn(recogniser: Recogniser, golden: Golden): Mention[] {
  const blocks = (golden.blocks ?? [golden.text ?? '']).map((text) => ({
    text,
    candidates: recogniser.read({ text, lang: null }),
  }));
  return recogniser.resolve(blocks, {
    date: golden.date ?? null,
    headlines: golden.headlines ?? [],
    rejected: [],
    muted: [],
    frontPage: golden.front ?? false,
  }).mentions;
}

const lastNames = (names: FigureNames['names']): string[] =>
  [...(names?.surname ?? []), ...(names?.full ?? [])].map((one) => foldText(surnameWordsOf(one).word));

describe('stories from anywhere', () => {
  it('are compiled, and read with', { timeout: patient.timeout }, () => {
    const texts = [
      'The Trump said the president of Colombia.',
      'トランプはコロンビアの大統領',
      'constructor O’Constructor a|b',
    ];
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 3 }), fc.boolean(), (stories, alone) => {
        const { parts } = compiled(stories, alone ? [] : [bundled]);
        compileNameFilter(parts);
        const recogniserIn = recognisersOf(gazetteerOf(parts));
        for (const lang of TONGUES)
          for (const text of texts) mentionsIn(recogniserIn(lang), { name: '', lang, text, mentions: [] });
      }),
      runs(8),
    );
  });

  it('take no mention from an earlier story', { timeout: patient.timeout }, () => {
    const alone = recognisersOf(gazetteerOf(compiled([]).parts));
    fc.assert(
      fc.property(story, fc.nat(cases.length), (added, from) => {
        const { library, parts } = compiled([added]);
        const isBundled = new Set(bundled.figures.map((one) => one.id));
        const namesakes = new Set(
          library.names.flatMap(({ id: one, kind, names }) =>
            kind === 'person' && !isBundled.has(one) ? lastNames(names) : [],
          ),
        );
        // A strong namesake makes a strong surname weak, and with it all that leans on it.
        if (['trump', 'maduro'].some((word) => namesakes.has(word))) return;
        const recogniserIn = recognisersOf(gazetteerOf(parts));
        for (let at = 0; at < 40; at++) {
          const golden = cases[(from + at * 7) % cases.length] as Golden;
          const after = mentionsIn(recogniserIn(golden.lang), golden);
          // Who is named in full here has a surname of his own.
          if (after.some(({ figure, evidence: [one] }) => !isBundled.has(figure) && one?.kind === 'full-name'))
            continue;
          const hasNamesake = ({ figure: id }: Mention) =>
            lastNames(library.names.find((one) => one.id === id)?.names).some((word) => namesakes.has(word));
          const before = mentionsIn(alone(golden.lang), golden);
          const isAnyShared = before.some(hasNamesake);
          for (const mention of before) {
            // "Petro and Rubio": a weak surname may lean on one that has a namesake now.
            const leans = mention.evidence.some(({ kind }) => kind === 'surname' || kind === 'beside');
            if (hasNamesake(mention) || (isAnyShared && leans)) continue;
            const isThere = after.some(
              ({ figure, also = [], block, start, end }) =>
                block === mention.block &&
                start <= mention.start &&
                end >= mention.end &&
                // A longer name is another name.
                (figure === mention.figure ||
                  also.includes(mention.figure) ||
                  end - start > mention.end - mention.start),
            );
            const found = after.map((one) => `${one.text} = ${one.figure}`).join(', ');
            const missing = `${mention.text} = ${mention.figure} in “${golden.text ?? golden.blocks}”: ${found}`;
            expect(isThere ? '' : missing).toBe('');
          }
        }
      }),
      runs(12),
    );
  });
});
