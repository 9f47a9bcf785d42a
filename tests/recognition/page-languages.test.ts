// Pages in several languages: which of their texts are read in which, and which language is missing.
import { expect, test } from 'vitest';
import { languageOf } from '../../recognition/language.ts';
import { openPrefilters } from '../../recognition/prefilters.ts';
import { createRecogniser } from '../../recognition/recognise.ts';
import { gazetteer } from './story.ts';

const RUSSIAN = 'Дональд Трамп позвонил Густаво Петро в среду вечером.';
const CHINESE = '打电话给古斯塔沃·佩特罗的是唐纳德·特朗普，时间是星期三晚上。';

test('text in a language that parts of the page are in is found and read', () => {
  const recogniser = createRecogniser(gazetteer, 'en', ['zh-CN', 'ru']);
  for (const [text, lang] of [
    [CHINESE, 'zh-CN'],
    [CHINESE, null],
    [RUSSIAN, 'ru'],
    [RUSSIAN, null],
    ['Donald Trump called Gustavo Petro.', null],
  ] as const) {
    expect(openPrefilters(recogniser.prefilters).next(text), text).toBeGreaterThanOrEqual(0);
    expect(recogniser.read({ text, lang }).length, text).toBeGreaterThanOrEqual(2);
  }
});

test.each([
  ['a script that is none of the page’s', 'en', [], RUSSIAN, null, 'ru'],
  ['what the markup says', 'en', [], CHINESE, 'zh-Hant', 'zh'],
  ['a part that is known', 'en', ['ru'], RUSSIAN, null, null],
  [
    'the page’s own script',
    'uk',
    [],
    'Президент Дональд Трамп зателефонував Густаво Петро у середу ввечері.',
    null,
    null,
  ],
  ['the other script of the page’s own language', 'sr', [], 'Доналд Трамп позвао Густава Петра.', null, null],
  ['Latin letters', 'en', [], 'Donald Trump llamó a Gustavo Petro el miércoles por la noche.', null, null],
  ['the same, where the markup says it', 'en', [], 'Donald Trump llamó a Gustavo Petro.', 'es', 'es'],
  ['Han characters alone on a Japanese page', 'ja', [], '米大統領哥倫比亜大統領電話会談水曜日夜実施発表', null, null],
  [
    'Latin letters on a page in another script',
    'ru',
    [],
    'It was on Wednesday that Donald Trump called Gustavo Petro, and the two of them spoke for an hour about the drugs.',
    null,
    'en',
  ],
  ['a language without a lexicon', 'en', [], 'xyz', 'tlh', null],
])('missing: %s', (_, own, others, text, lang, expected) => {
  expect(createRecogniser(gazetteer, own, others).missing(text, lang)).toBe(expected);
});

test.each([
  ['Kyrgyz', 'ky', 'Дональд Трамп кайык сатып алды, деди Николас Мадуро.'],
  ['Tajik', 'tg', 'Дональд Трамп қаиқ харид, гуфт Николас Мадуро.'],
  ['Tatar', 'tt-RU', 'Дональд Трамп көймә сатып алды, диде Николас Мадуро.'],
])('%s has no lexicon: its names are read as Russian has them', (_, lang, text) => {
  expect(languageOf(gazetteer, text, lang)).toBe(lang);
  const recogniser = createRecogniser(gazetteer, lang);
  expect(recogniser.language).toBe('ru');
  expect(recogniser.read({ text, lang: null }).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Дональд Трамп',
    'Николас Мадуро',
  ]);
});

test.each([
  ['ka', 'მდინარის პირას მსხალი იზრდება.'],
  ['hy', 'Գետի ափին տանձենի է աճում։'],
  ['ta', 'ஆற்றங்கரையில் பேரிக்காய் மரம் வளர்கிறது.'],
  ['te', 'నది ఒడ్డున పండ్ల చెట్టు పెరుగుతోంది.'],
])('a script of its own tells the language: %s', (lang, text) => expect(languageOf(gazetteer, text)).toBe(lang));
