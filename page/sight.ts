// What of the page can be seen: where a mention stands, whether it is shown there at all, and what lies over it.
// Everything here asks for layout, so it is asked of few mentions, and not while the page is read.
import {
  boxOf,
  documentOf,
  isElement,
  isShadowRoot,
  isShown,
  matches,
  nameOf,
  parentOf,
  realmOf,
  rootOf,
} from './native.ts';
import { alphaOf } from './paint/looks.ts';
import { liveRangeOf } from './paint/ranges.ts';
import type { Point } from './pointer/hover.ts';
import { pointAt } from './text/blocks.ts';
import type { PlacedMention } from './text/mentions.ts';

/** What is no larger is not seen: texts for screen readers alone are put into boxes of one pixel; px. */
const NOTHING = 1;
/** Smaller letters are not read, unless the page as a whole is shown smaller; px. */
const SMALLEST_LETTERS = 4;
/** Below this nothing is seen of an element. */
const LEAST_OPACITY = 0.05;
/** Shapes that leave nothing of an element: texts for screen readers alone are cut so. */
const NOTHING_LEFT = /^(inset\((50|100)%|circle\(0|polygon\(0)/;

/** The element, or shadow root's host, that a node is shown in: a slot for what is put into one. */
export const shownIn = (node: Node): Element | null => {
  const slot = (isElement(node) || node.nodeType === 3) && (node as Text).assignedSlot;
  if (slot) return slot;
  const parent = parentOf(node);
  return parent && isShadowRoot(parent) ? parent.host : parent && isElement(parent) ? parent : null;
};

/** Whether `element` holds a node as the page shows it: through slots, and out of shadow roots. */
export function holds(element: Element, node: Node): boolean {
  for (let at: Node | null = node; at; at = shownIn(at)) if (at === element) return true;
  return false;
}

/**
 * Whether a reader can see a mention, perhaps after scrolling: not for screen readers alone, off the page, folded
 * away or transparent.
 */
export function isSeen(mention: PlacedMention): boolean {
  const [text] = pointAt(mention.block, mention.start);
  const view = realmOf(text);
  let first = shownIn(text);
  // What has no box of its own, as slots have none, is shown where what is around it is.
  while (first && view?.getComputedStyle(first).display === 'contents') first = shownIn(first);
  if (!first || !view || !isShown(first, { visibilityProperty: true })) return false;
  const large = [...liveRangeOf(mention).getClientRects()].find(isLarge);
  if (!large || Number.parseFloat(view.getComputedStyle(first).fontSize) < SMALLEST_LETTERS) return false;
  let { left, right, top, bottom } = large;
  const root = documentOf(first).documentElement;
  let opacity = 1;
  /** How what is below is positioned, as long as it is cut only by what it is positioned in. */
  let position = '';
  for (let at: Element | null = first; at && at !== root && at !== documentOf(first).body; at = shownIn(at)) {
    const style = view.getComputedStyle(at);
    opacity *= Number(style.opacity || 1);
    if (opacity < LEAST_OPACITY || style.contentVisibility === 'hidden') return false;
    if (NOTHING_LEFT.test(style.clipPath) || isCutAway(style)) return false;
    const holdsFixed = style.transform !== 'none' || style.filter !== 'none' || style.contain?.includes('paint');
    const cuts = position === '' || holdsFixed || (position === 'absolute' && style.position !== 'static');
    if (cuts) {
      const { overflowX, overflowY } = style;
      const box = /hidden|clip|auto|scroll/.test(overflowX + overflowY) ? boxOf(at) : null;
      if (box && !isLarge(box)) return false;
      if (box && /hidden|clip/.test(overflowX)) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (box && /hidden|clip/.test(overflowY)) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      // What can be scrolled can be brought anywhere in its box, unless it stands before the beginning.
      if (box && /auto|scroll/.test(overflowX)) {
        if (style.direction === 'ltr' && right - box.left + at.scrollLeft <= 0) return false;
        [left, right] = [box.left, box.right];
      }
      if (box && /auto|scroll/.test(overflowY)) {
        if (bottom - box.top + at.scrollTop <= 0) return false;
        [top, bottom] = [box.top, box.bottom];
      }
      if (right - left <= NOTHING || bottom - top <= NOTHING) return false;
      position = '';
    }
    if (/absolute|fixed/.test(style.position)) position = style.position;
  }
  const frame = view.frameElement;
  return (
    isOnPage(root, view, { left, right, top, bottom }, position === 'fixed') &&
    (!frame || (isShown(frame, { visibilityProperty: true, opacityProperty: true }) && isLarge(boxOf(frame))))
  );
}

const isLarge = ({ width, height }: DOMRect): boolean => width > NOTHING && height > NOTHING;

/** The old property: `rect(0px, 0px, 0px, 0px)`. */
function isCutAway({ clip, position }: CSSStyleDeclaration): boolean {
  if (!clip?.startsWith('rect(') || !/absolute|fixed/.test(position)) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = (clip.match(/-?[\d.]+/g) ?? []).map(Number);
  return right - left <= NOTHING || bottom - top <= NOTHING;
}

/** Whether a box of the viewport is where a reader can scroll to; `root` is its document's. */
function isOnPage(
  root: Element,
  view: Window,
  { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
  fixed: boolean,
): boolean {
  // While a page is being left, the window has another document already.
  const document = documentOf(root);
  const { scrollLeft, scrollTop, scrollWidth, clientWidth, clientHeight } = document.scrollingElement ?? root;
  const style = view.getComputedStyle(root);
  const styles = [style, ...(document.body ? [view.getComputedStyle(document.body)] : [])];
  const still = fixed || styles.some(({ overflowX }) => /hidden|clip/.test(overflowX));
  const backwards = style.direction === 'rtl' || style.writingMode.endsWith('-rl');
  const [x, y] = fixed ? [0, 0] : [scrollLeft, scrollTop];
  const first = still ? (fixed ? 0 : Math.min(0, scrollLeft)) : backwards ? clientWidth - scrollWidth : 0;
  const last = still ? clientWidth + Math.max(0, x) : first + Math.max(scrollWidth, view.innerWidth);
  return right + x > first + 1 && left + x < last - 1 && bottom + y > 1 && (!fixed || top < clientHeight - 1);
}

/** Whether the pointer hits what lies behind a mention, as its page wants it. */
export function isPassedByPointer(mention: PlacedMention): boolean {
  const [text] = pointAt(mention.block, mention.start);
  const element = shownIn(text);
  return element !== null && realmOf(element)?.getComputedStyle(element).pointerEvents === 'none';
}

/**
 * Whether something that cannot be seen through lies over a mention where it stands now; `whole`: over any part of
 * it.
 */
export function isCovered(mention: PlacedMention, whole = false): boolean {
  const [text] = pointAt(mention.block, mention.start);
  const [box] = liveRangeOf(mention).getClientRects();
  if (!box) return false;
  const { left, right, top, bottom } = box;
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const points = whole
    ? [middle, { x: left + 2, y: top + 2 }, { x: right - 2, y: top + 2 }, { x: left + 2, y: bottom - 2 }]
    : [middle];
  return points.some((point) => isCoveredAt(text, point));
}

/** Whether something that cannot be seen through lies over a text at a point of its window's viewport. */
export function isCoveredAt(text: Text, { x, y }: Point): boolean {
  const tree = rootOf(text);
  const trees = isShadowRoot(tree) ? [documentOf(text), tree] : [documentOf(text)];
  for (const one of trees)
    for (const element of one.elementsFromPoint(x, y)) {
      if (holds(element, text)) break;
      if (isOpaque(element)) return true;
    }
  return false;
}

const PICTURES = new Set(['IMG', 'VIDEO', 'CANVAS', 'IFRAME', 'OBJECT', 'EMBED']);

function isOpaque(element: Element): boolean {
  const view = realmOf(element);
  if (!view || !isShown(element, { opacityProperty: true, visibilityProperty: true })) return false;
  // Behind a modal dialog nothing can be reached, however far its backdrop is seen through.
  if (PICTURES.has(nameOf(element)) || matches(element, ':modal')) return true;
  return [undefined, '::before', '::after'].some((pseudo) => {
    const { content, backgroundColor, backgroundImage, opacity } = view.getComputedStyle(element, pseudo);
    if (pseudo && (content === 'none' || content === 'normal')) return false;
    return Number(opacity) > 0.5 && (alphaOf(backgroundColor) > 0.5 || backgroundImage.includes('url('));
  });
}
