// Which lines of a page are its article. Mozilla's Readability finds where it stands; what it drops of the article, and
// what it keeps of teasers, captions and boxes, is decided here line by line.
import { Readability } from '@mozilla/readability';
import { lengthToReader } from '../news/prose.ts';
import { firstMeta, type Structured } from '../structured.ts';
import { columnOf, isContinuous, isProse } from './column.ts';
import { UNSEEN } from './copy.ts';
import { type Line, linesOf } from './lines.ts';
import { createMarginTest, isAtPaywall, isHeading, isTeaser } from './margins.ts';
import { paidClasses } from './partial.ts';
import { plainText } from './plain-text.ts';
import { createStatedTest } from './stated-body.ts';
import { nextStep } from './steps.ts';

export interface Body {
  paragraphs: string[];
  /** Whether most of it follows other prose; summaries of teasers do not. */
  isContinuous: boolean;
  /** Whether prose in a box that is called a paywall was left out: with it the article ends, or is offered. */
  endsAtPaywall: boolean;
}

/**
 * The text of the article in a copy of a page; the headline is left out. Between its steps the page gets control.
 * @param stated paragraphs of the text that the page states as that of its article, or none
 */
export async function findBody(
  copy: Document,
  title: string | null,
  structured: Structured,
  stated: readonly string[],
  signal?: AbortSignal,
): Promise<Body> {
  const all = linesOf(copy);
  const isStated = createStatedTest(all, stated);
  // What is folded away or hidden before a paywall counts only where the page says that it belongs to its article.
  const lines = withoutOtherArticles(all.filter((line) => !line.block.closest(`[${UNSEEN}]`) || isStated(line)));
  await nextStep(signal);
  const texts = await textsKept(copy, title, signal);
  await nextStep(signal);
  const kept = lines.map((line) => isKept(line, texts) || isStated(line));
  addDropped(lines, kept);
  const column = columnOf(lines, kept);
  const prose = lines.filter((line, at) => kept[at] && column(at) && isProse(line));
  const isInMargin = createMarginTest(prose, paidClasses(structured));
  const chosen = lines.map((line, at) => kept[at] === true && (isStated(line) || (column(at) && !isInMargin(line))));
  addStandfirst(lines, chosen, structured, isInMargin);
  return {
    paragraphs: tidied(lines, chosen, title),
    isContinuous: isContinuous(lines, chosen),
    endsAtPaywall: lines.some((line, at) => !chosen[at] && column(at) && isProse(line) && isAtPaywall(line)),
  };
}

/** Lines that are repeated where they stand are boxes, drawn for two sizes of window; shorter ones are speech. */
const REPEATED = 25;
const wordsOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The chosen texts without the headline, lines without a word, repetitions, and headings of what was left out. */
function tidied(lines: readonly Line[], chosen: readonly boolean[], title: string | null): string[] {
  const headline = wordsOf(plainText(title ?? ''));
  const seen = new Set<string>();
  const own = lines.flatMap((line, at) => {
    const words = wordsOf(line.text);
    const isRepeated = seen.has(words) && (isHeading(line) || line.text.length >= REPEATED);
    if (!chosen[at] || !words || words === headline || isRepeated) return [];
    seen.add(words);
    const next = lines[at + 1];
    const leadsNowhere = isHeading(line) && (!next || (!chosen[at + 1] && isTeaser(next)));
    return leadsNowhere ? [] : [line];
  });
  return own
    .filter((line, at) => !isHeading(line) || (own[at + 1] !== undefined && !isHeading(own[at + 1] as Line)))
    .map(({ text }) => text);
}

/** Some pages put the next article below the first one, with a headline of its own. */
function withoutOtherArticles(lines: Line[]): Line[] {
  const headlines = lines.filter(({ block }) => block.nodeName === 'H1');
  const [own, ...others] = [...new Set(headlines.map(({ block }) => block.closest('article')))];
  if (!own || others.length === 0) return lines;
  const foreign = new Set(others.filter((other) => other && !own.contains(other) && !other.contains(own)));
  return lines.filter(({ block }) => {
    for (let at = block.closest('article'); at; at = at.parentElement?.closest('article') ?? null)
      if (foreign.has(at)) return false;
    return true;
  });
}

