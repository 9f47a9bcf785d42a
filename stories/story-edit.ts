// What a reader can change of a story that is kept: told by the story page, done by drafting/edit-kept.ts.
import type { Figure } from './format.ts';

export type StoryEdit =
  | { kind: 'title'; text: string }
  | { kind: 'figure'; figure: string; name: string; role: string; as: Figure['kind'] }
  /** Takes another figure for this one. */
  | { kind: 'merge'; figure: string; other: string }
  /** Takes one of its names for somebody else's. */
  | { kind: 'apart'; figure: string; form: string };
