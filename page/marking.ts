// Everything that happens on the page, put together: reading, paint, and the pointer over what is painted. Knows nothing of
// settings, cards or browsers' APIs; what it finds and what the reader does with it goes out through callbacks.

import type { Recogniser } from '../recognition/recognise.ts';
import type { PageFacts } from '../recognition/resolve.ts';
import { containerOf } from './blocks.ts';
import {
  type Box,
  type HoverEvent,
  type HoverState,
  type HoverTiming,
  hoverStart,
  hoverStep,
  leadsTo,
} from './hover.ts';
import { createPainter, rectsOf } from './paint.ts';
import { createReading, type PlacedMention } from './reading.ts';

export type Density = Readonly<Record<'person' | 'place' | 'organization', 'every' | 'first' | 'none'>>;

export interface MarkingOptions {
  recogniser: Recogniser;
  facts: PageFacts;
  density: Density;
  /** What kind a figure is, for the density; `group` is never marked. */
  kindOf(figure: string): 'person' | 'place' | 'organization' | 'group';
  timing: HoverTiming;
  /** How a card opens: by resting on a mention, only while a modifier key is held, or by a click on one that is no link. */
  trigger: 'hover' | 'key' | 'click';
  signal: AbortSignal;
  onMentions(mentions: readonly PlacedMention[]): void;
  onShow(mention: PlacedMention, by: 'hover' | 'touch' | 'keyboard'): void;
  onHide(): void;
  /** The open card's box, or null; and whether an event happened on it. */
  cardBox(): Box | null;
  onCard(event: Event): boolean;
}

export interface Marking {
  whole(): Promise<readonly PlacedMention[]>;
  readonly mentions: readonly PlacedMention[];
  decide(facts: PageFacts): void;
  setDensity(density: Density): void;
  setTrigger(trigger: MarkingOptions['trigger'], dwell: number): void;
  /** The next (1) or previous (-1) visible mention of a figure, or of any, after the last one revealed; scrolled to and outlined. */
  reveal(figure: string | null, step: 1 | -1): PlacedMention | null;
  /** The card was closed by other means than the pointer. */
  closed(): void;
}

