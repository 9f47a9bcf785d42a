// The story page: filters, places, search.
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSearch } from '../../../components/search.ts';
import { StoryPage, type StoryPageProps } from '../../../components/story/StoryPage.tsx';
import { BUNDLED, cardStory } from '../../../stories/story.ts';
import { localizerIn, localizers } from '../localizer.ts';
import { keptStory, severalStories } from '../stories.ts';
import { story } from '../story.ts';

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

function show(props: Partial<StoryPageProps> = {}) {
  const go = vi.fn();
  const on = { edit: vi.fn(async () => true), note: vi.fn(async () => true), undo: vi.fn() };
  const localizer = props.localizer ?? localizerIn('en');
  const stories = props.stories ?? [{ story, provenance: BUNDLED }];
  const all = stories.map((told) => told.story);
  const { container } = render(
    <StoryPage
      libraryAddress="/library.html"
      localizer={localizer}
      stories={stories}
      place={null}
      query=""
      search={createSearch(all, localizer)}
      go={go}
      notes={() => new Map()}
      editable={() => null}
      changed={null}
      on={on}
      {...props}
    />,
  );
  const shown = () => [...container.querySelectorAll('[id^="statement/"]')].map(({ id }) => id);
  return { container, go, on, shown };
}

test('statements are grouped by paragraph, and can be filtered by figure and mode', () => {
  const { shown } = show();
  expect(shown()).toHaveLength(story.statements.length);
  fireEvent.change(screen.getByLabelText('About'), { target: { value: 'rodriguez' } });
  expect(shown()).toEqual(['statement/s4']);
  expect(screen.getByText('1 of 6 statements')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('Attributed to someone'));
  expect(shown()).toEqual([]);
});

test('the place in the address is marked and focused, and shown whatever the filters say', () => {
  const { container, shown } = show({ place: { story: 'test', kind: 'statement', id: 's4' } });
  const here = container.querySelector('.here');
  expect(here?.id).toBe('statement/s4');
  expect(document.activeElement).toBe(here);
  fireEvent.change(screen.getByLabelText('About'), { target: { value: 'flores' } });
  expect(shown()).toContain('statement/s4');
});

test.each(['figure/trump', 'event/arms', 'quotation/q1', 'relation/trump-petro'])(
  '%s can be the place in the address',
  (id) => {
    const { container } = show();
    expect(container.querySelector(`[id="${id}"]`)).not.toBeNull();
  },
);

test('the address can contain a search, and a result leads to its place', () => {
  const { go } = show({ query: 'mediator' });
  fireEvent.click(screen.getByRole('button', { name: /mediator/ }));
  expect(go).toHaveBeenCalledWith({ story: 'test', kind: 'statement', id: 's3' });
});

test('a result at the very place of the address is gone to as well', () => {
  const { go } = show({ place: { story: 'test', kind: 'statement', id: 's3' } });
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'mediator' } });
  (document.activeElement as HTMLElement).blur();
  fireEvent.click(screen.getByRole('button', { name: /mediator/ }));
  expect(document.activeElement?.id).toBe('statement/s3');
  expect(go).not.toHaveBeenCalled();
});

