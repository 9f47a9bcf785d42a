// The column of an article: where its prose stands together, as that of teasers does not.
import { lengthToReader } from '../news/prose.ts';
import type { Line } from './lines.ts';
import { isHeading, isTeaser } from './margins.ts';

/** A line this long, without much of it in links, is prose; characters as a reader takes them. */
const PROSE = 80;

export const isProse = ({ text, linked }: Line): boolean => lengthToReader(text) >= PROSE && linked * 2 < text.length;

/** The part of the prose of one kind that its column holds. The rest stands elsewhere by chance. */
const MOST = 0.85;

/** What stands outside of the column is of the article only where it is as long as this part of what is inside. */
const MUCH_OUTSIDE = 0.1;

/**
 * Tells which lines, by their number, are in the column; and outside of it those that stand beside other prose, where
 * they are many.
 * Between the summaries of teasers stand their headlines; paragraphs follow one another.
 * @param kept which lines are thought to be of the article so far
 */
export function columnOf(lines: readonly Line[], kept: readonly boolean[]): (at: number) => boolean {
  const own = proseIn(lines, kept);
  const inRow = inRowOf(lines, own);
  const isInRow = new Set(inRow);
  const prose = inRow.length > 1 ? inRow : own;
  const lengths = new Map<string, number>();
  let best = '';
  for (const at of prose) {
    const { kind, text } = lines[at] as Line;
    lengths.set(kind, (lengths.get(kind) ?? 0) + lengthToReader(text));
    if ((lengths.get(kind) ?? 0) > (lengths.get(best) ?? 0)) best = kind;
  }
  const column = holderOf(
    prose.flatMap((at) => (lines[at]?.kind === best ? (lines[at] as Line) : [])),
    (lengths.get(best) ?? 0) * MOST,
  );
  if (column === null) return () => true;
  const isInside = (at: number): boolean => column.contains((lines[at] as Line).block);
  const lengthOf = (numbers: readonly number[]): number => lengthIn(lines, numbers);
  const isMuchOutside = lengthOf(inRow.filter((at) => !isInside(at))) > lengthOf(inRow.filter(isInside)) * MUCH_OUTSIDE;
  return (at) => isInside(at) || (isMuchOutside && isInRow.has(at));
}

/** Whether most of the prose that was chosen follows other prose, as in an article. */
export function isContinuous(lines: readonly Line[], chosen: readonly boolean[]): boolean {
  const own = proseIn(lines, chosen);
  return lengthIn(lines, inRowOf(lines, own)) * 2 > lengthIn(lines, own);
}

/** The numbers of the kept lines that are prose. */
const proseIn = (lines: readonly Line[], kept: readonly boolean[]): number[] =>
  lines.flatMap((line, at) => (kept[at] && isProse(line) ? at : []));

/** Those that stand beside another of them. */
function inRowOf(lines: readonly Line[], prose: readonly number[]): number[] {
  const isOwn = new Set<number | undefined>(prose);
  // Subheads stand between paragraphs; headlines that lead elsewhere part teasers.
  const text = lines.flatMap((line, at) => (isHeading(line) && !isTeaser(line) ? [] : at));
  return text.filter((at, place) => isOwn.has(at) && (isOwn.has(text[place - 1]) || isOwn.has(text[place + 1])));
}

const lengthIn = (lines: readonly Line[], numbers: readonly number[]): number =>
  numbers.reduce((sum, at) => sum + lengthToReader((lines[at] as Line).text), 0);

/** The smallest element that holds as much of the lines' text. */
function holderOf(lines: readonly Line[], length: number): Element | null {
  const held = new Map<Element, number>();
  for (const { block, text } of lines)
    for (let at = block.parentElement; at; at = at.parentElement)
      held.set(at, (held.get(at) ?? 0) + lengthToReader(text));
  // Children come before their parents here, as each line counts from the inside out.
  let best: Element | null = null;
  for (const [element, sum] of held) if (sum >= length && (best === null || best.contains(element))) best = element;
  return best;
}
