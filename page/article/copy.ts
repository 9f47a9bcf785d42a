// An inert copy of what a page shows, in a document of its own: open shadow roots and frames of the same origin are put
// in their place, scripts, forms and what the reader typed are left out. All work on it is bounded, because the copy
// is; and nothing that is done to it reaches the page.
import { isLargeFrame } from '../carriers.ts';
import {
  attributeOf,
  bodyOf,
  closest,
  documentOf,
  firstChildOf,
  isElement,
  isText,
  matches,
  nameOf,
  nextSiblingOf,
  realmOf,
  rootOf,
  shadowOf,
} from '../native.ts';
import { asideNames, EDITABLE, inlineNames, isSetInline } from '../text/readable.ts';
import { UNREAD } from '../unread.ts';
import { parseInert } from './inert.ts';

/** Set on what the page does not show. */
export const UNSEEN = 'data-unseen';

/**
 * What is copied, in one go: a page of 50,000 words has 3,000 elements and 300,000 code units. More than is drafted
 * would only keep the page waiting.
 */
const MOST_ELEMENTS = 20_000;
/** UTF-16 code units. */
const MOST_TEXT = 1_000_000;
/** What is nested deeper is laid flat, with line breaks between its blocks. */
const DEEPEST = 150;
const LONGEST_ATTRIBUTE = 300;

const LEFT_OUT = `${UNREAD},input,button,embed,link,meta,img,picture,source,track,map,head`;
const leftOut = new Set(LEFT_OUT.split(',').flatMap((name) => [name, name.toUpperCase()]));
/** What a page that is not laid out does not show. Behind a window that was open, all of it may be `aria-hidden`. */
const HIDDEN =
  '[hidden],[style*="display:none" i],[style*="display: none" i],dialog:not([open]),p[aria-hidden="true" i]';
const ATTRIBUTES = ['id', 'class', 'lang', 'dir', 'role', 'rel', 'href', 'itemprop', 'aria-modal'];
/** Elements that keep their name; all others are copied as `div` or `span`. */
const KEPT_NAMES = new Set(
  (
    'a,abbr,address,article,aside,b,blockquote,body,br,caption,center,cite,dd,del,div,dl,dt,em,figcaption,figure,font,' +
    'footer,h1,h2,h3,h4,h5,h6,header,hr,i,ins,li,main,mark,nav,ol,p,pre,q,ruby,s,section,small,span,strong,sub,' +
    'sup,table,tbody,td,tfoot,th,thead,time,tr,u,ul'
  )
    .split(',')
    .map((name) => name.toUpperCase()),
);

interface Place {
  node: Node;
  into: Element;
  depth: number;
}

/** A copy, and whether all of the page is in it. */
export interface PageCopy {
  copy: Document;
  isWhole: boolean;
}

/** A copy of all that the page shows, as far as the bounds let it. */
export function copyPage(document: Document): PageCopy {
  return copyNodes(
    bodyOf(document),
    () => true,
    (text) => text.data,
  );
}

/** A copy of what the reader has selected, in the page itself; null where nothing is. */
export function copySelection(document: Document): PageCopy | null {
  // By the prototype's method: a page can replace it by an element of that name.
  const selection = Document.prototype.getSelection.call(document);
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const textIn = (text: Text): string =>
    text.data.slice(text === startContainer ? startOffset : 0, text === endContainer ? endOffset : undefined);
  // Shadow roots are other trees, of which a range knows nothing: they are selected with their hosts.
  const tree = rootOf(startContainer);
  return copyNodes(bodyOf(document), (node) => rootOf(node) !== tree || range.intersectsNode(node), textIn);
}

