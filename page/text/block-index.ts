// The blocks that may name somebody: in document order, and by text node.
import { appendTo } from '../multimap.ts';
import { isShadowRoot, precedes, realmOf, rootOf } from '../native.ts';
import type { Block } from './blocks.ts';

export interface BlockIndex {
  /** In document order. */
  readonly all: readonly Block[];
  /** Those that a text node stands in; none for most. */
  of(node: Text): readonly Block[];
  has(node: Text): boolean;
  /** Adds a block in its place. */
  insert(block: Block): void;
  forget(stale: ReadonlySet<Block>): void;
  /** Sorts all blocks, after trees have moved. */
  sort(): void;
  clear(): void;
}

const NONE: readonly Block[] = [];

/** @param document the page's own, at the root of all trees */
export function createBlockIndex(document: Document): BlockIndex {
  let all: Block[] = [];
  let blocksOf = new WeakMap<Text, Block[]>();

  function isBefore(a: Block, b: Block): boolean {
    const [first, second] = [a.nodes[0] as Text, b.nodes[0] as Text];
    if (first === second) return (a.starts[0] as number) > (b.starts[0] as number);
    return precedes(...inOneTree(first, second, document));
  }

  return {
    get all() {
      return all;
    },
    of: (node) => blocksOf.get(node) ?? NONE,
    has: (node) => blocksOf.has(node),
    insert(block) {
      for (const node of block.nodes) appendTo(blocksOf, node, block);
      let low = 0;
      let high = all.length;
      // Most come in order, behind all others.
      if (high > 0 && isBefore(all[high - 1] as Block, block)) low = high;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(all[middle] as Block, block)) low = middle + 1;
        else high = middle;
      }
      all.splice(low, 0, block);
    },
    forget(stale) {
      if (stale.size === 0) return;
      all = all.filter((block) => !stale.has(block));
      for (const { nodes } of stale)
        for (const node of nodes) {
          const left = blocksOf.get(node)?.filter((block) => !stale.has(block)) ?? [];
          if (left.length > 0) blocksOf.set(node, left);
          else blocksOf.delete(node);
        }
    },
    sort: () => void all.sort((a, b) => (isBefore(a, b) ? -1 : 1)),
    clear() {
      all = [];
      blocksOf = new WeakMap();
    },
  };
}

/** Two nodes, or the hosts and frames they stand in, in the innermost tree that holds both. */
function inOneTree(a: Node, b: Node, document: Document): [Node, Node] {
  if (rootOf(a) === rootOf(b)) return [a, b];
  const [first, second] = [lineage(a, document), lineage(b, document)];
  let at = 0;
  while (first[at] === second[at] && at < first.length - 1 && at < second.length - 1) at++;
  return [first[at] as Node, second[at] as Node];
}

/** A node and the hosts and frames around it, outermost first. */
function lineage(node: Node, document: Document): Node[] {
  const line = [node];
  for (let root = rootOf(node); root !== document; root = rootOf(line[0] as Node)) {
    const outer = isShadowRoot(root) ? root.host : realmOf(root)?.frameElement;
    if (!outer) break;
    line.unshift(outer);
  }
  return line;
}
