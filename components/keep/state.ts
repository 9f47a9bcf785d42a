// What the page for keeping an article shows, and what its reader can do there.
import type { KeepFault } from '../../extension/captures.ts';
import type { Figure, Story } from '../../stories/format.ts';
import type { Localizer } from '../localizer.ts';

export type Kind = Figure['kind'];

/** A name in a sentence; offsets in UTF-16 code units, the end exclusive. */
export interface Mark {
  start: number;
  end: number;
  figure: string;
}

/** What was changed last, and can be undone; `figure`: whom it concerns, null for the story itself. */
export type Edit = { figure: string | null } & (
  | { kind: 'merged'; name: string; other: string }
  | {
      kind: 'split' | 'added' | 'renamed' | 'kind' | 'role' | 'form' | 'leftOut' | 'takenIn' | 'same' | 'apart';
      name: string;
    }
);

/** A figure of another story that has the same name. */
export interface Match {
  story: string;
  figure: string;
  title: string;
  /** Both are taken for one: more than the name agrees, or the reader has said so. */
  isOne: boolean;
  /** What the reader has said; null where he has not, and may. */
  decided: 'same' | 'apart' | null;
}

/** A story as it was drafted and changed so far. */
export interface Draft {
  story: Story;
  /** Figures that are not to be kept. */
  off: ReadonlySet<string>;
  /** Names by place, `paragraph.sentence`. */
  marks: ReadonlyMap<string, readonly Mark[]>;
  /** People of whom only a part of the name is known: they are marked nowhere. */
  inPart: ReadonlySet<string>;
  matches: ReadonlyMap<string, readonly Match[]>;
  /** The reader has changed something, or says that he has looked it through. */
  looked: boolean;
  /** The page shows only the beginning of the article. */
  partial: boolean;
  /** This article is kept already. */
  known: { id: string; added: string } | null;
  /** The title of a story that has this article among others; null where none has, or the article is `known`. */
  within: string | null;
  /** Stories to which the article can be added, and the one that was chosen. */
  stories: readonly { id: string; title: string }[];
  into: string | null;
  last: Edit | null;
}

/** Why a draft was not kept: the storage is full, or what is wrong with the story. */
export interface KeepTrouble {
  fault: string;
  /** The stories that take most room; bytes of each. */
  largest: readonly { id: string; title: string; size: number }[];
}

export type KeepState =
  | { kind: 'loading' }
  /** The window is private: nothing has been read yet. */
  | { kind: 'asking' }
  | {
      kind: 'empty';
      problem: KeepFault | 'gone' | 'unreadable' | 'no-text' | null;
      /** Something is selected on the page that was asked for. */
      selection: boolean;
      waiting: readonly { id: string; title: string }[];
    }
  /** `words`: null while the text is being read. `slow`: it takes long enough to be told. */
  | { kind: 'drafting'; words: number | null; slow: boolean }
  | { kind: 'stopped'; words: number }
  | { kind: 'failed' }
  | { kind: 'draft'; draft: Draft; busy: boolean; trouble: KeepTrouble | null }
  /** `marked`: figures that are marked on pages while the story is on. `fault`: why that could not be undone. */
  | {
      kind: 'kept';
      story: Story;
      marked: number;
      looked: boolean;
      isNew: boolean;
      /** What it replaces was switched off, and so is this: nothing of it is marked. */
      isOff: boolean;
      fault: string | null;
    }
  | { kind: 'discarded'; canUndo: boolean };

export interface KeepCallbacks {
  allowPrivate(): void;
  paste(text: string): void;
  readFile(file: File): void;
  keepSelection(): void;
  openCapture(id: string): void;
  stop(): void;
  startAgain(): void;
  retitle(title: string): void;
  toggle(figure: string): void;
  rename(figure: string, name: string): void;
  setKind(figure: string, kind: Kind): void;
  setRole(figure: string, role: string): void;
  merge(figure: string, other: string): void;
  split(figure: string, form: string): void;
  add(name: string, kind: Kind): void;
  addForm(figure: string, form: string): void;
  decide(figure: string, match: Match, as: 'same' | 'apart'): void;
  setLooked(looked: boolean): void;
  addTo(story: string | null): void;
  keep(): void;
  discard(): void;
  /** Undoes the last change, or the keeping. */
  undo(): void;
  /** Closes the page: the article is kept. */
  close(): void;
  openStory(story: string): void;
  openArticle(address: string): void;
}

export interface FigureRowProps {
  localizer: Localizer;
  draft: Draft;
  figure: Figure;
  open: boolean;
  onOpen: (figure: string | null) => void;
  /** The figure that is dragged, to be merged with another. */
  dragged: string | null;
  onDrag: (figure: string | null) => void;
  on: KeepCallbacks;
}
