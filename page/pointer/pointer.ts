// The pointer over painted mentions: turns its events into those of the hover machine and drives its timers. One hit test a frame
// at most, and that only inside a block that has painted mentions.

import { closest, contains, listen } from '../native.ts';
import { isAt } from '../paint.ts';
import type { PlacedMention } from '../reading.ts';
import {
  type Box,
  type HoverEvent,
  type HoverState,
  type HoverTiming,
  hoverStart,
  hoverStep,
  leadsTo,
  type Point,
} from './hover.ts';

/** How a card opens: by resting on a mention, only while a modifier key is held, or by a click on one that is no link. */
export type Trigger = 'hover' | 'key' | 'click';

export interface PointerOptions {
  timing: HoverTiming;
  trigger: Trigger;
  signal: AbortSignal;
  paintedAround(element: Element | null): readonly PlacedMention[];
  /** The pointer moves where something is painted, or has come elsewhere; told once a second at most. */
  onMove(): void;
  /** The pointer is on a mention, and a card will follow if it stays. */
  onDwell(): void;
  onShow(mention: PlacedMention, by: 'hover' | 'touch'): void;
  onHide(): void;
  /** The open card's box in the viewport of the top window, or null; and whether an event happened on it. */
  cardBox(): Box | null;
  onCard(event: Event): boolean;
}

export interface Pointer {
  /** Listens in a window: the page's, or that of a frame in it. Listening twice is listening once. */
  attend(window: Window): void;
  set(trigger: Trigger, timing: HoverTiming): void;
  /** The card was opened or closed by other means. */
  shown(mention: PlacedMention): void;
  hidden(): void;
}

/** What a click on it does already. */
const ACTS = 'a[href],button,input,label,select,textarea,summary,[role=button],[role=link],[contenteditable]';

/** Movements that come sooner after another wait for the next frame; ms. Browsers send one a frame, so that few do. */
const FRAME = 16;
/** How often it is told that the pointer moves; ms. */
const RARELY = 1000;
/** A key that may have to be held. */
const MODIFIER = /^(Alt|Control|Meta)$/;

