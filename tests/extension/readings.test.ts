// What is remembered of how stories were read: additions when a story takes the place of another version.
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changesLibrary } from '../../extension/library.ts';
import { importStories, putStories } from '../../extension/library-changes.ts';
import { markRead, readingIn, withAddition } from '../../extension/readings.ts';
import type { Story } from '../../stories/format.ts';
import { keptStory } from '../components/stories.ts';

const KEPT = { added: '2026-01-08', from: 'article', looked: true };
const before = keptStory(0);
const [statement] = before.statements;
/** The same with another source and two statements of it, the others numbered anew. */
const after: Story = {
  ...before,
  sources: [...before.sources, { ...before.sources[0]!, id: 'b' }],
  statements: [
    ...before.statements.map((one) => ({ ...one, id: `new-${one.id}` })),
    { ...statement!, id: 'b-1', text: { en: 'He named no day.' } },
    { ...statement!, id: 'b-2', text: { en: 'Nobody asked for one.' } },
  ],
};

beforeEach(() => fakeBrowser.reset());
const kept = async (id: string) => (await browser.storage.local.get(`kept:${id}`))[`kept:${id}`];

test('an addition is what the story has now and had not; a statement is told by its text', () => {
  expect(withAddition(KEPT, before, after, '2026-01-09T08:00:00Z')).toEqual({
    ...KEPT,
    came: [{ at: '2026-01-09T08:00:00Z', sources: ['b'], statements: ['b-1', 'b-2'] }],
  });
  expect(withAddition(KEPT, after, before, '2026-01-09T08:00:00Z')).toBe(KEPT);
  expect(withAddition(KEPT, undefined, after, '2026-01-09T08:00:00Z')).toBe(KEPT);
});

test('a text is the same in whatever order the storage gives its languages back', () => {
  const texts = (text: Record<string, string>) => ({ ...before, statements: [{ ...statement!, text }] }) as Story;
  const stored = texts({ en: 'He named no day.', es: 'No dijo ningún día.' });
  const file = texts({ es: 'No dijo ningún día.', en: 'He named no day.' });
  expect(withAddition(KEPT, stored, file, '2026-01-09T08:00:00Z')).toBe(KEPT);
});

test('what is no time is no reading', () => {
  for (const wrong of ['2026-99-99', '2026-01-09 and more', '2026-01-09T99:00:00Z', '2026-01-09T08:00:00'])
    expect(readingIn({ read: wrong, came: [{ at: wrong, sources: ['b'], statements: [] }] })).toEqual({
      ...{ read: null, unread: [] },
    });
});

test('a story that is read has no unread additions; later ones come again', async () => {
  await browser.storage.local.set({
    'kept:test': withAddition(KEPT, before, after, '2026-01-09T08:00:00Z'),
  });
  await markRead('kept:test', '2026-01-09T09:00:00Z');
  expect(await kept('test')).toEqual({ ...KEPT, read: '2026-01-09T09:00:00Z' });
  const later = withAddition((await kept('test')) as object, before, after, '2026-01-10T08:00:00Z');
  expect(readingIn(later)).toMatchObject({ read: '2026-01-09T09:00:00Z', unread: [{ sources: ['b'] }] });
});

test('nothing is remembered of a story without a record, which tools have written', async () => {
  await markRead('kept:test', '2026-01-09T09:00:00Z');
  expect((await kept('test')) ?? null).toBe(null);
});

test('whatever is stored, a reading comes of it', () => {
  for (const value of [null, 3, { read: 7, came: 'x' }, { came: [null, { at: 4 }, { at: 'yesterday' }] }])
    expect(readingIn(value)).toEqual({ read: null, unread: [] });
  expect(readingIn({ came: [{ at: '2026-01-09', sources: [1, 'b'] }] }).unread).toEqual([
    { at: '2026-01-09', sources: ['b'], statements: [] },
  ]);
});

test('an import of a newer revision says what is new in it; putting back what was there says nothing', async () => {
  await importStories([{ story: before, isOff: false }], '2026-01-08T08:00:00Z');
  expect(await kept(before.id)).not.toHaveProperty('came');
  await importStories([{ story: after, isOff: false }], '2026-01-09T08:00:00Z');
  expect(readingIn(await kept(before.id)).unread).toMatchObject([{ sources: ['b'], statements: ['b-1', 'b-2'] }]);
  await putStories({ [before.id]: { story: before, kept: KEPT, switch: 'on' } });
  await putStories({ [before.id]: { story: after, kept: KEPT, switch: 'on' } });
  expect(await kept(before.id)).toEqual(KEPT);
});

test('what cards do not tell compiles nothing anew: a reading without news, places where a story is left out', () => {
  const changed = (oldValue: object, newValue: object) => changesLibrary('kept:test', { oldValue, newValue });
  expect(changed(KEPT, { ...KEPT, read: '2026-01-09T09:00:00Z' })).toBe(false);
  expect(changed(KEPT, { ...KEPT, off: ['example.com'] })).toBe(false);
  const news = withAddition(KEPT, before, after, '2026-01-09T08:00:00Z');
  expect(changed(KEPT, news)).toBe(true);
  expect(changed(news, { ...KEPT, read: '2026-01-09T09:00:00Z' })).toBe(true);
  expect(changed(KEPT, { ...KEPT, looked: false })).toBe(true);
});
