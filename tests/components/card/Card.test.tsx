// The card as it is read and used: its length, what its buttons do, what a screen reader finds.

import { story as told } from 'virtual:story/card';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Card, type CardCallbacks, type CardProps } from '../../../components/card/Card.tsx';
import { goBack, goTo, openAt } from '../../../components/card/view.ts';
import type { Evidence } from '../../../recognition/resolve.ts';
import { createCardLibrary } from '../../../stories/card-library.ts';
import type { CardStory } from '../../../stories/story.ts';
import { localizerIn, localizers } from '../localizer.ts';
import { keptStory, libraryOf, severalStories } from '../stories.ts';
import { card as small } from '../story.ts';

afterEach(cleanup);

const callbacks = (): CardCallbacks => ({
  goTo: vi.fn(),
  back: vi.fn(),
  more: vi.fn(),
  correct: vi.fn(),
  pin: vi.fn(),
  close: vi.fn(),
  copy: vi.fn(),
  report: vi.fn(),
  step: vi.fn(),
  reject: vi.fn(),
  mute: vi.fn(),
  leaveOut: vi.fn(),
  openStory: vi.fn(),
  openArticle: vi.fn(),
  openPart: vi.fn(),
});

function show({ story = small, ...props }: Partial<CardProps> & { story?: CardStory } = {}) {
  const on = callbacks();
  const view = props.view ?? openAt('petro');
  const { container } = render(
    <Card
      localizer={localizerIn('en')}
      library={createCardLibrary([story], {})}
      view={view}
      page={{ date: '2026-01-05', present: ['trump'] }}
      mention={{ figure: view.figure ?? '', text: 'Petro', evidence: [{ kind: 'full-name' }], index: 2, count: 3 }}
      role="dialog"
      on={on}
      {...props}
    />,
  );
  return { on, container };
}

/** Counts the visible words. Words of different blocks are apart; within a block, nodes join as they stand. */
function wordsSeen(container: Element): number {
  const blocks = 'p, li, h2, h3, button:not(.name):not(.cite)';
  const own = (block: Element): string =>
    [...block.childNodes]
      .map((node) =>
        node instanceof Element ? (node.matches(`${blocks}, ol, ul, svg`) ? ' ' : own(node)) : node.textContent,
      )
      .join('');
  const seen = [...container.querySelectorAll(`${blocks}, span.tools > span`)].map(own).join(' ');
  return seen.split(/\s+/).filter(Boolean).length;
}

describe.each(Object.values(localizers).map((localizer, at) => ({ localizer, at })))('in $localizer.locale', (one) => {
  test.each(told().figures.map(({ id }) => id))('the first view of %s has at most 120 words', (id) => {
    const presences = [[], ['trump', 'petro'], told().figures.map((figure) => figure.id)];
    // Each date in each language, each with other people on the page from language to language.
    ['2024-09-03', '2026-01-05', '2026-07-19', null].forEach((date, at) => {
      const present = presences[(one.at + at) % presences.length] ?? [];
      const evidence: Evidence[] = [{ kind: 'beside', figures: ['maduro', 'rodriguez'] }];
      const mention = { figure: id, text: 'x', evidence, index: 12, count: 34 };
      const { container } = show({
        ...one,
        story: told(),
        view: openAt(id),
        page: { date, present },
        mention,
      });
      expect(wordsSeen(container)).toBeLessThanOrEqual(120);
      cleanup();
    });
  });
});

describe.each(Object.entries(localizers))('of several stories, in %s', (_, localizer) => {
  test.each([2, 10, 40])('the first view of one in %i has at most 120 words, and something to tell', (count) => {
    const library = libraryOf(severalStories(count, { origin: 'imported', kept: '2026-01-12', looked: false }));
    for (const id of ['petro', 'trump'])
      for (const story of ['test', 'kept-0'])
        for (const date of ['2024-09-03', null]) {
          const evidence: Evidence[] = [{ kind: 'beside', figures: ['petro', 'rodriguez'] }];
          const mention = { figure: id, text: 'x', evidence, index: 12, count: 34 };
          const page = { date, present: ['trump', 'petro', 'rodriguez'] };
          const { container } = show({ localizer, library, view: { ...openAt(id), story }, page, mention });
          expect(wordsSeen(container)).toBeLessThanOrEqual(120);
          expect(container.querySelectorAll('.statements li').length).toBeGreaterThan(0);
          cleanup();
        }
  });
});

