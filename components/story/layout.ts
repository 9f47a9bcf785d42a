// Lays out the graph of relations: names, and the labels on the lines between them.
// d3-force makes several attempts, boxes that overlap are pushed apart, and the attempt that reads best is taken.
import { type Force, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/** The size of what is to be placed, in px. */
export interface Box {
  id: string;
  width: number;
  height: number;
}

/** A label on the line between two names. */
export interface LabelBox extends Box {
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

interface Attempt {
  names: Body[];
  labels: Label[];
}

/** Empty space around each box, px. */
const gap = 14;
const attempts = 16;
/** Steps of the simulation in each attempt. */
const ticks = 160;
/** How often overlapping boxes are pushed apart, at most. */
const separations = 120;
/** Points of a line at which is looked what it runs across. */
const samples = 24;

/**
 * The middles of names and labels within `area`, by id. Ids are unique over both lists.
 * Deterministic: each attempt starts from fixed places, and d3-force uses a seeded random source.
 */
export function placeBoxes(names: readonly Box[], labels: readonly LabelBox[], area: Area): ReadonlyMap<string, Point> {
  const made = Array.from({ length: attempts }, (_, index) => attempt(names, labels, area, index));
  const best = made.reduce((a, b) => (penalty(b) < penalty(a) ? b : a));
  return new Map(
    [...best.names, ...best.labels].map(({ id, x, y }): [string, Point] => [
      id,
      { x: Math.round(x), y: Math.round(y) },
    ]),
  );
}

function attempt(nameBoxes: readonly Box[], labelBoxes: readonly LabelBox[], area: Area, number: number): Attempt {
  const names = nameBoxes.map((box, index): Body => ({ ...box, ...startOf(index, number, area) }));
  const labels = labelBoxes.flatMap((box): Label[] => {
    const [a, b] = box.between.map((id) => names.find((name) => name.id === id));
    return a && b ? [{ ...box, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, ends: [a, b] }] : [];
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
  for (let round = 0, separated = false; round < separations && !separated; round += 1) {
    separated = separate(all);
    keepInside(all, area);
  }
  return { names, labels };
}

/** On a sunflower's spiral, rotated a little further with each attempt. */
function startOf(index: number, attempt: number, area: Area): Point {
  const radius = 60 * Math.sqrt(0.5 + index);
  const angle = index * Math.PI * (3 - Math.sqrt(5)) * (1 + attempt / 7);
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

/** Pushes overlapping boxes apart along the axis on which they overlap least; true once none overlap. */
function separate(bodies: readonly Body[]): boolean {
  let separated = true;
  bodies.forEach((a, index) => {
    for (const b of bodies.slice(index + 1)) {
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const overlapX = (a.width + b.width) / 2 + gap - Math.abs(dx);
      const overlapY = (a.height + b.height) / 2 + gap - Math.abs(dy);
      if (overlapX <= 0 || overlapY <= 0) continue;
      if (Math.min(overlapX, overlapY) > 1) separated = false;
      const axis = overlapX < overlapY ? 'x' : 'y';
      const push = (axis === 'x' ? overlapX * (dx < 0 ? -1 : 1) : overlapY * (dy < 0 ? -1 : 1)) / 2;
      a[axis] -= push;
      b[axis] += push;
    }
  });
  return separated;
}

function keepInside(bodies: readonly Body[], area: Area): void {
  for (const body of bodies) {
    body.x = clamp(body.x, body.width / 2 + gap, area.width - body.width / 2 - gap);
    body.y = clamp(body.y, body.height / 2 + gap, area.height - body.height / 2 - gap);
  }
}

/** How badly an attempt reads: lines that run across other boxes, and boxes that still overlap, which is worse. */
function penalty({ names, labels }: Attempt): number {
  const all: (Body | Label)[] = [...names, ...labels];
  let sum = 0;
  for (const label of labels) {
    const [start, end] = label.ends;
    const line = Array.from({ length: samples }, (_, index) => onCurve(start, label, end, (index + 0.5) / samples));
    for (const box of all) {
      if (box === label || box === start || box === end || !line.some((point) => contains(box, point))) continue;
      sum += 'ends' in box ? 1 : 3; // behind a name a line seems to end there
    }
    sum += (Math.hypot(start.x - label.x, start.y - label.y) + Math.hypot(end.x - label.x, end.y - label.y)) / 1000;
  }
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      if (Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2) sum += 5;
    }
  });
  return sum;
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

function contains(box: Body, { x, y }: Point): boolean {
  return Math.abs(x - box.x) < box.width / 2 && Math.abs(y - box.y) < box.height / 2;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
