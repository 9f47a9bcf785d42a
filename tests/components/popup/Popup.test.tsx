// The popup: what each state says and offers.
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KeepArticle, type KeepPopupState } from '../../../components/popup/KeepArticle.tsx';
import { Popup, type PopupCallbacks } from '../../../components/popup/Popup.tsx';
import { type PopupState, popupState, storiesOnPage } from '../../../components/popup/state.ts';
import { createSearch } from '../../../components/search.ts';
import type { Status } from '../../../extension/messages.ts';
import { BUNDLED, type ToldStory } from '../../../stories/story.ts';
import { localizerIn } from '../localizer.ts';
import { severalStories } from '../stories.ts';
import { story } from '../story.ts';

afterEach(cleanup);

const site = { domain: 'bbc.co.uk', subdomains: true };
const petro = { id: 'petro', count: 3, stories: [{ story: 'test', figure: 'petro' }] };
const status = (state: Status['state'], figures: Status['figures'] = []): Status => ({
  active: true,
  host: 'www.bbc.co.uk',
  state,
  news: { kind: 'article', because: ['described NewsArticle', 'headlines'] },
  date: null,
  figures,
});

function show(
  state: PopupState,
  stories: readonly ToldStory[] | null = [{ story, provenance: BUNDLED }],
  leftOut: readonly string[] | null = [],
  storiesHere = stories,
) {
  const on = {
    switchSite: vi.fn(),
    markAnyway: vi.fn(),
    grant: vi.fn(),
    reveal: vi.fn(),
    change: vi.fn(),
    openStory: vi.fn(),
    openArticle: vi.fn(),
    openLibrary: vi.fn(),
    openOptions: vi.fn(),
    openPanel: vi.fn(),
    leaveOut: vi.fn(),
  } satisfies PopupCallbacks;
  render(
    <Popup
      localizer={localizerIn('en')}
      state={state}
      stories={stories}
      storiesHere={storiesHere}
      leftOut={leftOut}
      settings={{ activation: 'news', density: { person: 'every', place: 'first', organization: 'first' } }}
      search={createSearch(
        (stories ?? []).map((told) => told.story),
        { language: 'en' },
        new Set(storiesOnPage(state)),
      )}
      on={on}
    />,
  );
  return on;
}

test.each<[Status['state'], PopupState['kind']]>([
  ['switched-off', 'off'],
  ['not-chosen', 'off'],
  ['not-news', 'not-news'],
  ['news', 'nothing'],
  ['switched-on', 'nothing'],
  ['everywhere', 'nothing'],
  ['once', 'nothing'],
])('a page whose state is %s without figures is %s', (state, kind) => {
  expect(popupState(status(state), site).kind).toBe(kind);
});

test('figures are ordered by their counts', () => {
  const state = popupState(status('news', [{ id: 'trump', count: 1, stories: [] }, petro]), site);
  expect(state.kind === 'marked' && state.figures.map(({ id }) => id)).toEqual(['petro', 'trump']);
});

test('the switch shows its scope and can be turned', () => {
  const on = show(popupState(status('news', [petro]), site));
  const button = screen.getByRole('switch', { name: /bbc\.co\.uk and its subdomains/ });
  expect(button.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(button);
  expect(on.switchSite).toHaveBeenCalledWith(false);
});

test('a click on a figure goes to its next mention', () => {
  const on = show(popupState(status('news', [petro]), site));
  fireEvent.click(screen.getByRole('button', { name: /Gustavo Petro.*3 mentions/s }));
  expect(on.reveal).toHaveBeenCalledWith('petro');
});

test('whom the page names is there before all stories have been read', () => {
  show(popupState(status('news', [petro]), site), null, null, [{ story, provenance: BUNDLED }]);
  expect(screen.getByRole('button', { name: /Gustavo Petro.*3 mentions/s })).toBeTruthy();
});

test('a site that is off can be switched on', () => {
  const on = show(popupState(status('switched-off'), site));
  fireEvent.click(screen.getByRole('switch', { checked: false }));
  expect(on.switchSite).toHaveBeenCalledWith(true);
});

test('a page that is not news says why and can be marked anyway', () => {
  const on = show(popupState(status('not-news'), site));
  expect(screen.getByText('Clues: labelled as a news article; many headlines')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Mark this page anyway' }));
  expect(on.markAnyway).toHaveBeenCalledOnce();
});

test('access that the browser withholds can be given', () => {
  const on = show({ kind: 'no-access', withheld: true });
  fireEvent.click(screen.getByRole('button', { name: 'Give access to news sites' }));
  expect(on.grant).toHaveBeenCalledOnce();
});

test('a page of the browser has no switch, but shows the story', () => {
  show({ kind: 'no-access', withheld: false });
  expect(screen.queryByRole('switch')).toBeNull();
  expect(screen.getByText('From threats to an invitation')).toBeTruthy();
});

test('a search replaces page and story, and its results lead to their places', () => {
  const on = show(popupState(status('news', [petro]), site));
  // What is to be read aloud is filled, and not put there with its text.
  const said = screen.getByRole('status');
  expect(said.textContent).toBe('');
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'rodriguez' } });
  expect(document.querySelector('mark')?.textContent).toBe('Rodríguez');
  expect(screen.queryByText('From threats to an invitation')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^Delcy Rodríguez/ }));
  expect(on.openStory).toHaveBeenCalledWith({ story: 'test', kind: 'figure', id: 'rodriguez' });
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'xylophone' } });
  expect(screen.getByRole('status')).toBe(said);
  expect(said.textContent).toContain('Nothing found');
});

