// Which lines of a page are its article. Mozilla's Readability finds where it stands; what it drops of the article, and
// what it keeps of teasers, captions and boxes, is decided here line by line.
import { Readability } from '@mozilla/readability';
import { lengthToReader } from '../news/prose.ts';
import { firstMeta, type Structured } from '../structured.ts';
import { NUMBER } from './copy.ts';
import { type Line, linesOf } from './lines.ts';
import { isBox, isTeaser } from './margins.ts';
import { plainText } from './plain-text.ts';

export interface Body {
  paragraphs: string[];
}

/** The article's text in a copy of a page; the headline is left out. */
export function findBody(copy: Document, title: string | null, structured: Structured): Body {
  const lines = linesOf(copy);
  const numbers = numbersKept(copy, title);
  const chosen = lines.map((line) => isKept(line, numbers));
  addDropped(lines, chosen);
  addStandfirst(lines, chosen, structured);
  const paragraphs: string[] = [];
  const headline = plainText(title ?? '').toLowerCase();
  lines.forEach((line, at) => {
    if (!chosen[at] || isTeaser(line) || isBox(line)) return;
    if (line.text.toLowerCase() === headline || paragraphs.at(-1) === line.text) return;
    paragraphs.push(line.text);
  });
  return { paragraphs };
}

/** The numbers of the elements whose text Readability keeps. It works on a copy of the copy, as it tears it apart. */
function numbersKept(copy: Document, title: string | null): Set<string> {
  const torn = copy.cloneNode(true) as Document;
  torn.title = title ?? '';
  const kept = new Set<string>();
  const { content } =
    new Readability<Node>(torn, { disableJSONLD: true, keepClasses: true, serializer: (node) => node }).parse() ?? {};
  if (!content) return kept;
  const walker = torn.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (!text.data.trim()) continue;
    const number = text.parentElement?.closest(`[${NUMBER}]`)?.getAttribute(NUMBER);
    if (number) kept.add(number);
  }
  return kept;
}

function isKept({ numbers }: Line, kept: ReadonlySet<string>): boolean {
  let inside = 0;
  let all = 0;
  for (const [number, length] of numbers) {
    all += length;
    if (kept.has(number)) inside += length;
  }
  return inside * 2 > all;
}

/** What tells blocks of one kind: paragraphs of a column share it, and teasers do not. */
const kindOf = ({ block }: Line): string =>
  `${block.nodeName} ${block.className} ${block.parentElement?.nodeName} ${block.parentElement?.className}`;

/** Adds what stands in the same column in blocks of the same kind as the lines that were kept. */
function addDropped(lines: readonly Line[], chosen: boolean[]): void {
  const kinds = new Map<string, number>();
  let total = 0;
  lines.forEach((line, at) => {
    if (!chosen[at]) return;
    const length = lengthToReader(line.text);
    total += length;
    kinds.set(kindOf(line), (kinds.get(kindOf(line)) ?? 0) + length);
  });
  const parents = new Set(lines.filter((_, at) => chosen[at]).map(({ block }) => block.parentElement));
  lines.forEach((line, at) => {
    if (chosen[at] || !parents.has(line.block.parentElement)) return;
    if ((kinds.get(kindOf(line)) ?? 0) > total * 0.2) chosen[at] = true;
  });
}

const STANDFIRST =
  /stand-?first|sub-?(?:title|head)|\bdeck?\b|\blead\b|summary|intro|excerpt|lede|chapo|chapeau|entradilla|bajada|vorspann/i;
const MOST_ABOVE = 12;

/** Adds the line that sums the article up, where it stands a little above its first paragraph. */
function addStandfirst(lines: readonly Line[], chosen: boolean[], { meta }: Structured): void {
  const first = chosen.indexOf(true);
  const description = plainText(firstMeta(meta, 'og:description', 'description')).toLowerCase();
  for (let at = Math.max(0, first - MOST_ABOVE); at < first; at++) {
    const line = lines[at] as Line;
    if (line.text.length < 40 || line.linked * 2 > line.text.length) continue;
    const begins = line.text.toLowerCase().slice(0, 60);
    if (description.startsWith(begins) || STANDFIRST.test(`${line.block.className} ${line.block.id}`))
      chosen[at] = true;
  }
}
