// Cuts readable text into blocks: one string for each run of inline content, with the text nodes it came from. Only
// blocks in which the prefilter finds something are made. Everything else is passed over natively: the tree is
// descended until a subtree is small. Its whole text is then asked for in one call, and the prefilter leaps over that
// from hit to hit.
import type { Prefilter } from '../../recognition/prefilter.ts';
import {
  attributeOf,
  closest,
  documentElementOf,
  documentOf,
  elementAround,
  findAll,
  firstChildOf,
  isElement,
  isText,
  nameOf,
  nextSiblingOf,
  parentOf,
  textOf,
  walk,
} from '../native.ts';
import { hasRoomBetween, nodesOnLine } from './line.ts';
import { asideNames, containerOf, inlineNames, readableIn, standsUnread, unreadNames } from './readable.ts';

/**
 * A run of inline text. `starts[i]` is where `nodes[i]` begins in `text`, in UTF-16 code units (negative where the
 * block begins inside the node).
 */
export interface Block {
  text: string;
  nodes: readonly Text[];
  starts: readonly number[];
  /** How much of each node's beginning is left out, in UTF-16 code units; only where something is. */
  skips?: readonly number[];
  /**
   * The nearest block-level element around it, or the host of the shadow root it stands in: what is watched for coming
   * near.
   */
  container: Element;
  /** The language that the markup gives it, or null where it is the document's. */
  lang: string | null;
}

/**
 * A subtree of so many elements is read in one piece. Smaller: more calls; larger: more text nodes walked for one hit.
 */
export const PIECE = 200;
/**
 * A block is at most so long, since it is read at once; what is longer (a document set with line feeds only) is cut.
 * UTF-16 code units.
 */
const LONGEST = 16_000;
/** With the quotation marks and brackets that close behind it; only the full-width ones need no space. */
const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s)|[。！？][”’」』）]*/g;
const BLANK_LINE = /\n[^\S\n]*\n\s*/;
/** Children looked at before a slice may end. */
const STRIDE = 32;

/**
 * Reads everything below `root`, block by block in document order; yields null at places where a slice may end. After
 * such a pause the tree may have changed: what was removed is passed over, and where the place itself is gone, so is
 * the rest of its parent.
 * @param prefilter a block is made only where it finds something
 * @param isKnown nodes that stand in a block already
 * @param piece a subtree of so many elements is read in one piece
 */
export function* blocksIn(
  root: Node,
  prefilter: Prefilter,
  isKnown: (node: Text) => boolean,
  piece = PIECE,
): Generator<Block | null> {
  const hit = (text: string | null): boolean => text !== null && text !== '' && prefilter.next(text) >= 0;
  /** Reading aids stand between the letters of names: where there are any, text is not asked for natively. */
  const hasAids = findAll(root as Element, 'ruby').length > 0;
  const textIn = (node: Node): string => (hasAids ? textWithoutAids(node) : (textOf(node as Element) ?? ''));
  const done = new Set<Text>();
  const isTaken = (node: Text): boolean => done.has(node) || isKnown(node);
  yield* readChildren(root);

  function* readChildren(parent: Node): Generator<Block | null> {
    let from: Node | null = null;
    let run = '';
    let count = 0;
    for (let child = firstChildOf(parent); child; child = nextSiblingOf(child)) {
      if (++count % STRIDE === 0) {
        yield null;
        if (parentOf(child) !== parent) return;
      }
      if (isText(child)) {
        from ??= child;
        run += child.data;
        continue;
      }
      if (!isElement(child)) continue;
      const name = nameOf(child);
      const size = findAll(child, '*').length;
      if (inlineNames.has(name) && size <= piece && run.length < LONGEST) {
        from ??= child;
        run += textIn(child);
        continue;
      }
      if (from && hit(run)) yield* readText(parent, from, child);
      from = null;
      run = '';
      if (unreadNames.has(name)) for (const part of readableIn(child)) yield* readChildren(part);
      if (unreadNames.has(name) || !firstChildOf(child)) continue;
      if (size > piece) {
        yield* readChildren(child);
        continue;
      }
      if (hit(textIn(child))) yield* readText(child, child, null);
    }
    if (from && hit(run)) yield* readText(parent, from, null);
  }

  /** Blocks at the hits in what stands below `parent` from one node on, up to another (null: to the end). */
  function* readText(parent: Node, from: Node, to: Node | null): Generator<Block> {
    const walker = walk(parent);
    const textFrom = (at: Node) => {
      walker.currentNode = at;
      return (isText(at) ? at : walker.nextNode()) as Text | null;
    };
    const end = to && textFrom(to);
    // All at once: the page may change while a block is read.
    const nodes: Text[] = [];
    const ends: number[] = [];
    let text = '';
    for (let node = textFrom(from); node && node !== end; node = walker.nextNode() as Text | null) {
      text += node.data;
      nodes.push(node);
      ends.push(text.length);
    }
    let at = 0;
    if (hasAids) {
      for (const node of nodes) yield* readAround(node);
      return;
    }
    // A block covers the whole of its nodes: the next hit is looked for behind this one.
    for (let hit = prefilter.next(text); hit >= 0; hit = prefilter.next(text, ends[at])) {
      while ((ends[at] as number) <= hit) at++;
      yield* readAround(nodes[at] as Text);
    }
  }

  function* readAround(node: Text): Generator<Block> {
    if (isTaken(node)) return;
    for (const block of blocksAround(node, prefilter, isTaken)) {
      for (const one of block.nodes) done.add(one);
      yield block;
    }
  }
}

