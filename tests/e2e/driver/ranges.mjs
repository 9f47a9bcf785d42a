// @ts-check
// What is painted on a page, asked of the page itself (CSS.highlights).

/** @typedef {{ left: number, top: number, width: number, height: number }} Box in CSS pixels of the viewport */

/**
 * The painted ranges in document order, each once. The first that says `wanted` is scrolled to the middle; then `place`
 * is where it stands, once it stands still.
 * @param {import('puppeteer-core').Page} page
 * @param {string} [wanted]
 * @returns {Promise<{ all: (Box & { text: string })[], place: Box | null }>}
 */
export function paintedRanges(page, wanted) {
  return page.evaluate(async (words) => {
    /** The node, or the host of the shadow tree it stands in. @param {Node} node @returns {Node} */
    const outer = (node) => {
      const tree = node.getRootNode();
      return tree instanceof ShadowRoot ? outer(tree.host) : node;
    };
    /** @param {Range} a @param {Range} b */
    const order = (a, b) => {
      const [first, second] = [a.startContainer, b.startContainer];
      if (first.getRootNode() === second.getRootNode()) return a.compareBoundaryPoints(Range.START_TO_START, b);
      return outer(first).compareDocumentPosition(outer(second)) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    };
    const painted = () =>
      [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight])
        .map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return range;
        })
        .sort(order)
        .filter(
          (range, index, sorted) => !sorted[index - 1] || order(/** @type {Range} */ (sorted[index - 1]), range) !== 0,
        );
    /** @param {Range} range */
    const boxOf = (range) => {
      const { left, top, width, height } = range.getClientRects()[0] ?? new DOMRect();
      return { left, top, width, height };
    };
    const find = () => painted().find((range) => range.toString() === words);
    const found = words === undefined ? undefined : find();
    let place = null;
    if (found) {
      found.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const before = boxOf(found);
      // The scrolling is told to the page, what comes near the viewport is painted, and may stand before it.
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      const again = find();
      const now = again && boxOf(again);
      if (now?.left === before.left && now.top === before.top) place = now;
    }
    return { all: painted().map((range) => ({ text: range.toString(), ...boxOf(range) })), place };
  }, wanted);
}
