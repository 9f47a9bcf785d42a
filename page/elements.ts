// Bounded DOM queries: whatever the size of a page, no more elements are looked at than were asked for.
import { attributeOf, findAll } from './native.ts';

const HUGE = 20_000;
/** Where a page has these at all, it has many and early, so that the first are soon found. */
const FREQUENT = /^(?:html|p|a|h1)$/;

/**
 * Where to search for elements: the document, or its head alone. The head is enough for selectors that begin with it; a
 * document with very many elements would take too long. Methods are taken from their prototypes: an
 * `<img name="querySelector">` hides them on the document, in an isolated world too.
 */
function scopeOf(document: Document, selector = ''): Document | Element {
  const isInHead =
    selector.startsWith('head') || Document.prototype.getElementsByTagName.call(document, '*')[HUGE] !== undefined;
  return (isInHead && Document.prototype.querySelector.call(document, 'head')) || document;
}

/** The first `limit` elements of a kind. Of a live list no more is made than what is read. */
export function elementsNamed(document: Document, tag: string, limit: number): Element[] {
  const scope = FREQUENT.test(tag) ? document : scopeOf(document);
  const { getElementsByTagName } = scope === document ? Document.prototype : Element.prototype;
  const live = getElementsByTagName.call(scope, tag);
  const found: Element[] = [];
  for (let element = live[0]; element && found.length < limit; element = live[found.length]) found.push(element);
  return found;
}

/** The first `limit` elements that match a selector. */
export function elementsMatching(document: Document, selector: string, limit: number): Element[] {
  return Array.prototype.slice.call(findAll(scopeOf(document, selector), selector), 0, limit);
}

/** The first element that matches a selector. */
export function firstMatching(document: Document, selector: string): Element | null {
  const scope = scopeOf(document);
  const { querySelector } = scope === document ? Document.prototype : Element.prototype;
  return querySelector.call(scope, selector);
}

/** An attribute, trimmed, or ''. */
export function attributeText(element: Element, name: string): string {
  return attributeOf(element, name)?.trim() ?? '';
}
