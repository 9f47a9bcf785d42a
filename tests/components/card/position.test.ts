// Where a card goes when its word is not there any more.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BoxRules } from '../../../components/card/placement.ts';
import { createPositioner } from '../../../components/card/position.ts';
import type { Shell } from '../../../components/card/shell.ts';

let end: AbortController;
let boxes: Partial<BoxRules>[];

beforeEach(() => {
  end = new AbortController();
  boxes = [];
});
afterEach(() => end.abort());

function positioner(rects: DOMRectReadOnly[], onWordGone: () => void) {
  const shell = {
    host: document.body,
    body: document.body,
    setBox: (box: Partial<BoxRules>) => void boxes.push(box),
  } as unknown as Shell;
  return createPositioner(window, {
    shell,
    rects: () => rects,
    sheet: false,
    isPinned: () => false,
    onWordGone,
    signal: end.signal,
  });
}

test('a card that opens too late for its word is told so, and placed nowhere once it is closed', () => {
  const onWordGone = vi.fn(() => end.abort());
  positioner([], onWordGone).place();
  expect(onWordGone).toHaveBeenCalledOnce();
  expect(boxes).toEqual([]);
});

test('one that stays without its word is a sheet', () => {
  positioner([], () => {}).place();
  expect(boxes).toEqual([
    { inset: 'auto 0 0', 'inline-size': '100%', 'max-height': `${Math.round(innerHeight / 2)}px` },
  ]);
});

test('one whose word is there goes beside it', () => {
  const onWordGone = vi.fn();
  positioner([{ left: 10, right: 60, top: 100, bottom: 120, width: 50, height: 20 } as DOMRect], onWordGone).place();
  expect(onWordGone).not.toHaveBeenCalled();
  expect(boxes.at(-1)?.inset).not.toMatch(/Infinity|NaN/);
});
