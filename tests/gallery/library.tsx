// The library: with one story, several, many; what an import would bring; who is who; what can be undone.
import type { LibraryChange, LibraryStory } from '../../components/library/callbacks.ts';
import { Library, type LibraryProps } from '../../components/library/Library.tsx';
import type { Localizer } from '../../components/localizer.ts';
import { createSearch } from '../../components/search.ts';
import type { Story } from '../../stories/format.ts';
import type { Decisions } from '../../stories/merge.ts';
import { NO_COMMON_WORDS } from '../../stories/name-checks.ts';
import { allAtOnce } from '../../stories/steps.ts';
import { BUNDLED } from '../../stories/story.ts';
import { planStories, type StoryFile } from '../../stories/story-import.ts';
import { whoIsWho } from '../../stories/who-is-who.ts';
import { keptStory, severalStories } from '../components/stories.ts';
import { Acted, press, search } from './acted.tsx';
import { silent } from './silent.ts';

interface Filling {
  count: number;
  files?: StoryFile[];
  decisions?: Decisions;
  undo?: LibraryChange;
  act?: () => void;
  reading?: boolean;
}

/** A person of that name whom nothing else joins to the one of the other stories. */
const namesake = keptStory(0, {
  id: 'lighthouse',
  title: { en: 'The Keeper of Brell Retires' },
  figures: [
    { id: 'keeper', kind: 'person', name: { en: 'Gustavo Petro' }, role: { en: 'Keeper of the lighthouse of Brell' } },
  ],
  statements: [],
  quotations: [],
});

const fileOf = (story: unknown, name: string): StoryFile => ({ name, text: JSON.stringify(story) });

const FILES: StoryFile[] = [
  fileOf({ ...keptStory(7), id: 'fair', made: { how: 'hand', by: 'Ana & Bo', licence: 'CC-BY-4.0' } }, 'fair.json'),
  fileOf({ ...keptStory(0), revision: 2 }, 'harbour-2.json'),
  fileOf({ ...keptStory(1), asOf: '2026-01-09' }, 'faro.json'),
  fileOf({ ...keptStory(8), format: 'dramatis-story/9', mood: 'calm' }, 'from-tomorrow.json'),
  fileOf(namesake, 'lighthouse.json'),
  fileOf({ ...keptStory(2), title: 7, figures: [{ id: 'x y' }] }, 'broken.json'),
  { name: 'cut-off.json', text: '{ "format": "dramatis-story/1", "id": ' },
];

const states = {
  bundled: { count: 1 },
  several: { count: 6 },
  many: { count: 120 },
  search: { count: 10, act: () => search('washington') },
  'found-nothing': { count: 3, act: () => search('xylophone') },
  reading: { count: 1, reading: true },
  incoming: { count: 4, files: FILES },
  people: {
    count: 3,
    decisions: {
      same: [['kept-0/trump', 'kept-1/trump']],
      apart: [
        ['kept-0/petro', 'gone/petro'],
        ['kept-0/trump', 'lighthouse/keeper'],
      ],
    },
    act: () => {
      for (const at of [0, 1]) press(`section[aria-label] details:nth-of-type(${at + 1}) > summary`);
    },
  },
  paste: { count: 1, act: () => press('.paste summary') },
  deleted: { count: 2, undo: { kind: 'deleted', title: 'Petro to Fly North Within Weeks' } },
  imported: { count: 4, undo: { kind: 'imported', count: 3 } },
  decided: { count: 2, undo: { kind: 'decided' } },
} satisfies Record<string, Filling>;

export const libraryStates = Object.keys(states) as (keyof typeof states)[];

export function LibraryIn({
  state,
  localizer,
  story,
}: {
  state: keyof typeof states;
  localizer: Localizer;
  story: Story;
}) {
  const { count, files, decisions, undo, act, reading } = states[state] as Filling;
  const others = Array.from({ length: count - 1 }, (_, at) => keptStory(at, { id: `kept-${at}` }));
  const [, ...kept] = severalStories(2);
  const stories: LibraryStory[] = [
    { story, provenance: BUNDLED, on: true, bytes: 164_000, leftOut: [], refused: null, notes: new Map() },
    ...[...others, ...(decisions ? [namesake] : [])].map((one, at) => ({
      story: one,
      provenance: kept[0]?.provenance ?? BUNDLED,
      on: at !== 2,
      leftOut: at === 1 ? ['example.com', 'paper.example'] : [],
      notes: new Map(at === 0 ? [['petro', 'Ask Ana about him.']] : []),
      refused: null,
      bytes: 12_000 + at * 310,
    })),
  ];
  const all = stories.map((told) => told.story);
  const decided = decisions ?? { same: [], apart: [] };
  const props: Omit<LibraryProps, 'localizer'> = {
    stories,
    search: createSearch(all, localizer),
    people: allAtOnce(whoIsWho(all, all, decided)),
    incoming: files
      ? planStories(
          files,
          stories.map((one) => ({ ...one, bundled: one.provenance.origin === 'bundled' })),
          { decisions: decided, common: NO_COMMON_WORDS },
        )
      : null,
    reading: reading ?? false,
    undo: undo ?? null,
    storyAddress: ({ story, id }) => `#${story}/${id}`,
    optionsAddress: '#options',
    keepAddress: '#keep',
    on: silent,
  };
  return (
    <Acted act={act}>
      <Library localizer={localizer} {...props} />
    </Acted>
  );
}
