// The library: what it shows of any number of stories, and what pressing its buttons asks for.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { LibraryCallbacks, LibraryStory } from '../../../components/library/callbacks.ts';
import { Import } from '../../../components/library/Import.tsx';
import { Library, type LibraryProps } from '../../../components/library/Library.tsx';
import { People } from '../../../components/library/People.tsx';
import { createSearch } from '../../../components/search.ts';
import { NO_COMMON_WORDS } from '../../../stories/name-checks.ts';
import { allAtOnce } from '../../../stories/steps.ts';
import { BUNDLED } from '../../../stories/story.ts';
import { planStories } from '../../../stories/story-import.ts';
import { whoIsWho } from '../../../stories/who-is-who.ts';
import { localizerIn } from '../localizer.ts';
import { keptStory } from '../stories.ts';
import { story as bundled } from '../story.ts';

afterEach(cleanup);

const KEPT = { origin: 'imported', kept: '2026-01-12', looked: false } as const;
const NOTHING = { same: [], apart: [] };
const FIRST: LibraryStory = {
  story: bundled,
  provenance: BUNDLED,
  on: true,
  bytes: 164_000,
  leftOut: [],
  notes: new Map(),
  refused: null,
};
const kept = (at: number, rest: Parameters<typeof keptStory>[1] = {}): LibraryStory => ({
  story: keptStory(at, rest),
  provenance: KEPT,
  on: true,
  bytes: 12_345,
  leftOut: [],
  notes: new Map(),
  refused: null,
});

const importing = () => ({ readFiles: vi.fn(), readText: vi.fn(), import: vi.fn(), cancelImport: vi.fn() });

function show(stories: readonly LibraryStory[], props: Partial<LibraryProps> = {}) {
  const on = {
    switchStory: vi.fn(),
    leaveOut: vi.fn(),
    takeIn: vi.fn(),
    share: vi.fn(),
    delete: vi.fn(),
    backUp: vi.fn(),
    decide: vi.fn(),
    undo: vi.fn(),
    ...importing(),
  } satisfies LibraryCallbacks;
  const localizer = localizerIn('en');
  const all = stories.map(({ story }) => story);
  const page = (now: Partial<LibraryProps>) => (
    <Library
      localizer={localizer}
      stories={stories}
      search={createSearch(all, localizer)}
      people={allAtOnce(whoIsWho(all, all, NOTHING))}
      incoming={null}
      reading={false}
      undo={null}
      storyAddress={({ story, kind, id }) => `/story.html#${story}/${kind}/${id}`}
      optionsAddress="/options.html"
      keepAddress="/keep.html"
      on={on}
      {...props}
      {...now}
    />
  );
  const { container, rerender } = render(page({}));
  const rows = () => [...container.querySelectorAll('section[aria-label="Stories"] > .rows > li')];
  return { container, on, rows, rerender: (now: Partial<LibraryProps>) => rerender(page(now)) };
}

const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));
const planOf = (files: unknown[], there: readonly LibraryStory[] = [FIRST]) =>
  planStories(
    files.map((file, at) => ({ name: `file-${at}.json`, text: JSON.stringify(file) })),
    there.map((one) => ({ ...one, bundled: one.provenance.origin === 'bundled' })),
    { decisions: NOTHING, common: NO_COMMON_WORDS },
  );

test('a library of the bundled story alone says how to add others, and offers no deleting', () => {
  const { rows } = show([FIRST]);
  expect(rows()).toHaveLength(1);
  expect(screen.getByText(/Only what came with Dramatis is here/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Delete/ })).toBe(null);
});

test('a row tells source, arrival, size and cast, and leads to the story', () => {
  const { rows } = show([FIRST, kept(0)]);
  const text = rows()[1]?.textContent ?? '';
  for (const told of [
    'The Harbour Post',
    'Jan 11, 2026',
    'imported on Jan 12, 2026',
    '2 figures',
    '13 kB',
    'Gustavo Petro',
  ])
    expect(text).toContain(told);
  expect(rows()[1]?.querySelector('a')?.getAttribute('href')).toBe('/story.html#kept-0/part/top');
});

