// Plain text of Markdown: words and paragraphs without marks. Code, pictures, comments and addresses are left out.
// After CommonMark 0.31 and the tables, footnotes, task lists and front matter that GitHub and others add.
import { parseInert } from './inert.ts';

export interface PlainMarkdown {
  /** Paragraphs with a blank line between them. */
  text: string;
  /** The text itself begins with its headline. */
  isHeaded: boolean;
  /** What the front matter says, or null. */
  title: string | null;
  author: string | null;
  /** `YYYY-MM-DD` */
  date: string | null;
}

/** No mark has more spaces before it, or behind. */
const MOST_SPACES = 8;
const LONG_RUN = /[\t ]{9,}/g;

/** The plain text of a text of Markdown, and what its front matter says of it. */
export function plainMarkdown(markdown: string): PlainMarkdown {
  const lines = withoutComments(markdown)
    .replace(/\r\n?/g, '\n')
    // The patterns below look at a run of spaces once for each place in it.
    .replace(LONG_RUN, ' '.repeat(MOST_SPACES))
    .split('\n');
  const front = frontMatter(lines);
  const body = lines.slice(front.length);
  const first = body.findIndex((line) => line.trim() !== '');
  const isHeaded = HEADING.test(body[first] ?? '') || UNDERLINE.test(body[first + 1] ?? '');
  const { blocks, names } = blocksOf(body);
  const text = blocks
    .map((block) => inline(block, names))
    .filter((block) => block.trim() !== '')
    .join('\n\n');
  const value = (name: string) => {
    const line = front.find((one) => /^\w+(?=\s*[:=])/.exec(one)?.[0].toLowerCase() === name);
    return /^\w+\s*[:=]\s*["']?(.{1,300}?)["']?\s*$/.exec(line ?? '')?.[1] ?? null;
  };
  const date = /^\d{4}-\d{2}-\d{2}/.exec(value('date') ?? '')?.[0] ?? null;
  return { text, isHeaded, title: value('title'), author: value('author'), date };
}

function withoutComments(text: string): string {
  let out = '';
  for (let at = 0; ; ) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) return out + text.slice(at);
    out += text.slice(at, start);
    at = end + 3;
  }
}

/** Lines of the longest front matter. */
const MOST_FRONT = 200;

/** The lines of the front matter with its fences, YAML's or TOML's; none where the text begins without. */
function frontMatter(lines: readonly string[]): string[] {
  const fence = lines[0]?.trimEnd();
  if (fence !== '---' && fence !== '+++') return [];
  const end = lines.slice(1, MOST_FRONT).findIndex((line) => line.trimEnd() === fence);
  return end < 0 ? [] : lines.slice(0, end + 2);
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[\t ]+/;
const RULE = /^ {0,3}(?:(?:\*[\t ]*){3,}|(?:-[\t ]*){3,}|(?:_[\t ]*){3,})$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[\t ]*$/;
const QUOTE = /^[\t ]*(?:>[\t ]?)+/;
const ITEM = /^[\t ]*(?:[-*+]|\d{1,9}[.)])[\t ]+(?:\[[ xX]\][\t ]+)?/;
const DEFINITION = /^ {0,3}\[([^\]^][^\]]{0,200})\]:[\t ]*\S/;
const FOOTNOTE = /^ {0,3}\[\^[^\]]{1,100}\]:[\t ]*/;
// Of a row of empty cells each space belongs to one part of the pattern alone: otherwise it would take years.
const TABLE_RULE = /^[\t ]*\|?[\t ]*:?-+:?[\t ]*(?:\|[\t ]*(?::?-+:?[\t ]*)?)+$/;

/** The text between blank lines, without the marks that begin lines; and names of links that are defined elsewhere. */
function blocksOf(lines: readonly string[]): { blocks: string[]; names: ReadonlySet<string> } {
  const blocks: string[] = [];
  const names = new Set<string>();
  let own: string[] = [];
  let fence: string | null = null;
  const end = () => {
    if (own.length > 0) blocks.push(own.join('\n'));
    own = [];
  };
  const alone = (text: string) => {
    end();
    own.push(text);
    end();
  };
  for (const whole of lines) {
    const mark = FENCE.exec(whole)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    const line = whole.replace(QUOTE, '');
    const defined = DEFINITION.exec(line)?.[1];
    if (mark) {
      end();
      fence = mark;
    } else if (defined !== undefined) names.add(defined.toLowerCase());
    else if (line.trim() === '') end();
    else if (HEADING.test(line)) alone(line.replace(HEADING, '').replace(/[\t ]+#+[\t ]*$/, ''));
    else if (UNDERLINE.test(line) && own.length > 0) end();
    else if (RULE.test(line) || TABLE_RULE.test(line)) end();
    else if (/^[\t ]*\|/.test(line)) alone(cellsOf(line));
    else {
      if (ITEM.test(line) || FOOTNOTE.test(line)) end();
      own.push(line.replace(ITEM, '').replace(FOOTNOTE, ''));
    }
  }
  end();
  return { blocks, names };
}

const cellsOf = (row: string): string =>
  row
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(', ');

/** A target in brackets, with brackets inside it. */
const TARGET = String.raw`\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,500}){0,3}\)`;
const IMAGE = new RegExp(String.raw`!\[[^\]]{0,500}\](?:${TARGET}|\[[^\]\n]{0,200}\])`, 'g');
const LINK = new RegExp(String.raw`\[([^\][]{0,500})\](?:${TARGET}|\[[^\]\n]{0,200}\])`, 'g');
const STAR = /(?<!\p{N})(\*{1,3})(?=[^\s*])([^*]{1,1000})(?<=\S)\1/gu;
const UNDERSCORE = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]{1,1000})(?<=\S)\1(?![\p{L}\p{N}_])/gu;

/** Where an escaped mark is kept while the others are taken off: in Unicode's private use area. */
const ESCAPED = 0xe000;

/** A block without the marks inside lines. */
function inline(block: string, names: ReadonlySet<string>): string {
  let text = block
    .replace(/[\ue000-\ue07f]/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(ESCAPED + mark.charCodeAt(0)))
    .replace(/<https?:[^<>\s]{1,2000}>/g, '')
    .replace(IMAGE, '')
    .replace(/\[\^[^\]\n]{1,100}\]/g, '')
    .replace(/\[\[(?:[^\]|\n]{1,200}\|)?([^\]|\n]{1,300})\]\]/g, '$1')
    .replace(LINK, '$1')
    .replace(/\[([^\][]{1,200})\]/g, (all, name: string) => (names.has(name.toLowerCase()) ? name : all))
    .replace(/(`{1,3})([^`]{1,500})\1/g, '$2')
    .replace(/~~([^~]{1,1000})~~/g, '$1');
  // Strong inside emphasis, and the other way round.
  for (let depth = 0; depth < 3; depth++) text = text.replace(STAR, '$2').replace(UNDERSCORE, '$2');
  return withoutTags(text).replace(/[\ue000-\ue07f]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - ESCAPED));
}

/** Markdown may hold HTML: what a reader would see of it. Nothing of it is loaded, run or shown. */
function withoutTags(text: string): string {
  if (!/<\/?[a-z]|&[#\w]/i.test(text)) return text;
  const { body } = parseInert(text.replace(/<br[^<>]{0,100}>/gi, ' '));
  for (const unread of [...body.querySelectorAll('script,style,template,noscript')]) unread.remove();
  return body.textContent ?? '';
}
