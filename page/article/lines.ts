// Cuts the copy of a page into lines: runs of text that stand between two ends of a block.
import { inlineNames } from '../text/readable.ts';
import { UNSEEN } from './copy.ts';
import { plainText } from './plain-text.ts';

/** A paragraph, a heading, an item of a list, or any other text that a reader sees as a piece of its own. */
export interface Line {
  text: string;
  /** The block-level element of the copy that it stands in. */
  block: Element;
  /** Name and classes of its block and of the one around it: paragraphs of a column share them, teasers have others. */
  kind: string;
  /** How many of its characters stand in links. */
  linked: number;
  /** The text nodes that it is made of, blank ones left out. */
  nodes: Text[];
}

/** A line this long that ends like a sentence is a paragraph, even if only one line break follows; characters. */
const LONG = 80;
/** A line is ended here, wherever it is; characters. */
const LONGEST = 20_000;
const SENTENCE_END = /[.!?…。！？؟।։။]["'”’»«)\]]{0,3}$/;

/** All lines of the copy in document order. */
export function linesOf(copy: Document): Line[] {
  const lines: Line[] = [];
  /** Text nodes, and a space for each line break between them. */
  let parts: (Text | ' ')[] = [];
  let length = 0;
  let breaks = 0;
  let block: Element = copy.body;

  function endLine(): void {
    const text = plainText(parts.map(dataOf).join(''));
    const nodes = parts.filter((part) => part !== ' ').filter(({ data }) => data.trim() !== '');
    if (text) lines.push({ text, block, kind: kindOf(block), linked: linkedIn(nodes), nodes });
    parts = [];
    length = 0;
    breaks = 0;
  }

  function addText(text: Text): void {
    // What is hidden inside a line is no part of it; of hidden blocks the caller decides.
    const unseen = text.parentElement?.closest(`[${UNSEEN}]`);
    if (unseen && !unseen.contains(block)) return;
    const isBlank = text.data.trim() === '';
    if (breaks > 0 && !isBlank) {
      const last = dataOf(parts.at(-1) ?? ' ')
        .slice(-40)
        .trimEnd();
      if (breaks > 1 || (length >= LONG && SENTENCE_END.test(last))) endLine();
      else if (parts.length > 0) parts.push(' ');
      breaks = 0;
    }
    // White space after a break would hide what the line before ends with.
    if (isBlank && breaks > 0) return;
    parts.push(text);
    length += text.length;
    if (length > LONGEST) endLine();
  }

  const walker = copy.createTreeWalker(copy.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let node: Node | null = walker.currentNode;
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) addText(node as Text);
    else if (node.nodeName === 'BR') breaks += 1;
    else if (isBlock(node)) {
      endLine();
      block = node as Element;
    }
    let next: Node | null = walker.firstChild() ?? walker.nextSibling();
    while (!next) {
      const parent: Node | null = walker.parentNode();
      if (!parent) break;
      if (isBlock(parent)) {
        endLine();
        block = parent.parentElement as Element;
      }
      next = walker.nextSibling();
    }
    node = next;
  }
  endLine();
  return lines;
}

const kindOf = (block: Element): string =>
  [block, block.parentElement].map((one) => `${one?.nodeName} ${one?.className}`).join(' < ');

const isBlock = (node: Node): boolean => !inlineNames.has(node.nodeName) && node.nodeName !== 'BR';

const dataOf = (part: Text | ' '): string => (part === ' ' ? part : part.data);

const linkedIn = (nodes: readonly Text[]): number =>
  nodes.reduce((sum, { data, parentElement }) => sum + (parentElement?.closest('a') ? plainText(data).length : 0), 0);
