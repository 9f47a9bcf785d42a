// Which lines stand in the column of an article: told of lines that are all thought to be of it.
import { expect, test } from 'vitest';
import { columnOf, isContinuous } from '../../../page/article/column.ts';
import { copyPage } from '../../../page/article/copy.ts';
import { parseInert } from '../../../page/article/inert.ts';
import { linesOf } from '../../../page/article/lines.ts';

const sentence = (about: string) =>
  `<p>What is told here of ${about} is told at such a length that it is a paragraph, and ends like a sentence.</p>`;
const paragraphs = (count: number, about: string) =>
  Array.from({ length: count }, (_, at) => sentence(`${about} ${at}`)).join('');

/** The texts in the column, as the word that tells what they are about. */
function inColumn(html: string): string[] {
  const lines = linesOf(copyPage(parseInert(html)).copy);
  const isInside = columnOf(
    lines,
    lines.map(() => true),
  );
  return lines.flatMap(({ text }, at) => (isInside(at) ? (/of (\w+)/.exec(text)?.[1] ?? text) : []));
}

test('a few lines elsewhere are not of the article, many are', () => {
  const story = `<div class="story">${paragraphs(30, 'cranes')}</div>`;
  expect(new Set(inColumn(`${story}<div class="window">${paragraphs(2, 'devices')}</div>`))).toEqual(
    new Set(['cranes']),
  );
  const part = `<div class="part">${paragraphs(10, 'ships')}</div>`;
  expect(new Set(inColumn(story + part))).toEqual(new Set(['cranes', 'ships']));
});

test('summaries between headlines that lead elsewhere are not, however many', () => {
  const teaser = `<div class="t"><h3><a href="/b">Something else has happened in another town</a></h3>${sentence('teasers')}</div>`;
  expect(new Set(inColumn(`<div>${paragraphs(4, 'cranes')}</div><div>${teaser.repeat(20)}</div>`))).toEqual(
    new Set(['cranes']),
  );
});

test('prose that follows prose is continuous, summaries of teasers are not', () => {
  const continuous = (html: string) => {
    const lines = linesOf(copyPage(parseInert(html)).copy);
    return isContinuous(
      lines,
      lines.map(() => true),
    );
  };
  expect(continuous(paragraphs(4, 'cranes'))).toBe(true);
  expect(continuous(`<h3><a href="/b">Something else has happened</a></h3>${sentence('teasers')}`.repeat(8))).toBe(
    false,
  );
});