describe('with several stories', () => {
  const library = libraryOf(severalStories(4));
  const page = { date: '2026-01-09', present: ['trump'] };

  test('the one that is newest before the page’s date is open, the others have a line each, in their order', () => {
    const { container, on } = show({ library, page });
    expect(container.querySelector('.part .source')?.textContent).toMatch(/^From threats to an invitation/);
    const lines = [...container.querySelectorAll('.others button')].map(({ textContent }) => textContent);
    expect(lines).toEqual(['El Faro de la Costa, Jan 5, 2026', 'Morning Ledger, Dec 20, 2025', '1 more story']);
    fireEvent.click(screen.getByRole('button', { name: /Morning Ledger/ }));
    expect(on.openPart).toHaveBeenCalledWith('kept-2');
  });

  test('the role is the newest before the page’s date, dated', () => {
    const { container } = show({ library, page: { ...page, date: '2026-01-06' } });
    expect(container.querySelector('header')?.textContent).toContain('by El Faro de la Costa');
    expect(container.querySelector('header')?.textContent).toContain('As of Jan 5, 2026');
    expect(container.querySelector('header .bracketed')).toBeNull();
  });

  test('another one can be opened, with its two statements, a quotation and where it comes from', () => {
    const { container, on } = show({ library, page, view: { ...openAt('petro'), story: 'kept-0' } });
    expect(container.querySelectorAll('.statements li')).toHaveLength(2);
    expect(container.querySelector('.source')?.textContent).toBe(
      'The Harbour Post, Jan 11, 2026 · kept on Jan 12, 2026 · made by a program, not looked through',
    );
    fireEvent.click(screen.getByRole('button', { name: 'The Harbour Post' }));
    expect(on.openArticle).toHaveBeenCalledWith('https://paper-0.example/petro-flies');
  });

  test('a publisher that a file names is a button that tells its host', () => {
    const [first, second] = severalStories(2);
    const provenance = { ...second!.provenance, origin: 'imported' as const };
    const imported = libraryOf([first!, { ...second!, provenance }]);
    show({ library: imported, page, view: { ...openAt('petro'), story: 'kept-0' } });
    expect(screen.getByRole('button', { name: 'The Harbour Post' }).title).toBe('paper-0.example');
  });

  test('many are counted at first view, and listed on demand', () => {
    const ten = libraryOf(severalStories(10));
    const { container, on } = show({ library: ten, page });
    expect(container.querySelectorAll('.others li')).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: '7 more stories' }));
    expect(on.more).toHaveBeenCalledOnce();
    cleanup();
    const { container: more } = show({ library: ten, page, view: { ...openAt('petro'), more: true } });
    expect(more.querySelectorAll('.others li')).toHaveLength(9);
  });

  test('a name in one leads to the figure that it is in all', () => {
    const { on } = show({ library, page, view: { ...openAt('petro'), story: 'kept-0' } });
    fireEvent.click(screen.getAllByRole('button', { name: 'Trump' })[0] as Element);
    expect(on.goTo).toHaveBeenCalledWith('trump');
  });
});

test('the source’s own words stand in quotation marks, with the source, and lead into the article', () => {
  const library = libraryOf(severalStories(2).slice(1));
  const { container, on } = show({ library, page: { date: null, present: [] } });
  const statement = container.querySelector('.statements li');
  expect(statement?.textContent).toMatch(/^“Gustavo Petro told .* month\.”The Harbour Post ¶1\.1$/);
  fireEvent.click(statement?.querySelector('.cite') as Element);
  expect(on.openArticle).toHaveBeenCalledWith(
    'https://paper-0.example/petro-flies#:~:text=Gustavo%20Petro%20told%20reporters%20on,of%20the%20month',
  );
  expect(on.openStory).not.toHaveBeenCalled();
});

