// What the reader can change on the story page.
import type { Figure } from '../../stories/format.ts';
import type { StoryEdit } from '../../stories/story-edit.ts';

export interface StoryCallbacks {
  /** Makes these edits of a story as one change. Whether it was saved. */
  edit(story: string, ...edits: StoryEdit[]): Promise<boolean>;
  /** Saves a note on a figure; an empty one is removed. Whether it was saved. */
  note(story: string, figure: string, text: string): Promise<boolean>;
  /** Undoes the last change. */
  undo(): void;
}

/** How a story can be changed. */
export interface Editable {
  /** The names of a figure that can be taken for somebody else's. */
  partsOf(figure: Figure): readonly string[];
}

/** What the parts of the page are given of one story. */
export interface Editing {
  /** Null for a story that cannot be changed. */
  editable: Editable | null;
  /** The reader's notes, by figure. */
  notes: ReadonlyMap<string, string>;
  /** Makes these edits as one change. Whether it was saved. */
  onEdit: (...edits: StoryEdit[]) => Promise<boolean>;
  onNote: (figure: string, text: string) => Promise<boolean>;
}
