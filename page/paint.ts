// Paints mentions with the CSS Custom Highlight API. Ranges are registered only near the viewport, because each registered
// range costs every frame of a page that moves; which blocks are near is the browser's own knowledge (IntersectionObserver), so
// nothing here asks for a layout. Watched elements cost every scrolled frame, so on long pages only the nearest are watched.
import { type Block, pointAt } from './blocks.ts';
import { appendTo } from './multimap.ts';
import {
  boxOf,
  isConnected,
  isElement,
  isShadowRoot,
  listen,
  nameOf,
  parentOf,
  realmOf,
  restyle,
  rootOf,
  whileThere,
} from './native.ts';
import type { Point } from './pointer/hover.ts';
import type { PlacedMention, Tree } from './reading.ts';
import { createTimeSlicer } from './time-slices.ts';

export type Density = 'every' | 'first' | 'none';

/** How far outside the viewport ranges are kept ready, in viewport heights. */
const AHEAD = 0.5;
/** Elements watched at most. */
const MOST_WATCHED = 120;
/** Mentions of one element above which each is placed by itself: its element is the page, with line breaks for paragraphs. */
const MOST_IN_ONE = 30;
const SURVEY_REST = 150; // ms between two looks at where everything stands
const PAINT_REST = 120; // ms between two changes of the registry while the page scrolls: each makes the browser paint anew what is highlighted
// Names that pages can see say nothing about the extension.
const MARK = 'mention';
const ACTIVE = 'mention-active';

const ANY = '*';
/** Elements whose kind a sheet names; text in others is dressed as that in any. */
const TAGS = new Set('P,H1,H2,H3,LI,TD,A,B,STRONG,EM,I,SPAN,FIGCAPTION'.split(','));

type Realm = Window & typeof globalThis;

export interface Painter {
  /** All mentions, in document order, and how many of each figure are to be painted: `first` is the first that can be seen. */
  set(mentions: readonly PlacedMention[], density: (figure: string) => Density): void;
  /** Prepares a document or a shadow root for paint; again when it has been written anew. */
  adopt(tree: Tree): void;
  /** The mention under the pointer, or none; puts back what the page has cleared of ours. */
  activate(mention: PlacedMention | null): void;
  /** Painted mentions of an element and of what is around it, for hit tests: cheap to ask again of the same element. */
  paintedAround(element: Element | null): readonly PlacedMention[];
}

/** The mentions of one block element. */
interface Group {
  container: Element;
  mentions: readonly PlacedMention[];
  ranges: Map<PlacedMention, AbstractRange>;
  near: boolean;
  hidden: boolean;
}

