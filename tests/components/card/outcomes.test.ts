// What a card says of what the reader did in it.
import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from '../../../components/card/clipboard.ts';
import { createOutcomes } from '../../../components/card/outcomes.ts';
import { localizerIn } from '../localizer.ts';

vi.mock('../../../components/card/clipboard.ts', () => ({ copyText: vi.fn() }));
afterEach(() => vi.clearAllMocks());

test.each([
  [true, 'Copied.'],
  [false, 'Not copied: the browser did not allow it.'],
])('a text that was copied (%s) says %j', async (isCopied, said) => {
  vi.mocked(copyText).mockResolvedValue(isCopied);
  const setNotice = vi.fn();
  const { signal } = new AbortController();
  const outcomes = createOutcomes(document, localizerIn('en'), { setNotice, onDismiss: vi.fn(), signal });
  await outcomes.copy('A text', 'Copied.');
  expect(setNotice).toHaveBeenLastCalledWith({ text: said });
});
