// The pointer over painted mentions: turns its events into those of the hover machine. It makes at most one hit test a
// frame, and only inside a block that has painted mentions.
import { closest, documentOf, findFirst, textOf } from '../native.ts';
import { isAt } from '../paint/ranges.ts';
import { holds, isCoveredAt, isPassedByPointer } from '../sight.ts';
import { pointAt } from '../text/blocks.ts';
import type { PlacedMention } from '../text/mentions.ts';
import { type Box, type HoverTiming, leadsTo, type Point } from './hover.ts';
import { createHoverDriver } from './hover-driver.ts';
import { hasLeftWindow, innermost, type Movement, movementOf, type PointerEvents } from './pointer-events.ts';

/**
 * What opens a card: resting on a mention, the same while a modifier key is held, or a click where there is no link.
 */
export type Trigger = 'hover' | 'key' | 'click';

export interface PointerOptions {
  pointerEvents: PointerEvents;
  timing: HoverTiming;
  trigger: Trigger;
  signal: AbortSignal;
  paintedAround(element: Element | null): readonly PlacedMention[];
  /** The pointer moves where something is painted, or has come elsewhere; told once a second at most. */
  onMove(): void;
  /** The pointer is on a mention, and a card will follow if it stays. */
  onDwell(mention: PlacedMention): void;
  onShow(mention: PlacedMention, by: 'hover' | 'touch'): void;
  onHide(): void;
  /** The open card's box in the viewport of the top window, or null; and whether an event happened on it. */
  cardBox(): Box | null;
  onCard(event: Event): boolean;
}

