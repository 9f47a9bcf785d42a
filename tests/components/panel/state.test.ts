// Whom the panel tells of, as the reader goes through a page and chooses.
import { expect, test } from 'vitest';
import { atPlace, chosen, unknownPage, withStatus } from '../../../components/panel/state.ts';
import type { PopupState } from '../../../components/popup/state.ts';

const figure = (id: string) => ({ id, count: 1, stories: [{ story: 'test', figure: id }] });
const marked: PopupState = {
  kind: 'marked',
  site: { domain: 'example.com', subdomains: true },
  why: { by: 'once' },
  figures: [],
};
const page = (...ids: string[]) => withStatus(unknownPage, marked, { figures: ids.map(figure), date: null });

test('it begins with the first on the page', () => {
  expect(page('a', 'b').shown).toBe('a');
  expect(page().shown).toBe(null);
});

test('it follows the place on the page, and stays with the last one between two', () => {
  const later = atPlace(page('a', 'b'), ['b', 'a']);
  expect(later.shown).toBe('b');
  expect(atPlace(later, [])).toMatchObject({ shown: 'b', inView: [] });
});

test('whom the reader has chosen stays for as long as she is in view', () => {
  const one = chosen(atPlace(page('a', 'b'), ['a', 'b']), 'b');
  expect(atPlace(one, ['a', 'b']).shown).toBe('b');
  const gone = atPlace(one, ['a']);
  expect(gone.shown).toBe('a');
  // Once gone, she is no longer chosen.
  expect(atPlace(gone, ['a', 'b']).shown).toBe('a');
});

test('somebody who is not on the page can be chosen, and stays until the reader goes on', () => {
  const one = chosen(page('a'), 'elsewhere');
  expect(withStatus(one, marked, { figures: [figure('a')], date: null }).shown).toBe('elsewhere');
  expect(atPlace(one, ['a']).shown).toBe('a');
});

test('new figures on the page change nothing of whom it tells, unless that one is gone', () => {
  const one = atPlace(page('a', 'b'), ['b']);
  expect(withStatus(one, marked, { figures: ['c', 'b'].map(figure), date: null }).shown).toBe('b');
  expect(withStatus(one, marked, { figures: ['c', 'd'].map(figure), date: null }).shown).toBe('c');
});
