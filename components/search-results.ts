// What a search finds, for those who show it: apart from the search itself, which is loaded later.
import type { Told } from '../stories/story.ts';
import type { StoryPlace } from './story/place.ts';

/** In the order in which results are listed. */
export const foundKinds = [
  'figure',
  'story',
  'summary',
  'statement',
  'quotation',
  'event',
  'relation',
  'question',
] as const;

/** Parts of a text that match, as [start, end) in UTF-16 code units, in order, not touching. */
export type Matches = [start: number, end: number][];

export interface Found extends Told {
  kind: (typeof foundKinds)[number];
  place: StoryPlace;
  /** The title of its story; empty where only one is searched. */
  story: string;
  /** A second line: role, speaker, time, or between whom. */
  note: string;
  matches: Matches;
  noteMatches: Matches;
}