export interface Pointer {
  /** Something may be painted now where nothing was. */
  painted(): void;
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
/** So long the pointer that came before the marks may find something painted where it rests; ms. */
const ARRIVAL = 2000;
/** A key that may have to be held. */
const MODIFIER = /^(Alt|Control|Meta)$/;

export function createPointer(options: PointerOptions): Pointer {
  const { pointerEvents, signal, paintedAround, onMove, onShow, cardBox, onCard } = options;
  let { trigger } = options;
  const hover = createHoverDriver<PlacedMention>(options.timing, {
    onDwell: options.onDwell,
    onShow: (mention) => onShow(mention, 'hover'),
    onHide: options.onHide,
  });
  let frame = 0;
  let latest: (Movement & { onCard: boolean }) | null = null;
  /** A movement to where nothing is painted as yet: marks are painted piece by piece. */
  let waiting: Movement | null = null;
  const begun = performance.now();
  /** Whether a modifier key is held. */
  let held = false;
  /** A target with nothing painted around it, and the answer of `paintedAround`: the same array until paint changes. */
  let emptyTarget: { target: Element | null; mentions: readonly PlacedMention[] } | null = null;
  /** The movement before, if something was painted around it. Elsewhere its point is not read, as that costs. */
  let before: Moment | null = null;
  let lookedAt = 0;
  let toldAt = -RARELY;

  signal.addEventListener('abort', () => {
    pointerEvents.rest(hover.phase !== 'idle' || frame ? latest : waiting);
    hover.reset();
    latest = null;
    waiting = null;
    emptyTarget = null;
  });

  const isArriving = (): boolean => performance.now() - begun < ARRIVAL;

  function look(): void {
    frame = 0;
    if (!latest) return;
    const { event, target, onCard } = latest;
    const time = event.timeStamp;
    const last = before;
    before = null;
    lookedAt = time;
    waiting = hover.phase === 'idle' && isArriving() ? latest : null;
    if (onCard) {
      hover.feed({ type: 'enter-card' });
      return;
    }
    const point = { ...pointOf(event), time };
    const mentions = paintedAt(target, point, paintedAround);
    if (hover.phase === 'idle') {
      // Events inside a shadow root name its host as their target; what lies under a link, the link.
      emptyTarget = mentions.length === 0 && !target?.shadowRoot && !mayLieOver(target) ? { target, mentions } : null;
      if (mentions.length === 0) return;
    }
    before = point;
    const card = hover.isOpen() ? cardBox() : null;
    const towards = card && last ? leadsTo(card, last, point) : false;
    const wanted = trigger === 'hover' || (trigger === 'key' && held);
    // A finger that moves presses, too.
    const over = wanted && event.buttons === 0 ? mentionAt(mentions, target, point) : null;
    if (over === null && hover.phase === 'idle') return;
    waiting = null;
    hover.feed({ type: 'move', over, speed: speedBetween(last, point), towards });
  }

  function take(movement: Movement): void {
    const { event } = movement;
    latest = { ...movement, onCard: hover.isOpen() && onCard(event) };
    if (trigger === 'key') held = event.altKey || event.ctrlKey || event.metaKey;
  }

  function clicked(event: PointerEvent): void {
    if (!event.isTrusted || event.defaultPrevented || onCard(event)) return;
    const mention = mentionClicked(event, trigger, paintedAround);
    if (!mention) return;
    hover.feed({ type: 'shown', shown: mention });
    onShow(mention, event.pointerType === 'touch' ? 'touch' : 'hover');
  }

  const isStillEmpty = (target: EventTarget | null): boolean =>
    target === emptyTarget?.target && paintedAround(emptyTarget.target) === emptyTarget.mentions;

  // A page's own events move nothing of ours.
  function moved(event: PointerEvent): void {
    // Most movements stay over what has nothing painted in it. Where a key may follow, the place of rest must be known.
    if (hover.phase === 'idle' && !frame && !waiting && trigger !== 'key' && isStillEmpty(event.target)) return;
    if (!event.isTrusted) return;
    const time = event.timeStamp;
    // Each window counts its time from its own beginning.
    if (Math.abs(time - toldAt) >= RARELY) {
      toldAt = time;
      onMove();
      if (signal.aborted) return;
    }
    take(movementOf(event));
    // At once, while layout is what the browser has just found the pointer's target in.
    if (!frame && time - lookedAt >= FRAME) look();
    else frame ||= requestAnimationFrame(look);
  }

  function left(event: PointerEvent): void {
    if ((hover.phase === 'idle' && !waiting && !frame) || !event.isTrusted || !hasLeftWindow(event)) return;
    waiting = null;
    // A movement that waits for its frame is over, too.
    latest = null;
    if (hover.phase !== 'idle') hover.feed({ type: 'move', over: null, speed: 0, towards: false });
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
    waiting = null;
    if (hover.phase === 'dwelling') hover.feed({ type: 'cancel' });
  }

  waiting = pointerEvents.follow({ moved, left, cancelled, clicked });

  return {
    painted() {
      // A later movement that waits for its frame is looked at then.
      if (frame || !waiting || !isArriving()) return;
      if (!latest) take(waiting);
      look();
    },
    set(nextTrigger, timing) {
      trigger = nextTrigger;
      hover.setTiming(timing);
    },
    shown: (mention) => hover.feed({ type: 'shown', shown: mention }),
    hidden: () => hover.feed({ type: 'hidden' }),
  };
}

/** A place of the pointer, and when it was there; ms. */
interface Moment extends Point {
  time: number;
}

/** In px per ms; 0 where it is not known: each window has its own time, and a difference may be negative. */
function speedBetween(last: Moment | null, now: Moment): number {
  if (!last || now.time - last.time >= 200) return 0;
  return Math.hypot(now.x - last.x, now.y - last.y) / (now.time - last.time || 1);
}

/** Links and buttons are stretched over whole teasers, and so are boxes without any text. */
const mayLieOver = (element: Element | null): boolean =>
  element !== null && (closest(element, ACTS) !== null || (findFirst(element, '*') === null && textOf(element) === ''));

/** What is painted around the element at a point, and around what lies under it where it may be stretched over that. */
function paintedAt(
  target: Element | null,
  { x, y }: Point,
  paintedAround: PointerOptions['paintedAround'],
): readonly PlacedMention[] {
  if (!target || !mayLieOver(target)) return paintedAround(target);
  return [...new Set(documentOf(target).elementsFromPoint(x, y).flatMap(paintedAround))];
}

/** Which of these mentions is at a point. Null where `target`, the element hit there, hides the name. */
function mentionAt(mentions: readonly PlacedMention[], target: Element | null, point: Point): PlacedMention | null {
  const mention = target && mentions.find((one) => isAt(one, point));
  if (!mention) return null;
  const [text] = pointAt(mention.block, mention.start);
  const isOn = mention.block.nodes.some((node) => holds(target, node));
  const isBelow = mayLieOver(target) && !isCoveredAt(text, point);
  return isOn || isBelow || isPassedByPointer(mention) ? mention : null;
}

/** The mention whose card a click opens. Null where it selects text, does something else, or may not open cards. */
function mentionClicked(
  event: PointerEvent,
  trigger: Trigger,
  paintedAround: PointerOptions['paintedAround'],
): PlacedMention | null {
  if (event.pointerType !== 'touch' && trigger !== 'click') return null;
  if (event.view?.getSelection()?.isCollapsed === false) return null;
  const target = innermost(event);
  const point = pointOf(event);
  const mention = mentionAt(paintedAt(target, point, paintedAround), target, point);
  return mention && !closest(target as Element, ACTS) ? mention : null;
}

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });
