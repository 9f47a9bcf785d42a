// The options: what they change, and how it is undone.
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Options, type OptionsCallbacks, type OptionsProps } from '../../../components/options/Options.tsx';
import { keysInWords } from '../../../components/Shortcuts.tsx';
import { hostIn } from '../../../components/SiteForm.tsx';
import { longestDwell, readSettings } from '../../../extension/settings.ts';
import { localizerIn, localizers } from '../localizer.ts';
import { severalStories } from '../stories.ts';
import { story } from '../story.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const settings: OptionsProps['settings'] = {
  activation: 'news',
  density: { person: 'every', place: 'first', organization: 'first' },
  trigger: 'hover',
  dwell: 250,
  muted: [],
};

function show(props: Partial<OptionsProps> = {}) {
  const on = {
    change: vi.fn(),
    switchStory: vi.fn(),
    takeIn: vi.fn(),
    setSite: vi.fn(),
    revoke: vi.fn(),
    unmute: vi.fn(),
    openShortcuts: vi.fn(() => {}),
    undo: vi.fn(),
    export: vi.fn(),
    readFile: vi.fn(),
    import: vi.fn(),
    cancelImport: vi.fn(),
    reset: vi.fn(),
  } satisfies OptionsCallbacks;
  render(page({ on, ...props }));
  return on;
}

