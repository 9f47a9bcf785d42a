// Paints mentions with the CSS Custom Highlight API. Ranges are registered only near the viewport, because each registered
// range costs every frame; which blocks are near is the browser's own knowledge (IntersectionObserver), so nothing here asks
// for a layout.
import type { Block } from './blocks.ts';
import { pointAt } from './blocks.ts';
import type { PlacedMention } from './reading.ts';

/** How far outside the viewport ranges are kept ready, in viewport heights. */
const AHEAD = '50%';
// Names that pages can see say nothing about the extension.
const MARK = 'mention';
const ACTIVE = 'mention-active';

const STYLE = `
::highlight(${MARK}) { text-decoration: underline dotted 1px; text-underline-offset: .18em; text-decoration-skip-ink: auto; }
::highlight(${ACTIVE}) { text-decoration: underline solid 1px; text-underline-offset: .18em; background-color: rgb(128 128 128 / .14); }
@media print { ::highlight(${MARK}), ::highlight(${ACTIVE}) { text-decoration: none; background-color: transparent; } }
`;

type Realm = Window & typeof globalThis;

export interface Painter {
  /** What is to be painted, in document order; mentions that density leaves out are not among them. */
  set(mentions: readonly PlacedMention[]): void;
  /** Prepares a document or a shadow root for paint. */
  adopt(tree: Document | ShadowRoot): void;
  /** The mention under the pointer, or none. */
  activate(mention: PlacedMention | null): void;
  /** Mentions of the block elements that are near the viewport, for hit tests. */
  near(container: Element): readonly PlacedMention[];
}

/** Paints until `signal` is aborted, then nothing is left. */
export function createPainter(signal: AbortSignal): Painter {
  const byContainer = new Map<Element, PlacedMention[]>();
  const ranges = new Map<Element, AbstractRange[]>();
  const observers = new Map<Realm, IntersectionObserver>();
  const layers = new Map<Realm, { mark: Highlight; active: Highlight }>();
  const sheets = new Map<Document | ShadowRoot, CSSStyleSheet>();
  let active: { realm: Realm; range: AbstractRange } | null = null;

  signal.addEventListener('abort', () => {
    for (const observer of observers.values()) observer.disconnect();
    for (const realm of layers.keys()) {
      realm.CSS.highlights.delete(MARK);
      realm.CSS.highlights.delete(ACTIVE);
    }
    for (const [tree, sheet] of sheets)
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((one) => one !== sheet);
    byContainer.clear();
    ranges.clear();
    layers.clear();
    sheets.clear();
  });

  function layersOf(realm: Realm): { mark: Highlight; active: Highlight } {
    let known = layers.get(realm);
    if (!known) {
      known = { mark: new realm.Highlight(), active: new realm.Highlight() };
      known.active.priority = 1;
      layers.set(realm, known);
    }
    // Pages can clear the registry; what was ours is put back.
    if (!realm.CSS.highlights.has(MARK)) realm.CSS.highlights.set(MARK, known.mark);
    if (!realm.CSS.highlights.has(ACTIVE)) realm.CSS.highlights.set(ACTIVE, known.active);
    return known;
  }

  function observerOf(realm: Realm): IntersectionObserver {
    let known = observers.get(realm);
    if (!known) {
      known = new realm.IntersectionObserver(
        (entries) => {
          for (const entry of entries) (entry.isIntersecting ? register : withdraw)(entry.target);
        },
        { rootMargin: `${AHEAD} 0px` },
      );
      observers.set(realm, known);
    }
    return known;
  }

  function register(container: Element): void {
    const mentions = byContainer.get(container);
    const realm = realmOf(container);
    if (!mentions || !realm) return;
    withdraw(container);
    const { mark } = layersOf(realm);
    const made = mentions.map((mention) => rangeOf(mention, realm));
    for (const range of made) mark.add(range);
    ranges.set(container, made);
  }

  function withdraw(container: Element): void {
    const made = ranges.get(container);
    if (!made) return;
    ranges.delete(container);
    const realm = realmOf(container);
    const layer = realm && layers.get(realm);
    if (layer) for (const range of made) layer.mark.delete(range);
    // A container that has left its window belongs to no layer any more; its ranges may be in any.
    else for (const { mark } of layers.values()) for (const range of made) mark.delete(range);
  }

  return {
    adopt(tree) {
      const realm = tree instanceof ShadowRoot ? realmOf(tree.host) : (tree.defaultView as Realm | null);
      if (!realm || sheets.has(tree)) return;
      const sheet = new realm.CSSStyleSheet();
      sheet.replaceSync(STYLE);
      tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
      sheets.set(tree, sheet);
    },
    set(mentions) {
      const next = new Map<Element, PlacedMention[]>();
      for (const mention of mentions) {
        const list = next.get(mention.block.container);
        if (list) list.push(mention);
        else next.set(mention.block.container, [mention]);
      }
      for (const container of byContainer.keys()) {
        if (next.has(container)) continue;
        byContainer.delete(container);
        withdraw(container);
        for (const observer of observers.values()) observer.unobserve(container);
      }
      for (const [container, list] of next) {
        const before = byContainer.get(container);
        byContainer.set(container, list);
        if (before && same(before, list)) continue;
        const realm = realmOf(container);
        if (!realm) continue;
        if (before) {
          if (ranges.has(container)) register(container);
        } else observerOf(realm).observe(container);
      }
    },
    activate(mention) {
      if (active) layers.get(active.realm)?.active.delete(active.range);
      active = null;
      const realm = mention && realmOf(mention.block.container);
      if (!realm) return;
      active = { realm, range: rangeOf(mention, realm) };
      layersOf(realm).active.add(active.range);
    },
    near: (container) => (ranges.has(container) ? (byContainer.get(container) ?? []) : []),
  };
}

const realmOf = (element: Element): Realm | null => element.ownerDocument.defaultView as Realm | null;

/** The range of a mention. Static: it costs nothing when the page changes, and the reading makes a new one where the text did. */
export function rangeOf(
  { block, start, end }: { block: Block; start: number; end: number },
  realm: Realm,
): StaticRange {
  const [startContainer, startOffset] = pointAt(block, start);
  const [endContainer, endOffset] = pointAt(block, end, true);
  return new realm.StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** The mention's boxes in the viewport of its own window. */
export function rectsOf(mention: PlacedMention): DOMRect[] {
  const range = mention.block.container.ownerDocument.createRange();
  const [startNode, startOffset] = pointAt(mention.block, mention.start);
  const [endNode, endOffset] = pointAt(mention.block, mention.end, true);
  range.setStart(startNode, startOffset);
  range.setEnd(endNode, endOffset);
  return [...range.getClientRects()];
}

const same = (a: readonly PlacedMention[], b: readonly PlacedMention[]): boolean =>
  a.length === b.length &&
  a.every(
    (one, at) =>
      one.block === b[at]?.block &&
      one.start === b[at]?.start &&
      one.end === b[at]?.end &&
      one.figure === b[at]?.figure,
  );
