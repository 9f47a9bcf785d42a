// What a screen reader is told, one announcement after the other; and what a card says of a correction made in it.
import { fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCardHost } from '../../../components/card/host.ts';
import type { CardActions, CardRequest } from '../../../components/card/open-card.tsx';
import type { WordRects } from '../../../components/card/placement.ts';
import type { Shell } from '../../../components/card/shell.ts';
import { createCardLibrary } from '../../../stories/card-library.ts';
import { localizerIn } from '../localizer.ts';
import { card } from '../story.ts';

const shell = { show: vi.fn(), hide: vi.fn(), announce: vi.fn(), setBox() {}, ...elements() };
vi.mock('../../../components/card/shell.ts', () => ({ createShell: () => shell as unknown as Shell }));

function elements() {
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'open' });
  return { host: element, root, body: root.appendChild(document.createElement('div')) };
}

let end: AbortController;
/** Answers whether a correction was saved. */
const save = vi.fn<(...args: unknown[]) => Promise<boolean>>();

beforeEach(() => {
  end = new AbortController();
  save.mockReset().mockResolvedValue(true);
  for (const told of [shell.show, shell.hide, shell.announce]) told.mockClear();
});
afterEach(() => end.abort());

function host() {
  const actions: CardActions = {
    openStory() {},
    openArticle() {},
    step() {},
    closed() {},
    same: save,
    apart: save,
    reject: ({ id }, text, scope, undo) => save('reject', id, text, scope, undo),
    mute: ({ id }, undo) => save('mute', id, undo),
    leaveOut: (story, scope, undo) => save('leaveOut', story, scope, undo),
  };
  return createCardHost(document, { localizer: localizerIn('en'), actions, signal: end.signal });
}

describe('an announcement', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('stays as long as it is to, whatever was announced before', () => {
    const { announce } = host();
    announce('one figure');
    vi.advanceTimersByTime(2000);
    announce('two figures');
    vi.advanceTimersByTime(2000);
    expect(shell.announce.mock.calls).toEqual([['one figure'], ['two figures']]);
    expect(shell.hide).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(shell.announce).toHaveBeenLastCalledWith('');
    expect(shell.hide).toHaveBeenCalledOnce();
  });

  test('is not made after the end', () => {
    host().announce('one figure');
    end.abort();
    vi.advanceTimersByTime(5000);
    expect(shell.announce).not.toHaveBeenCalled();
  });
});

describe('a correction', () => {
  // In sight also of a window without height.
  const word = { top: -1, bottom: 1, left: 20, right: 80, width: 60, height: 2 } as DOMRect;
  /** Where the word stands; nowhere once it is gone. */
  let rects: ReturnType<WordRects>;

  beforeEach(() => {
    rects = [word];
    document.body.append(shell.host);
  });
  afterEach(() => shell.host.remove());

  function opened(by: CardRequest['by'] = 'hover') {
    const cards = host();
    cards.show({
      library: createCardLibrary([card], {}),
      mention: { figure: 'petro', text: 'Petro', evidence: [], index: 1, count: 1 },
      page: { date: null, present: [] },
      rects: () => rects,
      by,
    });
    return cards;
  }

  const buttons = () => [...shell.body.querySelectorAll('button')];
  const textOf = (element: Element) => element.textContent || element.getAttribute('aria-label');
  const said = () => shell.body.querySelector('[role=status]')?.textContent?.trim();

  async function press(name: RegExp): Promise<void> {
    const button = buttons().find((one) => name.test(textOf(one) ?? ''));
    if (!button) throw new Error(`no ${name}`);
    fireEvent.click(button);
    await new Promise((resolve) => setTimeout(resolve));
  }

  test.each([
    [/on this page$/, '“Petro” is no longer marked here.', ['reject', 'petro', 'Petro', 'page']],
    [/^Never mark/, 'Gustavo Petro is no longer marked.', ['mute', 'petro']],
    [/^Don’t use .* on this site/, 'This story is no longer used here.', ['leaveOut', 'test', 'site']],
  ])('%s is said, and undone in the same card', async (name, text, asked) => {
    const cards = opened();
    await press(/wrong\?$/i);
    rects = [];
    await press(name);
    expect(said()).toBe(`${text} Undo`);
    // Its word has gone with the correction; the card has not.
    expect(cards.outlivesMention).toBe(true);
    expect(cards.open).toBe(true);
    expect(shell.body.querySelector<HTMLElement>('.corrections')?.inert).toBe(true);
    await press(/^Undo$/);
    expect(save.mock.calls).toEqual([
      [...asked, undefined],
      [...asked, true],
    ]);
    expect(cards.open).toBe(false);
  });

  test('the pointer leaves, and the card with the undo closes', async () => {
    const cards = opened();
    await press(/wrong\?$/i);
    await press(/^Never mark/);
    cards.leave();
    expect(cards.open).toBe(false);
  });

  test('by keyboard the focus stays in the card', async () => {
    opened('keyboard');
    await press(/wrong\?$/i);
    buttons().at(-1)?.focus();
    await press(/^Never mark/);
    expect(shell.root.activeElement).toBe(shell.body.firstElementChild);
  });

  test('what was not saved is said, and there is nothing to undo', async () => {
    save.mockResolvedValue(false);
    const cards = opened('keyboard');
    await press(/wrong\?$/i);
    await press(/^Never mark/);
    expect(said()).toBe('The browser could not save this; nothing has changed.');
    expect(cards.outlivesMention).toBe(false);
  });
});
