// The page for keeping an article: what each state offers, and that a draft can be changed by keyboard and by dragging.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { type ComponentChild, render as draw } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { KeepPage } from '../../../components/keep/KeepPage.tsx';
import type { KeepCallbacks } from '../../../components/keep/state.ts';
import { KeepIn, keepStates } from '../../gallery/keep.tsx';
import { localizerIn } from '../localizer.ts';
import { story } from '../story.ts';

afterEach(cleanup);

const localizer = localizerIn('en');

const isEvent = (value: unknown) => typeof value === 'object' && value !== null && 'preventDefault' in value;

/** Shows a state of the gallery, with callbacks that are watched. */
function show(state: string, draw: (page: ComponentChild) => void = render) {
  const calls = vi.fn();
  const on = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...given: unknown[]) =>
          calls(name, ...given.filter((one) => !isEvent(one))),
    },
  ) as KeepCallbacks;
  const shown = KeepIn({ state, localizer, story });
  if (!shown) throw new Error(`There is no state ${state}.`);
  const { state: given } = (shown.props.children as unknown as { props: Parameters<typeof KeepPage>[0] }).props;
  draw(<KeepPage localizer={localizer} state={given} on={on} />);
  return calls;
}
const row = (name: string) => within(screen.getByRole('button', { name: new RegExp(`^${name}`) }).closest('li')!);

test.each(keepStates)('%s has one heading and says something', (state) => {
  show(state);
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
});

test('one press keeps', () => {
  const calls = show('draft');
  fireEvent.click(screen.getByRole('button', { name: 'Keep' }));
  expect(calls.mock.calls).toEqual([['keep']]);
});

test('a figure is left out, unfolded, renamed, given another kind, split', () => {
  const calls = show('draft');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Keep Paolo Serra' }));
  fireEvent.click(screen.getByRole('button', { name: /^Ruth Adeyemi/ }));
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Ruth Adeyemi-Cole' } });
  const kinds = within(screen.getByRole('group', { name: 'Kind' }));
  fireEvent.click(kinds.getByRole('button', { name: 'Person', pressed: true }));
  fireEvent.click(kinds.getByRole('button', { name: 'Institution', pressed: false }));
  fireEvent.click(screen.getByRole('button', { name: 'is somebody else Adeyemi' }));
  expect(calls.mock.calls).toEqual([
    ['toggle', 'serra'],
    ['rename', 'adeyemi', 'Ruth Adeyemi-Cole'],
    ['setKind', 'adeyemi', 'organization'],
    ['split', 'adeyemi', 'Adeyemi'],
  ]);
});

test('two are merged by choosing: not before the button is pressed', () => {
  const calls = show('draft');
  fireEvent.click(screen.getByRole('button', { name: /^Ruth Adeyemi/ }));
  const merge = screen.getByRole('button', { name: 'Merge' }) as HTMLButtonElement;
  expect(merge.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('The same as'), { target: { value: 'serra' } });
  expect(calls).not.toHaveBeenCalled();
  fireEvent.click(merge);
  expect(calls.mock.calls).toEqual([['merge', 'adeyemi', 'serra']]);
});

test('two are merged by dragging; what comes from elsewhere is not taken', () => {
  const calls = show('draft');
  const at = (id: string) => document.getElementById(`figure-${id}`) as HTMLElement;
  const drag = (id: string, type: 'DragStart' | 'Drop') =>
    // The document of the tests knows no dragging: Preact listens there to the name as it is written.
    [type, type.toLowerCase()].map((name) => fireEvent(at(id), new Event(name, { bubbles: true, cancelable: true })));
  drag('adeyemi', 'Drop');
  expect(calls).not.toHaveBeenCalled();
  drag('keller', 'DragStart');
  drag('adeyemi', 'Drop');
  expect(calls.mock.calls).toEqual([['merge', 'adeyemi', 'keller']]);
});

test('one of the same name in another story: the reader says whether it is one person', () => {
  const calls = show('draft');
  fireEvent.click(row('Paolo Serra').getByRole('button', { name: 'One person Paolo Serra' }));
  expect(calls.mock.calls[0]?.slice(0, 2)).toEqual(['decide', 'serra']);
  expect(calls.mock.calls[0]?.[3]).toBe('same');
});

