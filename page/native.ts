// The DOM as the browser made it. Pages name elements after properties (`<form><input name=parentNode>`), and such a
// name shadows the property on the form even in the extension's own world. What is read of an element whose kind is not
// known is therefore asked of the prototype's own getter.
import { tellFault } from './faults.ts';

function getter<T extends Node, V>(prototype: T, name: string): (node: T) => V {
  for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get;
    if (get) return (node) => Reflect.apply(get, node, []) as V;
  }
  throw new Error(name);
}

/** A method that is called on its first argument. */
function method<T, A extends unknown[], V>(own: (this: T, ...given: A) => V): (target: T, ...given: A) => V {
  return (target, ...given) => Reflect.apply(own, target, given) as V;
}

const queries = {
  1: Element.prototype.querySelectorAll,
  9: Document.prototype.querySelectorAll,
  11: DocumentFragment.prototype.querySelectorAll,
};

export const parentOf = getter<Node, Node | null>(Node.prototype, 'parentNode');
export const firstChildOf = getter<Node, Node | null>(Node.prototype, 'firstChild');
const typeOf = getter<Node, 1 | 9 | 11>(Node.prototype, 'nodeType');
export const previousSiblingOf = getter<Node, Node | null>(Node.prototype, 'previousSibling');
export const nextSiblingOf = getter<Node, Node | null>(Node.prototype, 'nextSibling');
const connected = getter<Node, boolean>(Node.prototype, 'isConnected');
/** False too for what belonged to a frame that was taken away: Firefox throws at every touch of that. */
export function isConnected(node: Node): boolean {
  try {
    return connected(node);
  } catch {
    return false;
  }
}
/** The text of everything below, that of scripts and styles included. */
export const textOf = getter<Node, string | null>(Element.prototype, 'textContent');
/** In capitals for HTML, as written for XHTML and SVG. */
export const nameOf = getter<Element, string>(Element.prototype, 'tagName');
export const shadowOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
const ownerOf = getter<Node, Document | null>(Node.prototype, 'ownerDocument');
/** The document a node belongs to; a document is its own. */
export const documentOf = (node: Node): Document => ownerOf(node) ?? (node as Document);
const viewOf = getter<Document, Realm | null>(Document.prototype, 'defaultView');
const bodyGetter = getter<Document, Element | null>(Document.prototype, 'body');
const rootGetter = getter<Document, Element | null>(Document.prototype, 'documentElement');

// CDATA sections, in XHTML, are text too.
export const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4;
// A form can shadow even its nodeType, but only with an element, which is no number.
export const isElement = (node: Node): node is Element => typeof node.nodeType !== 'number' || node.nodeType === 1;

/** The element that a node stands in; null right in a shadow root, and at the top of a document. */
export function elementAround(node: Node): Element | null {
  const parent = parentOf(node);
  return parent && isElement(parent) ? parent : null;
}

const { prototype: element } = Element;
const { prototype: node } = Node;
export const closest: (element: Element, selector: string) => Element | null = method(element.closest);
export const matches: (element: Element, selector: string) => boolean = method(element.matches);
export const findAll = (root: ParentNode, selector: string): NodeListOf<Element> =>
  Reflect.apply(queries[typeOf(root)], root, [selector]) as NodeListOf<Element>;
/** The first element below `element` that fits, or null. */
export const findFirst: (element: Element, selector: string) => Element | null = method(element.querySelector);
export const attributeOf: (element: Element, name: string) => string | null = method(element.getAttribute);
export const boxOf: (element: Element) => DOMRect = method(element.getBoundingClientRect);
export const isShown: (element: Element, options: CheckVisibilityOptions) => boolean = method(element.checkVisibility);
export const scrollTo: (element: Element, options: ScrollIntoViewOptions) => void = method(element.scrollIntoView);
export const contains: (outer: Node, inner: Node) => boolean = method(node.contains);
const compare: (a: Node, b: Node) => number = method(node.compareDocumentPosition);
/** True where `a` stands before `b` in one tree. */
export const precedes = (a: Node, b: Node): boolean => (compare(a, b) & 4) !== 0;
export const rootOf: (node: Node) => Node = method(node.getRootNode);
export const isShadowRoot = (node: Node): node is ShadowRoot => node.nodeType === 11 && 'host' in node;
/** A window, with the constructors and registries that belong to it. */
export type Realm = Window & typeof globalThis;
/** The window of a node's document; null where the document is in none, or in none any more. */
export function realmOf(node: Node): Realm | null {
  try {
    return viewOf(documentOf(node));
  } catch {
    return null;
  }
}
/** The document's body, else its root element: SVG and other XML documents have no body. */
export const bodyOf = (document: Document): Element | null => bodyGetter(document) ?? rootGetter(document);
export const documentElementOf = rootGetter;

/**
 * Runs `act` on nodes or windows whose frame may have been removed. Firefox throws at every access to those, and then
 * nothing is left to do.
 */
export function ignoreIfFrameGone(act: () => void): void {
  try {
    act();
  } catch (error) {
    tellFault(error);
  }
}

const makeWalker: (document: Document, root: Node, show: number) => TreeWalker = method(
  Document.prototype.createTreeWalker,
);
/** Walks the text nodes below `root`, and its elements too where `withElements` is set. */
export const walk = (root: Node, withElements = false): TreeWalker =>
  makeWalker(document, root, withElements ? 13 : 12);

export const elementAt: (document: Document, x: number, y: number) => Element | null = method(
  Document.prototype.elementFromPoint,
);
export const listen: (
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  options: AddEventListenerOptions,
) => void = method(EventTarget.prototype.addEventListener);

const sheets = {
  9: Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets'),
  11: Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets'),
};
/** Puts other style sheets of our making in place of those of a document or shadow root. */
export function restyle(
  tree: Document | ShadowRoot,
  change: (sheets: readonly CSSStyleSheet[]) => readonly CSSStyleSheet[],
): void {
  const { get, set } = sheets[typeOf(tree) as 9 | 11] as Required<PropertyDescriptor>;
  Reflect.apply(set, tree, [change(Reflect.apply(get, tree, []) as CSSStyleSheet[])]);
}
