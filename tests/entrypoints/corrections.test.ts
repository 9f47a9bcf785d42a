// Where a correction goes: to the background, or in a private window nowhere.
import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createCorrections } from '../../entrypoints/reader/corrections.ts';

afterEach(() => vi.restoreAllMocks());

const nothing = () => {};
const PAGE = 'https://news.example/a';
// Mails and networks put long codes behind addresses.
const location = { href: `${PAGE}?from=${'m'.repeat(2000)}#top` };

test('outside of private windows the background saves it, and says whether it did', async () => {
  const send = vi.spyOn(browser.runtime, 'sendMessage');
  send.mockImplementation(async (...[message]: unknown[]) => (message as { type: string }).type === 'reject');
  const onHeld = vi.fn();
  const onSaved = vi.fn();
  const corrections = createCorrections(location, false, onHeld, onSaved);
  expect(await corrections.reject('petro', 'Petro', 'page')).toBe(true);
  expect(onSaved).toHaveBeenCalledOnce();
  expect(await corrections.mute('petro')).toBe(false);
  expect(onSaved).toHaveBeenCalledOnce();
  expect(send.mock.calls.map(([message]) => message)).toEqual([
    { type: 'reject', url: PAGE, scope: 'page', figure: 'petro', text: 'Petro' },
    { type: 'mute', figure: 'petro' },
  ]);
  expect(corrections.rejected({})).toEqual([]);
  expect(corrections.muted).toEqual([]);
  expect(onHeld).not.toHaveBeenCalled();
});

test('in a private window nothing is sent: a rejection holds for the page, a mute until it is closed', async () => {
  const send = vi.spyOn(browser.runtime, 'sendMessage');
  const onHeld = vi.fn();
  const corrections = createCorrections(location, true, onHeld, nothing);
  expect(await corrections.reject('petro', 'Petro', 'site')).toBe(true);
  expect(await corrections.mute('rubio')).toBe(true);
  expect(onHeld).toHaveBeenCalledTimes(2);
  expect(corrections.rejected({})).toEqual([{ figure: 'petro', text: 'Petro' }]);
  corrections.forgetPage();
  expect(corrections.rejected({})).toEqual([]);
  expect(corrections.muted).toEqual(['rubio']);
  expect(await corrections.mute('rubio', true)).toBe(true);
  expect(corrections.muted).toEqual([]);
  expect(onHeld).toHaveBeenCalledTimes(3);
  expect(send).not.toHaveBeenCalled();
});

test('a story is left out by the background, or in a private window as long as the page stays', async () => {
  const send = vi.spyOn(browser.runtime, 'sendMessage');
  send.mockImplementation(async () => true);
  const corrections = createCorrections(location, false, nothing, nothing);
  expect(await corrections.leaveOut('harbour', 'site')).toBe(true);
  expect(send.mock.calls).toEqual([[{ type: 'leaveOut', url: PAGE, scope: 'site', story: 'harbour' }]]);
  expect(corrections.leftOut({ 'stories-off': { 'news.example': ['harbour'] } })).toEqual(['harbour']);
  const onHeld = vi.fn();
  const privately = createCorrections(location, true, onHeld, nothing);
  expect(await privately.leaveOut('harbour', 'site')).toBe(true);
  expect(onHeld).toHaveBeenCalledOnce();
  expect(privately.leftOut({})).toEqual(['harbour']);
  privately.forgetPage();
  expect(privately.leftOut({})).toEqual([]);
  expect(send).toHaveBeenCalledOnce();
});

test('what is stored for the page and its site counts as well', () => {
  const stored = {
    'correction:https://news.example/a': [{ figure: 'petro', text: 'Petro' }],
    'correction:news.example': [{ figure: 'flores', text: 'Flores' }],
    'correction:other.example': [{ figure: 'rubio', text: 'Rubio' }],
  };
  expect(createCorrections(location, false, nothing, nothing).rejected(stored)).toEqual([
    { figure: 'petro', text: 'Petro' },
    { figure: 'flores', text: 'Flores' },
  ]);
});
