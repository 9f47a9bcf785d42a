import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  answerBackground,
  askBackground,
  askPage,
  type BackgroundHandlers,
  respond,
} from '../../extension/messages.ts';

beforeEach(() => fakeBrowser.reset());

const us = { id: 'test-extension-id' };
const isText = (value: unknown): value is string => typeof value === 'string';
const shapes = { greet: { name: isText }, fail: {} };
const handlers = {
  greet: ({ name }: { name: string }) => `Hello ${name}`,
  fail: () => Promise.reject(new Error('broken')),
};
const answerTo = (message: unknown, sender = us) => respond(shapes, handlers, message, sender);

test('a complete message of our own is answered', async () => {
  expect(browser.runtime.id).toBe(us.id);
  expect(await answerTo({ type: 'greet', name: 'Ana' })).toEqual({ ok: true, value: 'Hello Ana' });
});

test.each([
  null,
  undefined,
  'greet',
  7,
  [],
  {},
  { type: 'greet' },
  { type: 'greet', name: 7 },
  { type: 'toString' },
  { type: '__proto__' },
  { type: 'constructor', name: 'x' },
  { type: { toString: (): string => 'greet' }, name: 'x' },
])('everything else is ignored: %j', (message) => {
  expect(answerTo(message)).toBe(null);
});

test('other extensions are not answered', () => {
  expect(answerTo({ type: 'greet', name: 'Ana' }, { id: 'somebody else' })).toBe(null);
});

test('a handler that fails returns a fault', async () => {
  expect(await answerTo({ type: 'fail' })).toEqual({ ok: false, fault: 'broken' });
});

test('the background is asked, and no answer is a fault', async () => {
  expect(await askBackground('site', { host: 'www.example.com' })).toMatchObject({ ok: false });
  const site = { domain: 'example.com', subdomains: true };
  const reportFound = vi.fn();
  const openNames = vi.fn(() => null);
  answerBackground({ site: () => site, reportFound, openNames } as unknown as BackgroundHandlers);
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((message: unknown) => heardBy(message));
  expect(await askBackground('site', { host: 'www.example.com' })).toEqual({ ok: true, value: site });
  expect(await askBackground('reportFound', { active: true, figures: 3 })).toEqual({ ok: true, value: true });
  expect(reportFound).toHaveBeenCalledWith({ active: true, figures: 3 }, expect.anything());
  // Nothing can be opened: that is no answer, and not the `true` of handlers that return nothing.
  expect(await askBackground('openNames', { page: {} })).toMatchObject({ ok: false });
});

test('a page is asked in its top frame', async () => {
  const send = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(true as never);
  await askPage(7, 'reveal', { figure: 'petro', step: 1 });
  expect(send).toHaveBeenCalledWith(7, { type: 'reveal', figure: 'petro', step: 1 }, { frameId: 0 });
});

test('a background that was ended meanwhile is asked once more', async () => {
  const send = vi
    .spyOn(browser.runtime, 'sendMessage')
    .mockRejectedValueOnce(new Error('The message channel closed before a response was received.'))
    .mockResolvedValueOnce(true as never);
  send.mockClear();
  expect(await askBackground('mute', { figure: 'petro', undo: false })).toEqual({ ok: true, value: true });
  expect(send).toHaveBeenCalledTimes(2);
  send.mockReset().mockRejectedValue(new Error('gone'));
  expect(await askBackground('mute', { figure: 'petro', undo: false })).toEqual({ ok: false, fault: 'gone' });
  expect(send).toHaveBeenCalledTimes(2);
});

test('a message of an orphaned script returns a fault', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(await askBackground('mute', { figure: 'petro', undo: false })).toEqual({
    ok: false,
    fault: 'Extension context invalidated.',
  });
});

/** Delivers a message to the listeners as browsers do. */
function heardBy(message: unknown): Promise<never> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, us as never, resolve as never);
  });
}