/** Text without what stands over the letters, and without the white space around that. */
function textWithoutAids(node: Node): string {
  const walker = walk(node);
  let text = '';
  for (
    let one = (isText(node) ? node : walker.nextNode()) as Text | null;
    one;
    one = walker.nextNode() as Text | null
  ) {
    const element = elementAround(one);
    if (!element || !asideNames.has(nameOf(element))) text += readableText(one);
  }
  return text;
}

/** Whether two texts meet without white space between them, and not within one element. */
const isWordEnd = (a: Text, b: Text): boolean =>
  parentOf(a) !== parentOf(b) && /\S$/.test(a.data) && /^\S/.test(b.data);

/** White space around the parts of a ruby over Han characters is not shown, and stands inside of names. */
function readableText(node: Text): string {
  const { data } = node;
  const element = /\s/.test(data) ? elementAround(node) : null;
  const ruby = element && closest(element, 'ruby');
  return ruby && HAN.test(textOf(ruby) ?? '') ? data.trim() : data;
}
const HAN = /[\u3400-\u9fff]/;

/**
 * The block that a text node stands in, where it is read and the prefilter finds something in it; several where it is
 * too long to be read as one.
 * @param isTaken nodes that stand in such blocks already: of a line that is very long, only a part is read at once
 */
export function blocksAround(node: Text, prefilter: Prefilter, isTaken: (node: Text) => boolean): Block[] {
  const parent = parentOf(node);
  const container = containerOf(node);
  if (!parent || !container || standsUnread(node)) return [];
  const element = isElement(container) ? container : container.host;
  const nodes = nodesOnLine(node, container, LONGEST, isTaken);
  const starts: number[] = [];
  const skips: number[] = [];
  let text = '';
  let last: Text | undefined;
  for (const one of nodes) {
    const readable = readableText(one);
    // No node has this space.
    if (last && isWordEnd(last, one) && hasRoomBetween(last, one)) text += ' ';
    last = one;
    starts.push(text.length);
    skips.push(one.data.indexOf(readable));
    text += readable;
  }
  const tagged = closest(element, '[lang]');
  const whole: Block = {
    text,
    nodes,
    starts,
    ...(skips.some((skip) => skip > 0) && { skips }),
    container: element,
    lang:
      tagged && tagged !== documentElementOf(documentOf(element))
        ? (attributeOf(tagged, 'lang')?.slice(0, 40) ?? null)
        : null,
  };
  // Blank lines end the paragraphs of a text that is set as it was typed.
  const ends = closest(element, 'pre') ? BLANK_LINE : null;
  return (text.length > LONGEST || ends?.test(text) ? cut(whole, ends) : [whole]).filter(
    (block) => prefilter.next(block.text) >= 0,
  );
}

/** Cuts a block at sentences where it is too long, and wherever `ends` says. */
function cut(block: Block, ends: RegExp | null): Block[] {
  const out: Block[] = [];
  for (let from = 0; from < block.text.length; ) {
    const to = endOfPart(block.text, from, ends);
    const [first, last] = [from, to].map((offset) => indexAt(block, offset));
    out.push({
      ...block,
      text: block.text.slice(from, to),
      nodes: block.nodes.slice(first, (last as number) + 1),
      starts: block.starts.slice(first, (last as number) + 1).map((start) => start - from),
      ...(block.skips && { skips: block.skips.slice(first, (last as number) + 1) }),
    });
    from = to;
  }
  return out;
}

/** Where a block that begins at `from` has to end: behind a sentence, else at white space, else where it is full. */
function endOfPart(text: string, from: number, ends: RegExp | null): number {
  const part = text.slice(from, from + LONGEST);
  const blank = ends ? part.search(ends) : -1;
  if (blank >= 0) return from + blank + (ends?.exec(part)?.[0].length ?? 0);
  if (text.length - from <= LONGEST) return text.length;
  let end = 0;
  for (const { 0: mark, index } of part.matchAll(SENTENCE_END)) end = index + mark.length;
  return from + (end || Math.max(part.search(/\s\S*$/), 0) || LONGEST);
}

/**
 * Where an offset of a block's text lies: the node and the offset in it. `end` asks for the end of a span, which stays
 * in the node of its last letter.
 */
export function pointAt(block: Block, offset: number, end = false): [Text, number] {
  const at = indexAt(block, end ? offset - 1 : offset);
  const node = block.nodes[at] as Text;
  return [node, Math.min(offset - (block.starts[at] as number) + (block.skips?.[at] ?? 0), node.length)];
}

/** The number of the node that holds an offset. */
function indexAt({ starts }: Block, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
