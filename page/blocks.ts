// Cuts readable text into blocks: one string for each run of inline content, with the text nodes it came from. Only blocks in
// which the gate finds something are made; whole subtrees are passed over by one native question to their text.

/** A run of inline text. `starts[i]` is where `nodes[i]` begins in `text`, in UTF-16 code units. */
export interface Block {
  text: string;
  nodes: Text[];
  starts: number[];
  /** The nearest block-level element around it; what is painted and watched. */
  container: Element;
  heading: boolean;
  /** The language that the markup gives it, or null. */
  lang: string | null;
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Nothing in them is prose, or it is the reader's own. Compared in capitals: XHTML and SVG keep small letters. */
const UNREAD = names(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION INPUT IFRAME OBJECT SVG MATH CODE PRE KBD SAMP CANVAS VIDEO AUDIO HEAD',
);
const INLINE = names(
  'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I IMG INS LABEL MARK NOBR PICTURE Q RB RP RT RUBY S SMALL SOURCE SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR',
);

const isText = (node: Node): node is Text => node.nodeType === 3;
const isElement = (node: Node): node is Element => node.nodeType === 1;
// Pages name elements after properties (`<form><input name=nodeName>`), which shadows them even here: the getters themselves do not lie.
const nodeNameOf = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeName')?.get as () => string;
const firstChildOf = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild')?.get as () => Node | null;
const nextSiblingOf = Object.getOwnPropertyDescriptor(Node.prototype, 'nextSibling')?.get as () => Node | null;
const textOf = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.get as () => string | null;
const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get as () => Node | null;

const nameOf = (element: Node): string => {
  const name = nodeNameOf.call(element);
  return name.charCodeAt(0) > 96 ? name.toUpperCase() : name;
};

/** True for elements in which nothing is read: code, forms, drawings, and what the reader can edit. */
export function isUnread(element: Element): boolean {
  if (UNREAD.has(nameOf(element))) return true;
  return element.hasAttribute('contenteditable') && element.getAttribute('contenteditable') !== 'false';
}

/** True where a node stands in something that is not read, up to the root of its tree. */
export function standsUnread(node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf.call(at)) if (isElement(at) && isUnread(at)) return true;
  return false;
}

/** The element whose inline content a node belongs to. */
export function containerOf(node: Node): Element | null {
  let at: Node | null = isText(node) ? parentOf.call(node) : node;
  while (at && isElement(at) && INLINE.has(nameOf(at))) at = parentOf.call(at);
  if (at && isElement(at)) return at;
  // A shadow root's own text: its host stands for it.
  return at instanceof ShadowRoot ? at.host : null;
}

/**
 * Reads everything below `root`, block by block in document order; yields null at places where a slice may end.
 * @param gate global regular expression; a block is made only where it matches
 */
export function* blocksIn(root: Node, gate: RegExp): Generator<Block | null> {
  const hit = (text: string | null): boolean => {
    if (!text) return false;
    gate.lastIndex = 0;
    return gate.test(text);
  };
  yield* readChildren(root);

  function* readChildren(parent: Node): Generator<Block | null> {
    let run: Node[] = [];
    for (let child = firstChildOf.call(parent); child; child = nextSiblingOf.call(child)) {
      if (isText(child)) {
        run.push(child);
        continue;
      }
      if (!isElement(child)) continue;
      const name = nameOf(child);
      if (INLINE.has(name) && !holdsBlock(child)) {
        run.push(child);
        continue;
      }
      if (run.length > 0) yield* flush(run, parent);
      run = [];
      if (name === 'BR' || UNREAD.has(name) || !firstChildOf.call(child)) continue;
      if (hit(textOf.call(child)) && !isUnread(child)) {
        yield null;
        yield* readChildren(child);
      }
    }
    if (run.length > 0) yield* flush(run, parent);
  }

  function* flush(run: readonly Node[], parent: Node): Generator<Block> {
    let text = '';
    for (const node of run) text += textOf.call(node) ?? '';
    if (!hit(text)) return;
    for (const nodes of textRuns(run)) {
      const block = blockOf(nodes, parent);
      if (block && hit(block.text)) yield block;
    }
  }
}

