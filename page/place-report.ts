// Where on the page the reader is: which figures are in view. Nothing is measured while nobody follows it.
import { ignoreIfFrameGone, listen } from './native.ts';
import { rectsOf } from './paint/ranges.ts';
import { createThrottle } from './paint/throttle.ts';
import { figuresOf, type PlacedMention } from './text/mentions.ts';

/** Between two looks while the page scrolls; ms. */
const REST = 200;
/** About here a reader's eyes rest: from the window's top, as a part of its height. */
const READING_LINE = 0.3;

export interface PlaceReport {
  /** Calls back with the figures in view, now and whenever there are others, until `until` aborts. */
  follow(onPlace: (figures: readonly string[]) => void, until: AbortSignal): void;
  /** Other mentions are near the viewport than before. */
  changed(): void;
}

/**
 * @param view the page's window
 * @param near the mentions near its viewport
 */
export function createPlaceReport(
  view: Window,
  signal: AbortSignal,
  near: () => readonly PlacedMention[],
): PlaceReport {
  const looks = new Set<() => void>();
  return {
    follow(onPlace, until) {
      const ends = AbortSignal.any([signal, until]);
      let last = '';
      const look = createThrottle(REST, ends, () => {
        const figures = figuresInView(near(), view);
        const now = figures.join();
        if (now === last) return;
        last = now;
        onPlace(figures);
      });
      looks.add(look);
      ends.addEventListener('abort', () => looks.delete(look));
      for (const type of ['scroll', 'resize']) listen(view, type, look, { capture: true, passive: true, signal: ends });
      look();
    },
    changed() {
      for (const look of looks) look();
    },
  };
}

/** The figures of the mentions in view, each once: the one nearest to where people read first. Asks for layout. */
function figuresInView(mentions: readonly PlacedMention[], { innerHeight }: Window): string[] {
  const inView: { figure: string; distance: number }[] = [];
  for (const mention of mentions)
    ignoreIfFrameGone(() => {
      const [box] = rectsOf(mention);
      if (!box || box.bottom <= 0 || box.top >= innerHeight) return;
      const distance = Math.abs((box.top + box.bottom) / 2 - innerHeight * READING_LINE);
      for (const figure of figuresOf(mention)) inView.push({ figure, distance });
    });
  inView.sort((a, b) => a.distance - b.distance);
  return [...new Set(inView.map(({ figure }) => figure))];
}
