// What the card needs of Preact, in a tenth of its size: elements, function components, fragments, and a second drawing over the first
// that leaves standing what is the same, so that focus, scrolling and what a screen reader follows stay where they are. No state, no
// hooks, no classes. The content scripts are built with this in Preact's place (wxt.config.ts); tests hold both against each other.

interface Drawing {
  type: string | ((props: Props) => unknown);
  props: Props;
  key?: unknown;
}
type Props = Record<string, unknown> & { children?: unknown };

const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';

/** What each element was drawn from. */
const drawn = new WeakMap<Node, Drawing>();

export const jsx = (type: Drawing['type'], props: Props, key?: unknown): Drawing => ({ type, props, key });
/** @alias jsx */
export const jsxs = jsx;
export const Fragment = ({ children }: Props): unknown => children;

/** Draws into `parent`, over what was drawn there before; null empties it. */
export function render(drawing: unknown, parent: Element): void {
  const wanted = flat(drawing);
  const left = [...parent.childNodes];
  const nodes = wanted.map((one) => {
    const at = left.findIndex((node) => fits(node, one));
    return at < 0 ? null : left.splice(at, 1)[0];
  });
  for (const node of left) node.remove();
  wanted.forEach((one, at) => {
    const node = nodes[at] ?? make(one, parent);
    const next = parent.childNodes[at] ?? null;
    if (node !== next) parent.insertBefore(node, next);
    if (typeof one !== 'string') update(node as Element, one);
    else if (node.textContent !== one) (node as Text).data = one;
  });
}

/** Elements and texts, in order: components called, fragments and lists opened, nothing where there is nothing. */
function flat(child: unknown): (Drawing | string)[] {
  if (Array.isArray(child)) return child.flatMap(flat);
  if (child === null || child === undefined || typeof child === 'boolean') return [];
  if (typeof child !== 'object') return [String(child)];
  const drawing = child as Drawing;
  return typeof drawing.type === 'function' ? flat(drawing.type(drawing.props)) : [drawing];
}

function fits(node: Node, one: Drawing | string): boolean {
  const known = drawn.get(node);
  return typeof one === 'string' ? !known : known?.type === one.type && known.key === one.key;
}

function make(one: Drawing | string, parent: Element): Node {
  const document = parent.ownerDocument;
  if (typeof one === 'string') return document.createTextNode(one);
  const namespace = one.type === 'svg' || parent.namespaceURI === SVG ? SVG : HTML;
  return document.createElementNS(namespace, String(one.type));
}

function update(element: Element, drawing: Drawing): void {
  const { props } = drawing;
  const before = drawn.get(element)?.props ?? {};
  drawn.set(element, drawing);
  for (const name in { ...before, ...props }) {
    const value = props[name];
    if (name === 'children' || value === before[name]) continue;
    if (!name.startsWith('on')) attribute(element, name, value);
    else if (!before[name]) element.addEventListener(name.slice(2).toLowerCase(), call);
  }
  render(props.children, element);
}

/** Whatever function an element was last drawn with. */
function call(event: Event): void {
  const on = Object.entries(drawn.get(event.currentTarget as Element)?.props ?? {});
  for (const [name, value] of on)
    if (name.toLowerCase() === `on${event.type}` && typeof value === 'function') value(event);
}

/** `false` takes an attribute away, but is a value where the attribute says yes or no. */
function attribute(element: Element, name: string, value: unknown): void {
  const written = element.namespaceURI === HTML ? name.toLowerCase() : name;
  if (value === null || value === undefined || (value === false && name[4] !== '-')) element.removeAttribute(written);
  else element.setAttribute(written, value === true && name[4] !== '-' ? '' : String(value));
}