test('of five hundred stories the first are listed, and more on request', () => {
  const { rows } = show([FIRST, ...Array.from({ length: 499 }, (_, at) => kept(at))]);
  expect(rows()).toHaveLength(30);
  // By their text: roles are looked up in each of the rows.
  fireEvent.click(screen.getByText('Show 470 more'));
  expect(rows()).toHaveLength(230);
  fireEvent.click(screen.getByText('Show 270 more'));
  expect(rows()).toHaveLength(430);
  fireEvent.click(screen.getByText('Show 70 more'));
  expect(rows()).toHaveLength(500);
  expect(screen.queryByText(/^Show/)).toBeNull();
  expect(screen.getByText(/^500 stories · 6.3 MB$/)).toBeDefined();
});

test('the size of all is that of the rows together, and falls with each that is deleted', () => {
  const { rows } = show([FIRST, kept(0)]);
  expect(rows().map(({ textContent }) => /\d+ kB/.exec(textContent ?? '')?.[0])).toEqual(['164 kB', '13 kB']);
  expect(screen.getByText('2 stories · 177 kB')).toBeDefined();
  cleanup();
  show([FIRST]);
  expect(screen.getByText('1 story · 164 kB')).toBeDefined();
});

test('stories are switched, shared and deleted by their titles', () => {
  const { on } = show([FIRST, kept(0, { title: { en: 'At the quay' } })]);
  press('At the quay', 'switch');
  expect(on.switchStory).toHaveBeenCalledExactlyOnceWith('kept-0', false);
  press('Share “At the quay” as a file');
  expect(on.share).toHaveBeenCalledExactlyOnceWith('kept-0');
  press('Delete “At the quay”');
  expect(on.delete).toHaveBeenCalledExactlyOnceWith('kept-0');
  press('Back up everything');
  expect(on.backUp).toHaveBeenCalledOnce();
});

test('while the stories are read, the page says so and takes no files yet', () => {
  show([FIRST], { stories: null });
  expect(screen.getByRole('heading', { name: 'Library' })).toBeDefined();
  expect(screen.getByRole('status').textContent).toBe('Reading…');
  expect(screen.queryByText('Choose files…')).toBeNull();
});

test('a search that hundreds of stories match counts and lists all of them', () => {
  const { container, rows } = show(Array.from({ length: 400 }, (_, at) => kept(at)));
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'neighbours enemies' } });
  const status = within(container.querySelector('section[aria-label="Stories"]') as HTMLElement).getAllByRole('status');
  expect(status[0]?.textContent).toMatch(/^400 stories/);
  fireEvent.click(screen.getByRole('button', { name: 'Show 370 more' }));
  fireEvent.click(screen.getByRole('button', { name: 'Show 170 more' }));
  expect(rows()).toHaveLength(400);
});

test('a search leaves the stories in which something was found, with what it was', () => {
  const { rows } = show([
    FIRST,
    kept(0),
    kept(1, { title: { en: 'Lanterns' }, statements: [], quotations: [], summary: [] }),
  ]);
  const find = (query: string) =>
    fireEvent.input(screen.getByLabelText('Search all stories'), { target: { value: query } });
  find('lanterns');
  expect(rows()).toHaveLength(1);
  find('airport hotel');
  expect(rows()).toHaveLength(1);
  expect(rows()[0]?.querySelector('.matches mark')?.textContent).toBe('airport');
  expect(rows()[0]?.querySelector('.matches a')?.getAttribute('href')).toBe('/story.html#kept-0/statement/hotel');
  find('xylophone');
  expect(rows()).toHaveLength(0);
  expect(screen.getByText(/Nothing found/)).toBeDefined();
});

test('files are chosen, dropped and pasted; text is read where it may be a story', () => {
  const { container, on } = show([FIRST]);
  const file = new File(['{}'], 'a.json');
  fireEvent.change(container.querySelector('input[type=file]')!, { target: { files: [file, file] } });
  expect(on.readFiles).toHaveBeenLastCalledWith([file, file]);
  const drop = new Event('drop', { cancelable: true });
  Object.assign(drop, { dataTransfer: { files: [file], types: ['Files'] } });
  dispatchEvent(drop);
  expect(drop.defaultPrevented).toBe(true);
  expect(on.readFiles).toHaveBeenLastCalledWith([file]);
  const paste = (text: string) => {
    const event = new Event('paste', { bubbles: true });
    Object.assign(event, { clipboardData: { files: [], getData: () => text } });
    document.body.dispatchEvent(event);
  };
  paste('not a story');
  expect(on.readText).not.toHaveBeenCalled();
  paste(' { "format": 1 }');
  expect(on.readText).toHaveBeenLastCalledWith(' { "format": 1 }');
  fireEvent.input(screen.getByLabelText('Text of a story file'), { target: { value: '{}' } });
  fireEvent.submit(container.querySelector('.paste form')!);
  expect(on.readText).toHaveBeenLastCalledWith('{}');
});

