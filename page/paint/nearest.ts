// Which mentions are painted where only so many may be.
import { realmOf } from '../native.ts';
import type { PlacedMention } from '../text/mentions.ts';
import { boxOfMention } from './ranges.ts';

/** The mentions nearest to the middle of their window; all where they are not more than `most`. */
export function nearestOf(mentions: readonly PlacedMention[], most: number): ReadonlySet<PlacedMention> {
  if (mentions.length <= most) return new Set(mentions);
  const places = mentions.map((mention) => {
    const { top, bottom } = boxOfMention(mention);
    const height = realmOf(mention.block.container)?.innerHeight ?? 0;
    return { mention, distance: Math.abs((top + bottom - height) / 2) };
  });
  places.sort((a, b) => a.distance - b.distance);
  return new Set(places.slice(0, most).map(({ mention }) => mention));
}
