// The living page: keeps blocks, candidates and mentions in step with the document as it changes, and lets go of what the
// page lets go of. Reads in slices that yield. A change is read where it happened only; many changes are read together, and the
// more that costs, the longer the next ones wait, so that a page that never rests is followed at a small, fixed share of its time.

import type { Candidate } from '../recognition/candidate.ts';
import type { Recogniser } from '../recognition/recognise.ts';
import type { Mention, Needs, PageFacts } from '../recognition/resolve.ts';
import { type Block, blocksAround, blocksIn, containerOf, PIECE, standsUnread } from './blocks.ts';
import { CARRIERS, EMPTY, isLargeFrame, LATE_ROOTS, MOST_FRAMES, MOST_LATE } from './carriers.ts';
import { put } from './multimap.ts';
import {
  bodyOf,
  documentElementOf,
  documentOf,
  elementAt,
  findAll,
  isConnected,
  isElement,
  isShadowRoot,
  isText,
  listen,
  matches,
  nameOf,
  nextSiblingOf,
  parentOf,
  precedes,
  previousSiblingOf,
  realmOf,
  rootOf,
  shadowOf,
  textOf,
  walk,
  whileThere,
} from './native.ts';

import { createClock, turn } from './turn.ts';

/** A mention with the block it stands in; `start` and `end` are offsets in the block's text. The same object as long as it stands. */
export interface PlacedMention extends Omit<Mention, 'block'> {
  block: Block;
}

/** A document or an open shadow root. */
export type Tree = Document | ShadowRoot;

export interface Reading {
  /** All mentions in document order, once everything that is there has been read. */
  whole(): Promise<readonly PlacedMention[]>;
  /** What is known now. */
  readonly mentions: readonly PlacedMention[];
  /** The document, its open shadow roots and its same-origin frames' documents, as far as they are known. */
  readonly trees: ReadonlySet<Tree>;
  /** The facts have changed (a correction): decides again, reads nothing again. */
  decide(): void;
}

export interface ReadingOptions {
  signal: AbortSignal;
  /** Asked for when the first name is met, and again after `decide`. */
  facts(): PageFacts;
  /** Called when mentions wait for facts that are not known yet; `decide` when they are. */
  onNeeds(needs: Needs): void;
  /** Called with all mentions after the first reading, and whenever they have changed. */
  onChange(mentions: readonly PlacedMention[]): void;
  /** Called for each tree before its mentions are known, and again when one is written anew. */
  onTree(tree: Tree): void;
  /** The page says another language than before: a browser's translation. What was read was read with the wrong names. */
  onLanguage(): void;
}

interface KnownBlock extends Block {
  candidates: readonly Candidate[];
}

const SETTLE = 60; // ms after a change before it is read
const SHARE = 60; // a reading of changes that took n ms is followed by a rest of n × this
const LONGEST_REST = 2000; // ms
const STORM = 4000; // changes at once above which the page as a whole is read again
const LARGE = 5000; // elements above which what the reader sees is read first
const MOST_TEXT = 500_000; // bytes of a document's source that are read in one piece
const LAST_FRAME = 1000; // ms after which no frame is waited for
const LONGEST_NUMBER = 40; // characters
const NUMBER = /^[\s!-@]*\d[\s!-@]*$/;
const FEW = 20; // elements that are looked at one by one