/** Marks `document` until the signal is aborted. */
export function createMarking(document: Document, options: MarkingOptions): Marking {
  const { signal } = options;
  const window = document.defaultView as Window & typeof globalThis;
  let { density, timing, trigger } = options;
  let mentions: readonly PlacedMention[] = [];
  let revealed: PlacedMention | null = null;
  const painter = createPainter(signal);
  const reading = createReading(document, options.recogniser, options.facts, {
    signal,
    onTree: (tree) => painter.adopt(tree),
    onChange(next) {
      mentions = next;
      paint();
      options.onMentions(next);
    },
  });

  function paint(): void {
    const seen = new Set<string>();
    painter.set(
      mentions.filter(({ figure }) => {
        const kind = options.kindOf(figure);
        const how = kind === 'group' ? 'none' : density[kind];
        if (how === 'every') return true;
        if (how === 'none' || seen.has(figure)) return false;
        seen.add(figure);
        return true;
      }),
    );
  }

  // The pointer: at most one hit test a frame, and none where no painted mention is near.
  let state: HoverState<PlacedMention> = hoverStart;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let latest: PointerEvent | null = null;
  let before: { x: number; y: number; time: number } | null = null;

  function drive(event: HoverEvent<PlacedMention>): void {
    const step = hoverStep(state, event, timing);
    state = step.state;
    if (state.phase === 'idle') clearTimeout(timer);
    for (const effect of step.effects) {
      if (effect.type === 'wait') {
        clearTimeout(timer);
        timer = setTimeout(() => drive({ type: 'timer', token: effect.token }), effect.ms);
      } else if (effect.type === 'show') open(effect.shown, 'hover');
      else {
        painter.activate(null);
        options.onHide();
      }
    }
  }

  function open(mention: PlacedMention, by: 'hover' | 'touch' | 'keyboard'): void {
    revealed = mention;
    painter.activate(mention);
    options.onShow(mention, by);
  }

  function look(): void {
    frame = 0;
    const event = latest;
    if (!event || signal.aborted) return;
    const point = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    const elapsed = before ? Math.max(point.time - before.time, 1) : 1;
    const speed = before && elapsed < 200 ? Math.hypot(point.x - before.x, point.y - before.y) / elapsed : 0;
    const card = options.cardBox();
    const towards = card !== null && before !== null && leadsTo(card, before, point);
    before = point;
    if (options.onCard(event)) {
      drive({ type: 'enter-card' });
      return;
    }
    const wanted = trigger === 'hover' || (trigger === 'key' && (event.altKey || event.ctrlKey || event.metaKey));
    const over = wanted && event.pointerType !== 'touch' && event.buttons === 0 ? mentionAt(event) : null;
    if (over === null && state.phase === 'idle') return;
    drive({ type: 'move', over, speed, towards });
  }

  const passive = { passive: true, capture: true, signal };
  window.addEventListener(
    'pointermove',
    (event) => {
      latest = event;
      if (frame === 0 && (mentions.length > 0 || state.phase !== 'idle')) frame = window.requestAnimationFrame(look);
    },
    passive,
  );
  for (const type of ['pointerdown', 'keydown', 'wheel'] as const)
    window.addEventListener(type, () => drive({ type: 'cancel' }), passive);
  // Leaving the window leaves word and card.
  document.documentElement.addEventListener(
    'pointerleave',
    () => drive({ type: 'move', over: null, speed: 0, towards: false }),
    { passive: true, signal },
  );
  window.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || options.onCard(event) || event.defaultPrevented) return;
      const touch = (event as PointerEvent).pointerType === 'touch';
      if (!touch && trigger !== 'click') return;
      const target = event.composedPath()[0];
      if (
        !(target instanceof Element) ||
        target.closest('a[href],button,input,label,select,textarea,summary,[role=button],[contenteditable]')
      )
        return;
      if (!window.getSelection()?.isCollapsed) return;
      const mention = mentionAt(event as PointerEvent);
      if (!mention) return;
      drive({ type: 'shown', shown: mention });
      open(mention, touch ? 'touch' : 'hover');
    },
    { signal, passive: true },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    window.cancelAnimationFrame(frame);
    mentions = [];
    revealed = null;
    state = hoverStart;
    latest = null;
  });

  /** The painted mention under the pointer. */
  function mentionAt(event: PointerEvent): PlacedMention | null {
    const path = event.composedPath();
    const target = path[0];
    if (!(target instanceof Node)) return null;
    const container = containerOf(target);
    // The pointer's target may be an element around several blocks (a flex box with loose text), never one below its block.
    const candidates = container ? painter.near(container) : [];
    if (candidates.length === 0) return null;
    const roots = path.filter((one): one is ShadowRoot => one instanceof ShadowRoot);
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY, { shadowRoots: roots });
    if (!caret) return null;
    for (const mention of candidates) {
      const at = mention.block.nodes.indexOf(caret.offsetNode as Text);
      if (at < 0) continue;
      const offset = (mention.block.starts[at] as number) + caret.offset;
      // The caret snaps to the nearest letter, so the boxes decide.
      if (offset < mention.start - 1 || offset > mention.end + 1) continue;
      if (
        rectsOf(mention).some(
          (box) =>
            event.clientX >= box.left &&
            event.clientX <= box.right &&
            event.clientY >= box.top - 1 &&
            event.clientY <= box.bottom + 2,
        )
      )
        return mention;
    }
    return null;
  }

  return {
    whole: () => reading.whole(),
    get mentions() {
      return mentions;
    },
    decide: (facts) => reading.decide(facts),
    setDensity(next) {
      density = next;
      paint();
    },
    setTrigger(next, dwell) {
      trigger = next;
      timing = { ...timing, dwell };
    },
    reveal(figure, step) {
      const wanted = mentions.filter((mention) => (figure === null || mention.figure === figure) && isVisible(mention));
      if (wanted.length === 0) return null;
      const at = revealed ? wanted.indexOf(revealed) : -1;
      const from = at >= 0 ? at : step === 1 ? -1 : wanted.length;
      const mention = wanted[(from + step + wanted.length) % wanted.length] as PlacedMention;
      revealed = mention;
      const element = mention.block.nodes[0]?.parentElement ?? mention.block.container;
      const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      const [box] = rectsOf(mention);
      if (!box || box.top < 60 || box.bottom > window.innerHeight - 60)
        element.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'instant' });
      painter.activate(mention);
      drive({ type: 'shown', shown: mention });
      return mention;
    },
    closed() {
      painter.activate(null);
      drive({ type: 'hidden' });
    },
  };
}

const isVisible = ({ block }: PlacedMention): boolean =>
  block.nodes[0]?.parentElement?.checkVisibility({ visibilityProperty: true }) === true;
