// Whether a name can stand anywhere on the page: in its text, in open shadow roots, in frames of the same origin, now
// or after a change. Text is asked for natively, by whole subtrees between scripts and styles, and nothing is kept of
// it. Changes only mark the page as changed: it is then searched again as a whole, once a second at most and for at
// most one sixtieth of its time.
import type { FilterAnswer, NameFilter } from '../recognition/name-filter.ts';
import { CARRIERS, isLargeFrame, LATE_ROOTS, MOST_FRAMES, MOST_LATE } from './carriers.ts';
import type { Tree } from './text/trees.ts';
import { REST_FACTOR, yieldToPage } from './time-slices.ts';
import { SUMMARY, UNREAD_BY_GATE } from './unread.ts';

export interface NameSearchOptions {
  /** Asked before each search; false ends all of it. */
  isNeeded(): boolean;
  /** Called once, when a name can stand on the page. */
  onFound(): void;
}

const FRAME = /^i?frame$/;
const TEXTS = 4; // NodeFilter.SHOW_TEXT
const SLICE = 8; // ms of searching before the page gets control: half a frame
const PART = 60_000; // UTF-16 code units read at once
const REST = 1000; // ms between two searches, at least
/** How far a name may reach over the edge of a text node; UTF-16 code units. */
const REACH = 60;
const CUTS_OR_TELLS = `${UNREAD_BY_GATE},${SUMMARY},ruby`;

/**
 * Searches a document until a name was found or it is ended. A class, since the browser parses it anew on every page:
 * functions within a function are parsed once more when that first runs.
 */
export class NameSearch {
  readonly #document: Document;
  readonly #filter: NameFilter;
  readonly #options: NameSearchOptions;
  readonly #observer: MutationObserver;
  #found = false;
  #ended = false;
  #dirty = true;
  #searching: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rest = REST;
  /** For looks at elements that may get a shadow root yet. */
  #late: readonly ReturnType<typeof setTimeout>[] = [];
  #sliceSince = 0;
  /** Ends listening for frames, in the trees of the latest search. */
  #listening = new AbortController();

  constructor(document: Document, filter: NameFilter, options: NameSearchOptions) {
    this.#document = document;
    this.#filter = filter;
    this.#options = options;
    this.#observer = new MutationObserver(() => this.#onChange());
    void this.#search();
  }

