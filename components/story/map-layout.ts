// Places the names of the map of relations, the lines between them, and the labels on the lines.
// Names stand in slots of a staggered grid, so that none can touch another. They are put there one by one, each where
// lines cross least, and then moved and swapped while that mends anything. A line that would run through a name is left
// out, and so is a label that has no place on its line: what is drawn crosses nothing, whatever the relations are.

import { type Box, borderOf, boxAt, crosses, GAP, grown, intersect, overlap, type Point, type Size } from './boxes.ts';

export interface NameBox extends Size {
  id: string;
}

export interface Line {
  id: string;
  between: readonly [string, string];
  /** Null for a line without a label. */
  label: Size | null;
}

export interface PlacedLine {
  id: string;
  /** Where it meets the names that it joins. */
  from: Point;
  to: Point;
  label: Box | null;
}

export interface MapLayout {
  names: ReadonlyMap<string, Box>;
  lines: readonly PlacedLine[];
  /** What is drawn on, from 0/0. */
  area: Size;
}

/** Between names of one row, and between rows, px. */
const BETWEEN = { names: 28, rows: 34 };
/** From so many names on the search begins; the best result is taken. */
const STARTS = 4;
const PASSES = 12;
/** Where on its line a label may stand: the middle first. */
const SPOTS = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74];

/** What is bad about a placing, in what it is worth; a pixel of line counts 1 / 100. */
const COST = { throughName: 40, crossing: 8, label: 10, hidden: 8 };
/** So much of a line must be seen beside its label, px. */
const SEEN = 44;

/**
 * Places all names, and of the lines and labels what crosses nothing; what stands first goes before.
 * The same input has the same result.
 * @param most what there is to draw on; as much of it is used as serves
 */
export function layOutMap(names: readonly NameBox[], lines: readonly Line[], most: Size): MapLayout {
  const slots = slotsFor(names, most);
  const scene = { names, lines: joinedLines(names, lines), slots, middle: middleOf(slots) };
  let best: { placing: Placing; cost: number } | null = null;
  for (let start = 0; start < Math.min(STARTS, names.length); start += 1) {
    const placing = fill(scene, start);
    const cost = improve(scene, placing);
    if (!best || cost < best.cost) best = { placing, cost };
  }
  const boxes = names.map((name, at): Box => boxAt(name, scene.slots[best?.placing[at] ?? 0] ?? { x: 0, y: 0 }));
  return drawn(names, scene.lines, cropped(boxes, most));
}

interface Scene {
  names: readonly NameBox[];
  lines: readonly Joined[];
  slots: readonly Point[];
  /** Of all slots. */
  middle: Point;
}

/** By name: the slot in which it stands; -1 while it has none. */
type Placing = number[];

/** A line with the places of its names in their list. */
interface Joined extends Line {
  a: number;
  b: number;
}

/** Rows of slots, every second one shifted by half a slot. */
function slotsFor(names: readonly Size[], most: Size): Point[] {
  const width = Math.max(0, ...names.map((name) => name.width));
  const height = Math.max(0, ...names.map((name) => name.height));
  const halves = Math.max(0, Math.floor(((most.width - width) / (width + BETWEEN.names)) * 2));
  const half = halves === 0 ? 0 : (most.width - width) / halves;
  const fitting = Math.floor((most.height - 4 * GAP - height) / (height + BETWEEN.rows)) + 1;
  const perRow = (halves + 1) / 2;
  const rows = Math.max(fitting, Math.ceil(names.length / Math.max(perRow, 1)) + 1);
  const slots: Point[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let at = halves > 0 ? row % 2 : 0; at <= halves; at += 2)
      slots.push({ x: width / 2 + at * half, y: height / 2 + row * (height + BETWEEN.rows) });
  return slots;
}

function joinedLines(names: readonly NameBox[], lines: readonly Line[]): Joined[] {
  const places = new Map(names.map(({ id }, at) => [id, at]));
  return lines.flatMap((line) => {
    const [a, b] = line.between.map((id) => places.get(id));
    return a === undefined || b === undefined || a === b ? [] : [{ ...line, a, b }];
  });
}

/** Puts a name into the middle, then those that are joined to it, and so on, each where that costs least. */
function fill(scene: Scene, start: number): Placing {
  const placing: Placing = scene.names.map(() => -1);
  for (const at of orderFrom(scene, start)) {
    let best = { slot: -1, cost: Infinity };
    for (let slot = 0; slot < scene.slots.length; slot += 1) {
      if (placing.includes(slot)) continue;
      placing[at] = slot;
      const cost = costOf(scene, placing, best.cost);
      if (cost < best.cost) best = { slot, cost };
    }
    placing[at] = best.slot;
  }
  return placing;
}

/** The names from one on, each time the one that has most lines to those before it. */
function orderFrom({ names, lines }: Scene, start: number): number[] {
  const order = [start];
  const links = (at: number) =>
    lines.filter(({ a, b }) => (a === at && order.includes(b)) || (b === at && order.includes(a))).length;
  while (order.length < names.length) {
    const left = names.flatMap((_, at) => (order.includes(at) ? [] : [{ at, links: links(at) }]));
    order.push(left.reduce((one, other) => (other.links > one.links ? other : one)).at);
  }
  return order;
}

