// A draft is kept in a library that may have changed since the draft was opened.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeepState } from '../../components/keep/state.ts';
import { withFigureIds } from '../../drafting/same-figures.ts';
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
async function open(
  at: number,
  into: string | null,
  changes: Change[] = [],
  story = keptStory(at),
): Promise<() => Promise<KeepState>> {
  let onState: (state: KeepState) => void = () => {};
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

/** Opens a draft, and returns it with all that it shows. */
async function openShowing(at: number, changes: Change[] = []) {
  const shown: KeepState[] = [];
  const story = keptStory(at);
  const article = { url: story.sources[0]?.url ?? null } as never;
  const saved = { changes, looked: null, into: null };
  const options = { localizer: localizerIn('en'), captureId: null, article, story, isPartial: false, saved };
  const draft = await openDraft(options, (state) => shown.push(state));
  draft.show();
  return { draft, shown };
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

test('an article that is updated keeps the ids of its figures, whatever they have in the new draft', async () => {
  const kept = { added: '2026-01-12', from: 'article', looked: true };
  await browser.storage.local.set({ 'story:kept-2': keptStory(2), 'kept:kept-2': kept });
  const swapped = new Map([
    ['petro', 'trump'],
    ['trump', 'petro'],
  ]);
  const apart: Change = { do: 'decide', figure: 'trump', other: 'kept-2/petro', as: 'apart' };
  const keep = await open(0, null, [apart], withFigureIds(keptStory(0), swapped));
  expect(await keep()).toMatchObject({ kind: 'kept', isNew: false });
  const { revision, figures, statements } = await storedStory('kept-0');
  expect(revision).toBe(2);
  expect(figures?.find(({ id }) => id === 'petro')?.name).toEqual({ en: 'Gustavo Petro' });
  expect(statements?.map((one) => one.figures)).toEqual(keptStory(0).statements.map((one) => one.figures));
  const { merging } = await browser.storage.local.get('merging');
  expect(merging).toMatchObject({ apart: [['kept-0/petro', 'kept-2/petro']] });
});

test('undoing it takes back what was said of somebody of the same name, and nothing else', async () => {
  const merging = { same: [['kept-0/trump', 'other/trump']], apart: [] };
  await browser.storage.local.set({ merging });
  const said: Change = { do: 'decide', figure: 'petro', other: 'kept-0/petro', as: 'apart' };
  const { draft, shown } = await openShowing(1, [said]);
  draft.on.keep();
  await vi.waitFor(() => expect(shown.at(-1)?.kind).toBe('kept'));
  expect((await browser.storage.local.get('merging')).merging).toMatchObject({
    apart: [['kept-1/petro', 'kept-0/petro']],
  });
  await draft.undo();
  expect(shown.at(-1)?.kind).toBe('draft');
  expect(await storedStory('kept-1')).toBeUndefined();
  expect((await browser.storage.local.get('merging')).merging).toEqual(merging);
});

test('nothing is changed while it is being kept', async () => {
  const { draft, shown } = await openShowing(1);
  draft.on.keep();
  draft.on.toggle('petro');
  draft.on.setLooked(true);
  draft.on.addTo('kept-0');
  draft.on.keep();
  await draft.undo();
  expect(draft.isBusy()).toBe(true);
  await vi.waitFor(() => expect(shown.at(-1)?.kind).toBe('kept'));
  expect(draft.review()).toEqual({ changes: [], looked: null, into: null });
  expect(Object.keys(await browser.storage.local.get(null))).not.toContain('story:kept-1-2');
});

test('only figures that are marked are counted; a story that is off stays off, and says so', async () => {
  const story = keptStory(0);
  const figures = story.figures.map((one, at) => (at === 0 ? { ...one, kind: 'group', unmarked: true } : one));
  await browser.storage.local.set({ stories: { 'kept-0': 'off' } });
  const keep = await open(0, null, [], { ...story, figures } as typeof story);
  expect(await keep()).toMatchObject({ kind: 'kept', isOff: true, marked: story.figures.length - 1 });
});

test('a story that has the article already is not offered for it, and named', async () => {
  await (await open(1, 'kept-0'))();
  const { shown } = await openShowing(1);
  expect(shown.at(-1)).toMatchObject({
    draft: { known: null, stories: [], within: 'Petro to Fly North Within Weeks' },
  });
  const keep = await open(1, 'kept-0');
  expect(await keep()).toMatchObject({ kind: 'kept', isNew: true });
});