test('a pasted text stays where it can be corrected, until what it holds is imported or is not to be', () => {
  const props = { localizer: localizerIn('en'), reading: false, on: importing() };
  const { rerender } = render(<Import {...props} incoming={null} />);
  const field = screen.getByLabelText<HTMLTextAreaElement>('Text of a story file');
  const read = (text: string) => {
    fireEvent.input(field, { target: { value: text } });
    fireEvent.submit(field.closest('form')!);
    rerender(<Import {...props} incoming={planOf([{ id: 'broken' }])} />);
  };
  read('{ "id": "broken" }');
  expect(field.value).toBe('{ "id": "broken" }');
  fireEvent.input(field, { target: { value: '{ "id": "mended" }' } });
  rerender(<Import {...props} incoming={null} />);
  expect(field.value).toBe('{ "id": "mended" }');
  read('{ "id": "mended" }');
  rerender(<Import {...props} incoming={null} />);
  expect(field.value).toBe('');
});

test('an import takes what is new or newer, and asks before it takes anything else', () => {
  const there = [FIRST, kept(0), kept(1), kept(2)];
  const incoming = planOf(
    [
      keptStory(5),
      { ...keptStory(0), revision: 2 },
      { ...keptStory(1), asOf: '2026-02-01' },
      keptStory(2),
      { ...bundled, revision: 7 },
      { id: 'broken' },
    ],
    there,
  );
  const { on } = show(there, { incoming });
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual([
    [true, false],
    [true, false],
    [false, false],
    [false, true],
    [true, false],
  ]);
  for (const text of [
    'Replaces revision 1, which you have, with revision 2.',
    /another story with the same id/,
    'Already in your library.',
    'A story that comes with Dramatis has this id, and stays. This one is kept beside it, as “test-2”.',
    /This cannot be imported/,
  ])
    expect(screen.getByText(text)).toBeDefined();
  fireEvent.click(boxes[0]!);
  fireEvent.click(boxes[2]!);
  press('Import 3 stories');
  expect(on.import).toHaveBeenCalledExactlyOnceWith([1, 2, 4]);
  press('Cancel');
  expect(on.cancelImport).toHaveBeenCalledOnce();
});

test('a file that calls an address by a publisher’s name has the address’s host told beside it', () => {
  const [source] = keptStory(0).sources;
  const sources = [{ ...source!, publisher: 'BBC News', url: 'https://evil.example/a' }];
  const { container } = show([FIRST], { incoming: planOf([{ ...keptStory(0), sources }]) });
  expect(container.querySelector('.incoming')?.textContent).toContain(
    'BBC News, Jan 11, 2026 (\u2068evil.example\u2069)',
  );
});

test('text of a file stays text', () => {
  const title = '<img src=x onerror=alert(1)>';
  const { container } = show([FIRST], { incoming: planOf([{ ...keptStory(0), title: { en: title } }]) });
  expect(container.querySelector('img')).toBe(null);
  expect(screen.getByText(title)).toBeDefined();
});

const keeper = kept(3, {
  id: 'lighthouse',
  title: { en: 'Brell' },
  figures: [{ id: 'keeper', kind: 'person', name: { en: 'Gustavo Petro' }, role: { en: 'Keeper of a light' } }],
  statements: [],
  quotations: [],
});

test('people of one name are offered, and the reader says whether they are one', () => {
  const { on } = show([FIRST, keeper]);
  press('Gustavo Petro: one person');
  expect(on.decide).toHaveBeenLastCalledWith([['test/petro', 'lighthouse/keeper']], 'same');
  press('Gustavo Petro: two people');
  expect(on.decide).toHaveBeenLastCalledWith([['test/petro', 'lighthouse/keeper']], 'apart');
});

test('a figure of two stories has one button that parts them', () => {
  const all = [FIRST.story, kept(0).story];
  show([FIRST, kept(0)], { people: allAtOnce(whoIsWho(all, all, { same: [], apart: [] })) });
  expect(screen.getAllByText('Gustavo Petro', { selector: '.merged .place' })).toHaveLength(2);
  expect(screen.getAllByRole('button', { name: /^Keep Gustavo Petro in/, hidden: true })).toHaveLength(1);
});

