// How a page is first read: when reading begins, which part comes first, and how large the pieces are.
import { elementAt, findAll, isElement, parentOf, realmOf } from '../native.ts';
import { yieldToPage } from '../time-slices.ts';
import { PIECE } from './blocks.ts';

/** Bytes of a document's source that are read in one piece. */
const MOST_TEXT = 500_000;
/** After this no frame is waited for; ms. */
const LAST_FRAME = 1000;

/** Resolves behind the next frame, when style and layout are settled; with false at once where no frame will come. */
export function whenSettled(document: Document): Promise<boolean> {
  if (document.visibilityState === 'hidden') return Promise.resolve(false);
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LAST_FRAME, false);
    requestAnimationFrame(() => {
      clearTimeout(late);
      void yieldToPage().then(() => resolve(true));
    });
  });
}

/** A part of a page that holds what is in the middle of the viewport, of fewer elements than `most`. */
export function partInView(document: Document, most: number): Element | null {
  const view = realmOf(document);
  let at = view ? elementAt(document, view.innerWidth / 2, view.innerHeight / 2) : null;
  for (let up = at; up && findAll(up, '*').length < most; up = parentOf(up) as Element | null) at = up;
  return at && isElement(at) ? at : null;
}

/**
 * How many elements to read in one piece, for a page with `size` elements: fewer where its source is large.
 */
export function pieceFor(size: number): number {
  const [source] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const bytes = source?.decodedBodySize ?? 0;
  return bytes > MOST_TEXT ? Math.min(PIECE, Math.ceil((size * MOST_TEXT) / bytes)) : PIECE;
}
