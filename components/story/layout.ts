// Lays the figures and their relations out on a plane: a force simulation in which each relation's label is a body of its own, so that labels keep clear of names and of each other.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Figure, Relation } from '../../data/story.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Graph {
  width: number;
  height: number;
  /** By figure id; figures without relations have no place. */
  figures: ReadonlyMap<string, Point>;
  /** By relation id: where its label stands, with the line bending through it. */
  labels: ReadonlyMap<string, Point>;
}

interface Body extends Point {
  id: string;
  radius: number;
}

const nameRadius = 62;
const labelRadius = 84;
const margin = { x: 96, y: 34 };

/** Always the same for the same story: the simulation starts from fixed places and draws no chance. Sizes in px of the drawing. */
export function layOut(figures: readonly Figure[], relations: readonly Relation[], width: number): Graph {
  const related = figures.filter(({ id }) => relations.some(({ between }) => between.includes(id)));
  const bodies: Body[] = [
    ...related.map(({ id }) => ({ id: `figure/${id}`, radius: nameRadius, x: 0, y: 0 })),
    ...relations.map(({ id }) => ({ id: `label/${id}`, radius: labelRadius, x: 0, y: 0 })),
  ];
  spread(bodies);
  const links = relations.flatMap(({ id, between }) =>
    between.map((end) => ({ source: `figure/${end}`, target: `label/${id}` })),
  );
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(nameRadius + 20)
        .strength(0.9),
    )
    .force('charge', forceManyBody().strength(-420))
    .force('collide', forceCollide<Body>(({ radius }) => radius).iterations(3))
    .force('x', forceX().strength(0.03))
    .force('y', forceY().strength(0.09))
    .stop()
    .tick(400);

  const left = Math.min(...bodies.map(({ x }) => x));
  const top = Math.min(...bodies.map(({ y }) => y));
  const scale = (width - 2 * margin.x) / Math.max(1, Math.max(...bodies.map(({ x }) => x)) - left);
  const placed = new Map(
    bodies.map(({ id, x, y }): [string, Point] => [
      id,
      { x: Math.round(margin.x + (x - left) * scale), y: Math.round(margin.y + (y - top) * scale) },
    ]),
  );
  const only = (kind: string) =>
    new Map([...placed].filter(([id]) => id.startsWith(kind)).map(([id, point]) => [id.slice(kind.length), point]));
  return {
    width,
    height: Math.max(...[...placed.values()].map(({ y }) => y)) + margin.y,
    figures: only('figure/'),
    labels: only('label/'),
  };
}

/** On a sunflower's spiral: even, and the same every time. */
function spread(bodies: Body[]): void {
  bodies.forEach((body, index) => {
    const radius = 40 * Math.sqrt(0.5 + index);
    const angle = index * Math.PI * (3 - Math.sqrt(5));
    body.x = radius * Math.cos(angle);
    body.y = radius * Math.sin(angle);
  });
}
