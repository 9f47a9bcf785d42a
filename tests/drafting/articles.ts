// The invented articles of tests/drafting/articles, and what is expected of each.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Article } from '../../drafting/article.ts';

export interface Expected {
  people: Record<string, string[]>;
  places: string[];
  organizations: Record<string, string[]>;
  quotations?: Record<string, string>;
}

const FOLDER = 'tests/drafting/articles';

export const CODES = readdirSync(FOLDER).map((file) => file.replace('.yaml', ''));

/** An article of plain paragraphs. */
export const articleOf = (language: string, paragraphs: string[], rest: Partial<Article> = {}): Article => ({
  title: null,
  publisher: null,
  author: null,
  date: null,
  language,
  url: null,
  paragraphs,
  tagged: [],
  partial: false,
  ...rest,
});

export function invented(code: string): { article: Article; expected: Expected } {
  const { language, title, date, paragraphs, ...expected } = parse(readFileSync(`${FOLDER}/${code}.yaml`, 'utf8')) as {
    language: string;
    title: string;
    date: string;
    paragraphs: string[];
  } & Expected;
  return { article: articleOf(language, paragraphs, { title, date }), expected };
}
