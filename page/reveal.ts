// Going from mention to mention: which one is next, and where it is brought to.
import { elementAround, type Realm, realmOf, scrollTo } from './native.ts';
import { rectsOf } from './paint/ranges.ts';
import { isCovered, isSeen } from './sight.ts';
import { pointAt } from './text/blocks.ts';
import type { PlacedMention } from './text/mentions.ts';

const EDGE = 60; // px: a mention nearer to the viewport's edge is scrolled to the middle
/** Where a word is tried to be put when something covers the middle of the window; parts of its height from there. */
const PLACES = [0, -0.2, 0.2, -0.35, 0.35];

/**
 * These mentions in the order in which they are gone to, without those that nobody can see: the next (1) or previous
 * (-1) after the last one shown, else from where the reader is; round and round.
 */
export function mentionsInTurn(
  mentions: readonly PlacedMention[],
  last: PlacedMention | null,
  step: 1 | -1,
): PlacedMention[] {
  const seen = mentions.filter(isSeen);
  const at = last ? seen.indexOf(last) : -1;
  const below = at < 0 ? seen.findIndex((mention) => (rectsOf(mention)[0]?.top ?? -1) >= 0) : -1;
  const first = at >= 0 ? at + step : below < 0 ? 0 : step === 1 ? below : below - 1;
  return seen.map((_, tried) => seen.at((first + step * tried) % seen.length) as PlacedMention);
}

/**
 * Brings the first of these mentions into view that the page does not cover wherever it is scrolled to. Null where
 * there is none: then the page stays where it is.
 */
export function bringFirstIntoView(mentions: readonly PlacedMention[], document: Document): PlacedMention | null {
  const view = realmOf(document) as Realm;
  const { scrollX: left, scrollY: top } = view;
  const found = mentions.find((mention) => bringIntoView(mention, view));
  if (!found) view.scrollTo({ left, top, behavior: 'instant' });
  return found ?? null;
}

/** Scrolls to a mention that is not well in view; false where something covers it in every place. */
function bringIntoView(mention: PlacedMention, view: Realm): boolean {
  if (isInView(mention, view, EDGE) && !isCovered(mention, true)) return true;
  const [text] = pointAt(mention.block, mention.start);
  scrollTo(elementAround(text) ?? mention.block.container, { block: 'center', behavior: 'instant' });
  for (const place of PLACES) {
    const [box] = rectsOf(mention);
    // The element around it may be larger than the window.
    const top = box ? (box.top + box.bottom) / 2 - view.innerHeight * (0.5 + place) : 0;
    view.scrollBy({ top, behavior: 'instant' });
    if (isInView(mention, view, 0) && !isCovered(mention, true)) return true;
  }
  return false;
}

function isInView(mention: PlacedMention, { innerWidth, innerHeight }: Realm, edge: number): boolean {
  const [box] = rectsOf(mention);
  if (!box) return false;
  return box.top >= edge && box.bottom <= innerHeight - edge && box.right > 0 && box.left < innerWidth;
}
