// What becomes of the mention whose card is open, as the page changes and the pointer moves on.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Marking } from '../../page/marking.ts';
import type { PlacedMention } from '../../page/text/mentions.ts';
import type { PageRecogniser } from '../../recognition/page-recogniser.ts';
import { FakeObserver, installFakeObserver, place } from './paint/viewport.ts';

// page/ takes the DOM's own methods from their prototypes when it is loaded.
Element.prototype.checkVisibility = () => true;
Element.prototype.scrollIntoView = () => {};
Range.prototype.getClientRects = function () {
  return [this.getBoundingClientRect()] as unknown as DOMRectList;
};
Object.defineProperty(Document.prototype, 'adoptedStyleSheets', { get: () => [], set() {} });
const { realmOf } = await import('../../page/native.ts');
const { createMarking } = await import('../../page/marking.ts');
const { createPointerEvents } = await import('../../page/pointer/pointer-events.ts');

class FakeHighlight extends Set<StaticRange> {}

// Without layout nothing could be seen: here everything is, and nothing has to be scrolled to.
vi.mock('../../page/sight.ts', async (original) => ({ ...(await original<object>()), isSeen: () => true }));
vi.mock('../../page/reveal.ts', async (original) => ({
  ...(await original<object>()),
  bringFirstIntoView: (mentions: readonly PlacedMention[]) => mentions[0] ?? null,
}));

let highlights: Map<string, FakeHighlight>;
let end: AbortController;
let marking: Marking;
let isPinned: boolean;
let outlivesMention: boolean;
const onMentions = vi.fn();
const onShow = vi.fn();
const onHide = vi.fn();
const onReplaced = vi.fn();

/** Every "Trump" and "Petro" is a mention. */
const recogniser: PageRecogniser = {
  prefilter: {
    next: (text, from = 0) => [...text].findIndex((_, at) => at >= from && /^(Trump|Petro)/.test(text.slice(at))),
  },
  isLatin: true,
  ask: async ({ blocks }) => ({
    mentions: blocks.flatMap(({ text }, block) =>
      [...text.matchAll(/Trump|Petro/g)].map(({ 0: found, index: start }) => ({
        figure: found.toLowerCase(),
        block,
        start,
        end: start + found.length,
        text: found,
        evidence: [],
      })),
    ),
    needs: { date: false, frontPage: false },
    nameless: [],
    figures: ['trump', 'petro'].map((id) => ({ id, kind: 'person' as const })),
    missing: [],
  }),
};

