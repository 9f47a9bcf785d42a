// Going from mention to mention.
import { beforeEach, expect, test } from 'vitest';
import type { PlacedMention } from '../../page/text/mentions.ts';
import { paragraph, place } from './paint/viewport.ts';

const shown = new Set<Element>();
// page/ takes the DOM's own methods from their prototypes when it is loaded.
Element.prototype.checkVisibility = function () {
  return shown.has(this);
};
Range.prototype.getClientRects = function () {
  const box = this.getBoundingClientRect();
  return (box.width > 0 ? [box] : []) as unknown as DOMRectList;
};
const { mentionsInTurn } = await import('../../page/reveal.ts');

let mentions: PlacedMention[];

/** Mentions at these distances from the viewport's upper edge; those at null are not shown. */
function placeAt(...tops: (number | null)[]): void {
  const { element, mentions: made } = paragraph(...tops.map(String));
  shown.add(element);
  mentions = made;
  mentions.forEach((mention, at) => {
    place(mention, tops[at] ?? null);
  });
}
const next = (last: number | null, step: 1 | -1) =>
  mentionsInTurn(mentions, last === null ? null : (mentions[last] as PlacedMention), step)[0]?.text ?? null;

beforeEach(() => {
  shown.clear();
  document.body.replaceChildren();
  // What stands above the viewport is on the page.
  document.documentElement.scrollTop = 1000;
});

test('begins where the reader is', () => {
  placeAt(-500, -100, 200, 900);
  expect(next(null, 1)).toBe('200');
  expect(next(null, -1)).toBe('-100');
});

test('goes on after the last one, round and round', () => {
  placeAt(10, 20, 30);
  expect([next(0, 1), next(2, 1), next(1, -1), next(0, -1)]).toEqual(['20', '10', '10', '30']);
});

test('passes over what is not shown', () => {
  placeAt(10, null, 30);
  expect(next(0, 1)).toBe('30');
  shown.clear();
  expect(next(0, 1)).toBeNull();
});

test.each([1, -1] as const)('finds nothing where nothing is shown: step %i', (step) => {
  placeAt(null, null);
  expect([next(null, step), next(0, step)]).toEqual([null, null]);
  mentions = [];
  expect(next(null, step)).toBeNull();
});

test('one mention is next to itself', () => {
  placeAt(50);
  expect([next(null, 1), next(null, -1), next(0, 1), next(0, -1)]).toEqual(['50', '50', '50', '50']);
});

test('begins anew where all stands above the reader', () => {
  placeAt(-300, -200);
  expect(next(null, 1)).toBe('-300');
});