function page(props: Partial<OptionsProps> & Pick<OptionsProps, 'on'>) {
  return (
    <Options
      localizer={localizerIn('en')}
      settings={settings}
      longestDwell={longestDwell}
      stories={null}
      libraryAddress="/library.html"
      sites={[]}
      corrections={[]}
      nameOf={(id) => story.figures.find((figure) => figure.id === id)?.name.en ?? id}
      shortcuts={[]}
      imported={{ kind: 'none' }}
      undo={null}
      {...props}
    />
  );
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test.each([
  ['bbc.co.uk', 'bbc.co.uk'],
  [' HTTPS://www.BBC.co.uk/news?a=b#c ', 'www.bbc.co.uk'],
  ['localhost:8080', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['españa.es', 'xn--espaa-rta.es'],
  ['', null],
  ['two words.com', null],
  ['nonsense', null],
  ['file:///etc/passwd', null],
  ['javascript:alert(1)', null],
])('%o is the host %o', (typed, host) => {
  expect(hostIn(typed)).toBe(host);
});

test('a site can be added, changed and removed', () => {
  const on = show({ sites: [{ domain: 'bbc.co.uk', rule: 'off' }] });
  fireEvent.input(screen.getByLabelText('Site'), { target: { value: 'https://example.com/a' } });
  press('Add');
  expect(on.setSite).toHaveBeenLastCalledWith('example.com', 'off');
  fireEvent.change(screen.getByLabelText('Rule for bbc.co.uk'), { target: { value: 'on' } });
  expect(on.setSite).toHaveBeenLastCalledWith('bbc.co.uk', 'on');
  press('Remove bbc.co.uk');
  expect(on.setSite).toHaveBeenLastCalledWith('bbc.co.uk', null);
});

test('an invalid site is refused with a reason', () => {
  const on = show();
  fireEvent.input(screen.getByLabelText('Site'), { target: { value: 'nonsense' } });
  press('Add');
  expect(on.setSite).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toContain('example.com');
});

test('a long list of sites can be searched', () => {
  show({ sites: ['a.org', 'b.org', 'c.org', 'd.org', 'e.org', 'f.net'].map((domain) => ({ domain, rule: 'on' })) });
  fireEvent.input(screen.getByRole('searchbox', { name: 'Find a site' }), { target: { value: 'F.N' } });
  expect(screen.getAllByLabelText(/^Rule for/)).toHaveLength(1);
});

test('every story has a switch, and says where it comes from', () => {
  const stories = severalStories(2).map((told, at) => ({ ...told, on: at === 0, leftOut: [] }));
  const on = show({ stories });
  const bundled = screen.getByRole('switch', { name: 'From threats to an invitation', checked: true });
  expect(bundled.closest('li')?.textContent).toContain('came with Dramatis · 7 figures');
  fireEvent.click(bundled);
  expect(on.switchStory).toHaveBeenCalledWith('test', false);
  const kept = screen.getByRole('switch', { name: 'Petro to Fly North Within Weeks', checked: false });
  expect(kept.closest('li')?.textContent).toContain(
    'The Harbour Post, Jan 11, 2026 · kept on Jan 12, 2026 · made by a program, not looked through · 2 figures',
  );
  fireEvent.click(kept);
  expect(on.switchStory).toHaveBeenLastCalledWith('kept-0', true);
});

test('a story that is left out somewhere says where, and can be used there again', () => {
  const [told] = severalStories(1);
  const on = show({ stories: told ? [{ ...told, on: true, leftOut: ['example.com', 'https://a.example/b'] }] : [] });
  press('Use “From threats to an invitation” on https://a.example/b again');
  expect(on.takeIn).toHaveBeenCalledWith('test', 'https://a.example/b');
});

test('corrections and muted figures can be removed', () => {
  const correction = { place: 'example.com', figure: 'rodriguez', text: 'Rodríguez' };
  const on = show({ corrections: [correction], settings: { ...settings, muted: ['petro'] } });
  press('Remove: Rodríguez');
  expect(on.revoke).toHaveBeenCalledWith(correction);
  press('Mark again: Gustavo Petro');
  expect(on.unmute).toHaveBeenCalledWith('petro');
});

test('the last change can be undone', () => {
  const on = show({ undo: { kind: 'site', domain: 'bbc.co.uk' } });
  expect(screen.getByText('The rule for bbc.co.uk was changed.')).toBeTruthy();
  press('Undo');
  expect(on.undo).toHaveBeenCalledOnce();
});

test('an import is previewed with its changes and faults', () => {
  const on = show({
    imported: {
      kind: 'read',
      name: 'backup.json',
      faults: [{ kind: 'entry', at: 'sites.not a host', expected: 'example.com' }],
      plans: {
        merge: [{ key: 'site:a.org', before: undefined, after: 'on' }],
        replace: [
          { key: 'site:a.org', before: undefined, after: 'on' },
          { key: 'dwell', before: 300, after: undefined },
          // Written by another tool: what is stored may be anything.
          { key: 'merging', before: null, after: undefined },
        ],
      },
    },
  });
  expect(screen.getByText('backup.json')).toBeTruthy();
  expect(screen.getByText('sites.not a host: expected example.com')).toBeTruthy();
  expect(screen.getByText('1 change:')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('replace what is here'));
  expect(screen.getByText('3 changes:')).toBeTruthy();
  press('Restore');
  expect(on.import).toHaveBeenCalledWith('replace');
});

test('for a refused file, its name, the fault and the remedy are shown', () => {
  const fault = { kind: 'not-json', detail: 'Unexpected end of JSON input' } as const;
  show({ imported: { kind: 'refused', name: 'notes.txt', fault } });
  const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
  for (const part of ['notes.txt', 'not JSON', 'make a new one', fault.detail]) expect(said.join()).toContain(part);
});

test('a file can be chosen, also the same one twice', () => {
  const on = show();
  const input = screen.getByLabelText('Restore a backup…') as HTMLInputElement;
  const file = new File(['{}'], 'dramatis.json');
  Object.defineProperty(input, 'files', { value: [file] });
  fireEvent.change(input);
  expect(on.readFile).toHaveBeenCalledWith(file);
  expect(input.value).toBe('');
});

test.each<[string, Partial<OptionsProps>, Partial<OptionsProps>]>([
  [
    'Remove bbc.co.uk',
    { sites: [{ domain: 'bbc.co.uk', rule: 'off' }] },
    { undo: { kind: 'site', domain: 'bbc.co.uk' } },
  ],
  [
    'Mark again: petro',
    { settings: { ...settings, muted: ['petro'] }, nameOf: (id) => id },
    { undo: { kind: 'unmuted', figure: 'petro' }, nameOf: (id) => id },
  ],
])('after %s the keyboard goes on from where it is undone', (button, before, after) => {
  const on = { on: {} as OptionsCallbacks };
  const { rerender } = render(page({ ...on, ...before }));
  screen.getByRole('button', { name: button }).focus();
  // What was changed is told before its row goes.
  rerender(page({ ...on, ...before, ...after }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: button }));
  (document.activeElement as HTMLElement).blur();
  rerender(page({ ...on, ...after }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
});

test('the keyboard stays where a reset is asked for, on what resets nothing', async () => {
  show();
  press('Reset settings and corrections');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })));
  press('Cancel');
  const reset = screen.getByRole('button', { name: 'Reset settings and corrections' });
  await waitFor(() => expect(document.activeElement).toBe(reset));
});

test('a reset has to be confirmed', () => {
  const on = show();
  press('Reset settings and corrections');
  expect(on.reset).not.toHaveBeenCalled();
  press('Yes, reset them');
  expect(on.reset).toHaveBeenCalledOnce();
});

test.each([
  ['hover', {}, true],
  ['key', {}, false],
  ['key', { altKey: true }, true],
  ['key', { ctrlKey: true }, true],
  ['key', { metaKey: true }, true],
  ['key', { shiftKey: true }, false],
  ['click', { altKey: true }, false],
])('the trial of “%s” with %j opens: %s', (trigger, keys, opens) => {
  vi.useFakeTimers();
  show({ settings: { ...settings, trigger: trigger as 'hover' | 'key' | 'click' } });
  const word = screen.getByRole('button', { name: 'this name' });
  fireEvent.pointerMove(word, keys);
  act(() => void vi.advanceTimersByTime(249));
  expect(word.getAttribute('aria-expanded')).toBe('false');
  act(() => void vi.advanceTimersByTime(1));
  expect(word.getAttribute('aria-expanded')).toBe(String(opens));
});

