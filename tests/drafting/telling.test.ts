// What a draft tells of its figures: sentences, roles, quotations with their speakers, days, and who is named with
// whom.
import { expect, test } from 'vitest';
import { draft } from '../../drafting/draft.ts';
import { loadCommonWords, loadDraftingData } from '../../scripts/dataset/load.ts';
import { checkStory } from '../../stories/check-story.ts';
import { mergeStories } from '../../stories/library.ts';
import { articleOf, CODES, invented } from './articles.ts';

const data = loadDraftingData('.');
const common = loadCommonWords('.');
const storyOf = (paragraphs: string[], rest: Parameters<typeof articleOf>[2] = {}) =>
  draft(articleOf(rest.language ?? 'en', paragraphs, rest), data);

test.each(CODES)('%s: a draft is a story of the format, and verbatim', (code) => {
  const { article } = invented(code);
  const story = checkStory(draft(article, data), 'the draft', common);
  const [source] = story.sources;
  expect(source?.paragraphs).toEqual(source?.text?.map((sentences) => sentences.length));
  const whole = source?.text?.flat().join(' ').replace(/\s/g, '');
  expect(whole).toBe([article.title, ...article.paragraphs].join('').replace(/\s/g, ''));
  for (const { text, cites } of story.statements) {
    const [paragraph = 0, sentence = 0] =
      /^a:(\d+)\.(\d+)$/
        .exec(cites[0] ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    expect(source?.text?.[paragraph]?.[sentence - 1]).toBe(text[article.language]);
  }
  const ids = new Set(story.figures.map(({ id }) => id));
  const used = [
    ...story.statements.flatMap(({ figures, by }) => [...figures, by]),
    ...story.quotations.flatMap(({ by, about }) => [by, ...about]),
    ...story.relations.flatMap(({ between }) => between),
  ];
  expect(used.filter((id) => id !== null && !ids.has(id))).toEqual([]);
});

test('the headline is paragraph 0, also where there is none', () => {
  expect(storyOf(['One. Two.'], { title: 'Three' }).sources[0]?.paragraphs).toEqual([1, 2]);
  expect(storyOf(['One. Two.']).sources[0]?.paragraphs).toEqual([0, 2]);
});

test.each([
  ['Mr. Berg met Sen. Dahl on Jan. 5 in the U.S. capital. They talked.', 2],
  ['J. R. Berg paid. “Why?” asked Dahl. He left.', 3],
  ['It cost 3.5 million. Nobody paid.', 2],
  ['Karl Dahl said no. Anna Berg said yes.', 2],
  ['Karl Dahl fell ill. Anna Berg did not.', 2],
  ['Karl Dahl did the wash. Anna Berg went to mass. Nobody dug for ore. They left.', 4],
  ['“No.” Anna Berg left. No. 4 stayed, in Springfield, Ill. Anna Berg said so.', 3],
  ['Anna Berg met the president. Karl Dahl did not.', 2],
])('%s: %i sentences', (paragraph, count) => expect(storyOf([paragraph]).sources[0]?.paragraphs).toEqual([0, count]));

test('an ordinal ends no sentence where ordinals have a full stop', () =>
  expect(storyOf(['Am 8. April kam Anna Berg. Sie ging.'], { language: 'de' }).sources[0]?.paragraphs).toEqual([0, 2]));

const roleOf = (paragraph: string, language = 'en') => {
  const [figure] = storyOf([paragraph], { language }).figures?.filter(({ kind }) => kind === 'person') ?? [];
  return figure?.role?.[language] ?? null;
};

test.each([
  ['Anna Berg, the mayor of Lund, spoke.', 'the mayor of Lund', 'en'],
  ['Then former harbour minister Anna Berg spoke.', 'former harbour minister', 'en'],
  ['Habló el alcalde Juan Beltrán.', 'alcalde', 'es'],
  ['La ministra de Pesca, Ana Beltrán, habló.', 'ministra de Pesca', 'es'],
  ['Il presidente della Lega, Aldo Berti, parla.', 'presidente della Lega', 'it'],
  ['Anna Berg, who was late, spoke.', null, 'en'],
  ['Anna Berg spoke.', null, 'en'],
])('%s: role %s', (paragraph, role, language) => expect(roleOf(paragraph, language)).toBe(role));

const speakersOf = (paragraphs: string[]) =>
  (storyOf(paragraphs).quotations ?? []).map(({ words, by, cite }) => [words.en, by, cite]);

test('a quotation has the speaker beside the verb of saying, before it, behind it, or before a colon', () =>
  expect(
    speakersOf([
      '“I never saw the bridge fall,” Anna Berg said.',
      'Karl Dahl told her: “You never saw it stand either.”',
      '“Nobody asked me about it,” said Berg. “And nobody ever will again.”',
      'A sign read “keep well away from here” for years.',
    ]),
  ).toEqual([
    ['I never saw the bridge fall', 'anna-berg', 'a:1.1'],
    ['You never saw it stand either.', 'karl-dahl', 'a:2.1'],
    ['Nobody asked me about it', 'anna-berg', 'a:3.1'],
    ['And nobody ever will again.', 'anna-berg', 'a:3.2'],
    ['keep well away from here', null, 'a:4.1'],
  ]));

test('a word in quotation marks is no quotation', () =>
  expect(speakersOf(['Anna Berg said it was “fine” then.'])).toEqual([]));

const daysOf = (paragraph: string, language: string, date: string | null = '2031-03-14') =>
  (storyOf([paragraph], { language, date }).events ?? []).map(({ date: day, when, planned }) => [
    day,
    when?.[language],
    planned,
  ]);

test.each([
  ['en', 'Anna Berg left on March 3.', [['2031-03-03', 'March 3', false]]],
  ['en', 'Anna Berg will leave on 2 April 2031.', [['2031-04-02', '2 April 2031', true]]],
  ['en', 'Anna Berg left on Dec. 24.', [['2030-12-24', 'Dec. 24', false]]],
  ['de', 'Anna Berg ging am 3. März.', [['2031-03-03', '3. März', false]]],
  ['es', 'Ana Beltrán se fue el 3 de marzo de 2030.', [['2030-03-03', '3 de marzo de 2030', false]]],
  ['pl', 'Anna Nowak odeszła 3 marca.', [['2031-03-03', '3 marca', false]]],
  ['ru', 'Анна Петрова ушла 3 марта.', [['2031-03-03', '3 марта', false]]],
  ['en', 'Anna Berg left on February 31.', []],
  ['en', 'Anna Berg paid 3 dollars.', []],
])('%s: %s', (language, paragraph, days) => expect(daysOf(paragraph, language)).toEqual(days));

test('without a day of its own an article gives no day without a year', () =>
  expect(daysOf('Anna Berg left on March 3.', 'en', null)).toEqual([]));

test('who is named with whom, in which sentences, most often first', () =>
  expect(
    (storyOf(['Anna Berg met Karl Dahl. Berg thanked Dahl.', 'Dahl flew to Japan.']).relations ?? []).map(
      ({ between, course }) => [between.join(' '), course?.map(({ cites }) => cites[0])],
    ),
  ).toEqual([
    ['anna-berg karl-dahl', ['a:1.1', 'a:1.2']],
    ['japan karl-dahl', ['a:2.1']],
  ]));

test('a drafted surname is weak, and a name is given in its parts', () => {
  const [figure] = storyOf(['Mrs. Anna Maria van den Berg spoke. Van den Berg left.']).figures ?? [];
  expect(figure?.names).toMatchObject({
    given: ['Anna'],
    middle: ['Maria'],
    surname: ['van den Berg'],
    full: ['Anna Maria van den Berg'],
    strength: 'weak',
    sex: 'female',
  });
});

test.each([
  ['Mr. Tom Hale Jr. spoke. Mr. Tom Hale Jr. left.', ['Tom'], [], ['Hale']],
  ['Mr. Tom Henry Dahl III spoke. Mr. Tom Henry Dahl III left.', ['Tom'], ['Henry'], ['Dahl']],
])('a suffix is no surname: %s', (paragraph, given, middle, surname) =>
  expect(storyOf([paragraph]).figures?.[0]?.names).toMatchObject({ given, middle, surname }),
);

test('a title right before a name is a role, also one that opens sentences and one of several words', () => {
  const said =
    'In the harbour, President Ada Brenton and Ruritanian President Milo Vasek spoke. Secretary of State Ines Calder left to receive President Tomas Reill.';
  const { figures = [] } = draft(articleOf('en', [said]), data);
  const roles = figures.map(({ name, role }) => [name.en, role?.en]);
  expect(roles).toContainEqual(['Ada Brenton', 'President']);
  expect(roles).toContainEqual(['Milo Vasek', 'Ruritanian President']);
  expect(roles).toContainEqual(['Ines Calder', 'Secretary of State']);
  expect(roles).toContainEqual(['Tomas Reill', 'President']);
});

test('what many are called is a form of a figure, and no name that other pages are searched for', () => {
  const story = draft(
    articleOf('en', [
      'The Bristol Harbour Commission met on Friday. The Commission said nothing. It told Lund TV that TV had lied.',
    ]),
    data,
  );
  const commission = (story.figures ?? []).find(({ drawn }) => drawn?.forms?.includes('Commission'));
  expect(commission?.names?.full).toEqual(['Bristol Harbour Commission']);
  expect(commission?.names?.aliases).toEqual([]);
  const names = (story.figures ?? []).flatMap(({ names }) => [...(names?.full ?? []), ...(names?.aliases ?? [])]);
  expect(names).not.toContain('TV');
});

test('where a figure has no other name, its own is not searched for either', () => {
  const story = storyOf(['The Commission met on Friday. Anna Berg told the Commission that it was late.']);
  expect((story.figures ?? []).map(({ id }) => id)).toContain('commission');
  const searched = mergeStories([checkStory(story, 'the draft', common)], undefined, []).names;
  expect(searched.find(({ id }) => id === 'commission')?.names?.aliases ?? []).toEqual([]);
});

test('a role has no other name and no verb in it', () => {
  const rolesIn = (language: string, text: string) =>
    Object.fromEntries(
      (storyOf([text], { language }).figures ?? []).map(({ name, role }) => [name[language], role?.[language] ?? null]),
    );
  expect(rolesIn('sv', 'Enligt Hedman lovade statsminister Karin Berg att bron skulle byggas.')['Karin Berg']).toBe(
    'statsminister',
  );
  expect(rolesIn('bg', 'Прокурор Елена Петкова разпита собственика на фирмата, Георги Ганев.')['Георги Ганев']).toBe(
    null,
  );
});
