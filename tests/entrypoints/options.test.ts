// The options page shows nothing that can be pressed before it knows what is stored. Then it waits for no story.
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createLibraryReader } from '../../extension/checked-stories.ts';
import { listShortcuts } from '../../extension/shortcuts.ts';
import type { Stored } from '../../extension/stored.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('../../extension/shortcuts.ts', () => ({ listShortcuts: vi.fn(async () => []), shortcutPage: () => null }));
vi.mock('../../extension/checked-stories.ts', { spy: true });

test('settings are shown once they were read, and do not wait until all stories are checked', async () => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.mocked(createLibraryReader).mockReturnValue(() => new Promise(() => {}));
  await browser.storage.local.set({ activation: 'chosen', 'site:example.com': 'on' });
  const get = browser.storage.local.get.bind(browser.storage.local);
  const reading = vi.spyOn(browser.storage.local, 'get');
  let read: () => void = () => {};
  const isRead = new Promise<void>((resolve) => {
    read = resolve;
  });
  reading.mockImplementation(async (keys) => {
    await isRead;
    return get(keys) as Promise<Stored>;
  });
  await import('../../entrypoints/options/main.tsx');
  expect(listShortcuts).toHaveBeenCalled();
  expect(document.querySelectorAll('button, input, select')).toHaveLength(0);
  read();
  expect(await screen.findByText('example.com')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('activation_chosen').checked).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'options_removeNamed' }));
  await waitFor(async () => expect(await get(null)).not.toHaveProperty('site:example.com'));
});