test('the table lists every relation with its course, like the graph', () => {
  const { container } = show();
  const rows = [...container.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toHaveLength(story.relations.length);
  expect(rows[0]).toContain('threats ¶2.2call ¶1.2invitation ¶1.5');
});

test('pointing at a name emphasises its relations', () => {
  const { container } = show();
  const node = [...container.querySelectorAll('.node')].find((one) => one.textContent === 'Delcy Rodríguez')!;
  fireEvent.focus(node);
  expect(container.querySelectorAll('.relation.followed')).toHaveLength(2);
  expect(container.querySelectorAll('.relation.aside')).toHaveLength(1);
  fireEvent.blur(node);
  expect(container.querySelectorAll('.relation.aside')).toHaveLength(0);
});

test('planned events and editorial dates are labelled in words', () => {
  const { container } = show();
  expect(container.querySelector('[id="event/visit"]')?.textContent).toContain('planned');
  expect(container.querySelector('[id="event/post"] .bracketed')?.textContent).toBe('Jan 7, 2026');
  expect(container.querySelector('#timeline > .note')?.textContent).toBe('Dates in brackets: added by us');
});

test('a person begins with deeds, and what is not known of him is folded', () => {
  const { container } = show();
  const trump = container.querySelector('[id="figure/trump"]')!;
  expect(trump.querySelector('.deeds')?.textContent).toMatch(/^Trump made it known on Truth Social/);
  const fold = trump.querySelector('details')!;
  expect(fold.open).toBe(false);
  expect(fold.textContent).toContain('What we don’t know: Whether the threats');
  const unfolded = trump.cloneNode(true) as Element;
  unfolded.querySelector('details')?.remove();
  expect(unfolded.textContent).not.toContain('Whether the threats');
});

test('an address that points into what is folded opens it, and only that', () => {
  const { container } = show({ place: { story: 'test', kind: 'relation', id: 'trump-petro' } });
  const open = [...container.querySelectorAll('details[open]')].map((fold) => fold.closest('section')?.id);
  expect(open).toEqual(['relations']);
  expect(document.activeElement?.id).toBe('relation/trump-petro');
  cleanup();
  const { container: other } = show({ place: { story: 'test', kind: 'part', id: 'statements' } });
  expect(other.querySelector<HTMLDetailsElement>('#statements > details')?.open).toBe(true);
});

test('all that is folded is open while the page is printed', () => {
  const { container } = show({ place: { story: 'test', kind: 'statement', id: 's4' } });
  const open = () => container.querySelectorAll('details[open]').length;
  expect(open()).toBe(1);
  dispatchEvent(new Event('beforeprint'));
  expect(open()).toBe(container.querySelectorAll('details').length);
  dispatchEvent(new Event('afterprint'));
  expect(open()).toBe(1);
});

test('a figure leads to all statements about it', () => {
  const { container, shown } = show();
  fireEvent.click(container.querySelector('[id="figure/flores"] .about-all a') as Element);
  expect(shown()).toEqual(['statement/s6']);
});

test('every source is told with publisher, author, date and address, and every event with its source', () => {
  const [, second] = severalStories(3);
  const [source] = keptStory(1).sources;
  const twice = {
    ...second!.story,
    sources: [...second!.story.sources, { ...source!, id: 'b', author: 'Ann Quay' }],
    events: [
      { ...story.events[0]!, id: 'late', date: '2026-01-11', dateIsEditorial: false, figures: [], cites: ['a:1.1'] },
      { ...story.events[0]!, id: 'early', date: '2026-01-05', dateIsEditorial: false, figures: [], cites: ['b:1.1'] },
    ],
  };
  const { container } = show({ stories: [{ ...second!, story: twice }] });
  const sources = [...container.querySelectorAll('.sources li')];
  expect(sources.map((one) => one.querySelector('a')?.getAttribute('href'))).toEqual([
    'https://paper-0.example/petro-flies',
    'https://paper-1.example/petro-flies',
  ]);
  expect(sources[1]?.textContent).toContain('El Faro de la Costa · Ann Quay · Jan 5, 2026 · English · 0 statements');
  const events = [...container.querySelectorAll('.timeline li')];
  expect(events.map(({ id }) => id)).toEqual(['event/early', 'event/late']);
  expect(events[0]?.textContent).toContain('El Faro de la Costa, Jan 5, 2026 2:¶1.1');
});

test('a verbatim sentence that quotes somebody has marks of the second level inside, here and in cards', () => {
  const quoting = structuredClone(story);
  const [first] = quoting.statements;
  Object.assign(first!, { verbatim: true, text: { en: '“I saw it,” he said.', es: '«Lo vi», dijo.' } });
  quoting.quotations[1]!.words = { en: 'I said “no”', es: 'Dije «no»' };
  const { container } = show({ stories: [{ story: quoting, provenance: BUNDLED }] });
  expect(container.textContent).toContain('“‘I saw it,’ he said.”');
  expect(container.textContent).toContain('“I said ‘no’”');
  const card = cardStory(quoting);
  // A translation is not verbatim, and stands in no marks.
  expect(card.statements[0]?.text).toEqual({ en: '‘I saw it,’ he said.', es: '«Lo vi», dijo.' });
  expect(card.quotations[1]?.words).toEqual({ en: 'I said ‘no’', es: 'Dije “no”' });
  expect(first?.text.en).toBe('“I saw it,” he said.');
});

test('quotations are verbatim in every language', () => {
  const { container } = show({ localizer: localizers.es });
  const text = container.querySelector('[id="quotation/q2"]')?.textContent;
  expect(text).toContain('“take up arms”');
  expect(text).toContain('«tomar las armas»');
});

test('what was said in Spanish is marked there as translated back, and our notes are shown', () => {
  const noted = structuredClone(story);
  noted.quotations[1]!.saidIn = 'es';
  noted.quotations[1]!.editorial = { en: 'Not his words.', es: 'No son sus palabras.' };
  const { container } = show({
    localizer: localizers.es,
    stories: [{ story: noted, provenance: BUNDLED }],
  });
  const quotation = container.querySelector('[id="quotation/q2"]');
  expect(quotation?.textContent).not.toContain('«');
  expect(quotation?.textContent).toContain('tomar las armas retraducido del inglés; original en español');
  expect(quotation?.querySelector('.mode-ours')?.textContent).toBe('Añadido nuestro: No son sus palabras.');
  expect(container.querySelector('#provenance')?.textContent).toContain('take up arms: No son sus palabras.');
});

test('the date of the story is marked as ours', () => {
  const { container } = show();
  expect(container.querySelector('header')?.textContent).toContain('As of Jan 8, 2026, dated by Dramatis');
  expect(container.querySelector('#provenance')?.textContent).toContain('As of Jan 8, 2026, dated by Dramatis');
});

test('ids are unique', () => {
  const { container } = show();
  const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('of several stories the one in the address is shown, else the first; all are listed', () => {
  const stories = severalStories(3);
  const { container } = show({ stories, place: { story: 'kept-1', kind: 'part', id: 'statements' } });
  expect(container.querySelector('h1')?.textContent).toBe('Petro to Fly North Within Weeks');
  expect(container.querySelector('.source')?.textContent).toBe(
    'El Faro de la Costa, Jan 5, 2026 · kept on Jan 12, 2026 · made by a program, not looked through',
  );
  expect(document.activeElement?.id).toBe('statements');
  const links = [...container.querySelectorAll<HTMLAnchorElement>('.stories a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '#story/test/top',
    '#story/kept-0/top',
    '#story/kept-1/top',
  ]);
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, null, 'page']);
  cleanup();
  const { container: first } = show({ stories, place: { story: 'gone', kind: 'figure', id: 'petro' } });
  expect(first.querySelector('h1')?.textContent).toBe('From threats to an invitation');
  expect(first.querySelector('.here')).toBeNull();
});

test('what was looked up is seen before all else that stands beside the story, and the keyboard stays', () => {
  const stories = severalStories(12);
  const { container } = show({ stories, query: 'flies' });
  expect(container.querySelector('.aside')?.firstElementChild?.querySelector('.results')).toBeTruthy();
  const { contexts } = vi.mocked(Element.prototype.scrollIntoView).mock;
  expect(contexts).toEqual([container.querySelector('search')]);
  expect(document.activeElement).toBe(document.body);
});

test('many stories are folded, a few are not', () => {
  const isOpen = () => document.querySelector<HTMLDetailsElement>('details.stories')?.open;
  show({ stories: severalStories(12) });
  expect(isOpen()).toBe(false);
  cleanup();
  show({ stories: severalStories(3) });
  expect(isOpen()).toBe(true);
});

test('a link to the place in the address goes there once more', () => {
  location.hash = '#story/test/timeline';
  const { container } = show({ place: { story: 'test', kind: 'part', id: 'timeline' } });
  const scrolled = vi.mocked(Element.prototype.scrollIntoView);
  expect(scrolled).toHaveBeenCalledOnce();
  fireEvent.click(container.querySelector('nav a[href="#story/test/timeline"]') as Element);
  expect(scrolled).toHaveBeenCalledTimes(2);
  fireEvent.click(container.querySelector('nav a[href="#story/test/cast"]') as Element);
  expect(scrolled).toHaveBeenCalledTimes(2);
  location.hash = '';
});

test('a sentence of an article of the web is cited there', () => {
  const { container } = show({ stories: severalStories(2).slice(1) });
  const cite = container.querySelector('[id="statement/flight"] .cite');
  expect(cite?.getAttribute('href')).toMatch(/^https:\/\/paper-0\.example\/petro-flies#:~:text=Gustavo%20Petro/);
  expect(cite?.getAttribute('rel')).toBe('noopener noreferrer');
  expect(container.querySelector('[id="statement/flight"] .words')?.textContent).toMatch(/^“.*”$/);
});

test('of a story from a file, the host of each link stands beside the publisher that the file names', () => {
  const [told] = severalStories(2).slice(1);
  const [source] = told!.story.sources;
  const sources = [{ ...source!, publisher: 'BBC News', url: 'https://www.bücher.example/a' }];
  const stories = [{ ...told!, story: { ...told!.story, sources } }];
  const { container } = show({
    stories: [{ ...stories[0]!, provenance: { ...told!.provenance, origin: 'imported' } }],
  });
  for (const place of ['header .source', '.sources li'])
    expect(container.querySelector(place)?.textContent).toContain('(xn--bcher-kva.example)');
  cleanup();
  // What the reader kept himself was read from that very page.
  expect(show({ stories }).container.textContent).not.toContain('xn--bcher-kva.example');
});

test('what a story does not tell has no section', () => {
  const { container } = show({ stories: severalStories(2).slice(1) });
  expect([...container.querySelectorAll('main section')].map(({ id }) => id)).toEqual([
    'cast',
    'quotations',
    'statements',
    'provenance',
  ]);
  expect(container.querySelector('#provenance')?.textContent).toContain('are their own words');
  expect(container.querySelector('#provenance')?.textContent).not.toContain('not from the article');
});

test('a note on a figure that the story no longer has is shown, and can be removed', async () => {
  const { on } = show({ notes: () => new Map([['gone', 'He owes me an answer']]) });
  expect(screen.getByText('Notes on figures that are no longer in this story')).toBeTruthy();
  expect(screen.getByText('He owes me an answer')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Edit the note.*gone/ }));
  fireEvent.input(screen.getByLabelText('Your note on gone'), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(on.note).toHaveBeenCalledWith('test', 'gone', ''));
});

