// The story page: at rest, and at each kind of place that an address can point to.
import { createSearch } from '../../components/search.ts';
import type { StoryPlace } from '../../components/story/place.ts';
import { StoryPage } from '../../components/story/StoryPage.tsx';
import type { Voice } from '../../components/voice.ts';
import type { Story } from '../../data/story.ts';
import { silent } from './silent.ts';

type StoryState = StoryPlace['kind'] | 'whole' | 'search';

const places: Record<StoryState, (story: Story) => string | undefined> = {
  whole: () => undefined,
  search: () => undefined,
  figure: (story) => story.figures[1]?.id,
  statement: (story) => story.statements[2]?.id,
  quotation: (story) => story.quotations[1]?.id,
  relation: (story) => story.relations[1]?.id,
  event: (story) => story.events[2]?.id,
};

export const storyStates = Object.keys(places) as StoryState[];

export function StoryIn({ state, voice, story }: { state: StoryState; voice: Voice; story: Story }) {
  const id = places[state](story);
  return (
    <StoryPage
      voice={voice}
      story={story}
      place={state !== 'whole' && state !== 'search' && id ? { kind: state, id } : null}
      query={state === 'search' ? 'rodriguez' : ''}
      search={createSearch(story, voice.language)}
      go={silent.go}
    />
  );
}
