// A draft is kept in a library that may have changed since the draft was opened.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeepState } from '../../components/keep/state.ts';
import type { Change } from '../../entrypoints/keep/changes.ts';
import { openDraft } from '../../entrypoints/keep/open-draft.ts';
import { replaceStory } from '../../extension/edited-story.ts';
import { deleteStories } from '../../extension/library-changes.ts';
import { storedOrNull } from '../../stories/check-story.ts';
import type { StoryInput } from '../../stories/format.ts';
import { localizerIn } from '../components/localizer.ts';
import { keptStory } from '../components/stories.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  const kept = { added: '2026-01-12', from: 'article', looked: true };
  await browser.storage.local.set({ 'story:kept-0': keptStory(0), 'kept:kept-0': kept });
});
afterEach(() => vi.restoreAllMocks());

/** Opens a draft of the article of this number. What is returned keeps it, and tells how that has ended. */
async function open(at: number, into: string | null, changes: Change[] = []): Promise<() => Promise<KeepState>> {
  let onState: (state: KeepState) => void = () => {};
  const story = keptStory(at);
  const article = { url: story.sources[0]?.url ?? null } as never;
  const saved = { changes, looked: null, into };
  const draft = await openDraft(
    { localizer: localizerIn('en'), captureId: null, article, story, isPartial: false, saved },
    (state) => onState(state),
  );
  return () =>
    new Promise((resolve) => {
      onState = (state) => {
        if (state.kind !== 'draft' || !state.busy) resolve(state);
      };
      draft.on.keep();
    });
}

async function storedStory(id: string): Promise<StoryInput> {
  const stored = await browser.storage.local.get(`story:${id}`);
  return stored[`story:${id}`] as StoryInput;
}

test('two articles that are added to one story at the same time are both in it', async () => {
  const drafts = [await open(1, 'kept-0'), await open(2, 'kept-0')];
  for (const keep of drafts) expect(await keep()).toMatchObject({ kind: 'kept', isNew: false });
  const { sources, revision } = await storedStory('kept-0');
  expect(sources).toHaveLength(3);
  expect(revision).toBe(3);
});

test('what was changed of the story since the draft was opened stays changed', async () => {
  const keep = await open(1, 'kept-0');
  const story = keptStory(0);
  const figures = story.figures.map((one) => (one.id === 'petro' ? { ...one, name: { en: 'Gustavo P.' } } : one));
  expect(await replaceStory({ ...story, figures }, 1, storedOrNull)).toMatchObject({ ok: true });
  await keep();
  const { sources, figures: now } = await storedStory('kept-0');
  expect(sources).toHaveLength(2);
  expect(now?.find(({ id }) => id === 'petro')?.name).toEqual({ en: 'Gustavo P.' });
});

test('a story that is gone gets no article, and says so', async () => {
  const keep = await open(1, 'kept-0');
  await deleteStories(['kept-0']);
  expect(await keep()).toMatchObject({ kind: 'draft', trouble: { fault: 'the story is gone' } });
  expect(await storedStory('kept-0')).toBeUndefined();
});

test('two drafts of one id are two stories', async () => {
  const drafts = [await open(1, null), await open(1, null)];
  for (const keep of drafts) expect(await keep()).toMatchObject({ kind: 'kept', isNew: true });
  expect(Object.keys(await browser.storage.local.get(null))).toEqual(
    expect.arrayContaining(['story:kept-0', 'story:kept-1', 'story:kept-1-2']),
  );
});

test('what was said of somebody of the same name holds where the article is added to another story', async () => {
  const kept = { added: '2026-01-12', from: 'article', looked: true };
  await browser.storage.local.set({ 'story:kept-2': keptStory(2), 'kept:kept-2': kept });
  const apart = ['kept-0/petro', 'kept-2/petro'].map(
    (other): Change => ({ do: 'decide', figure: 'petro', other, as: 'apart' }),
  );
  const keep = await open(1, 'kept-0', apart);
  expect(await keep()).toMatchObject({ kind: 'kept', isNew: false });
  const { figures } = await storedStory('kept-0');
  const added = figures?.slice(keptStory(0).figures.length).find(({ name }) => name.en === 'Gustavo Petro');
  expect(added?.id).not.toBe('petro');
  const { merging } = await browser.storage.local.get('merging');
  expect(merging).toMatchObject({ apart: [[`kept-0/${added?.id}`, 'kept-2/petro']] });
});