/** Marks each text of the copy that Readability works on: it moves and renames elements, and texts with them. */
const NUMBER = 'data-number';

/** The text nodes of the copy that Readability keeps. It works on a copy of the copy, as it tears it apart. */
async function textsKept(copy: Document, title: string | null, signal?: AbortSignal): Promise<Set<Text>> {
  const torn = copy.cloneNode(true) as Document;
  torn.title = title ?? '';
  const own = textsIn(copy);
  textsIn(torn).forEach((text, at) => {
    if (!text.data.trim()) return;
    const mark = torn.createElement('span');
    mark.setAttribute(NUMBER, String(at));
    text.replaceWith(mark);
    mark.append(text);
  });
  for (const unseen of [...torn.querySelectorAll(`[${UNSEEN}]`)]) unseen.remove();
  await nextStep(signal);
  const options = { disableJSONLD: true, keepClasses: true, serializer: (node: Node) => node };
  const { content } = new Readability<Node>(torn, options).parse() ?? {};
  const marks = content ? [...(content as Element).querySelectorAll(`[${NUMBER}]`)] : [];
  return new Set(marks.map((mark) => own[Number(mark.getAttribute(NUMBER))] as Text));
}

function textsIn(document: Document): Text[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/** Whether most of a line was kept. */
function isKept({ nodes }: Line, kept: ReadonlySet<Text>): boolean {
  const lengthOf = (texts: readonly Text[]) => texts.reduce((sum, { length }) => sum + length, 0);
  return lengthOf(nodes.filter((node) => kept.has(node))) * 2 > lengthOf(nodes);
}

/** The part of the kept text that makes a kind of block that of the article. */
const OF_ONE_KIND = 0.2;

/** Adds what stands in the same column, in blocks of the same kind as most of the lines that were kept. */
function addDropped(lines: readonly Line[], kept: boolean[]): void {
  const lengths = new Map<string, number>();
  const columns = new Set<Element | null>();
  let total = 0;
  lines.forEach((line, at) => {
    if (!kept[at]) return;
    const length = lengthToReader(line.text);
    total += length;
    lengths.set(line.kind, (lengths.get(line.kind) ?? 0) + length);
    for (const column of columnsOf(line)) columns.add(column);
  });
  lines.forEach((line, at) => {
    if (kept[at] || !columnsOf(line).some((column) => columns.has(column))) return;
    if ((lengths.get(line.kind) ?? 0) > total * OF_ONE_KIND) kept[at] = true;
  });
}

/** Paragraphs stand side by side, or each in a box of its own. */
function columnsOf({ block }: Line): Element[] {
  const parent = block.parentElement;
  const above = parent?.parentElement;
  return [parent, above].filter((element) => element != null && element.nodeName !== 'BODY') as Element[];
}

const STANDFIRST =
  /stand-?first|sub-?(?:title|head)|\bdeck?\b|\blead\b|summary|intro|excerpt|lede|chapo|chapeau|entradilla|bajada|vorspann/i;
const MOST_ABOVE = 12;

/** Adds the line that sums the article up, where it stands a little above its first paragraph. */
function addStandfirst(
  lines: readonly Line[],
  chosen: boolean[],
  { meta }: Structured,
  isInMargin: (line: Line) => boolean,
): void {
  const first = chosen.indexOf(true);
  const description = plainText(firstMeta(meta, 'og:description', 'description')).toLowerCase();
  for (let at = Math.max(0, first - MOST_ABOVE); at < first; at++) {
    const line = lines[at] as Line;
    if (line.text.length < 40 || isInMargin(line)) continue;
    const begins = line.text.toLowerCase().slice(0, 60);
    if (description.startsWith(begins) || STANDFIRST.test(`${line.block.className} ${line.block.id}`))
      chosen[at] = true;
  }
}