test('a citation opens the story at the statement that covers it', () => {
  const on = show({ kind: 'loading' });
  fireEvent.click(screen.getByRole('button', { name: /paragraph 1, sentence 2/ }));
  expect(on.openStory).toHaveBeenCalledWith({ story: 'test', kind: 'statement', id: 's1' });
});

test('activation and density can be changed', () => {
  const on = show({ kind: 'loading' });
  fireEvent.click(screen.getByLabelText('on every page'));
  expect(on.change).toHaveBeenCalledWith({ activation: 'everywhere' });
  fireEvent.change(screen.getByLabelText('Places'), { target: { value: 'every' } });
  expect(on.change).toHaveBeenCalledWith({ density: { person: 'every', place: 'every', organization: 'first' } });
});

describe('with several stories', () => {
  const stories = severalStories(9);
  const here = ['kept-2', 'kept-0'].map((id) => ({ story: id, figure: 'petro' }));
  const page = () => popupState(status('news', [{ id: 'petro', count: 3, stories: here }]), site);

  test('those of this page come first, the first of them with its summary', () => {
    show(page(), stories);
    const [onPage, others] = [...document.querySelectorAll('section')].slice(1);
    expect(onPage?.textContent).toMatch(/^Stories on this pagePetro to Fly.*Morning Ledger.*told reporters/);
    expect(onPage?.querySelectorAll('.story-line')).toHaveLength(1);
    expect(others?.querySelector('h2')?.textContent).toBe('Other stories');
    expect(others?.querySelectorAll('.story-line')).toHaveLength(5);
  });

  test('another one can be opened in its place', () => {
    const on = show(page(), stories);
    fireEvent.click(screen.getByRole('button', { name: 'From threats to an invitation' }));
    fireEvent.click(screen.getByRole('button', { name: /paragraph 1, sentence 2/ }));
    expect(on.openStory).toHaveBeenCalledWith({ story: 'test', kind: 'statement', id: 's1' });
    fireEvent.click(screen.getByRole('button', { name: '2 more stories' }));
    expect(on.openStory).toHaveBeenLastCalledWith({ story: 'test', kind: 'part', id: 'top' });
  });

  test('a citation of an article of the web opens it there', () => {
    const on = show(page(), stories);
    fireEvent.click(screen.getByRole('button', { name: /opens the article/ }));
    expect(on.openArticle).toHaveBeenCalledWith(expect.stringMatching(/^https:\/\/paper-2\.example\/.*#:~:text=/));
  });

  test('a figure has the name that its first story gives it', () => {
    show(page(), stories);
    expect(screen.getByRole('button', { name: /Gustavo Petro.*Morning Ledger.*3 mentions/s })).toBeTruthy();
  });

  test('results say of which story they are, those of this page first', () => {
    show(page(), stories);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'gustavo' } });
    const [first] = document.querySelectorAll('.results li');
    expect(first?.textContent).toContain('Petro to Fly North Within Weeks');
  });
});

