// The stories of a reader, taken together: what recognition is to know of them.
//
// The first story that has a figure says what holds of it: how much its surname says, who else bears that, which words
// beside it make it something else. Later stories add names, and nothing that takes names away. So no story can
// silence or rename a figure of another.
import { foldText } from '../recognition/fold.ts';
import { cleanStory } from './clean.ts';
import type { FigureNames } from './figures.ts';
import type { Figure, Story } from './format.ts';
import { type Decisions, type FigureGroup, groupInSteps, keyOf, type StoryFigure } from './merge.ts';
import { namesOfOthers, withNamesakes } from './namesakes.ts';
import { type OfficeIds, officeIdsOf } from './office-ids.ts';
import { namesOfGroup } from './person-names.ts';
import { allAtOnce, type Steps } from './steps.ts';
import { type LibraryLanguage, languagesOf } from './story-words.ts';

const GROUPS_A_STEP = 100;
const IDS_A_STEP = 5000;

/** The figures of several stories that are one person, place or institution. */
export interface MergedFigure {
  /** As pages and messages name it. */
  id: string;
  kind: Figure['kind'];
  /** In which stories it is, under which id. */
  members: readonly { story: string; figure: string }[];
}

/** What stories that are on say of figures and languages, under the ids of merged figures. */
export interface Library {
  figures: readonly MergedFigure[];
  /** In the order of `figures`. */
  names: readonly FigureNames[];
  storyLanguages: Readonly<Record<string, LibraryLanguage>>;
  /** Pairs of merged figures that may be one person: nothing but the name agrees, and the reader has not said. */
  offered: readonly (readonly [string, string])[];
}

/**
 * Takes stories together. The same stories in the same order give the same library, and what comes later changes no id
 * that was there.
 * @param stories those that are on, the more trusted first: bundled before kept, older before newer
 * @param decisions what the reader has said of figures; pairs of `story/figure`
 * @param givenNames frequent given names, by which names are taken apart
 */
export const mergeStories = (...parameters: Parameters<typeof mergeInSteps>): Library =>
  allAtOnce(mergeInSteps(...parameters));

/** `mergeStories`, in steps. */
export function* mergeInSteps(
  stories: readonly Story[],
  decisions: Decisions = { same: [], apart: [] },
  givenNames: readonly string[] = [],
): Steps<Library> {
  const clean: Story[] = [];
  for (const story of stories) {
    clean.push(cleanStory(story));
    yield;
  }
  const given = new Set(givenNames.map(foldText));
  const { groups, offered, groupOf } = yield* groupInSteps(clean, decisions);
  const ids = yield* idsOf(groups);
  const idIn = (story: Story, figure: string): string | undefined => ids.get(groupOf(story.id, figure) as FigureGroup);
  const offices = yield* officeIdsOf(clean, idIn);
  const numbers = new Map(clean.map((story, at) => [story, at]));
  const numberOf = (story: Story) => (clean.length > 1 ? numbers.get(story) : undefined);
  yield;
  const isOthersName = yield* namesOfOthers(groups);
  const figures: FigureNames[] = [];
  for (const group of groups) {
    if (figures.length % GROUPS_A_STEP === 0) yield;
    const names = namesOfGroup(group, (word) => given.has(word), isOthersName);
    const inStories = group.members.flatMap(({ story }) => numberOf(story) ?? []);
    const figure = figureNames(group, names, { offices, idIn, numberOf });
    const members = group.members.map(({ story, figure: { id } }) => ({ story: story.id, figure: id }));
    figures.push({ ...figure, members, ...(inStories.length > 0 ? { stories: inStories } : {}) });
  }
  yield;
  const names = yield* withNamesakes(figures);
  yield;
  return {
    figures: groups.map((group) => ({
      id: ids.get(group) as string,
      kind: group.kind,
      members: group.members.map(({ story, figure }) => ({ story: story.id, figure: figure.id })),
    })),
    names,
    storyLanguages: yield* languagesOf(clean, names, { offices, idIn, groupOf, isOthersName }),
    offered: offered.map(([one, other]) => [ids.get(one) as string, ids.get(other) as string]),
  };
}

/** The id in the first story that has the figure; where another figure has taken that, `story/figure`. */
function* idsOf(groups: readonly FigureGroup[]): Steps<Map<FigureGroup, string>> {
  const taken = new Set<string>();
  const ids = new Map<FigureGroup, string>();
  for (const group of groups) {
    const { story, figure } = group.members[0] as StoryFigure;
    const id = taken.has(figure.id) ? keyOf(story.id, figure.id) : figure.id;
    taken.add(id);
    ids.set(group, id);
    if (ids.size % IDS_A_STEP === 0) yield;
  }
  return ids;
}

/** What ids of a story mean in the library; the story's number, where there are several. */
interface StoryIds {
  offices: OfficeIds;
  idIn: (story: Story, figure: string) => string | undefined;
  numberOf: (story: Story) => number | undefined;
}

/** What recognition needs of a merged figure. */
function figureNames(
  { kind, members }: FigureGroup,
  names: NonNullable<FigureNames['names']>,
  { offices, idIn, numberOf }: StoryIds,
): FigureNames {
  const first = members[0] as StoryFigure;
  const idOf = ({ story }: StoryFigure, id: string | null) => (id && idIn(story, id)) || undefined;
  const country = members.map((member) => idOf(member, member.figure.country)).find(Boolean);
  const terms = members.flatMap(({ story, figure }) =>
    figure.offices.map(({ office, from, to, elected }) => ({
      ...(offices(story, office) ?? { office }),
      ...{ from, to, elected: elected ?? undefined, story: numberOf(story) },
    })),
  );
  return {
    id: idIn(first.story, first.figure.id) as string,
    kind,
    iso: (kind === 'place' && first.figure.iso) || undefined,
    unmarked: members.every(({ figure }) => figure.unmarked) || undefined,
    names: { ...names, needs: idOf(first, first.figure.needs), country },
    offices: terms.filter(
      (term, at) => terms.findIndex(({ office, from }) => office === term.office && from === term.from) === at,
    ),
    writtenIn: [...new Set(members.flatMap(({ story }) => Object.keys(story.languages)))].sort(),
  };
}
