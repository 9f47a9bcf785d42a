// One open card: shows its figure, carries out what the reader presses in it, and closes when the reader leaves it.
import { render } from 'preact';
import { type CardPage, firstViewWords } from '../../stories/card-content.ts';
import { type CardLibrary, nameOf } from '../../stories/card-library.ts';
import type { MergedFigure } from '../../stories/library.ts';
import { forStory, type Localizer } from '../localizer.ts';
import type { StoryPlace } from '../story/place.ts';
import { Card, type CardCallbacks } from './Card.tsx';
import { listenForDismissal } from './dismissal.ts';
import type { CardMention } from './evidence.ts';
import { focusCard } from './focus.ts';
import { type NamesakesCallbacks, NamesakesCard } from './NamesakesCard.tsx';
import { createOutcomes, type Outcomes } from './outcomes.ts';
import type { WordRects } from './placement.ts';
import { cardAsText, reportAsText } from './plain-text.ts';
import { createPositioner } from './position.ts';
import type { Shell } from './shell.ts';
import { type CardView, goBack, goTo, openAt } from './view.ts';

export interface CardRequest {
  /** The stories that the card tells from. */
  library: CardLibrary;
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
  /** Opens an article of the web in a tab of its own. */
  openArticle(address: string): void;
  /** Goes to the next (1) or previous (-1) mention of the same figure. */
  step(mention: CardMention, by: 1 | -1): void;
  /** The reader says of two figures of one name whether they are one; both answer whether that was saved. */
  same(one: MergedFigure, other: MergedFigure): Promise<boolean>;
  apart(one: MergedFigure, other: MergedFigure): Promise<boolean>;
  /** These answer whether it was saved: the mention disappears, or what the story tells of it; undone, it is back. */
  reject(figure: MergedFigure, text: string, scope: 'page' | 'site', undo?: boolean): Promise<boolean>;
  mute(figure: MergedFigure, undo?: boolean): Promise<boolean>;
  leaveOut(story: string, scope: 'page' | 'site', undo?: boolean): Promise<boolean>;
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
  /** Whether a correction may have taken its mention away. */
  readonly outlivesMention: boolean;
  /** What had the focus before the card opened. */
  readonly focusBefore: Element | null;
}

export interface OpenCardOptions {
  localizer: Localizer;
  actions: CardActions;
  shell: Shell;
  request: CardRequest;
  pinned: boolean;
  focusBefore: Element | null;
  /** The card wants to be closed, by the reader or because its word is gone. */
  onDismiss(): void;
}

