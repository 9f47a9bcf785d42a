// What is painted, registered and styled, with stand-ins for the browser's observer and its registry of highlights.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlacedMention } from '../../../page/text/mentions.ts';
import { FakeObserver, installFakeObserver, paragraph, place } from './viewport.ts';

// The document has them as a property of its own here; browsers have them on the prototype.
let sheets: readonly FakeStyleSheet[] = [];
Object.defineProperty(Document.prototype, 'adoptedStyleSheets', {
  get: () => sheets,
  set(next: readonly FakeStyleSheet[]) {
    sheets = next;
  },
});

const { realmOf } = await import('../../../page/native.ts');
const { createPainter } = await import('../../../page/paint/painter.ts');

class FakeHighlight extends Set<StaticRange> {
  priority = 0;
}

class FakeStyleSheet {
  text = '';
  replaceSync(text: string): void {
    this.text = text;
  }
}

class FakeStaticRange {
  constructor(range: StaticRangeInit) {
    Object.assign(this, range);
  }
}

let highlights: Map<string, FakeHighlight>;
let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  installFakeObserver();
  document.body.replaceChildren();
  sheets = [];
  highlights = new Map();
  // The document's own window: in these tests the global object is another.
  const fakes = {
    CSS: Object.defineProperty({}, 'highlights', { get: () => highlights }),
    Highlight: FakeHighlight,
    StaticRange: FakeStaticRange,
    CSSStyleSheet: FakeStyleSheet,
  };
  for (const [name, value] of Object.entries(fakes))
    Object.defineProperty(realmOf(document), name, { value, configurable: true });
  end = new AbortController();
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What is in the registry under a name, in the order of the document. */
const painted = (name = 'mention') =>
  [...(highlights.get(name) ?? [])].map(({ startContainer }) => (startContainer as Text).data).sort();
const rules = () => sheets.map(({ text }) => text);

function paint(...paragraphs: ReturnType<typeof paragraph>[]) {
  const painter = createPainter(document, end.signal, () => {});
  const mentions = paragraphs.flatMap((one) => one.mentions);
  painter.set(mentions, () => 'every');
  const observer = FakeObserver.only;
  const look = () => {
    observer.look(...paragraphs.map(({ element }) => element));
    vi.advanceTimersByTime(200);
  };
  look();
  return { painter, mentions, look };
}

test('what is near the viewport is registered, and taken back when it leaves', () => {
  const [near, far] = [paragraph('Trump'), paragraph('Petro')];
  place(near.element, 10);
  place(far.element, 100_000);
  const { look } = paint(near, far);
  expect(painted()).toEqual(['Trump']);
  place(near.element, -100_000);
  place(far.element, 10);
  look();
  expect(painted()).toEqual(['Petro']);
});

test('the first of a figure is the first that is shown', () => {
  const [hidden, shown] = [paragraph('Trump'), paragraph('Trump')];
  hidden.mentions[0]!.block.nodes[0]!.data = 'hidden';
  place(shown.element, 10);
  const { painter, mentions, look } = paint(hidden, shown);
  painter.set(mentions, () => 'first');
  expect(painted()).toEqual(['Trump']);
  place(hidden.element, 5);
  look();
  expect(painted()).toEqual(['hidden']);
});

test('how the page looks is asked before it gets a style sheet of ours', () => {
  const [hidden, shown] = [paragraph('Trump'), paragraph('Trump')];
  place(shown.element, 10);
  const painter = createPainter(document, end.signal, () => {});
  painter.set([...hidden.mentions, ...shown.mentions], () => 'first');
  const window = realmOf(document)!;
  const ask = window.getComputedStyle;
  const sheetsWhenAsked: number[] = [];
  vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => {
    sheetsWhenAsked.push(sheets.length);
    return ask.call(window, element);
  });
  FakeObserver.only.look(hidden.element, shown.element);
  expect(rules()).toHaveLength(1);
  expect(new Set(sheetsWhenAsked)).toEqual(new Set([0]));
});

test('a word that the page has taken out meanwhile harms nothing', () => {
  const [gone, kept] = [paragraph('Trump'), paragraph('Petro')];
  place(gone.element, 10);
  place(kept.element, 20);
  const { painter, mentions } = paint(gone, kept);
  gone.element.remove();
  expect(() => painter.activate(mentions[0]!)).not.toThrow();
  painter.activate(mentions[1]!);
  expect(painted('mention-active')).toEqual(['Petro']);
});

test('another density is obeyed at once', () => {
  const one = paragraph('Trump', 'Petro');
  place(one.element, 10);
  const { painter, mentions } = paint(one);
  painter.set(mentions, (figure) => (figure === 'Trump' ? 'every' : 'none'));
  expect(painted()).toEqual(['Trump']);
});

test('a tree is styled for the kinds of elements in which something is painted', () => {
  const one = paragraph('Trump');
  const other = document.createElement('h1');
  const two = paragraph('Petro');
  two.element.append(other);
  other.append(two.mentions[0]!.block.nodes[0]!);
  place(one.element, 10);
  place(two.element, 100_000);
  const { look } = paint(one, two);
  expect(rules()).toHaveLength(1);
  expect(rules()[0]).toContain('P::highlight(mention)');
  expect(rules()[0]).not.toContain('H1');
  place(two.element, 10);
  look();
  expect(rules()).toHaveLength(2);
  expect(rules()[1]).toContain('H1::highlight(mention-active)');
});

test('style sheets of the page stay, and ours go with the end', () => {
  const page = new FakeStyleSheet();
  sheets = [page];
  const one = paragraph('Trump');
  place(one.element, 10);
  paint(one);
  expect(sheets).toHaveLength(2);
  end.abort();
  expect(sheets).toEqual([page]);
});

test('one mention at a time stands out, and what the page has cleared comes back with it', () => {
  const one = paragraph('Trump', 'Petro');
  place(one.element, 10);
  const { painter, mentions } = paint(one);
  const [first, second] = mentions as [PlacedMention, PlacedMention];
  painter.activate(first);
  expect(painted('mention-active')).toEqual(['Trump']);
  highlights.clear();
  painter.activate(second);
  expect(painted('mention-active')).toEqual(['Petro']);
  expect(painted()).toEqual(['Petro', 'Trump']);
  painter.activate(null);
  expect(painted('mention-active')).toEqual([]);
});

test('what is painted around an element is asked upwards, and answered from memory until something changes', () => {
  const one = paragraph('Trump');
  place(one.element, 10);
  const { painter, mentions } = paint(one);
  const inside = document.createElement('b');
  one.element.append(inside);
  const before = painter.paintedAround(inside);
  expect(before).toEqual(mentions);
  expect(painter.paintedAround(inside)).toBe(before);
  expect(painter.paintedAround(document.body)).toEqual([]);
  painter.set([], () => 'every');
  expect(painter.paintedAround(inside)).toEqual([]);
});

test('after the end nothing is registered; a highlight that another script has put there stays', () => {
  const one = paragraph('Trump');
  place(one.element, 10);
  const { painter, mentions } = paint(one);
  painter.activate(mentions[0]!);
  const successor = new FakeHighlight();
  highlights.set('mention', successor);
  end.abort();
  expect([...highlights]).toEqual([['mention', successor]]);
  expect(painter.paintedAround(one.element)).toEqual([]);
});
