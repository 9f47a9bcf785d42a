// The card on a page: opens it beside a word, keeps what it shows, follows the word, gives the focus back, and asks the outside for the rest.
import { render } from 'preact';
import type { CardPage } from '../../stories/card-content.ts';
import type { CardStory } from '../../stories/story.ts';
import type { StoryPlace } from '../story/place.ts';
import type { Voice } from '../voice.ts';
import { Card, type CardCallbacks } from './Card.tsx';
import { copyText } from './clipboard.ts';
import { placeBeside, placeSheet, type Side, type WordRects } from './placement.ts';
import { type CardMention, cardAsText, reportAsText } from './reasons.ts';
import { createShell, type Shell } from './shell.ts';
import { type CardView, follow, goBack, openAt } from './view.ts';

/** What a card asks of the world beyond it. */
export interface CardActions {
  openStory(place: StoryPlace): void;
  /** Go to the next (1) or previous (-1) mention of the same figure. */
  step(mention: CardMention, by: 1 | -1): void;
  /** Both make the mention disappear; whether that is remembered. */
  reject(mention: CardMention, scope: 'page' | 'site'): Promise<boolean>;
  mute(figure: string): Promise<boolean>;
  /** The reader closed the card, or its word is gone. */
  closed(): void;
}

export interface CardRequest {
  mention: CardMention;
  page: CardPage;
  /** In the top window's viewport. */
  rects: WordRects;
  /** What opened it: the keyboard moves focus in, a touch opens a sheet, a hover does neither. */
  by: 'hover' | 'keyboard' | 'touch';
}

export interface CardHost {
  /** Opens the card, or moves it to another word. A hover cannot take a pinned card away: then nothing happens and false comes back. */
  show(request: CardRequest): boolean;
  /** The pointer has left word and card: closes what a hover opened, unless it is pinned. */
  leave(): void;
  /** Closes the card whatever opened it, and gives the focus back. */
  hide(): void;
  /** Whether an event of the page happened on the card. */
  contains(event: Event): boolean;
  /** Says something to screen readers, politely, and shows nothing. */
  announce(text: string): void;
  /** The host, once a card has been needed. */
  readonly element: HTMLElement | null;
  readonly open: boolean;
}

interface Opened extends CardRequest {
  view: CardView;
  side: Side | null;
  /** What had the focus before the card opened. */
  origin: Element | null;
  /** Ends what lives only as long as the card is open. */
  ends: AbortController;
}

/** Below this width of the window a card is a sheet along its edge, px. */
const narrow = 420;
/** With less height than this on its side of the word, a card looks for another side, px. */
const cramped = 120;
/** A screen reader does not hear what is said by an element that has only just been shown: the text comes this much later, ms. */
const announceAfter = 100;
const announcementStands = 3000;

/**
 * The card for the pages of `document`. Nothing is added to the page before the first card is shown; all of it is gone once `signal` is aborted.
 */