export function createOpenCard(document: Document, options: OpenCardOptions): OpenCard {
  const { localizer, actions, shell, request, focusBefore, onDismiss } = options;
  const { library, mention, page, by } = request;
  const window = document.defaultView as Window & typeof globalThis;
  const ended = new AbortController();
  const { signal } = ended;
  const { t } = localizer;
  const nameIn = (figure: string) => nameOf(library, figure, localizer.language);
  const namesakes = namesakesOf(library, mention);
  let words = firstViewWords;
  let view: CardView = { ...openAt(namesakes ? null : mention.figure), pinned: options.pinned };
  const positioner = createPositioner(window, {
    shell,
    rects: request.rects,
    sheet: by === 'touch',
    isPinned: () => view.pinned,
    // What a hover opened goes with its word; the rest stays where it is.
    onWordGone: () => isTooltip() && !outcomes.mayLackMention && onDismiss(),
    signal,
  });

  const outcomes = createOutcomes(document, localizer, {
    setNotice: (notice) => setView({ ...view, notice }),
    onDismiss,
    signal,
  });

  /** Whether only the pointer holds the card open. */
  function isTooltip(): boolean {
    return by === 'hover' && !view.pinned;
  }

  function draw(): void {
    const role = isTooltip() ? 'tooltip' : 'dialog';
    const props = { localizer, library, page, role } as const;
    const card =
      view.figure === null && namesakes ? (
        <NamesakesCard
          {...props}
          name={mention.text}
          figures={namesakes}
          isAsked={mention.isAsked ?? false}
          notice={view.notice}
          on={namesakesCallbacks}
        />
      ) : (
        <Card {...props} view={view} mention={mention} words={words} on={callbacks} />
      );
    render(card, shell.body);
  }

  /** Shows another view; focus that was in the card stays in it. */
  function setView(next: CardView): void {
    if (signal.aborted) return;
    const focused = shell.root.activeElement !== null;
    const otherContent = next.figure !== view.figure || next.story !== view.story;
    view = next;
    if (otherContent) words = firstViewWords;
    draw();
    positioner.update();
    if (otherContent) shorten();
    if (otherContent) shell.body.firstElementChild?.scrollTo(0, 0);
    // What was pressed for a correction can be pressed no more.
    if (focused && (otherContent || view.notice?.undo || shell.root.activeElement === null)) focusCard(shell);
  }

  /** Says less at first view, until that is as low as the card may be. */
  function shorten(): void {
    for (let over = positioner.overflow(); over > 0 && words > 0 && !view.more; over = positioner.overflow()) {
      words -= Math.max(FEWEST_LESS, Math.ceil(over / WORD_HEIGHT));
      draw();
      positioner.update();
    }
  }

  const callbacks: CardCallbacks = {
    goTo: (figure) => setView(goTo(view, figure)),
    back: () => setView(goBack(view)),
    openPart: (story) => setView({ ...view, story }),
    more: () => setView({ ...view, more: !view.more }),
    correct: () => setView({ ...view, correcting: !view.correcting }),
    pin: () => setView({ ...view, pinned: !view.pinned }),
    close: onDismiss,
    openStory: actions.openStory,
    openArticle: actions.openArticle,
    step: (direction) => actions.step(mention, direction),
    ...correcting(library.figure(mention.figure), mention.text, { actions, outcomes, t, nameIn }),
    report: () => outcomes.copy(reportAsText(localizer, nameIn, mention, document.location.href), t('card_reported')),
    copy: ({ story, figure }, content) =>
      outcomes.copy(cardAsText(forStory(localizer, story), story, figure, content), t('card_copied')),
  };

  const namesakesCallbacks: NamesakesCallbacks = {
    goTo: callbacks.goTo,
    openArticle: actions.openArticle,
    close: onDismiss,
    onSame: (one, other) => outcomes.closeIfSaved(actions.same(one, other)),
    onApart: (one, other) => outcomes.closeIfSaved(actions.apart(one, other)),
  };

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
      shorten();
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
    get outlivesMention() {
      return outcomes.mayLackMention;
    },
  };
}

/** What the reader says against a mention, or against what a story tells of it; each can be undone in the card. */
function correcting(
  figure: MergedFigure | undefined,
  text: string,
  {
    actions,
    outcomes,
    t,
    nameIn,
  }: { actions: CardActions; outcomes: Outcomes; t: Localizer['t']; nameIn: (figure: string) => string },
): Pick<CardCallbacks, 'mute' | 'leaveOut' | 'reject'> {
  const { correct } = outcomes;
  return {
    mute: () => figure && correct((undo) => actions.mute(figure, undo), t('card_muted', [nameIn(figure.id)])),
    leaveOut: (story, scope) => correct((undo) => actions.leaveOut(story, scope, undo), t('card_leftOut')),
    reject: (scope) =>
      figure && correct((undo) => actions.reject(figure, text, scope, undo), t('card_rejected', [text])),
  };
}

/** About what each word adds to the height of a card, px; and so many fewer are tried at least. */
const WORD_HEIGHT = 4;
const FEWEST_LESS = 6;

/** The figures that a mention may be; null where it is one figure's. */
function namesakesOf(library: CardLibrary, { figure, namesakes = [] }: CardMention): MergedFigure[] | null {
  const all = [figure, ...namesakes].flatMap((id) => library.figure(id) ?? []);
  return all.length > 1 ? all : null;
}
