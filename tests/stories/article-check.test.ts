// The comparison of a dataset with its article, on an article made up for it.
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { loadLanguages } from '../../scripts/dataset/load.ts';
import { compareWithArticle, readArticle, sentenceCounts, splitSentences } from '../../stories/article-check.ts';
import { type Story, type StoryInput, StorySchema } from '../../stories/format.ts';
import type { LanguageFile } from '../../stories/language.ts';

const english = loadLanguages('.').find(({ language }) => language === 'en') as LanguageFile;

const ARTICLE = `The Baker’s Last Loaf

The town of Dell lost its only baker on Monday, after forty years of bread and gossip. “I am tired of flour, of early mornings and of talk,” Ann Lee said, adding that she “never liked cake.”
Neighbours from the U.S. embassy came to look at the empty shop, which had fed five generations of the town. Nobody knows who will bake on Friday.
`;

type Statement = NonNullable<StoryInput['statements']>[number];
type Quotation = NonNullable<StoryInput['quotations']>[number];

const text = (en: string) => ({ en, es: `${en} (es)` });
const cited = (places: string[]) => places.map((place) => `a:${place}`);

const statement = (id: string, cites: string[], en: string): Statement => ({
  id,
  text: text(en),
  cites: cited(cites),
  mode: 'reported',
  figures: ['ann'],
});

const quotation = (id: string, words: string, cite: string): Quotation => ({
  id,
  words: { en: words, es: 'x' },
  by: 'ann',
  to: text('to us'),
  cite: `a:${cite}`,
});

const STATEMENTS = [
  statement('closing', ['1.1'], 'Dell’s one bakery closed on Monday.'),
  statement('reason', ['1.2'], 'Ann Lee has had enough.'),
  statement('shop', ['2.1', '2.2'], 'Americans viewed the shop; its future is unknown.'),
];
const QUOTATIONS = [
  quotation('tired', 'I am tired of flour, of early mornings and of talk', '1.2'),
  quotation('cake', 'never liked cake', '1.2'),
];

const dataset = (story: Partial<StoryInput> = {}, sentences = [2, 2]): Story =>
  v.parse(StorySchema, {
    format: 'dramatis-story/1',
    id: 'loaf',
    title: text('The last loaf'),
    asOf: '2030-01-01',
    sources: [{ id: 'a', description: text('an article on bread'), language: 'en', paragraphs: [1, ...sentences] }],
    statements: STATEMENTS,
    quotations: QUOTATIONS,
    ...story,
  } satisfies StoryInput);

const faults = (story?: Partial<StoryInput>, sentences?: number[]) =>
  compareWithArticle(dataset(story, sentences), readArticle(ARTICLE, english));

describe('sentences', () => {
  test.each([
    ['a plain one and another', 'It rained. We left.', ['It rained.', 'We left.']],
    ['a quotation with its attribution', '“It rains,” Ann said. We left.', ['“It rains,” Ann said.', 'We left.']],
    [
      'a question with its attribution',
      '“Does it rain?” Ann asked. We left.',
      ['“Does it rain?” Ann asked.', 'We left.'],
    ],
    ['a quotation at the end', 'Ann said it was “too wet.” We left.', ['Ann said it was “too wet.”', 'We left.']],
    [
      'a quotation of several sentences',
      '“It rains. We leave,” Ann said. So we did.',
      ['“It rains. We leave,” Ann said.', 'So we did.'],
    ],
    ['abbreviations', 'The U.S. Senate met Mr. Lee. It rained.', ['The U.S. Senate met Mr. Lee.', 'It rained.']],
    ['an initial', 'Ann J. Lee left. It rained.', ['Ann J. Lee left.', 'It rained.']],
    ['an ellipsis inside', 'She waited… then left. It rained.', ['She waited… then left.', 'It rained.']],
    ['a number', 'It cost 3.50 a loaf. We paid.', ['It cost 3.50 a loaf.', 'We paid.']],
  ])('%s', (_what, paragraph, sentences) => {
    expect(splitSentences(paragraph, english)).toEqual(sentences);
  });

  test('the first line is the headline, empty lines are none', () => {
    const { headline, paragraphs } = readArticle(ARTICLE, english);
    expect(headline).toBe('The Baker’s Last Loaf');
    expect(paragraphs.map(({ length }) => length)).toEqual([2, 2]);
    expect(sentenceCounts(dataset())).toEqual([2, 2]);
  });
});

describe('a dataset', () => {
  test('that agrees has no fault, whatever its quotation marks', () => {
    expect(faults()).toEqual([]);
    expect(
      compareWithArticle(dataset(), readArticle(ARTICLE.replace(/[“”]/g, '"').replaceAll('’', "'"), english)),
    ).toEqual([]);
  });

  test.each([
    [
      'a quotation changed',
      { quotations: [quotation('cake', 'never loved cake', '1.2')] },
      'The quotation “cake” does not stand between quotation marks in sentence 1.2',
    ],
    [
      'a quotation of another sentence',
      { quotations: [...QUOTATIONS, quotation('late', 'never liked cake', '1.1')] },
      'The quotation “late” does not stand',
    ],
    [
      'words that nobody is quoted with',
      { quotations: [...QUOTATIONS, quotation('shop', 'empty shop', '2.1')] },
      'The quotation “shop” does not stand',
    ],
    [
      'a quotation left out',
      { quotations: QUOTATIONS.slice(0, 1) },
      'Sentence 1.2 quotes “never liked cake.”, which no quotation of the dataset holds',
    ],
    [
      'a sentence untold',
      { statements: STATEMENTS.slice(0, 2) },
      'Sentence 2.2 of the article is told by no statement',
    ],
    [
      'a citation of nothing',
      { open: [{ id: 'o', text: text('Who bakes?'), cites: ['a:2.3'] }] },
      'The question “o” cites 2.3, which the article does not have',
    ],
  ])('with %s', (_what, story, fault) => {
    expect(faults(story)).toContainEqual(expect.stringContaining(fault));
  });

  test('with other counts', () => {
    expect(faults({}, [3, 2])).toEqual(['The dataset counts 3 sentences in paragraph 1, the article has 2.']);
    expect(faults({}, [2])).toEqual(['The dataset counts 1 paragraphs, the article has 2.']);
  });

  const copying = (en: string) => faults({ open: [{ id: 'o', text: text(en), cites: ['a:2.1'] }] });

  test('that copies five words in a row, whatever case and marks, is told of each copy once', () => {
    expect(copying('Why they “came to look at the EMPTY shop—which” nobody knows.')).toEqual([
      'The story, open, “o”, text, en copies the article: “came to look at the …”. Say it in other words.',
      'The story, open, “o”, text, es copies the article: “came to look at the …”. Say it in other words.',
    ]);
  });

  test('that has four words in common with the article', () => {
    expect(copying('They came to look at an empty shop.')).toEqual([]);
  });

  test('may repeat direct speech, but not what runs out of it', () => {
    expect(copying('I am tired of flour, of early mornings and of talk')).toEqual([]);
    expect(copying('early mornings and of talk Ann Lee said adding').length).toBeGreaterThan(0);
  });

  test('copies nothing across two paragraphs', () => {
    expect(copying('she never liked cake neighbours from the us embassy')).toEqual([]);
  });
});
