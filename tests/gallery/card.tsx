// The card in every state: each kind of figure, each role, each view flag and notice, each place in time.

import { Card, type CardProps } from '../../components/card/Card.tsx';
import { NamesakesCard } from '../../components/card/NamesakesCard.tsx';
import { type CardView, goTo, openAt } from '../../components/card/view.ts';
import type { Localizer } from '../../components/localizer.ts';
import type { FigureKind, PageTime } from '../../stories/card-content.ts';
import { type CardLibrary, createCardLibrary } from '../../stories/card-library.ts';
import type { Story } from '../../stories/format.ts';
import { cardStory } from '../../stories/story.ts';
import { libraryOf, namesakesLibrary, severalStories } from '../components/stories.ts';
import { silent } from './silent.ts';

/** The boolean fields of a view. */
type Flag = { [Name in keyof CardView]: CardView[Name] extends boolean ? Name : never }[keyof CardView] | 'back';
type Several = 'two-stories' | 'ten-stories' | 'ten-stories-more' | 'draft' | 'imported' | 'verbatim' | 'namesakes';
type NoticeText = 'card_copied' | 'card_reported' | 'card_leftOut' | 'unsaved';
type CardState = FigureKind | PageTime | CardProps['role'] | Flag | NoticeText | Several;

interface Setting {
  view: CardView;
  notice?: NoticeText;
  undo?: () => void;
  date?: string | null;
  role?: CardProps['role'];
  mention?: Partial<CardProps['mention']>;
  /** The told story alone where left out. */
  library?: () => CardLibrary;
}

const one = (looked: boolean, origin: 'kept' | 'imported') =>
  libraryOf(severalStories(2, { origin, kept: '2026-01-12', looked }).slice(1));

const states: Record<CardState, Setting> = {
  person: { view: openAt('petro') },
  place: { view: openAt('colombia') },
  organization: { view: openAt('truth-social') },
  group: { view: goTo(openAt('trump'), 'drug-cartels') },
  before: { view: openAt('trump'), date: '2024-09-03' },
  during: { view: openAt('trump'), date: '2026-01-05' },
  after: { view: openAt('trump'), date: '2026-07-19' },
  dialog: { view: openAt('rodriguez'), role: 'dialog', date: null },
  tooltip: { view: openAt('flores'), role: 'tooltip', mention: { evidence: [{ kind: 'unique' }], count: 1 } },
  more: { view: { ...openAt('trump'), more: true } },
  correcting: { view: { ...openAt('petro'), correcting: true } },
  pinned: { view: { ...openAt('petro'), pinned: true } },
  back: { view: goTo(openAt('petro'), 'trump') },
  card_copied: { view: openAt('petro'), notice: 'card_copied' },
  unsaved: { view: { ...openAt('petro'), correcting: true }, notice: 'unsaved' },
  card_reported: { view: openAt('petro'), notice: 'card_reported' },
  card_leftOut: { view: { ...openAt('petro'), correcting: true }, notice: 'card_leftOut', undo() {} },
  'two-stories': { view: openAt('petro'), date: '2026-01-12', library: () => libraryOf(severalStories(2)) },
  'ten-stories': { view: openAt('petro'), date: '2026-01-12', library: () => libraryOf(severalStories(10)) },
  'ten-stories-more': {
    view: { ...openAt('petro'), story: 'test', more: true },
    library: () => libraryOf(severalStories(10)),
  },
  draft: { view: openAt('petro'), library: () => one(false, 'kept') },
  imported: { view: openAt('trump'), library: () => one(true, 'imported') },
  verbatim: { view: { ...openAt('petro'), more: true }, library: () => one(true, 'kept') },
  namesakes: { view: openAt(null), library: namesakesLibrary },
};

export const cardStates = Object.keys(states) as CardState[];

export function CardIn({ state, localizer, story }: { state: CardState; localizer: Localizer; story: Story }) {
  const { date = '2026-01-08', role = 'dialog', mention, library: several, notice, undo, ...set } = states[state];
  const view = notice ? { ...set.view, notice: { text: localizer.t(notice), ...(undo && { undo }) } } : set.view;
  const library = several?.() ?? createCardLibrary([cardStory(story)], {});
  const page = { date, present: ['trump', 'petro', 'rodriguez', 'colombia'] };
  const figure = view.back[0] ?? view.figure ?? 'petro';
  const [one, other] = ['petro', 'kept-0/petro'].map(library.figure);
  return (
    <main class="card-frame">
      <h1 class="unseen">The card</h1>
      {view.figure === null && one && other ? (
        <NamesakesCard
          {...{ localizer, library, page, role }}
          name="Petro"
          figures={[one, other]}
          isAsked
          notice={view.notice}
          on={silent}
        />
      ) : (
        <Card
          {...{ localizer, library, view, page, role }}
          mention={{
            figure,
            text: 'Petro',
            evidence: [{ kind: 'surname' }, { kind: 'named-in-full', text: 'Gustavo Petro', where: 'above' }],
            index: 2,
            count: 7,
            ...mention,
          }}
          on={silent}
        />
      )}
    </main>
  );
}
