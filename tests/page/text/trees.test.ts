// Documents, open shadow roots and frames: where they are found, and whether they are still there.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTrees, type Tree } from '../../../page/text/trees.ts';

let end: AbortController;
let told: Tree[];
let loaded: HTMLIFrameElement[];
let late: number;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  told = [];
  loaded = [];
  late = 0;
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function start(html: string) {
  document.body.innerHTML = html;
  const trees = createTrees(document, end.signal, {
    onTree: (tree) => void told.push(tree),
    onFrame: (frame) => void loaded.push(frame),
    onLate: () => void late++,
  });
  return { trees, inside: () => [...trees.inside(document.body)].filter((tree) => tree !== null) };
}
/** A frame by its name alone: a real one would be loaded by the DOM of these tests. */
function addFrame(): HTMLIFrameElement {
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'iframe');
  document.body.append(frame);
  return frame as Element as HTMLIFrameElement;
}
const element = (selector: string) => document.querySelector(selector) as HTMLElement;

test('a tree is told of once when it is added, and again when it is attended anew', () => {
  const { trees } = start('');
  expect([trees.add(document), trees.add(document)]).toEqual([true, false]);
  expect(told).toEqual([document]);
  trees.listenIn(document);
  expect(told).toEqual([document, document]);
});

test('a frame that loads is told of once, however often its document was attended', () => {
  const { trees } = start('<img>');
  const frame = addFrame();
  trees.add(document);
  trees.listenIn(document);
  frame.dispatchEvent(new Event('load'));
  element('img').dispatchEvent(new Event('load'));
  expect(loaded).toEqual([frame]);
});

test('so is a frame in a shadow root', () => {
  const { trees } = start('<x-host></x-host>');
  const shadow = element('x-host').attachShadow({ mode: 'open' });
  trees.add(document);
  trees.add(shadow);
  const frame = addFrame();
  shadow.append(frame);
  frame.dispatchEvent(new Event('load'));
  expect(loaded).toEqual([frame]);
});

test.each(['<x-host></x-host>', '<div></div>', `<x-host></x-host>${'<p>text</p>'.repeat(30)}`])(
  'finds the shadow root in %s',
  (html) => {
    const { inside } = start(html);
    const shadow = element('x-host, div').attachShadow({ mode: 'open' });
    expect(inside()).toEqual([shadow]);
  },
);

test('asks again for shadow roots that come late', () => {
  const { trees, inside } = start('<x-host></x-host><x-gone></x-gone>');
  expect(inside()).toEqual([]);
  expect(trees.takeLate()).toEqual([]);
  vi.advanceTimersByTime(5000);
  expect(late).toBe(2);
  const shadow = element('x-host').attachShadow({ mode: 'open' });
  element('x-gone').attachShadow({ mode: 'open' });
  element('x-gone').remove();
  expect(trees.takeLate()).toEqual([shadow]);
  expect(trees.takeLate()).toEqual([]);
});

test('looks again and again, as long as candidates come', () => {
  const { inside } = start('<x-first></x-first>');
  inside();
  vi.advanceTimersByTime(2000);
  document.body.append(document.createElement('x-second'));
  inside();
  vi.advanceTimersByTime(60_000);
  // What came in the middle of the first round has one of its own.
  expect(late).toBe(4);
  document.body.append(document.createElement('x-third'));
  inside();
  vi.advanceTimersByTime(60_000);
  expect(late).toBe(6);
});

test('boxes that stay empty give way to new ones, once they have been looked at', () => {
  const { trees, inside } = start('<div></div>'.repeat(300));
  inside();
  vi.advanceTimersByTime(5000);
  document.body.insertAdjacentHTML('beforeend', '<x-host></x-host>');
  inside();
  element('x-host').attachShadow({ mode: 'open' });
  expect(trees.takeLate()).toHaveLength(1);
});

