// Several stories for tests and the gallery: the small one, and kept articles of invented papers on the same people.
import * as v from 'valibot';
import { type CardLibrary, createCardLibrary, type Members } from '../../stories/card-library.ts';
import { type Story, type StoryInput, StorySchema } from '../../stories/format.ts';
import { BUNDLED, cardStory, type Provenance, type ToldStory } from '../../stories/story.ts';
import { story as small } from './story.ts';

const PAPERS = [
  ['The Harbour Post', '2026-01-11'],
  ['El Faro de la Costa', '2026-01-05'],
  ['Morning Ledger', '2025-12-20'],
  ['North Coast Courier', '2026-02-02'],
  ['The Evening Lantern', '2026-01-08'],
  ['Valley Record', '2025-11-03'],
  ['La Gaceta del Puerto', '2026-01-21'],
  ['Riverside Herald', '2025-10-14'],
  ['The Old Town Observer', '2026-03-01'],
] as const;

const SENTENCES = [
  ['Petro to Fly North Within Weeks'],
  [
    'Gustavo Petro told reporters on the quay that he would fly to Washington before the end of the month.',
    'His office has not said which airport-side hotel he will use, or whether Trump will meet him on arrival.',
  ],
  [
    '“We are going to talk like neighbours, and not like enemies,” Petro said.',
    'Donald Trump wrote that he expected a short meeting, good coffee & few speeches.',
  ],
];

/** What a program made of an article of the paper with this number, from 0; its words are the article's own. */
export function keptStory(at: number, rest: Partial<StoryInput> = {}): Story {
  const [publisher, date] = PAPERS[at % PAPERS.length] ?? ['', ''];
  const words = (paragraph: number, sentence: number) => ({ en: SENTENCES[paragraph]?.[sentence] ?? '' });
  return v.parse(StorySchema, {
    format: 'dramatis-story/1',
    id: `kept-${at}`,
    title: words(0, 0),
    made: { how: 'draft' },
    asOf: date,
    sources: [
      {
        id: 'a',
        title: words(0, 0).en,
        publisher,
        url: `https://paper-${at}.example/petro-flies`,
        date,
        language: 'en',
        paragraphs: [1, 2, 2],
        text: SENTENCES,
      },
    ],
    summary: [{ text: words(1, 0), cites: ['a:1.1'] }],
    figures: [
      {
        id: 'petro',
        kind: 'person',
        name: { en: 'Gustavo Petro' },
        role: { en: `Colombia’s president, by ${publisher}` },
      },
      { id: 'trump', kind: 'person', name: { en: 'Donald Trump' } },
    ],
    statements: [
      { id: 'flight', text: words(1, 0), cites: ['a:1.1'], figures: ['petro'], weight: 3 },
      { id: 'hotel', text: words(1, 1), cites: ['a:1.2'], figures: ['petro', 'trump'], weight: 2 },
      { id: 'meeting', text: words(2, 1), cites: ['a:2.2'], figures: ['trump', 'petro'], weight: 2 },
    ].map((statement) => ({
      ...statement,
      mode: 'reported' as const,
      weight: statement.weight as 2 | 3,
      verbatim: true,
    })),
    quotations: [
      {
        id: 'neighbours',
        words: { en: 'We are going to talk like neighbours, and not like enemies' },
        language: 'en',
        by: 'petro',
        about: ['petro'],
        cite: 'a:2.1',
      },
    ],
    ...rest,
  } satisfies StoryInput);
}

const KEPT: Provenance = { origin: 'kept', kept: '2026-01-12', looked: false };

/** The small story and kept ones, so many in all. */
export const severalStories = (count: number, kept = KEPT): ToldStory[] => [
  { story: small, provenance: BUNDLED },
  ...Array.from({ length: count - 1 }, (_, at) => ({ story: keptStory(at), provenance: kept })),
];

/** The stories as cards have them; figures of one id are one. */
export function libraryOf(stories: readonly ToldStory[]): CardLibrary {
  const members: Record<string, Members[string][number][]> = {};
  for (const { story } of stories)
    for (const { id } of story.figures) members[id] = [...(members[id] ?? []), { story: story.id, figure: id }];
  return createCardLibrary(
    stories.map(({ story, provenance }) => cardStory(story, provenance)),
    members,
  );
}

/** The small story and an article on somebody else of Petro's name. */
export function namesakesLibrary(): CardLibrary {
  const other = keptStory(0, {
    figures: [
      { id: 'petro', kind: 'person', name: { en: 'Gustavo Petro' }, role: { en: 'Keeper of the lighthouse of Brell' } },
    ],
  });
  const provenance = { ...KEPT, looked: true };
  return createCardLibrary([cardStory(small), cardStory(other, provenance)], {});
}