export function createPointer(options: PointerOptions): Pointer {
  const { signal, paintedAround, onMove, onDwell, onShow, onHide, cardBox, onCard } = options;
  let { timing, trigger } = options;
  let state: HoverState<PlacedMention> = hoverStart;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  /** What the last movement was over, asked while it is dispatched: afterwards an event no longer says. */
  let latest: { event: PointerEvent; time: number; target: Element | null; onCard: boolean } | null = null;
  /** Whether a modifier key is held. */
  let held = false;
  /** Where there was nothing to look at, and what `paintedAround` said of it: as long as it says the same, nothing has been painted anywhere. */
  let quiet: { target: Element | null; mentions: readonly PlacedMention[] } | null = null;
  /** The movement before, where something painted was around: what an event holds is asked only there, since each question costs as much as all else. */
  let before: (Point & { time: number }) | null = null;
  let lookedAt = 0;
  let toldAt = -RARELY;

  signal.addEventListener('abort', () => {
    // A timer that comes now means nothing.
    state = hoverStart;
    latest = null;
    quiet = null;
  });

  function drive(event: HoverEvent<PlacedMention>): void {
    const { state: next, show, hide } = hoverStep(state, event, timing);
    if (next !== state) {
      state = next;
      clearTimeout(timer);
      if (next.wait !== undefined) timer = setTimeout(drive, next.wait, { type: 'timer' });
      if (next.phase === 'dwelling') onDwell();
    }
    if (show) onShow(show, 'hover');
    if (hide) onHide();
  }

  function look(): void {
    frame = 0;
    if (!latest) return;
    const { event, time, target, onCard } = latest;
    const last = before;
    before = null;
    lookedAt = time;
    if (onCard) {
      drive({ type: 'enter-card' });
      return;
    }
    if (state.phase === 'idle') {
      const mentions = paintedAround(target);
      // What stands in a shadow root is told of its host.
      quiet = mentions.length === 0 && !target?.shadowRoot ? { target, mentions } : null;
      if (mentions.length === 0) return;
    }
    const point = { ...pointOf(event), time };
    before = point;
    // Between windows a time says nothing, and may be negative: no speed is known then.
    const speed =
      last && time - last.time < 200 ? Math.hypot(point.x - last.x, point.y - last.y) / (time - last.time || 1) : 0;
    const card = isOpen() ? cardBox() : null;
    const towards = card && last ? leadsTo(card, last, point) : false;
    const wanted = trigger === 'hover' || (trigger === 'key' && held);
    // A finger that moves presses, too.
    const over = wanted && event.buttons === 0 ? mentionAt(target, point) : null;
    if (over === null && state.phase === 'idle') return;
    drive({ type: 'move', over, speed, towards });
  }

  function mentionAt(target: Element | null, point: Point): PlacedMention | null {
    for (const mention of paintedAround(target))
      if (isAt(mention, point))
        // What lies over a name is not the name.
        return mention.block.nodes.some((node) => contains(target as Element, node)) ? mention : null;
    return null;
  }

  const isOpen = () => state.phase === 'open' || state.phase === 'closing';

  function clicked(event: PointerEvent): void {
    if (!event.isTrusted || event.defaultPrevented || onCard(event)) return;
    const touch = event.pointerType === 'touch';
    const target = innermost(event);
    if ((!touch && trigger !== 'click') || event.view?.getSelection()?.isCollapsed === false) return;
    const mention = mentionAt(target, pointOf(event));
    if (!mention || closest(target as Element, ACTS)) return;
    drive({ type: 'shown', shown: mention });
    onShow(mention, touch ? 'touch' : 'hover');
  }

  // A page's own events move nothing of ours.
  function moved(event: Event): void {
    const { target } = event;
    // Most movements stay over what has nothing painted in it. Where a key may follow, it is asked where the pointer came to rest.
    if (
      state.phase === 'idle' &&
      !frame &&
      trigger !== 'key' &&
      target === quiet?.target &&
      paintedAround(quiet.target) === quiet.mentions
    )
      return;
    if (!event.isTrusted) return;
    const time = event.timeStamp;
    // Each window counts its time from its own beginning.
    if (Math.abs(time - toldAt) >= RARELY) {
      toldAt = time;
      onMove();
      if (signal.aborted) return;
    }
    latest = { event: event as PointerEvent, time, target: innermost(event), onCard: isOpen() && onCard(event) };
    if (trigger === 'key') held = latest.event.altKey || latest.event.ctrlKey || latest.event.metaKey;
    // At once, while layout is what the browser has just found the pointer's target in.
    if (!frame && time - lookedAt >= FRAME) look();
    else frame ||= requestAnimationFrame(look);
  }

  function left(event: Event): void {
    // Out of the window, and so off word and card.
    if (state.phase !== 'idle' && event.isTrusted && (event as PointerEvent).relatedTarget === null)
      drive({ type: 'move', over: null, speed: 0, towards: false });
  }

  function cancelled({ type, key = '', isTrusted }: Event & { key?: string }): void {
    if (!isTrusted) return;
    if (trigger === 'key' && type === 'keydown' && MODIFIER.test(key)) {
      // It may be pressed after the pointer has come to rest, and repeats itself while it is held.
      if (!held) frame ||= requestAnimationFrame(look);
      held = true;
      return;
    }
    held = false;
    if (state.phase === 'dwelling') drive({ type: 'cancel' });
  }

  return {
    attend(window) {
      const heard = { passive: true, capture: true, signal };
      listen(window, 'pointermove', moved, heard);
      listen(window, 'pointerout', left, heard);
      for (const type of ['pointerdown', 'keydown', 'keyup', 'wheel', 'scroll']) listen(window, type, cancelled, heard);
      listen(window, 'click', clicked as (event: Event) => void, { passive: true, signal });
    },
    set(nextTrigger, nextTiming) {
      trigger = nextTrigger;
      timing = nextTiming;
    },
    shown: (mention) => drive({ type: 'shown', shown: mention }),
    hidden: () => drive({ type: 'hidden' }),
  };
}

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });

/** The element an event happened on, in whatever open shadow tree it stands. A form's field of that name does no harm here. */
const innermost = (event: Event): Element | null => {
  const target = event.target as Element | null;
  return target?.shadowRoot ? (event.composedPath()[0] as Element) : target;
};