test('it has no link, whose address a page could have fetched by its speculation rules', () => {
  const library = libraryOf(severalStories(3));
  const { container } = show({ library, view: { ...openAt('petro'), story: 'kept-0', more: true } });
  expect(container.querySelectorAll('.out').length).toBeGreaterThan(3);
  expect(container.querySelector('[href]')).toBeNull();
});

test('a sentence that is longer than a first view is cut short there', () => {
  const long = `The mayor ${'and a guest '.repeat(60)}came.`;
  const kept = keptStory(0, {
    statements: [
      { id: 'long', text: { en: long }, cites: ['a:1.1'], mode: 'reported', figures: ['petro'], verbatim: true },
    ],
  });
  const library = libraryOf([{ story: kept, provenance: { origin: 'kept', kept: null, looked: true } }]);
  const { container } = show({ library });
  expect(container.querySelector('.statements .words')?.textContent).toMatch(/^“The mayor and .*…”$/);
  expect(wordsSeen(container)).toBeLessThanOrEqual(120);
  expect(screen.getByRole('button', { name: 'More' })).toBeTruthy();
  cleanup();
  const { container: more } = show({ library, view: { ...openAt('petro'), more: true } });
  expect(more.querySelector('.statements .words')?.textContent).toBe(`“${long}”`);
});

test('an article that was looked through does not say that it was not', () => {
  const [, kept] = severalStories(2, { origin: 'imported', kept: null, looked: true });
  const { container } = show({ library: libraryOf(kept ? [kept] : []) });
  expect(container.querySelector('.source')?.textContent).toBe('The Harbour Post, Jan 11, 2026 · imported');
});

test('it is a labelled dialog, or a tooltip while it is only hovered', () => {
  show();
  expect(screen.getByRole('dialog', { name: 'Gustavo Petro' })).toBeTruthy();
  cleanup();
  show({ role: 'tooltip' });
  expect(screen.getByRole('tooltip', { name: 'Gustavo Petro' })).toBeTruthy();
});

test('each statement shows its mode, in words and form, and its citations', () => {
  const { container, on } = show();
  const statement = container.querySelector('.mode-said');
  expect(statement?.textContent).toContain('said by Trump ¶2.2');
  fireEvent.click(screen.getAllByRole('button', { name: /paragraph 2, sentence 2/ })[0] as Element);
  expect(on.openStory).toHaveBeenCalledWith({ story: 'test', kind: 'statement', id: 's5' });
});