/** Paints until `signal` is aborted, then nothing is left. */
export function createPainter(document: Document, signal: AbortSignal): Painter {
  const groups = new Map<Element, Group>();
  /** Ours in each window's registry, by their names. */
  const layers = new Map<Realm, Map<string, Highlight>>();
  /** By the kinds of elements that they are for. */
  const sheets = new Map<Realm, Map<string, CSSStyleSheet>>();
  /** Trees, and the kinds of elements for which they have a sheet. */
  const adopted = new Map<Tree, Set<string>>();
  /** What has been painted, and perhaps stands in elements for which its tree has no sheet yet. */
  const undressed: { nodes: readonly Text[]; range: StaticRange }[] = [];
  /** Made before they are painted. */
  const ready = new WeakMap<PlacedMention, StaticRange>();
  const watched = new Set<Element>();
  /** Answered last, as long as it holds. */
  let around: { element: Element | null; mentions: readonly PlacedMention[] } | null = null;
  let all: readonly PlacedMention[] = [];
  let densityOf: (figure: string) => Density = () => 'none';
  /** Those that density lets through. */
  let chosen = new Set<PlacedMention>();
  let active: { layer: Highlight; range: AbstractRange } | null = null;
  let surveying: ReturnType<typeof setTimeout> | undefined;
  const slicer = createTimeSlicer();
  /** Groups that have come near or gone, and not been painted since. */
  const unpainted = new Set<Group>();
  let painting: ReturnType<typeof setTimeout> | undefined;
  let paintedAt = -PAINT_REST;

  const observer = new IntersectionObserver(
    (entries) => {
      let revealed = false;
      for (const entry of entries) {
        const { target, isIntersecting } = entry;
        const group = groups.get(target);
        if (!group) continue;
        const box = isIntersecting ? null : entry.boundingClientRect;
        const hidden = box?.width === 0 && box.height === 0;
        revealed ||= hidden !== group.hidden;
        group.hidden = hidden;
        if (isWide(group)) survey();
        else group.near = isIntersecting;
        unpainted.add(group);
      }
      // What was hidden may now be the first of its figure, or no more.
      if (revealed) choose();
      paintSoon();
    },
    { rootMargin: `${AHEAD * 100}% 0px` },
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(surveying);
    clearTimeout(painting);
    // A later version may have taken over what an earlier one, gone from under the page, had painted.
    for (const [realm, made] of layers)
      whileThere(() => {
        const { highlights } = realm.CSS;
        for (const [name, layer] of made) if (highlights.get(name) === layer) highlights.delete(name);
      });
    const ours = new Set([...sheets.values()].flatMap((made) => [...made.values()]));
    for (const tree of adopted.keys())
      whileThere(() => restyle(tree, (styles) => [...styles].filter((sheet) => !ours.has(sheet))));
    for (const store of [groups, layers, sheets, adopted, watched, chosen, unpainted]) store.clear();
    all = [];
    around = null;
  });

  function layerOf(realm: Realm, name: string): Highlight {
    const { highlights } = realm.CSS;
    const made = layers.get(realm) ?? new Map<string, Highlight>();
    layers.set(realm, made);
    const known = made.get(name);
    const layer = known ?? new realm.Highlight();
    made.set(name, layer);
    // What is there from the start was left by a script before this one.
    if (!known || !highlights.has(name)) highlights.set(name, layer);
    return layer;
  }

  /** Registers and withdraws ranges, until those of a group are the ones that should be there. */
  function sync(group: Group): void {
    for (const [mention, range] of group.ranges) {
      if (group.near && chosen.has(mention) && group.mentions.includes(mention)) continue;
      group.ranges.delete(mention);
      withdraw(range);
    }
    if (!group.near || isWide(group)) return;
    for (const mention of group.mentions) paint(group, mention);
  }

  /** An element that has left its window belongs to no layer any more; its ranges may be in any. */
  function withdraw(range: AbstractRange): void {
    around = null;
    for (const made of layers.values()) whileThere(() => made.get(MARK)?.delete(range));
  }

  function paintSoon(): void {
    const wait = paintedAt + PAINT_REST - performance.now();
    if (wait > 0) painting ??= setTimeout(paintNow, wait);
    else paintNow();
  }

  function paintNow(): void {
    clearTimeout(painting);
    painting = undefined;
    paintedAt = performance.now();
    for (const group of unpainted) sync(group);
    unpainted.clear();
    dress();
  }

  function paint(group: Group, mention: PlacedMention): void {
    if (!chosen.has(mention) || group.ranges.has(mention)) return;
    const realm = realmOf(group.container);
    if (!realm) return;
    const range = rangeOf(mention, realm);
    group.ranges.set(mention, range);
    around = null;
    layerOf(realm, MARK).add(range);
    undressed.push({ nodes: mention.block.nodes, range });
  }

  /** The range of a mention. Static: it costs nothing when the page changes, and the reading makes a new mention where the text did. */
  function rangeOf(mention: PlacedMention, realm: Realm): StaticRange {
    let range = ready.get(mention);
    if (!range) {
      // Opening it takes a moment, the first time in a window.
      layerOf(realm, MARK);
      const { block, start, end } = mention;
      const [startContainer, startOffset] = pointAt(block, start);
      const [endContainer, endOffset] = pointAt(block, end, true);
      range = new realm.StaticRange({ startContainer, startOffset, endContainer, endOffset });
      ready.set(mention, range);
    }
    return range;
  }

  /** Gives what the painted stand in their look, all at once; most documents and shadow roots have nothing to paint, and are left as they are. */
  function dress(): void {
    const bare = new Map<Tree, string[]>();
    for (const { nodes, range } of undressed.splice(0)) {
      const tree = rootOf(nodes[0] as Text) as Tree;
      const worn = adopted.get(tree) ?? new Set();
      adopted.set(tree, worn);
      const { startContainer, endContainer } = range;
      for (const node of nodes.slice(nodes.indexOf(startContainer as Text), nodes.indexOf(endContainer as Text) + 1)) {
        const parent = parentOf(node);
        const name = parent && isElement(parent) ? nameOf(parent) : ANY;
        const tag = TAGS.has(name) ? name : ANY;
        if (!worn.has(tag)) bare.set(tree, [...(bare.get(tree) ?? []), tag]);
        worn.add(tag);
      }
    }
    for (const [tree, tags] of bare) wear(tree, tags);
  }

  /**
   * The look of what stands in elements of these kinds. Such a sheet makes the browser style anew every element that it fits: one for
   * all elements costs a large page as much as its own first style, one for its paragraphs a tenth of that.
   */
  function wear(tree: Tree, tags: readonly string[]): void {
    const realm = realmOf(tree);
    if (!realm || tags.length === 0) return;
    const made = sheets.get(realm) ?? new Map<string, CSSStyleSheet>();
    sheets.set(realm, made);
    const kinds = tags.join();
    const sheet = made.get(kinds) ?? new realm.CSSStyleSheet();
    if (!made.has(kinds)) {
      made.set(kinds, sheet);
      let all = '';
      let active = '';
      for (const tag of tags) {
        all += `${tag}::highlight(${MARK}),`;
        active += `,${tag}::highlight(${ACTIVE})`;
      }
      active = active.slice(1);
      sheet.replaceSync(
        `@media screen{${all}${active}{text-decoration:underline dotted 1px;text-underline-offset:.18em}${active}{text-decoration-style:solid;background-color:#80808024}}`,
      );
    }
    restyle(tree, (styles) => [...[...styles].filter((one) => one !== sheet), sheet]);
  }

  function choose(): void {
    const seen = new Set<string>();
    chosen = new Set();
    for (const mention of all) {
      const { figure, block } = mention;
      const density = densityOf(figure);
      if (density === 'none' || (density === 'first' && (seen.has(figure) || groups.get(block.container)?.hidden)))
        continue;
      seen.add(figure);
      chosen.add(mention);
    }
    // A group that has just gone may not have been painted out yet.
    for (const group of groups.values()) if (group.near || group.ranges.size > 0) sync(group);
    dress();
  }

  // Long pages.

  const moved = () => {
    if (needsSurvey()) survey();
  };
  const needsSurvey = (): boolean => groups.size > MOST_WATCHED || [...groups.values()].some(isWide);

  function watch(group: Group): void {
    if (watched.has(group.container)) return;
    watched.add(group.container);
    observer.observe(group.container);
    // Here, where nothing waits for it, and not in the moment in which it comes near.
    const realm = realmOf(group.container);
    if (realm && !isWide(group)) for (const mention of group.mentions) rangeOf(mention, realm);
  }

  function unwatch(group: Group): void {
    if (!watched.delete(group.container)) return;
    whileThere(() => observer.unobserve(group.container));
    if (isWide(group)) return;
    group.near = false;
    sync(group);
  }

  /** Looks where everything stands, soon: the nearest elements are watched from then on, mentions of very large elements painted by their own place. */
  function survey(): void {
    surveying ??= setTimeout(async () => {
      const places: { group: Group; distance: number }[] = [];
      const found: { group: Group; mention: PlacedMention; isNear: boolean }[] = [];
      const tall = (document.defaultView as Realm).innerHeight;
      const distance = ({ top, bottom }: DOMRectReadOnly) => Math.max(0, top - tall, -bottom);
      slicer.start();
      for (const group of [...groups.values()])
        for (const mention of isWide(group) ? group.mentions : [null]) {
          if (slicer.isLate()) await slicer.pause();
          if (signal.aborted) return;
          if (groups.get(group.container) !== group) break;
          whileThere(() => {
            if (!mention) {
              places.push({ group, distance: distance(boxOf(group.container)) });
              return;
            }
            group.near = true;
            const box = liveRange(mention).getBoundingClientRect();
            found.push({ group, mention, isNear: box.width > 0 && distance(box) <= tall * AHEAD });
          });
        }
      // Behind all looks: what is painted makes the browser style anew before the next.
      for (const { group, mention, isNear } of found) {
        const range = group.ranges.get(mention);
        if (groups.get(group.container) !== group) continue;
        if (isNear) whileThere(() => paint(group, mention));
        else if (range) {
          group.ranges.delete(mention);
          withdraw(range);
        }
      }
      dress();
      places.sort((a, b) => a.distance - b.distance);
      places.forEach(({ group }, at) => {
        if (at >= MOST_WATCHED) unwatch(group);
      });
      places.forEach(({ group }, at) => {
        if (at < MOST_WATCHED) watch(group);
      });
      surveying = undefined;
    }, SURVEY_REST);
  }

  return {
    adopt(tree) {
      const realm = realmOf(tree);
      if (!realm) return;
      for (const type of ['scroll', 'resize']) listen(realm, type, moved, { capture: true, passive: true, signal });
      wear(tree, [...(adopted.get(tree) ?? [])]);
    },
    set(mentions, density) {
      all = mentions;
      densityOf = density;
      const next = new Map<Element, PlacedMention[]>();
      for (const mention of mentions) {
        if (density(mention.figure) === 'none') continue;
        appendTo(next, mention.block.container, mention);
      }
      for (const group of groups.values()) {
        if (next.has(group.container)) continue;
        group.mentions = [];
        unwatch(group);
        sync(group);
        groups.delete(group.container);
      }
      for (const [container, list] of next) {
        let group = groups.get(container);
        if (group) group.mentions = list;
        else {
          group = { container, mentions: list, ranges: new Map(), near: false, hidden: false };
          groups.set(container, group);
        }
        if (watched.size < MOST_WATCHED) watch(group);
      }
      for (const tree of adopted.keys()) if (!isConnected(tree)) adopted.delete(tree);
      choose();
      if (needsSurvey()) survey();
    },
    activate(mention) {
      const before = active;
      if (before) whileThere(() => before.layer.delete(before.range));
      active = null;
      const realm = mention && realmOf(mention.block.container);
      if (!realm) return;
      for (const [other, made] of layers) for (const name of made.keys()) whileThere(() => layerOf(other, name));
      const range = rangeOf(mention, realm);
      undressed.push({ nodes: mention.block.nodes, range });
      dress();
      active = { layer: layerOf(realm, ACTIVE), range };
      active.layer.priority = 1;
      active.layer.add(range);
    },
    paintedAround(element) {
      if (around?.element === element) return around.mentions;
      const mentions: PlacedMention[] = [];
      // Upwards through whatever has something painted in it: less than asking which element's text this is.
      for (let at: Node | null = element; at; at = parentOf(at) ?? (isShadowRoot(at) ? at.host : null))
        mentions.push(...(groups.get(at as Element)?.ranges.keys() ?? []));
      around = { element, mentions };
      return mentions;
    },
  };
}

