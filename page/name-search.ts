// Whether a name can stand anywhere on the page: in its text, in open shadow roots, in frames of the same origin, now
// or after a change. Text is asked for natively, by whole subtrees between scripts and styles, and nothing is kept of
// it. Changes only mark the page as changed: it is then searched again as a whole, once a second at most and for at
// most one sixtieth of its time.
import type { FilterAnswer, NameFilter } from '../recognition/name-filter.ts';
import { CARRIERS, EMPTY, isLargeFrame, LATE_ROOTS, MOST_FRAMES, MOST_LATE } from './carriers.ts';
import type { Tree } from './text/trees.ts';
import { REST_FACTOR, yieldToPage } from './time-slices.ts';
import { SUMMARY, UNREAD_BY_GATE } from './unread.ts';

export interface NameSearch {
  /** Searches what has not been searched yet; true where a name can stand. Once it was found, it stays true. */
  finish(): Promise<boolean>;
  /** Stops searching, for good. */
  end(): void;
}

const FRAME = /^i?frame$/;
const TEXTS = 4; // NodeFilter.SHOW_TEXT
const SLICE = 4; // ms of searching before the page gets control
const PART = 16_000; // UTF-16 code units read at once
const REST = 1000; // ms between two searches, at least
/** How far a name may reach over the edge of a text node; UTF-16 code units. */
const REACH = 60;

/**
 * Searches `document` until a name was found or it is ended.
 * @param isNeeded asked before each search; false ends all of it
 * @param onFound called once, when a name can stand on the page
 */
export function createNameSearch(
  document: Document,
  filter: NameFilter,
  { isNeeded, onFound }: { isNeeded(): boolean; onFound(): void },
): NameSearch {
  let found = false;
  let ended = false;
  let dirty = true;
  let searching: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = REST;
  /** Elements that may get a shadow root yet. */
  let rootless: readonly Element[] = [];
  let late: ReturnType<typeof setTimeout>[] | undefined;
  let sliceSince = 0;
  let awaitsLoads = false;
  const observer = new MutationObserver(onChange);
  void search();

  function end(): void {
    ended = true;
    observer.disconnect();
    EventTarget.prototype.removeEventListener.call(document, 'load', onLoad, true);
    for (const one of [timer, ...(late ?? [])]) clearTimeout(one);
  }

  function onLoad({ target }: Event): void {
    if (FRAME.test((target as Element).localName)) onChange();
  }

  function onChange(): void {
    dirty = true;
    // Nothing is observed until the next search: being told of changes costs as well.
    observer.disconnect();
    if (!searching) timer ??= setTimeout(search, rest);
  }

  function search(): Promise<void> {
    searching ??= searchOnce().finally(() => {
      searching = undefined;
      if (dirty && !ended) timer ??= setTimeout(search, rest);
    });
    return searching;
  }

  async function searchOnce(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    dirty = false;
    if (!isNeeded()) end();
    if (ended) return;
    const since = performance.now();
    sliceSince = since;
    // A page that is stranger than we thought (a frame goes while it is searched) is the reader's to deal with.
    found = await searchTrees().catch(() => true);
    rest = Math.max(REST, (performance.now() - since) * REST_FACTOR);
    if (ended) return;
    if (found) {
      end();
      onFound();
    } else if (!late && rootless.length > 0) late = LATE_ROOTS.map((ms) => setTimeout(lookForRoots, ms));
  }

  function lookForRoots(): void {
    if (rootless.some((element) => element.shadowRoot)) onChange();
  }

  async function searchTrees(): Promise<boolean> {
    // Reading aids over Han characters stand between the letters of names.
    if (queryIn(document, 'ruby').length > 0) return true;
    if (await hasName(document, summaryOf(document))) return true;
    // Most names are in the page's own text: only where there is none is it worth looking for other trees.
    const { trees, mayGetRoot, hasFrames } = treesIn(document);
    rootless = mayGetRoot;
    if (hasFrames && !awaitsLoads) {
      awaitsLoads = true;
      // A frame that moves on to another page says so by its `load`, which can be captured; so can those of all images.
      EventTarget.prototype.addEventListener.call(document, 'load', onLoad, true);
    }
    for (const tree of trees) if (!ended && (await hasName(tree, ''))) return true;
    return false;
  }

  async function hasName(tree: Tree, summary: string): Promise<boolean> {
    // What changes while it is searched is searched again.
    observer.observe(tree, { subtree: true, childList: true, characterData: true });
    let answer = await readTexts(filter.matcher(false), [...nativeTexts(tree), summary]);
    // Where two blocks stand together without a space, only the text nodes tell where one ends.
    if (answer === 'perhaps') answer = await readTexts(filter.matcher(true), [separateTexts(tree), summary]);
    return answer === 'name';
  }

  async function readTexts(read: (text: string) => FilterAnswer, texts: readonly string[]): Promise<FilterAnswer> {
    let answer: FilterAnswer = 'none';
    for (const text of texts)
      for (let from = 0; from < text.length; ) {
        const to = endAtSpace(text, from);
        const found = read(text.slice(from, to));
        if (found === 'name') return found;
        if (found === 'perhaps') answer = found;
        from = to;
        if (performance.now() - sliceSince > SLICE) {
          await yieldToPage();
          sliceSince = performance.now();
        }
        if (ended) return 'none';
      }
    return answer;
  }

  return {
    async finish() {
      while (!ended && (searching || dirty || observer.takeRecords().length > 0)) await search();
      return found;
    },
    end,
  };
}

