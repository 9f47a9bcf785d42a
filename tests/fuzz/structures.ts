// Structures of pages and changes of them, for the fuzz test in the browsers: plain JSON, which fast-check shrinks and
// `grow` and `change` carry out in a page.
import fc from 'fast-check';
import { mutated, nameIn, textIn } from './texts.ts';

/** A text, or an element. `shadow`: its children stand in an open shadow root. */
export type Tree =
  | { text: string }
  | { comment: string }
  | { name: string; attributes: Record<string, string>; shadow: boolean; children: Tree[] };

/** `at` and `other` are numbers of nodes, counted round. */
export interface Change {
  kind: (typeof KINDS)[number];
  at: number;
  other: number;
  text: string;
  name: string;
  tree: Tree;
}

const INLINE = 'a span b i em strong u small time abbr q cite font mark sup label x-word'.split(' ');
const BOXES = 'div p section li h3 td blockquote article figcaption dd x-box header'.split(' ');
/** Nothing in these may be painted. */
const UNREAD = 'script style noscript template textarea select svg math code pre iframe object video'.split(' ');
/** Beside these texts may stay apart until they change themselves: a fresh reading may find more. */
const APART = 'ruby rt br hr img wbr input'.split(' ');

export const FORBIDDEN = `${UNREAD.join()}, [contenteditable]:not([contenteditable=false])`;

const KINDS = [
  ...(['insertText', 'setText', 'deleteText', 'splitText', 'insertBeforeText', 'replaceText', 'removeText'] as const),
  ...(['remove', 'append', 'prepend', 'normalize', 'unwrap', 'moveInto', 'moveAfter', 'duplicate', 'wrap'] as const),
  ...(['wrapText', 'reverse', 'editable', 'setTextContent', 'insertHtml', 'empty'] as const),
];

/** @param exact of structures that keep step with every change, so that a fresh reading finds the same */
export function structuresIn(tongue: string, exact: boolean) {
  const text = fc.oneof(
    nameIn(tongue).map((name) => ` ${name} `),
    textIn(tongue).map((one) => one.slice(0, 400)),
  );
  const names = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...INLINE) },
    { weight: 6, arbitrary: fc.constantFrom(...BOXES) },
    { weight: 1, arbitrary: fc.constantFrom(...UNREAD) },
    ...(exact ? [] : [{ weight: 2, arbitrary: fc.constantFrom(...APART) }]),
  );
  const attributes = fc.oneof(
    { weight: 20, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', 'true', 'false', 'plaintext-only').map((contenteditable) => ({ contenteditable })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('block', 'inline', 'none', 'contents', 'inline-block')
        .map((display) => ({ style: `display: ${display}` })),
    },
  );
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6, depthSize: 'small' },
      { weight: 8, arbitrary: text.map((one) => ({ text: one })) },
      ...(exact ? [] : [{ weight: 1, arbitrary: text.map((comment) => ({ comment })) }]),
      {
        weight: 12,
        arbitrary: fc.record({
          name: names,
          attributes: attributes as fc.Arbitrary<Record<string, string>>,
          shadow: fc.boolean(),
          children: fc.array(tie('tree'), { maxLength: 5 }),
        }),
      },
    ),
  }));
  const change: fc.Arbitrary<Change> = fc.record({
    kind: fc.constantFrom(...KINDS),
    at: fc.nat(10_000),
    other: fc.nat(10_000),
    text: mutated(text),
    name: names,
    tree,
  });
  return { tree, change };
}

/** Puts trees into an element. Runs in the page. */
export function grow(into: Element, trees: Tree[]): void {
  const build = (tree: Tree): Node => {
    if ('text' in tree) return document.createTextNode(tree.text);
    if ('comment' in tree) return document.createComment(tree.comment);
    const space = { svg: 'http://www.w3.org/2000/svg', math: 'http://www.w3.org/1998/Math/MathML' }[tree.name];
    const made = space ? document.createElementNS(space, tree.name) : document.createElement(tree.name);
    for (const [name, value] of Object.entries(tree.attributes)) made.setAttribute(name, value);
    // Of elements with other names, shadow roots are looked for in empty ones only.
    const root = tree.shadow && tree.name.startsWith('x-') ? made.attachShadow({ mode: 'open' }) : made;
    root.append(...tree.children.map(build));
    return made;
  };
  into.append(...trees.map(build));
}

/** Changes something in an element, as scripts do. Runs in the page, beside `grow`. */
export function change(within: Element, { kind, at, other, text, name, tree }: Change): void {
  const nodes: Node[] = [];
  const roots: Node[] = [within];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push(node);
      if (node instanceof Element && node.shadowRoot) roots.push(node.shadowRoot);
    }
  }
  const texts = nodes.filter((node) => node instanceof Text);
  const elements = nodes.filter((node) => node instanceof Element);
  const [words, one, second] = [
    texts[at % texts.length],
    elements[at % elements.length],
    elements[other % elements.length],
  ];
  if (!words || !one || !second) {
    grow(within, [tree]);
    return;
  }
  const made = () => {
    const holder = document.createElement('div');
    grow(holder, [tree]);
    return holder.firstChild as ChildNode;
  };
  const wrap = (node: ChildNode) => {
    const around = document.createElement(name);
    node.replaceWith(around);
    around.append(node);
  };
  const changes: Record<Change['kind'], () => void> = {
    insertText: () => words.insertData(other % (words.length + 1), text),
    setText: () => {
      words.data = text;
    },
    deleteText: () => words.deleteData(other % (words.length + 1), 1 + (other % 20)),
    splitText: () => void words.splitText(other % (words.length + 1)),
    insertBeforeText: () => words.before(made()),
    replaceText: () => words.replaceWith(made()),
    removeText: () => words.remove(),
    remove: () => one.remove(),
    append: () => one.append(made()),
    prepend: () => one.prepend(made()),
    normalize: () => one.normalize(),
    unwrap: () => one.replaceWith(...one.childNodes),
    moveInto: () => one.append(second),
    moveAfter: () => second.after(one),
    duplicate: () => one.after(one.cloneNode(true)),
    wrap: () => wrap(one),
    wrapText: () => wrap(words),
    reverse: () => one.replaceChildren(...[...one.childNodes].reverse()),
    editable: () => void one.toggleAttribute('contenteditable'),
    setTextContent: () => {
      one.textContent = text;
    },
    insertHtml: () => one.insertAdjacentHTML('beforeend', one.innerHTML),
    empty: () => one.replaceChildren(),
  };
  try {
    changes[kind]();
  } catch (error) {
    // An element cannot be put into itself, nor into what stands in its own shadow tree.
    if (!(error instanceof DOMException)) throw error;
  }
}