function copyNodes(body: Element | null, isWanted: (node: Node) => boolean, textIn: (text: Text) => string): PageCopy {
  const copy = parseInert('');
  if (!body || isEditor(body)) return { copy, isWhole: true };
  let elements = 0;
  let length = 0;
  // Depth first, without recursion: pages may be nested as deep as they like.
  const open: Place[] = childrenOf(body).map((node) => ({ node, into: copy.body, depth: 1 }));
  open.reverse();
  for (let place = open.pop(); place; place = open.pop()) {
    if (elements >= MOST_ELEMENTS || length >= MOST_TEXT) return { copy, isWhole: false };
    const { node, into, depth } = place;
    if (!isWanted(node)) continue;
    if (isText(node)) {
      const text = textIn(node).slice(0, MOST_TEXT - length);
      length += text.length;
      into.append(text);
    } else if (isElement(node) && isToBeCopied(node)) {
      elements += 1;
      const display = displayOf(node);
      const isFlat = depth > DEEPEST;
      const isUnseen = isHidden(node, display) || isNote(node);
      if (isFlat && isUnseen) continue;
      const name = nameInCopy(node, display);
      const own = isFlat ? into : into.appendChild(copy.createElement(name));
      if (isFlat && !inlineNames.has(name)) into.append(copy.createElement('br'), copy.createElement('br'));
      if (!isFlat) {
        if (isUnseen) own.setAttribute(UNSEEN, '');
        for (const attribute of ATTRIBUTES) {
          const value = attributeOf(node, attribute);
          if (value) own.setAttribute(attribute, value.slice(0, LONGEST_ATTRIBUTE));
        }
      }
      const below = childrenOf(node);
      for (let at = below.length - 1; at >= 0; at--)
        open.push({ node: below[at] as Node, into: own, depth: depth + 1 });
    }
  }
  return { copy, isWhole: length < MOST_TEXT };
}

function isToBeCopied(element: Element): boolean {
  const name = nameOf(element);
  if (/^i?frame$/i.test(name)) return frameBody(element) !== null;
  return !leftOut.has(name) && !asideNames.has(name) && !matches(element, EDITABLE);
}

/** As it is laid out; '' in documents that are not. */
const displayOf = (element: Element): string => styleOf(element)?.display ?? '';

const isHidden = (element: Element, display: string): boolean =>
  display === 'none' || (display === '' && matches(element, HIDDEN));

const styleOf = (element: Element): CSSStyleDeclaration | undefined => realmOf(element)?.getComputedStyle(element);

/** Whether an element stands apart from the lines around it. */
const isTakenOut = (element: Element): boolean => /absolute|fixed/.test(styleOf(element)?.position ?? '');

/** Whether an element is there for screen readers alone, or for a pointer that rests on the word. */
function isNote(element: Element): boolean {
  if (!isTakenOut(element)) return false;
  if (nameOf(element) === 'SPAN' && attributeOf(element, 'aria-hidden') === 'true') return true;
  const { clip = 'auto', clipPath = 'none' } = styleOf(element) ?? {};
  return clip !== 'auto' || clipPath !== 'none';
}

const BLOCK = /^(?:block|flex|grid|list-item|table|flow-root)/;

/**
 * The name in the copy, by which lines are told: that of a block or of a part of a line, as the element is laid out.
 */
function nameInCopy(element: Element, display: string): string {
  const name = nameOf(element).toUpperCase();
  if (name === 'SPAN') return BLOCK.test(display) && !isTakenOut(element) ? 'div' : 'span';
  if (inlineNames.has(name) || name === 'BR') return KEPT_NAMES.has(name) ? name : 'span';
  // Nothing tells of a custom element in a document without layout that it stands in a line.
  if ((display !== '' || !name.includes('-')) && isSetInline(element)) return 'span';
  return KEPT_NAMES.has(name) ? name : 'div';
}

/** What stands in an element as a reader sees it: its shadow root, what a slot is given, the document of a frame. */
function childrenOf(element: Element): Node[] {
  const name = nameOf(element);
  if (/^i?frame$/i.test(name)) {
    const body = frameBody(element);
    return body ? [...nodesIn(body)] : [];
  }
  if (/^slot$/i.test(name)) {
    const given = (element as HTMLSlotElement).assignedNodes();
    if (given.length > 0) return given;
  }
  return [...nodesIn(shadowOf(element) ?? element)];
}

function* nodesIn(parent: Node): Generator<Node> {
  for (let node = firstChildOf(parent); node; node = nextSiblingOf(node)) yield node;
}

/** Whether a whole document is there to be written in, as that of a mail. */
const isEditor = (body: Element): boolean => closest(body, EDITABLE) !== null || documentOf(body).designMode === 'on';

function frameBody(frame: Element): Element | null {
  try {
    if (!isLargeFrame(frame as HTMLIFrameElement)) return null;
    const inside = (frame as HTMLIFrameElement).contentDocument;
    const body = inside && bodyOf(inside);
    return body && !isEditor(body) ? body : null;
  } catch {
    return null;
  }
}
