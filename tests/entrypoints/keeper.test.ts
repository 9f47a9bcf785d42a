// Of articles that are opened one after the other, only the last may show itself, however long the others take.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeepState } from '../../components/keep/state.ts';
import { articleOfText } from '../../entrypoints/keep/articles.ts';
import { draftInWorker } from '../../entrypoints/keep/drafting.ts';
import { createKeeper } from '../../entrypoints/keep/keeper.ts';
import { readCapture } from '../../extension/captures.ts';
import { localizerIn } from '../components/localizer.ts';
import { keptStory } from '../components/stories.ts';

vi.mock('../../entrypoints/keep/drafting.ts', () => ({ draftInWorker: vi.fn(), prepareDrafting: () => {} }));
vi.mock('../../entrypoints/keep/articles.ts', { spy: true });
vi.mock('../../extension/captures.ts', { spy: true });

const article = (title: string) => ({
  ...{ title, publisher: null, author: null, date: null, language: 'en', url: null },
  ...{ paragraphs: ['Some words.'], tagged: [], partial: false, problem: null },
});
const draftOf = (at: number) => ({ ...keptStory(at), partial: false }) as never;

/** A promise, and what settles it. */
function held<T>(): { promise: Promise<T>; release: (value: T) => void } {
  let release: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

function keeperShown() {
  const states: KeepState[] = [];
  const keeper = createKeeper(localizerIn('en'), (state) => states.push(state));
  const shownStory = () => {
    const last = states.at(-1);
    return last?.kind === 'draft' ? last.draft.story.id : last?.kind;
  };
  return { keeper, states, shownStory };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await browser.storage.local.set({
    'capture:one': { article: article('One'), text: null },
    'capture:two': { article: article('Two'), text: null },
  });
  vi.mocked(draftInWorker).mockImplementation(async ({ title }) => draftOf(title === 'One' ? 1 : 2));
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

test('a capture that is read for longer than the next does not take its place', async () => {
  const reading = held<Awaited<ReturnType<typeof readCapture>>>();
  vi.mocked(readCapture).mockReturnValueOnce(reading.promise);
  const { keeper, shownStory } = keeperShown();
  const first = keeper.open('#one');
  await keeper.open('#two');
  expect(shownStory()).toBe('kept-2');
  reading.release({ ok: true, value: { article: article('One'), text: null } });
  await first;
  expect(shownStory()).toBe('kept-2');
});

test('what is drafted ends where another article comes in its place', async () => {
  const drafting = held<never>();
  const begun = held<AbortSignal>();
  vi.mocked(draftInWorker).mockImplementationOnce((_, signal) => {
    begun.release(signal);
    return drafting.promise;
  });
  vi.mocked(articleOfText).mockReturnValueOnce(new Promise(() => {}));
  const { keeper, shownStory } = keeperShown();
  const first = keeper.open('#one');
  const signal = await begun.promise;
  keeper.on.paste('Other words.');
  expect(signal.aborted).toBe(true);
  drafting.release(draftOf(1));
  await first;
  expect(shownStory()).toBe('drafting');
});

test('what was stopped is not said to take long', async () => {
  vi.useFakeTimers();
  vi.mocked(articleOfText).mockReturnValueOnce(new Promise(() => {}));
  const { keeper, states } = keeperShown();
  keeper.on.paste('Words.');
  await keeper.open('#gone');
  await vi.runAllTimersAsync();
  expect(states.at(-1)).toMatchObject({ kind: 'empty', problem: 'gone' });
});
