// The last change can be undone, and only that.
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Stored } from '../../extension/stored.ts';
import { createUndoableChanges } from '../../extension/undoable-changes.ts';

beforeEach(() => fakeBrowser.reset());

const KEY = 'site:example.com';
const rule = (after: unknown) => (now: Stored) => [{ key: KEY, before: now[KEY], after }];
const DONE = { ok: true, value: undefined } as const;
const FULL = { ok: false, fault: 'full' } as const;
const stored = () => browser.storage.local.get(null);

test('a change of the storage is written, and undone by its inverse', async () => {
  await browser.storage.local.set({ 'site:example.com': 'on' });
  const onDone = vi.fn();
  const changes = createUndoableChanges(onDone);
  expect(changes.last).toBeNull();
  await changes.applyAll({ kind: 'site', domain: 'example.com' }, [KEY], rule('off'));
  expect(await stored()).toEqual({ 'site:example.com': 'off' });
  expect(changes.last).toEqual({ kind: 'site', domain: 'example.com' });
  await changes.undo();
  expect(await stored()).toEqual({ 'site:example.com': 'on' });
  expect(changes.last).toBeNull();
  expect(onDone).toHaveBeenCalledTimes(2);
});

test('only the last change is undone, once', async () => {
  const changes = createUndoableChanges(() => {});
  await changes.applyAll({ kind: 'site', domain: 'example.com' }, [KEY], rule('on'));
  await changes.applyAll({ kind: 'site', domain: 'example.com' }, [KEY], rule('off'));
  await changes.undo();
  await changes.undo();
  expect(await stored()).toEqual({ 'site:example.com': 'on' });
});

test('a change that fails is reported, and the one before can still be undone', async () => {
  const onDone = vi.fn();
  const changes = createUndoableChanges(onDone);
  await changes.make(
    { kind: 'unmuted', figure: 'petro' },
    async () => DONE,
    async () => DONE,
  );
  await changes.make(
    { kind: 'reset' },
    async () => FULL,
    async () => DONE,
  );
  expect(onDone).toHaveBeenLastCalledWith(FULL);
  expect(changes.last).toEqual({ kind: 'unmuted', figure: 'petro' });
});

test('an undo that fails is reported, and can be tried again', async () => {
  const onDone = vi.fn();
  const changes = createUndoableChanges(onDone);
  const outcomes = [FULL, DONE];
  await changes.make(
    'deleted',
    async () => DONE,
    async () => outcomes.shift() ?? DONE,
  );
  await changes.undo();
  expect(onDone).toHaveBeenLastCalledWith(FULL);
  expect(changes.last).toBe('deleted');
  await changes.undo();
  expect(onDone).toHaveBeenLastCalledWith(DONE);
  expect(changes.last).toBeNull();
});

test('an undo that fails does not take the place of a newer change', async () => {
  const changes = createUndoableChanges(() => {});
  const succeed = async () => DONE;
  await changes.make('deleted', succeed, async () => {
    await changes.make('imported', succeed, succeed);
    return FULL;
  });
  await changes.undo();
  expect(changes.last).toBe('imported');
});
