// What text is read, and what counts as one line of it: the kinds of elements that are left out, that stand inside a
// line, and that end one.
import {
  closest,
  documentOf,
  isElement,
  isShadowRoot,
  isText,
  matches,
  nameOf,
  parentOf,
  realmOf,
  rootOf,
} from '../native.ts';
import { UNREAD } from '../unread.ts';

const INLINE =
  'a,span,b,i,em,strong,font,abbr,acronym,bdi,bdo,big,cite,data,del,dfn,ins,label,mark,nobr,' +
  'q,rb,ruby,s,slot,small,strike,sub,sup,time,tt,u,var,wbr';
/** Stands inside a sentence and is no part of it: scripts, and the reading aids over Han characters. */
const ASIDE = 'script,style,noscript,template,rt,rp';
export const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';
const unread = `${UNREAD},${EDITABLE}`;
/** Elements that may end a line. */
export const notInline = `:not(${INLINE}),${EDITABLE}`;

const bothCases = (list: string): ReadonlySet<string> =>
  new Set([...list.split(','), ...list.toUpperCase().split(',')]);
export const unreadNames = bothCases(UNREAD);
export const inlineNames = bothCases(INLINE);
export const asideNames = bothCases(ASIDE);

/**
 * True where a node stands in something that is not read: code, forms, drawings, what the reader can edit; of a shadow
 * root, where its host does.
 */
export function standsUnread(node: Node): boolean {
  const element = isElement(node) ? node : parentOf(node);
  if (element && isElement(element) && (closest(element, unread) || documentOf(element).designMode === 'on'))
    return true;
  const root = rootOf(node);
  return isShadowRoot(root) && standsUnread(root.host);
}

/**
 * The element, or shadow root, whose inline content a node belongs to; a block-level element's own content is its own.
 * Null for what is in no page.
 */
export function containerOf(node: Node): Element | ShadowRoot | null {
  let at = isText(node) ? parentOf(node) : node;
  while (at && isElement(at)) {
    const block = closest(at, notInline);
    if (block && !isInlineCustom(block)) return block;
    if (block) {
      at = parentOf(block);
      continue;
    }
    // Of an inline element that was taken out of the page, the root is an element too.
    const root = rootOf(at);
    return isShadowRoot(root) ? root : null;
  }
  return at && isShadowRoot(at) ? at : null;
}

/** Custom elements say nothing of their layout; only those near a hit are asked. */
export const isInlineCustom = (element: Element): boolean =>
  nameOf(element).includes('-') && !matches(element, EDITABLE) && isLaidOutInline(element);

export function isLaidOutInline(element: Element): boolean {
  const display = realmOf(element)?.getComputedStyle(element).display ?? '';
  return display === '' || display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');
}
