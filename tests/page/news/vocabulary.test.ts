// The words of the press: sections, tone, and what matches them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createVocabulary, type PressWords, plainWords } from '../../../page/news/vocabulary.ts';

const vocabulary = createVocabulary(parseYaml(readFileSync('data/press.yaml', 'utf8')) as PressWords);

test.each([
  ['Politik', ['politics']],
  [' SPORT\n', ['sport']],
  ['Fútbol/Tenis', ['games', 'games']],
  ['Investors', ['company']],
  ['Products & Sport', ['sport']],
  ['SİYASET', ['politics']],
  ['Fashion & Business', ['economy']],
  ['Science & Business', ['science', 'economy']],
  ['政治/社会', ['politics', 'society']],
  ['Gündem (current)', ['nation']],
  ['About us', []],
  ['', []],
])('sections in %j', (text, sections) => {
  expect(vocabulary.sectionsIn(text)).toEqual(sections);
});

test.each([
  ['en', 'He said so on Monday, and a spokesman added nothing.', 1],
  ['en-GB', 'He said so, and she told us why.', 0.5],
  ['en', 'He said so.', 0],
  ['de', 'Das sagte er am Montagabend nach Angaben der Polizei.', 1],
  ['nn-NO', 'Det sier politiet, som melder om brann på tysdag, tirsdag eller i dag.', 1],
  ['ar', 'وقال الوزير يوم الثلاثاء، وأضاف أنه', 1],
  ['', '市长星期二对记者表示', 1],
  ['xx', 'He said so on Monday, and she added more.', 0],
  ['constructor', 'He said so on Monday.', 0],
])('%s: %j tells as news by %d', (language, text, much) => {
  expect(vocabulary.newsTone(text, language)).toBe(much);
});

test.each([
  ['en', 'I asked my aunt, and we baked what you see in our picture.', true],
  ['en', 'She asked her aunt. “I told you that we have no eggs, and you know my hens,” the aunt said.', false],
  ['sv', '– Jag vet att vi har min mamma och du har din, säger hon.\nKommunen skriver att mötet är på måndag.', false],
  ['de', 'Ich habe meine Tomaten gesetzt, und wenn du mich fragst, werden wir im August essen.', true],
  ['zh', '我问我的姑姑，您看我们做的蛋糕。', true],
  ['zh', '我国渔民请求将捕捞季延长一个月，我国政府尚未答复，我省和我市也未表态。', false],
  ['xx', 'I asked my aunt, and we baked what you see in our picture.', false],
  ['constructor', 'I asked my aunt, and we baked what you see in our picture.', false],
])('%s: %j is personal: %s', (language, text, isPersonal) => {
  expect(vocabulary.isPersonal(text, language)).toBe(isPersonal);
});

test.each([
  ['L’Écho', ' l écho '],
  ['  The — Times! ', ' the times '],
  ['GAZETESİ', ' gazetesi '],
])('%j is plainly %j', (name, text) => {
  expect(plainWords(name)).toBe(text);
});

test('without words nothing matches', () => {
  const nothing = createVocabulary({});
  expect(nothing.match('newsNames', ' the times ')).toBe('');
  expect(nothing.sectionsIn('Politics')).toEqual([]);
  expect(nothing.newsTone('He said so on Monday, and she added more.', 'en')).toBe(0);
});
