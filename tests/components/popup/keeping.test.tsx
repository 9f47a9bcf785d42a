// Keeping an article step by step: what is asked on the way is asked once.
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { createKeeping, type KeptPage } from '../../../components/popup/keeping.tsx';
import type { KeepOptions, Keeping as Kept } from '../../../extension/captures.ts';
import { localizerIn } from '../localizer.ts';

afterEach(cleanup);

/** A page in a private window, with something selected on it. */
function openPrivate(keepNow: (options: KeepOptions) => Kept) {
  const keep = vi.fn(
    async (options: KeepOptions): Promise<Kept> =>
      options.isPrivateAllowed ? keepNow(options) : { ok: false, fault: 'private', selection: false },
  );
  const page: KeptPage = {
    ...{ address: null, keep, onKept: vi.fn(), openKept: vi.fn(), paste: vi.fn() },
    hasChanged: async () => null,
  };
  const keeping = createKeeping(localizerIn('en'), page, () => rerender(<main>{keeping.view([])}</main>));
  const { rerender } = render(<main>{keeping.view([])}</main>);
  const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
  return { page, keep, press };
}

test('who agrees to keep from a private window is not asked again for what is selected', async () => {
  const { page, keep, press } = openPrivate(({ what }) =>
    what === 'selection' ? { ok: true } : { ok: false, fault: 'no-article', selection: true },
  );
  await press('Keep this article');
  await press('Keep it all the same');
  await press('Keep the selected text');
  await vi.waitFor(() => expect(page.onKept).toHaveBeenCalledOnce());
  expect(keep.mock.calls.map(([{ what, isPrivateAllowed }]) => [what, isPrivateAllowed])).toEqual([
    ['article', false],
    ['article', true],
    ['selection', true],
  ]);
  // What is kept later is asked for anew.
  await press('Keep this article');
  expect(await screen.findByRole('button', { name: 'Keep it all the same' })).toBeTruthy();
});

test('what was stopped is begun again as it was asked for', async () => {
  const { keep, press } = openPrivate(() => ({ ok: false, fault: 'stopped', selection: false }));
  await press('Keep this article');
  await press('Keep it all the same');
  await press('Start again');
  await vi.waitFor(() => expect(keep).toHaveBeenCalledTimes(3));
  expect(keep.mock.lastCall?.[0]).toMatchObject({ what: 'article', isPrivateAllowed: true });
});