/** Moves names to free slots, and swaps them, as long as that mends anything; returns the cost at the end. */
function improve(scene: Scene, placing: Placing): number {
  let cost = costOf(scene, placing);
  for (let pass = 0, mended = true; pass < PASSES && mended; pass += 1) {
    mended = false;
    for (let at = 0; at < placing.length; at += 1)
      for (let slot = 0; slot < scene.slots.length; slot += 1) {
        const before = placing[at] as number;
        const other = placing.indexOf(slot);
        placing[at] = slot;
        if (other >= 0) placing[other] = before;
        const now = costOf(scene, placing, cost);
        if (now < cost - 1e-9) {
          cost = now;
          mended = true;
          continue;
        }
        if (other >= 0) placing[other] = slot;
        placing[at] = before;
      }
  }
  return cost;
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** How badly a placing reads, as far as it goes; where that is more than `limit`, any number above it. */
function costOf({ names, lines, slots, middle }: Scene, placing: Placing, limit = Infinity): number {
  const boxes = names.map((name, at): Box | null => {
    const slot = slots[placing[at] as number];
    return slot ? boxAt(name, slot) : null;
  });
  const present = lines.flatMap(({ a, b, label }) => {
    const [from, to] = [boxes[a], boxes[b]];
    if (!from || !to) return [];
    const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    return [{ a, b, from, to, label: label && grown({ ...at, ...label }) }];
  });
  let cost = 0;
  for (const box of boxes) if (box) cost += Math.hypot(box.x - middle.x, (box.y - middle.y) * 1.6) / 1000;
  present.forEach((line, number) => {
    if (cost > limit) return;
    cost += Math.hypot(line.from.x - line.to.x, line.from.y - line.to.y) / 100;
    if (seenOf(line) < SEEN) cost += COST.hidden;
    boxes.forEach((box, at) => {
      if (!box) return;
      if (at !== line.a && at !== line.b && crosses(line.from, line.to, grown(box))) cost += COST.throughName;
      if (line.label && overlap(line.label, box)) cost += COST.label;
    });
    present.forEach((other, at) => {
      if (at === number) return;
      if (at > number && intersect(line, other)) cost += COST.crossing;
      if (!line.label) return;
      if (crosses(other.from, other.to, line.label)) cost += COST.label / 2;
      if (at > number && other.label && overlap(line.label, other.label)) cost += COST.label;
    });
  });
  return cost;
}

/** How much of a line is seen between its names, beside its label. */
function seenOf({ from, to, label }: { from: Box; to: Box; label: Box | null }): number {
  const [start, end] = [borderOf(from, to), borderOf(to, from)];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (!label) return length;
  const edge = borderOf(label, to);
  return length - 2 * Math.hypot(edge.x - label.x, edge.y - label.y);
}

/** Moves all boxes so that they begin at 0/0. */
function cropped(boxes: readonly Box[], most: Size): { boxes: Box[]; area: Size } {
  const edge = 2 * GAP;
  const top = Math.min(...boxes.map(({ y, height }) => y - height / 2)) - edge;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height / 2)) + edge;
  const left = Math.min(...boxes.map(({ x, width }) => x - width / 2));
  const right = Math.max(...boxes.map(({ x, width }) => x + width / 2));
  if (boxes.length === 0) return { boxes: [], area: { width: most.width, height: 0 } };
  // In the middle of the width.
  const shift = (most.width - (right + left)) / 2;
  return {
    boxes: boxes.map((box) => ({ ...box, x: Math.round(box.x + shift), y: Math.round(box.y - top) })),
    area: { width: most.width, height: Math.ceil(bottom - top) },
  };
}

/** The lines that run through no name, and the labels that have a place. */
function drawn(names: readonly NameBox[], lines: readonly Joined[], placed: { boxes: Box[]; area: Size }): MapLayout {
  const { boxes, area } = placed;
  const free = lines.flatMap((line) => {
    const [from, to] = [boxes[line.a], boxes[line.b]];
    const isFree = from && to && boxes.every((box) => box === from || box === to || !crosses(from, to, grown(box)));
    return isFree ? [{ ...line, from, to }] : [];
  });
  const labels: Box[] = [];
  return {
    names: new Map(names.map(({ id }, at) => [id, boxes[at] as Box])),
    lines: free.map((line) => {
      const others = free.filter((other) => other !== line);
      const label = line.label && placeLabel(line, line.label, [...boxes, ...labels], others, area);
      if (label) labels.push(label);
      return { id: line.id, from: borderOf(line.from, line.to), to: borderOf(line.to, line.from), label };
    }),
    area,
  };
}

function placeLabel(
  { from, to }: { from: Point; to: Point },
  size: Size,
  boxes: readonly Box[],
  others: readonly { from: Point; to: Point }[],
  area: Size,
): Box | null {
  for (const spot of SPOTS) {
    const label = { x: from.x + (to.x - from.x) * spot, y: from.y + (to.y - from.y) * spot, ...size };
    const around = grown(label);
    const isInside = Math.abs(label.x - area.width / 2) <= (area.width - size.width) / 2;
    if (!isInside || boxes.some((box) => overlap(around, box))) continue;
    if (others.every((other) => !crosses(other.from, other.to, around))) return label;
  }
  return null;
}
