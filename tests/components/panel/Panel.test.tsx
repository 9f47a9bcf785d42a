// The side panel: the list in order of appearance, whom it tells of, notes, and pages without anybody.
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Panel } from '../../../components/panel/Panel.tsx';
import { atPlace, type PanelPage, unknownPage, withStatus } from '../../../components/panel/state.ts';
import type { PopupState } from '../../../components/popup/state.ts';
import { localizers } from '../localizer.ts';
import { libraryOf, severalStories } from '../stories.ts';

afterEach(cleanup);
const site = { domain: 'example.com', subdomains: true };
const stories = severalStories(2);
const figures = ['trump', 'petro'].map((id, at) => ({
  ...{ id, count: at + 1 },
  stories: stories.map(({ story }) => ({ story: story.id, figure: id })),
}));
const marked: PopupState = { kind: 'marked', site, why: { by: 'once' }, figures };
const page = withStatus(unknownPage, marked, { figures, date: '2026-01-12' });

function show(of: PanelPage, notes: [string, string][] = []) {
  const on = {
    ...{ choose: vi.fn(), openLibrary: vi.fn(), openStory: vi.fn(), openArticle: vi.fn() },
    ...{ goTo: vi.fn(), markAnyway: vi.fn(), grant: vi.fn() },
  };
  const library = libraryOf(stories);
  render(
    <Panel {...{ localizer: localizers.en, library, on }} page={of} notes={new Map(notes)} keeping={<i>keep</i>} />,
  );
  return on;
}
const listed = () =>
  screen.getAllByRole('listitem').flatMap((item) => item.querySelector('.figure')?.textContent ?? []);

test('figures stand in order of appearance, and the one it tells of is the current one', () => {
  const on = show(atPlace(page, ['petro']));
  expect(listed()).toEqual(['Donald Trump', 'Gustavo Petro']);
  expect(screen.getByRole('button', { current: true }).textContent).toContain('Gustavo Petro');
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Gustavo Petro');
  fireEvent.click(document.querySelector('.figures button') as HTMLElement);
  expect(on.choose.mock.calls).toEqual([['trump']]);
});

test('the note on a figure is shown with it alone, as plain text', () => {
  show(atPlace(page, ['petro']), [['kept-0/petro', '<b>Ask</b> about the ferry.']]);
  expect(screen.getByText('<b>Ask</b> about the ferry.')).toBeTruthy();
  cleanup();
  show(atPlace(page, ['trump']), [['kept-0/petro', 'Ask about the ferry.']]);
  expect(screen.queryByText('Ask about the ferry.')).toBe(null);
});

test('another story that tells of the figure can be opened in its place', () => {
  show(page);
  const before = document.querySelector('.statements')?.textContent;
  fireEvent.click(document.querySelector('.others button') as HTMLElement);
  expect(document.querySelector('.statements')?.textContent).not.toBe(before);
});

test('a page of the browser says so, and offers nothing that cannot be done', () => {
  show(withStatus(unknownPage, { kind: 'no-access', withheld: false }, { figures: [], date: null }));
  expect(screen.getByText(/belongs to the browser/)).toBeTruthy();
  expect(screen.queryByText('keep')).toBe(null);
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('a page that is withheld offers to ask for it; one that is no news, to mark it', () => {
  let on = show(withStatus(unknownPage, { kind: 'no-access', withheld: true }, { figures: [], date: null }));
  fireEvent.click(screen.getByRole('button', { name: 'Give access to news sites' }));
  expect(on.grant).toHaveBeenCalledOnce();
  cleanup();
  on = show(withStatus(unknownPage, { kind: 'not-news', site, because: [] }, { figures: [], date: null }));
  fireEvent.click(screen.getByRole('button', { name: 'Mark this page anyway' }));
  expect(on.markAnyway).toHaveBeenCalledOnce();
});
