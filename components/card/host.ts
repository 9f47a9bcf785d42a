// The card of a page: owns its one element, and opens one card in it at a time.
import { render } from 'preact';
import type { Localizer } from '../localizer.ts';
import { focus } from './focus.ts';
import { type CardActions, type CardRequest, createOpenCard, type OpenCard } from './open-card.tsx';
import { createShell, type Shell } from './shell.ts';

export interface CardHost {
  /** Opens the card, or moves it to another word. A hover does not replace a pinned card: then nothing happens. */
  show(request: CardRequest): void;
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
  /** False too for a pinned card that the page has hidden: it would keep all others from opening. */
  readonly pinned: boolean;
  /** Whether the card stays although its mention is gone, as it offers to undo that. */
  readonly outlivesMention: boolean;
  /** Resolves once no card is open. */
  closed(): Promise<void>;
}

interface CardHostOptions {
  localizer: Localizer;
  actions: CardActions;
  signal: AbortSignal;
}

/** Screen readers ignore the text of an element that has only just been shown: it comes this much later; ms. */
const ANNOUNCE_AFTER = 100;
const ANNOUNCEMENT_LASTS = 3000;

/** The card of `document`. Nothing is added to the page before the first card; all of it goes when `signal` aborts. */
export function createCardHost(document: Document, { localizer, actions, signal }: CardHostOptions): CardHost {
  let shell: Shell | null = null;
  let card: OpenCard | null = null;
  /** Of the announcement that is being made. */
  let timers: ReturnType<typeof setTimeout>[] = [];
  /** Who waits for the card to close. */
  let waiting: (() => void)[] = [];

  signal.addEventListener('abort', () => {
    for (const timer of timers) clearTimeout(timer);
    hide();
    shell?.host.remove();
    shell = null;
  });

  const isShown = () => Boolean(card && shell?.host.matches(':popover-open'));
  const isPinned = () => Boolean(card?.pinned && isShown());

  function show(request: CardRequest): void {
    const pinned = isPinned();
    if (signal.aborted || (pinned && request.by === 'hover')) return;
    shell ??= createShell(document, signal);
    card?.end();
    const focusBefore = card ? card.focusBefore : document.activeElement;
    card = createOpenCard(document, {
      localizer,
      actions,
      shell,
      request,
      pinned,
      focusBefore,
      onDismiss: dismiss,
    });
    card.open();
  }

  function hide(): void {
    if (!card || !shell) return;
    const { focusBefore } = card;
    const focused = shell.root.activeElement !== null;
    card.end();
    card = null;
    render(null, shell.body);
    shell.hide();
    if (focused) focus(focusBefore);
    for (const go of waiting) go();
    waiting = [];
  }

  function dismiss(): void {
    hide();
    actions.closed();
  }

  return {
    show,
    leave() {
      if (card?.by === 'hover' && !card.pinned) hide();
    },
    hide,
    contains: (event) => shell !== null && event.composedPath().includes(shell.host),
    announce(text) {
      if (signal.aborted) return;
      shell ??= createShell(document, signal);
      const { show, hide, announce } = shell;
      show();
      for (const timer of timers) clearTimeout(timer);
      timers = [
        setTimeout(() => announce(text), ANNOUNCE_AFTER),
        setTimeout(() => {
          announce('');
          if (!card) hide();
        }, ANNOUNCEMENT_LASTS),
      ];
    },
    get element() {
      return shell?.host ?? null;
    },
    get open() {
      return card !== null;
    },
    get pinned() {
      return isPinned();
    },
    get outlivesMention() {
      return card?.outlivesMention ?? false;
    },
    async closed() {
      // One that the page has hidden closes with no doing of the reader.
      if (isShown()) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