/**
 * Pages name elements after properties (`<form name=querySelectorAll>`): the document is asked by its prototype's own
 * methods.
 */
const queryIn = (tree: Tree, selector: string): NodeListOf<Element> =>
  (tree.nodeType === 9 ? Document : DocumentFragment).prototype.querySelectorAll.call(tree, selector);

/** The trees in a document, at any depth, with the elements that may get one yet. */
function treesIn(document: Document): { trees: Tree[]; mayGetRoot: Element[]; hasFrames: boolean } {
  const all: Tree[] = [document];
  const mayGetRoot: Element[] = [];
  let hasFrames = false;
  let frames = 0;
  for (const tree of all)
    for (const selector of CARRIERS)
      for (const element of queryIn(tree, selector)) {
        const { shadowRoot, localName } = element;
        // A form's field of that name is no shadow root.
        if (shadowRoot?.nodeType === 11) all.push(shadowRoot);
        else if (FRAME.test(localName)) {
          hasFrames = true;
          const frame = element as HTMLIFrameElement;
          const inside = frames < MOST_FRAMES && isLargeFrame(frame) && frame.contentDocument;
          if (!inside) continue;
          frames++;
          all.push(inside);
        } else if (mayGetRoot.length < MOST_LATE && selector !== EMPTY) mayGetRoot.push(element);
      }
  return { trees: all.slice(1), mayGetRoot, hasFrames };
}

/** What a page says of its subject: a name given in full there stands for a bare surname in the text. */
const summaryOf = (document: Document): string =>
  Array.from(queryIn(document, SUMMARY), (element) => `\n${element.getAttribute('content')}`).join('');

/** The text of a tree between what is not read, as the browser joins it: blocks stand together without a space. */
function nativeTexts(tree: Tree): string[] {
  const texts: string[] = [];
  const range = new Range();
  range.selectNodeContents(tree);
  const { endOffset } = range;
  let last: Element | undefined;
  for (const element of queryIn(tree, UNREAD_BY_GATE)) {
    if (last?.contains(element)) continue;
    range.setEndBefore(element);
    texts.push(range.toString());
    range.setStartAfter(element);
    last = element;
  }
  range.setEnd(tree, endOffset);
  texts.push(range.toString());
  return texts;
}

/**
 * The same with a line for each text node. Where letters meet at an edge, they may be one word ("<span>T</span>rump")
 * or two, so both are told.
 */
function separateTexts(tree: Tree): string {
  const unread = new Set<Node | null>(queryIn(tree, `${UNREAD_BY_GATE},option`));
  const walker = Document.prototype.createTreeWalker.call(tree.ownerDocument ?? tree, tree, TEXTS);
  const texts: string[] = [];
  let before = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (unread.has(node.parentNode)) continue;
    const { data } = node as Text;
    // No letter has a smaller code, and few of the others do harm.
    if (before.charCodeAt(before.length - 1) > 64 && data.charCodeAt(0) > 64)
      texts.push(` ${before}${data.slice(0, REACH)}`);
    texts.push(data);
    before = (before + data).slice(-REACH);
  }
  return texts.join('\n');
}

/** Where a part of a long text ends: at white space, as far as there is any. */
function endAtSpace(text: string, from: number): number {
  if (text.length - from <= PART) return text.length;
  const space = text.lastIndexOf(' ', from + PART);
  return space > from ? space : from + PART;
}
