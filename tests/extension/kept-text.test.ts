// Whether a kept article reads otherwise now.
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hasChanged } from '../../extension/kept-text.ts';

const LAST = 'It burns again, the harbour office said, and will from now on be lit before the fishing boats come in.';
const KEPT = [['A light for the harbour'], ['The keeper wrote.', 'Nobody answered.'], [LAST]];
const shown = {
  title: 'A light for the harbour',
  ...{ publisher: null, author: null, date: null, language: 'en', url: null, tagged: [], partial: false },
  paragraphs: ['The keeper wrote. \u200eNobody\n answered.', LAST],
  problem: null,
};

/** The page shows this article. */
function show(article: unknown) {
  vi.spyOn(browser.tabs, 'get').mockResolvedValue({ incognito: false } as never);
  Object.assign(browser, { scripting: { executeScript: async () => [{ result: { article, selection: null } }] } });
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

test('spaces and what is not seen are no change, other words are', async () => {
  show(shown);
  expect(await hasChanged(1, KEPT)).toBe(false);
  show({ ...shown, paragraphs: ['The keeper wrote. Somebody answered.', LAST] });
  expect(await hasChanged(1, KEPT)).toBe(true);
  show({ ...shown, paragraphs: [shown.paragraphs[1]!, shown.paragraphs[0]!] });
  expect(await hasChanged(1, KEPT)).toBe(true);
  show({ ...shown, title: 'No light for the harbour' });
  expect(await hasChanged(1, KEPT)).toBe(true);
});

const ADDED = 'Correction: the keeper has asked us to say that he wrote twice, and in two hands.';

test('a paragraph put in or added is a change, and lines that are not kept are none', async () => {
  const [first, last] = shown.paragraphs as [string, string];
  for (const paragraphs of [
    [first, ADDED, last],
    [first, last, ADDED],
  ]) {
    show({ ...shown, paragraphs });
    expect(await hasChanged(1, KEPT)).toBe(true);
  }
  show({ ...shown, paragraphs: ['By Ada Quill', first, 'The lamp, from the quay', last, 'Editing by Tom Wren'] });
  expect(await hasChanged(1, KEPT)).toBe(false);
});

test('of a selection nothing is said by what stands around it', async () => {
  const [first, last] = shown.paragraphs as [string, string];
  show({ ...shown, paragraphs: [ADDED, first, last, ADDED, ADDED, ADDED] });
  expect(await hasChanged(1, KEPT)).toBe(false);
});

test('it cannot be told where nothing was kept of the text, or the page is no article now', async () => {
  show(shown);
  expect(await hasChanged(1, null)).toBe(null);
  expect(await hasChanged(1, [])).toBe(null);
  show({ ...shown, problem: 'no-article' });
  expect(await hasChanged(1, KEPT)).toBe(null);
  show('nothing');
  expect(await hasChanged(1, KEPT)).toBe(null);
});