test('nothing is asked where more than the name agrees; it can be said to be wrong', () => {
  const calls = show('draft-one');
  expect(screen.queryByText(/The bridge/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^Ruth Adeyemi/ }));
  expect(screen.getByText(/The same as in “The bridge”/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Two people Ruth Adeyemi' }));
  expect(calls.mock.calls[0]?.[3]).toBe('apart');
});

test('what is said where there is no room', () => {
  show('draft-full');
  expect(screen.getByRole('alert').textContent).toContain('Nothing is lost');
  expect(screen.getByRole('alert').textContent).toContain('The bridge');
});

test('a change is told and can be undone', () => {
  const calls = show('draft-changed');
  expect(screen.getByText('Velmouth is left out.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(calls.mock.calls).toEqual([['undo']]);
  expect(screen.getByText(/You kept this article on Dec 3, 2026/)).toBeTruthy();
});

test('what is selected as soon as the text is there can be added', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  show('draft', (page) => draw(page, place));
  document.getSelection()?.selectAllChildren(document.querySelector('article .headline')!);
  document.dispatchEvent(new Event('selectionchange'));
  await expect.poll(() => document.querySelector('.article')?.textContent).toContain('“');
  draw(null, place);
  place.remove();
});

test('Ctrl+Z undoes a change, but in a field what was typed there', () => {
  const calls = show('draft-changed');
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'Title' }), { key: 'z', ctrlKey: true });
  expect(calls).not.toHaveBeenCalled();
  fireEvent.keyDown(screen.getByRole('button', { name: 'Update' }), { key: 'z', ctrlKey: true });
  expect(calls.mock.calls).toEqual([['undo']]);
});

test('what is pressed first is the button that keeps; what has become of the article is read next', () => {
  show('draft');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep' }));
  cleanup();
  show('kept');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test('an undo that could not be saved says so, and can be tried once more', () => {
  const calls = show('kept-not-undone');
  expect(screen.getByRole('alert').textContent).toContain('QUOTA_BYTES quota exceeded');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(calls.mock.calls).toEqual([['undo']]);
});

test('a name that can be none is not taken: what was typed stays, and it is said why', () => {
  const calls = show('draft');
  fireEvent.click(screen.getByRole('button', { name: /^Ruth Adeyemi/ }));
  const field = screen.getByLabelText<HTMLInputElement>('Name');
  fireEvent.change(field, { target: { value: 'Ruth (the speaker)' } });
  expect(field.value).toBe('Ruth (the speaker)');
  expect(screen.getByRole('alert').textContent).toMatch(/no brackets/);
  expect(calls).not.toHaveBeenCalled();
  fireEvent.change(field, { target: { value: 'Ruth A. Adeyemi' } });
  expect(calls.mock.calls).toEqual([['rename', 'adeyemi', 'Ruth A. Adeyemi']]);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('who is missing can be added by a name alone', () => {
  const calls = show('draft');
  const field = screen.getByLabelText<HTMLInputElement>('Name, as the article writes it');
  fireEvent.input(field, { target: { value: 'she who ran the harbour for so many years' } });
  expect(screen.queryByRole('button', { name: 'Add as a person' })).toBeNull();
  expect(screen.getByRole('alert').textContent).toMatch(/at most 8 words/);
  fireEvent.input(field, { target: { value: 'Nadia Holm' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add as a person' }));
  expect(calls.mock.calls).toEqual([['add', 'Nadia Holm', 'person']]);
});

test('nothing can be changed while it is being kept', () => {
  const calls = show('draft-busy');
  const names = ['Keep', 'Discard', 'Undo'];
  const controls = [
    ...names.map((name) => screen.getByRole('button', { name })),
    ...['Title', 'Add to', 'I have looked it through'].map((name) => screen.getByLabelText(name)),
  ];
  for (const control of controls) expect(control).toHaveProperty('disabled', true);
  expect(document.querySelector('.panes')?.hasAttribute('inert')).toBe(true);
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  expect(calls).not.toHaveBeenCalled();
});

test('of a story that is off nothing is marked', () => {
  show('kept-off');
  expect(screen.getByText(/^This story is switched off/)).toBeTruthy();
  expect(screen.queryByText(/From now on/)).toBeNull();
});

test('an article that a story has among others is said to be there', () => {
  show('draft-within');
  expect(screen.getByText(/already in “The bridge”/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Keep' })).toBeTruthy();
});

test('Enter of an input conversion does not end the title', () => {
  show('draft');
  const title = screen.getByRole('textbox', { name: 'Title' });
  title.focus();
  fireEvent.keyDown(title, { key: 'Enter', isComposing: true });
  expect(document.activeElement).toBe(title);
  fireEvent.keyDown(title, { key: 'Enter' });
  expect(document.activeElement).not.toBe(title);
});
