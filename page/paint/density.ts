// Which mentions the reader wants to see: how many of each figure. Pure.

/** How many mentions of a figure are painted; `first` is the first that can be seen. */
export type Density = 'every' | 'first' | 'none';

/**
 * The mentions to paint.
 * @param mentions all of them, in document order
 * @param isHidden whether a mention is not shown by the page, so that another may be the first
 */
export function chooseMentions<M extends { figure: string }>(
  mentions: readonly M[],
  densityOf: (figure: string) => Density,
  isHidden: (mention: M) => boolean,
): Set<M> {
  const seen = new Set<string>();
  const chosen = new Set<M>();
  for (const mention of mentions) {
    const density = densityOf(mention.figure);
    if (density === 'none') continue;
    if (density === 'first' && (seen.has(mention.figure) || isHidden(mention))) continue;
    seen.add(mention.figure);
    chosen.add(mention);
  }
  return chosen;
}
