// Ties reading, paint and pointer together: everything that happens on a page that is marked. Knows nothing of
// settings, cards or browsers' APIs: what it finds, and what the reader does with it, goes out through callbacks.

import type { Recogniser } from '../recognition/recognise.ts';
import type { Needs, PageFacts } from '../recognition/resolve.ts';
import { isConnected, isShadowRoot, realmOf, whileThere } from './native.ts';
import type { Density } from './paint/density.ts';
import { createPainter, type Painter } from './paint/painter.ts';
import { createPointer, type Pointer, type PointerOptions, type Trigger } from './pointer/pointer.ts';
import { bringFirstIntoView, mentionsInTurn } from './reveal.ts';
import { isSeen } from './sight.ts';
import type { PlacedMention } from './text/mentions.ts';
import { createReading } from './text/reading.ts';
import type { Tree } from './text/trees.ts';

export type Densities = Readonly<Record<'person' | 'place' | 'organization', Density>>;

export interface MarkingOptions
  extends Pick<PointerOptions, 'timing' | 'trigger' | 'onMove' | 'onDwell' | 'onHide' | 'cardBox' | 'onCard'> {
  recogniser: Recogniser;
  /** What is known of the page besides its text; asked for when the first name is met, and again after `decide`. */
  facts(): PageFacts;
  /** Mentions wait for facts that are not known yet: `decide` when they are. */
  onNeeds(needs: Needs): void;
  density: Densities;
  /** What kind a figure is, for the density; `group` is never marked. */
  kindOf(figure: string): 'person' | 'place' | 'organization' | 'group';
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
}

export interface Marking {
  whole(): Promise<readonly PlacedMention[]>;
  readonly mentions: readonly PlacedMention[];
  /** Those that a reader can see, perhaps after scrolling. Asks for layout. */
  seen(): readonly PlacedMention[];
  /** The facts have changed. */
  decide(): void;
  setDensity(density: Densities): void;
  setTrigger(trigger: Trigger, dwell: number): void;
  /**
   * The next (1) or previous (-1) visible mention of a figure, or of any, after the last one shown, else from where the
   * reader is; scrolled to and outlined.
   */
  reveal(figure: string | null, step: 1 | -1): PlacedMention | null;
  /** The card was closed by other means than the pointer. */
  closed(): void;
}

/** Marks `document` until the signal is aborted. */
export function createMarking(document: Document, options: MarkingOptions): Marking {
  const { signal, kindOf, onMentions, onShow, onHide, onReplaced, isPinned } = options;
  let { density, timing, trigger } = options;
  let last: PlacedMention | null = null;
  /** The one that stands out, its card open. */
  let shown: PlacedMention | null = null;
  /** Made with the first mention: most pages have none, and pay for neither paint nor pointer. */
  let surface: { painter: Painter; pointer: Pointer } | undefined;
  const activate = (mention: PlacedMention | null) => {
    shown = mention;
    surface?.painter.activate(mention);
  };
  const open = (rested: PlacedMention, by: 'hover' | 'touch') => {
    if (by === 'hover' && isPinned()) return;
    const mention = successorOf(rested, reading.mentions);
    if (!mention) {
      surface?.pointer.hidden();
      return;
    }
    last = mention;
    activate(mention);
    onShow(mention, by);
  };
  const adopt = (tree: Tree) => {
    surface?.painter.adopt(tree);
    const window = realmOf(tree);
    if (window && !isShadowRoot(tree)) surface?.pointer.attend(window);
  };
  const paint = () => {
    if (!surface) {
      if (reading.mentions.length === 0) return;
      const painter = createPainter(document, signal, options.mostPainted);
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
      surface = { painter, pointer };
      for (const tree of reading.trees) whileThere(() => adopt(tree));
    }
    surface.painter.set(reading.mentions, (figure) => {
      const kind = kindOf(figure);
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
      if (!shown) return;
      const successor = successorOf(shown, reading.mentions);
      if (successor === shown) return;
      if (last === shown) last = successor ?? null;
      activate(successor ?? null);
      if (successor) {
        surface?.pointer.shown(successor);
        onReplaced(successor);
      } else {
        surface?.pointer.hidden();
        onHide();
      }
    },
  });
  signal.addEventListener('abort', () => {
    last = null;
    shown = null;
  });

  return {
    whole: () => reading.whole(),
    get mentions() {
      return reading.mentions;
    },
    seen: () => reading.mentions.filter(isSeen),
    decide: () => reading.decide(),
    setDensity(next) {
      density = next;
      paint();
    },
    setTrigger(next, dwell) {
      trigger = next;
      timing = { ...timing, dwell };
      surface?.pointer.set(trigger, timing);
    },
    reveal(figure, step) {
      // What has been found may not have been told of yet.
      if (!surface) paint();
      const wanted = reading.mentions.filter((mention) => figure === null || mention.figure === figure);
      const mention = bringFirstIntoView(mentionsInTurn(wanted, last, step), document);
      if (!mention) return null;
      last = mention;
      activate(mention);
      surface?.pointer.shown(mention);
      return mention;
    },
    closed() {
      activate(null);
      surface?.pointer.hidden();
    },
  };
}

/** What stands now where a mention stood: text that was read again has other mentions at the same words. */
const successorOf = (one: PlacedMention, mentions: readonly PlacedMention[]): PlacedMention | undefined =>
  mentions.find((mention) => mention === one) ??
  mentions.find(
    ({ figure, text, block }) =>
      figure === one.figure &&
      text === one.text &&
      (block.container === one.block.container || !isConnected(one.block.container)),
  );
