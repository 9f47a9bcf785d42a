// What is told first of a figure, and events of several sources in one row.
import { expect, test } from 'vitest';
import type { Statement } from '../../stories/format.ts';
import { deedsOf, eventsByDay, tellingFirst } from '../../stories/telling-order.ts';
import { story } from '../components/story.ts';

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const statement = (id: string, rest: Partial<Statement>): Statement => ({
  ...story.statements[0]!,
  ...{ id, mode: 'reported', by: null, weight: 1, cites: [`a:1.${id.slice(1)}`] },
  ...rest,
});

test('what a figure did comes before what else names it, the most telling first, and nothing of ours', () => {
  const all = [
    statement('s1', { figures: ['other', 'petro'], weight: 3 }),
    statement('s2', { figures: ['petro'], weight: 2 }),
    statement('s3', { figures: ['other'], by: 'petro', weight: 3 }),
    statement('s4', { figures: ['petro'], weight: 3, mode: 'ours' }),
    statement('s5', { figures: ['other'] }),
  ];
  expect(ids(deedsOf(all, 'petro'))).toEqual(['s3', 's2', 's1']);
  expect(ids(deedsOf(all.slice(3), 'petro'))).toEqual(['s4']);
});

test('a statement on a sentence that is told already waits for one on another', () => {
  const all = ['s1', 's2', 's3'].map((id) => statement(id, { cites: [id === 's3' ? 'a:2.1' : 'a:1.1'] }));
  expect(ids(tellingFirst(all, 2))).toEqual(['s1', 's3']);
  expect(ids(tellingFirst(all.slice(0, 2), 2))).toEqual(['s1', 's2']);
});

test('events of two sources stand by day; undated ones beside those of their source, planned ones last', () => {
  const sources = ['a', 'b'].map((id) => ({ ...story.sources[0]!, id, date: null }));
  const event = (id: string, date: string | null, planned = false) => ({
    ...{ ...story.events[0]!, id, date, planned },
    cites: [`${id[0]}:1.1`],
  });
  const events = [
    event('a-plan', null, true),
    event('a-before', null),
    event('a-4', '2026-01-04'),
    event('a-after', null),
    event('a-9', '2026-01-09'),
    event('b-2', '2026-01-02'),
    event('b-6', '2026-01-06'),
    event('b-after', null),
  ];
  expect(ids(eventsByDay({ events, sources }))).toEqual([
    'b-2',
    'a-before',
    'a-4',
    'a-after',
    'b-6',
    'b-after',
    'a-9',
    'a-plan',
  ]);
});
