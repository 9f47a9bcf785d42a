// Ties reading, paint and pointer together: everything that happens on a page that is marked. Knows nothing of
// settings, cards or browsers' APIs: what it finds, and what the reader does with it, goes out through callbacks.

import type { MentionedFigure, PageRecogniser } from '../recognition/page-recogniser.ts';
import type { Needs, PageFacts } from '../recognition/resolve.ts';
import { ignoreIfFrameGone, isShadowRoot, realmOf } from './native.ts';
import type { Density } from './paint/density.ts';
import { createPainter, type Painter } from './paint/painter.ts';
import { createPlaceReport } from './place-report.ts';
import { createPointer, type Pointer, type PointerOptions, type Trigger } from './pointer/pointer.ts';
import { bringFirstIntoView, mentionsInTurn } from './reveal.ts';
import { isSeen } from './sight.ts';
import { figuresOf, type PlacedMention, successorOf } from './text/mentions.ts';
import { createReading } from './text/reading.ts';
import type { Tree } from './text/trees.ts';

export type Densities = Readonly<Record<'person' | 'place' | 'organization', Density>>;

export interface MarkingOptions
  extends Pick<
    PointerOptions,
    'pointerEvents' | 'timing' | 'trigger' | 'onMove' | 'onDwell' | 'onHide' | 'cardBox' | 'onCard'
  > {
  recogniser: PageRecogniser;
  /** What is known of the page besides its text; asked for with each question about names, so it has to be cheap. */
  facts(): PageFacts;
  /** Mentions wait for facts that are not known yet: call `resolveAgain` when they are. */
  onNeeds(needs: Needs): void;
  density: Densities;
  /** Mentions that are painted at once; all that are near where it is not said. */
  mostPainted?: number | undefined;
  signal: AbortSignal;
  onMentions(mentions: readonly PlacedMention[]): void;
  /**
   * The page says another language than before (a browser's translation), or has got text in these: marking has to
   * begin
   * anew.
   */
  onLanguage(found: readonly string[]): void;
  onShow(mention: PlacedMention, by: 'hover' | 'touch'): void;
  /** The text around the open card's mention was read again: this mention stands there now. */
  onReplaced(mention: PlacedMention): void;
  /** Whether the open card is pinned: hovering neither closes nor replaces it, and its mention stands out. */
  isPinned(): boolean;
  /** Whether the open card stays although its mention is gone. */
  outlivesMention(): boolean;
}

export interface Marking {
  whole(): Promise<readonly PlacedMention[]>;
  readonly mentions: readonly PlacedMention[];
  /** By their ids, those that mentions may mean. */
  readonly figures: ReadonlyMap<string, MentionedFigure>;
  /** Those that a reader can see, perhaps after scrolling. Asks for layout. */
  seen(): readonly PlacedMention[];
  /** The facts have changed. */
  resolveAgain(): void;
  setDensity(density: Densities): void;
  setTrigger(trigger: Trigger, dwell: number): void;
  /**
   * The next (1) or previous (-1) visible mention of a figure, or of any, after the last one shown, else from where the
   * reader is; scrolled to and outlined.
   */
  reveal(figure: string | null, step: 1 | -1): PlacedMention | null;
  /** Calls back with the figures in view, now and whenever there are others, until `until` aborts. */
  follow(onPlace: (figures: readonly string[]) => void, until: AbortSignal): void;
  /** The card was closed by other means than the pointer. */
  closed(): void;
}

/** Marks `document` until the signal is aborted. */
export function createMarking(document: Document, options: MarkingOptions): Marking {
  const { signal, onMentions, onShow, onHide, onReplaced, isPinned, outlivesMention } = options;
  let { density, timing, trigger } = options;
  /** Those that were told of last. */
  let told: readonly PlacedMention[] = [];
  let last: PlacedMention | null = null;
  /** The one whose card is open. */
  let shown: PlacedMention | null = null;
  /** Created with the first mention: most pages have none, and pay for neither. */
  let display: { painter: Painter; pointer: Pointer } | undefined;
  const place = createPlaceReport(realmOf(document) as Window, signal, () => display?.painter.near() ?? []);
  const activate = (mention: PlacedMention | null) => {
    shown = mention;
    display?.painter.activate(mention);
  };
  const open = (rested: PlacedMention, by: 'hover' | 'touch') => {
    if (by === 'hover' && isPinned()) return;
    const mention = successorOf(rested, told, reading.mentions);
    if (!mention) {
      display?.pointer.hidden();
      return;
    }
    last = mention;
    activate(mention);
    onShow(mention, by);
  };
  const adopt = (tree: Tree) => {
    if (!display) return;
    display.painter.adopt(tree);
    const window = realmOf(tree);
    if (window && !isShadowRoot(tree)) options.pointerEvents.listenIn(window);
  };
  const onPaint = () => {
    display?.pointer.painted();
    place.changed();
  };
  const paint = () => {
    if (!display) {
      if (reading.mentions.length === 0) return;
      const painter = createPainter(document, signal, onPaint, options.mostPainted);
      const pointer = createPointer({
        ...options,
        timing,
        trigger,
        paintedAround: painter.paintedAround,
        onShow: open,
        onHide() {
          if (!isPinned()) activate(null);
          onHide();
        },
      });
      display = { painter, pointer };
      for (const tree of reading.trees) ignoreIfFrameGone(() => adopt(tree));
    }
    display.painter.set(reading.mentions, (figure) => {
      const kind = reading.figures.get(figure)?.kind ?? 'group';
      // Groups are never marked.
      return kind === 'group' ? 'none' : density[kind];
    });
  };
  const reading = createReading(document, options.recogniser, {
    signal,
    facts: options.facts,
    onNeeds: options.onNeeds,
    onLanguage: options.onLanguage,
    onTree: adopt,
    onChange(mentions) {
      onMentions(mentions);
      if (signal.aborted) return;
      paint();
      const before = told;
      told = mentions;
      if (!shown) return;
      const successor = successorOf(shown, before, mentions);
      if (successor === shown) return;
      if (last === shown) last = successor ?? null;
      activate(successor ?? null);
      if (successor) {
        display?.pointer.shown(successor);
        onReplaced(successor);
      } else if (!outlivesMention()) {
        display?.pointer.hidden();
        onHide();
      }
    },
  });
  signal.addEventListener('abort', () => {
    told = [];
    last = null;
    shown = null;
  });

  return {
    whole: () => reading.whole(),
    get mentions() {
      return reading.mentions;
    },
    get figures() {
      return reading.figures;
    },
    seen: () => reading.mentions.filter(isSeen),
    resolveAgain: () => reading.resolveAgain(),
    setDensity(next) {
      density = next;
      paint();
    },
    setTrigger(next, dwell) {
      trigger = next;
      timing = { ...timing, dwell };
      display?.pointer.set(trigger, timing);
    },
    reveal(figure, step) {
      // Mentions may have been found, and not been reported yet.
      if (!display) paint();
      const wanted = reading.mentions.filter((mention) => figure === null || figuresOf(mention).includes(figure));
      const mention = bringFirstIntoView(mentionsInTurn(wanted, last, step), document);
      if (!mention) return null;
      last = mention;
      activate(mention);
      display?.pointer.shown(mention);
      return mention;
    },
    follow: place.follow,
    closed() {
      activate(null);
      display?.pointer.hidden();
    },
  };
}
