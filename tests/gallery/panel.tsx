// The side panel in every state: pages of all kinds, few figures and many, several stories.
import type { Localizer } from '../../components/localizer.ts';
import { Panel } from '../../components/panel/Panel.tsx';
import { atPlace, chosen, type PanelPage, unknownPage, withStatus } from '../../components/panel/state.ts';
import { KeepArticle, type KeepPopupState } from '../../components/popup/KeepArticle.tsx';
import type { PopupState } from '../../components/popup/state.ts';
import { type CardLibrary, createCardLibrary } from '../../stories/card-library.ts';
import type { Story } from '../../stories/format.ts';
import { cardStory } from '../../stories/story.ts';
import { keptStory, libraryOf, severalStories } from '../components/stories.ts';
import { silent } from './silent.ts';

const site = { domain: 'bbc.co.uk', subdomains: true };
const DATE = '2026-01-08';

type Figures = PanelPage['figures'];

interface Setting {
  page: PanelPage;
  keeping?: KeepPopupState;
  notes?: [string, string][];
  /** The told story alone where left out. */
  library?: CardLibrary;
}

const of = (state: PopupState): PanelPage => withStatus(unknownPage, state, { figures: [], date: DATE });

/** A page on which these are named, the reader beside the first of them. */
function marked(figures: Figures): PanelPage {
  const state: PopupState = { kind: 'marked', site, why: { by: 'once' }, figures };
  return atPlace(
    withStatus(unknownPage, state, { figures, date: DATE }),
    figures.slice(0, 2).map(({ id }) => id),
  );
}

const told = (...ids: string[]): Figures =>
  ids.map((id, at) => ({ id, count: 9 - 2 * at, stories: [{ story: 'trump-petro-2026', figure: id }] }));
const FEW = told('petro', 'trump', 'colombia', 'rodriguez');

/** A kept article that names so many. */
const crowd = keptStory(0, {
  figures: Array.from({ length: 25 }, (_, at) => ({
    id: `figure-${at}`,
    kind: 'person' as const,
    name: { en: `Councillor Ines Abigail Okafor-${'Lindqvist'.slice(0, at % 9)} ${at + 1}` },
    role: at % 3 === 0 ? null : { en: 'Member of the harbour board, for the northern quarter of the old town' },
  })),
  statements: [
    {
      ...{ id: 'seen', text: { en: 'Everybody was seen on the quay.' }, cites: ['a:1.1'], mode: 'reported' },
      ...{ figures: Array.from({ length: 25 }, (_, at) => `figure-${at}`), weight: 2 },
    },
  ],
  quotations: [],
});
const CROWD: Figures = crowd.figures.map(({ id }, at) => ({
  ...{ id, count: (at * 7) % 12 || 1 },
  stories: [{ story: crowd.id, figure: id }],
}));

const inSeveral = (count: number): Setting => ({
  library: libraryOf(severalStories(count)),
  page: marked(
    ['petro', 'trump'].map((id) => ({
      ...{ id, count: 3 },
      stories: severalStories(count).map(({ story }) => ({ story: story.id, figure: id })),
    })),
  ),
});

const states = {
  loading: { page: unknownPage },
  'no-access': { page: of({ kind: 'no-access', withheld: false }) },
  withheld: { page: of({ kind: 'no-access', withheld: true }) },
  'switched-off': { page: of({ kind: 'off', site, because: 'switched-off' }) },
  'not-news': { page: of({ kind: 'not-news', site, because: ['described DiscussionForumPosting'] }) },
  nothing: { page: of({ kind: 'nothing', site, why: { by: 'everywhere' } }) },
  few: { page: marked(FEW) },
  noted: {
    page: marked(FEW),
    notes: [['trump-petro-2026/petro', 'Met him in Bogotá, 2019.\nAsk the desk for the photograph.']],
  },
  place: { page: chosen(marked(FEW), 'colombia') },
  crowded: { page: marked(CROWD), library: libraryOf([{ story: crowd, provenance: keptProvenance() }]) },
  'two-stories': inSeveral(2),
  'ten-stories': inSeveral(10),
  kept: {
    page: marked(FEW),
    keeping: { known: { story: 'test', added: '2026-12-03', alone: true }, problem: null, busy: false, slow: false },
  },
  'no-article': {
    page: of({ kind: 'nothing', site, why: { by: 'everywhere' } }),
    keeping: { known: null, problem: { fault: 'no-article', selection: true }, busy: false, slow: false },
  },
} satisfies Record<string, Setting>;

function keptProvenance() {
  return { origin: 'kept' as const, kept: '2026-01-12', looked: true };
}

export const panelStates = Object.keys(states);

export function PanelIn({ state, localizer, story }: { state: string; localizer: Localizer; story: Story }) {
  const { page, library, keeping, notes = [] }: Setting = states[state as keyof typeof states];
  return (
    <Panel
      localizer={localizer}
      page={page}
      notes={new Map(notes)}
      library={library ?? createCardLibrary([cardStory(story)], {})}
      keeping={
        <KeepArticle
          localizer={localizer}
          state={keeping ?? { known: null, problem: null, busy: false, slow: false }}
          on={silent}
        />
      }
      on={silent}
    />
  );
}
