// What the pointer did while nobody followed it.
import { beforeEach, expect, test, vi } from 'vitest';
import { realmOf } from '../../../page/native.ts';
import { createPointerEvents, type PointerEvents } from '../../../page/pointer/pointer-events.ts';

const page = realmOf(document) as Window;
let events: PointerEvents;

beforeEach(() => {
  document.body.innerHTML = '<p>Text</p>';
  events = createPointerEvents();
  events.listenIn(page);
  events.listenIn(page);
  return () => events.end();
});

const createFollower = () => ({ moved: vi.fn(), left: vi.fn(), cancelled: vi.fn(), clicked: vi.fn() });
const target = () => document.querySelector('p') as Element;

/** As a reader's own, where it is not said otherwise. */
function happens(type: string, { isTrusted = true, relatedTarget = null as Element | null } = {}): Event {
  const event = new MouseEvent(type, { bubbles: true, composed: true, relatedTarget });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target().dispatchEvent(event);
  return event;
}

/** What waits for whoever follows next. */
function waiting(): Event | undefined {
  const movement = events.follow(createFollower());
  events.rest(null);
  return movement?.event;
}

test('tells its follower of everything, each once, and keeps nothing for the next one', () => {
  const follower = createFollower();
  events.follow(follower);
  const moved = happens('pointermove');
  for (const type of ['pointerout', 'wheel', 'click']) happens(type);
  for (const told of Object.values(follower)) expect(told).toHaveBeenCalledOnce();
  expect(follower.moved).toHaveBeenCalledWith(moved);
  events.rest(null);
  expect(waiting()).toBeUndefined();
});

test('the latest movement waits, with what it hit, and is given to one follower', () => {
  happens('pointermove');
  const last = happens('pointermove');
  const movement = events.follow(createFollower());
  expect(movement?.event).toBe(last);
  expect(movement?.target).toBe(target());
  events.rest(null);
  expect(waiting()).toBeUndefined();
});

test('a movement that its follower has not answered waits for the next one', () => {
  events.follow(createFollower());
  const event = happens('pointermove') as PointerEvent;
  events.rest({ event, target: target() });
  expect(waiting()).toBe(event);
});

test.each(['pointerdown', 'keydown', 'keyup', 'wheel', 'scroll', 'pointerout'])('after %s nothing waits', (type) => {
  happens('pointermove');
  happens(type);
  expect(waiting()).toBeUndefined();
});

test('from one element into another the pointer is still there', () => {
  const event = happens('pointermove');
  happens('pointerout', { relatedTarget: document.body });
  expect(waiting()).toBe(event);
});

test('events of the page itself move nothing', () => {
  const event = happens('pointermove');
  for (const type of ['pointermove', 'pointerdown', 'pointerout']) happens(type, { isTrusted: false });
  expect(waiting()).toBe(event);
});

test('hears nothing after its end, and forgets, until it listens again', () => {
  happens('pointermove');
  events.end();
  expect(waiting()).toBeUndefined();
  happens('pointermove');
  expect(waiting()).toBeUndefined();
  events.listenIn(page);
  const event = happens('pointermove');
  expect(waiting()).toBe(event);
});
