// The trees of a page: its document, open shadow roots, and the documents of frames of the same origin; where they are
// found, and whether they are still there.
import { CARRIERS, EMPTY, isLargeFrame, LATE_ROOTS, MOST_FRAMES, MOST_LATE } from '../carriers.ts';
import {
  bodyOf,
  documentOf,
  findAll,
  ignoreIfFrameGone,
  isConnected,
  isElement,
  listen,
  matches,
  nameOf,
  shadowOf,
} from '../native.ts';

/** A document or an open shadow root. */
export type Tree = Document | ShadowRoot;

export interface Trees {
  /** Those that are known. */
  readonly all: ReadonlySet<Tree>;
  /** False where it was known already. */
  add(tree: Tree): boolean;
  /** Listens to a tree. Again when a document was written anew (`document.open`): that takes all listeners from it. */
  listenIn(tree: Tree): void;
  /** The trees at and below a node, known or not; null where a slice may end. */
  inside(root: Node): Generator<Tree | null>;
  /** The document of a frame, where it is to be read. */
  inFrame(frame: HTMLIFrameElement): Document | null;
  /** Shadow roots that elements have got since they were looked at; each is told once. */
  takeLate(): ShadowRoot[];
  /**
   * False for nodes that were taken out, and for what stands in a frame that was: Firefox lets nobody ask those
   * anything.
   */
  isThere(node: Node): boolean;
  /** Forgets trees that are there no more. */
  forgetRemoved(): void;
}

export interface TreeCallbacks {
  /** A tree is known from now on, or was written anew. */
  onTree(tree: Tree): void;
  /** A frame has loaded a document, or has become large enough to be read. */
  onFrame(frame: HTMLIFrameElement): void;
  /** Elements without a shadow root may have got one: `takeLate` tells. */
  onLate(): void;
}

/** Elements below a node up to which all are looked at, one by one. */
const FEW = 20;

/** Listens until `signal` is aborted. */
export function createTrees(
  document: Document,
  signal: AbortSignal,
  { onTree, onFrame, onLate }: TreeCallbacks,
): Trees {
  const all = new Set<Tree>();
  /** The frames that documents stand in. A browser may leave a document its window after its frame has gone. */
  const frames = new WeakMap<Document, HTMLIFrameElement>();
  /** Frames too small to be read that may grow: many are fitted to what they hold, or stand in a tab that is hidden. */
  const smallFrames = new Set<HTMLIFrameElement>();
  let sizes: ResizeObserver | undefined;
  /** Elements that may get a shadow root yet: no event reports attachShadow(). */
  const shadowCandidates = new Set<Element>();
  /** Those of them that were looked at as often as is planned: they give way to new ones. */
  const oldCandidates = new Set<Element>();
  /** When to look yet, in this round. */
  let timers: ReturnType<typeof setTimeout>[] = [];
  /** Candidates have come in the middle of the round, and it is to be gone through once more. */
  let isOneMoreRound = false;

  signal.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
    sizes?.disconnect();
    smallFrames.clear();
    all.clear();
    shadowCandidates.clear();
    oldCandidates.clear();
  });

  function addCandidate(element: Element): void {
    if (shadowCandidates.has(element)) return;
    const [oldest] = oldCandidates;
    if (shadowCandidates.size >= MOST_LATE && oldest) forgetCandidate(oldest);
    shadowCandidates.add(element);
    if (timers.length === 0) startRound();
    else if (timers.length < LATE_ROOTS.length) isOneMoreRound = true;
  }

  function forgetCandidate(element: Element): void {
    shadowCandidates.delete(element);
    oldCandidates.delete(element);
  }

  function startRound(): void {
    isOneMoreRound = false;
    timers = LATE_ROOTS.map((ms) => setTimeout(lookAgain, ms));
  }

  function lookAgain(): void {
    timers.shift();
    onLate();
    if (timers.length > 0) return;
    if (isOneMoreRound) startRound();
    else for (const element of shadowCandidates) oldCandidates.add(element);
  }

  function listenIn(tree: Tree): void {
    // `load` can be captured, but only in the tree that the frame stands in: frames that arrive, or move on to another
    // page.
    listen(tree, 'load', onLoad, { capture: true, signal });
    onTree(tree);
  }

  function onLoad({ target }: Event): void {
    if (isFrame(target)) onFrame(target);
  }

  function watch(frame: HTMLIFrameElement): void {
    if (signal.aborted || !frame.contentDocument) return;
    sizes ??= new ResizeObserver((entries) => {
      for (const { target } of entries) onSize(target as HTMLIFrameElement);
    });
    smallFrames.add(frame);
    sizes.observe(frame);
  }

  function unwatch(frame: HTMLIFrameElement): void {
    smallFrames.delete(frame);
    ignoreIfFrameGone(() => sizes?.unobserve(frame));
  }

  function onSize(frame: HTMLIFrameElement): void {
    if (!isLargeFrame(frame)) return;
    unwatch(frame);
    onFrame(frame);
  }

  function inFrame(frame: HTMLIFrameElement): Document | null {
    if (!isLargeFrame(frame)) {
      watch(frame);
      return null;
    }
    const present = [...all].filter((tree) => frames.has(tree as Document) && isThere(tree));
    if (present.length >= MOST_FRAMES) return null;
    const inside = frame.contentDocument;
    if (!inside || !bodyOf(inside)) return null;
    frames.set(inside, frame);
    return inside;
  }

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

  return {
    all,
    add(tree) {
      if (all.has(tree)) return false;
      all.add(tree);
      listenIn(tree);
      return true;
    },
    listenIn,
    *inside(root) {
      for (const element of hostsIn(root)) {
        yield null;
        if (!element) continue;
        const shadow = shadowOf(element);
        if (shadow) yield shadow;
        else if (isFrame(element)) yield inFrame(element);
        else if ((shadowCandidates.size < MOST_LATE || oldCandidates.size > 0) && mayGetShadow(element))
          addCandidate(element);
      }
    },
    inFrame,
    takeLate() {
      const late: ShadowRoot[] = [];
      for (const host of shadowCandidates) {
        const shadow = shadowOf(host);
        if (shadow || !isConnected(host)) forgetCandidate(host);
        if (shadow && isConnected(host)) late.push(shadow);
      }
      return late;
    },
    isThere,
    forgetRemoved() {
      for (const tree of all) if (tree !== document && !isThere(tree)) all.delete(tree);
      for (const frame of smallFrames) if (!isThere(frame)) unwatch(frame);
    },
  };
}

const isFrame = (node: unknown): node is HTMLIFrameElement =>
  isElement(node as Node) && /^i?frame$/i.test(nameOf(node as Element));

/**
 * Elements at and below `root` that may carry another tree: custom elements, empty boxes, frames; null between kinds.
 */
function* hostsIn(root: Node): Generator<Element | null> {
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
