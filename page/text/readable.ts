// What text is read, and what counts as one line of it: the kinds of elements that are left out, that stand inside a
// line, and that end one.
import {
  attributeOf,
  closest,
  documentOf,
  findAll,
  firstChildOf,
  isElement,
  isShadowRoot,
  isText,
  matches,
  nameOf,
  nextSiblingOf,
  parentOf,
  realmOf,
  rootOf,
  textOf,
} from '../native.ts';
import { UNREAD } from '../unread.ts';

const INLINE =
  'a,span,b,i,em,strong,font,abbr,acronym,bdi,bdo,big,cite,data,del,dfn,ins,label,mark,nobr,' +
  'q,rb,ruby,s,slot,small,strike,sub,sup,time,tt,u,var,wbr';
/** Stands inside a sentence and is no part of it: scripts, and the reading aids over Han characters. */
const ASIDE = 'script,style,noscript,template,rt,rp';
/** Holds a document of its own kind inside of a drawing: HTML in it is read like any other. */
const FOREIGN = 'foreignObject';
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
  if (element && isElement(element) && (isInUnread(element) || documentOf(element).designMode === 'on')) return true;
  const root = rootOf(node);
  return isShadowRoot(root) && standsUnread(root.host);
}

function isInUnread(element: Element): boolean {
  const found = closest(element, `${unread},${FOREIGN}`);
  if (found && nameOf(found) !== FOREIGN) return true;
  const pre = closest(element, 'pre');
  if (pre && isCode(pre)) return true;
  const drawing = found && closest(found, 'svg');
  const outside = drawing && parentOf(drawing);
  return outside !== null && isElement(outside) && isInUnread(outside);
}

/** The parts of an element that is not read which are: HTML in a drawing. */
export const readableIn = (element: Element): Iterable<Element> =>
  nameOf(element) === 'svg' ? findAll(element, FOREIGN) : [];

/** How much of a preformatted text is looked at; UTF-16 code units. */
const SAMPLE = 4000;
const CODE_CLASS =
  /(^|[\s_-])(code|source|highlight|hljs|lang|language|prettyprint|syntax|prism|shiki|chroma|brush|terminal|console|shell|diff)($|[\s_-])/i;
/** A line of code: brackets and operators, a statement's end, a call, a key, a comment, a prompt. */
const CODE_LINE = /[{}<>=|\\^~`]|\[\]|;\s*$|\w\(|["']\s*:|^\s*(\/\/|#|--|\/\*|\$ |>>> )|\w[._]\w+[._(]/;
/** Lines of code in a preformatted text above which it is no prose. */
const MOST_CODE = 0.25;

/**
 * Whether preformatted text is code, by what the markup calls it or by its lines. Press releases, pool reports and
 * whole documents of plain text are set so as well.
 */
function isCode(pre: Element): boolean {
  const parent = parentOf(pre);
  const outer = parent && isElement(parent) ? parent : pre;
  if ([pre, outer].some((one) => CODE_CLASS.test(attributeOf(one, 'class') ?? ''))) return true;
  const lines = (textOf(pre) ?? '')
    .slice(0, SAMPLE)
    .split('\n')
    .filter((line) => /\S/.test(line));
  return lines.filter((line) => CODE_LINE.test(line)).length > lines.length * MOST_CODE;
}

/**
 * The element, or shadow root, whose inline content a node belongs to; a block-level element's own content is its own.
 * Null for what is in no page.
 */
export function containerOf(node: Node): Element | ShadowRoot | null {
  let at = isText(node) ? parentOf(node) : node;
  while (at && isElement(at)) {
    const block = closest(at, notInline);
    if (block && !isSetInline(block)) return block;
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

/** A `div` with more in it is no part of a line; elements, and UTF-16 code units. */
const MOST_IN_PIECE = { elements: 100, text: 80 };
/** Letters up to which a piece is no word: a drop cap, or a letter that is moved by itself. */
export const FEW_LETTERS = 2;

/**
 * Whether an element that by its name ends a line is a part of one: custom elements say nothing of their layout, and
 * headlines that are to move are cut into a `div` for each line, word or letter. Only those near a hit or a change are
 * asked.
 */
export function isSetInline(element: Element): boolean {
  const name = nameOf(element);
  if (name.includes('-')) return !matches(element, EDITABLE) && isLaidOutInline(element);
  return pieceNames.has(name) && !matches(element, EDITABLE) && (isLine(element) || isPiece(element));
}

/**
 * Whether an element is what scripts make of a line of a headline or paragraph. Its sentence goes on in the next, as in
 * the lines of a poem.
 */
export function isLine(element: Element): boolean {
  const parent = LINE_CLASS.test(attributeOf(element, 'class') ?? '') ? parentOf(element) : null;
  return parent !== null && isElement(parent) && closest(parent, 'h1,h2,h3,h4,h5,h6,p') !== null;
}

const LINE_CLASS = /(^|\s)(split-?)?lines?($|\s)/i;

export const pieceNames = bothCases('div,p');

/** Labels side by side are boxes with edges or room between them, pieces of a line are not. */
function isPiece(element: Element): boolean {
  const style = realmOf(element)?.getComputedStyle(element);
  if (!style || /left|right/.test(style.float) || /absolute|fixed/.test(style.position)) return false;
  const { display } = style;
  const isInline = display === 'contents' || display.startsWith('inline');
  if (!(isInline ? isShort(element) : isLetterInRow(element))) return false;
  if (display === 'inline' || display === 'contents') return true;
  const edges = [style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth];
  const room = Math.max(Math.abs(pxOf(style.marginLeft)), Math.abs(pxOf(style.marginRight)));
  return edges.every((edge) => pxOf(edge) === 0) && room <= pxOf(style.fontSize) * WORD_SPACE;
}

const isShort = (element: Element): boolean =>
  findAll(element, '*').length <= MOST_IN_PIECE.elements && (textOf(element) ?? '').length <= MOST_IN_PIECE.text;

/** Letters of a word that is a flex box are no inline boxes, but stand in a row. */
function isLetterInRow(element: Element): boolean {
  const only = firstChildOf(element);
  if (!only || !isText(only) || nextSiblingOf(only) || only.data.trim().length > FEW_LETTERS) return false;
  const parent = parentOf(element);
  return parent !== null && isElement(parent) && /flex/.test(realmOf(parent)?.getComputedStyle(parent).display ?? '');
}

/** Computed lengths are in px; `auto` and the like are none. */
const pxOf = (length: string): number => Number.parseFloat(length) || 0;

/** The widest space between two words of a line; in parts of the size of its letters. */
const WORD_SPACE = 0.4;

export function isLaidOutInline(element: Element): boolean {
  const display = realmOf(element)?.getComputedStyle(element).display ?? '';
  return display === '' || display.startsWith('inline') || display === 'contents' || display.startsWith('ruby');
}
