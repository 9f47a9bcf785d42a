// The card of a name that two figures have.
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { NamesakesCard } from '../../../components/card/NamesakesCard.tsx';
import { localizerIn } from '../localizer.ts';
import { namesakesLibrary } from '../stories.ts';

afterEach(cleanup);

function show(isAsked = true) {
  const library = namesakesLibrary();
  const figures = [library.figure('petro')!, library.figure('kept-0/petro')!] as const;
  const on = { goTo: vi.fn(), openArticle: vi.fn(), close: vi.fn(), onSame: vi.fn(), onApart: vi.fn() };
  render(
    <NamesakesCard
      localizer={localizerIn('en')}
      library={library}
      name="Petro"
      figures={figures}
      isAsked={isAsked}
      page={{ date: null, present: [] }}
      notice={null}
      role="dialog"
      on={on}
    />,
  );
  return { on, figures };
}

test('it shows both, each with its role and source', () => {
  show();
  expect(screen.getByRole('dialog', { name: 'Petro' }).textContent).toContain('Two of this name in your stories');
  const parts = [...document.querySelectorAll('.part')].map(({ textContent }) => textContent);
  expect(parts[0]).toContain('President of Colombia');
  expect(parts[1]).toContain('Keeper of the lighthouse of Brell');
  expect(parts[1]).toContain('The Harbour Post, Jan 11, 2026 · kept on Jan 12, 2026');
});

test('each has a card of its own, and the reader says whether they are one', () => {
  const { on, figures } = show();
  fireEvent.click(screen.getAllByRole('button', { name: 'Gustavo Petro' })[1] as Element);
  expect(on.goTo).toHaveBeenCalledWith('kept-0/petro');
  fireEvent.click(screen.getByRole('button', { name: 'One person' }));
  expect(on.onSame).toHaveBeenCalledWith(...figures);
  fireEvent.click(screen.getByRole('button', { name: 'Two people' }));
  expect(on.onApart).toHaveBeenCalledWith(...figures);
});

test('where the reader has said it already, nothing is asked', () => {
  show(false);
  expect(document.querySelectorAll('.part')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'One person' })).toBeNull();
});