export function createCardHost(
  document: Document,
  {
    voice,
    story,
    actions,
    signal,
  }: {
    voice: Voice;
    story: CardStory;
    actions: CardActions;
    signal: AbortSignal;
  },
): CardHost {
  const window = document.defaultView as Window & typeof globalThis;
  let shell: Shell | null = null;
  let opened: Opened | null = null;
  let frame = 0;

  signal.addEventListener('abort', () => {
    hide();
    shell?.host.remove();
    shell = null;
  });

  function show(request: CardRequest): boolean {
    // A pinned card that the page has taken away holds nobody up.
    const pinned = opened?.view.pinned && shell?.host.matches(':popover-open');
    if (signal.aborted || (pinned && request.by === 'hover')) return false;
    shell ??= createShell(document, signal);
    opened?.ends.abort();
    opened = {
      ...request,
      view: { ...openAt(request.mention.figure), pinned: pinned ?? false },
      side: null,
      origin: opened?.origin ?? document.activeElement,
      ends: new AbortController(),
    };
    // Preact writes `tabIndex`, which only an HTML document lowers to `tabindex`: so the host goes into the page first.
    shell.lift();
    draw(opened, shell);
    listen(opened.ends.signal);
    place(true);
    if (request.by === 'keyboard') focusCard(shell);
    return true;
  }

  function hide(): void {
    if (!opened || !shell) return;
    const { ends, origin } = opened;
    const focused = shell.root.activeElement !== null;
    ends.abort();
    opened = null;
    render(null, shell.body);
    shell.sink();
    if (focused) focus(origin);
  }

  function dismiss(): void {
    hide();
    actions.closed();
  }

  function draw({ view, mention, page, by }: Opened, { body }: Shell): void {
    const manner = by === 'hover' && !view.pinned ? 'tooltip' : 'dialog';
    const props = { voice, story: story, view, page, mention, manner, on: callbacks } as const;
    render(<Card {...props} />, body);
  }

  /** Puts another view in place of what the card shows; focus that stood in the card stays in it. */
  function turnTo(change: (view: CardView) => CardView): void {
    if (!opened || !shell) return;
    const view = change(opened.view);
    const focused = shell.root.activeElement !== null;
    const other = view.figure !== opened.view.figure;
    opened.view = view;
    draw(opened, shell);
    if (other) shell.body.firstElementChild?.scrollTo(0, 0);
    if (focused && (other || shell.root.activeElement === null)) focusCard(shell);
    place(false);
  }

  const callbacks: CardCallbacks = {
    follow: (figure) => turnTo((view) => follow(view, figure)),
    back: () => turnTo(goBack),
    more: () => turnTo((view) => ({ ...view, more: !view.more })),
    correct: () => turnTo((view) => ({ ...view, correcting: !view.correcting })),
    pin: () => turnTo((view) => ({ ...view, pinned: !view.pinned })),
    close: dismiss,
    openStory: actions.openStory,
    step: (by) => opened && actions.step(opened.mention, by),
    mute: () => closeOnce(({ view }) => actions.mute(view.figure)),
    reject: (scope) => closeOnce(({ mention }) => actions.reject(mention, scope)),
    report() {
      if (!opened) return;
      copyText(document, reportAsText(voice, story.figures, opened.mention, document.location.href));
      turnTo((view) => ({ ...view, notice: 'card_reported' }));
    },
    copy(figure, content) {
      copyText(document, cardAsText(voice, story, figure, content));
      turnTo((view) => ({ ...view, notice: 'card_copied' }));
    },
  };

  /** Closes the card once what makes its mention disappear is remembered; where the browser refuses, the card says so. */
  async function closeOnce(ask: (now: Opened) => Promise<boolean>): Promise<void> {
    const now = opened;
    const remembered = now && (await ask(now));
    if (opened !== now) return;
    if (remembered) dismiss();
    else turnTo((view) => ({ ...view, notice: 'unsaved' }));
  }

  function listen(until: AbortSignal): void {
    const heard = { capture: true, passive: true, signal: until };
    window.addEventListener('keydown', closeOnEscape, { capture: true, signal: until });
    window.addEventListener('click', closeOutside, heard);
    window.addEventListener('scroll', keepBeside, heard);
    window.addEventListener('resize', keepBeside, heard);
    // `toggle` and `close` of a dialog do not bubble, but are captured.
    for (const type of ['fullscreenchange', 'toggle', 'close']) document.addEventListener(type, keepOnTop, heard);
    shell?.root.addEventListener('keydown', passTab, { signal: until });
  }

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !event.isTrusted || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dismiss();
  }

  /** What a key or a finger opened closes when the page is used again. */
  function closeOutside(event: Event): void {
    if (!opened || opened.by === 'hover' || opened.view.pinned) return;
    if (event.isTrusted && event.target !== shell?.host) dismiss();
  }

  /** Tab past either end of the card goes on from where the reader came: the host stands last in the document, where focus would be lost. */
  function passTab(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Tab' || !shell || !opened) return;
    const stops: (Element | null)[] = [...shell.body.querySelectorAll('button:not(:disabled)')];
    const at = stops.indexOf(shell.root.activeElement);
    if (event.shiftKey ? at > 0 : at < stops.length - 1) return;
    const { origin, view } = opened;
    if (!focus(origin)) return;
    if (!view.pinned) dismiss();
  }

  function keepOnTop(event: Event): void {
    if (!shell || event.target === shell.host) return;
    const focused = shell.root.activeElement as HTMLElement | null;
    shell.lift();
    focused?.focus({ preventScroll: true });
    place(false);
  }

  /** The card goes with its word; a pinned one stays where it is. */
  function keepBeside(event: Event): void {
    const ownScroll = event.target === shell?.host;
    if (frame || ownScroll || (event.type === 'scroll' && opened?.view.pinned)) return;
    frame = window.requestAnimationFrame(() => {
      frame = 0;
      place(false);
    });
  }

  function place(search: boolean): void {
    if (!opened || !shell) return;
    const { host, put } = shell;
    const rects = opened.rects();
    if (!search && !rects.some((rect) => rect.bottom > 0 && rect.top < window.innerHeight)) {
      // The word is gone or scrolled away: what only a hover opened goes with it, the rest stays where it is.
      if (opened.by === 'hover' && !opened.view.pinned) dismiss();
      return;
    }
    if (opened.by === 'touch' || window.innerWidth < narrow) {
      put(placeSheet(rects, window.visualViewport?.height ?? window.innerHeight));
      return;
    }
    if (search) put({ 'max-height': null });
    const { rules, side, room } = placeBeside(rects, host, search ? null : opened.side, (height) =>
      put({ 'max-height': height }),
    );
    if (!search && room < cramped) {
      place(true);
      return;
    }
    opened.side = side;
    put(rules);
  }

  return {
    show,
    leave() {
      if (opened?.by === 'hover' && !opened.view.pinned) hide();
    },
    hide,
    contains: (event) => shell !== null && event.composedPath().includes(shell.host),
    announce(text) {
      if (signal.aborted) return;
      shell ??= createShell(document, signal);
      const { lift, sink, announce } = shell;
      lift();
      window.setTimeout(() => announce(text), announceAfter);
      window.setTimeout(() => {
        announce('');
        if (!opened) sink();
      }, announcementStands);
    },
    get element() {
      return shell?.host ?? null;
    },
    get open() {
      return opened !== null;
    },
  };
}

function focusCard({ body }: Shell): void {
  (body.firstElementChild as HTMLElement | null)?.focus({ preventScroll: true });
}

/** Moves focus to `element`; false where it cannot have it. */
function focus(element: Element | null): boolean {
  // A form's fields may be named after its methods.
  const { isConnected, focus } = (element ?? {}) as Partial<HTMLElement>;
  if (!isConnected || typeof focus !== 'function' || element === document.body) return false;
  (element as HTMLElement).focus({ preventScroll: true });
  return true;
}
