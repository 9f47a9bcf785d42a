// Blocks in document order, and by text node.
import { afterEach, expect, test } from 'vitest';
import { createBlockIndex } from '../../../page/text/block-index.ts';
import type { Block } from '../../../page/text/blocks.ts';

afterEach(() => document.body.replaceChildren());

/** A paragraph in a tree, and its block. */
function blockIn(tree: ParentNode, text: string, start = 0): Block {
  const container = document.createElement('p');
  const node = document.createTextNode(text);
  container.append(node);
  tree.append(container);
  return { text, nodes: [node], starts: [start], container, lang: null };
}
const texts = (blocks: readonly Block[]) => blocks.map(({ text }) => text);

test('blocks stand in document order, however they come', () => {
  const index = createBlockIndex(document);
  const [a, b, c] = ['a', 'b', 'c'].map((text) => blockIn(document.body, text)) as [Block, Block, Block];
  for (const block of [b, c, a]) index.insert(block);
  expect(texts(index.all)).toEqual(['a', 'b', 'c']);
});

test('a block in a shadow root stands where its host does', () => {
  const index = createBlockIndex(document);
  const before = blockIn(document.body, 'before');
  const host = document.createElement('div');
  document.body.append(host);
  const after = blockIn(document.body, 'after');
  const shadow = host.attachShadow({ mode: 'open' });
  const inside = [blockIn(shadow, 'first'), blockIn(shadow, 'second')];
  for (const block of [after, ...inside.reverse(), before]) index.insert(block);
  expect(texts(index.all)).toEqual(['before', 'first', 'second', 'after']);
});

test('two blocks that begin in one text stand as they are cut', () => {
  const index = createBlockIndex(document);
  const first = blockIn(document.body, 'first');
  const second = { ...first, text: 'second', starts: [-100] };
  for (const block of [second, first]) index.insert(block);
  expect(texts(index.all)).toEqual(['first', 'second']);
  expect(texts(index.of(first.nodes[0] as Text)).sort()).toEqual(['first', 'second']);
});

test('what is forgotten is found no more', () => {
  const index = createBlockIndex(document);
  const [a, b] = [blockIn(document.body, 'a'), blockIn(document.body, 'b')];
  index.insert(a);
  index.insert(b);
  index.forget(new Set([a]));
  expect(texts(index.all)).toEqual(['b']);
  expect([a, b].map(({ nodes }) => index.has(nodes[0] as Text))).toEqual([false, true]);
  index.clear();
  expect(index.all).toEqual([]);
});

test('after elements have moved, blocks are sorted anew', () => {
  const index = createBlockIndex(document);
  const [a, b] = [blockIn(document.body, 'a'), blockIn(document.body, 'b')];
  index.insert(a);
  index.insert(b);
  document.body.append(a.container);
  index.sort();
  expect(texts(index.all)).toEqual(['b', 'a']);
});
