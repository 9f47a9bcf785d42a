// The card's own renderer draws what Preact draws, for every figure and after every change of view, and keeps what stays the same.
import { story } from 'virtual:story/card';
import { render as renderByPreact } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { Card, type CardCallbacks, type CardProps } from '../../../components/card/Card.tsx';
import { Fragment, jsx, render } from '../../../components/card/render.ts';
import { type CardView, follow, goBack, openAt } from '../../../components/card/view.ts';
import { voiceIn } from '../voice.ts';

const on = Object.fromEntries(
  ['follow', 'back', 'more', 'correct', 'pin', 'close', 'copy', 'report', 'step', 'reject', 'mute', 'openStory'].map(
    (name) => [name, vi.fn()],
  ),
) as unknown as CardCallbacks;

const card = (view: CardView, manner: CardProps['manner'] = 'dialog') => (
  <Card
    voice={voiceIn('en')}
    story={story()}
    view={view}
    page={{ date: '2026-01-05', present: ['trump', 'petro', 'venezuela'] }}
    mention={{ figure: view.figure, text: 'Petro', evidence: [{ kind: 'full-name' }], index: 2, count: 3 }}
    manner={manner}
    on={on}
  />
);

const empty = () => document.createElement('div');

describe.each(story().figures.map(({ id }) => id))('%s', (id) => {
  test('is drawn as Preact draws it, and again after each change of view', () => {
    const [ours, theirs] = [empty(), empty()];
    const start = openAt(id);
    const views: CardView[] = [
      start,
      { ...start, more: true },
      { ...start, more: true, correcting: true },
      { ...start, pinned: true, notice: 'card_copied' },
      follow(start, 'trump'),
      goBack(follow(start, 'trump')),
      start,
    ];
    for (const view of views)
      for (const manner of ['dialog', 'tooltip'] as const) {
        render(card(view, manner), ours);
        renderByPreact(card(view, manner), theirs);
        expect(ours.innerHTML).toBe(theirs.innerHTML);
      }
  });
});

test('what is the same stays the same element, wherever the rest of the card goes', () => {
  const place = empty();
  const view = openAt('petro');
  const parts = () =>
    ['header', 'h2', 'footer', '[role=status]', '[aria-expanded]'].map((one) => place.querySelector(one));
  render(card(view), place);
  const before = parts();
  expect(before).not.toContain(null);
  render(card({ ...view, more: true, notice: 'card_copied' }), place);
  expect(parts()).toEqual(before);
  render(card(view), place);
  expect(parts()).toEqual(before);
});

test('a press calls the function that was drawn last, once', () => {
  const place = empty();
  const [first, second] = [vi.fn(), vi.fn()];
  for (const onClick of [first, second, first, second]) render(jsx('button', { onClick }), place);
  place.querySelector('button')?.click();
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
});

test('values become attributes as Preact has them', () => {
  const place = empty();
  render(jsx('a', { 'aria-pressed': false, 'aria-label': undefined, title: null, hidden: true, tabIndex: -1 }), place);
  expect(place.innerHTML).toBe('<a aria-pressed="false" hidden="" tabindex="-1"></a>');
  render(jsx('a', { 'aria-pressed': true, hidden: false }), place);
  expect(place.innerHTML).toBe('<a aria-pressed="true"></a>');
});

test('lists, fragments and nothing', () => {
  const place = empty();
  render(jsx(Fragment, { children: [1, null, ['a', false, undefined], jsx('b', {}), true, '<i>'] }), place);
  expect(place.innerHTML).toBe('1a<b></b>&lt;i&gt;');
  render(null, place);
  expect(place.innerHTML).toBe('');
});

test('drawings are elements of their own kind in any document', () => {
  const place = empty();
  render(
    <svg role="img" aria-label="a dot">
      <circle r="4" />
    </svg>,
    place,
  );
  expect(place.firstElementChild?.firstElementChild?.namespaceURI).toBe('http://www.w3.org/2000/svg');
});
