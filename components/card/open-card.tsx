// One open card: shows its figure, carries out what the reader presses in it, and closes when the reader leaves it.
import { render } from 'preact';
import type { CardPage } from '../../stories/card-content.ts';
import type { CardStory } from '../../stories/story.ts';
import type { Localizer } from '../localizer.ts';
import type { StoryPlace } from '../story/place.ts';
import { Card, type CardCallbacks } from './Card.tsx';
import { copyText } from './clipboard.ts';
import { listenForDismissal } from './dismissal.ts';
import type { CardMention } from './evidence.ts';
import { focusCard } from './focus.ts';
import type { WordRects } from './placement.ts';
import { cardAsText, reportAsText } from './plain-text.ts';
import { createPositioner } from './position.ts';
import type { Shell } from './shell.ts';
import { type CardView, goBack, goTo, openAt } from './view.ts';

export interface CardRequest {
  mention: CardMention;
  page: CardPage;
  /** In the top window's viewport. */
  rects: WordRects;
  /** The element that the word stands in. */
  word?: Element;
  /** What opened it: the keyboard moves focus in, a touch opens a sheet, a hover does neither. */
  by: 'hover' | 'keyboard' | 'touch';
}

/** What a card asks of the world beyond it. */
export interface CardActions {
  openStory(place: StoryPlace): void;
  /** Goes to the next (1) or previous (-1) mention of the same figure. */
  step(mention: CardMention, by: 1 | -1): void;
  /** Both make the mention disappear, and answer whether that was saved. */
  reject(mention: CardMention, scope: 'page' | 'site'): Promise<boolean>;
  mute(figure: string): Promise<boolean>;
  /** The reader closed the card, or its word is gone. */
  closed(): void;
}

export interface OpenCard {
  /** Shows the card; called once. */
  open(): void;
  /** Removes its content and its listeners; the shell stays as it is. */
  end(): void;
  readonly by: CardRequest['by'];
  readonly pinned: boolean;
  /** What had the focus before the card opened. */
  readonly focusBefore: Element | null;
}

export interface OpenCardOptions {
  localizer: Localizer;
  story: CardStory;
  actions: CardActions;
  shell: Shell;
  request: CardRequest;
  pinned: boolean;
  focusBefore: Element | null;
  /** The card wants to be closed, by the reader or because its word is gone. */
  onDismiss(): void;
}

export function createOpenCard(document: Document, options: OpenCardOptions): OpenCard {
  const { localizer, story, actions, shell, request, focusBefore, onDismiss } = options;
  const { mention, page, by } = request;
  const window = document.defaultView as Window & typeof globalThis;
  const ended = new AbortController();
  const { signal } = ended;
  let view: CardView = { ...openAt(mention.figure), pinned: options.pinned };
  const positioner = createPositioner(window, {
    shell,
    rects: request.rects,
    sheet: by === 'touch',
    isPinned: () => view.pinned,
    // What a hover opened goes with its word; the rest stays where it is.
    onWordGone: () => isTooltip() && onDismiss(),
    signal,
  });

  /** Whether only the pointer holds the card open. */
  function isTooltip(): boolean {
    return by === 'hover' && !view.pinned;
  }

  function draw(): void {
    const role = isTooltip() ? 'tooltip' : 'dialog';
    const props = { localizer, story, view, page, mention, role, on: callbacks } as const;
    render(<Card {...props} />, shell.body);
  }

  /** Shows another view; focus that was in the card stays in it. */
  function setView(next: CardView): void {
    if (signal.aborted) return;
    const focused = shell.root.activeElement !== null;
    const otherFigure = next.figure !== view.figure;
    view = next;
    draw();
    if (otherFigure) shell.body.firstElementChild?.scrollTo(0, 0);
    if (focused && (otherFigure || shell.root.activeElement === null)) focusCard(shell);
    positioner.update();
  }

  const callbacks: CardCallbacks = {
    goTo: (figure) => setView(goTo(view, figure)),
    back: () => setView(goBack(view)),
    more: () => setView({ ...view, more: !view.more }),
    correct: () => setView({ ...view, correcting: !view.correcting }),
    pin: () => setView({ ...view, pinned: !view.pinned }),
    close: onDismiss,
    openStory: actions.openStory,
    step: (direction) => actions.step(mention, direction),
    mute: () => closeIfSaved(actions.mute(view.figure)),
    reject: (scope) => closeIfSaved(actions.reject(mention, scope)),
    report: () => copy(reportAsText(localizer, story.figures, mention, document.location.href), 'card_reported'),
    copy: (figure, content) => copy(cardAsText(localizer, story, figure, content), 'card_copied'),
  };

  /** Copies a text, and says so once it is copied. */
  async function copy(text: string, notice: CardView['notice']): Promise<void> {
    const isCopied = await copyText(document, text);
    setView({ ...view, notice: isCopied ? notice : null });
  }

  /** Closes the card once the change is saved; otherwise the card says that it was not. */
  async function closeIfSaved(change: Promise<boolean>): Promise<void> {
    const saved = await change;
    if (signal.aborted) return;
    if (saved) onDismiss();
    else setView({ ...view, notice: 'unsaved' });
  }

  function onTopLayerChange(event: Event): void {
    if (event.target === shell.host) return;
    const focused = shell.root.activeElement as HTMLElement | null;
    shell.show(request.word);
    focused?.focus({ preventScroll: true });
    positioner.update();
  }

  return {
    open() {
      // Preact sets `tabIndex`, which only HTML documents turn into `tabindex`: the host goes into the page first.
      shell.show(request.word);
      draw();
      listenForDismissal(window, { shell, by, isPinned: () => view.pinned, focusBefore, onDismiss, signal });
      // A dialog's `toggle` and `close` do not bubble, but can be captured.
      for (const type of ['fullscreenchange', 'toggle', 'close'])
        document.addEventListener(type, onTopLayerChange, { capture: true, passive: true, signal });
      positioner.place();
      if (by === 'keyboard') focusCard(shell);
    },
    end() {
      ended.abort();
    },
    by,
    focusBefore,
    get pinned() {
      return view.pinned;
    },
  };
}
