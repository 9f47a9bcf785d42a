// What a screen reader is told, one announcement after the other.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCardHost } from '../../../components/card/host.ts';
import type { Shell } from '../../../components/card/shell.ts';
import { localizerIn } from '../localizer.ts';

const shell = { show: vi.fn(), hide: vi.fn(), announce: vi.fn(), host: { remove() {} } };
vi.mock('../../../components/card/shell.ts', () => ({ createShell: () => shell as unknown as Shell }));

let end: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  for (const told of [shell.show, shell.hide, shell.announce]) told.mockClear();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

function host() {
  const saved = async () => true;
  const actions = { openStory() {}, openArticle() {}, step() {}, closed() {} };
  const corrections = { reject: saved, mute: saved, leaveOut: saved, same: saved, apart: saved };
  return createCardHost(document, {
    localizer: localizerIn('en'),
    actions: { ...actions, ...corrections },
    signal: end.signal,
  });
}

test('an announcement stays as long as it is to, whatever was announced before', () => {
  const { announce } = host();
  announce('one figure');
  vi.advanceTimersByTime(2000);
  announce('two figures');
  vi.advanceTimersByTime(2000);
  expect(shell.announce.mock.calls).toEqual([['one figure'], ['two figures']]);
  expect(shell.hide).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(shell.announce).toHaveBeenLastCalledWith('');
  expect(shell.hide).toHaveBeenCalledOnce();
});

test('nothing is said after the end', () => {
  host().announce('one figure');
  end.abort();
  vi.advanceTimersByTime(5000);
  expect(shell.announce).not.toHaveBeenCalled();
});
