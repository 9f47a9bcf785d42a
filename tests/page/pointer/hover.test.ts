// When a card opens and closes.
import { expect, test } from 'vitest';
import { type HoverEvent, type HoverState, hoverStart, hoverStep, leadsTo } from '../../../page/pointer/hover.ts';

const timing = { dwell: 250, grace: 300, slow: 1 };
const over = (what: string | null, { speed = 0, towards = false } = {}): HoverEvent<string> => ({
  type: 'move',
  over: what,
  speed,
  towards,
});

/**
 * Drives the machine: numbers are ms that pass, everything else are events. Answers what was shown and hidden, in
 * order.
 */
function run(...script: (HoverEvent<string> | number)[]): string[] {
  const log: string[] = [];
  let state: HoverState<string> = hoverStart;
  let now = 0;
  let timer = Number.POSITIVE_INFINITY;
  const feed = (event: HoverEvent<string>) => {
    const { state: next, show, hide } = hoverStep(state, event, timing);
    if (next !== state) timer = now + (next.wait ?? Number.POSITIVE_INFINITY);
    state = next;
    if (show) log.push(`show ${show}`);
    if (hide) log.push('hide');
  };
  for (const one of script) {
    if (typeof one !== 'number') {
      feed(one);
      continue;
    }
    const end = now + one;
    while (timer <= end) {
      now = timer;
      timer = Number.POSITIVE_INFINITY;
      feed({ type: 'timer' });
    }
    now = end;
  }
  return log;
}

test('opens after a rest, and not before', () => {
  expect(run(over('a'), 249)).toEqual([]);
  expect(run(over('a'), 250)).toEqual(['show a']);
});

test('small movements on the word do not start the wait anew, quick ones do', () => {
  expect(run(over('a'), 200, over('a'), 50)).toEqual(['show a']);
  expect(run(over('a'), 200, over('a', { speed: 3 }), 200)).toEqual([]);
  expect(run(over('a'), 200, over('a', { speed: 3 }), 250)).toEqual(['show a']);
});

test('a pointer that only passes through opens nothing', () => {
  expect(run(over('a', { speed: 3 }), over('b', { speed: 3 }), over(null, { speed: 3 }), 1000)).toEqual([]);
});

test('a pointer that stops dead on a word opens its card: the browser may tell of no slower movement', () => {
  expect(run(over('a', { speed: 3 }), 249)).toEqual([]);
  expect(run(over('a', { speed: 3 }), 250)).toEqual(['show a']);
  expect(run(over('a', { speed: 3 }), 16, over('a'), 249)).toEqual([]);
});

test('leaving before the end opens nothing, and the wait begins anew on another word', () => {
  expect(run(over('a'), 100, over(null), 1000)).toEqual([]);
  expect(run(over('a'), 200, over('b'), 100)).toEqual([]);
  expect(run(over('a'), 200, over('b'), 250)).toEqual(['show b']);
});

test('closes after the grace, and not when the pointer comes back', () => {
  expect(run(over('a'), 250, over(null), 299)).toEqual(['show a']);
  expect(run(over('a'), 250, over(null), 300)).toEqual(['show a', 'hide']);
  expect(run(over('a'), 250, over(null), 200, over('a'), 1000)).toEqual(['show a']);
});

test('stays while the pointer is on the card', () => {
  expect(run(over('a'), 250, over(null), 100, { type: 'enter-card' }, 5000)).toEqual(['show a']);
  expect(run(over('a'), 250, { type: 'enter-card' }, 100, over(null), 300)).toEqual(['show a', 'hide']);
});

test('on the way to the card, other words neither close nor open', () => {
  const towards = { towards: true };
  expect(run(over('a'), 250, over(null, towards), 50, over('b', towards), 50, { type: 'enter-card' }, 1000)).toEqual([
    'show a',
  ]);
});

test('another word takes the card over after the grace', () => {
  expect(run(over('a'), 250, over('b'), 300)).toEqual(['show a', 'show b']);
});

test('keys, buttons and scrolling keep a card from opening, and do not close one', () => {
  expect(run(over('a'), 100, { type: 'cancel' }, 1000)).toEqual([]);
  expect(run(over('a'), 250, { type: 'cancel' }, 1000)).toEqual(['show a']);
});

test('a card opened or closed by other means is known', () => {
  expect(run({ type: 'shown', shown: 'a' }, over(null), 300)).toEqual(['hide']);
  expect(run(over('a'), 250, { type: 'hidden' }, over(null), 1000)).toEqual(['show a']);
  expect(run(over('a'), 250, { type: 'hidden' }, over('a'), 250)).toEqual(['show a', 'show a']);
});

test('no order of events hides twice what was shown once', () => {
  const events: HoverEvent<string>[] = [
    over('a'),
    over('b'),
    over(null),
    over('a', { speed: 5 }),
    over('b', { towards: true }),
    { type: 'enter-card' },
    { type: 'cancel' },
    { type: 'shown', shown: 'c' },
    { type: 'hidden' },
  ];
  // All sequences of four, with pauses: a card is hidden only when one is shown, and never twice.
  for (let code = 0; code < events.length ** 4; code++) {
    const script = [0, 1, 2, 3].flatMap((place) => {
      const event = events[Math.floor(code / events.length ** place) % events.length] as HoverEvent<string>;
      return [event, place % 2 ? 260 : 120];
    });
    const log = run(...script, 2000);
    log.forEach((line, at) => {
      if (line === 'hide' && at > 0) expect(log[at - 1]).not.toBe('hide');
    });
  }
});

test('a movement leads to the card when it comes nearer', () => {
  const card = { left: 100, top: 200, right: 400, bottom: 500 };
  expect(leadsTo(card, { x: 150, y: 100 }, { x: 155, y: 120 })).toBe(true);
  expect(leadsTo(card, { x: 150, y: 100 }, { x: 190, y: 100 })).toBe(false);
  expect(leadsTo(card, { x: 150, y: 100 }, { x: 150, y: 80 })).toBe(false);
  expect(leadsTo(card, { x: 150, y: 100 }, { x: 150, y: 100 })).toBe(false);
  expect(leadsTo(card, { x: 150, y: 180 }, { x: 155, y: 205 })).toBe(true);
});
