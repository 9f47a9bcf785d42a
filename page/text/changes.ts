// Turns mutation records into texts and elements to reread, and outdated blocks.
import {
  documentElementOf,
  isElement,
  isShadowRoot,
  isText,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  walk,
} from '../native.ts';
import type { BlockIndex } from './block-index.ts';
import type { Block } from './blocks.ts';
import { containerOf, standsUnread } from './readable.ts';
import type { Tree, Trees } from './trees.ts';

export interface Changes {
  /** Texts to reread: changed ones, and those beside an insertion or removal. */
  texts: Set<Text>;
  /** Elements to be read as a whole. */
  roots: Set<Element>;
  /** Blocks that are outdated, or may be. */
  stale: Set<Block>;
  /** Documents with other children than before: perhaps written anew. */
  rewritten: Set<Document>;
  /** The page says another language than before. */
  isLanguageChanged: boolean;
}

const LONGEST_NUMBER = 40; // characters
const NUMBER = /^[\s!-@]*\d[\s!-@]*$/;

/** Forgets trees that have gone, too. */
export function sortChanges(
  records: readonly MutationRecord[],
  document: Document,
  index: BlockIndex,
  trees: Trees,
): Changes {
  const texts = new Set<Text>();
  const roots = new Set<Element>();
  const stale = new Set<Block>();
  const rewritten = new Set<Document>();
  /** Elements whose `lang` or `contenteditable` has changed. */
  const withNewAttributes = new Set<Element>();
  let isLanguageChanged = false;
  let isGone = false;

  function addText(text: Text): void {
    // Clocks, counters and prices.
    if (text.length < LONGEST_NUMBER && NUMBER.test(text.data) && !index.has(text)) return;
    texts.add(text);
  }

  /**
   * Adds the text next to a change: an insertion or removal may join or split it.
   * @param sibling the node beside the change, as the record names it
   * @param step from a node to the next one on this side
   * @param end which text of a neighbouring element is nearest to the change
   * @param at a changed node, or the parent where nothing was added
   */
  function addNeighbour(
    sibling: Node | null,
    step: (node: Node) => Node | null,
    end: 'firstChild' | 'lastChild',
    at: Node | null,
  ): void {
    // At the edge of an inline element, the sibling of that.
    do {
      sibling ??= step(at as Node);
      at = parentOf(at as Node);
    } while (!sibling && at && containerOf(at) !== at);
    if (!sibling || (isText(sibling) && !/\S/.test(sibling.data))) return;
    const text = isText(sibling) ? sibling : containerOf(sibling) !== sibling && walk(sibling)[end]();
    if (text) addText(text as Text);
  }

  function addChildren({ target, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): void {
    if (trees.all.has(target as Tree) && !isShadowRoot(target)) rewritten.add(target as Document);
    // By number: each item of a list is made for us when it is asked for.
    const added = addedNodes.length;
    for (let at = 0; at < added; at++) {
      const node = addedNodes[at] as Node;
      if (isText(node)) addText(node);
      else if (isElement(node)) roots.add(node);
    }
    for (let at = 0; at < removedNodes.length; at++) {
      const node = removedNodes[at] as Node;
      if (!isText(node)) isGone = true;
      else for (const block of index.of(node)) stale.add(block);
    }
    addNeighbour(previousSibling, previousSiblingOf, 'lastChild', addedNodes[0] ?? target);
    addNeighbour(nextSibling, nextSiblingOf, 'firstChild', addedNodes[added - 1] ?? target);
  }

  for (const record of records) {
    const { type, target } = record;
    if (type === 'childList') addChildren(record);
    else if (type === 'characterData') {
      if (isText(target)) addText(target);
    } else if (target === documentElementOf(document)) isLanguageChanged = true;
    else if (isElement(target)) withNewAttributes.add(target);
  }
  if (isGone) {
    trees.forgetRemoved();
    // What was moved may have come to where nothing is read.
    for (const block of index.all)
      if (!block.nodes.every((node) => trees.isThere(node) && !standsUnread(node))) stale.add(block);
  }
  if (withNewAttributes.size > 0)
    for (const block of index.all) if (block.nodes.some((node) => standsIn(node, withNewAttributes))) stale.add(block);
  for (const { nodes } of stale) for (const node of nodes) if (trees.isThere(node)) texts.add(node);
  for (const element of withNewAttributes) roots.add(element);
  return { texts, roots, stale, rewritten, isLanguageChanged };
}

/** Whether a node stands in one of these elements, at any depth, hosts of shadow roots counted in. */
function standsIn(node: Node, elements: ReadonlySet<Node>): boolean {
  for (let at: Node | null = node; at; at = parentOf(at) ?? (isShadowRoot(at) ? at.host : null))
    if (elements.has(at)) return true;
  return false;
}