test('a page without a story says what to do', () => {
  const { container } = show({ stories: [] });
  expect(container.textContent).toContain('No story is switched on.');
});

const editable = { partsOf: () => ['Gustavo Petro', 'Petro'] };

test('the title and a figure are changed in place; the bundled story cannot be', async () => {
  const { on } = show({ stories: severalStories(2).slice(1), editable: () => editable });
  fireEvent.click(screen.getByRole('button', { name: 'Change the title' }));
  fireEvent.input(screen.getByLabelText('Title'), { target: { value: 'Petro flies' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(on.edit).toHaveBeenLastCalledWith('kept-0', { kind: 'title', text: 'Petro flies' });
  await waitFor(() => expect(screen.queryByLabelText('Title')).toBeNull());
  fireEvent.click(screen.getByText('Change', { selector: '[id="figure/petro"] button' }));
  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Gustavo Petro Urrego' } });
  fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'group' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(on.edit).toHaveBeenLastCalledWith('kept-0', {
    ...{ kind: 'figure', figure: 'petro', name: 'Gustavo Petro Urrego' },
    ...{ role: 'Colombia’s president, by The Harbour Post', as: 'group' },
  });
  cleanup();
  const { container } = show();
  expect(container.querySelectorAll('.edit')).toHaveLength(0);
});

test('a figure is taken for another, and one of its names for somebody else’s', async () => {
  const { on } = show({ stories: severalStories(2).slice(1), editable: () => editable });
  const open = async () =>
    fireEvent.click(await screen.findByText('Change', { selector: '[id="figure/petro"] button' }));
  const typed = (name: string) => ({
    ...{ kind: 'figure', figure: 'petro', name, as: 'person' },
    role: 'Colombia’s president, by The Harbour Post',
  });
  await open();
  // What was typed and not saved yet is saved with it.
  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Gustavo Petro Urrego' } });
  fireEvent.change(screen.getByLabelText('The same as'), { target: { value: 'trump' } });
  fireEvent.click(screen.getByRole('button', { name: 'Take as one' }));
  const merge = { kind: 'merge', figure: 'petro', other: 'trump' };
  expect(on.edit).toHaveBeenLastCalledWith('kept-0', typed('Gustavo Petro Urrego'), merge);
  await open();
  fireEvent.click(screen.getByRole('button', { name: /: Petro$/ }));
  const apart = { kind: 'apart', figure: 'petro', form: 'Petro' };
  expect(on.edit).toHaveBeenLastCalledWith('kept-0', typed('Gustavo Petro'), apart);
  await open();
  fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Escape' });
  expect(screen.queryByLabelText('Name')).toBeNull();
});

test('a note is shown as plain text, written, and removed', () => {
  const notes = new Map([['trump', '<b>Bold</b>\nman']]);
  const { container, on } = show({ notes: (id) => (id === 'test' ? notes : new Map()) });
  const entry = container.querySelector('[id="figure/trump"]')!;
  expect(entry.querySelector('.own-words')?.textContent).toBe('<b>Bold</b>\nman');
  expect(entry.querySelector('b')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^Edit the note/ }));
  const field = screen.getByLabelText<HTMLTextAreaElement>('Your note on Donald Trump');
  expect([field.value, field.maxLength]).toEqual(['<b>Bold</b>\nman', 2000]);
  fireEvent.input(field, { target: { value: ' ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(on.note).toHaveBeenCalledWith('test', 'trump', '');
});

test('what was typed stays until it is saved, and can be saved again where it was refused', async () => {
  const { on } = show({ stories: severalStories(2).slice(1), editable: () => editable });
  const refuse = async () => false;
  fireEvent.click(screen.getAllByRole('button', { name: /^Add a note/ })[0]!);
  const note = screen.getByRole('textbox', { name: /^Your note on/ });
  fireEvent.click(screen.getByRole('button', { name: 'Change the title' }));
  const title = screen.getByLabelText('Title');
  fireEvent.click(screen.getByText('Change', { selector: '[id="figure/trump"] button' }));
  const name = screen.getByLabelText('Name');
  const saves = { note: on.note, title: on.edit, name: on.edit };
  for (const [what, field] of Object.entries({ note, title, name })) {
    const save = saves[what as keyof typeof saves];
    save.mockClear();
    save.mockImplementationOnce(refuse);
    fireEvent.input(field, { target: { value: 'Typed at length' } });
    await act(async () => {
      fireEvent.submit(field.closest('form')!);
      await save.mock.results[0]!.value;
    });
    expect(document.contains(field)).toBe(true);
    expect(field).toHaveProperty('value', 'Typed at length');
    fireEvent.submit(field.closest('form')!);
    // Pressed again before it is saved.
    fireEvent.submit(field.closest('form')!);
    await waitFor(() => expect(document.contains(field)).toBe(false));
    expect(save).toHaveBeenCalledTimes(2);
  }
});

test('a name that can be none is not taken: what was typed stays, and it is said why', () => {
  const { on } = show({ stories: severalStories(2).slice(1), editable: () => editable });
  fireEvent.click(screen.getByText('Change', { selector: '[id="figure/petro"] button' }));
  const field = screen.getByLabelText<HTMLInputElement>('Name');
  fireEvent.input(field, { target: { value: 'Petro (the president)' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(on.edit).not.toHaveBeenCalled();
  expect(field.value).toBe('Petro (the president)');
  expect(screen.getByRole('alert').textContent).toMatch(/at most 8 words/);
  fireEvent.input(field, { target: { value: 'Gustavo Petro Urrego' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(on.edit).toHaveBeenCalledOnce();
});

test('a note that is being written is still there after its figure was changed', async () => {
  show({ stories: severalStories(2).slice(1), editable: () => editable });
  const entry = document.getElementById('figure/petro')!;
  fireEvent.click(within(entry).getByRole('button', { name: /^Add a note/ }));
  const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Your note on/ });
  fireEvent.input(note, { target: { value: 'Half a thought' } });
  fireEvent.click(screen.getByText('Change', { selector: '[id="figure/petro"] button' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByLabelText('Name')).toBeNull());
  expect(document.contains(note)).toBe(true);
  expect(note.value).toBe('Half a thought');
  expect(note.closest('[hidden]')).toBeNull();
});

test('Escape and Enter of an input conversion close nothing', () => {
  const { on } = show({ stories: severalStories(2).slice(1), editable: () => editable });
  fireEvent.click(screen.getAllByRole('button', { name: /^Add a note/ })[0]!);
  fireEvent.click(screen.getByRole('button', { name: 'Change the title' }));
  fireEvent.click(screen.getByText('Change', { selector: '[id="figure/trump"] button' }));
  const fields = [screen.getByRole('textbox', { name: /^Your note on/ }), screen.getByLabelText('Title')];
  for (const field of [...fields, screen.getByLabelText('Name')]) {
    for (const key of ['Escape', 'Enter'])
      for (const converting of [{ isComposing: true }, { keyCode: 229 }])
        fireEvent.keyDown(field, { key, ctrlKey: true, ...converting });
    expect(document.contains(field)).toBe(true);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(document.contains(field)).toBe(false);
  }
  expect(on.note).not.toHaveBeenCalled();
});

test('the last change can be undone, where its story is shown', () => {
  const { on } = show({ changed: 'test' });
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(on.undo).toHaveBeenCalledOnce();
  cleanup();
  show({ changed: 'kept-0' });
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
