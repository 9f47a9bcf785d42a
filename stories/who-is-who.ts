// Who is who in the library: which figures of several stories are one, who may be one, and what the reader has said.
import { cleanStory } from './clean.ts';
import type { Story } from './format.ts';
import { type Decisions, groupInSteps, keyOf, type StoryFigure } from './merge.ts';
import type { Steps } from './steps.ts';

export type Pair = readonly [one: string, other: string];

/** What the reader has said of two figures; null for one whose story is not there. */
export interface Decided {
  as: keyof Decisions;
  pair: Pair;
  figures: readonly [StoryFigure | null, StoryFigure | null];
}

export interface WhoIsWho {
  /** Two merged figures each, which may be one: nothing but the name agrees. */
  offered: readonly (readonly [one: readonly StoryFigure[], other: readonly StoryFigure[]])[];
  /** The figures that are one, of each that is in several stories. */
  merged: readonly (readonly StoryFigure[])[];
  decided: readonly Decided[];
}

/**
 * @param on the stories that are on, in the order of the library
 * @param all those whose figures the reader may have decided about
 */
export function* whoIsWho(on: readonly Story[], all: readonly Story[], decisions: Decisions): Steps<WhoIsWho> {
  const clean: Story[] = [];
  for (const story of on) {
    clean.push(cleanStory(story));
    yield;
  }
  const { groups, offered } = yield* groupInSteps(clean, decisions);
  yield;
  const figures = new Map(
    all.flatMap((story) => story.figures.map((figure) => [keyOf(story.id, figure.id), { story, figure }] as const)),
  );
  const decidedAs = (as: keyof Decisions): Decided[] =>
    decisions[as].map((pair) => ({ as, pair, figures: [figures.get(pair[0]) ?? null, figures.get(pair[1]) ?? null] }));
  return {
    offered: offered.map(([one, other]) => [one.members, other.members]),
    merged: groups.flatMap(({ members }) => (members.length > 1 ? [members] : [])),
    decided: [...decidedAs('same'), ...decidedAs('apart')],
  };
}
