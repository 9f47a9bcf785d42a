// Paints mentions with the CSS Custom Highlight API. Each registered range costs every frame of a page that moves, so
// that ranges are registered only near the viewport.
import { appendTo } from '../multimap.ts';
import { ignoreIfFrameGone, isShadowRoot, listen, parentOf, realmOf } from '../native.ts';
import { isSeen } from '../sight.ts';
import type { PlacedMention } from '../text/mentions.ts';
import type { Tree } from '../text/trees.ts';
import { chooseMentions, type Density } from './density.ts';
import { createHighlighter } from './highlighter.ts';
import { nearestOf } from './nearest.ts';
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
  /** The mentions near the viewport, as far as density lets them be painted. */
  near(): PlacedMention[];
  /** Painted mentions of an element and of what is around it, for hit tests: cheap to ask again of the same element. */
  paintedAround(element: Element | null): readonly PlacedMention[];
}

/**
 * Paints until `signal` is aborted, then nothing is left.
 * @param onPaint is called when something has been painted, and when `near` has changed
 * @param mostPainted mentions that are painted at once: those nearest to the middle of the window
 */
export function createPainter(
  document: Document,
  signal: AbortSignal,
  onPaint: () => void,
  mostPainted = Number.POSITIVE_INFINITY,
): Painter {
  const isLimited = Number.isFinite(mostPainted);
  const highlighter = createHighlighter(document, signal);
  const viewport = createViewportWatcher(document, signal, {
    // Made where nothing waits for it, and not in the moment in which it comes near.
    onWatch: (mentions) => mentions.forEach(highlighter.prepare),
    onChange(changed, visibilityChanged) {
      for (const element of changed) unpainted.add(element);
      // What was hidden may now be the first of its figure, or no more.
      isChoiceOld ||= visibilityChanged;
      paintSoon();
    },
  });
  let all: readonly PlacedMention[] = [];
  let densityOf: (figure: string) => Density = () => 'none';
  /** Those that density lets through. */
  let chosen = new Set<PlacedMention>();
  /** Of those of which but the first may be painted: whether they can be seen, once they have come near. */
  const seen = new Map<PlacedMention, boolean>();
  /** Those that may be painted; null where all may. */
  let allowed: ReadonlySet<PlacedMention> | null = null;
  /** What is painted, by element. */
  const painted = new Map<Element, Set<PlacedMention>>();
  /** Elements that have come near or gone, and not been painted since. */
  const unpainted = new Set<Element>();
  /** Whether other mentions may be the first of their figure than when they were chosen. */
  let isChoiceOld = false;
  const paintSoon = createThrottle(PAINT_REST, signal, () => {
    // What can be seen is asked before anything is painted: each style sheet of ours makes the browser style the page
    // anew, and a question behind it would wait for that.
    for (const element of unpainted) isChoiceOld = lookForUnseen(element) || isChoiceOld;
    if (isChoiceOld) choose();
    else if (isLimited) syncAll();
    else for (const element of unpainted) sync(element);
    unpainted.clear();
    highlighter.applyStyles();
    onPaint();
  });
  /** What `paintedAround` answered last, as long as it holds. */
  let hitCache: { element: Element | null; mentions: readonly PlacedMention[] } | null = null;

  signal.addEventListener('abort', () => {
    painted.clear();
    unpainted.clear();
    chosen.clear();
    seen.clear();
    all = [];
    hitCache = null;
  });

  /** Paints and withdraws, until what is painted in an element is what should be there. */
  function sync(element: Element): void {
    const isWanted = (mention: PlacedMention) => chosen.has(mention) && allowed?.has(mention) !== false;
    const wanted = new Set(viewport.near.get(element)?.filter(isWanted));
    const present = painted.get(element) ?? new Set<PlacedMention>();
    ignoreIfFrameGone(() => {
      for (const mention of present) {
        if (wanted.has(mention)) continue;
        present.delete(mention);
        highlighter.remove(mention);
        hitCache = null;
      }
      for (const mention of wanted) {
        if (present.has(mention)) continue;
        highlighter.add(mention);
        present.add(mention);
        hitCache = null;
      }
    });
    if (present.size > 0) painted.set(element, present);
    else painted.delete(element);
  }

  function syncAll(): void {
    const near = isLimited ? [...viewport.near.values()].flat().filter((mention) => chosen.has(mention)) : [];
    allowed = isLimited ? nearestOf(near, mostPainted) : null;
    for (const element of new Set([...painted.keys(), ...viewport.near.keys()])) sync(element);
  }

  function choose(): void {
    const isHidden = (mention: PlacedMention) =>
      viewport.isHidden(mention.block.container) || seen.get(mention) === false;
    chosen = chooseMentions(all, densityOf, isHidden);
    isChoiceOld = false;
    syncAll();
  }

  const isOneOfFirsts = ({ figure }: PlacedMention): boolean => densityOf(figure) === 'first';

  /** Looks whether what is near in an element can be seen; true where that is other than before. */
  function lookForUnseen(element: Element): boolean {
    let isChanged = false;
    for (const mention of viewport.near.get(element)?.filter(isOneOfFirsts) ?? [])
      ignoreIfFrameGone(() => {
        const isNow = isSeen(mention);
        isChanged ||= isNow !== (seen.get(mention) ?? true);
        seen.set(mention, isNow);
      });
    return isChanged;
  }

  return {
    adopt(tree) {
      const realm = realmOf(tree);
      if (!realm) return;
      viewport.listenIn(realm);
      if (isLimited) listen(realm, 'scroll', paintSoon, { capture: true, passive: true, signal });
      highlighter.restore(tree);
    },
    set(mentions, nextDensity) {
      all = mentions;
      densityOf = nextDensity;
      viewport.set(byContainer(mentions.filter(({ figure }) => densityOf(figure) !== 'none')));
      highlighter.forgetRemoved();
      const standing = new Set(mentions);
      for (const mention of seen.keys()) if (!standing.has(mention)) seen.delete(mention);
      choose();
      highlighter.applyStyles();
      onPaint();
      for (const [element, near] of viewport.near)
        if (near.some((mention) => isOneOfFirsts(mention) && !seen.has(mention))) unpainted.add(element);
      if (unpainted.size > 0) paintSoon();
    },
    activate: highlighter.activate,
    near: () => [...viewport.near.values()].flat(),
    paintedAround(element) {
      if (hitCache?.element === element) return hitCache.mentions;
      const mentions: PlacedMention[] = [...highlighter.unhit];
      // Upwards through whatever has something painted in it: less than asking which element's text this is.
      for (let at: Node | null = element; at; at = parentOf(at) ?? (isShadowRoot(at) ? at.host : null))
        mentions.push(...(painted.get(at as Element) ?? []));
      hitCache = { element, mentions };
      return mentions;
    },
  };
}

/** Mentions by the element that their text stands in. */
function byContainer(mentions: readonly PlacedMention[]): Map<Element, PlacedMention[]> {
  const found = new Map<Element, PlacedMention[]>();
  for (const mention of mentions) appendTo(found, mention.block.container, mention);
  return found;
}
