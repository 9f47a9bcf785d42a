// Long work in slices: it lets others in, and does not wait for timers, which browsers hold back in hidden tabs.
import { afterEach, expect, test, vi } from 'vitest';
import { inSlices } from '../../extension/slices.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Work of so many steps, each longer than a slice. */
function* longSteps(count: number) {
  for (let step = 0; step < count; step++) {
    const since = performance.now();
    while (performance.now() - since < 15);
    yield;
  }
  return count;
}

test('others have their turn between slices', async () => {
  const { port1, port2 } = new MessageChannel();
  const order: string[] = [];
  const heard = new Promise<void>((resolve) => {
    port1.onmessage = () => {
      order.push('another');
      resolve();
    };
  });
  port2.postMessage(0);
  await inSlices(longSteps(4));
  order.push('done');
  await heard;
  port1.close();
  expect(order).toEqual(['another', 'done']);
});

test('no timer has to fire', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  expect(await inSlices(longSteps(2))).toBe(2);
});
