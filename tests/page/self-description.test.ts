// What a page says of itself besides its text, on pages of any make.
import { expect, test } from 'vitest';
import { headlinesOf, languageTag, sampleOf } from '../../page/self-description.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const PROSE = 'The ferry has not sailed since the old pier was closed, and nobody knows when it will.';

test('title, headlines and descriptions, each once', () => {
  const page = parse(
    `<head><title> The ferry stays </title><meta property="og:title" content="The ferry stays"><meta name="description" content="Why it does"></head><h1>The <i>old</i> ferry</h1><h1></h1>`,
  );
  expect(headlinesOf(page)).toEqual(['The ferry stays', 'Why it does', 'The old ferry']);
});

test('a sample is prose, or menus and teasers where there is none', () => {
  expect(sampleOf(parse(`<title>T</title><p>${PROSE}</p><p>More</p>`.repeat(9)))).not.toContain('More');
  expect(sampleOf(parse('<ul><li>World</li></ul><h2>Ferry</h2>'))).toBe(' Ferry World');
  expect(sampleOf(parse(`<p>${PROSE}</p>`.repeat(900))).length).toBeLessThan(4000);
});

test.each([
  ['<html lang="de-AT">', 'de-AT'],
  ['<html xml:lang="de">', 'de'],
  ['<head><meta property="og:locale" content="de_DE"></head>', 'de_DE'],
  ['<head><meta http-equiv="content-language" content="de"></head>', 'de'],
  ['', null],
])('the language of %s', (html, language) => {
  expect(languageTag(parse(html))).toBe(language);
});

test('elements named like what a document has hide nothing', () => {
  const page = parse(
    `<html lang="de"><head><title>The ferry</title></head><body><h1>It stays</h1><p>${PROSE}</p></body>`,
  );
  // As browsers do for <img name="title">: in an extension's own world too.
  for (const name of ['title', 'documentElement', 'querySelector', 'querySelectorAll', 'getElementsByTagName'])
    Object.defineProperty(page, name, { value: page.body });
  expect(headlinesOf(page)).toEqual(['The ferry', 'It stays']);
  expect(sampleOf(page)).toContain(PROSE);
  expect(languageTag(page)).toBe('de');
});
