// Who wrote an article: the line that says so is none of its paragraphs, and its author is nobody of its cast.
import { expect, test } from 'vitest';
import { draft } from '../../drafting/draft.ts';
import { loadDraftingData } from '../../scripts/dataset/load.ts';
import { articleOf } from './articles.ts';

const data = loadDraftingData('.');

const BODY = [
  'The harbour of Velm stays closed for another week, Ruth Adeyemi said on Thursday.',
  'Nobody was hurt when the crane came down, and Paolo Serra waits outside with his ship.',
  'The town has no fruit left, and its mayor asked people to be patient.',
];

const draftOf = (paragraphs: string[], author: string | null, language = 'en') =>
  draft(
    articleOf(language, paragraphs, { author, title: 'A harbour, by Ana Brook', publisher: 'The Strait Mail' }),
    data,
  );
const textOf = (paragraphs: string[], author: string | null, language = 'en') =>
  draftOf(paragraphs, author, language)
    .sources[0]?.text?.slice(1)
    .map((sentences) => sentences.join(' '));
const peopleOf = (paragraphs: string[], author: string | null, language = 'en') =>
  (draftOf(paragraphs, author, language).figures ?? [])
    .filter(({ kind }) => kind === 'person')
    .map(({ name }) => name[language])
    .sort();

test.each([
  ['en', 'Ana Brook', 'By Ana Brook · 15 January 2026'],
  ['en', 'Ana Brook', 'Ana Brook'],
  ['en', 'Ana Brook', 'ANA BROOK, AP'],
  ['en', 'Ana Brook', 'By Ana Brook, The Strait Mail'],
  ['en', 'Ana Brook', 'By Dr. Ana Brook and Tom Hale in Velm'],
  ['en', 'Ana Brook, Tom Hale', 'By Ana Brook and Tom Hale | Jan. 15, 2026'],
  ['en', 'Ana Brook and Tom Hale', 'Tom Hale and Ana Brook'],
  ['de', 'Ana Brook', 'Von Ana Brook, 15. Januar 2026'],
  ['es', 'Ana Brook', 'Por Ana Brook · 15 de enero de 2026'],
  ['fr', 'Ana Brook', 'Par Ana Brook, le 15 janvier 2026'],
  ['it', 'Ana Brook', 'di Ana Brook'],
  ['nl', 'Ana Brook', 'Door Ana Brook'],
  ['sv', 'Ana Brook', 'Av Ana Brook'],
  ['uk', 'Ана Брук', 'Автор: Ана Брук, 15 січня 2026'],
  ['ja', '山田太郎', '文・山田太郎'],
  ['zh', '李文华', '记者李文华'],
])('%s, %s: “%s” is no paragraph', (language, author, line) => {
  expect(textOf([line, ...BODY], author, language)).toHaveLength(BODY.length);
  expect(textOf([...BODY, line], author, language)).toHaveLength(BODY.length);
  expect(textOf([BODY[0] as string, line, ...BODY.slice(1)], author, language)).toHaveLength(BODY.length);
});

test.each([
  ['a sentence about the author', 'Ana Brook was on the quay.', 'Ana Brook'],
  ['somebody else', 'By Ana Brook', 'Tom Hale'],
  ['no declared author', 'By Ana Brook', null],
  ['a heading', 'By Ana Brook’s own account', 'Ana Brook'],
])('%s stays: %s', (_, line, author) => expect(textOf([line, ...BODY], author)).toEqual([line, ...BODY]));

test('what stands in the middle of a long article stays', () => {
  const lines = [...BODY, 'Ana Brook', ...BODY];
  expect(textOf(lines, 'Ana Brook')).toEqual(lines);
});

test('the headline stays as it is, and the summary opens with the text', () => {
  const story = draftOf(['By Ana Brook · 15 January 2026', ...BODY], 'Ana Brook');
  expect(story.title).toEqual({ en: 'A harbour, by Ana Brook' });
  expect(story.summary?.[0]).toEqual({ text: { en: BODY[0] }, cites: ['a:1.1'] });
});

const CAST = ['Paolo Serra', 'Ruth Adeyemi'];

test.each([
  ['a byline', 'By Ana Brook'],
  ['a credit with a full stop', 'Reporting by Ana Brook; editing by the desk.'],
  ['a line that is more than a byline', 'Ana Brook, our woman in Velm'],
  ['an introduction', 'Ana Brook is a reporter of this newspaper and lives by the sea.'],
])('the author is not drafted of %s: %s', (_, line) => expect(peopleOf([...BODY, line], 'Ana Brook')).toEqual(CAST));

test.each(['Ana Brook', 'Dr. Ana Brook', 'Tom Hale, Ana Brook', 'Ana Brook and Tom Hale', 'ANA BROOK'])(
  'none of the authors is drafted: %s',
  (author) => expect(peopleOf([...BODY, 'Ana Brook knows the harbour well.'], author)).toEqual(CAST),
);

test('whom the text tells of is drafted, though he wrote it', () => {
  const told = 'Ana Brook was arrested on the quay and had to leave Velm.';
  expect(peopleOf(['By Ana Brook', told, ...BODY], 'Ana Brook')).toEqual(['Ana Brook', ...CAST]);
  expect(peopleOf([...BODY, '“I saw it fall,” Ana Brook said.'], 'Ana Brook')).toEqual(['Ana Brook', ...CAST]);
});

test('somebody who shares a part of the author’s name is drafted', () =>
  expect(peopleOf([...BODY, '“I saw it,” Ana Serrano said.'], 'Ana Brook')).toEqual(['Ana Serrano', ...CAST]));
