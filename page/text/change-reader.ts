// Reads again what has changed, where it has changed only.
import { isConnected, parentOf, textOf, walk } from '../native.ts';
import type { BlockIndex } from './block-index.ts';
import { type Block, blocksAround } from './blocks.ts';
import { type Changes, sortChanges } from './changes.ts';
import { containerOf, standsUnread } from './readable.ts';
import type { ReadingParts, TreeReader } from './tree-reader.ts';

/** One reading of changes. */
interface Pass extends Changes {
  /** Blocks to be added in the end. */
  found: Block[];
  /** Texts that stand in a block that was looked at. */
  done: Set<Text>;
}

/**
 * Reads what records say has changed; false where all blocks stand as before.
 * @param onLanguage called where the page says another language than before
 */
export async function readChanges(
  records: readonly MutationRecord[],
  parts: ReadingParts,
  treeReader: TreeReader,
  onLanguage: () => void,
): Promise<boolean> {
  const { document, index, samples, trees, slicer, signal } = parts;
  const changes = sortChanges(records, document, index, trees);
  for (const tree of changes.rewritten) trees.listenIn(tree);
  const come = [...changes.roots, ...changes.texts].filter(trees.isThere);
  samples.add(come);
  if (changes.isLanguageChanged) onLanguage();
  if (signal.aborted) return false;
  const pass: Pass = { ...changes, found: [], done: new Set() };
  await readRoots(pass, parts, treeReader);
  await readTexts(pass, parts);
  if (signal.aborted) return false;
  index.forget(pass.stale);
  for (const block of pass.found) {
    if (slicer.isLate()) await slicer.pause();
    index.insert(block);
  }
  const isReordered = await treeReader.readMoved();
  const isLate = await treeReader.readLate();
  return pass.stale.size > 0 || pass.found.length > 0 || isReordered || isLate || !samples.isEmpty();
}

/** Reads new elements as a whole, with the trees in them. */
async function readRoots(pass: Pass, parts: ReadingParts, treeReader: TreeReader): Promise<void> {
  const { index } = parts;
  const { roots, texts, done } = pass;
  for (const root of roots) {
    // What stands in another new root is read with it.
    if (!isConnected(root) || roots.has(parentOf(root) as Element) || standsUnread(root)) continue;
    // Inside a line, names may reach out of it at both ends.
    if (containerOf(root) !== root)
      for (const end of ['firstChild', 'lastChild'] as const) {
        const text = walk(root)[end]();
        if (text) texts.add(text as Text);
      }
    for await (const block of treeReader.blocksBelow(root, (node) => done.has(node))) {
      for (const node of block.nodes) done.add(node);
      takeBlock(block, pass, index);
    }
    await treeReader.readTreesIn(root);
    if (parts.signal.aborted) return;
  }
}

/** Looks at changed texts, one by one, and at those that a changed block leaves behind. */
async function readTexts(pass: Pass, parts: ReadingParts): Promise<void> {
  const { recogniser, index, trees, slicer, signal } = parts;
  const { texts, done, stale } = pass;
  /** Whether the prefilter finds something in a container. */
  const isHit = new Map<Node, boolean>();
  for (const text of texts) {
    if (done.has(text) || !trees.isThere(text)) continue;
    if (slicer.isLate()) await slicer.pause();
    if (signal.aborted) return;
    const container = containerOf(text);
    // Most changes are clocks, counters and prices: one native question settles them.
    if (container && !isHit.has(container))
      isHit.set(container, recogniser.prefilter.next(textOf(container as Element) ?? '') >= 0);
    if (container && isHit.get(container))
      for (const block of blocksAround(text, recogniser.prefilter, (node) => done.has(node))) {
        for (const node of block.nodes) done.add(node);
        if (!isKnown(block, pass, index)) takeBlock(block, pass, index);
      }
    if (done.has(text)) continue;
    for (const block of index.of(text)) {
      stale.add(block);
      // What it leaves behind may be a block without it.
      for (const node of block.nodes) texts.add(node);
    }
  }
}

/** Whether a block was read before, and still stands. */
function isKnown(block: Block, { stale }: Pass, index: BlockIndex): boolean {
  const before = blocksBefore(block, index);
  const [known] = before;
  if (!known || before.size > 1 || stale.has(known) || !isSameBlock(known, block)) return false;
  const { nodes } = block;
  return nodes.length === known.nodes.length && nodes.every((node, at) => node === known.nodes[at]);
}

/** Puts a block among those found; blocks that its texts stood in before are read again without them. */
function takeBlock(block: Block, pass: Pass, index: BlockIndex): void {
  const { stale, texts, found } = pass;
  const before = blocksBefore(block, index);
  for (const one of before) {
    stale.add(one);
    for (const node of one.nodes) texts.add(node);
  }
  found.push(block);
}

/** The blocks in the index that the texts of a block stand in. */
const blocksBefore = ({ nodes }: Block, index: BlockIndex): Set<Block> =>
  new Set(nodes.flatMap((node) => index.of(node)));

/** Whether the recogniser would read the same. */
const isSameBlock = (a: Block, b: Block): boolean => a.text === b.text && a.lang === b.lang;
