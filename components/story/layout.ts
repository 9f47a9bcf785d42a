// Lays names and the labels between them out on a plane: d3-force draws several tries, boxes that overlap are parted, and the try with the fewest lines across others is taken.
import { type Force, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/** What is to be placed: its box in px. */
export interface Box {
  id: string;
  width: number;
  height: number;
}

/** A label on the line between two names. */
export interface Tie extends Box {
  between: readonly [string, string];
}

/** A box's middle. */
export interface Point {
  x: number;
  y: number;
}

interface Area {
  width: number;
  height: number;
}

interface Body extends Box, Point {
  vx?: number;
  vy?: number;
}

interface Label extends Body {
  ends: readonly [Body, Body];
}

interface Try {
  names: Body[];
  labels: Label[];
}

/** Empty space around each box, px. */
const air = 14;
const tries = 16;
const ticks = 160;
const partings = 120;
/** Into how many pieces a line is cut to see what it runs across. */
const pieces = 24;

/**
 * The middles of names and labels within `area`, by id. Always the same for the same input: each try starts from fixed places, and d3-force draws no chance of its own.
 * Ids are unique over both lists.
 */
export function layOut(names: readonly Box[], ties: readonly Tie[], area: Area): ReadonlyMap<string, Point> {
  const drawn = Array.from({ length: tries }, (_, index) => draw(names, ties, area, index));
  const best = drawn.reduce((a, b) => (crossings(b) < crossings(a) ? b : a));
  return new Map(
    [...best.names, ...best.labels].map(({ id, x, y }): [string, Point] => [
      id,
      { x: Math.round(x), y: Math.round(y) },
    ]),
  );
}

function draw(boxes: readonly Box[], ties: readonly Tie[], area: Area, turn: number): Try {
  const names = boxes.map((box, index): Body => ({ ...box, ...startOf(index, turn, area) }));
  const labels = ties.flatMap((tie): Label[] => {
    const [a, b] = tie.between.map((id) => names.find((name) => name.id === id));
    return a && b ? [{ ...tie, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, ends: [a, b] }] : [];
  });
  const all = [...names, ...labels];
  const links = labels.map(({ ends: [source, target], height }) => ({ source, target, height }));
  forceSimulation<Body>(all)
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(({ height }) => 120 + height)
        .strength(0.4),
    )
    .force('charge', forceManyBody().strength(-1000).distanceMax(420))
    .force('x', forceX(area.width / 2).strength(0.03))
    .force('y', forceY(area.height / 2).strength(0.04))
    .force('middle', keepToMiddle(labels))
    .stop()
    .tick(ticks);
  for (let round = 0, parted = false; round < partings && !parted; round += 1) {
    parted = part(all);
    keepInside(all, area);
  }
  return { names, labels };
}

/** On a sunflower's spiral, turned a little further with each try. */
function startOf(index: number, turn: number, area: Area): Point {
  const radius = 60 * Math.sqrt(0.5 + index);
  const angle = index * Math.PI * (3 - Math.sqrt(5)) * (1 + turn / 7);
  return { x: area.width / 2 + radius * Math.cos(angle), y: area.height / 2 + radius * Math.sin(angle) };
}

function keepToMiddle(labels: readonly Label[]): Force<Body, undefined> {
  return () => {
    for (const label of labels) {
      const [a, b] = label.ends;
      label.x += ((a.x + b.x) / 2 - label.x) * 0.3;
      label.y += ((a.y + b.y) / 2 - label.y) * 0.3;
    }
  };
}

/** Parts boxes that overlap along the axis on which they overlap least; true once none does. */
function part(bodies: readonly Body[]): boolean {
  let parted = true;
  bodies.forEach((a, index) => {
    for (const b of bodies.slice(index + 1)) {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const overlapX = (a.width + b.width) / 2 + air - Math.abs(dx);
      const overlapY = (a.height + b.height) / 2 + air - Math.abs(dy);
      if (overlapX <= 0 || overlapY <= 0) continue;
      if (Math.min(overlapX, overlapY) > 1) parted = false;
      const axis = overlapX < overlapY ? 'x' : 'y';
      const push = (axis === 'x' ? overlapX * (dx < 0 ? -1 : 1) : overlapY * (dy < 0 ? -1 : 1)) / 2;
      a[axis] -= push;
      b[axis] += push;
    }
  });
  return parted;
}

function keepInside(bodies: readonly Body[], area: Area): void {
  for (const body of bodies) {
    body.x = clamp(body.x, body.width / 2 + air, area.width - body.width / 2 - air);
    body.y = clamp(body.y, body.height / 2 + air, area.height - body.height / 2 - air);
  }
}

/** How badly a try reads: lines that run across boxes which are not theirs, and boxes that still overlap, which is worse. */
function crossings({ names, labels }: Try): number {
  const all: (Body | Label)[] = [...names, ...labels];
  let bad = 0;
  for (const label of labels) {
    const [start, end] = label.ends;
    const line = Array.from({ length: pieces }, (_, index) => onCurve(start, label, end, (index + 0.5) / pieces));
    for (const box of all) {
      if (box === label || box === start || box === end || !line.some((at) => holds(box, at))) continue;
      bad += 'ends' in box ? 1 : 3; // behind a name a line seems to end there
    }
    bad += (Math.hypot(start.x - label.x, start.y - label.y) + Math.hypot(end.x - label.x, end.y - label.y)) / 1000;
  }
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      if (Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2) bad += 5;
    }
  });
  return bad;
}

/** The point of a line's quadratic curve that bends it through its label's middle. */
export function bendOf(a: Point, label: Point, b: Point): Point {
  return { x: 2 * label.x - (a.x + b.x) / 2, y: 2 * label.y - (a.y + b.y) / 2 };
}

function onCurve(a: Point, label: Point, b: Point, t: number): Point {
  const bend = bendOf(a, label, b);
  const between = (from: number, via: number, to: number) => (1 - t) ** 2 * from + 2 * t * (1 - t) * via + t ** 2 * to;
  return { x: between(a.x, bend.x, b.x), y: between(a.y, bend.y, b.y) };
}

function holds(box: Body, { x, y }: Point): boolean {
  return Math.abs(x - box.x) < box.width / 2 && Math.abs(y - box.y) < box.height / 2;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