test('only large frames are read, and only so many', () => {
  const { trees } = start('');
  const inside = Array.from({ length: 30 }, (_, at) => {
    const frame = addFrame();
    const page = new DOMParser().parseFromString('<p>text</p>', 'text/html');
    Object.defineProperties(frame, {
      clientWidth: { value: at === 0 ? 100 : 320 },
      clientHeight: { value: 200 },
      contentDocument: { value: page },
    });
    const found = trees.inFrame(frame);
    if (found) trees.add(found);
    return found !== null;
  });
  expect(inside).toEqual(Array.from({ length: 30 }, (_, at) => at > 0 && at <= 20));
});

test('a frame that is small at first is told of once it has grown, and is watched no longer', () => {
  const watched = new Set<Element>();
  let tell: (entries: { target: Element }[]) => void = () => {};
  class FakeResizeObserver {
    constructor(callback: typeof tell) {
      tell = callback;
    }
    observe = (element: Element) => watched.add(element);
    unobserve = (element: Element) => watched.delete(element);
    disconnect = () => watched.clear();
  }
  vi.stubGlobal('ResizeObserver', FakeResizeObserver);
  const { trees } = start('');
  const [grown, removed, foreign] = [addFrame(), addFrame(), addFrame()];
  const page = new DOMParser().parseFromString('<p>text</p>', 'text/html');
  const setHeight = (frame: HTMLIFrameElement, value: number) =>
    Object.defineProperties(frame, {
      clientWidth: { value: 320, configurable: true },
      clientHeight: { value, configurable: true },
      contentDocument: { value: frame === foreign ? null : page, configurable: true },
    });
  for (const frame of [grown, removed, foreign]) {
    setHeight(frame, 150);
    expect(trees.inFrame(frame)).toBeNull();
  }
  expect([...watched]).toEqual([grown, removed]);
  tell([{ target: grown }]);
  expect(loaded).toEqual([]);
  setHeight(grown, 900);
  tell([{ target: grown }]);
  expect(loaded).toEqual([grown]);
  expect(trees.inFrame(grown)).toBe(page);
  removed.remove();
  trees.forgetRemoved();
  expect([...watched]).toEqual([]);
  setHeight(grown, 150);
  trees.inFrame(grown);
  end.abort();
  expect([...watched]).toEqual([]);
  trees.inFrame(foreign);
  trees.inFrame(grown);
  expect([...watched]).toEqual([]);
  vi.unstubAllGlobals();
});

test('a frame that goes from page to page counts once', () => {
  const { trees } = start('');
  const frame = addFrame();
  Object.defineProperties(frame, { clientWidth: { value: 320 }, clientHeight: { value: 200 } });
  for (let at = 0; at < 30; at++) {
    const page = new DOMParser().parseFromString('<p>text</p>', 'text/html');
    Object.defineProperty(frame, 'contentDocument', { value: page, configurable: true });
    expect(trees.inFrame(frame)).toBe(page);
    trees.add(page);
  }
  trees.forgetRemoved();
  expect(trees.all.size).toBe(1);
});

test('knows what is there, in shadow roots too, and forgets trees that have gone', () => {
  const { trees } = start('<p>text</p><x-host></x-host>');
  const shadow = element('x-host').attachShadow({ mode: 'open' });
  shadow.innerHTML = '<b>text</b>';
  trees.add(document);
  trees.add(shadow);
  const nodes = [element('p'), shadow.firstChild as Node];
  expect(nodes.map((node) => trees.isThere(node))).toEqual([true, true]);
  element('x-host').remove();
  expect(nodes.map((node) => trees.isThere(node))).toEqual([true, false]);
  trees.forgetRemoved();
  expect([...trees.all]).toEqual([document]);
});

test('after the end no frame is heard of, and nothing is looked for', () => {
  const { trees, inside } = start('<x-host></x-host>');
  const frame = addFrame();
  trees.add(document);
  inside();
  end.abort();
  frame.dispatchEvent(new Event('load'));
  vi.advanceTimersByTime(5000);
  expect([loaded, late, trees.all.size]).toEqual([[], 0, 0]);
});
