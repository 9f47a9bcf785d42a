// Whether a text has come to the clipboard.
import { expect, test } from 'vitest';
import { copyText } from '../../../components/card/clipboard.ts';

const denied = () => Promise.reject(new Error('denied'));
const granted = async () => {};
const copies = () => window.dispatchEvent(new Event('copy'));
const refuses = () => false;

const cases: [how: string, writeText: () => Promise<void>, execCommand: () => boolean, isCopied: boolean][] = [
  ['by the browser’s own interface', granted, refuses, true],
  ['by a copy event, where that may not be used', denied, copies, true],
  ['not at all', denied, refuses, false],
];

test.each(cases)('copies %s', async (_, writeText, execCommand, isCopied) => {
  Object.defineProperty(window.navigator, 'clipboard', { value: { writeText }, configurable: true });
  Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
  expect(await copyText(document, 'text')).toBe(isCopied);
});
