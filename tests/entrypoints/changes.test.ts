// What a reader changes of a draft, as it is stored: any value may be in the storage, and the draft may be another one.
import { expect, test } from 'vitest';
import { savedReviewIn } from '../../entrypoints/keep/changes.ts';
import { createReview } from '../../entrypoints/keep/review.ts';
import type { Figure, Story } from '../../stories/format.ts';

const figure = (id: string, name: string) =>
  ({
    ...{
      id,
      kind: 'person',
      name: { en: name },
      role: null,
      offices: [],
      same: [],
      drawn: { forms: [name], count: 1 },
    },
    names: { full: [name], given: [], middle: [], surname: [], aliases: [], others: [], alone: [], strength: 'weak' },
  }) as unknown as Figure;
const draft = {
  id: 'crane',
  title: { en: 'The crane' },
  sources: [{ id: 'a', language: 'en', paragraphs: [1], text: [['The crane'], ['Ruth Adeyemi met Paolo Serra.']] }],
  figures: [figure('ruth-adeyemi', 'Ruth Adeyemi'), figure('paolo-serra', 'Paolo Serra')],
  ...{ statements: [], quotations: [], events: [], relations: [], summary: [], open: [] },
} as unknown as Story;

test('changes are made again on the same draft, and undone one by one', () => {
  const first = createReview(draft, []);
  first.make({ do: 'toggle', figure: 'paolo-serra' });
  first.make({ do: 'setRole', figure: 'ruth-adeyemi', text: 'who runs the harbour' });
  const stored = JSON.parse(JSON.stringify({ changes: first.changes, looked: null, into: null }));
  const again = createReview(draft, savedReviewIn(stored)?.changes ?? []);
  expect(again.now).toEqual(first.now);
  expect(again.last).toEqual({ kind: 'role', name: 'Ruth Adeyemi', figure: 'ruth-adeyemi' });
  again.undo();
  expect([...again.now.off]).toEqual(['paolo-serra']);
  again.undo();
  again.undo();
  expect(again.now.story).toBe(draft);
  expect(again.last).toBeNull();
});

test('what comes to nothing is no step', () => {
  const review = createReview(draft, [
    { do: 'merge', figure: 'ruth-adeyemi', other: 'nobody' },
    { do: 'split', figure: 'nobody', text: 'Adeyemi' },
    { do: 'rename', figure: 'ruth-adeyemi', text: '7' },
    { do: 'rename', figure: 'nobody', text: 'Ruth Adeyemi' },
    { do: 'add', text: 'Ruth Adeyemi', kind: 'person' },
  ]);
  expect(review.changes).toEqual([]);
});

test('of a stored value only changes are taken', () => {
  const wrong = [
    null,
    'toggle',
    { do: 'toggle' },
    { do: 'constructor', figure: 'a' },
    { do: 'rename', figure: 'a', text: 'x'.repeat(2000) },
    { do: 'setKind', figure: 'a', kind: 'robot' },
    { do: 'decide', figure: 'a', other: 'b/a', as: 'perhaps' },
  ];
  const right = { do: 'decide', figure: 'a', other: 'b/a', as: 'apart' };
  expect(savedReviewIn({ changes: [...wrong, right], looked: 'yes', into: 7 })).toEqual({
    ...{ changes: [right], looked: null, into: null },
  });
  for (const value of [null, undefined, 7, 'x']) expect(savedReviewIn(value)).toBeNull();
  expect(savedReviewIn({ changes: 'x' })?.changes).toEqual([]);
});
