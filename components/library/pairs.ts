// Pairs of figures, as the reader decides about them.
import type { StoryFigure } from '../../stories/merge.ts';
import type { Pair } from '../../stories/who-is-who.ts';

const keyOf = ({ story, figure }: StoryFigure): string => `${story.id}/${figure.id}`;

/** All pairs of a figure of the one with a figure of the other. */
export const pairsOf = (ones: readonly StoryFigure[], others: readonly StoryFigure[]): Pair[] =>
  ones.flatMap((one) => others.map((other) => [keyOf(one), keyOf(other)] as const));