/** Reads `document` and goes on reading it until `signal` is aborted. */
export function createReading(
  document: Document,
  recogniser: Recogniser,
  { signal, facts, onNeeds, onChange, onTree, onLanguage }: ReadingOptions,
): Reading {
  let known: PageFacts | null = null;
  /** In document order; only blocks with candidates. */
  let blocks: KnownBlock[] = [];
  let blocksOf = new WeakMap<Text, KnownBlock[]>();
  let mentions: readonly PlacedMention[] | null = null;
  let work: Promise<void> = Promise.resolve();
  const trees = new Set<Tree>();
  /** The frames that documents stand in. A browser may leave a document its window after its frame has gone. */
  const frames = new WeakMap<Document, HTMLIFrameElement>();
  /** Elements that may get a shadow root yet; nothing tells when they do. */
  const hostless = new Set<Element>();
  let records: MutationRecord[] = [];
  let storm = false;
  /** A tree was taken while what had changed was still among the blocks. */
  let unordered = false;
  const moved = new Set<Tree>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = SETTLE;
  const clock = createClock();
  /** Whether style and layout may be asked without the page having to make them. */
  let settled = false;
  let piece = PIECE;

  const observer = new MutationObserver(note);
  function note(news: MutationRecord[]): void {
    if (news.length === 0) return;
    if (records.length + news.length > STORM) {
      // So much changes that even being told of it costs: deaf until everything is read again.
      storm = true;
      records = [];
      observer.disconnect();
    } else records = records.concat(news);
    timer ??= setTimeout(readSoon, rest);
  }
  let late: ReturnType<typeof setTimeout>[] = [];
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const one of late) clearTimeout(one);
    blocks = [];
    blocksOf = new WeakMap();
    mentions = [];
    records = [];
    trees.clear();
    hostless.clear();
  });

  queue(async () => {
    settled = await frame(document);
    if (!signal.aborted) await takeTree(document);
  });

  /** One piece of work after the other, so that two never interleave. */
  function queue(piece: () => Promise<unknown>): void {
    work = work.then(async () => {
      if (signal.aborted) return;
      clock.start();
      // A page stranger than we thought keeps what was found on it, and its next changes are read again.
      const changed = await piece().catch(() => true);
      if (changed !== false) await decide();
    });
  }

  function readSoon(): void {
    clearTimeout(timer);
    timer = undefined;
    queue(async () => {
      const changed = await readChanges();
      rest = Math.min(Math.max(SETTLE, clock.spent() * SHARE), LONGEST_REST);
      return changed;
    });
  }

  // Trees: the document, open shadow roots, frames of the same origin.

  function observe(tree: Tree): void {
    observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['lang', 'contenteditable'],
    });
  }

  async function takeTree(tree: Tree): Promise<void> {
    if (signal.aborted) return;
    unordered = true;
    // Its host was moved: the tree has another place among the others now, and may only here be read at all.
    if (trees.has(tree)) {
      moved.add(tree);
      return;
    }
    trees.add(tree);
    attend(tree);
    observe(tree);
    await readTree(tree);
  }

  /** May be called again: a page that writes its document anew (`document.open`) takes all listeners from it. */
  function attend(tree: Tree): void {
    // `load` does not bubble, but it can be captured: frames that arrive or move on to another page.
    if (!isShadowRoot(tree)) listen(tree, 'load', loaded, { capture: true, signal });
    onTree(tree);
  }

  function loaded({ target }: Event): void {
    if (isFrame(target)) queue(() => takeFrame(target));
  }

  async function readTree(tree: Tree): Promise<void> {
    const root = isShadowRoot(tree) ? tree : bodyOf(tree);
    if (!root || standsUnread(root)) return;
    const size = findAll(root, '*').length;
    if (tree === document) piece = pieceFor(size);
    const seen = tree === document && settled && size > LARGE ? inView(document) : null;
    if (seen) {
      await insert(await readBelow(seen));
      await decide();
    }
    await insert(await readBelow(root));
    await takeInside(root);
  }

  /** Shadow roots and frames at and below `root`. */
  async function takeInside(root: Node): Promise<void> {
    for (const element of carriersIn(root)) {
      if (clock.isLate()) await clock.turn();
      if (!element) continue;
      const shadow = shadowOf(element);
      if (shadow) await takeTree(shadow);
      else if (isFrame(element)) await takeFrame(element);
      else if (hostless.size < MOST_LATE && mayGetShadow(element)) {
        hostless.add(element);
        if (late.length === 0) late = LATE_ROOTS.map((ms) => setTimeout(queue, ms, takeLate));
      }
    }
  }

  async function takeLate(): Promise<boolean> {
    let taken = false;
    for (const host of hostless) {
      const shadow = shadowOf(host);
      if (shadow || !isConnected(host)) hostless.delete(host);
      if (!shadow || !isConnected(host)) continue;
      taken = true;
      await takeTree(shadow);
    }
    return taken;
  }

  async function takeFrame(frame: HTMLIFrameElement): Promise<void> {
    if (!isLargeFrame(frame)) return;
    if ([...trees].filter((tree) => frames.get(tree as Document)?.isConnected).length >= MOST_FRAMES) return;
    const inside = frame.contentDocument;
    if (!inside || !bodyOf(inside)) return;
    frames.set(inside, frame);
    await takeTree(inside);
  }

  /** False for nodes that were taken out, and for what stands in a frame that was: Firefox lets nobody ask those anything. */
  function isThere(node: Node): boolean {
    try {
      const home = documentOf(node);
      if (!isConnected(node) || home === document) return isConnected(node);
      const frame = frames.get(home);
      return frame !== undefined && frame.contentDocument === home && isThere(frame);
    } catch {
      return false;
    }
  }

  // Reading.

  async function readBelow(root: Node): Promise<KnownBlock[]> {
    const found: KnownBlock[] = [];
    for await (const block of inSlices(root, (node) => blocksOf.has(node))) {
      if (clock.isLate()) await clock.turn();
      found.push(await read(block));
    }
    return found;
  }

  async function* inSlices(root: Node, isKnown: (node: Text) => boolean): AsyncGenerator<Block> {
    for (const block of blocksIn(root, recogniser.gate, isKnown, piece)) {
      if (block) yield block;
      if (clock.isLate()) await clock.turn();
      if (signal.aborted) return;
    }
  }

  async function read(block: Block): Promise<KnownBlock> {
    recogniser.prepare(block.lang);
    if (clock.isLate()) await clock.turn();
    return { ...block, candidates: recogniser.read(block) };
  }

  /** Puts blocks among the others, in document order. */
  async function insert(found: readonly KnownBlock[]): Promise<void> {
    for (const block of found) {
      if (clock.isLate()) await clock.turn();
      if (block.candidates.length === 0) continue;
      known ??= facts();
      for (const node of block.nodes) put(blocksOf, node, block);
      let low = 0;
      let high = blocks.length;
      // Most come in order, behind all others.
      if (high > 0 && isBefore(blocks[high - 1] as KnownBlock, block)) low = high;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (isBefore(blocks[middle] as KnownBlock, block)) low = middle + 1;
        else high = middle;
      }
      blocks.splice(low, 0, block);
    }
  }

  function isBefore(a: Block, b: Block): boolean {
    const [first, second] = [a.nodes[0] as Text, b.nodes[0] as Text];
    if (first === second) return (a.starts[0] as number) > (b.starts[0] as number);
    return precedes(...together(first, second, document));
  }

  function forget(stale: ReadonlySet<KnownBlock>): void {
    if (stale.size === 0) return;
    blocks = blocks.filter((block) => !stale.has(block));
    for (const { nodes } of stale)
      for (const node of nodes) {
        const left = blocksOf.get(node)?.filter((block) => !stale.has(block)) ?? [];
        if (left.length > 0) blocksOf.set(node, left);
        else blocksOf.delete(node);
      }
  }

  // Changes.

  async function readChanges(): Promise<boolean> {
    const news = records.concat(observer.takeRecords());
    records = [];
    if (storm || news.length > STORM) return readAgain();
    const { texts, roots, stale } = sort(news);
    const found: KnownBlock[] = [];
    const done = new Set<Text>();
    const take = async (block: Block, mayStand: boolean) => {
      for (const node of block.nodes) done.add(node);
      const before = new Set(block.nodes.flatMap((node) => blocksOf.get(node) ?? []));
      const same = [...before].find((one) => one.text === block.text && one.lang === block.lang);
      if (mayStand && same && before.size === 1 && !stale.has(same) && isSame(same.nodes, block.nodes)) return;
      // Texts that have left their block make blocks of their own.
      for (const one of before) {
        stale.add(one);
        for (const node of one.nodes) texts.add(node);
      }
      found.push(same ? { ...block, candidates: same.candidates } : await read(block));
    };
    for (const root of roots) {
      // What stands in another new root is read with it.
      if (!isConnected(root) || roots.has(parentOf(root) as Element) || standsUnread(root)) continue;
      // Inside a line, names may reach out of it at both ends.
      if (containerOf(root) !== root)
        for (const end of ['firstChild', 'lastChild'] as const) {
          const text = walk(root)[end]();
          if (text) texts.add(text as Text);
        }
      for await (const block of inSlices(root, (node) => done.has(node))) await take(block, false);
      await takeInside(root);
      if (signal.aborted) return false;
    }
    const gated = new Map<Node, boolean>();
    for (const text of texts) {
      if (done.has(text) || !isThere(text)) continue;
      if (clock.isLate()) await clock.turn();
      if (signal.aborted) return false;
      const container = containerOf(text);
      // Most changes are clocks, counters and prices: one native question settles them.
      let hit = container ? gated.get(container) : false;
      if (container && hit === undefined) {
        const inside = textOf(container as Element) ?? '';
        hit = recogniser.gate.next(inside) >= 0;
        gated.set(container, hit);
      }
      if (hit) for (const block of blocksAround(text, recogniser.gate)) await take(block, true);
      if (done.has(text)) continue;
      for (const block of blocksOf.get(text) ?? []) {
        stale.add(block);
        // What it leaves behind may be a block without it.
        for (const node of block.nodes) texts.add(node);
      }
    }
    forget(stale);
    await insert(found);
    for (const tree of moved) {
      // What stands right in it has the language of where it stands now.
      forget(new Set(blocks.filter(({ nodes }) => rootOf(nodes[0] as Text) === tree)));
      await readTree(tree);
    }
    moved.clear();
    const reordered = unordered;
    if (reordered) blocks.sort((a, b) => (isBefore(a, b) ? -1 : 1));
    unordered = false;
    if (hostless.size > 0) await takeLate();
    return stale.size > 0 || found.length > 0 || reordered;
  }

  /** What a list of changes leaves to be read, and the blocks that stand no more. */
  function sort(news: readonly MutationRecord[]) {
    const texts = new Set<Text>();
    const roots = new Set<Element>();
    const stale = new Set<KnownBlock>();
    /** Elements of which the language or the editing has changed. */
    const marked = new Set<Node>();
    let gone = false;
    // By number and late: each list and each of its items is made for us when it is asked for.
    for (let at = 0; at < news.length; at++) {
      const record = news[at] as MutationRecord;
      const { type, target } = record;
      if (type === 'characterData') {
        if (isText(target)) addText(target);
        continue;
      }
      if (type === 'attributes') {
        if (target === documentElementOf(document)) onLanguage();
        else if (isElement(target)) marked.add(target);
        continue;
      }
      if (trees.has(target as Tree) && !isShadowRoot(target)) attend(target as Document);
      const { addedNodes, removedNodes } = record;
      const added = addedNodes.length;
      for (let one = 0; one < added; one++) {
        const node = addedNodes[one] as Node;
        if (isText(node)) addText(node);
        else if (isElement(node)) roots.add(node);
      }
      for (let one = 0; one < removedNodes.length; one++) {
        const node = removedNodes[one] as Node;
        if (!isText(node)) gone = true;
        else for (const block of blocksOf.get(node) ?? []) stale.add(block);
      }
      // What stood apart may stand together now, and the other way round.
      addSide(record.previousSibling, previousSiblingOf, 'lastChild', addedNodes[0] ?? target);
      addSide(record.nextSibling, nextSiblingOf, 'firstChild', addedNodes[added - 1] ?? target);
    }
    if (gone) {
      for (const tree of trees) if (tree !== document && !isThere(tree)) trees.delete(tree);
      // What was moved may have come to where nothing is read.
      for (const block of blocks)
        if (!block.nodes.every((node) => isThere(node) && !standsUnread(node))) stale.add(block);
    }
    if (marked.size > 0)
      for (const block of blocks)
        for (const node of block.nodes)
          for (let at: Node | null = node; at; at = parentOf(at) ?? (isShadowRoot(at) ? at.host : null))
            if (marked.has(at)) stale.add(block);
    for (const { nodes } of stale) for (const node of nodes) if (isThere(node)) texts.add(node);
    for (const node of marked) roots.add(node as Element);
    return { texts, roots, stale };

    function addText(text: Text): void {
      // Clocks, counters and prices.
      if (text.length < LONGEST_NUMBER && NUMBER.test(text.data) && !blocksOf.has(text)) return;
      texts.add(text);
    }
    function addSide(
      side: Node | null,
      step: (node: Node) => Node | null,
      end: 'firstChild' | 'lastChild',
      at: Node | null,
    ): void {
      // At the edge of an element inside a line, what stands beside that.
      do {
        side ??= step(at as Node);
        at = parentOf(at as Node);
      } while (!side && at && containerOf(at) !== at);
      if (!side || (isText(side) && !/\S/.test(side.data))) return;
      const text = isText(side) ? side : containerOf(side) !== side && walk(side)[end]();
      if (text) addText(text as Text);
    }
  }

  async function readAgain(): Promise<boolean> {
    storm = false;
    forget(new Set(blocks));
    for (const tree of trees) {
      if (!isThere(tree)) trees.delete(tree);
      else {
        observe(tree);
        await readTree(tree);
      }
    }
    return true;
  }

  // Deciding.

  async function decide(): Promise<void> {
    if (clock.isLate()) await clock.turn();
    let changed = false;
    if (!signal.aborted)
      whileThere(() => {
        changed = resolve();
      });
    if (changed && clock.isLate()) await clock.turn();
    if (changed && !signal.aborted) whileThere(() => onChange(mentions ?? []));
  }

  /** Whether the mentions are others than before. */
  function resolve(): boolean {
    const before = mentions ?? [];
    const standing = new Map<Block, PlacedMention[]>();
    for (const mention of before) put(standing, mention.block, mention);
    const resolution = known && recogniser.resolve(blocks, known);
    if (resolution?.needs.date || resolution?.needs.frontPage) onNeeds(resolution.needs);
    const next = (resolution?.mentions ?? []).map(({ block: at, ...mention }): PlacedMention => {
      const block = blocks[at] as KnownBlock;
      const same = standing
        .get(block)
        ?.find(({ figure, start, end }) => figure === mention.figure && start === mention.start && end === mention.end);
      return same ? Object.assign(same, mention) : { ...mention, block };
    });
    const changed = !mentions || !isSame(next, before);
    mentions = next;
    return changed;
  }

  return {
    async whole() {
      for (let last: Promise<void> | undefined; last !== work || timer !== undefined; ) {
        note(observer.takeRecords());
        if (timer !== undefined) readSoon();
        last = work;
        await last;
      }
      return mentions ?? [];
    },
    get mentions() {
      return mentions ?? [];
    },
    trees,
    decide() {
      known &&= facts();
      queue(async () => {});
    },
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((node, at) => node === b[at]);

const isFrame = (node: unknown): node is HTMLIFrameElement =>
  isElement(node as Node) && nameOf(node as Element).toLowerCase() === 'iframe';

/** Two nodes, or the hosts and frames they stand in, in the innermost tree that holds both. */
function together(a: Node, b: Node, document: Document): [Node, Node] {
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

/** Elements at and below `root` that may carry another tree: custom elements, empty boxes, frames; null where a slice may end. */
function* carriersIn(root: Node): Generator<Element | null> {
  if (isElement(root)) yield root;
  const below = findAll(root as Element, '*');
  if (below.length < FEW) yield* below;
  else
    for (const selector of CARRIERS) {
      yield null;
      yield* findAll(root as Element, selector);
    }
}

/** A custom element before its upgrade, or an empty box. */
const mayGetShadow = (element: Element): boolean => nameOf(element).includes('-') || matches(element, EMPTY);

/** A part of a large page that holds what is in the middle of the viewport. */
function inView(document: Document): Element | null {
  const view = realmOf(document);
  let at = view ? elementAt(document, view.innerWidth / 2, view.innerHeight / 2) : null;
  for (let up = at; up && findAll(up, '*').length < LARGE / 5; up = parentOf(up) as Element | null) at = up;
  return at && isElement(at) ? at : null;
}

/** How many elements to read in one piece, so that a piece of a document with very much text for its elements stays small. */
function pieceFor(size: number): number {
  const [source] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const bytes = source?.decodedBodySize ?? 0;
  return bytes > MOST_TEXT ? Math.min(PIECE, Math.ceil((size * MOST_TEXT) / bytes)) : PIECE;
}

/** Resolves behind the next frame, when style and layout are settled; with false at once where no frame will come. */
function frame(document: Document): Promise<boolean> {
  if (document.visibilityState === 'hidden') return Promise.resolve(false);
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LAST_FRAME, false);
    requestAnimationFrame(() => {
      clearTimeout(late);
      void turn().then(() => resolve(true));
    });
  });
}
