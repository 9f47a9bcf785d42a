// The story page: without a place, at each kind of place, and with search and filter.

import type { Localizer } from '../../components/localizer.ts';
import { createSearch } from '../../components/search.ts';
import type { StoryPlace } from '../../components/story/place.ts';
import { StoryPage } from '../../components/story/StoryPage.tsx';
import type { Story } from '../../stories/format.ts';
import { Acted, press } from './acted.tsx';
import { silent } from './silent.ts';

type StoryState = StoryPlace['kind'] | 'whole' | 'search' | 'found-nothing' | 'filtered';

const places: Record<StoryState, (story: Story) => string | undefined> = {
  whole: () => undefined,
  search: () => undefined,
  'found-nothing': () => undefined,
  filtered: () => undefined,
  figure: (story) => story.figures[1]?.id,
  statement: (story) => story.statements[2]?.id,
  quotation: (story) => story.quotations[1]?.id,
  relation: (story) => story.relations[1]?.id,
  event: (story) => story.events[2]?.id,
};

const queries: Partial<Record<StoryState, string>> = { search: 'rodriguez', 'found-nothing': 'xylophone' };

/** Shows only editorial statements. */
function narrow(): void {
  for (const mode of [1, 2, 3]) press(`.filter label:nth-of-type(${mode}) input`);
}

export const storyStates = Object.keys(places) as StoryState[];

export function StoryIn({ state, localizer, story }: { state: StoryState; localizer: Localizer; story: Story }) {
  const id = places[state](story);
  return (
    <Acted act={state === 'filtered' ? narrow : undefined}>
      <StoryPage
        localizer={localizer}
        story={story}
        place={id ? { kind: state as StoryPlace['kind'], id } : null}
        query={queries[state] ?? ''}
        search={createSearch(story, localizer)}
        go={silent.go}
      />
    </Acted>
  );
}