const isWide = ({ mentions }: Group): boolean => mentions.length > MOST_IN_ONE;

interface Span {
  block: Block;
  start: number;
  end: number;
}

function liveRange({ block, start, end }: Span): Range {
  const range = new Range();
  range.setStart(...pointAt(block, start));
  range.setEnd(...pointAt(block, end, true));
  return range;
}

/** Whether a point of its window's viewport is on a mention, or as good as. */
export function isAt(mention: PlacedMention, { x, y }: Point): boolean {
  const on = ({ left, right, top, bottom }: DOMRect) => x >= left && x <= right && y >= top - 1 && y <= bottom + 2;
  const range = liveRange(mention);
  // All lines at once first: where the pointer moves over text, it is on no name most of the time.
  return on(range.getBoundingClientRect()) && [...range.getClientRects()].some(on);
}

/** The mention's boxes in the viewport of the top window, frames around it counted in. */
export function rectsOf(mention: PlacedMention): DOMRect[] {
  // One for each line; none when it is not shown.
  const boxes = [...liveRange(mention).getClientRects()];
  for (let frame = realmOf(mention.block.container)?.frameElement; frame; frame = realmOf(frame)?.frameElement) {
    const { left, top } = frame.getBoundingClientRect();
    for (const box of boxes) {
      box.x += left + frame.clientLeft;
      box.y += top + frame.clientTop;
    }
  }
  return boxes;
}
