// The page for keeping an article in every state: before there is one, while it is read, looked through, kept.
import { KeepPage } from '../../components/keep/KeepPage.tsx';
import type { Draft, KeepState } from '../../components/keep/state.ts';
import type { Localizer } from '../../components/localizer.ts';
import type { Figure, Story } from '../../stories/format.ts';
import { Acted, press } from './acted.tsx';
import { silent } from './silent.ts';

const TEXT = [
  ['Harbour stays closed'],
  ['The harbour of Velmouth stays closed, its director Ruth Adeyemi said.', 'Adeyemi spoke with Paolo Serra.'],
  ['Keller, who sells fish there, agreed with Serra.'],
];

const figure = (id: string, kind: Figure['kind'], name: string, forms: string[]): Figure => ({
  ...{ id, kind, name: { en: name }, role: id === 'adeyemi' ? { en: 'its director' } : null, asOf: null, iso: null },
  names: {
    ...{ full: [name], given: [], middle: [], surname: [], aliases: [], handles: [], others: [], alone: [] },
    ...{ strength: 'weak', sex: null },
  },
  ...{ needs: null, country: null, offices: [], same: [], drawn: { forms, count: 2 } },
  ...{ editorial: null, description: null, unmarked: false, unknown: [] },
});

/** A story as it is drafted of the text above. */
function draftedStory(story: Story): Story {
  const statement = (id: string, place: string, text: string, figures: string[]) => ({
    ...{ id, text: { en: text }, cites: [`a:${place}`], mode: 'reported' as const, by: null, figures },
    ...{ weight: 1 as const, verbatim: true, cut: false, event: null },
  });
  return {
    ...story,
    ...{ id: 'draft-harbour', title: { en: TEXT[0]?.[0] ?? '' }, asOf: '2026-01-08', made: { how: 'draft' } as never },
    sources: [
      {
        ...{ id: 'a', title: TEXT[0]?.[0] ?? '', publisher: 'The Harbour Courier', author: null, description: null },
        ...{ url: 'https://courier.example/closed', date: '2026-01-08', language: 'en', fragments: {} },
        ...{ paragraphs: TEXT.map(({ length }) => length), text: TEXT },
      },
    ],
    figures: [
      figure('adeyemi', 'person', 'Ruth Adeyemi', ['Ruth Adeyemi', 'Adeyemi']),
      figure('serra', 'person', 'Paolo Serra', ['Paolo Serra', 'Serra']),
      figure('keller', 'person', 'Keller', ['Keller']),
      figure('velmouth', 'place', 'Velmouth', ['Velmouth']),
    ],
    statements: [
      statement('s1', '1.1', TEXT[1]?.[0] ?? '', ['adeyemi', 'velmouth']),
      statement('s2', '1.2', TEXT[1]?.[1] ?? '', ['adeyemi', 'serra']),
      statement('s3', '2.1', TEXT[2]?.[0] ?? '', ['keller', 'serra']),
    ],
    ...{ summary: [], quotations: [], events: [], relations: [], open: [] },
  };
}

const draftOf = (story: Story, more: Partial<Draft> = {}): KeepState => ({
  ...{ kind: 'draft', busy: false, trouble: null },
  draft: {
    ...{ story: draftedStory(story), off: new Set<string>(), looked: false, partial: false, known: null },
    ...{ within: null, stories: [], into: null, last: null },
    marks: new Map([
      ['1.1', [mark(15, 'Velmouth', 'velmouth'), mark(51, 'Ruth Adeyemi', 'adeyemi')]],
      ['1.2', [mark(0, 'Adeyemi', 'adeyemi'), mark(19, 'Paolo Serra', 'serra')]],
    ]),
    inPart: new Set(['keller']),
    matches: new Map([['serra', [{ story: 'b', figure: 'serra', title: 'The bridge', isOne: false, decided: null }]]]),
    ...more,
  },
});
const mark = (start: number, text: string, figure: string) => ({ start, end: start + text.length, figure });

const empty: KeepState = { kind: 'empty', problem: null, selection: false, waiting: [] };

const keptOf = (story: Story, fault: string | null, isOff = false): KeepState => ({
  ...{ kind: 'kept', story: draftedStory(story), marked: 3, looked: false, isNew: !isOff, isOff, fault },
});

const states: Record<string, { state: (story: Story) => KeepState; act?: () => void }> = {
  loading: { state: () => ({ kind: 'loading' }) },
  asking: { state: () => ({ kind: 'asking' }) },
  empty: { state: () => empty },
  waiting: { state: () => ({ ...empty, waiting: [{ id: '1', title: 'Harbour stays closed' }] }) },
  'no-article': { state: () => ({ ...empty, problem: 'no-article', selection: true }) },
  'no-room': { state: () => ({ ...empty, problem: 'no-room' }) },
  stopping: { state: () => ({ ...empty, problem: 'stopped' }) },
  reading: { state: () => ({ kind: 'drafting', words: null, slow: true }) },
  drafting: { state: () => ({ kind: 'drafting', words: 50_000, slow: true }) },
  stopped: { state: () => ({ kind: 'stopped', words: 50_000 }) },
  failed: { state: () => ({ kind: 'failed' }) },
  draft: { state: (story) => draftOf(story) },
  'draft-open': { state: (story) => draftOf(story), act: () => press('.figure .who') },
  'draft-one': {
    state: (story) => {
      const match = { story: 'b', figure: 'adeyemi', title: 'The bridge', isOne: true, decided: null };
      return draftOf(story, { matches: new Map([['adeyemi', [match]]]) });
    },
    act: () => press('.figure .who'),
  },
  'draft-changed': {
    state: (story) =>
      draftOf(story, {
        ...{ off: new Set(['velmouth']), looked: true, partial: true },
        known: { id: 'draft-harbour', added: '2026-12-03' },
        stories: [{ id: 'b', title: 'The bridge' }],
        last: { kind: 'leftOut', name: 'Velmouth', figure: 'velmouth' },
      }),
  },
  'draft-within': {
    state: (story) => draftOf(story, { within: 'The bridge', stories: [{ id: 'c', title: 'The crane' }] }),
  },
  'draft-busy': {
    state: (story) => ({
      ...(draftOf(story, {
        stories: [{ id: 'b', title: 'The bridge' }],
        last: { kind: 'leftOut', name: 'Velmouth', figure: 'velmouth' },
      }) as Extract<KeepState, { kind: 'draft' }>),
      busy: true,
    }),
  },
  'draft-full': {
    state: (story) => ({
      ...(draftOf(story) as Extract<KeepState, { kind: 'draft' }>),
      trouble: { fault: 'QUOTA_BYTES quota exceeded', largest: [{ id: 'b', title: 'The bridge', size: 320_000 }] },
    }),
  },
  kept: { state: (story) => keptOf(story, null) },
  'kept-off': { state: (story) => keptOf(story, null, true) },
  'kept-not-undone': { state: (story) => keptOf(story, 'QUOTA_BYTES quota exceeded') },
  discarded: { state: () => ({ kind: 'discarded', canUndo: true }) },
};

export const keepStates = Object.keys(states);

export function KeepIn({ state, localizer, story }: { state: string; localizer: Localizer; story: Story }) {
  const shown = states[state];
  if (!shown) return null;
  return (
    <Acted act={shown.act}>
      <KeepPage localizer={localizer} state={shown.state(story)} on={silent} />
    </Acted>
  );
}
