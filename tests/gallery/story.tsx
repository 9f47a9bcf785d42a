// The story page: without a place, at each kind of place, and with search and filter.

import type { Localizer } from '../../components/localizer.ts';
import { createSearch } from '../../components/search.ts';
import type { StoryPlace } from '../../components/story/place.ts';
import { StoryPage } from '../../components/story/StoryPage.tsx';
import type { Relation, Story } from '../../stories/format.ts';
import { BUNDLED, type ToldStory } from '../../stories/story.ts';
import { severalStories } from '../components/stories.ts';
import { story as small } from '../components/story.ts';
import { Acted, press } from './acted.tsx';
import { silent } from './silent.ts';

type Placed = Exclude<StoryPlace['kind'], 'part'>;
type StoryState =
  | Placed
  | 'editing'
  | 'crowd'
  | 'several'
  | 'kept'
  | 'none'
  | 'whole'
  | 'search'
  | 'found-nothing'
  | 'filtered';

const places: Record<StoryState, (story: Story) => string | undefined> = {
  whole: () => undefined,
  search: () => undefined,
  'found-nothing': () => undefined,
  filtered: () => undefined,
  several: () => undefined,
  crowd: () => undefined,
  editing: () => undefined,
  kept: () => undefined,
  none: () => undefined,
  figure: (story) => story.figures[1]?.id,
  statement: (story) => story.statements[2]?.id,
  quotation: (story) => story.quotations[1]?.id,
  relation: (story) => story.relations[1]?.id,
  event: (story) => story.events[2]?.id,
};

/** With two dozen figures, each related to some of the others. */
function crowded(story: Story): Story {
  const figures = Array.from({ length: 24 }, (_, at) => ({
    ...(story.figures[at % 3 === 2 ? 4 : 0] as Story['figures'][number]),
    id: `f${at}`,
    name: {
      en: `${['Ada', 'Bartholomew', 'Cleo'][at % 3]} ${['Fairwater', 'Ito', 'Oyelaran-Smith'][at % 4] ?? 'Bly'} ${at}`,
    },
  }));
  const relations = figures.flatMap((_, one): Relation[] =>
    [1, 5, 9].map((step) => ({
      ...(story.relations[0] as Relation),
      id: `r${one}-${step}`,
      between: [`f${one}`, `f${(one * step + step) % 24}`],
      label: step === 1 ? { en: 'worked with' } : null,
      course: [],
    })),
  );
  return { ...story, id: 'crowd', figures, relations: relations.filter(({ between: [a, b] }) => a !== b) };
}

const queries: Partial<Record<StoryState, string>> = { search: 'rodriguez', 'found-nothing': 'xylophone' };

/** Which stories there are, where not the told one alone. */
const others: Partial<Record<StoryState, readonly ToldStory[]>> = {
  several: severalStories(10),
  crowd: [{ story: crowded(small), provenance: { origin: 'kept', kept: '2026-01-12', looked: true } }],
  kept: severalStories(2).slice(1),
  editing: severalStories(2).slice(1),
  none: [],
};

/** On figures of a kept story. */
const noted = new Map([['petro', 'Met him once at the harbour.\nAsk Ana about the hotel.']]);

const editable = {
  partsOf: ({ id }: { id: string }) => (id === 'petro' ? ['Gustavo Petro', 'Petro'] : []),
};

/** Opens the title, a figure and a note to be changed. */
function change(): void {
  for (const selector of ['header .edit', '.cast li:first-child .edit', '.cast li:last-child .own-note .link']) {
    document.querySelector(selector)?.closest('details')?.setAttribute('open', '');
    press(selector);
  }
}

/** Shows only statements of ours. */
function narrow(): void {
  for (const mode of [1, 2, 3]) press(`.filter label:nth-of-type(${mode}) input`);
}

/** States that a small story shows as well as the bundled one, which takes many times as long to be judged. */
const SMALL: readonly StoryState[] = ['figure', 'statement', 'quotation', 'relation', 'found-nothing', 'filtered'];

export const storyStates = Object.keys(places) as StoryState[];

export function StoryIn(props: { state: StoryState; localizer: Localizer; story: Story }) {
  const { state, localizer } = props;
  const story = SMALL.includes(state) ? small : props.story;
  const id = places[state](story);
  const stories = others[state] ?? [{ story, provenance: BUNDLED }];
  return (
    <Acted act={state === 'filtered' ? narrow : state === 'editing' ? change : undefined}>
      <StoryPage
        localizer={localizer}
        stories={stories}
        place={id ? { story: story.id, kind: state as Placed, id } : null}
        query={queries[state] ?? ''}
        search={createSearch(
          stories.map((told) => told.story),
          localizer,
        )}
        go={silent.go}
        libraryAddress="#library"
        notes={(id) => (id === 'kept-0' ? noted : new Map())}
        editable={({ provenance }) => (provenance.origin === 'bundled' ? null : editable)}
        changed={state === 'editing' ? (stories[0]?.story.id ?? null) : null}
        on={silent}
      />
    </Acted>
  );
}