test('without a story the popup says what to do; while they are read it says nothing of them', () => {
  const on = show({ kind: 'loading' }, []);
  expect(screen.getByText(/No story is switched on/)).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Options' })[1] as Element);
  expect(on.openOptions).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Library' }));
  expect(on.openLibrary).toHaveBeenCalledOnce();
  cleanup();
  show({ kind: 'loading' }, null);
  expect(screen.queryByText(/No story is switched on/)).toBeNull();
});

const NOT_KEPT: KeepPopupState = { known: null, problem: null, busy: false, slow: false };
function showKeeping(state: Partial<KeepPopupState> = {}, changed: boolean | null = null) {
  const ways = {
    keep: vi.fn(),
    again: vi.fn(),
    allowPrivate: vi.fn(),
    stop: vi.fn(),
    openKept: vi.fn(),
    paste: vi.fn(),
  };
  const on = { ...ways, hasChanged: vi.fn(async () => changed) };
  const props = { localizer: localizerIn('en'), on };
  const { rerender } = render(<KeepArticle {...props} state={NOT_KEPT} />);
  // What is to be read aloud is there before, and filled.
  const said = screen.getByRole('status');
  expect(said.textContent).toBe('');
  rerender(<KeepArticle {...props} state={{ ...NOT_KEPT, ...state }} />);
  expect(screen.getByRole('status')).toBe(said);
  return on;
}

test('the button that keeps the article', () => {
  const on = showKeeping();
  fireEvent.click(screen.getByRole('button', { name: 'Keep this article' }));
  expect(on.keep).toHaveBeenCalledWith('article');
});

test('reading that takes long is told, and can be stopped', () => {
  const on = showKeeping({ busy: true, slow: true });
  expect(screen.getByRole('status').textContent).toBe('Reading the article…');
  expect(screen.getByRole('progressbar')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(on.stop).toHaveBeenCalledOnce();
});

test('what was stopped says that nothing is kept, and can be started again', () => {
  const on = showKeeping({ problem: { fault: 'stopped', selection: false } });
  expect(screen.getByRole('alert').textContent).toContain('Nothing has been kept');
  fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
  expect(on.again).toHaveBeenCalledOnce();
});

test('of a private window the reader is asked first', () => {
  const on = showKeeping({ problem: { fault: 'private', selection: false } });
  expect(screen.getByRole('alert').textContent).toContain('private window');
  fireEvent.click(screen.getByRole('button', { name: 'Keep it all the same' }));
  expect(on.allowPrivate).toHaveBeenCalledOnce();
});

test('a page that is no article says so, and offers what is selected', () => {
  const on = showKeeping({ problem: { fault: 'no-article', selection: true } });
  expect(screen.getByRole('alert').textContent).toContain('does not look like an article');
  fireEvent.click(screen.getByRole('button', { name: 'Keep the selected text' }));
  expect(on.keep).toHaveBeenCalledWith('selection');
  fireEvent.click(screen.getByRole('button', { name: 'Paste a text instead' }));
  expect(on.paste).toHaveBeenCalledOnce();
});

test('an article that is kept already', () => {
  const on = showKeeping({ known: { story: 'kept-0', added: '2026-12-03', alone: true } });
  expect(screen.getByText('Kept on Dec 3, 2026')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(on.openKept).toHaveBeenCalledWith('kept-0');
  expect(on.hasChanged).toHaveBeenCalledWith('kept-0');
});

test.each([true, null])(
  'one that has changed since, or of which that cannot be told (%s), can be updated',
  async (changed) => {
    const on = showKeeping({ known: { story: 'kept-0', added: '2026-12-03', alone: true } }, changed);
    fireEvent.click(await screen.findByRole('button', { name: 'Update it' }));
    expect(on.keep).toHaveBeenCalledWith('article');
    expect(screen.queryByText(/the page has changed since/) !== null).toBe(changed === true);
  },
);

test('one of several articles of a story cannot be updated, whatever has changed', async () => {
  const on = showKeeping({ known: { story: 'kept-0', added: '2026-12-03', alone: false } }, true);
  expect(await screen.findByText(/the page has changed since/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Update it' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(on.openKept).toHaveBeenCalledWith('kept-0');
});

test('one that reads as it did needs no update', async () => {
  const on = showKeeping({ known: { story: 'kept-0', added: '2026-12-03', alone: true } }, false);
  await on.hasChanged.mock.results[0]?.value;
  expect(screen.queryByRole('button', { name: 'Update it' })).toBeNull();
});