  /** Whether all of the page was searched as it is now, and no name found. */
  isSilent(): boolean {
    if (this.#observer.takeRecords().length > 0) this.#onChange();
    return !this.#found && !this.#ended && !this.#dirty && !this.#searching;
  }

  /** Searches what has not been searched yet; true where a name can stand. Once it was found, it stays true. */
  async finish(): Promise<boolean> {
    while (!this.#ended && !this.isSilent()) await this.#search();
    return this.#found;
  }

  /** Stops searching, for good. */
  end(): void {
    this.#ended = true;
    this.#observer.disconnect();
    this.#listening.abort();
    clearTimeout(this.#timer);
    this.#lookLater([]);
  }

  #onChange(): void {
    this.#dirty = true;
    // Nothing is observed until the next search: being told of changes costs as well.
    this.#observer.disconnect();
    if (!this.#searching) this.#timer ??= setTimeout(() => this.#search(), this.#rest);
  }

  #search(): Promise<void> {
    this.#searching ??= this.#searchOnce();
    return this.#searching;
  }

  async #searchOnce(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dirty = false;
    if (!this.#options.isNeeded()) this.end();
    if (this.#ended) return;
    const since = performance.now();
    this.#sliceSince = since;
    try {
      this.#found = await this.#searchTrees();
    } catch {
      // A page that is stranger than we thought (a frame goes while it is searched) is the reader's to deal with.
      this.#found = true;
    }
    this.#searching = null;
    this.#rest = Math.max(REST, (performance.now() - since) * REST_FACTOR);
    if (this.#ended) return;
    if (this.#found) {
      this.end();
      this.#options.onFound();
      return;
    }
    if (this.#dirty) this.#onChange();
  }

  /** Looks whether these elements, and no others, have got a shadow root: what was added last gets its time too. */
  #lookLater(elements: readonly Element[]): void {
    for (const one of this.#late) clearTimeout(one);
    const look = () => {
      if (elements.some((element) => element.shadowRoot)) this.#onChange();
    };
    this.#late = elements.length > 0 ? LATE_ROOTS.map((ms) => setTimeout(look, ms)) : [];
  }

  async #searchTrees(): Promise<boolean> {
    if (await this.#hasName(this.#document)) return true;
    if (this.#ended) return false;
    // Most names are in the page's own text: only where there is none is it worth looking for other trees.
    const { trees, mayGetRoot, hasFrames } = treesIn(this.#document);
    this.#lookLater(mayGetRoot);
    this.#listening.abort();
    if (hasFrames) this.#listenIn(trees);
    for (const tree of trees.slice(1)) if (!this.#ended && (await this.#hasName(tree))) return true;
    return false;
  }

  /**
   * A frame that moves on to another page says so by its `load`, which can be captured in the frame's own tree; so can
   * those of all images.
   */
  #listenIn(trees: readonly Tree[]): void {
    this.#listening = new AbortController();
    const options = { capture: true, signal: this.#listening.signal };
    const onLoad = ({ target }: Event) => {
      if (FRAME.test((target as Element).localName)) this.#onChange();
    };
    for (const tree of trees) EventTarget.prototype.addEventListener.call(tree, 'load', onLoad, options);
  }

  async #hasName(tree: Tree): Promise<boolean> {
    // What changes while it is searched is searched again.
    this.#observer.observe(tree, { subtree: true, childList: true, characterData: true });
    const { text, summary, hasRuby } = nativeText(tree);
    // Reading aids over Han characters stand between the letters of names.
    if (hasRuby) return true;
    let answer = await this.#read(text + summary, false);
    // Where two blocks stand together without a space, only the text nodes tell where one ends.
    if (answer === 'perhaps') answer = await this.#read(separateTexts(tree) + summary, true);
    return answer === 'name';
  }

  async #read(text: string, exact: boolean): Promise<FilterAnswer> {
    const read = this.#filter.matcher(exact);
    let answer: FilterAnswer = 'none';
    for (let from = 0; from < text.length; from += PART) {
      if (from > 0 && performance.now() - this.#sliceSince > SLICE) {
        await yieldToPage();
        this.#sliceSince = performance.now();
      }
      if (this.#ended) return 'none';
      // Cut anywhere: the filter reads the end of a part again with the next.
      answer = read(text.slice(from, from + PART));
      if (answer === 'name') break;
    }
    return answer;
  }
}

/**
 * Pages name elements after properties (`<form name=querySelectorAll>`): the document is asked by its prototype's own
 * methods.
 */
const queryIn = (tree: Tree, selector: string): NodeListOf<Element> =>
  (tree.nodeType === 9 ? Document : DocumentFragment).prototype.querySelectorAll.call(tree, selector);

/** A document and the trees in it, at any depth, with the custom elements: they may get one yet. */
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
        } else if (mayGetRoot.length < MOST_LATE && localName.includes('-')) mayGetRoot.push(element);
      }
  return { trees: all, mayGetRoot, hasFrames };
}

/**
 * The text of a tree between what is not read, as the browser joins it: blocks stand together without a space. And what
 * the page says of its subject: a name given in full there stands for a bare surname in the text.
 */
function nativeText(tree: Tree): { text: string; summary: string; hasRuby: boolean } {
  let text = '';
  let summary = '';
  let hasRuby = false;
  const range = new Range();
  range.selectNodeContents(tree);
  const { endOffset } = range;
  let last: Element | undefined;
  for (const element of queryIn(tree, CUTS_OR_TELLS)) {
    const { localName } = element;
    if (localName === 'meta') summary += `\n${element.getAttribute('content')}`;
    else if (localName === 'ruby') hasRuby = true;
    else if (!last?.contains(element)) {
      range.setEndBefore(element);
      text += range.toString();
      range.setStartAfter(element);
      last = element;
    }
  }
  range.setEnd(tree, endOffset);
  return { text: text + range.toString(), summary, hasRuby };
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
