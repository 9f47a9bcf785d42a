// Everything that happens on the page, put together: reading, paint, and the pointer over what is painted. Knows nothing of
// settings, cards or browsers' APIs; what it finds and what the reader does with it goes out through callbacks.

import type { Recogniser } from '../recognition/recognise.ts';
import type { Needs, PageFacts } from '../recognition/resolve.ts';
import { isConnected, isShadowRoot, isShown, realmOf, scrollTo, whileThere } from './native.ts';
import { createPainter, type Density, type Painter, rectsOf } from './paint.ts';
import { createPointer, type Pointer, type PointerOptions, type Trigger } from './pointer.ts';
import { createReading, type PlacedMention, type Tree } from './reading.ts';

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
  signal: AbortSignal;
  onMentions(mentions: readonly PlacedMention[]): void;
  /** The page says another language than before (a browser's translation): marking has to begin anew. */
  onLanguage(): void;
  onShow(mention: PlacedMention, by: 'hover' | 'touch'): void;
}

export interface Marking {
  whole(): Promise<readonly PlacedMention[]>;
  readonly mentions: readonly PlacedMention[];
  /** The facts have changed. */
  decide(): void;
  setDensity(density: Densities): void;
  setTrigger(trigger: Trigger, dwell: number): void;
  /** The next (1) or previous (-1) visible mention of a figure, or of any, after the last one shown, else from where the reader is; scrolled to and outlined. */
  reveal(figure: string | null, step: 1 | -1): PlacedMention | null;
  /** The card was closed by other means than the pointer. */
  closed(): void;
}

const EDGE = 60; // px: a mention nearer to the viewport's edge is scrolled to the middle

/** Marks `document` until the signal is aborted. */
export function createMarking(document: Document, options: MarkingOptions): Marking {
  const { signal, kindOf, onMentions, onShow, onHide } = options;
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
  /** What stands now where a mention stood: text that was read again has other mentions at the same words. */
  const standing = (one: PlacedMention) =>
    reading.mentions.find((mention) => mention === one) ??
    reading.mentions.find(
      ({ figure, text, block }) =>
        figure === one.figure &&
        text === one.text &&
        (block.container === one.block.container || !isConnected(one.block.container)),
    );
  const open = (rested: PlacedMention, by: 'hover' | 'touch') => {
    const mention = standing(rested);
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
      const painter = createPainter(document, signal);
      const pointer = createPointer({
        ...options,
        timing,
        trigger,
        paintedAround: painter.paintedAround,
        onShow: open,
        onHide() {
          activate(null);
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
      const heir = standing(shown);
      if (heir === shown) return;
      activate(heir ?? null);
      if (heir) surface?.pointer.shown(heir);
      else {
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
      const wanted = reading.mentions.filter(
        (mention) => (figure === null || mention.figure === figure) && isVisible(mention),
      );
      const at = last ? wanted.indexOf(last) : -1;
      const below = at < 0 ? wanted.findIndex((mention) => (rectsOf(mention)[0]?.top ?? -1) >= 0) : -1;
      const next = at >= 0 ? at + step : below < 0 ? 0 : step === 1 ? below : below - 1;
      const mention = wanted.at(next % wanted.length);
      if (!mention) return null;
      last = mention;
      const box = rectsOf(mention)[0];
      const { innerHeight } = document.defaultView as Window;
      if (!box || box.top < EDGE || box.bottom > innerHeight - EDGE)
        scrollTo(mention.block.nodes[0]?.parentElement ?? mention.block.container, {
          block: 'center',
          behavior: 'instant',
        });
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

const isVisible = (mention: PlacedMention): boolean =>
  isShown(mention.block.container, { visibilityProperty: true }) && rectsOf(mention).length > 0;
