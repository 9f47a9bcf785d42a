// The card in every state: each kind of figure, each role, each view flag and notice, each place in time.

import { Card, type CardProps } from '../../components/card/Card.tsx';
import { type CardView, goTo, openAt } from '../../components/card/view.ts';
import type { Localizer } from '../../components/localizer.ts';
import type { FigureKind, PageTime } from '../../stories/card-content.ts';
import type { Story } from '../../stories/format.ts';
import { cardStory } from '../../stories/story.ts';
import { silent } from './silent.ts';

/** The boolean fields of a view. */
type Flag = { [Name in keyof CardView]: CardView[Name] extends boolean ? Name : never }[keyof CardView] | 'back';
type CardState = FigureKind | PageTime | CardProps['role'] | Flag | NonNullable<CardView['notice']>;

interface Setting {
  view: CardView;
  date?: string | null;
  role?: CardProps['role'];
  mention?: Partial<CardProps['mention']>;
}

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
  card_copied: { view: { ...openAt('petro'), notice: 'card_copied' } },
  unsaved: { view: { ...openAt('petro'), correcting: true, notice: 'unsaved' } },
  card_reported: { view: { ...openAt('petro'), notice: 'card_reported' } },
};

export const cardStates = Object.keys(states) as CardState[];

export function CardIn({ state, localizer, story }: { state: CardState; localizer: Localizer; story: Story }) {
  const { view, date = '2026-01-08', role = 'dialog', mention } = states[state];
  return (
    <main class="card-frame">
      <h1 class="unseen">The card</h1>
      <Card
        localizer={localizer}
        story={cardStory(story)}
        view={view}
        page={{ date, present: ['trump', 'petro', 'rodriguez', 'colombia'] }}
        mention={{
          figure: view.back[0] ?? view.figure,
          text: 'Petro',
          evidence: [{ kind: 'surname' }, { kind: 'named-in-full', text: 'Gustavo Petro', where: 'above' }],
          index: 2,
          count: 7,
          ...mention,
        }}
        role={role}
        on={silent}
      />
    </main>
  );
}