test('the slider goes as far as the setting', () => {
  show({ settings: { ...settings, dwell: longestDwell } });
  const slider = screen.getByRole('slider') as HTMLInputElement;
  expect([slider.max, slider.value]).toEqual([String(longestDwell), String(longestDwell)]);
  expect(readSettings({ dwell: longestDwell + 1 }).dwell).toBe(longestDwell);
});

test('keys are written as they stand on a keyboard', () => {
  const inEnglish = (keys: string) => keysInWords(localizerIn('en').t, keys);
  expect(inEnglish('Alt+Shift+Period')).toBe('Alt+Shift+.');
  expect(inEnglish('Ctrl+Comma')).toBe('Ctrl+,');
  expect(inEnglish('⌥⇧D')).toBe('⌥⇧D');
  expect(keysInWords(localizers.de.t, 'Ctrl+Shift+Up')).toBe('Strg+Umschalt+↑');
});

test('shortcuts are listed, with a button to change them', () => {
  const on = show({ shortcuts: [{ description: 'Go to the next mention', keys: 'Alt+Shift+N' }] });
  expect(within(screen.getByRole('region', { name: 'Shortcuts' })).getByText('Alt+Shift+N')).toBeTruthy();
  press('Set or change them in the browser');
  expect(on.openShortcuts).toHaveBeenCalledOnce();
});

test.each([
  ['firefox', /about:addons/],
  ['safari', /Safari’s settings/],
] as const)('in %s, which opens no page for them, a sentence tells where they are changed', (openShortcuts, where) => {
  const shortcuts = [{ description: 'Go to the next mention', keys: '' }];
  const on = show();
  cleanup();
  render(page({ on: { ...on, openShortcuts }, shortcuts }));
  expect(within(screen.getByRole('region', { name: 'Shortcuts' })).getByText(where)).toBeTruthy();
});

test('where there are no keys, as on phones, nothing is said of them', () => {
  show({ shortcuts: [] });
  expect(screen.queryByRole('region', { name: 'Shortcuts' })).toBeNull();
});

test('a search for a site does not go on once its field is gone', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ domain: `${name}.example`, rule: 'on' as const }));
  const on = show();
  cleanup();
  const { rerender } = render(page({ on, sites: many }));
  fireEvent.input(screen.getByLabelText('Find a site'), { target: { value: 'f.ex' } });
  expect(screen.queryByText('a.example')).toBeNull();
  rerender(page({ on, sites: many.slice(0, 5) }));
  expect(screen.getByText('a.example')).toBeTruthy();
});

test.each<[OptionsProps['settings']['trigger'], string[]]>([
  ['hover', ['rest', 'rest with Alt', 'Alt at rest', 'Control at rest', 'Meta at rest', 'Shift at rest']],
  ['key', ['rest with Alt', 'Alt at rest', 'Control at rest', 'Meta at rest']],
  ['click', ['click']],
])('with trigger %s, the example word opens its note by %j and by a click', (trigger, ways) => {
  vi.useFakeTimers();
  const press = (word: HTMLElement, key: string) => {
    fireEvent.pointerMove(word);
    fireEvent.keyDown(window, { key });
  };
  const tried: Record<string, (word: HTMLElement) => void> = {
    rest: (word) => fireEvent.pointerMove(word),
    'rest with Alt': (word) => fireEvent.pointerMove(word, { altKey: true }),
    'Alt at rest': (word) => press(word, 'Alt'),
    'Control at rest': (word) => press(word, 'Control'),
    'Meta at rest': (word) => press(word, 'Meta'),
    'Shift at rest': (word) => press(word, 'Shift'),
    click: (word) => fireEvent.click(word),
  };
  for (const [way, perform] of Object.entries(tried)) {
    show({ settings: { ...settings, trigger, dwell: 300 } });
    const word = screen.getByRole('button', { name: 'this name' });
    const isOpen = () => word.getAttribute('aria-expanded') === 'true';
    perform(word);
    act(() => void vi.advanceTimersByTime(299));
    if (way !== 'click') expect(isOpen(), `${way}, too soon`).toBe(false);
    act(() => void vi.advanceTimersByTime(1));
    // A click opens it in any case: it stands for the keyboard too.
    const wanted = ways.includes(way) || way === 'click';
    expect(isOpen(), way).toBe(wanted);
    fireEvent.pointerLeave(word);
    expect(isOpen()).toBe(false);
    cleanup();
  }
});