test('a name opens that figure’s card, with a way back', () => {
  const { on } = show();
  fireEvent.click(screen.getAllByRole('button', { name: 'Trump' })[0] as Element);
  expect(on.goTo).toHaveBeenCalledWith('trump');
  cleanup();
  const view = goTo({ ...openAt('petro'), pinned: true, more: true }, 'trump');
  expect(view).toEqual({ ...openAt('trump'), pinned: true, back: ['petro'] });
  expect(goBack(view)).toEqual({ ...openAt('petro'), pinned: true });
  expect(goBack(goTo(openAt(null), 'petro'))).toEqual(openAt(null));
  show({ view, mention: { figure: 'petro', text: 'Petro', evidence: [], index: 1, count: 1 } });
  expect(screen.getByRole('button', { name: 'Back to Gustavo Petro' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Wrong?' })).toBeNull();
});

test('it says when the page is from, and why this is the person', () => {
  const { container } = show();
  expect(container.textContent).toContain('This page is from Jan 5, 2026, in the midst of these events.');
  expect(container.textContent).toContain('Marked because the full name is given here');
});

test('on the very article that the story was made from, it says so instead', () => {
  const story = structuredClone(small);
  story.sources[0]!.url = 'https://www.ledger.example/2026/petro?id=7';
  const lineAt = (address: string) => {
    const { container } = show({ story, page: { date: '2026-01-09', address, present: [] } });
    const { textContent } = container;
    cleanup();
    return [/the article that the story was made from/, /these events/].map((one) => one.test(textContent));
  };
  expect(lineAt('https://www.ledger.example/2026/petro?id=7')).toEqual([true, false]);
  expect(lineAt('https://www.ledger.example/2026/petro?id=7&utm_source=mail#top')).toEqual([true, false]);
  expect(lineAt('https://www.ledger.example/2026/petro?id=78')).toEqual([false, true]);
  expect(lineAt('https://www.ledger.example/2026/maduro?id=7')).toEqual([false, true]);
});

test('what comes from outside the article is marked as added by us, and so is the date', () => {
  const { container } = show({ view: openAt('flores') });
  expect(container.querySelector('header .mode-ours')?.textContent).toContain('Added by us: ');
  expect(container.querySelector('header .note')?.textContent).toBe('As of Jan 8, 2026, dated by Dramatis');
});

test('a quotation translated back into the language in which it was said has no quotation marks', () => {
  const quoted = structuredClone(small);
  const words = (localizer = localizers.es) =>
    show({ localizer, story: quoted }).container.querySelector('blockquote p')?.textContent;
  expect(words()).toBe('«tomar las armas»');
  cleanup();
  quoted.quotations[1]!.saidIn = 'es';
  expect(words()).toBe('tomar las armas retraducido del inglés; original en español');
  cleanup();
  expect(words(localizers.en)).toBe('“take up arms”');
});

test('a note of ours on a quotation is shown when the card is expanded', () => {
  const noted = structuredClone(small);
  noted.quotations[1]!.editorial = { en: 'Not his words.', es: 'No son sus palabras.' };
  const { container } = show({ story: noted });
  expect(container.textContent).not.toContain('Not his words.');
  cleanup();
  const { container: more } = show({ story: noted, view: { ...openAt('petro'), more: true } });
  expect(more.querySelector('blockquote .mode-ours')?.textContent).toBe('Added by us: Not his words.');
});

test('what is unknown is shown when the card is expanded', () => {
  show({ view: openAt('trump') });
  expect(screen.queryByText('What we don’t know')).toBeNull();
  cleanup();
  show({ view: { ...openAt('trump'), more: true } });
  expect(screen.getByText('What we don’t know')).toBeTruthy();
});

test('corrections are offered only for the mention’s own figure, and each has its callback', () => {
  const { on } = show({ view: { ...openAt('petro'), correcting: true } });
  fireEvent.click(screen.getByRole('button', { name: /somebody else on this page/ }));
  fireEvent.click(screen.getByRole('button', { name: /somebody else on this site/ }));
  fireEvent.click(screen.getByRole('button', { name: /^Don’t use “From threats to an invitation.*” on this page/ }));
  fireEvent.click(screen.getByRole('button', { name: /^Don’t use .* on this site/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Never mark Gustavo Petro' }));
  fireEvent.click(screen.getByRole('button', { name: 'Copy a report of this mention' }));
  expect(vi.mocked(on.reject).mock.calls).toEqual([['page'], ['site']]);
  expect(vi.mocked(on.leaveOut).mock.calls).toEqual([
    ['test', 'page'],
    ['test', 'site'],
  ]);
  expect(on.mute).toHaveBeenCalledOnce();
  expect(on.report).toHaveBeenCalledOnce();
});

test('a house is no “somebody”', () => {
  show({ view: { ...openAt('colombia'), correcting: true } });
  expect(screen.getByRole('button', { name: '“Petro” is something else on this page' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '“Petro” is something else on this site' })).toBeTruthy();
});

test('every button has a name', () => {
  const { container } = show({ view: { ...openAt('petro'), more: true, correcting: true } });
  for (const button of container.querySelectorAll('button')) {
    expect(button.getAttribute('aria-label') ?? button.textContent).not.toBe('');
  }
});
