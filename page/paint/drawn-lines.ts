// Lines drawn over the page, below words of which a highlight would change the letters (looks.ts). They stand in one
// element of ours in each document, there only as long as there is such a word, and follow their words when the page
// scrolls or is laid out anew.
import { documentOf, ignoreIfFrameGone, listen, realmOf } from '../native.ts';
import { isCovered, isSeen, shownIn } from '../sight.ts';
import { pointAt } from '../text/blocks.ts';
import type { PlacedMention } from '../text/mentions.ts';
import { lineColourOf } from './looks.ts';
import { liveRangeOf } from './ranges.ts';

export interface DrawnLines {
  add(mention: PlacedMention): void;
  remove(mention: PlacedMention): void;
  has(mention: PlacedMention): boolean;
  /** The one that stands out, or none. */
  activate(mention: PlacedMention | null): void;
}

const STYLE = `
  :host {
    all: initial !important;
    position: absolute !important;
    inset: 0 auto auto 0 !important;
    z-index: 2147483647 !important;
    pointer-events: none !important;
  }
  div { position: absolute; box-sizing: border-box; border: 0 dotted }
  div.active { border-style: solid; background-color: #80808024 }
  @media print { div { display: none } }`;

/** From the lower edge of a word's box to its line, in parts of its size. */
const ABOVE_EDGE = 0.05;

export function createDrawnLines(signal: AbortSignal): DrawnLines {
  const layers = new Map<
    Document,
    { host: HTMLElement; root: ShadowRoot; drawn: Map<PlacedMention, HTMLElement[]>; end: AbortController }
  >();
  let active: PlacedMention | null = null;
  let frame = 0;

  signal.addEventListener('abort', () => {
    for (const layer of layers.values()) ignoreIfFrameGone(() => close(layer));
    layers.clear();
  });

  type Layer = NonNullable<ReturnType<typeof layers.get>>;

  function open(document: Document): Layer {
    // Made in a document that has no custom elements, so that none of the page's can be it.
    const host = new Document().createElementNS('http://www.w3.org/1999/xhtml', 'dramatis-lines') as HTMLElement;
    const root = host.attachShadow({ mode: 'closed' });
    Element.prototype.append.call(document.documentElement, host);
    const view = realmOf(document) as Window & typeof globalThis;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const end = new AbortController();
    const heard = { capture: true, passive: true, signal: end.signal };
    for (const type of ['scroll', 'resize', 'load', 'transitionend', 'animationend', 'toggle'])
      listen(view, type, placeSoon, heard);
    listen(document.fonts, 'loadingdone', placeSoon, heard);
    const layout = new ResizeObserver(placeSoon);
    layout.observe(document.documentElement);
    if (document.body) layout.observe(document.body);
    end.signal.addEventListener('abort', () => layout.disconnect());
    const layer = { host, root, drawn: new Map<PlacedMention, HTMLElement[]>(), end };
    layers.set(document, layer);
    return layer;
  }

  function close({ host, end }: Layer): void {
    end.abort();
    host.remove();
  }

  function placeSoon(): void {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      for (const layer of layers.values()) ignoreIfFrameGone(() => place(layer));
    });
  }

  /** Looks at all first and draws then, so that the browser lays the page out once. */
  function place({ host, root, drawn }: Layer): void {
    const origin = host.getBoundingClientRect();
    const zoom = (host as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
    const found = [...drawn].flatMap(([mention, lines]) => {
      const [text] = pointAt(mention.block, mention.start);
      const element = shownIn(text);
      const view = element && realmOf(element);
      // The page has taken it away, and we have not heard of it yet.
      if (!view) return [];
      const { fontSize, writingMode } = view.getComputedStyle(element);
      const boxes = isSeen(mention) && !isCovered(mention) ? [...liveRangeOf(mention).getClientRects()] : [];
      return [{ mention, lines, boxes, colour: lineColourOf(element), size: Number.parseFloat(fontSize), writingMode }];
    });
    for (const { mention, lines, boxes, colour, size, writingMode } of found) {
      const upright = writingMode.startsWith('horizontal');
      while (lines.length < boxes.length) lines.push(root.appendChild(documentOf(host).createElement('div')));
      for (const line of lines.splice(boxes.length)) line.remove();
      boxes.forEach((box, at) => {
        const line = lines[at] as HTMLElement;
        const edge = Math.round(size * ABOVE_EDGE);
        const [left, top] = [box.left - origin.left + (upright ? 0 : edge), box.top - origin.top];
        const [width, height] = [box.width - (upright ? 0 : edge), box.height - (upright ? edge : 0)];
        line.className = mention === active ? 'active' : '';
        const { style } = line;
        style.borderColor = colour;
        style.borderWidth = upright ? '0 0 1px' : '0 0 0 1px';
        for (const [name, px] of Object.entries({ left, top, width, height }))
          style.setProperty(name, `${px / zoom}px`);
      });
    }
  }

  return {
    add(mention) {
      const document = documentOf(mention.block.container);
      const layer = layers.get(document) ?? open(document);
      if (!layer.drawn.has(mention)) layer.drawn.set(mention, []);
      placeSoon();
    },
    remove(mention) {
      for (const [document, layer] of layers) {
        for (const line of layer.drawn.get(mention) ?? []) line.remove();
        if (!layer.drawn.delete(mention) || layer.drawn.size > 0) continue;
        ignoreIfFrameGone(() => close(layer));
        layers.delete(document);
      }
    },
    has: (mention) => [...layers.values()].some(({ drawn }) => drawn.has(mention)),
    activate(mention) {
      active = mention;
      if (layers.size > 0) placeSoon();
    },
  };
}
