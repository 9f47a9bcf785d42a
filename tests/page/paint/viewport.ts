// A window without a layout: tests say where elements and mentions are, and what an IntersectionObserver tells.
import { vi } from 'vitest';
import type { PlacedMention } from '../../../page/text/mentions.ts';

/** Elements and text nodes by the distance of their upper edge from that of the viewport; px. */
const tops = new Map<Node, number>();
const SIZE = 20;

const boxOf = (node: Node): DOMRect => {
  const top = tops.get(node);
  const size = top === undefined ? 0 : SIZE;
  return { left: 0, right: size, width: size, height: size, top: top ?? 0, bottom: (top ?? 0) + size } as DOMRect;
};

// page/ takes the DOM's own methods from their prototypes when it is loaded.
Element.prototype.getBoundingClientRect = function () {
  return boxOf(this);
};
Range.prototype.getBoundingClientRect = function () {
  return boxOf(this.startContainer);
};

Range.prototype.getClientRects = function () {
  const { startContainer } = this;
  const { parentElement } = startContainer;
  const boxes = [startContainer, parentElement]
    .filter((node) => node && tops.has(node))
    .map((node) => boxOf(node as Node));
  return boxes.slice(0, 1) as unknown as DOMRectList;
};

/** Puts an element, or the text of a mention, somewhere; null takes it out of the layout. */
export function place(what: Element | PlacedMention, top: number | null): void {
  const node = what instanceof Element ? what : (what.block.nodes[0] as Node);
  if (top === null) tops.delete(node);
  else tops.set(node, top);
}

/** Every observer made since `install`. */
export class FakeObserver {
  static made: FakeObserver[] = [];
  static get only(): FakeObserver {
    return FakeObserver.made[0] as FakeObserver;
  }

  readonly watched = new Set<Element>();
  readonly tell: (entries: IntersectionObserverEntry[]) => void;
  readonly options: IntersectionObserverInit;
  isConnected = true;
  constructor(tell: (entries: IntersectionObserverEntry[]) => void, options: IntersectionObserverInit) {
    this.tell = tell;
    this.options = options;
    FakeObserver.made.push(this);
  }
  observe(element: Element): void {
    this.watched.add(element);
  }
  unobserve(element: Element): void {
    this.watched.delete(element);
  }
  disconnect(): void {
    this.watched.clear();
    this.isConnected = false;
  }

  /** Tells as a browser does: of all of them at once, near where their upper edge is within half a viewport of it. */
  look(...elements: Element[]): void {
    this.tell(
      elements.map((target) => {
        const boundingClientRect = boxOf(target);
        const { top, bottom, width } = boundingClientRect;
        const isIntersecting = width > 0 && top < innerHeight * 1.5 && bottom > -innerHeight * 0.5;
        return { target, boundingClientRect, isIntersecting } as IntersectionObserverEntry;
      }),
    );
  }
}

export function installFakeObserver(): void {
  FakeObserver.made = [];
  vi.stubGlobal('IntersectionObserver', FakeObserver);
}

/** An element with mentions of these figures, each in a text node of its own. */
export function paragraph(...figures: string[]): { element: HTMLElement; mentions: PlacedMention[] } {
  const element = document.createElement('p');
  document.body.append(element);
  const mentions = figures.map((figure) => {
    const node = document.createTextNode(figure);
    element.append(node);
    const block = { text: figure, nodes: [node], starts: [0], container: element, lang: null };
    return { figure, text: figure, start: 0, end: figure.length, evidence: [], block } as unknown as PlacedMention;
  });
  return { element, mentions };
}
