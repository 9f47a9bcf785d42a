// Going from mention to mention: which one is next, and where it is brought to.
import { isShown, realmOf, scrollTo } from './native.ts';
import { rectsOf } from './paint/ranges.ts';
import type { PlacedMention } from './text/mentions.ts';

const EDGE = 60; // px: a mention nearer to the viewport's edge is scrolled to the middle

/**
 * The next (1) or previous (-1) of these mentions that can be seen, after the last one shown, else from where the
 * reader is; round and round. Null where none can be seen.
 */
export function nextMention(
  mentions: readonly PlacedMention[],
  last: PlacedMention | null,
  step: 1 | -1,
): PlacedMention | null {
  const visible = mentions.filter(isVisible);
  if (visible.length === 0) return null;
  const at = last ? visible.indexOf(last) : -1;
  const next = at < 0 ? beginAt(visible, step) : at + step;
  return visible.at(next % visible.length) ?? null;
}

/** The index of the first mention below the viewport's upper edge, or of the one before it; 0 where none is below. */
function beginAt(mentions: readonly PlacedMention[], step: 1 | -1): number {
  const below = mentions.findIndex((mention) => (rectsOf(mention)[0]?.top ?? -1) >= 0);
  if (below < 0) return 0;
  return step === 1 ? below : below - 1;
}

const isVisible = (mention: PlacedMention): boolean =>
  isShown(mention.block.container, { visibilityProperty: true }) && rectsOf(mention).length > 0;

/** Scrolls to a mention that stands at the edge of the document's window, or outside of it. */
export function bringIntoView(mention: PlacedMention, document: Document): void {
  const { block } = mention;
  const box = rectsOf(mention)[0];
  const innerHeight = realmOf(document)?.innerHeight ?? 0;
  if (box && box.top >= EDGE && box.bottom <= innerHeight - EDGE) return;
  scrollTo(block.nodes[0]?.parentElement ?? block.container, { block: 'center', behavior: 'instant' });
}
