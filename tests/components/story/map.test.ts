// The map of relations: what is drawn crosses nothing, whatever the relations are, and it has room in a window.
import { describe, expect, test } from 'vitest';
import { type Box, crosses, overlap } from '../../../components/story/boxes.ts';
import { MOST_NAMES, mapContent, OTHERS } from '../../../components/story/map-content.ts';
import { type Line, layOutMap, type MapLayout, type NameBox } from '../../../components/story/map-layout.ts';
import { loadStory, loadStoryFile } from '../../../scripts/dataset/load.ts';
import type { Relation, Story } from '../../../stories/format.ts';
import { story as small } from '../story.ts';

/** What the page has beside its contents, in a window of 1280 × 720 px. */
const WINDOW = { width: 880, height: 500 };
const NARROW = { width: 340, height: 15 * 64 };

const bundled = loadStory('.');
const second = loadStoryFile('.', 'tests/stories/harbour-strike');

function expectClear({ names, lines, area }: MapLayout): void {
  const boxes = [...names].map(([id, box]) => ({ id, box }));
  const labels = lines.flatMap(({ id, label }) => (label ? [{ id, box: label }] : []));
  const all = [...boxes, ...labels];
  const meets: string[] = [];
  all.forEach((one, at) => {
    if (!isInside(one.box, area)) meets.push(`${one.id} runs over the edge`);
    for (const other of all.slice(at + 1)) if (overlap(one.box, other.box)) meets.push(`${one.id} on ${other.id}`);
  });
  for (const { id, from, to } of lines)
    for (const one of all)
      if (one.id !== id && crosses(from, to, one.box)) meets.push(`the line ${id} through ${one.id}`);
  expect(meets).toEqual([]);
}

const isInside = ({ x, y, width, height }: Box, area: { width: number; height: number }) =>
  x - width / 2 >= 0 && y - height / 2 >= 0 && x + width / 2 <= area.width && y + height / 2 <= area.height;

/** The map of a story, with letters about as wide as a browser's. */
function mapOf(story: Pick<Story, 'figures' | 'relations'>, language: string, most = WINDOW) {
  const content = mapContent(story, { language, source: 'en' });
  const size = (lines: readonly string[], letter: number, height: number) => ({
    width: Math.max(...lines.map((line) => line.length)) * letter + 8,
    height: lines.length * height + 4,
  });
  const names = content.names.map(
    ({ id, lines }): NameBox => ({ id, ...size(id === OTHERS ? ['9 more'] : lines, 9, 19) }),
  );
  const lines = content.relations.map(
    ({ id, between, label }): Line => ({ id, between, label: label && size(label.lines, 6.6, 15) }),
  );
  return { content, lines, layout: layOutMap(names, lines, most) };
}

describe.each([
  ['the bundled story', bundled],
  ['the second story', second],
  ['the small story', small],
])('%s', (_, story) => {
  test.each(['en', 'es'])('is drawn whole and clear in a window, in %s', (language) => {
    const { layout, lines } = mapOf(story, language);
    expectClear(layout);
    expect(layout.lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
    expect(layout.lines.filter(({ label }) => label)).toHaveLength(lines.filter(({ label }) => label).length);
    expect(layout.area.height).toBeLessThanOrEqual(WINDOW.height);
  });

  test('is clear in a narrow window', () => {
    expectClear(mapOf(story, 'en', NARROW).layout);
  });
});

/** Numbers from 0 to below 1, the same at every run (Park and Miller, 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** So many figures, the first joined to each other by chance. */
function invented(count: number, density: number, next: () => number): Pick<Story, 'figures' | 'relations'> {
  const figures = Array.from({ length: count }, (_, at) => ({
    ...small.figures[0]!,
    id: `f${at}`,
    name: { en: `${'Ada Bellweather Constantinescu'.slice(0, 4 + Math.floor(next() * 22))} ${at}` },
  }));
  const relations: Relation[] = [];
  for (let one = 0; one < count; one += 1)
    for (let other = one + 1; other < count; other += 1)
      if (other === one + 1 || next() < density)
        relations.push({
          ...small.relations[0]!,
          id: `r${one}-${other}`,
          between: [`f${one}`, `f${other}`],
          label: next() < 0.7 ? { en: 'what they are to each other'.slice(0, 6 + Math.floor(next() * 20)) } : null,
        });
  return { figures, relations };
}

test('the same relations have the same map', () => {
  const [one, other] = [0, 1].map(() => mapOf(invented(9, 0.2, numbers(5)), 'en').layout);
  expect(one).toEqual(other);
});

// All small numbers, and few of the larger ones, whose maps take longer to find.
describe.each([3, 4, 5, 6, 7, 9, MOST_NAMES])('%i figures', (count) => {
  test.each([0, 0.2, 1])('are drawn clear, a share of %f of all pairs being related', (density) => {
    const story = invented(count, density, numbers(count * 31 + 7));
    const { layout, content } = mapOf(story, 'en');
    expectClear(layout);
    expect(layout.names.size).toBe(count);
    expect(layout.area.height).toBeLessThanOrEqual(WINDOW.height);
    expect(content.others).toBe(0);
    // A row of figures, each joined to the next, has room for all its lines.
    if (density === 0) expect(layout.lines).toHaveLength(count - 1);
    if (density === 0.2) expectClear(mapOf(story, 'en', NARROW).layout);
  });
});

test('of more figures the rest are one name', () => {
  const story = invented(24, 0.1, numbers(5));
  const { content, layout } = mapOf(story, 'en');
  expect(content.names).toHaveLength(MOST_NAMES);
  expect(content.names.at(-1)?.id).toBe(OTHERS);
  expect(content.others).toBe(24 - MOST_NAMES + 1);
  expect(content.pairs).toBe(story.relations.length);
  expectClear(layout);
  expect(layout.area.height).toBeLessThanOrEqual(WINDOW.height);
});

test('a story without relations has no map, and one relation to an unknown figure no line', () => {
  expect(mapContent({ ...small, relations: [] }, { language: 'en', source: 'en' }).names).toEqual([]);
  expect(layOutMap([], [], WINDOW).names.size).toBe(0);
  const lone = layOutMap([{ id: 'a', width: 80, height: 20 }], [{ id: 'l', between: ['a', 'b'], label: null }], WINDOW);
  expect(lone.lines).toEqual([]);
});
