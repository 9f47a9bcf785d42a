// Boxes and lines on the map of relations: what touches what. All in px.

/** The size of a text, in px. */
export interface Size {
  width: number;
  height: number;
}

/** A middle, in px. */
export interface Point {
  x: number;
  y: number;
}

/** A box by its middle. */
export type Box = Point & Size;

/** Empty space around names and labels at least, px. */
export const GAP = 5;
export const boxAt = ({ width, height }: Size, { x, y }: Point): Box => ({ x, y, width, height });

/** Where the line from the middle of a box to another point leaves the box and the space around it. */
export function borderOf(box: Box, to: Point): Point {
  const { x, y, width, height } = grown(box);
  const [dx, dy] = [to.x - x, to.y - y];
  const part = Math.min(width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9), 1);
  return { x: x + dx * part, y: y + dy * part };
}

/** A box with the space around it. */
export const grown = ({ x, y, width, height }: Box): Box => ({
  x,
  y,
  width: width + 2 * GAP,
  height: height + 2 * GAP,
});

export function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

/** Whether a line runs through a box (Liang and Barsky, 1984). */
export function crosses(from: Point, to: Point, box: Box): boolean {
  let [enter, leave] = [0, 1];
  for (const [start, end, middle, size] of [
    [from.x, to.x, box.x, box.width],
    [from.y, to.y, box.y, box.height],
  ] as const) {
    const [low, high] = [middle - size / 2 - start, middle + size / 2 - start];
    const way = end - start;
    if (way === 0) {
      if (low >= 0 || high <= 0) return false;
      continue;
    }
    enter = Math.max(enter, Math.min(low / way, high / way));
    leave = Math.min(leave, Math.max(low / way, high / way));
  }
  return enter < leave;
}

export type Ends = { a: number; b: number; from: Point; to: Point };

/** Whether two lines cross; those that meet at a name do not. */
export function intersect(one: Ends, other: Ends): boolean {
  if (one.a === other.a || one.a === other.b || one.b === other.a || one.b === other.b) return false;
  const side = (p: Point, q: Point, r: Point) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return (
    side(one.from, one.to, other.from) !== side(one.from, one.to, other.to) &&
    side(other.from, other.to, one.from) !== side(other.from, other.to, one.to)
  );
}
