// Paints mentions with the CSS Custom Highlight API. Each registered range costs every frame of a page that moves, so
// that ranges are registered only near the viewport.
import { appendTo } from '../multimap.ts';
import { ignoreIfFrameGone, isShadowRoot, parentOf, type Realm, realmOf } from '../native.ts';
import type { PlacedMention } from '../text/mentions.ts';
import type { Tree } from '../text/trees.ts';
import { chooseMentions, type Density } from './density.ts';
import { createHighlightRegistry } from './highlight-registry.ts';
import { createHighlightStyles } from './highlight-styles.ts';
import { staticRangeOf } from './ranges.ts';
import { createThrottle } from './throttle.ts';
import { createViewportWatcher } from './viewport-watcher.ts';

/**
 * Between two changes of the registry while the page scrolls, each of which makes the browser paint anew what is
 * highlighted; ms.
 */
const PAINT_REST = 120;

export interface Painter {
  /** All mentions, in document order, and how many of each figure are to be painted. */
  set(mentions: readonly PlacedMention[], densityOf: (figure: string) => Density): void;
  /** Prepares a document or a shadow root for paint; again when it has been written anew. */
  adopt(tree: Tree): void;
  /** Makes one mention stand out, or none; puts back what the page has cleared of ours. */
  activate(mention: PlacedMention | null): void;
  /** Painted mentions of an element and of what is around it, for hit tests: cheap to ask again of the same element. */
  paintedAround(element: Element | null): readonly PlacedMention[];
}

/** Paints until `signal` is aborted, then nothing is left. */
export function createPainter(document: Document, signal: AbortSignal): Painter {
  const registry = createHighlightRegistry(signal);
  const styles = createHighlightStyles(signal);
  const viewport = createViewportWatcher(document, signal, {
    // Made where nothing waits for it, and not in the moment in which it comes near.
    onWatch: (mentions) => mentions.forEach(rangeOf),
    onChange(changed, visibilityChanged) {
      for (const element of changed) unpainted.add(element);
      // What was hidden may now be the first of its figure, or no more.
      if (visibilityChanged) choose();
      paintSoon();
    },
  });
  let all: readonly PlacedMention[] = [];
  let densityOf: (figure: string) => Density = () => 'none';
  /** Those that density lets through. */
  let chosen = new Set<PlacedMention>();
  /** What is registered, by element. */
  const painted = new Map<Element, Map<PlacedMention, StaticRange>>();
  /** Made once, as long as the mention is there. */
  const ranges = new WeakMap<PlacedMention, StaticRange>();
  /** Elements that have come near or gone, and not been painted since. */
  const unpainted = new Set<Element>();
  const paintSoon = createThrottle(PAINT_REST, signal, () => {
    for (const element of unpainted) ignoreIfFrameGone(() => sync(element));
    unpainted.clear();
    styles.applyStyles();
  });
  /** What `paintedAround` answered last, as long as it holds. */
  let hitCache: { element: Element | null; mentions: readonly PlacedMention[] } | null = null;

  signal.addEventListener('abort', () => {
    painted.clear();
    unpainted.clear();
    chosen.clear();
    all = [];
    hitCache = null;
  });

  /** The range of a mention, or null where its document is in no window any more. */
  function rangeOf(mention: PlacedMention): { range: StaticRange; realm: Realm } | null {
    const realm = realmOf(mention.block.container);
    if (!realm) return null;
    let range = ranges.get(mention);
    if (!range) {
      registry.open(realm);
      range = staticRangeOf(mention, realm);
      ranges.set(mention, range);
    }
    return { range, realm };
  }

  /** Registers and withdraws ranges, until those of an element are the ones that should be there. */
  function sync(element: Element): void {
    const wanted = new Set(viewport.near.get(element)?.filter((mention) => chosen.has(mention)));
    const present = painted.get(element) ?? new Map<PlacedMention, StaticRange>();
    for (const [mention, range] of present) {
      if (wanted.has(mention)) continue;
      present.delete(mention);
      registry.remove(range);
      hitCache = null;
    }
    for (const mention of wanted) {
      const made = present.has(mention) ? null : rangeOf(mention);
      if (!made) continue;
      present.set(mention, made.range);
      registry.add(made.realm, made.range);
      styles.add(mention.block.nodes, made.range);
      hitCache = null;
    }
    if (present.size > 0) painted.set(element, present);
    else painted.delete(element);
  }

  function choose(): void {
    chosen = chooseMentions(all, densityOf, ({ block }) => viewport.isHidden(block.container));
    for (const element of new Set([...painted.keys(), ...viewport.near.keys()])) sync(element);
    styles.applyStyles();
  }

  return {
    adopt(tree) {
      const realm = realmOf(tree);
      if (!realm) return;
      viewport.listenIn(realm);
      styles.restore(tree);
    },
    set(mentions, nextDensity) {
      all = mentions;
      densityOf = nextDensity;
      const mentionsIn = new Map<Element, PlacedMention[]>();
      for (const mention of mentions)
        if (densityOf(mention.figure) !== 'none') appendTo(mentionsIn, mention.block.container, mention);
      viewport.set(mentionsIn);
      styles.forgetRemoved();
      choose();
    },
    activate(mention) {
      registry.deactivate();
      const made = mention && rangeOf(mention);
      if (!made) return;
      styles.add(mention.block.nodes, made.range);
      styles.applyStyles();
      registry.activate(made.realm, made.range);
    },
    paintedAround(element) {
      if (hitCache?.element === element) return hitCache.mentions;
      const mentions: PlacedMention[] = [];
      // Upwards through whatever has something painted in it: less than asking which element's text this is.
      for (let at: Node | null = element; at; at = parentOf(at) ?? (isShadowRoot(at) ? at.host : null))
        mentions.push(...(painted.get(at as Element)?.keys() ?? []));
      hitCache = { element, mentions };
      return mentions;
    },
  };
}
