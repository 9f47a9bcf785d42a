// What is near the viewport, as a stand-in for the browser's observer tells it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlacedMention } from '../../../page/text/mentions.ts';
import { yieldToPage } from '../../../page/time-slices.ts';
import { FakeObserver, installFakeObserver, paragraph, place } from './viewport.ts';

const { createViewportWatcher } = await import('../../../page/paint/viewport-watcher.ts');

const FAR = 100_000;
/** What scrolls. */
const view = new EventTarget() as Window;
let end: AbortController;
let prepared: PlacedMention[];
let changes: { changed: readonly Element[]; visibilityChanged: boolean }[];

beforeEach(() => {
  vi.useFakeTimers();
  installFakeObserver();
  document.body.replaceChildren();
  end = new AbortController();
  prepared = [];
  changes = [];
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Paragraph = ReturnType<typeof paragraph>;
const mapOf = (...paragraphs: Paragraph[]) => new Map(paragraphs.map(({ element, mentions }) => [element, mentions]));

function watch(...paragraphs: Paragraph[]) {
  const viewport = createViewportWatcher(document, end.signal, {
    onWatch: (mentions) => void prepared.push(...mentions),
    onChange: (changed, visibilityChanged) => void changes.push({ changed, visibilityChanged }),
  });
  viewport.listenIn(view);
  viewport.set(mapOf(...paragraphs));
  return { viewport, observer: FakeObserver.only };
}

/** Lets the page scroll, and waits until everything has been looked at. */
async function scroll(): Promise<void> {
  view.dispatchEvent(new Event('scroll'));
  await vi.advanceTimersByTimeAsync(200);
}

test('mentions are near while their element is', () => {
  const one = paragraph('Trump', 'Petro');
  place(one.element, 10);
  const { viewport, observer } = watch(one);
  expect(viewport.near.size).toBe(0);
  observer.look(one.element);
  expect(viewport.near.get(one.element)).toEqual(one.mentions);
  place(one.element, FAR);
  observer.look(one.element);
  expect(viewport.near.has(one.element)).toBe(false);
  expect(changes).toEqual([
    { changed: [one.element], visibilityChanged: false },
    { changed: [one.element], visibilityChanged: false },
  ]);
});

test('ranges are prepared as soon as their element is watched', () => {
  const one = paragraph('Trump');
  watch(one);
  expect(prepared).toEqual(one.mentions);
});

test('half a window around the viewport is near', () => {
  expect(watch().observer.options.rootMargin).toBe('50% 0px');
});

test('an element without a box is hidden, one that is far is not', () => {
  const [far, hidden] = [paragraph('Trump'), paragraph('Trump')];
  place(far.element, FAR);
  const { viewport, observer } = watch(far, hidden);
  observer.look(far.element, hidden.element);
  expect([far, hidden].map(({ element }) => viewport.isHidden(element))).toEqual([false, true]);
  place(hidden.element, 10);
  observer.look(hidden.element);
  expect(viewport.isHidden(hidden.element)).toBe(false);
  expect(changes.map(({ visibilityChanged }) => visibilityChanged)).toEqual([true, true]);
});

test('other mentions in an element that is near are near at once', () => {
  const one = paragraph('Trump');
  place(one.element, 10);
  const { viewport, observer } = watch(one);
  observer.look(one.element);
  const more = paragraph('Petro').mentions;
  viewport.set(new Map([[one.element, more]]));
  expect(viewport.near.get(one.element)).toEqual(more);
});

test('an element without mentions is not watched any longer', () => {
  const [one, two] = [paragraph('Trump'), paragraph('Petro')];
  place(one.element, 10);
  const { viewport, observer } = watch(one, two);
  observer.look(one.element);
  viewport.set(mapOf(two));
  expect([...observer.watched]).toEqual([two.element]);
  expect(viewport.near.size).toBe(0);
  changes = [];
  observer.look(one.element);
  expect(viewport.near.size).toBe(0);
});

test('a short page is never looked through', async () => {
  const boxes = vi.spyOn(Range.prototype, 'getBoundingClientRect');
  const one = paragraph('Trump');
  watch(one);
  await scroll();
  expect(changes).toEqual([]);
  expect(boxes).not.toHaveBeenCalled();
});

test('of a long page the 120 nearest elements are watched', async () => {
  const all = Array.from({ length: 300 }, () => paragraph('Trump'));
  all.forEach(({ element }, at) => {
    place(element, at * 100);
  });
  const { viewport, observer } = watch(...all);
  const watched = () => all.flatMap(({ element }, at) => (observer.watched.has(element) ? at : []));
  const numbers = (from: number) => Array.from({ length: 120 }, (_, at) => from + at);
  expect(watched()).toEqual(numbers(0));
  observer.look(all[0]!.element);
  expect(viewport.near.has(all[0]!.element)).toBe(true);

  // The reader scrolls to the end: 300 paragraphs stand above the viewport's lower edge.
  all.forEach(({ element }, at) => {
    place(element, (at - 299) * 100);
  });
  changes = [];
  await scroll();
  expect(watched()).toEqual(numbers(180));
  expect(viewport.near.has(all[0]!.element)).toBe(false);
  expect(changes.flatMap(({ changed }) => changed)).toContain(all[0]!.element);
  viewport.set(mapOf(...all));
  expect(viewport.near.has(all[0]!.element)).toBe(false);
});

test('an element with very many mentions is looked through, and only those near the viewport are near', async () => {
  const page = paragraph(...Array.from({ length: 40 }, () => 'Trump'));
  place(page.element, 0);
  page.mentions.forEach((mention, at) => {
    place(mention, at < 10 ? null : (at - 12) * 1000);
  });
  const { viewport, observer } = watch(page);
  expect(prepared).toEqual([]);
  observer.look(page.element);
  expect(viewport.near.size).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  // The one at the viewport's upper edge and the next; those without a box are hidden, the others more than half a
  // window away.
  expect(viewport.near.get(page.element)).toEqual(page.mentions.slice(12, 14));

  page.mentions.slice(10).forEach((mention, at) => {
    place(mention, (at - 29) * 1000);
  });
  await scroll();
  expect(viewport.near.get(page.element)).toEqual(page.mentions.slice(39));
});

test('a mention that leaves a very large element is not near any longer, a new one is once it was looked at', async () => {
  const page = paragraph(...Array.from({ length: 40 }, () => 'Trump'));
  place(page.element, 0);
  for (const mention of page.mentions) place(mention, 10);
  const { viewport } = watch(page);
  await scroll();
  const [fresh] = paragraph('Petro').mentions as [PlacedMention];
  place(fresh, 10);
  const next = [...page.mentions.slice(1), fresh];
  viewport.set(new Map([[page.element, next]]));
  expect(viewport.near.get(page.element)).toEqual(page.mentions.slice(1));
  await vi.advanceTimersByTimeAsync(200);
  expect(viewport.near.get(page.element)).toEqual(next);
});

test('after the end nothing is watched, looked at or near', async () => {
  const all = Array.from({ length: 130 }, () => paragraph('Trump'));
  for (const { element } of all) place(element, 10);
  const { viewport, observer } = watch(...all);
  observer.look(all[0]!.element);
  changes = [];
  end.abort();
  expect(observer.isConnected).toBe(false);
  expect(viewport.near.size).toBe(0);
  await scroll();
  expect(changes).toEqual([]);
});

test('the end is obeyed in the middle of a look at a long page', async () => {
  const all = Array.from({ length: 130 }, () => paragraph('Trump'));
  for (const { element } of all) place(element, 10);
  watch(...all);
  // Each look takes so long that the page gets control before the next.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  await vi.advanceTimersByTimeAsync(150);
  end.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  // As often as the look would have given way, had it gone on.
  for (let times = 0; times < 10; times++) await yieldToPage();
  expect(changes).toEqual([]);
});