beforeEach(() => {
  installFakeObserver();
  highlights = new Map();
  const fakes = {
    CSS: Object.defineProperty({}, 'highlights', { get: () => highlights }),
    Highlight: FakeHighlight,
    StaticRange: class {
      constructor(range: StaticRangeInit) {
        Object.assign(this, range);
      }
    },
    CSSStyleSheet: class {
      replaceSync() {}
    },
  };
  for (const [name, value] of Object.entries(fakes))
    Object.defineProperty(realmOf(document), name, { value, configurable: true });
  end = new AbortController();
  isPinned = false;
  outlivesMention = false;
  for (const told of [onShow, onHide, onReplaced]) told.mockClear();
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

async function start(html: string): Promise<void> {
  document.body.innerHTML = html;
  marking = createMarking(document, {
    recogniser,
    pointerEvents: createPointerEvents(),
    facts: () => ({ date: null, headlines: [], rejected: [], muted: [], frontPage: false }),
    onNeeds: () => {},
    density: { person: 'every', place: 'every', organization: 'every' },
    timing: { dwell: 0, grace: 0, slow: Infinity },
    trigger: 'click',
    signal: end.signal,
    onMentions,
    onLanguage: () => {},
    onDwell: () => {},
    onShow,
    onHide,
    onReplaced,
    isPinned: () => isPinned,
    outlivesMention: () => outlivesMention,
    cardBox: () => null,
    onCard: () => false,
    onMove: () => {},
  });
  await marking.whole();
}

/** Lets the observer hear of what has been changed, and has it read. */
async function changed(): Promise<readonly PlacedMention[]> {
  await new Promise((resolve) => setTimeout(resolve));
  return marking.whole();
}

test('tells which mention stands now where that of the open card stood', async () => {
  await start('<main><p>Trump spoke.</p></main>');
  const before = marking.reveal(null, 1);
  (document.querySelector('main') as HTMLElement).innerHTML = '<p>Trump spoke.</p>';
  const [after] = await changed();
  expect(after).not.toBe(before);
  expect(onReplaced.mock.calls).toEqual([[after]]);
  expect(onHide).not.toHaveBeenCalled();
});

test('closes the card whose mention has gone, and tells of no other', async () => {
  await start('<main><p>Trump spoke.</p></main>');
  marking.reveal(null, 1);
  (document.querySelector('p') as HTMLElement).textContent = 'Petro spoke.';
  await changed();
  expect(onHide).toHaveBeenCalledOnce();
  expect(onReplaced).not.toHaveBeenCalled();
});

test('a card that outlives its mention stays open', async () => {
  await start('<main><p>Trump spoke.</p></main>');
  marking.reveal(null, 1);
  outlivesMention = true;
  (document.querySelector('p') as HTMLElement).textContent = 'Petro spoke.';
  await changed();
  expect(onHide).not.toHaveBeenCalled();
});

test.each<[what: string, html: string, change: (main: HTMLElement) => void]>([
  [
    'another text of its paragraph changes',
    '<p>Trump and <b>Trump</b> <i>today</i></p>',
    (main) => {
      (main.querySelector('i') as HTMLElement).textContent = 'yesterday';
    },
  ],
  [
    'a time before it changes in its text',
    '<p>At 5, Trump and Trump</p>',
    (main) => {
      (main.firstChild?.firstChild as Text).data = 'At 10, Trump and Trump';
    },
  ],
  [
    'its paragraph is made anew, with another beginning',
    '<p>At 5, Trump and Trump</p>',
    (main) => {
      main.innerHTML = '<p>At 10, Trump and Trump</p>';
    },
  ],
  [
    'its paragraph is made anew behind one that has come',
    '<p>Trump here and Trump there</p>',
    (main) => {
      main.innerHTML = '<p>Trump and Trump</p><p>Trump here and Trump there</p>';
    },
  ],
])('stays at its own mention of a name where %s', async (_, html, change) => {
  await start(`<p>Trump</p><main>${html}</main>`);
  for (let at = 0; at < 3; at++) marking.reveal(null, 1);
  change(document.querySelector('main') as HTMLElement);
  const mentions = await changed();
  expect(onReplaced.mock.calls).toEqual([[mentions.at(-1)]]);
});

test('a card opens at the mention that was rested on, though its paragraph was read again', async () => {
  await start('<p>Trump and <b>Trump</b> <i>today</i></p>');
  const paragraph = document.querySelector('p') as Element;
  const before = marking.mentions[1] as PlacedMention;
  place(paragraph, 0);
  place({ ...before, block: { ...before.block, nodes: before.block.nodes.slice(1) } }, 0);
  FakeObserver.only.look(paragraph);
  (document.querySelector('i') as HTMLElement).textContent = 'yesterday';
  onMentions.mockImplementationOnce(() => {
    const event = new MouseEvent('click', { bubbles: true, clientX: 5, clientY: 5 });
    Object.defineProperty(event, 'isTrusted', { value: true });
    paragraph.dispatchEvent(event);
  });
  const [, after] = await changed();
  expect(after).not.toBe(before);
  expect(onShow.mock.calls).toEqual([[after, 'hover']]);
});

test('goes on from the mention that was read again', async () => {
  await start('<main><p>Trump</p><p>Petro</p></main><p>Trump</p>');
  marking.reveal(null, 1);
  marking.reveal(null, 1);
  (document.querySelector('main') as HTMLElement).innerHTML = '<p>Trump</p><p>Petro</p>';
  const mentions = await changed();
  expect(marking.reveal(null, 1)).toBe(mentions[2]);
});

test('a pinned card keeps its mention outlined, whatever is clicked', async () => {
  await start('<p id="a">Trump spoke.</p><p id="b">Petro spoke.</p>');
  const paragraphs = [...document.querySelectorAll('p')];
  marking.mentions.forEach((mention, at) => {
    place(paragraphs[at] as Element, 100 * at);
    place(mention, 100 * at);
  });
  FakeObserver.only.look(...paragraphs);
  const outlined = () =>
    [...(highlights.get('mention-active') ?? [])].map(({ startContainer }) => startContainer.textContent);
  const click = (at: number) => {
    const event = new MouseEvent('click', { bubbles: true, clientX: 5, clientY: 100 * at + 5 });
    Object.defineProperty(event, 'isTrusted', { value: true });
    paragraphs[at]?.dispatchEvent(event);
  };
  click(0);
  expect([onShow.mock.calls.length, outlined()]).toEqual([1, ['Trump spoke.']]);
  isPinned = true;
  click(1);
  expect([onShow.mock.calls.length, outlined()]).toEqual([1, ['Trump spoke.']]);
  isPinned = false;
  click(1);
  expect([onShow.mock.calls.length, outlined()]).toEqual([2, ['Petro spoke.']]);
});
