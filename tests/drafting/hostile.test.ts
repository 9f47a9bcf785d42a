// An article as an attacker: whatever the text, a draft is a story of the format, and nothing in it is more than text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draft } from '../../drafting/draft.ts';
import { loadCommonWords, loadDraftingData } from '../../scripts/dataset/load.ts';
import { checkStory } from '../../stories/check-story.ts';
import { patient, patientWithLongTexts, runs } from '../fuzz/runs.ts';
import { articleOf } from './articles.ts';

const data = loadDraftingData('.');
const common = loadCommonWords('.');
const check = (article: ReturnType<typeof articleOf>) => checkStory(draft(article, data), 'the draft', common);

const LANGUAGES = [
  'en',
  'de',
  'es',
  'cs',
  'ru',
  'tr',
  'ar',
  'he',
  'hi',
  'zh',
  'ja',
  'ko',
  'th',
  'vi',
  'xx',
  'en-GB',
  'zh-Hant',
];
const PARTS = [
  ...[
    'Anna Berg',
    'Berg',
    'Dr. ',
    'said',
    'the ',
    ' of ',
    'Ministry',
    ' and ',
    '“',
    '”',
    '"',
    '«',
    '»',
    '‘',
    '’s',
    '.',
    ': ',
    ', ',
    ' (',
    ')',
    '\n',
  ],
  ...[
    'U.S.',
    'J.',
    'A-B',
    'AT&T',
    '12 March 2031',
    '31. 2. ',
    '2031-99-99',
    '3月40日',
    'O’',
    'd’',
    'Van der ',
    'constructor',
    '__proto__',
  ],
  ...[
    '唐纳德·特朗普',
    '习近平主席',
    '田中氏は',
    'ドナルド・トランプ',
    'นายสมชาย',
    'وقال محمد',
    'אמר דוד',
    '김영희 대통령은',
    'नरेंद्र मोदी ने',
  ],
  ...[
    '\u202e',
    '\u0000',
    '\ud800',
    '\u0301',
    '\u00ad',
    '\ufeff',
    '<b>',
    '&amp;',
    'javascript:',
    '(a+)+$',
    'İSTANBUL',
    'ﬁ',
    '𝕬',
    '👩‍👩‍👧',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.constantFrom(...PARTS), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

test('whatever the text, a draft is a story of the format', patient, () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.array(text, { maxLength: 6 }),
      fc.option(text, { nil: null }),
      fc.array(text, { maxLength: 4 }),
      (language, paragraphs, title, tagged) => {
        const article = articleOf(language, paragraphs, { title, tagged, publisher: title, author: title });
        const story = check(article);
        // Nothing is kept that the article does not say.
        for (const { drawn } of story.figures)
          for (const form of drawn?.forms ?? [])
            expect(JSON.stringify(story.sources)).toContain(JSON.stringify(form).slice(1, -1));
      },
    ),
    runs(75),
  ),
);

/** Texts that grow without saying more; how often each part is repeated. */
const LONG: [name: string, part: string, times: number, language: string][] = [
  ['one word', 'a', 5_000_000, 'en'],
  ['capitals', 'Abc ', 25_000, 'en'],
  ['quotation marks', '“', 500_000, 'en'],
  ['initials', 'U.S.', 150_000, 'en'],
  ['hyphens', 'A-', 250_000, 'en'],
  ['links of organisations', 'Ministry of ', 25_000, 'en'],
  ['parentheses', 'Bank of Lund (ABC) ', 10_000, 'en'],
  ['marks', '\u0301', 500_000, 'en'],
  ['nouns', 'Ministerium Haus ', 10_000, 'de'],
  ['surnames', '张', 12_500, 'zh'],
  ['dots', 'ア・', 100_000, 'ja'],
  ['titles', 'นาย', 12_500, 'th'],
  ['spaces', ' ', 1_000_000, 'en'],
];
test.each(LONG)(
  'a long text of %s ends',
  (_, part, times, language) => {
    check(articleOf(language, [part.repeat(times)]));
  },
  patientWithLongTexts.timeout,
);

test(
  '100,000 sentences, and names in many forms, are cut at the bounds and said to be',
  () => {
    const letters = (at: number) =>
      [...at.toString(26)].map((digit) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)]).join('');
    const paragraphs = Array.from(
      { length: 100_000 },
      (_, at) => `Anna B${letters(at)}x met Karl D${letters(at + 7)}x.`,
    );
    const story = draft(articleOf('en', paragraphs), data);
    expect(() => checkStory(story, 'the draft', common)).not.toThrow();
    expect(story.partial).toBe(true);
    expect(story.figures?.length).toBe(2000);
    expect(JSON.stringify(story).length).toBeLessThan(5_000_000);
  },
  patient.timeout,
);

test('one person in a thousand spellings has as many forms as the format allows', () => {
  const letters = [...'Annabellaa'];
  const spelled = (bits: number) =>
    letters
      .map((letter, at) => (letter === 'A' || letter === 'n' || !(bits & (1 << at)) ? letter : `${letter}\u0301`))
      .join('');
  const paragraphs = Array.from({ length: 1024 }, (_, bits) => `${spelled(bits)} Berg met Karl Dahl in Paris.`);
  const story = check(articleOf('en', paragraphs));
  const [most] = story.figures.toSorted((a, b) => (b.drawn?.forms.length ?? 0) - (a.drawn?.forms.length ?? 0));
  expect(most?.drawn?.count).toBe(1024);
  expect(most?.drawn?.forms.length).toBe(64);
});

test('an article that is not drafted twice the same would change while it is looked through', () => {
  const article = articleOf('en', ['Anna Berg met Karl Dahl in Paris. “We will see about that,” Berg said.']);
  expect(draft(article, data)).toEqual(draft(article, data));
});
