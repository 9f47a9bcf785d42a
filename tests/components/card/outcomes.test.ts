// What a card says of what the reader did in it.
import { expect, test, vi } from 'vitest';
import { createOutcomes } from '../../../components/card/outcomes.ts';
import { localizerIn } from '../localizer.ts';

test.each([
  [true, 'Copied.'],
  [false, 'Not copied: the browser did not allow it.'],
])('a text that was copied (%s) says %j', async (isCopied, said) => {
  const writeText = async () => {
    if (!isCopied) throw new Error('denied');
  };
  Object.defineProperty(window.navigator, 'clipboard', { value: { writeText }, configurable: true });
  Object.defineProperty(document, 'execCommand', { value: () => false, configurable: true });
  const setNotice = vi.fn();
  const { signal } = new AbortController();
  const outcomes = createOutcomes(document, localizerIn('en'), { setNotice, onDismiss: vi.fn(), signal });
  await outcomes.copy('A text', 'Copied.');
  expect(setNotice).toHaveBeenLastCalledWith({ text: said });
});