test('a search for a figure does not go on once its field is gone', () => {
  const all = [FIRST.story, kept(0).story];
  const { merged, ...rest } = allAtOnce(whoIsWho(all, all, NOTHING));
  const many = Array.from({ length: 31 }, (_, at) =>
    merged[0]!.map(({ story, figure }) => ({ story: { ...story, id: `${story.id}-${at}` }, figure })),
  );
  const props = { localizer: localizerIn('en'), onDecide: () => {} };
  const { container, rerender } = render(<People {...props} people={{ ...rest, merged: many }} />);
  fireEvent.input(screen.getByLabelText('Find a figure'), { target: { value: 'nobody' } });
  expect(container.querySelectorAll('.merged')).toHaveLength(0);
  rerender(<People {...props} people={{ ...rest, merged: many.slice(0, 30) }} />);
  expect(container.querySelectorAll('.merged')).toHaveLength(30);
});

test('two people of the same stories are two rows', () => {
  const all = [FIRST.story, kept(0).story];
  const people = allAtOnce(whoIsWho(all, all, NOTHING));
  const [one, other] = people.merged;
  const props = { localizer: localizerIn('en'), onDecide: () => {} };
  const { container, rerender } = render(<People {...props} people={{ ...people, merged: [one!, other!] }} />);
  const [, row] = container.querySelectorAll('.merged');
  rerender(<People {...props} people={{ ...people, merged: [other!] }} />);
  expect(container.querySelector('.merged')).toBe(row);
});

test('what was shared is said, and where it goes', () => {
  const { on } = show([kept(0)]);
  expect(screen.queryByText(/^Saved as a file/)).toBeNull();
  // What is to be read aloud is filled, and not put there with its text.
  const said = screen.getAllByRole('status');
  fireEvent.click(screen.getByText('Share'));
  expect(on.share).toHaveBeenCalledOnce();
  expect(said.filter(({ textContent }) => textContent?.startsWith('Saved as a file'))).toHaveLength(1);
});

test('figures that are one can be told apart, and what was said can be taken back', () => {
  const all = [FIRST.story, kept(0).story, keeper.story];
  const people = allAtOnce(
    whoIsWho(all, all, {
      same: [['test/petro', 'lighthouse/keeper']],
      apart: [['test/trump', 'gone/trump']],
    }),
  );
  const { on } = show([FIRST, kept(0), keeper], { people });
  const [merged] = screen.getAllByText('Gustavo Petro', { selector: '.merged > span' });
  press('Keep Gustavo Petro in “Brell” apart');
  expect(merged).toBeDefined();
  const [pairs, as] = on.decide.mock.calls[0]!;
  expect(as).toBe('apart');
  expect(pairs).toContainEqual(['lighthouse/keeper', 'test/petro']);
  const said = screen.getByText('2 decisions of yours').closest('details')!;
  fireEvent.click(within(said).getByRole('button', { name: /^Take back: Not the same: Donald Trump/ }));
  expect(on.decide).toHaveBeenLastCalledWith([['test/trump', 'gone/trump']], null);
});

test.each([
  [{ kind: 'deleted', title: 'Lanterns' } as const, '“Lanterns” was deleted.'],
  [{ kind: 'imported', count: 2 } as const, '2 stories were imported.'],
  [{ kind: 'decided' } as const, 'Your decision was saved.'],
  [{ kind: 'takenIn', title: 'Lanterns', place: 'example.com' } as const, '“Lanterns” is used on example.com again.'],
])('the last change can be undone: %j', (undo, text) => {
  const { on } = show([FIRST], { undo });
  expect(screen.getByText(text)).toBeDefined();
  // The button that was pressed is gone with its row.
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
  press('Undo');
  expect(on.undo).toHaveBeenCalledOnce();
});

test('after a decision the keyboard goes on from where it is undone, once the row is gone', () => {
  const people = { offered: [], merged: [], decided: [] };
  const undo = { kind: 'decided' } as const;
  const { rerender } = show([FIRST, keeper], { undo });
  screen.getByRole('button', { name: 'Gustavo Petro: two people' }).focus();
  rerender({ undo });
  (document.activeElement as HTMLElement).blur();
  rerender({ undo, people });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
});

test('a story that is on and not read says so, and why', () => {
  const why = 'figure “fair” “names.aliases[0]” is a frequent word. Take it out.';
  const { rows } = show([FIRST, { ...kept(0), refused: why }, { ...kept(1), on: false, refused: why }]);
  expect(
    rows().map((row) => row.textContent?.includes(`Not read on pages, although it is on. Exactly: ${why}`)),
  ).toEqual([false, true, false]);
});
