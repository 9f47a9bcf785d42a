// Articles that come as text: pasted, or from a file (.txt, .md, saved .html). From here on they go the way of captured
// ones.
import { type Article, captureArticle, languageOfText, type Reading } from './article.ts';
import { parseInert } from './inert.ts';
import { plainMarkdown } from './markdown.ts';
import { boundText, plainText } from './plain-text.ts';

/** The longest first line that is a headline, and no beginning of the text; UTF-16 code units. */
const LONGEST_HEADLINE = 200;

/** Lines of a text that is broken by hand are about as long as each other; UTF-16 code units. */
const BROKEN = { shortest: 40, longest: 100 };

/** The paragraphs of a part of a text between blank lines: one where its lines are broken by hand, else one a line. */
function paragraphsOf(block: string): string[] {
  const lines = block.split('\n').map(plainText).filter(Boolean);
  const isBroken = lines.slice(0, -1).every(({ length }) => length >= BROKEN.shortest && length <= BROKEN.longest);
  return isBroken ? [lines.join(' ')] : lines;
}

/**
 * The article in a plain text. Blank lines part its paragraphs; other ends of lines do where the lines are long. A
 * first line that is short and does not end like a sentence is its headline.
 */
export function articleFromText(text: string, reading: Reading): Article {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n[\t ]*\n/);
  const lines = blocks.flatMap(paragraphsOf).filter(Boolean);
  const [first = ''] = lines;
  const isHeadline = lines.length > 1 && first.length <= LONGEST_HEADLINE && !/[.!…。।]["'”’»」]?$/.test(first);
  const paragraphs = boundText(isHeadline ? lines.slice(1) : lines);
  return {
    title: isHeadline ? first : null,
    publisher: null,
    author: null,
    date: null,
    language: languageOfText(reading.gazetteer, paragraphs.join(' '), ''),
    url: null,
    paragraphs,
    tagged: [],
    partial: false,
    problem: paragraphs.length > 0 ? null : 'no-article',
  };
}

/** The article in a text of Markdown, without its marks; its headline may stand in the front matter alone. */
export function articleFromMarkdown(markdown: string, reading: Reading): Article {
  const { text, isHeaded, title, author, date } = plainMarkdown(markdown);
  const article = articleFromText(text, reading);
  if (title === null || isHeaded) return { ...article, author, date };
  // What looked like a headline is the first line of the text.
  const first = article.title === null || article.title === title ? [] : [article.title];
  return { ...article, title, author, date, paragraphs: [...first, ...article.paragraphs] };
}

/** The article in a saved page. Nothing of it is loaded, run or shown. */
export function articleFromHtml(html: string, reading: Reading, signal?: AbortSignal): Promise<Article> {
  return captureArticle(parseInert(html), null, reading, signal);
}

/** How much of a saved page is searched for the name of its encoding; bytes, as browsers do. */
const HEAD = 1024;

/** The text of a saved page: UTF-8, else the encoding that it names, else that of most old pages. */
export function decodeHtml(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.slice(0, HEAD));
    const named = /<meta[^>]{0,300}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? 'windows-1252';
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}
