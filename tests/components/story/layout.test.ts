// The graph's layout: deterministic, within its area, without overlaps.
import { expect, test } from 'vitest';
import { placeBoxes } from '../../../components/story/layout.ts';

const area = { width: 880, height: 620 };
const names = Array.from({ length: 11 }, (_, index) => ({ id: `name-${index}`, width: 130, height: 30 }));
const labels = names.map(({ id }, index) => ({
  id: `label-${index}`,
  between: [id, `name-${(index * 3 + 1) % names.length}`] as const,
  width: 150,
  height: 20 + 16 * (index % 4),
}));
const boxes = [...names, ...labels];

test('the same input gives the same layout', () => {
  expect(placeBoxes(names, labels, area)).toEqual(placeBoxes(names, labels, area));
});

test('every box lies within the area, and none on another', () => {
  const places = placeBoxes(names, labels, area);
  const sides = boxes.map(({ id, width, height }) => {
    const { x, y } = places.get(id)!;
    return { id, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  });
  for (const a of sides) {
    expect(Math.min(a.left, a.top, area.width - a.right, area.height - a.bottom)).toBeGreaterThanOrEqual(0);
    for (const b of sides) {
      if (a === b) continue;
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart, `${a.id} and ${b.id}`).toBe(true);
    }
  }
});

test('a label without both names is left out, and no boxes make no layout', () => {
  const places = placeBoxes(names.slice(0, 1), labels.slice(0, 1), area);
  expect([...places.keys()]).toEqual(['name-0']);
  expect(placeBoxes([], [], area).size).toBe(0);
});
