// Watching the storage and writing to it, while it changes, fails or cannot be read.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mute } from '../../extension/changes.ts';
import { amend, type Stored, watchStored, write } from '../../extension/stored.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

function followed(keys: string[], signal = new AbortController().signal): Stored[] {
  const received: Stored[] = [];
  watchStored(keys, (stored) => received.push(stored), signal);
  return received;
}

test('calls back with the present values, then with each change of its keys', async () => {
  await write({ a: 1, other: 1 });
  const received = followed(['a', 'b']);
  // The fake storage tells of a removed key with null where browsers say nothing.
  const values = () => received.map(({ a, b }) => [a ?? null, b ?? null]);
  await expect.poll(values).toEqual([[1, null]]);
  await write({ other: 2 });
  await write({ b: 2 });
  await write({ a: undefined });
  await expect.poll(values).toEqual([
    [1, null],
    [1, 2],
    [null, 2],
  ]);
});

test('a change during the first read is not lost', async () => {
  let answer: (stored: Stored) => void = () => {};
  vi.spyOn(browser.storage.local, 'get').mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const received = followed(['a', 'b']);
  await write({ a: 'new' });
  expect(received).toEqual([]);
  answer({ a: 'old', b: 'b' });
  await expect.poll(() => received).toEqual([{ a: 'new', b: 'b' }]);
});

test('does not call back while the storage cannot be read, nor after the end', async () => {
  const end = new AbortController();
  vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('corrupt'));
  const unread = followed(['a'], end.signal);
  await write({ a: 1 });
  expect(unread).toEqual([]);
  const received = followed(['a'], end.signal);
  await expect.poll(() => received).toHaveLength(1);
  end.abort();
  await write({ a: 2 });
  expect(received).toHaveLength(1);
});

test('retries an unreadable storage at growing intervals, and recovers by itself', async () => {
  vi.useFakeTimers();
  await browser.storage.local.set({ a: 1 });
  const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
  const end = new AbortController();
  const received: Stored[] = [];
  const faults: string[] = [];
  watchStored(
    ['a'],
    (stored) => received.push(stored),
    end.signal,
    (fault) => faults.push(fault),
  );
  await vi.advanceTimersByTimeAsync(4000);
  expect(faults).toEqual(['corrupt', 'corrupt', 'corrupt', 'corrupt']);
  expect(received).toEqual([]);
  get.mockRestore();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(received).toEqual([{ a: 1 }]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(faults).toHaveLength(4);
  vi.useRealTimers();
});

test('stops retrying in the end, and at once after its signal aborts', async () => {
  vi.useFakeTimers();
  const get = vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
  watchStored(['a'], () => {});
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(get.mock.calls.length).toBeLessThan(10);
  get.mockClear();
  const end = new AbortController();
  watchStored(['a'], () => {}, end.signal);
  await vi.advanceTimersByTimeAsync(0);
  end.abort();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(get.mock.calls.length).toBeLessThan(3);
  vi.useRealTimers();
});

test('changes to one key take turns', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => mute(`figure-${index}`)));
  expect((await browser.storage.local.get('muted')).muted).toHaveLength(50);
});

test('a refused write returns a fault, and does not block the next one', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
  expect(await amend('a', () => 1)).toEqual({ ok: false, fault: 'quota' });
  expect(await amend('a', () => 2)).toEqual({ ok: true, value: undefined });
});

test('who follows everything is told of all but what is compiled', async () => {
  await browser.storage.local.set({ a: 1, 'data:current': 'x', 'data:0123456789abcdef:en': 'x', 'data:refused': {} });
  const received: Stored[] = [];
  watchStored(null, (stored) => received.push(stored));
  await expect.poll(() => received).toEqual([{ a: 1, 'data:refused': {} }]);
  await browser.storage.local.set({ 'data:current': 'y' });
  await browser.storage.local.set({ b: 2 });
  expect(received).toEqual([
    { a: 1, 'data:refused': {} },
    { a: 1, 'data:refused': {}, b: 2 },
  ]);
});