/** The blocks that the direct inline content of one container makes, those in elements below it left out. */
export function* ownBlocks(container: Node, gate: RegExp): Generator<Block> {
  let run: Node[] = [];
  const flush = function* (): Generator<Block> {
    for (const nodes of textRuns(run)) {
      const block = blockOf(nodes, container);
      gate.lastIndex = 0;
      if (block && gate.test(block.text)) yield block;
    }
    run = [];
  };
  for (let child = firstChildOf.call(container); child; child = nextSiblingOf.call(child)) {
    if (isText(child) || (isElement(child) && INLINE.has(nameOf(child)) && !holdsBlock(child))) run.push(child);
    else if (isElement(child)) yield* flush();
  }
  yield* flush();
}

/** True where an inline element has a block-level one in it (a link around a whole teaser). */
function holdsBlock(element: Element): boolean {
  for (let child = firstChildOf.call(element); child; child = nextSiblingOf.call(child)) {
    if (!isElement(child)) continue;
    if (!INLINE.has(nameOf(child)) || holdsBlock(child)) return true;
  }
  return false;
}

/**
 * The text nodes of a run of inline content, cut where the page shows a break that the markup does not say: at elements
 * laid out as boxes, and where two labels stand side by side without a space ("minPutin").
 */
function* textRuns(run: readonly Node[]): Generator<Text[]> {
  let nodes: Text[] = [];
  const pieces: Text[][] = [];
  const cut = () => {
    if (nodes.length > 0) pieces.push(nodes);
    nodes = [];
  };
  const take = (node: Node) => {
    if (isText(node)) {
      const last = nodes.at(-1);
      if (last && isSeam(last, node)) cut();
      nodes.push(node);
      return;
    }
    if (!isElement(node)) return;
    if (isUnread(node)) return;
    const box = firstChildOf.call(node) !== null && isBox(node);
    if (box) cut();
    for (let child = firstChildOf.call(node); child; child = nextSiblingOf.call(child)) take(child);
    if (box) cut();
  };
  for (const node of run) take(node);
  cut();
  yield* pieces;
}

/** A small letter against a capital of another element: two labels, not one word. A drop cap is the other way round. */
function isSeam(before: Text, after: Text): boolean {
  return /\p{Ll}$/u.test(before.data.slice(-2)) && /^\p{Lu}/u.test(after.data.slice(0, 2));
}

/** An inline element that the page lays out as a box. A single letter is a drop cap, however it floats. */
function isBox(element: Element): boolean {
  if ((textOf.call(element) ?? '').trim().length < 3) return false;
  const view = element.ownerDocument.defaultView;
  const display = view ? view.getComputedStyle(element).display : 'inline';
  return display !== 'inline' && display !== 'contents' && !display.startsWith('ruby') && display !== 'none';
}

function blockOf(nodes: Text[], parent: Node): Block | null {
  const container = isElement(parent) ? (containerOf(parent) ?? parent) : containerOf(nodes[0] as Text);
  if (!container) return null;
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  const tagged = container.closest('[lang]');
  return {
    text,
    nodes,
    starts,
    container,
    heading: container.closest('h1,h2,h3,h4,h5,h6,[role=heading]') !== null,
    lang: tagged && tagged !== container.ownerDocument.documentElement ? tagged.getAttribute('lang') : null,
  };
}

/** Where an offset of a block's text lies: the node and the offset in it. `end` asks for the end of a span, which stays in the node of its last letter. */
export function pointAt(block: Block, offset: number, end = false): [Text, number] {
  let low = 0;
  let high = block.starts.length - 1;
  const target = end ? offset - 1 : offset;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.starts[middle] as number) <= target) low = middle;
    else high = middle - 1;
  }
  const node = block.nodes[low] as Text;
  return [node, Math.min(offset - (block.starts[low] as number), node.length)];
}
