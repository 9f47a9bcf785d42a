// The look of painted text: style sheets adopted by documents and shadow roots. A rule for `::highlight` makes the
// browser style anew every element that it fits. One rule for all elements costs a large page as much as its own first
// style, one for its paragraphs a tenth of that. So a tree gets a sheet for a kind of element only when text in one is
// painted.
import { appendTo } from '../multimap.ts';
import {
  documentOf,
  ignoreIfFrameGone,
  isConnected,
  isElement,
  nameOf,
  parentOf,
  realmOf,
  restyle,
  rootOf,
} from '../native.ts';
import type { Tree } from '../text/trees.ts';
import { ACTIVE, MARK } from './highlight-registry.ts';

const ANY = '*';
/** Kinds of elements that have a sheet of their own; text in others is styled by the one for any. */
const TAGS = new Set('P,H1,H2,H3,LI,TD,A,B,STRONG,EM,I,SPAN,FIGCAPTION'.split(','));

/** Looks beside the ordinary one; a page that has more sets each letter another way. */
const MOST_LOOKS = 40;

export interface HighlightStyles {
  /** The name of the highlight that looks so (looks.ts); null where a page has too many looks. */
  nameFor(look: string): string | null;
  /**
   * These text nodes have been painted with the highlight of a name; `applyStyles` will see that they have its look.
   */
  add(nodes: readonly Text[], name: string): void;
  /** Styles what was added, all at once. */
  applyStyles(): void;
  /** Puts the sheets of a tree back, after its document was written anew. */
  restore(tree: Tree): void;
  /** Forgets trees that have left the page. */
  forgetRemoved(): void;
}

/** Styles until `signal` is aborted, then no tree has a sheet of ours. */
export function createHighlightStyles(signal: AbortSignal): HighlightStyles {
  /** By document, and by what they are for: a frame keeps its window when it moves on, and takes no other's sheet. */
  const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();
  const ours = new WeakSet<CSSStyleSheet>();
  /** What a tree has a sheet for: kinds of elements with the name of a highlight, as in `P mention`. */
  const styledKinds = new Map<Tree, Set<string>>();
  const unstyled: { nodes: readonly Text[]; name: string }[] = [];
  /** Names of highlights by their look. */
  const names = new Map([['', MARK]]);

  signal.addEventListener('abort', () => {
    for (const tree of styledKinds.keys())
      ignoreIfFrameGone(() => restyle(tree, (styles) => [...styles].filter((sheet) => !ours.has(sheet))));
    styledKinds.clear();
  });

  function adopt(tree: Tree, kinds: readonly string[]): void {
    const realm = realmOf(tree);
    if (!realm || kinds.length === 0) return;
    const document = documentOf(tree);
    const made = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
    sheets.set(document, made);
    const key = kinds.join();
    const sheet = made.get(key) ?? new realm.CSSStyleSheet();
    if (!made.has(key)) {
      made.set(key, sheet);
      ours.add(sheet);
      sheet.replaceSync(rulesFor(kinds, names));
    }
    restyle(tree, (styles) => [...[...styles].filter((one) => one !== sheet), sheet]);
  }

  return {
    nameFor(look) {
      const name = names.get(look) ?? (names.size <= MOST_LOOKS ? `${MARK}-${names.size}` : null);
      if (name) names.set(look, name);
      return name;
    },
    add: (nodes, name) => void unstyled.push({ nodes, name }),
    applyStyles() {
      const missing = new Map<Tree, string[]>();
      for (const { nodes, name } of unstyled.splice(0)) {
        const tree = rootOf(nodes[0] as Text) as Tree;
        // The page has taken the text out, and we have not heard of it yet: nothing can be painted there.
        if (!isConnected(tree)) continue;
        const styled = styledKinds.get(tree) ?? new Set();
        styledKinds.set(tree, styled);
        for (const node of nodes) {
          const kind = `${tagOf(node)} ${name}`;
          if (!styled.has(kind)) appendTo(missing, tree, kind);
          styled.add(kind);
        }
      }
      for (const [tree, kinds] of missing) adopt(tree, kinds);
    },
    restore: (tree) => adopt(tree, [...(styledKinds.get(tree) ?? [])]),
    forgetRemoved() {
      for (const tree of styledKinds.keys()) if (!isConnected(tree) || !realmOf(tree)) styledKinds.delete(tree);
    },
  };
}

/** Whether text that stands right in an element has a style sheet for its kind. */
export const hasOwnSheet = (element: Element): boolean => TAGS.has(nameOf(element));

/** The kind of element that a text node stands in, as far as there is a sheet for it. */
function tagOf(node: Text): string {
  const parent = parentOf(node);
  const name = parent && isElement(parent) ? nameOf(parent) : ANY;
  return TAGS.has(name) ? name : ANY;
}

function rulesFor(kinds: readonly string[], names: ReadonlyMap<string, string>): string {
  const looks = new Map([...names].map(([look, name]) => [name, look]));
  const all: string[] = [];
  const active: string[] = [];
  let special = '';
  for (const kind of kinds) {
    const [tag, name = MARK] = kind.split(' ');
    const selector = `${tag}::highlight(${name})`;
    all.push(selector);
    active.push(`${tag}::highlight(${ACTIVE})`);
    if (looks.get(name)) special += `${selector}{${looks.get(name)}}`;
  }
  return (
    `@media screen{${[...all, ...active]}{text-decoration:underline dotted 1px;text-underline-offset:.18em}` +
    `${special}${active}{text-decoration-style:solid;background-color:#80808024}}`
  );
}
