// When the gate searches a page again: where trees come late, and where frames in them move on. The filter is a
// stand-in; what it finds in real pages is tested in browsers (tests/e2e/gate.test.ts).
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NameSearch } from '../../page/name-search.ts';
import type { NameFilter } from '../../recognition/name-filter.ts';

const filter = {
  matcher: () => (text: string) => (text.includes('Petro') ? 'name' : 'none'),
} as unknown as NameFilter;

let search: NameSearch;
let found: number;

beforeEach(() => {
  vi.useFakeTimers();
  found = 0;
});
afterEach(() => {
  search.end();
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** Searches the page until it is known that there is no name on it. */
async function start(html: string): Promise<void> {
  document.body.innerHTML = html;
  search = new NameSearch(document, filter, { isNeeded: () => true, onFound: () => found++ });
  expect(await search.finish()).toBe(false);
}

const attach = (host: Element | null, html: string): ShadowRoot => {
  const root = (host as Element).attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
};

/** A frame by its name alone: a real one would be loaded by the DOM of these tests. */
const addFrame = (to: Node): Element =>
  to.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'iframe'));

test('a root that comes late is found, though nothing else changes', async () => {
  await start('<x-late></x-late>');
  attach(document.querySelector('x-late'), 'Petro');
  await vi.runAllTimersAsync();
  expect(found).toBe(1);
});

test('so is that of an element that was added after all looks at the first ones', async () => {
  await start('<x-first></x-first>');
  await vi.runAllTimersAsync();
  document.body.append(document.createElement('x-late'));
  expect(await search.finish()).toBe(false);
  attach(document.querySelector('x-late'), 'Petro');
  await vi.runAllTimersAsync();
  expect(found).toBe(1);
});

test('no timer is left on a page that rests, or where the search has ended', async () => {
  await start('<x-first></x-first>');
  await vi.runAllTimersAsync();
  expect(vi.getTimerCount()).toBe(0);
  document.body.append(document.createElement('x-late'));
  await search.finish();
  search.end();
  expect(vi.getTimerCount()).toBe(0);
});

test('no other element can get a root, so none is looked at again', async () => {
  await start('<address>Quay 4</address><u>Nobody</u><div></div>');
  expect(vi.getTimerCount()).toBe(0);
});

test.each<[where: string, frame: () => Element]>([
  ['the page', () => addFrame(document.body)],
  ['a shadow root', () => addFrame(attach(document.querySelector('x-host'), ''))],
])('a frame in %s that moves on is searched again', async (_, add) => {
  await start('<x-host></x-host>');
  const frame = add();
  document.body.append('Nobody');
  expect(await search.finish()).toBe(false);
  expect(search.isSilent()).toBe(true);
  frame.dispatchEvent(new Event('load'));
  expect(search.isSilent()).toBe(false);
});

test('a frame that moves on after the end is not heard', async () => {
  await start('<x-host></x-host>');
  const frame = addFrame(document.body);
  await search.finish();
  search.end();
  frame.dispatchEvent(new Event('load'));
  expect(vi.getTimerCount()).toBe(0);
});
