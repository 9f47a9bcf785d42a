// What the parts of the library page are given: stories, and what the reader does with them.
import type { ToldStory } from '../../stories/story.ts';
import type { Pair } from '../../stories/who-is-who.ts';

export interface LibraryStory extends ToldStory {
  on: boolean;
  /** Why it is not read though it is on, in English; null where it is read. */
  refused: string | null;
  /** What it takes of the storage. */
  bytes: number;
  /** Sites and pages on which it is left out. */
  leftOut: readonly string[];
  /** The reader's notes, by figure. */
  notes: ReadonlyMap<string, string>;
}

/** A change that can be undone. */
export type LibraryChange =
  | { kind: 'deleted'; title: string }
  | { kind: 'imported'; count: number }
  | { kind: 'decided' }
  | { kind: 'takenIn'; title: string; place: string };

export interface ImportCallbacks {
  readFiles(files: readonly File[]): void;
  readText(text: string): void;
  /** Stores these of the incoming stories, by their places. */
  import(chosen: readonly number[]): void;
  cancelImport(): void;
}

export interface LibraryCallbacks extends ImportCallbacks {
  switchStory(id: string, on: boolean): void;
  /** Leaves a story out on the site of a host. */
  leaveOut(id: string, host: string): void;
  /** Uses a story again at a place where it was left out. */
  takeIn(id: string, place: string): void;
  share(id: string): void;
  delete(id: string): void;
  backUp(): void;
  /** Says that the figures of these pairs are one or are not; null takes back what was said. */
  decide(pairs: readonly Pair[], as: 'same' | 'apart' | null): void;
  undo(): void;
}
