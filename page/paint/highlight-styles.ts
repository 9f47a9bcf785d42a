// The look of painted text: style sheets adopted by documents and shadow roots. A rule for `::highlight` makes the
// browser style anew every element that it fits. One rule for all elements costs a large page as much as its own first
// style, one for its paragraphs a tenth of that. So a tree gets a sheet for a kind of element only when text in one is
// painted.
import {
  ignoreIfFrameGone,
  isConnected,
  isElement,
  nameOf,
  parentOf,
  type Realm,
  realmOf,
  restyle,
  rootOf,
} from '../native.ts';
import type { Tree } from '../text/trees.ts';
import { ACTIVE, MARK } from './highlight-registry.ts';

const ANY = '*';
/** Kinds of elements that have a sheet of their own; text in others is styled by the one for any. */
const TAGS = new Set('P,H1,H2,H3,LI,TD,A,B,STRONG,EM,I,SPAN,FIGCAPTION'.split(','));

export interface HighlightStyles {
  /** A range has been painted, in some of these text nodes; `applyStyles` will see that it has its look. */
  add(nodes: readonly Text[], range: StaticRange): void;
  /** Styles what was added, all at once. */
  applyStyles(): void;
  /** Puts the sheets of a tree back, after its document was written anew. */
  restore(tree: Tree): void;
  /** Forgets trees that have left the page. */
  forgetRemoved(): void;
}

/** Styles until `signal` is aborted, then no tree has a sheet of ours. */
export function createHighlightStyles(signal: AbortSignal): HighlightStyles {
  /** By window, and by the kinds of elements that they are for. */
  const sheets = new Map<Realm, Map<string, CSSStyleSheet>>();
  /** Kinds of elements for which a tree has a sheet. */
  const styledTags = new Map<Tree, Set<string>>();
  const unstyledRanges: { nodes: readonly Text[]; range: StaticRange }[] = [];

  signal.addEventListener('abort', () => {
    const ours = new Set([...sheets.values()].flatMap((made) => [...made.values()]));
    for (const tree of styledTags.keys())
      ignoreIfFrameGone(() => restyle(tree, (styles) => [...styles].filter((sheet) => !ours.has(sheet))));
    sheets.clear();
    styledTags.clear();
  });

  function adopt(tree: Tree, tags: readonly string[]): void {
    const realm = realmOf(tree);
    if (!realm || tags.length === 0) return;
    const made = sheets.get(realm) ?? new Map<string, CSSStyleSheet>();
    sheets.set(realm, made);
    const kinds = tags.join();
    const sheet = made.get(kinds) ?? new realm.CSSStyleSheet();
    if (!made.has(kinds)) {
      made.set(kinds, sheet);
      sheet.replaceSync(rulesFor(tags));
    }
    restyle(tree, (styles) => [...[...styles].filter((one) => one !== sheet), sheet]);
  }

  return {
    add: (nodes, range) => void unstyledRanges.push({ nodes, range }),
    applyStyles() {
      const missing = new Map<Tree, string[]>();
      for (const { nodes, range } of unstyledRanges.splice(0)) {
        const tree = rootOf(nodes[0] as Text) as Tree;
        const styled = styledTags.get(tree) ?? new Set();
        styledTags.set(tree, styled);
        const first = nodes.indexOf(range.startContainer as Text);
        const last = nodes.indexOf(range.endContainer as Text);
        for (const node of nodes.slice(first, last + 1)) {
          const tag = tagOf(node);
          if (!styled.has(tag)) missing.set(tree, [...(missing.get(tree) ?? []), tag]);
          styled.add(tag);
        }
      }
      for (const [tree, tags] of missing) adopt(tree, tags);
    },
    restore: (tree) => adopt(tree, [...(styledTags.get(tree) ?? [])]),
    forgetRemoved() {
      for (const tree of styledTags.keys()) if (!isConnected(tree)) styledTags.delete(tree);
    },
  };
}

/** The kind of element that a text node stands in, as far as there is a sheet for it. */
function tagOf(node: Text): string {
  const parent = parentOf(node);
  const name = parent && isElement(parent) ? nameOf(parent) : ANY;
  return TAGS.has(name) ? name : ANY;
}

function rulesFor(tags: readonly string[]): string {
  const selectorsOf = (name: string) => tags.map((tag) => `${tag}::highlight(${name})`).join();
  const active = selectorsOf(ACTIVE);
  return (
    `@media screen{${selectorsOf(MARK)},${active}{text-decoration:underline dotted 1px;text-underline-offset:.18em}` +
    `${active}{text-decoration-style:solid;background-color:#80808024}}`
  );
}
